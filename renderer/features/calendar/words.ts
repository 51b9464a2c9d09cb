import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { CalendarDate } from '#contract/calendar.channels.ts';
import type { Format } from '#ui/format.ts';
import { useFormat } from '#ui/format.ts';
import { periodWords } from '#ui/period-words.ts';

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

export interface CalendarWords {
  /** « mai », « mai 2017 ». */
  readonly month: (month: string) => string;
  readonly monthAndYear: (month: string) => string;
  /** « mardi 9 mai 2017 ». */
  readonly fullDay: (day: string) => string;
  /** « mar. 9 ». */
  readonly shortDay: (day: string) => string;
  /** Names of the days of the week, Monday first: letter and whole. */
  readonly weekdays: readonly { readonly letter: string; readonly name: string }[];
}

function wordsIn(language: Format['language']): CalendarWords {
  const of = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
    return (day) => format.format(new Date(`${day}T00:00:00Z`));
  };
  const [name, letter] = [of({ weekday: 'long' }), of({ weekday: 'narrow' })];
  const [month, monthAndYear] = [of({ month: 'long' }), of({ month: 'long', year: 'numeric' })];
  const full = of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const short = of({ weekday: 'short', day: 'numeric' });
  return {
    month: (text) => month(`${text}-01`),
    monthAndYear: (text) => monthAndYear(`${text}-01`),
    fullDay: (day) => (language === 'fr' ? full(day).replace(/ 1 /, ' 1er ') : full(day)),
    shortDay: short,
    // 2 January 2017 was a Monday.
    weekdays: [2, 3, 4, 5, 6, 7, 8].map((day) => ({
      letter: letter(`2017-01-0${day}`),
      name: name(`2017-01-0${day}`),
    })),
  };
}

/** Months and days in the words of the screen's language. */
export function useCalendarWords(): CalendarWords {
  const { language } = useFormat();
  return useMemo(() => wordsIn(language), [language]);
}

/** What kind of date it is: « Jalon », « Clôture de l’appel ». */
export const kindWords = (
  { kind, part }: Pick<CalendarDate, 'kind' | 'part'>,
  t: TFunction,
): string => (part === null ? t(`calendar:kind.${kind}`) : t(`calendar:part.${part}`));

/** Where it takes place, or whose it is. */
export const whereWords = ({ kind, place, subGroupName }: CalendarDate): string =>
  [kind === 'meeting' || kind === 'event' ? place : null, subGroupName]
    .filter((words) => words !== null && words !== '')
    .join(' · ');

/** The state, where there is something to say of it. */
export function useStateWords(): (date: CalendarDate) => string | null {
  const { t } = useTranslation('calendar');
  return ({ state, kind }) => {
    if (state === 'late') return t('late');
    const isWork = kind === 'milestone' || kind === 'deliverable' || kind === 'action';
    return state === 'over' && isWork ? t('done') : null;
  };
}

/** When it is, in full: « 9 mai 2017, 14:00 », « T3 2017 ». */
export function whenWords(date: CalendarDate, format: Format, t: TFunction): string {
  const { fromOn, toOn, startsAt, period } = date;
  if (period !== null) return periodWords(period, t);
  if (fromOn !== toOn) return format.period(fromOn, toOn);
  return startsAt === null ? format.date(fromOn) : `${format.date(fromOn)}, ${startsAt}`;
}
