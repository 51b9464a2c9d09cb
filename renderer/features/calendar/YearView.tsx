import type { KeyboardEvent } from 'react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { CalendarDate } from '#contract/calendar.channels.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useFormat } from '#ui/format.ts';

import { useCalendar } from './calendar-state.ts';
import styles from './Calendar.module.css';
import { dayAfter, datesByDay, monthOf, monthsOf, monthTelling } from './days.ts';
import { MonthCard } from './MonthCard.tsx';

export interface YearViewProps {
  readonly year: number;
  readonly dates: readonly CalendarDate[];
  /** How much no date places. */
  readonly undatedCount: number;
  readonly today: string;
}

const none: readonly CalendarDate[] = [];

/** The twelve months of a year; one day at a time takes the keyboard, and arrows move it. */
export function YearView({ year, dates, undatedCount, today }: YearViewProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const [, setLocation] = useLocation();
  const chosen = useCalendar((state) => state.day);
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const byDay = useMemo(() => datesByDay(dates, year), [dates, year]);
  const byMonth = useMemo(
    () => Map.groupBy(dates, (date) => monthTelling(date, year)),
    [dates, year],
  );
  const inYear = (day: string): boolean => Number(day.slice(0, 4)) === year;
  const usual = inYear(today) ? today : `${year}-01-01`;
  const current = chosen !== null && inYear(chosen) ? chosen : usual;

  // A day of another year can take the focus only once that year is drawn.
  useEffect(() => {
    const day = wanted.current;
    if (day === null) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
    if (cell === null || cell === undefined) return;
    wanted.current = null;
    cell.focus();
  });

  const onKeyDown = useCallback((day: string, event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = dayAfter(day, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    useCalendar.setState({ day: next, year: Number(next.slice(0, 4)) });
  }, []);

  const onEnter = useCallback(
    (day: string, found: readonly CalendarDate[]) => {
      useCalendar.setState({ day, year: Number(day.slice(0, 4)) });
      const [only, ...others] = found;
      if (only === undefined) return;
      if (others.length === 0) {
        setLocation(recordPath(only.table, only.id));
        return;
      }
      requestAnimationFrame(() => {
        const first = found.map(({ fromOn }) => fromOn).find((on) => on === day) ?? only.fromOn;
        frame.current?.querySelector<HTMLElement>(`[data-first="${first}"]`)?.focus();
      });
    },
    [setLocation],
  );

  return (
    <div ref={frame} className={styles.year} aria-label={t('ofYear', { year })} role="group">
      {monthsOf(year).map((month) => (
        <MonthCard
          key={month}
          month={month}
          dates={byMonth.get(month) ?? none}
          byDay={byDay}
          today={today}
          current={monthOf(current) === month ? current : null}
          onKeyDown={onKeyDown}
          onEnter={onEnter}
        />
      ))}
      {undatedCount > 0 && (
        <p className={styles.foot}>
          {t('undatedCount', { count: undatedCount, n: format.number(undatedCount) })}{' '}
          <button
            type="button"
            className={styles.more}
            onClick={() => useCalendar.setState({ view: 'agenda' })}
          >
            {t('seeAgenda')}
          </button>
        </p>
      )}
    </div>
  );
}
