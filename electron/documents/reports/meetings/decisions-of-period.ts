import { column, documentModel, paragraph, section, strong, table } from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';
import { linesOf } from '#documents/reports/wording.ts';

import type { PaperMaking, PaperOptions } from './making.ts';
import { known, paperMaking, paperMeta } from './making.ts';
import { voteText } from './outcomes.ts';
import type { DecisionsPaper, DecisionsPaperMeeting } from './paper-data.ts';

type Decision = DecisionsPaperMeeting['decisions'][number];

/** « Du 1er janvier 2017 au 30 juin 2017 »; null where both sides are open. */
function periodText({ from, to }: DecisionsPaper, { words, t }: PaperMaking): string | null {
  if (from !== null && to !== null) {
    return t('decisionsOfPeriod.between', { from: words.day(from), to: words.day(to) });
  }
  if (from !== null) return t('decisionsOfPeriod.since', { from: words.day(from) });
  return to === null ? null : t('decisionsOfPeriod.until', { to: words.day(to) });
}

/** « 12, dont adoptée : 10, reportée : 2 ». */
function countText(decisions: readonly Decision[], { t, choice }: PaperMaking): string {
  const byStatus = new Map<string, number>();
  for (const { status } of decisions) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  const parts = [...byStatus].map(([status, count]) =>
    t('decisionsOfPeriod.counted', { state: choice(`decision.status.${status}`), count }),
  );
  return [String(decisions.length), ...(byStatus.size > 1 ? [parts.join(', ')] : [])].join(' – ');
}

/** Which columns the tables have: the same for every meeting, so that they read as one list. */
interface Columns {
  readonly hasVotes: boolean;
  readonly hasSubGroups: boolean;
}

function decisionsTable(
  decisions: readonly Decision[],
  firstNumber: number,
  { hasVotes, hasSubGroups }: Columns,
  isUnderMeeting: boolean,
  make: PaperMaking,
): Block {
  const { t, words, choice } = make;
  return table(
    [
      column(t('column.number'), { weight: 0.6, align: 'end' }),
      column(t('column.decision'), { weight: 5 }),
      ...(hasSubGroups ? [column(t('column.subGroup'), { weight: 2 })] : []),
      ...(hasVotes ? [column(t('column.vote'), { weight: 1.8 })] : []),
      ...(isUnderMeeting ? [] : [column(t('column.decidedOn'), { weight: 1.8 })]),
      column(t('column.state'), { weight: 1.4 }),
    ],
    decisions.map((decision, index) => [
      String(firstNumber + index),
      {
        blocks: [
          paragraph(strong(decision.title)),
          ...linesOf(decision.detail).map((line) => paragraph(line)),
        ],
      },
      ...(hasSubGroups ? [decision.subGroupName ?? ''] : []),
      ...(hasVotes ? [voteText(decision, make) ?? ''] : []),
      ...(isUnderMeeting ? [] : [decision.decidedOn === null ? '' : words.day(decision.decidedOn)]),
      choice(`decision.status.${decision.status}`),
    ]),
    { hasRowHeaders: false },
  );
}

function headOf(meeting: DecisionsPaperMeeting, { t, words }: PaperMaking): Block[] {
  const { heldOn, minutesNumber } = meeting;
  const facts = [
    ...(heldOn === null ? [] : [t('decisionsOfPeriod.heldOn', { day: words.day(heldOn) })]),
    ...(minutesNumber === null ? [] : [t('decisionsOfPeriod.minutes', { number: minutesNumber })]),
  ];
  return facts.length === 0 ? [] : [paragraph(facts.join(' – '), 'small')];
}

/** The decisions of a period, meeting by meeting, with their votes: numbered through. */
export function buildDecisionsOfPeriod(
  paper: DecisionsPaper,
  options: PaperOptions,
): DocumentModel {
  const make = paperMaking(options);
  const { t, words } = make;
  const decisions = paper.meetings.flatMap((meeting) => meeting.decisions);
  const columns: Columns = {
    hasVotes: decisions.some((decision) => voteText(decision, make) !== null),
    hasSubGroups:
      paper.subGroupName === null && decisions.some(({ subGroupName }) => subGroupName !== null),
  };
  let number = 1;
  const sections = paper.meetings.map((meeting): Section => {
    const first = number;
    number += meeting.decisions.length;
    return section(meeting.title ?? t('decisionsOfPeriod.outside'), [
      ...headOf(meeting, make),
      decisionsTable(meeting.decisions, first, columns, meeting.title !== null, make),
    ]);
  });
  const period = periodText(paper, make);
  return documentModel({
    meta: paperMeta(make, {
      ...paper,
      title: t('decisionsOfPeriod.title'),
      ...(period === null ? {} : { subtitle: period }),
      kind: 'decisionsOfPeriod',
    }),
    titlePage: {
      isCompact: true,
      dateLabel: t('decisionsOfPeriod.asOf', { day: words.day(paper.day) }),
      facts: known(
        [t('fact.subGroup'), paper.subGroupName],
        [t('fact.decisions'), decisions.length === 0 ? null : countText(decisions, make)],
      ),
    },
    numbering: 'none',
    hasContents: false,
    sections:
      sections.length > 0
        ? sections
        : [section(t('decisionsOfPeriod.title'), [paragraph(t('decisionsOfPeriod.none'))])],
  });
}
