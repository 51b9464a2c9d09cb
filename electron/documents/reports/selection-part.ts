import {
  chart,
  column,
  emphasis,
  paragraph,
  step,
  steps,
  table,
  trace,
} from '#documents/compose.ts';
import type { Block, StepsBlock } from '#documents/model.ts';
import { formatNumber } from '#documents/typography.ts';

import type { CallData, PhaseData } from './data.ts';
import type { Making } from './parts.ts';
import type { Wording } from './wording.ts';

/** A first sentence longer than this makes a poor title. */
const TITLE_LENGTH = 190;

function quotaText(t: Wording['t'], { quotaMin: min, quotaMax: max }: PhaseData): string | null {
  if (min === null) return max === null ? null : t('selection.quotaMax', { max });
  if (max === null) return t('selection.quotaMin', { min });
  return min === max ? t('selection.quotaExact', { max }) : t('selection.quotaRange', { min, max });
}

/** A description that opens with the name of its phase is not said twice. */
function phaseWords({ name, description }: PhaseData): { title: string; content: string } {
  const text = description ?? '';
  if (!text.toLocaleLowerCase().startsWith(name.toLocaleLowerCase()))
    return { title: name, content: text };
  const end = /[.!?](?=\s|$)/u.exec(text)?.index ?? text.length;
  return end > TITLE_LENGTH
    ? { title: name, content: text }
    : { title: text.slice(0, end), content: text.slice(end + 1).trim() };
}

/** The phases of a selection with their deadlines and quotas. */
export function methodSteps({ t, words }: Making, call: CallData): StepsBlock {
  return steps(
    ...call.phases.map((phase) => {
      const { title, content } = phaseWords(phase);
      const quota = quotaText(t, phase);
      return step(title, {
        content,
        ...(phase.deadlineOn === null ? {} : { deadline: words.day(phase.deadlineOn) }),
        ...(quota === null ? {} : { quota }),
      });
    }),
  );
}

/** Where the selection stands: the funnel, what became of each response, why some were excluded. */
export function selectionState(make: Making, call: CallData): readonly Block[] {
  const { data, t, tracer, words } = make;
  const { language } = words;
  if (call.received.count === 0) return [];
  const date = words.day(data.asOfOn);
  const origin = tracer.register('applications', call.received.records);
  const stages = [{ ...call.received, label: t('selection.received') }, ...call.stages];
  const entries = stages.map(({ label, count }) =>
    t('selection.funnelEntry', { label, count: formatNumber(count, language) }),
  );
  return [
    ...(call.stages.length === 0
      ? []
      : [
          chart({
            kind: 'funnel',
            title: t('selection.funnel', { date }),
            categories: stages.map(({ label }) => label),
            series: [{ name: t('selection.count'), values: stages.map(({ count }) => count) }],
            unit: t('selection.unit'),
            alt: t('selection.funnelAlt', { list: entries.join('; ') }),
            source: t('source.applications', { date }),
          }),
        ]),
    table(
      [
        column(t('selection.issue'), { weight: 4 }),
        column(t('selection.count'), { align: 'end', weight: 1 }),
      ],
      [
        ...call.outcomes.map(({ key, count, records }) => [
          t(`selection.outcome.${key}`),
          [trace(count, records)],
        ]),
        [
          t('selection.total'),
          [trace(call.received.count, call.received.records, { source: origin })],
        ],
      ],
      { caption: t('selection.issues', { date }) },
    ),
    ...(call.exclusions.length === 0
      ? []
      : [
          paragraph([
            `${t('selection.excludedFor')} `,
            ...call.exclusions.flatMap(({ label, count, records }, index) => [
              index === 0 ? '' : `${t('semicolon')} `,
              `${label} (`,
              trace(count, records),
              ')',
            ]),
            '.',
          ]),
        ]),
    ...(call.isFictitious ? [paragraph(emphasis(t('selection.fictitious')), 'small')] : []),
  ];
}
