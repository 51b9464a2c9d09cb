import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
const EXACT: Intl.NumberFormatOptions = { maximumFractionDigits: 15 };

interface Stated {
  readonly value: number;
  readonly isMinimum?: boolean;
}

/** Amounts in words, to the last decimal: what is shown must add up for the reader too. */
export function useAmounts() {
  const { t } = useTranslation('indicators');
  const { language } = useFormat();
  return useMemo(() => {
    const exact = new Intl.NumberFormat(LOCALES[language], EXACT);
    const signed = new Intl.NumberFormat(LOCALES[language], { ...EXACT, signDisplay: 'always' });
    const amount = (value: number): string => exact.format(value);
    const stated = ({ value, isMinimum = false }: Stated, unit: string | null): string => {
      const figure = isMinimum ? t('atLeast', { value: amount(value) }) : amount(value);
      return unit === null ? figure : `${figure} ${unit}`;
    };
    return { amount, stated, signed: (value: number): string => signed.format(value) };
  }, [language, t]);
}
