import { Button, Loader } from '@mantine/core';
import { IconCalendarMonth, IconFilterOff } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';

import { calendarKinds } from '#contract/calendar.channels.ts';
import { useCommand } from '#stores/commands.store.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import { AgendaView } from './AgendaView.tsx';
import { useCalendar } from './calendar-state.ts';
import styles from './Calendar.module.css';
import { CalendarBar } from './CalendarBar.tsx';
import type { ShownCalendar } from './use-calendar.ts';
import { useShownCalendar } from './use-calendar.ts';
import { YearView } from './YearView.tsx';

export interface CalendarScreenProps {
  /** What stands around it: the tabs of the meetings' screen. */
  readonly Frame: ComponentType<{ readonly children: ReactNode }>;
}

/** Everything of a year that has a date: as twelve months, or one after the other. */
export function CalendarScreen({ Frame }: CalendarScreenProps) {
  const { t } = useTranslation('calendar');
  const [, setLocation] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const today = localToday();
  const shown = useShownCalendar(today);
  useBreadcrumb([{ label: t('tab') }]);
  useCommand(
    isReadOnly
      ? null
      : {
          id: 'new',
          label: t('meetings:new'),
          keys: 'Ctrl+N',
          run: () => setLocation('/meetings/new'),
        },
  );
  useCommand({
    id: 'calendar-today',
    label: t('goTodayCommand'),
    run: () => useCalendar.setState({ year: Number(today.slice(0, 4)), day: today }),
  });

  return (
    <Screen title={t('meetings:title')} isFlush>
      <Frame>
        <div className={styles.frame}>
          <CalendarBar shown={shown} today={today} />
          <h2 className={styles.printTitle}>{t('ofYear', { year: shown.year })}</h2>
          <div className={styles.scroll}>
            {shown.error === null ? (
              <Content shown={shown} today={today} isReadOnly={isReadOnly} />
            ) : (
              <RefusalNote error={shown.error} />
            )}
          </div>
        </div>
      </Frame>
    </Screen>
  );
}

interface ContentProps {
  readonly shown: ShownCalendar;
  readonly today: string;
  readonly isReadOnly: boolean;
}

function Content({ shown, today, isReadOnly }: ContentProps) {
  const { t } = useTranslation('calendar');
  const view = useCalendar((state) => state.view);
  const { year, calendar, dates, undated } = shown;
  if (calendar === undefined) return <Loader m="lg" aria-label={t('loading')} />;
  const isEmpty = calendar.dates.length === 0;
  return (
    <>
      {isEmpty && <EmptyYear year={year} known={calendar.known} isReadOnly={isReadOnly} />}
      {calendar.isCut && <p className={styles.hint}>{t('cut')}</p>}
      {!isEmpty && dates.length === 0 && (
        <p className={styles.hint}>
          {t('nothingLeft')}{' '}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconFilterOff size="1rem" aria-hidden />}
            onClick={() => useCalendar.setState({ kinds: calendarKinds, body: null })}
          >
            {t('showAll')}
          </Button>
        </p>
      )}
      {!isEmpty && <p className={styles.help}>{t(view === 'year' ? 'help' : 'helpAgenda')}</p>}
      {view === 'year' ? (
        <YearView year={year} dates={dates} undatedCount={undated.length} today={today} />
      ) : (
        <AgendaView year={year} dates={dates} undated={undated} today={today} />
      )}
    </>
  );
}

interface EmptyYearProps {
  readonly year: number;
  readonly known: { readonly first: number; readonly last: number } | null;
  readonly isReadOnly: boolean;
}

/** Says what belongs in a year that has nothing, and where there is something. */
function EmptyYear({ year, known, isReadOnly }: EmptyYearProps) {
  const { t } = useTranslation('calendar');
  const nearest = known === null ? null : Math.min(Math.max(year, known.first), known.last);
  return (
    <EmptyScreen
      icon={IconCalendarMonth}
      title={t('emptyTitle', { year })}
      description={t('emptyText')}
      actions={
        <>
          {!isReadOnly && (
            <Button component={Link} href="/meetings/new">
              {t('meetings:new')}
            </Button>
          )}
          {nearest !== null && nearest !== year && (
            <Button variant="default" onClick={() => useCalendar.setState({ year: nearest })}>
              {t('goTo', { year: nearest })}
            </Button>
          )}
        </>
      }
    />
  );
}
