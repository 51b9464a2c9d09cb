import { isCalendarDate } from '#domain/dates.ts';

export interface DateTyping {
  /** BCP 47 languages whose month names are understood, the one of the screen first. */
  readonly languages: readonly string[];
  /** Today as YYYY-MM-DD: gives the year left out, and what « demain » means. */
  readonly today: string;
  /** Words for yesterday, today and tomorrow, in any language. */
  readonly words: Readonly<Record<'yesterday' | 'today' | 'tomorrow', readonly string[]>>;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s\u00A0\u202F]+/g, ' ')
    .trim();

function checked(year: number, month: number, day: number): string | null {
  const iso = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(iso) ? iso : null;
}

/** « 17 » is 2017, « 85 » is 1985: two digits stand for 1970 to 2069. */
function fullYear(text: string | undefined, today: string): number {
  if (text === undefined || text === '') return Number(today.slice(0, 4));
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function shifted(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const monthNames = new Map<string, readonly string[]>();

function namesOf(language: string): readonly string[] {
  const known = monthNames.get(language);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, month) =>
    fold(format.format(new Date(Date.UTC(2017, month, 1)))),
  );
  monthNames.set(language, names);
  return names;
}

/** Month from its name or from the beginning of its name, when only one begins so. */
function monthOf(word: string, languages: readonly string[]): number | null {
  if (word.length < 3) return null;
  for (const language of languages) {
    const names = namesOf(language);
    const exact = names.indexOf(word);
    if (exact >= 0) return exact + 1;
    const found = names.flatMap((name, index) => (name.startsWith(word) ? [index + 1] : []));
    const only = found[0];
    if (found.length === 1 && only !== undefined) return only;
  }
  return null;
}

/**
 * Reads a day as people type it (« 15/09/2017 », « 15.9.17 », « le 15 sept. 2017 », « 1er mars »,
 * « demain », « 2017-09-15 ») as YYYY-MM-DD; null when it is not a day of the calendar.
 */
export function parseTypedDate(typed: string, typing: DateTyping): string | null {
  const text = fold(typed).replace(/^(le|on|the) /, '');
  for (const [word, days] of [
    ['yesterday', -1],
    ['today', 0],
    ['tomorrow', 1],
  ] as const) {
    if (typing.words[word].some((known) => fold(known) === text)) {
      return shifted(typing.today, days);
    }
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const digits = /^(\d{1,2}) ?[/.\- ] ?(\d{1,2})(?: ?[/.\- ] ?(\d{4}|\d{2}))?\.?$/.exec(text);
  if (digits !== null) {
    return checked(fullYear(digits[3], typing.today), Number(digits[2]), Number(digits[1]));
  }
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)? ?([a-z]+)\.?,?(?: (\d{4}|\d{2}))?$/.exec(text);
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/.exec(text);
  const [day, word, year] =
    dayFirst !== null
      ? [dayFirst[1], dayFirst[2], dayFirst[3]]
      : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (day === undefined || word === undefined) return null;
  const month = monthOf(word, typing.languages);
  return month === null ? null : checked(fullYear(year, typing.today), month, Number(day));
}

/** A day as the language writes it, short (« 15/09/2017 ») or with its month in words. */
export function formatDay(
  iso: string,
  language: string,
  style: 'short' | 'medium' = 'short',
): string {
  if (!isCalendarDate(iso)) return iso;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: style === 'short' ? '2-digit' : 'short',
    day: style === 'short' ? '2-digit' : 'numeric',
  }).format(new Date(`${iso}T00:00:00Z`));
}
