import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { resources } from '#i18n/index.ts';
import { typesetTree } from '#ui/typeset.ts';

/** Makes the texts of both languages ready; resolves at once, since they are part of the program. */
export async function startTexts(language: 'fr' | 'en'): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { fr: typesetTree(resources.fr), en: resources.en },
    lng: language,
    fallbackLng: false,
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
