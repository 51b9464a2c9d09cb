import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { likelihood } from './decisions.ts';
import { useImport } from './import.store.ts';
import type { PlanRow } from './use-plan-rows.ts';

type LabelOf = (key: string) => string;

/** What columns of the register are called. */
export function useLabelOf(): LabelOf {
  const available = useImport((state) => state.guess?.available);
  return useMemo(() => {
    const labels = new Map((available ?? []).map(({ key, label }) => [key, label]));
    return (key) => labels.get(key) ?? key;
  }, [available]);
}

function changesText({ changes }: PlanRow, t: TFunction, labelOf: LabelOf): string {
  const [first] = changes;
  if (first === undefined) return '';
  const empty = t('exchange:preview.emptyValue');
  const text = t('exchange:preview.change', {
    field: labelOf(first.key),
    before: first.before === '' ? empty : first.before,
    after: first.after === '' ? empty : first.after,
  });
  const count = changes.length - 1;
  return count === 0 ? text : t('exchange:preview.moreChanges', { text, count, n: count });
}

function duplicateText({ decision, candidates, sameAsRow }: PlanRow, t: TFunction): string {
  if (decision !== null) {
    const id = decision.kind === 'update' ? decision.id : null;
    const label = candidates.find((candidate) => candidate.id === id)?.label ?? '';
    return t(`exchange:duplicate.decided.${decision.kind}`, { label });
  }
  if (sameAsRow !== null) return t('exchange:duplicate.likeRow', { row: sameAsRow });
  const [best] = candidates;
  if (best === undefined) return '';
  const likely = t(`exchange:duplicate.likely.${likelihood(best.score)}`);
  return t('exchange:duplicate.looksLike', { label: best.label, likely });
}

/** The record's name as the row tells it; of a row left out, whatever it begins with. */
export function labelOfRow({ label, fate, cells }: PlanRow, t: TFunction): string {
  const told = label === '' && fate === 'ignored' ? (cells[0]?.text ?? '') : label;
  return told === '' ? t('exchange:preview.noLabel') : told;
}

/** What is to be known first of a row, in a line. */
export function rowSummary(row: PlanRow, t: TFunction, labelOf: LabelOf): string {
  const told = row.cells
    .filter(({ text }) => text !== '' && text !== row.label)
    .map(({ text }) => text)
    .join(' · ');
  switch (row.fate) {
    case 'error': {
      const [problem] = row.problems;
      if (problem === undefined) return told;
      return problem.cell === null
        ? problem.message
        : t('exchange:preview.problem', { cell: problem.cell, message: problem.message });
    }
    case 'update':
      return changesText(row, t, labelOf);
    case 'duplicate':
      return duplicateText(row, t);
    case 'ignored':
      return row.notes[0]?.message ?? t('exchange:fate.explain.ignored');
    default:
      return told;
  }
}

export function useRowSummary(row: PlanRow | undefined): string {
  const { t } = useTranslation();
  const labelOf = useLabelOf();
  return row === undefined ? '' : rowSummary(row, t, labelOf);
}
