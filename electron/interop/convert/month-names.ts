import { foldLetters } from './fold.ts';

const LANGUAGES = ['fr', 'en'] as const;

function namesOf(language: string, part: 'month' | 'weekday', count: number): string[] {
  const format = new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' });
  return Array.from({ length: count }, (_, at) =>
    // Months of 2018, or the days from Monday, 1 January 2018, on.
    foldLetters(
      format.format(part === 'month' ? Date.UTC(2018, at, 1) : Date.UTC(2018, 0, at + 1)),
    ),
  );
}

const months = LANGUAGES.map((language) => namesOf(language, 'month', 12));
const weekdays = LANGUAGES.flatMap((language) => namesOf(language, 'weekday', 7));
const known = new Map<string, number | null>();
const MOST_KNOWN = 1000;

function findMonth(word: string): number | null {
  for (const names of months) {
    const exact = names.indexOf(word);
    if (exact >= 0) return exact + 1;
  }
  if (word.length < 3) return null;
  for (const names of months) {
    const found = names.flatMap((name, at) => (name.startsWith(word) ? [at + 1] : []));
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

/** 1 to 12 from a folded French or English name, or from a beginning that only one month has. */
export function monthOf(word: string): number | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  const month = findMonth(word);
  if (known.size < MOST_KNOWN) known.set(word, month);
  return month;
}

/** True for a folded name of a day of the week, or a beginning of one. */
export function isWeekday(word: string): boolean {
  return word.length >= 3 && weekdays.some((name) => name.startsWith(word));
}
