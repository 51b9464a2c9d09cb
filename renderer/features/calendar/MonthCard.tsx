import type { KeyboardEvent } from 'react';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { CalendarDate } from '#contract/calendar.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Calendar.module.css';
import { DateLink } from './DateLink.tsx';
import { dateKey, weeksOf } from './days.ts';
import { kindWords, useCalendarWords } from './words.ts';

export interface MonthCardProps {
  readonly month: string;
  /** What the month's list tells, in its order. */
  readonly dates: readonly CalendarDate[];
  readonly byDay: ReadonlyMap<string, readonly CalendarDate[]>;
  readonly today: string;
  /** The day that the keyboard stands on, where it is of this month. */
  readonly current: string | null;
  readonly onKeyDown: (day: string, event: KeyboardEvent) => void;
  /** The person goes into a day that has something; the card's list is then shown whole. */
  readonly onEnter: (day: string, dates: readonly CalendarDate[]) => void;
}

/** As many lines of a month as are shown before the rest is asked for. */
const FEW = 6;

/** One month: its days, those that have something made to stand out, and below them what it is. */
export const MonthCard = memo(function MonthCard(props: MonthCardProps) {
  const { month, dates, byDay, today, current, onKeyDown, onEnter } = props;
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const words = useCalendarWords();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  // What is not shown is still there for paper, which has no button to ask for it.
  const few = isWhole || dates.length <= FEW + 1 ? dates.length : FEW;

  function nameOf(day: string, found: readonly CalendarDate[]): string {
    const told = found.map((date) => `${kindWords(date, t)}${t('colon')} ${date.title}`);
    return [
      words.fullDay(day),
      ...(day === today ? [t('today')] : []),
      ...(told.length === 0 ? [] : [told.join(' ; ')]),
    ].join(', ');
  }

  return (
    <section className={styles.month} aria-labelledby={id} data-past={month < today.slice(0, 7)}>
      <h2 id={id} className={styles.monthName}>
        {words.month(month)}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- as the pattern of date grids has it */}
      <table className={styles.days} role="grid" aria-labelledby={id}>
        <thead>
          <tr>
            {words.weekdays.map(({ letter, name }) => (
              <th key={name} scope="col" abbr={name}>
                <span aria-hidden="true">{letter}</span>
                <span className="r-visually-hidden">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, row) => (
            // Weeks have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={row}>
              {week.map((day, column) => {
                // oxlint-disable-next-line react/no-array-index-key -- as above
                if (day === null) return <td key={column} aria-hidden="true" />;
                const found = byDay.get(day) ?? [];
                return (
                  <td key={day}>
                    <button
                      type="button"
                      className={styles.day}
                      data-day={day}
                      data-count={found.length === 0 ? undefined : Math.min(found.length, 3)}
                      data-late={found.some(({ state }) => state === 'late') || undefined}
                      data-today={day === today || undefined}
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={nameOf(day, found)}
                      title={found.length === 0 ? undefined : nameOf(day, found)}
                      tabIndex={day === current ? 0 : -1}
                      onKeyDown={(event) => onKeyDown(day, event)}
                      onClick={() => {
                        if (found.length > 1) setWhole(true);
                        onEnter(day, found);
                      }}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {dates.length > 0 && (
        <ul className={styles.lines} aria-label={words.monthAndYear(month)}>
          {dates.map((date, index) => (
            <li key={dateKey(date)} data-extra={index >= few || undefined}>
              <DateLink date={date} month={month} />
            </li>
          ))}
        </ul>
      )}
      {few < dates.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('more', { count: dates.length - few, n: format.number(dates.length - few) })}
        </button>
      )}
    </section>
  );
});
