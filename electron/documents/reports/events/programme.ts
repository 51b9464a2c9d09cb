import { paragraph, section } from '#documents/compose.ts';
import type { Section } from '#documents/model.ts';
import type { PaperTable } from '#documents/reports/selection/making.ts';

import type { EventCourse, PitchLine } from './data.ts';
import type { EventHead, EventMaking, EventPaper, EventPaperOptions } from './making.ts';
import { eventMaking, finished, spanText, tableBlock } from './making.ts';

interface ProgrammeData {
  readonly head: EventHead;
  readonly sheet: EventCourse;
}

const text = (key: string, label: string, weight: number) => ({
  key,
  label,
  kind: 'text' as const,
  weight,
});

function programmeTable({ programme }: EventCourse, make: EventMaking): PaperTable {
  const { t } = make;
  return {
    key: 'programme',
    name: t('sheet.programme'),
    columns: [
      text('time', t('column.time'), 1.7),
      text('title', t('column.what'), 3.6),
      text('speaker', t('column.speaker'), 2.4),
      text('place', t('column.place'), 1.8),
    ],
    rows: programme.map((item) => [spanText(item, make), item.title, item.speakerText, item.place]),
  };
}

/** Who pitches, in order. */
function pitchTable(
  { pitches }: { readonly pitches: readonly PitchLine[] },
  make: EventMaking,
): PaperTable {
  const { t } = make;
  return {
    key: 'pitches',
    name: t('sheet.pitches'),
    columns: [
      { key: 'position', label: t('column.order'), kind: 'integer', weight: 0.8 },
      text('time', t('column.time'), 1.7),
      text('organisation', t('column.company'), 2.6),
      text('title', t('column.application'), 3.2),
      text('segment', t('column.segment'), 2),
    ],
    rows: pitches.map((pitch) => [
      pitch.position,
      spanText(pitch, make),
      pitch.organisationName,
      pitch.applicationTitle,
      pitch.segmentName,
    ]),
  };
}

function demoTable({ demos }: EventCourse, make: EventMaking): PaperTable {
  const { t } = make;
  return {
    key: 'demos',
    name: t('sheet.demos'),
    columns: [
      text('time', t('column.time'), 1.7),
      text('title', t('column.what'), 3),
      text('organisation', t('column.company'), 2.6),
      text('place', t('column.place'), 1.8),
    ],
    rows: demos.map((demo) => [
      spanText(demo, make),
      demo.title,
      demo.organisationName,
      demo.place,
    ]),
  };
}

/** The whole day in one list, by time, for a spreadsheet: programme, pitches and demonstrations. */
function courseTable(
  { programme, pitches, demos }: EventCourse,
  { t, choice }: EventMaking,
): PaperTable {
  const rows = [
    ...programme.map((item) => ({
      ...item,
      kind: choice(`programmeItem.kind.${item.kind}`),
      organisation: null,
      speaker: item.speakerText,
    })),
    ...pitches.map((pitch) => ({
      ...pitch,
      kind: t('entry.pitch'),
      title: pitch.applicationTitle,
      organisation: pitch.organisationName,
      speaker: null,
      place: null,
    })),
    ...demos.map((demo) => ({
      ...demo,
      kind: t('entry.demo'),
      organisation: demo.organisationName,
      speaker: null,
    })),
  ].toSorted(
    (a, b) =>
      (a.startsAt ?? '99').localeCompare(b.startsAt ?? '99') ||
      (a.endsAt ?? '99').localeCompare(b.endsAt ?? '99'),
  );
  return {
    key: 'programme',
    name: t('sheet.programme'),
    columns: [
      text('startsAt', t('column.startsAt'), 1),
      text('endsAt', t('column.endsAt'), 1),
      text('kind', t('column.kind'), 1),
      text('title', t('column.title'), 1),
      text('company', t('column.company'), 1),
      text('speaker', t('column.speaker'), 1),
      text('place', t('column.place'), 1),
    ],
    rows: rows.map((row) => [
      row.startsAt,
      row.endsAt,
      row.kind,
      row.title,
      row.organisation,
      row.speaker,
      row.place,
    ]),
  };
}

const partSection = (made: PaperTable, title: string, make: EventMaking): Section[] =>
  made.rows.length === 0 ? [] : [section(title, [tableBlock(made, make)])];

/** What takes place when, who pitches in which order, and what is shown. */
export function buildProgramme(
  { head, sheet }: ProgrammeData,
  options: EventPaperOptions,
): EventPaper {
  const make = eventMaking(options);
  const { t, words } = make;
  const sections = [
    ...partSection(programmeTable(sheet, make), t('section.programme'), make),
    ...partSection(pitchTable(sheet, make), t('section.pitches'), make),
    ...partSection(demoTable(sheet, make), t('section.demos'), make),
  ];
  return {
    model: finished(make, head, {
      kind: 'eventProgramme',
      title: t('title.programme'),
      facts: [
        [t('fact.organiser'), sheet.organiserName],
        [t('fact.host'), sheet.hostName],
        [
          t('fact.partners'),
          sheet.partners.length === 0 ? null : words.list(sheet.partners.map(({ name }) => name)),
        ],
      ],
      sections:
        sections.length > 0
          ? sections
          : [section(t('section.programme'), [paragraph(t('none.programme'))])],
    }),
    tables: [courseTable(sheet, make)],
  };
}

/** Who holds which stand, and who pitches. */
export function buildStands(
  { head, sheet }: ProgrammeData,
  options: EventPaperOptions,
): EventPaper {
  const make = eventMaking(options);
  const { t } = make;
  const stands: PaperTable = {
    key: 'stands',
    name: t('sheet.stands'),
    columns: [
      text('number', t('column.stand'), 1),
      text('organisation', t('column.company'), 3),
      text('segment', t('column.segment'), 2.4),
      text('place', t('column.place'), 2),
      text('onPlan', t('column.onPlan'), 1.6),
    ],
    rows: sheet.stands.map(({ number, organisationName, segmentName, place, ...stand }) => [
      number,
      organisationName,
      segmentName,
      place,
      stand.planRow === null || stand.planColumn === null
        ? null
        : t('planPlace', { row: stand.planRow, column: stand.planColumn }),
    ]),
  };
  const pitches = pitchTable(sheet, make);
  return {
    model: finished(make, head, {
      kind: 'eventStands',
      title: t('title.stands'),
      sections: [
        section(t('section.stands', { count: stands.rows.length }), [
          stands.rows.length === 0 ? paragraph(t('none.stands')) : tableBlock(stands, make),
        ]),
        section(t('section.pitchesCount', { count: pitches.rows.length }), [
          pitches.rows.length === 0 ? paragraph(t('none.pitches')) : tableBlock(pitches, make),
        ]),
      ],
    }),
    tables: [stands, pitches],
  };
}
