import type { DateTyping } from './date-typing.ts';
import { parseTypedDate } from './date-typing.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

/** Beginnings of the words for lengths of time, without accents: French and English share most. */
const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['day', /^(j|jours?|days?)$/],
  ['week', /^(sem|semaines?|weeks?)$/],
  ['month', /^(mois|months?)$/],
  ['year', /^(ans?|annees?|years?)$/],
];

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  a: 1,
  an: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  dix: 10,
  ten: 10,
  quinze: 15,
  fifteen: 15,
};

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/[.,]$/, '')
    .trim();

const at = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

function shifted(iso: string, days: number): string {
  const date = at(iso);
  date.setUTCDate(date.getUTCDate() + days);
  return isoOf(date);
}

/** So many months later: the same day, or the last of a shorter month. */
function monthsLater(iso: string, months: number): string {
  const date = at(iso);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  return isoOf(
    new Date(
      Date.UTC(
        date.getUTCFullYear(),
        date.getUTCMonth(),
        Math.min(day, lastDayOf(date.getUTCFullYear(), date.getUTCMonth())),
      ),
    ),
  );
}

const lastDayOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

function later(today: string, count: number, unit: Unit): string {
  if (unit === 'day') return shifted(today, count);
  if (unit === 'week') return shifted(today, count * 7);
  return monthsLater(today, unit === 'month' ? count : count * 12);
}

/** Days of the week as the languages name them, Sunday first. */
function weekdayOf(word: string, languages: readonly string[]): number | null {
  if (word.length < 3) return null;
  for (const language of languages) {
    const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    // 4 January 1970 was a Sunday.
    const names = Array.from({ length: 7 }, (_, day) =>
      fold(format.format(new Date(Date.UTC(1970, 0, 4 + day)))),
    );
    const found = names.findIndex((name) => name.startsWith(word));
    if (found >= 0) return found;
  }
  return null;
}

/** The first such day of the week after today. */
function nextWeekday(today: string, weekday: number): string {
  const ahead = (weekday - at(today).getUTCDay() + 7) % 7;
  return shifted(today, ahead === 0 ? 7 : ahead);
}

function endOfPeriod(what: string, typing: DateTyping): string | null {
  const { today } = typing;
  const now = at(today);
  if (/^(de |du |of |of the |the )?(ce |this |la |cette )?(semaine|week)$/.test(what)) {
    // Friday: the working week's end.
    return shifted(today, (5 - now.getUTCDay() + 7) % 7);
  }
  if (/^(de |du |of |of the |the )?(ce |this )?(mois|month)$/.test(what)) {
    return isoOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)));
  }
  if (/^(de l'|d'|l'|of the |of |the )?(annee|an|year)$/.test(what)) {
    return `${today.slice(0, 4)}-12-31`;
  }
  const first = nextOccurrence(`1 ${what.replace(/^(de |d'|du mois de |of )/, '')}`, typing, 31);
  if (first === null) return null;
  const month = at(first);
  return isoOf(new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)));
}

/** A day without its year is the next one to come; one that is `grace` days past still counts. */
function nextOccurrence(text: string, typing: DateTyping, grace = 0): string | null {
  const day = parseTypedDate(text, typing);
  if (day === null || day >= shifted(typing.today, -grace)) return day;
  if (/\d{4}/.test(text) || /^\d{1,2} ?[/.\- ] ?\d{1,2} ?[/.\- ] ?\d{2}$/.test(text)) return day;
  const past = ['yesterday'] as const;
  if (past.some((word) => typing.words[word].some((known) => fold(known) === text))) return day;
  const [, month = '', date = ''] = day.split('-');
  const next = `${Number(day.slice(0, 4)) + 1}-${month}-${date}`;
  return isoOf(at(next)) === next ? next : null;
}

/**
 * Reads a day to come as people say it: all that `parseTypedDate` reads, « vendredi », « lundi
 * prochain », « dans 2 semaines », « d’ici un mois », « fin septembre », « fin du mois », in French
 * and English. As YYYY-MM-DD; null when it is not understood.
 */
export function parseDueDate(typed: string, typing: DateTyping): string | null {
  const text = fold(typed).replace(/^(pour |avant |jusqu'au |au |by |before |until |due )+/, '');
  if (text === '') return null;
  const length = /^(?:dans|d'ici|sous|in|within) (\w+) (\w+)$/.exec(text);
  if (length !== null) {
    const [, many = '', of = ''] = length;
    const count = /^\d{1,3}$/.test(many) ? Number(many) : NUMBERS[many];
    const unit = UNITS.find(([, words]) => words.test(of))?.[0];
    return count === undefined || unit === undefined ? null : later(typing.today, count, unit);
  }
  if (/^((la )?semaine prochaine|next week)$/.test(text)) return nextWeekday(typing.today, 1);
  if (/^((le )?mois prochain|next month)$/.test(text)) return monthsLater(typing.today, 1);
  const end = /^(?:la |the )?(?:fin|end) (.+)$/.exec(text);
  if (end?.[1] !== undefined) return endOfPeriod(end[1], typing);
  const weekday = /^(?:le |ce |on |this |next )?([a-z]+)\.?(?: prochain| en huit| week)?$/.exec(
    text,
  );
  const named = weekday?.[1] === undefined ? null : weekdayOf(weekday[1], typing.languages);
  if (named !== null) {
    const day = nextWeekday(typing.today, named);
    return text.endsWith(' en huit') ? shifted(day, 7) : day;
  }
  // The day of the week before a date only repeats it.
  const [first = '', ...others] = text.split(' ');
  const bare =
    others.length > 0 && first.length > 2 && weekdayOf(first, typing.languages) !== null
      ? others.join(' ')
      : text;
  return nextOccurrence(bare, typing);
}
