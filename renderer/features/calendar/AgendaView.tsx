import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { CalendarDate, CalendarYear } from '#contract/calendar.channels.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useFormat } from '#ui/format.ts';
import { periodWords } from '#ui/period-words.ts';

import styles from './Calendar.module.css';
import { dateKey, monthsOf, monthTelling } from './days.ts';
import { kindIcons } from './DateLink.tsx';
import { kindWords, useCalendarWords, useStateWords, whereWords } from './words.ts';

export interface AgendaViewProps {
  readonly year: number;
  readonly dates: readonly CalendarDate[];
  readonly undated: CalendarYear['undated'];
  readonly today: string;
}

/** Where a key leads among the lines; null for keys that lead nowhere. */
function lineAfter(lines: readonly HTMLElement[], at: number, key: string): number | null {
  const month = (index: number): string | undefined => lines[index]?.dataset['month'];
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return lines.length - 1;
    case 'PageDown':
      return lines.findIndex((_, index) => index > at && month(index) !== month(at));
    case 'PageUp': {
      const before = lines.findLastIndex((_, index) => index < at && month(index) !== month(at));
      return lines.findIndex((_, index) => month(index) === month(before));
    }
    default:
      return null;
  }
}

/** The dates of a year one after the other, month by month; arrows move among them. */
export function AgendaView({ year, dates, undated, today }: AgendaViewProps) {
  const { t } = useTranslation('calendar');
  const words = useCalendarWords();
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const byMonth = Map.groupBy(dates, (date) => monthTelling(date, year));
  const isKnown = dates.some((date) => dateKey(date) === chosen);
  const next = dates.find(({ toOn }) => toOn >= today) ?? dates[0];
  const tabbed = isKnown ? chosen : next === undefined ? null : dateKey(next);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const lines = [...(frame.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const at = lines.findIndex((line) => line === document.activeElement);
    const to = at === -1 ? null : lineAfter(lines, at, event.key);
    if (to === null) return;
    event.preventDefault();
    lines[to]?.focus();
  }

  return (
    <div ref={frame} className={styles.agenda}>
      {monthsOf(year).map((month) => {
        const ofMonth = byMonth.get(month);
        if (ofMonth === undefined) return null;
        return (
          <section key={month} className={styles.agendaMonth}>
            <h2 className={styles.monthName}>{words.monthAndYear(month)}</h2>
            <ol className={styles.rows}>
              {ofMonth.map((date) => (
                <li key={dateKey(date)}>
                  <AgendaRow
                    date={date}
                    month={month}
                    isTabbed={dateKey(date) === tabbed}
                    isNext={date === next && date.toOn >= today}
                    onFocus={() => setChosen(dateKey(date))}
                    onKeyDown={onKeyDown}
                  />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {undated.length > 0 && (
        <section className={styles.agendaMonth}>
          <h2 className={styles.monthName}>{t('undated')}</h2>
          <ul className={styles.rows}>
            {undated.map(({ table, id, kind, title, subGroupName, period }) => (
              <li key={id}>
                <Link
                  href={recordPath(table, id)}
                  className={styles.row ?? ''}
                  data-line
                  data-month="undated"
                  onKeyDown={onKeyDown}
                >
                  <span className={styles.rowDay}>{period ?? '–'}</span>
                  <KindSign kind={kind} words={kindWords({ kind, part: null }, t)} />
                  <span className={styles.rowWords}>
                    <span className={styles.rowTitle}>{title}</span>
                    {subGroupName !== null && (
                      <span className={styles.rowWhere}>{subGroupName}</span>
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function KindSign({
  kind,
  words,
}: {
  readonly kind: CalendarDate['kind'];
  readonly words: string;
}) {
  const IconOf = kindIcons[kind];
  return (
    <span className={styles.kind} data-kind={kind}>
      <IconOf size="1.05rem" stroke={1.8} aria-hidden />
      {words}
    </span>
  );
}

interface AgendaRowProps {
  readonly date: CalendarDate;
  readonly month: string;
  readonly isTabbed: boolean;
  /** The first that is still to come. */
  readonly isNext: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function AgendaRow(props: AgendaRowProps) {
  const { date, month, isTabbed, isNext, onFocus, onKeyDown } = props;
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const words = useCalendarWords();
  const stateOf = useStateWords();
  const { table, id, title, fromOn, toOn, startsAt, period, state } = date;
  const where = whereWords(date);
  const says = stateOf(date);
  return (
    <Link
      href={recordPath(table, id)}
      className={styles.row ?? ''}
      data-line
      data-month={month}
      data-next={isNext || undefined}
      data-state={state}
      tabIndex={isTabbed ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className={styles.rowDay}>
        {period === null ? words.shortDay(fromOn) : periodWords(period, t)}
        {startsAt !== null && <span className={styles.rowTime}>{startsAt}</span>}
        {period === null && fromOn !== toOn && (
          <span className={styles.rowTime}>{t('until', { day: format.shortDate(toOn) })}</span>
        )}
      </span>
      <KindSign kind={date.kind} words={kindWords(date, t)} />
      <span className={styles.rowWords}>
        <span className={styles.rowTitle}>{title}</span>
        {where !== '' && <span className={styles.rowWhere}>{where}</span>}
      </span>
      {says !== null && (
        <span className={styles.rowState} data-state={state}>
          {says}
        </span>
      )}
    </Link>
  );
}
