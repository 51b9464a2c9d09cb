import { column, documentModel, lineBreak, paragraph, section, table } from '#documents/compose.ts';
import type { InlineInput } from '#documents/compose.ts';
import type { Block, DocumentModel, Inline } from '#documents/model.ts';
import { linesOf } from '#documents/reports/wording.ts';

import type { PaperMaking, PaperOptions } from './making.ts';
import {
  durationText,
  meetingFacts,
  paperMaking,
  paperMeta,
  timeText,
  whenText,
} from './making.ts';
import { dueText, responsibleText } from './outcomes.ts';
import type { MeetingPaper, PaperItem } from './paper-data.ts';

function itemText(item: PaperItem, make: PaperMaking): InlineInput {
  const { t, words } = make;
  const more = [
    ...(item.subGroupName === null || item.title.includes(item.subGroupName)
      ? []
      : [t('ofSubGroup', { name: item.subGroupName })]),
    ...(item.carriedFrom === null
      ? []
      : [
          item.carriedFrom.heldOn === null
            ? t('carriedFromMeeting', { meeting: item.carriedFrom.meetingTitle })
            : t('carriedFrom', { day: words.day(item.carriedFrom.heldOn) }),
        ]),
    ...(item.action === null
      ? []
      : [
          [responsibleText(item.action), dueText(item.action, make)]
            .filter((part) => part !== '')
            .join(', '),
        ]),
    ...linesOf(item.note),
  ].filter((line) => line !== '');
  return [item.title, ...more.flatMap((line): (string | Inline)[] => [lineBreak, line])];
}

/** The items with their times, and how long all of it takes. */
export function agendaBlocks(paper: MeetingPaper, make: PaperMaking): readonly Block[] {
  const { t } = make;
  const { items, totals } = paper;
  if (items.length === 0) return [paragraph(t('noAgenda'))];
  const hasTimes = items.some(({ startsAt }) => startsAt !== null) && totals.plannedMinutes > 0;
  const hasDurations = items.some(({ durationMinutes }) => durationMinutes !== null);
  const hasPresenters = items.some(({ presenterName }) => presenterName !== null);
  const lasting =
    totals.plannedMinutes === 0
      ? []
      : [
          paragraph(
            totals.endsAt === null
              ? t('lasts', { duration: durationText(totals.plannedMinutes, make) })
              : t('lastsUntil', {
                  duration: durationText(totals.plannedMinutes, make),
                  time: timeText(totals.endsAt, make),
                }),
            'small',
          ),
        ];
  return [
    table(
      [
        column(t('column.number'), { weight: 0.6 }),
        ...(hasTimes ? [column(t('column.time'), { weight: 1 })] : []),
        column(t('column.item'), { weight: 5 }),
        ...(hasPresenters ? [column(t('column.presenter'), { weight: 2 })] : []),
        ...(hasDurations ? [column(t('column.duration'), { weight: 1 })] : []),
      ],
      items.map((item, index) => [
        String(index + 1),
        ...(hasTimes ? [item.startsAt === null ? '' : timeText(item.startsAt, make)] : []),
        itemText(item, make),
        ...(hasPresenters ? [item.presenterName ?? ''] : []),
        ...(hasDurations
          ? [item.durationMinutes === null ? '' : durationText(item.durationMinutes, make)]
          : []),
      ]),
    ),
    ...lasting,
  ];
}

const purposeBlocks = ({ meeting }: MeetingPaper): Block[] =>
  linesOf(meeting.purpose).map((line) => paragraph(line));

/** The agenda of a meeting, on a page or two. */
export function buildAgenda(paper: MeetingPaper, options: PaperOptions): DocumentModel {
  const make = paperMaking(options);
  const { t } = make;
  return documentModel({
    meta: paperMeta(make, {
      ...paper,
      title: t('agenda.title'),
      subtitle: paper.meeting.title,
      kind: 'agenda',
    }),
    titlePage: {
      isCompact: true,
      dateLabel: whenText(paper.meeting, make) ?? t('dayToCome'),
      facts: meetingFacts(paper, make).slice(whenText(paper.meeting, make) === null ? 0 : 1),
    },
    numbering: 'none',
    hasContents: false,
    sections: [section(t('agenda.items'), [...purposeBlocks(paper), ...agendaBlocks(paper, make)])],
  });
}

/** The letter that calls to a meeting, with its agenda. */
export function buildConvocation(paper: MeetingPaper, options: PaperOptions): DocumentModel {
  const make = paperMaking(options);
  const { t } = make;
  const { meeting, attendance, secretaryName } = paper;
  const when = whenText(meeting, make);
  const isCancelled = meeting.status === 'cancelled';
  const guests = attendance.map(({ name, organisationName }) =>
    organisationName === null ? name : `${name} (${organisationName})`,
  );
  return documentModel({
    meta: paperMeta(make, {
      ...paper,
      title: isCancelled ? t('convocation.cancelledTitle') : t('convocation.title'),
      subtitle: meeting.title,
      kind: 'convocation',
    }),
    titlePage: {
      isCompact: true,
      dateLabel: when ?? t('dayToCome'),
      facts: meetingFacts(paper, make).slice(when === null ? 0 : 1),
    },
    numbering: 'none',
    hasContents: false,
    sections: [
      section(t('convocation.object'), [
        paragraph(t('convocation.greeting')),
        paragraph(
          isCancelled
            ? t('convocation.cancelled', { title: meeting.title })
            : when === null
              ? t('convocation.invitedUndated', { title: meeting.title })
              : t('convocation.invited', { title: meeting.title, when }),
        ),
        ...purposeBlocks(paper),
        ...(isCancelled
          ? []
          : [
              paragraph(
                secretaryName === null
                  ? t('convocation.excuse')
                  : t('convocation.excuseTo', { name: secretaryName }),
              ),
            ]),
      ]),
      ...(isCancelled ? [] : [section(t('agenda.title'), [...agendaBlocks(paper, make)])]),
      ...(guests.length === 0
        ? []
        : [section(t('convocation.recipients'), [paragraph(guests.join(', '))])]),
    ],
  });
}
