import { bullets, item, paragraph, section, strong } from '#documents/compose.ts';
import type { Block, Section } from '#documents/model.ts';
import { capitalised, linesOf } from '#documents/reports/wording.ts';
import { formatNumber } from '#documents/typography.ts';

import type { CommitteeData, CommitteePhase, CommitteeTie, TakenDecision } from './data.ts';
import type { PaperTable, SelectionMaking, SelectionOptions, SelectionPaper } from './making.ts';
import { applicationColumns, finished, outcomeText, selectionMaking, tableOr } from './making.ts';

/** Lines of the discussion list: beyond, nobody disagrees enough to talk. */
const DISCUSSED = 25;

/** Sheets of several phases are told apart by the phase. */
const named = (make: SelectionMaking, key: string, phase: CommitteePhase, isAlone: boolean) => ({
  key,
  name: isAlone ? make.t(`sheet.${key}`) : `${make.t(`sheet.${key}`)} – ${phase.name}`,
});

export function quotaText(
  { quotaMin: min, quotaMax: max }: Pick<CommitteePhase, 'quotaMin' | 'quotaMax'>,
  { t }: SelectionMaking,
): string | null {
  if (min === null) return max === null ? null : t('quota.max', { max });
  if (max === null) return t('quota.min', { min });
  return min === max ? t('quota.exact', { max }) : t('quota.range', { min, max });
}

function memberBlocks(phase: CommitteePhase, make: SelectionMaking, isAlone: boolean): Block[] {
  const { t, choice } = make;
  const hasSeverity = phase.members.some(({ severity }) => severity !== null);
  return [
    tableOr(
      make,
      {
        ...named(make, 'members', phase, isAlone),
        columns: [
          { key: 'name', label: t('column.member'), kind: 'text', weight: 2.4 },
          { key: 'organisation', label: t('column.organisation'), kind: 'text', weight: 2.4 },
          { key: 'role', label: t('column.role'), kind: 'text', weight: 1.6 },
          { key: 'scored', label: t('column.scored'), kind: 'integer', weight: 1 },
          { key: 'abstained', label: t('column.abstained'), kind: 'integer', weight: 1.2 },
          { key: 'missing', label: t('column.missing'), kind: 'integer', weight: 1.2 },
          { key: 'recusals', label: t('column.recusals'), kind: 'integer', weight: 1 },
          ...(hasSeverity
            ? [
                {
                  key: 'severity',
                  label: t('column.severity'),
                  kind: 'number' as const,
                  weight: 1.1,
                },
              ]
            : []),
        ],
        rows: phase.members.map((member) => [
          member.name,
          member.organisationName,
          member.role === null
            ? t('minutes.notAMember')
            : capitalised(choice(`mandate.role.${member.role}`)),
          member.scored,
          member.abstained,
          member.missing,
          member.recusals,
          ...(hasSeverity
            ? [member.severity === null ? null : Math.round(member.severity * 100) / 100]
            : []),
        ]),
      },
      t('minutes.noMembers'),
    ),
    ...(hasSeverity ? [paragraph(t('minutes.severity'), 'small')] : []),
  ];
}

function conflictBlocks(phase: CommitteePhase, make: SelectionMaking, isAlone: boolean): Block[] {
  const { t } = make;
  const open = phase.conflicts.filter(({ isRecused }) => !isRecused).length;
  return [
    tableOr(
      make,
      {
        ...named(make, 'conflicts', phase, isAlone),
        columns: [
          { key: 'member', label: t('column.member'), kind: 'text', weight: 2 },
          { key: 'number', label: t('column.number'), kind: 'integer', weight: 0.8 },
          { key: 'organisation', label: t('column.organisation'), kind: 'text', weight: 2.4 },
          { key: 'reasons', label: t('column.conflict'), kind: 'text', weight: 4 },
          { key: 'recusal', label: t('column.recusal'), kind: 'text', weight: 1.2 },
        ],
        rows: phase.conflicts.map(
          ({ personName, number, organisationName, reasons, isRecused }) => [
            personName,
            number,
            organisationName,
            reasons.join(`${make.words.t('semicolon')} `),
            t(isRecused ? 'minutes.recused' : 'minutes.notRecused'),
          ],
        ),
      },
      t('minutes.noConflicts'),
    ),
    ...(open > 0 ? [paragraph(t('minutes.openConflicts', { count: open }), 'small')] : []),
  ];
}

/** Criteria and the method in words: what makes a ranking one that can be checked. */
export function methodBlocks(
  phase: CommitteePhase,
  make: SelectionMaking,
  isAlone: boolean,
): Block[] {
  const { t, language } = make;
  return [
    tableOr(
      make,
      {
        ...named(make, 'criteria', phase, isAlone),
        columns: [
          { key: 'name', label: t('column.criterion'), kind: 'text', weight: 4 },
          { key: 'weight', label: t('column.weight'), kind: 'number' },
          { key: 'share', label: t('column.weightShare'), kind: 'number', weight: 1.4 },
          { key: 'scale', label: t('column.scale'), kind: 'text', weight: 1.4 },
        ],
        rows: phase.criteria.map(({ name, weight, share, scaleMin, scaleMax }) => [
          name,
          weight,
          share === null ? null : Math.round(share * 1000) / 10,
          t('minutes.scale', {
            min: formatNumber(scaleMin, language),
            max: formatNumber(scaleMax, language),
          }),
        ]),
      },
      t('minutes.noCriteria'),
    ),
    ...phase.sentences.map((sentence) => paragraph(sentence)),
    ...(phase.obstacles.length === 0
      ? []
      : [paragraph(strong(t('minutes.obstacles'))), bullets(...phase.obstacles)]),
  ];
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

function rankingTable(phase: CommitteePhase, make: SelectionMaking, isAlone: boolean): PaperTable {
  const { t } = make;
  return {
    ...named(make, 'ranking', phase, isAlone),
    columns: [
      { key: 'rank', label: t('column.rank'), kind: 'integer', weight: 0.8 },
      ...applicationColumns(make),
      { key: 'score', label: t('column.score'), kind: 'number', weight: 0.9 },
      { key: 'dispersion', label: t('column.dispersion'), kind: 'number', weight: 1.1 },
      { key: 'evaluators', label: t('column.evaluators'), kind: 'integer', weight: 1.1 },
      { key: 'outcome', label: t('column.outcome'), kind: 'text', weight: 1.9 },
    ],
    rows: phase.ranking.map((row) => [
      row.rank,
      row.number,
      row.organisationName,
      row.title,
      rounded(row.score),
      rounded(row.dispersion),
      row.evaluators,
      row.outcome === null ? t('minutes.undecided') : outcomeText(row.outcome, make),
    ]),
  };
}

function tieLine({ numbers, rule, criterionName }: CommitteeTie, make: SelectionMaking): string {
  const { t, words } = make;
  return t(`minutes.tie.${rule}`, {
    list: words.list(numbers.map((number) => t('minutes.number', { number }))),
    criterion: criterionName ?? '',
  });
}

function discussionBlocks(phase: CommitteePhase, make: SelectionMaking, isAlone: boolean): Block[] {
  const { t } = make;
  return [
    paragraph(t('minutes.discussionIntro')),
    make.tableOf({
      ...named(make, 'discussion', phase, isAlone),
      columns: [
        ...applicationColumns(make),
        { key: 'score', label: t('column.score'), kind: 'number', weight: 0.9 },
        { key: 'dispersion', label: t('column.dispersion'), kind: 'number', weight: 1.1 },
        { key: 'decisive', label: t('column.decisive'), kind: 'text', weight: 1.4 },
      ],
      rows: phase.discussion
        .slice(0, DISCUSSED)
        .map((row) => [
          row.number,
          row.organisationName,
          row.title,
          rounded(row.score),
          rounded(row.dispersion),
          t(row.isDecisive ? 'minutes.decisive' : 'minutes.notDecisive'),
        ]),
    }),
  ];
}

/** Outcomes one by one, in the order in which phases give them, each with those who got it. */
function decisionSections(
  phase: CommitteePhase,
  make: SelectionMaking,
  isAlone: boolean,
): Section[] {
  const { t } = make;
  const byOutcome = new Map<string, TakenDecision[]>();
  for (const one of phase.decisions) {
    byOutcome.set(one.outcome, [...(byOutcome.get(one.outcome) ?? []), one]);
  }
  return [...byOutcome].map(([outcome, decisions]) => {
    const hasReason = decisions.some(({ reason }) => reason !== null);
    const hasRank = outcome === 'reserve' && decisions.some(({ rank }) => rank !== null);
    const provisional = decisions.filter(({ isReleased }) => !isReleased).length;
    return section(
      t('minutes.outcome', { outcome: outcomeText(outcome, make), count: decisions.length }),
      [
        make.tableOf({
          key: `outcome-${outcome}`,
          name: isAlone
            ? outcomeText(outcome, make)
            : `${outcomeText(outcome, make)} – ${phase.name}`,
          columns: [
            ...(hasRank
              ? [{ key: 'rank', label: t('column.rank'), kind: 'integer' as const, weight: 0.8 }]
              : []),
            ...applicationColumns(make),
            ...(hasReason
              ? [{ key: 'reason', label: t('column.reason'), kind: 'text' as const, weight: 3.4 }]
              : []),
          ],
          rows: decisions.map((one) => [
            ...(hasRank ? [one.rank] : []),
            one.number,
            one.organisationName,
            one.title,
            ...(hasReason ? [one.reason] : []),
          ]),
        }),
        ...(provisional > 0
          ? [paragraph(t('minutes.provisional', { count: provisional }), 'small')]
          : []),
      ],
    );
  });
}

/** When decisions were released, and what was changed afterwards. */
function releaseBlocks(phase: CommitteePhase, make: SelectionMaking): Block[] {
  const { t, words } = make;
  const lines = phase.releases.map(({ releasedAt, byName, note }) =>
    item(
      t(byName === null ? 'minutes.release' : 'minutes.releaseBy', {
        day: words.day(releasedAt.slice(0, 10)),
        name: byName ?? '',
      }),
      ...linesOf(note).map((line) => paragraph(line)),
    ),
  );
  return lines.length === 0 ? [paragraph(t('minutes.noRelease'))] : [bullets(...lines)];
}

function exceptionTable(phase: CommitteePhase, make: SelectionMaking, isAlone: boolean): Block {
  const { t } = make;
  return tableOr(
    make,
    {
      ...named(make, 'exceptions', phase, isAlone),
      columns: [
        { key: 'number', label: t('column.number'), kind: 'integer', weight: 0.8 },
        { key: 'organisation', label: t('column.organisation'), kind: 'text', weight: 2.4 },
        { key: 'from', label: t('column.from'), kind: 'text', weight: 1.6 },
        { key: 'to', label: t('column.to'), kind: 'text', weight: 1.6 },
        { key: 'reason', label: t('column.reason'), kind: 'text', weight: 3.4 },
        { key: 'on', label: t('column.on'), kind: 'date', weight: 1.6 },
        { key: 'by', label: t('column.by'), kind: 'text', weight: 1.8 },
      ],
      rows: phase.exceptions.map((one) => [
        one.number,
        one.organisationName,
        outcomeText(one.fromOutcome, make),
        outcomeText(one.toOutcome, make),
        one.reason,
        one.statedAt.slice(0, 10),
        one.statedByName,
      ]),
    },
    t('minutes.noExceptions'),
  );
}

/** All that the minutes say of one phase. */
export function committeeSections(
  phase: CommitteePhase,
  make: SelectionMaking,
  isAlone: boolean,
): Section[] {
  const { t } = make;
  const part = (key: string, blocks: readonly Block[], sections: readonly Section[] = []) =>
    section(t(`minutes.${key}`), blocks, { sections });
  return [
    part('members', memberBlocks(phase, make, isAlone)),
    part('conflicts', conflictBlocks(phase, make, isAlone)),
    part('method', methodBlocks(phase, make, isAlone)),
    part('ranking', [
      tableOr(make, rankingTable(phase, make, isAlone), t('minutes.noRanking')),
      ...(phase.ranking.length > 0 ? [paragraph(t('minutes.dispersion'), 'small')] : []),
    ]),
    ...(phase.ranking.length === 0
      ? []
      : [
          part('ties', [
            phase.ties.length === 0
              ? paragraph(t('minutes.noTies'))
              : bullets(...phase.ties.map((tie) => tieLine(tie, make))),
          ]),
        ]),
    ...(phase.discussion.length === 0
      ? []
      : [part('discussion', discussionBlocks(phase, make, isAlone))]),
    part(
      'decisions',
      phase.decisions.length === 0 ? [paragraph(t('minutes.noDecisions'))] : [],
      decisionSections(phase, make, isAlone),
    ),
    part('releases', releaseBlocks(phase, make)),
    part('exceptions', [exceptionTable(phase, make, isAlone)]),
  ];
}

function phaseFacts(phase: CommitteePhase, make: SelectionMaking): string {
  const { t, words } = make;
  const quota = quotaText(phase, make);
  return [
    ...(phase.committeeName === null ? [] : [phase.committeeName]),
    ...(phase.deadlineOn === null
      ? []
      : [t('minutes.deadline', { day: words.day(phase.deadlineOn) })]),
    ...(quota === null ? [] : [t('minutes.quota', { quota, kept: phase.kept })]),
  ].join(' – ');
}

/** The minutes of a call's committees: who judged what, how, and what came of it. */
export function buildCommitteeMinutes(
  data: CommitteeData,
  options: SelectionOptions,
): SelectionPaper {
  const make = selectionMaking(options);
  const { t } = make;
  const [only] = data.phases;
  const isAlone = data.phases.length === 1;
  const sections =
    only === undefined
      ? [section(t('minutes.title'), [paragraph(t('minutes.noPhase'))])]
      : isAlone
        ? committeeSections(only, make, true)
        : data.phases.map((phase, index) =>
            section(phase.name, [paragraph(phaseFacts(phase, make))], {
              sections: committeeSections(phase, make, false),
              startsPage: index > 0,
            }),
          );
  return finished(make, data.head, {
    kind: 'committeeMinutes',
    title: t('minutes.title'),
    facts: only !== undefined && isAlone ? [[only.name, phaseFacts(only, make)]] : [],
    sections,
    isLong: !isAlone && data.phases.length > 1,
  });
}
