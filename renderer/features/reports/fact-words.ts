import { useTranslation } from 'react-i18next';

import type { FactView } from '#contract/edition.views.ts';
import { useFormat } from '#ui/format.ts';

type Stated = Pick<FactView, 'kind' | 'value' | 'unit' | 'isMinimum'>;

/** What a fact states, in words: « plus de 300 dossiers », « 9 mai 2017 ». */
export function useFactWords(): (fact: Stated) => string {
  const { t } = useTranslation('reports');
  const { number, date } = useFormat();
  return ({ kind, value, unit, isMinimum }) => {
    if (kind === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
      return date(value);
    }
    if (typeof value === 'string') return value;
    const text = unit === null ? number(value) : `${number(value)}\u00A0${unit}`;
    return isMinimum ? t('facts.atLeast', { value: text }) : text;
  };
}
