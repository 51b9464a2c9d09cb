import { column, lineBreak, paragraph, table, timeline } from '#documents/compose.ts';
import type { InlineInput } from '#documents/compose.ts';
import type { Block, Inline } from '#documents/model.ts';
import { dateKey, gatherAlike } from '#documents/reports/dates.ts';
import type { ReportDate } from '#documents/reports/dates.ts';

import type { PaperMaking } from './making.ts';
import type { PaperDeliverable, PaperMilestone } from './paper-data.ts';

const lines = (texts: readonly string[]): InlineInput =>
  texts.flatMap((text, index): (string | Inline)[] => (index === 0 ? [text] : [lineBreak, text]));

/** When a milestone is due: its day, otherwise its period; the empty text when nothing is known. */
export function milestoneWhen(
  { dueOn, period, isLate }: Pick<PaperMilestone, 'dueOn' | 'period' | 'isLate'>,
  { words, t }: PaperMaking,
): string {
  if (dueOn === null) return period === null ? '' : words.quarter(period);
  return isLate ? t('lateOn', { day: words.day(dueOn) }) : words.day(dueOn);
}

export function milestoneTable(milestones: readonly PaperMilestone[], make: PaperMaking): Block {
  const { t, words, choice } = make;
  return table(
    [
      column(t('column.milestone'), { weight: 4 }),
      column(t('column.due'), { weight: 2.6 }),
      column(t('column.state'), { weight: 2 }),
    ],
    milestones.map((milestone) => [
      lines([
        milestone.title,
        ...(milestone.description === null ? [] : [milestone.description]),
        ...(milestone.dependsOn === null ? [] : [t('dependsOn', { title: milestone.dependsOn })]),
      ]),
      milestoneWhen(milestone, make),
      milestone.doneOn === null
        ? choice(`milestone.status.${milestone.status}`)
        : t('stateOn', {
            state: choice(`milestone.status.${milestone.status}`),
            day: words.day(milestone.doneOn),
          }),
    ]),
  );
}

/** « Reçu le 3 mai 2017 », « En retard (échéance : …) ». */
export function deliveryText(
  { state, stateOn, dueOn }: PaperDeliverable,
  { t, words }: PaperMaking,
): string {
  if (state === 'expected' || state === 'late') {
    return dueOn === null
      ? t(`delivery.${state}`)
      : t(`delivery.${state}By`, { day: words.day(dueOn) });
  }
  return stateOn === null
    ? t(`delivery.${state}`)
    : t('stateOn', { state: t(`delivery.${state}`), day: words.day(stateOn) });
}

export function deliverableTable(
  deliverables: readonly PaperDeliverable[],
  make: PaperMaking,
): Block {
  const { t, words, choice } = make;
  return table(
    [
      column(t('column.deliverable'), { weight: 4 }),
      column(t('column.kind'), { weight: 2 }),
      column(t('column.quarter'), { weight: 2 }),
      column(t('column.state'), { weight: 2.4 }),
    ],
    deliverables.map((one) => [
      one.title,
      choice(`deliverable.kind.${one.kind}`),
      one.quarter === null ? '' : words.quarter(one.quarter),
      deliveryText(one, make),
    ]),
  );
}

/** What lies ahead, in its order. */
export function datesBlocks(dates: readonly ReportDate[], make: PaperMaking): readonly Block[] {
  const { t, words } = make;
  if (dates.length === 0) return [paragraph(t('pack.noDates'))];
  return [
    timeline(
      ...gatherAlike(dates).map((date) => ({
        when: words.when(date),
        title: t(
          `date.${dateKey(date)}`,
          'count' in date ? { count: date.count } : { title: date.title },
        ),
        ...(date.detail === null ? {} : { detail: date.detail }),
      })),
    ),
  ];
}
