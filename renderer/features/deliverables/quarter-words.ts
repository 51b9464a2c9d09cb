import type { TFunction } from 'i18next';

/** A quarter in words: « T3 2017 ». */
export function quarterWords(t: TFunction, quarter: string): string {
  return t('deliverables:quarter', { number: quarter.slice(6), year: quarter.slice(0, 4) });
}
