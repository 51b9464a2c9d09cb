import {
  column,
  emphasis,
  lineBreak,
  paragraph,
  section,
  strong,
  table,
} from '#documents/compose.ts';
import type { FlowInput } from '#documents/compose.ts';
import type { Inline, Section } from '#documents/model.ts';
import type { PaperCell, PaperTable } from '#documents/reports/selection/making.ts';

import type { ScheduleLine, SchedulePage } from './data.ts';
import type { EventHead, EventMaking, EventPaper, EventPaperOptions } from './making.ts';
import { eventMaking, finished, kindTitle, spanText, whenText, whereText } from './making.ts';

/** What an entry is, in one or two words. */
export function entryKind(
  entry: Pick<ScheduleLine, 'kind' | 'programmeKind'>,
  { t, choice }: EventMaking,
): string {
  return entry.kind === 'programme' && entry.programmeKind !== null
    ? choice(`programmeItem.kind.${entry.programmeKind}`)
    : t(`entry.${entry.kind}`);
}

/** What takes place, and on the line below who sits there. */
function what(entry: ScheduleLine, make: EventMaking): FlowInput {
  const { kind, title, withName, withPerson, companyName } = entry;
  const below = withName === null ? (kind === 'demo' ? companyName : null) : withPerson;
  const first: Inline | string =
    kind === 'meeting' || kind === 'programme'
      ? strong(title)
      : strong(kindTitle(entryKind(entry, make), title, make));
  return below === null || below === '' ? [first] : [first, lineBreak, below];
}

function subjectOf({ needTitle, offerTitle }: ScheduleLine): FlowInput {
  const parts = [needTitle, offerTitle].filter((part) => part !== null && part !== '');
  return parts.flatMap((part, at): (string | Inline)[] =>
    at === 0 ? [part ?? ''] : [lineBreak, emphasis(part ?? '')],
  );
}

/** Who the page is for: its side, who sits there, its stand. */
function lead({ subject }: SchedulePage, { t, choice }: EventMaking): string {
  return [
    subject.side === null ? null : choice(`meetingParticipant.side.${subject.side}`),
    subject.personName,
    subject.standNumber === null ? null : t('standNumber', { number: subject.standNumber }),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' – ');
}

/** One schedule as a page of its own. */
function pageOf(
  schedule: SchedulePage,
  head: EventHead,
  { isFirst }: { readonly isFirst: boolean },
  make: EventMaking,
): Section {
  const { t } = make;
  const { entries, subject } = schedule;
  const isPlace = subject.kind === 'place';
  const told = lead(schedule, make);
  const about = [head.event.name, whenText(head, make), isPlace ? null : head.event.place]
    .filter((part) => part !== null && part !== '')
    .join(' – ');
  const hasSubjects = entries.some((one) => one.needTitle !== null || one.offerTitle !== null);
  const hasWhere = entries.some((one) => whereOf(one, isPlace, make) !== '');
  return section(
    subject.name === '' ? t('noPlace') : subject.name,
    [
      ...(told === '' ? [] : [paragraph(told, 'lead')]),
      ...(isFirst ? [] : [paragraph(about, 'small')]),
      entries.length === 0
        ? paragraph(t('nothingPlanned'))
        : table(
            [
              column(t('column.time'), { weight: 2.1 }),
              column(t(isPlace ? 'column.what' : 'column.with'), { weight: 3.2 }),
              ...(hasSubjects ? [column(t('column.subject'), { weight: 3 })] : []),
              ...(hasWhere ? [column(t('column.where'), { weight: 1.9 })] : []),
            ],
            entries.map((one) => [
              spanText(one, make),
              what(one, make),
              ...(hasSubjects ? [subjectOf(one)] : []),
              ...(hasWhere ? [whereOf(one, isPlace, make)] : []),
            ]),
          ),
    ],
    { startsPage: !isFirst },
  );
}

/** The place goes without saying on the page of that place. */
function whereOf(entry: ScheduleLine, isPlace: boolean, make: EventMaking): string {
  return whereText(isPlace ? { ...entry, place: null } : entry, make);
}

/** Every line of every schedule, for a spreadsheet. */
function scheduleTable(
  schedules: readonly SchedulePage[],
  by: 'participants' | 'places',
  make: EventMaking,
): PaperTable {
  const { t, choice } = make;
  const label = (key: string): string => t(`column.${key}`);
  type Line = { readonly schedule: SchedulePage; readonly entry: ScheduleLine };
  const text = (key: string, value: (line: Line) => PaperCell) => ({
    column: { key, label: label(key), kind: 'text' as const },
    value,
  });
  const columns = [
    ...(by === 'participants'
      ? [
          text('participant', ({ schedule }) => schedule.subject.name),
          text('side', ({ schedule: { subject } }) =>
            subject.side === null ? null : choice(`meetingParticipant.side.${subject.side}`),
          ),
          text('representative', ({ schedule }) => schedule.subject.personName),
        ]
      : [text('place', ({ schedule }) => schedule.subject.name)]),
    {
      column: { key: 'day', label: label('day'), kind: 'date' as const },
      value: ({ schedule }: Line) => schedule.day,
    },
    text('startsAt', ({ entry }) => entry.startsAt),
    text('endsAt', ({ entry }) => entry.endsAt),
    text('kind', ({ entry }) => entryKind(entry, make)),
    text('title', ({ entry }) => entry.title),
    ...(by === 'participants'
      ? [
          text('withName', ({ entry }) => entry.withName),
          text('withPerson', ({ entry }) => entry.withPerson),
        ]
      : []),
    text('buyer', ({ entry }) => entry.buyerName),
    text('company', ({ entry }) => entry.companyName),
    text('need', ({ entry }) => entry.needTitle),
    text('offer', ({ entry }) => entry.offerTitle),
    ...(by === 'participants' ? [text('place', ({ entry }) => entry.place)] : []),
    text('stand', ({ entry }) => entry.standNumber),
    {
      column: { key: 'table', label: label('table'), kind: 'integer' as const },
      value: ({ entry }: Line) => entry.tableNumber,
    },
  ];
  return {
    key: by,
    name: t(`sheet.${by}`),
    columns: columns.map((one) => one.column),
    rows: schedules.flatMap((schedule) =>
      schedule.entries.map((entry) => columns.map(({ value }) => value({ schedule, entry }))),
    ),
  };
}

/** The day of each participant or of each place, a page each. */
export function buildSchedules(
  data: {
    readonly head: EventHead;
    readonly by: 'participants' | 'places';
    readonly schedules: readonly SchedulePage[];
  },
  options: EventPaperOptions,
): EventPaper {
  const make = eventMaking(options);
  const { head, by, schedules } = data;
  return {
    model: finished(make, head, {
      kind: by === 'participants' ? 'participantSchedules' : 'placeSchedules',
      title: make.t(schedules.length === 1 ? `title.${by}One` : `title.${by}`),
      sections: schedules.map((schedule, at) =>
        pageOf(schedule, head, { isFirst: at === 0 }, make),
      ),
    }),
    tables: [scheduleTable(schedules, by, make)],
  };
}
