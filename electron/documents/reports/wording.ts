import { strong } from '#documents/compose.ts';
import type { DocumentLanguage, Inline } from '#documents/model.ts';
import { formatDate, formatMonth } from '#documents/typography.ts';

import type { Moment } from './data.ts';

export type ReportKey = `reportTexts:${string}`;
/** Gives the text of a key in the document's language. */
export type ReportTranslate = (
  key: ReportKey,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** The document's language and its fixed wording. */
export interface Wording {
  readonly language: DocumentLanguage;
  /** A text of the reports, by its key within their file. */
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** A day in words. */
  readonly day: (iso: string) => string;
  /** Days in words, common parts said once: « 20 au 26 novembre 2017 ». */
  readonly days: (fromOn: string, toOn: string) => string;
  /** When something takes place, in words; the empty text when nothing is known. */
  readonly when: (moment: Moment) => string;
  /** `2017-T3` as « 3e trimestre 2017 »; other words come back as they are. */
  readonly quarter: (period: string) => string;
  /** Several things as one run of words: « a, b et c ». */
  readonly list: (items: readonly string[]) => string;
}

/** The year and month that end a day in words, so that the first of two days may leave them out. */
const tailOf = (iso: string, language: DocumentLanguage): readonly string[] => {
  const month = formatMonth(iso, language);
  return [month, month.replace(/^\S+\s/u, '')];
};

export function wording(options: {
  readonly language: DocumentLanguage;
  readonly translate: ReportTranslate;
}): Wording {
  const { language, translate } = options;
  const t: Wording['t'] = (key, params) => translate(`reportTexts:${key}`, params);
  const day = (iso: string): string => formatDate(iso, language);
  const days = (fromOn: string, toOn: string): string => {
    if (fromOn === toOn) return day(fromOn);
    const last = tailOf(toOn, language);
    const common = tailOf(fromOn, language).find((tail) => last.includes(tail)) ?? '';
    const from = day(fromOn).slice(0, common === '' ? undefined : -common.length);
    return t('period.days', { from: from.trim(), to: day(toOn) });
  };
  const quarter = (period: string): string => {
    const [, year, number] = /^(\d{4})-T([1-4])$/u.exec(period) ?? [];
    return year === undefined ? period : t(`period.quarter${number}`, { year });
  };
  return {
    language,
    t,
    day,
    days,
    quarter,
    when: ({ fromOn, toOn, period }) => {
      if (period !== null) return quarter(period);
      if (fromOn === null) return toOn === null ? '' : day(toOn);
      return days(fromOn, toOn ?? fromOn);
    },
    list: (items) =>
      new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' }).format(
        items,
      ),
  };
}

/** Paragraphs of a longer text: one per line that says something. */
export const linesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The text with the first mention of some words made to stand out; unchanged when they are not in it. */
export function highlight(text: string, words: string): readonly (string | Inline)[] {
  const at = text.toLocaleLowerCase().indexOf(words.toLocaleLowerCase());
  if (at < 0 || words === '') return [text];
  const end = at + words.length;
  return [text.slice(0, at), strong(text.slice(at, end)), text.slice(end)].filter(
    (part) => part !== '',
  );
}

/** A sentence ends with a stop, whatever the record's author typed. */
export const sentence = (text: string): string => (/[.!?…:;]$/u.test(text) ? text : `${text}.`);

/** The text with a capital, where it opens a line or a cell. */
export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase() + text.slice(1);
