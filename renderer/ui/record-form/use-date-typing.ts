import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { DateTyping } from './date-typing.ts';

/** The local day as YYYY-MM-DD. */
export function localToday(now = new Date()): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** What is needed to read a typed day in the language of the screen. */
export function useDateTyping(): DateTyping {
  const { t, i18n } = useTranslation('grid');
  return useMemo(() => {
    const isFrench = i18n.language.startsWith('fr');
    return {
      languages: isFrench ? ['fr', 'en'] : ['en', 'fr'],
      today: localToday(),
      words: {
        yesterday: [t('date.yesterday')],
        today: [t('date.today')],
        tomorrow: [t('date.tomorrow')],
      },
    };
  }, [t, i18n.language]);
}
