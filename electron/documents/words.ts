import { documents as english } from '#i18n/en/documents.ts';
import { documents as french } from '#i18n/fr/documents.ts';
import type { DocumentLanguage } from '#documents/model.ts';

/** The generic words of a document, in its language. */
export type Words = typeof english;

export const wordsFor = (language: DocumentLanguage): Words =>
  language === 'fr' ? french : english;
