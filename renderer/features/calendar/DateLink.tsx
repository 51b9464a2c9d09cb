import type { Icon } from '@tabler/icons-react';
import {
  IconCalendarEvent,
  IconChecklist,
  IconFileText,
  IconFlag,
  IconPresentation,
  IconSpeakerphone,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { CalendarDate, CalendarKind } from '#contract/calendar.channels.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useFormat } from '#ui/format.ts';
import { periodWords } from '#ui/period-words.ts';

import styles from './Calendar.module.css';
import { kindWords, useStateWords, whenWords } from './words.ts';

/** The sign of each kind: never told by colour alone. */
export const kindIcons: Readonly<Record<CalendarKind, Icon>> = {
  meeting: IconCalendarEvent,
  event: IconPresentation,
  milestone: IconFlag,
  deliverable: IconFileText,
  action: IconChecklist,
  call: IconSpeakerphone,
};

export interface DateLinkProps {
  readonly date: CalendarDate;
  /** The month in whose list it stands, `2017-05`. */
  readonly month: string;
}

/** One date in the list of its month: the day, the sign of its kind, and the way to the record. */
export function DateLink({ date, month }: DateLinkProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const stateOf = useStateWords();
  const { table, id, kind, title, state, period, fromOn, toOn } = date;
  const IconOf = kindIcons[kind];
  const says = stateOf(date);
  const name = [
    `${whenWords(date, format, t)}${t('colon')} ${kindWords(date, t)}`,
    title,
    ...(says === null ? [] : [says]),
  ].join(', ');
  const inMonth = (day: string): string =>
    day.startsWith(month) ? String(Number(day.slice(8))) : '…';
  const lasts = fromOn !== toOn;
  return (
    <Link
      href={recordPath(table, id)}
      className={styles.line ?? ''}
      data-state={state}
      data-kind={kind}
      data-first={period === null ? fromOn : undefined}
      aria-label={name}
      title={name}
    >
      <span className={styles.lineDay} data-period={period !== null || undefined}>
        {period !== null
          ? shortPeriod(periodWords(period, t))
          : lasts
            ? `${inMonth(fromOn)}–${inMonth(toOn)}`
            : inMonth(fromOn)}
      </span>
      <IconOf size="0.95rem" stroke={1.8} aria-hidden />
      <span className={styles.lineTitle}>{title}</span>
    </Link>
  );
}

/** « T3 » of « T3 2017 »: the year is that of the page. Other words are cut short by the sheet. */
const shortPeriod = (words: string): string => /^T[1-4](?= )/.exec(words)?.[0] ?? '…';
