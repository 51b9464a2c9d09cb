import type { DocumentLanguage } from '#documents/model.ts';

/** U+00A0, before colons and units. */
const NBSP = '\u00a0';
/** U+202F, before ; ! ? and inside « ». */
const NARROW = '\u202f';
const SPACES = '[ \\u00a0\\u202f]';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** Web and mail addresses keep their punctuation. */
const ADDRESS = /(?:https?:\/\/|mailto:|www\.)[^\s«»"]+|[^\s«»"]+@[^\s«»"]+\.[^\s«»"]+/giu;

const UNITS = '€|k€|M€|Md€|%|‰|°C|km²|km|m²|m³|cm|mm|kg|ha|Go|Mo|Ko|h|min';

const rules: readonly (readonly [RegExp, string])[] = [
  [/\.\.\./gu, '…'],
  [/(?<=\p{L})'(?=[\p{L}\p{N}«“])/gu, '’'],
  [new RegExp(`«${SPACES}*`, 'gu'), `«${NARROW}`],
  [new RegExp(`${SPACES}*»`, 'gu'), `${NARROW}»`],
  [new RegExp(`${SPACES}+([;!?])`, 'gu'), `${NARROW}$1`],
  [/(?<=[\p{L}\p{N})\]»%€’”…])([;!?])(?=[\s»)!?]|$)/gu, `${NARROW}$1`],
  [new RegExp(`${SPACES}+:(?=\\s|$)`, 'gu'), `${NBSP}:`],
  [/(?<=[\p{L}\p{N})\]»%€’”…]):(?=\s|$)/gu, `${NBSP}:`],
  [/(?<=\d)(?=[€%‰])/gu, NBSP],
  [new RegExp(`(?<=\\d)${SPACES}+(?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu'), NBSP],
  [new RegExp(`(?<![\\p{L}\\p{N}])([nN]°)${SPACES}*(?=\\d)`, 'gu'), `$1${NBSP}`],
];

const groupDigits = (text: string): string =>
  text.replace(/(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)/gu, (match) =>
    match.replace(/[ \u00a0]/gu, NARROW),
  );

const quotes = (text: string): string =>
  text.replace(/"([^"\n]*)"/gu, (_match, inside: string) => `«${NARROW}${inside.trim()}${NARROW}»`);

const applyRules = (text: string): string =>
  groupDigits(rules.reduce((result, [pattern, by]) => result.replace(pattern, by), text));

/** French spaces, quotes and apostrophes for running text; applying it twice changes nothing more. */
export function frenchTypography(text: string): string {
  const quoted = quotes(text);
  let result = '';
  let from = 0;
  for (const match of quoted.matchAll(ADDRESS)) {
    result += applyRules(quoted.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + applyRules(quoted.slice(from));
}

/** Typography of the document's language; English text is left as it is. */
export const typeset = (text: string, language: DocumentLanguage): string =>
  language === 'fr' ? frenchTypography(text) : text;

/** A number as the language writes it: 1 250 or 1,250; at most `digits` decimals. */
export const formatNumber = (value: number, language: DocumentLanguage, digits = 2): string =>
  Number.isFinite(value)
    ? new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value)
    : '–';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/u;

function readDate(iso: string): Date | null {
  const [, year, month, day] = ISO_DATE.exec(iso) ?? [];
  if (year === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? date : null;
}

/** The day of an ISO date when it exists in the calendar, otherwise the first of 2000: for file properties. */
export const validDay = (iso: string): string =>
  readDate(iso) === null ? '2000-01-01' : iso.slice(0, 10);

const words = (date: Date, language: DocumentLanguage, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...parts }).format(date);

const dayOf = (date: Date, language: DocumentLanguage): string => {
  const day = date.getUTCDate();
  return language === 'fr' && day === 1 ? '1er' : String(day);
};

/** An ISO date in words: « 9 mai 2017 », « 1er juin 2017 »; anything else comes back unchanged. */
export function formatDate(iso: string, language: DocumentLanguage): string {
  const date = readDate(iso);
  if (date === null) return iso;
  return `${dayOf(date, language)}${NBSP}${words(date, language, { month: 'long', year: 'numeric' })}`;
}

/** Month and year of an ISO date: « juin 2017 ». */
export function formatMonth(iso: string, language: DocumentLanguage): string {
  const date = readDate(iso);
  return date === null ? iso : words(date, language, { month: 'long', year: 'numeric' });
}

/** Two ISO dates in words, common parts said once: « 20 – 26 novembre 2017 ». */
export function formatDateRange(from: string, to: string, language: DocumentLanguage): string {
  const [start, end] = [readDate(from), readDate(to)];
  if (start === null || end === null || from === to) return formatDate(from, language);
  const last = formatDate(to, language);
  if (start.getUTCFullYear() !== end.getUTCFullYear()) {
    return `${formatDate(from, language)} – ${last}`;
  }
  const first = dayOf(start, language);
  return start.getUTCMonth() === end.getUTCMonth()
    ? `${first}${NBSP}–${NBSP}${last}`
    : `${first}${NBSP}${words(start, language, { month: 'long' })} – ${last}`;
}
