import { chart, emphasis, paragraph, section } from '#documents/compose.ts';
import type { Block, Section } from '#documents/model.ts';
import { capitalised } from '#documents/reports/wording.ts';
import { formatNumber } from '#documents/typography.ts';

import type { StatisticsData } from './data.ts';
import type { SelectionMaking, SelectionOptions, SelectionPaper } from './making.ts';
import { finished, outcomeText, selectionMaking, tableOr } from './making.ts';

type Breakdown = StatisticsData['breakdowns'][number];

/** Lines beyond these make a chart that nobody can read; the table has them all. */
const CHARTED = 8;

const stageNames = ({ stages }: StatisticsData, { t }: SelectionMaking): string[] =>
  stages.map(({ name }) => name ?? t('statistics.received'));

/** Names of kinds and maturities are choices, those of segments and territories are records. */
function lineName(
  dimension: string,
  { id, name }: Breakdown['lines'][number],
  { t, choice }: SelectionMaking,
): string {
  if (id === null) return t(`statistics.none.${dimension}`);
  if (dimension === 'kind') return capitalised(choice(`organisation.kind.${id}`));
  if (dimension === 'maturity') return capitalised(choice(`application.maturity.${id}`));
  if (dimension === 'departement') return name === null ? id : `${name} (${id})`;
  return name ?? id;
}

/** The funnel as a chart and as a table with the share of what came in. */
export function funnelBlocks(data: StatisticsData, make: SelectionMaking): readonly Block[] {
  const { t, language } = make;
  const names = stageNames(data, make);
  const first = data.stages[0]?.count ?? 0;
  const entries = data.stages.map(({ count }, at) =>
    t('statistics.entry', { name: names[at] ?? '', count: formatNumber(count, language) }),
  );
  return [
    chart({
      kind: 'funnel',
      title: t('statistics.funnel'),
      categories: names,
      series: [{ name: t('column.count'), values: data.stages.map(({ count }) => count) }],
      unit: t('statistics.unit'),
      alt: t('statistics.funnelAlt', { list: entries.join(', ') }),
    }),
    make.tableOf({
      key: 'funnel',
      name: t('sheet.funnel'),
      columns: [
        { key: 'stage', label: t('column.stage'), kind: 'text', weight: 4 },
        { key: 'count', label: t('column.count'), kind: 'integer' },
        { key: 'share', label: t('column.share'), kind: 'number', weight: 1.6 },
      ],
      rows: data.stages.map(({ count }, at) => [
        names[at] ?? '',
        count,
        first === 0 ? null : Math.round((1000 * count) / first) / 10,
      ]),
      counted: data.counted.stages,
    }),
  ];
}

/** What became of all, and why some were excluded. */
export function outcomeBlocks(data: StatisticsData, make: SelectionMaking): readonly Block[] {
  const { t } = make;
  const columns = [
    { key: 'what', label: t('column.outcome'), kind: 'text', weight: 4 },
    { key: 'count', label: t('column.count'), kind: 'integer' },
  ] as const;
  return [
    make.tableOf({
      key: 'outcomes',
      name: t('sheet.outcomes'),
      columns,
      rows: [
        ...data.outcomes.map(({ outcome, count }) => [
          ['pending', 'withdrawn', 'duplicate'].includes(outcome)
            ? t(`statistics.${outcome}`)
            : outcomeText(outcome, make),
          count,
        ]),
        ...(data.withdrawn > 0 ? [[t('statistics.withdrawn'), data.withdrawn]] : []),
        ...(data.duplicates > 0 ? [[t('statistics.duplicate'), data.duplicates]] : []),
      ],
      counted: data.outcomes.map(({ outcome }) => data.counted.outcomes[outcome]),
    }),
    ...(data.exclusions.some(({ count }) => count > 0)
      ? [
          make.tableOf({
            key: 'exclusions',
            name: t('sheet.exclusions'),
            columns: [{ ...columns[0], label: t('column.exclusion') }, columns[1]],
            rows: data.exclusions.map(({ title, count }) => [title, count]),
          }),
        ]
      : []),
  ];
}

function breakdownSection(
  { dimension, lines }: Breakdown,
  data: StatisticsData,
  make: SelectionMaking,
): Section {
  const { t } = make;
  const names = stageNames(data, make);
  const title = t(`statistics.by.${dimension}`);
  const largest = lines
    .toSorted((a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0))
    .slice(0, CHARTED);
  return section(
    title,
    [
      ...(lines.length < 2
        ? []
        : [
            chart({
              kind: 'horizontalBar',
              title,
              categories: largest.map((line) => lineName(dimension, line, make)),
              series: names.map((name, at) => ({
                name,
                values: largest.map(({ counts }) => counts[at] ?? 0),
              })),
              unit: t('statistics.unit'),
              alt: t('statistics.breakdownAlt', { title, stages: names.join(', ') }),
            }),
          ]),
      tableOr(
        make,
        {
          key: dimension,
          name: t(`sheet.${dimension}`),
          columns: [
            { key: 'name', label: t(`column.${dimension}`), kind: 'text', weight: 3 },
            ...names.map((name, at) => ({
              key: `stage${at}`,
              label: name,
              kind: 'integer' as const,
              weight: 1.3,
            })),
          ],
          rows: lines.map((line) => [lineName(dimension, line, make), ...line.counts]),
        },
        t('statistics.nothing'),
      ),
      ...(dimension === 'segment' ? [paragraph(t('statistics.severalSegments'), 'small')] : []),
    ],
    { key: `figures.${dimension}` },
  );
}

/** The funnel, the outcomes and who they are, as sections of a document. */
export function statisticsSections(data: StatisticsData, make: SelectionMaking): Section[] {
  const { t } = make;
  if (data.received === 0) {
    return [
      section(t('statistics.funnel'), [paragraph(t('statistics.nothing'))], {
        key: 'figures.funnel',
      }),
    ];
  }
  return [
    section(
      t('statistics.funnel'),
      [
        ...funnelBlocks(data, make),
        paragraph(
          t('statistics.states', {
            late: data.late,
            incomplete: data.incomplete,
            duplicates: data.duplicates,
            withdrawn: data.withdrawn,
          }),
        ),
        ...(data.isFictitious ? [paragraph(emphasis(t('fictitious')), 'small')] : []),
      ],
      { key: 'figures.funnel' },
    ),
    section(t('statistics.outcomes'), outcomeBlocks(data, make), { key: 'figures.outcomes' }),
    ...data.breakdowns.map((breakdown) => breakdownSection(breakdown, data, make)),
  ];
}

/** The figures of a selection. */
export function buildStatistics(data: StatisticsData, options: SelectionOptions): SelectionPaper {
  const make = selectionMaking(options);
  const { t } = make;
  return finished(make, data.head, {
    kind: 'selectionStatistics',
    title: t('statistics.title'),
    facts: [[t('fact.received'), String(data.received)]],
    sections: statisticsSections(data, make),
  });
}
