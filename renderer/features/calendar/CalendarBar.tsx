import { ActionIcon, Button, Select, SegmentedControl } from '@mantine/core';
import {
  IconCalendarShare,
  IconChevronLeft,
  IconChevronRight,
  IconPrinter,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { CalendarKind, CalendarYear } from '#contract/calendar.channels.ts';
import { calendarKinds } from '#contract/calendar.channels.ts';
import { useFormat } from '#ui/format.ts';

import type { View } from './calendar-state.ts';
import { useCalendar, views } from './calendar-state.ts';
import styles from './Calendar.module.css';
import { kindIcons } from './DateLink.tsx';
import { exportCalendar } from './export-calendar.ts';
import type { ShownCalendar } from './use-calendar.ts';

export interface CalendarBarProps {
  readonly shown: ShownCalendar;
  readonly today: string;
}

/** The year, how it is shown, what of it, and the ways out: calendar file and paper. */
export function CalendarBar({ shown, today }: CalendarBarProps) {
  const { t } = useTranslation('calendar');
  const { view } = useCalendar();
  const { year, calendar, workingGroupId } = shown;
  const turn = (to: number): void => useCalendar.setState({ year: to });
  return (
    <div className={styles.bar}>
      <div className={styles.barLine}>
        <ActionIcon
          variant="default"
          aria-label={t('earlier')}
          title={t('earlier')}
          onClick={() => turn(year - 1)}
        >
          <IconChevronLeft size="1.1rem" />
        </ActionIcon>
        <span className={styles.yearName} role="status">
          {year}
        </span>
        <ActionIcon
          variant="default"
          aria-label={t('later')}
          title={t('later')}
          onClick={() => turn(year + 1)}
        >
          <IconChevronRight size="1.1rem" />
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => useCalendar.setState({ year: Number(today.slice(0, 4)), day: today })}
        >
          {t('goToday')}
        </Button>
        <SegmentedControl<View>
          size="xs"
          aria-label={t('view')}
          data={views.map((value) => ({ value, label: t(`views.${value}`) }))}
          value={view}
          onChange={(next) => useCalendar.setState({ view: next })}
        />
        <BodySelect shown={shown} />
        <div className={styles.out}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCalendarShare size="1rem" aria-hidden />}
            onClick={() => {
              void exportCalendar({ year, workingGroupId }, t('fileName', { year }));
            }}
          >
            {t('exportIcs')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPrinter size="1rem" aria-hidden />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </div>
      </div>
      <KindFilter calendar={calendar} />
    </div>
  );
}

/** Whose dates are shown; and of which group, where there are several. */
function BodySelect({ shown }: { readonly shown: ShownCalendar }) {
  const { t } = useTranslation('calendar');
  const { body } = useCalendar();
  const { calendar, groups, workingGroupId } = shown;
  const bodies = new Map(
    [...(calendar?.dates ?? []), ...(calendar?.undated ?? [])].flatMap(
      ({ subGroupId, subGroupName }) =>
        subGroupId === null || subGroupName === null ? [] : [[subGroupId, subGroupName] as const],
    ),
  );
  const known = body === null || body === 'group' || bodies.has(body);
  return (
    <>
      {groups.length > 1 && (
        <Select
          size="xs"
          aria-label={t('group')}
          data={groups.map(({ id, label }) => ({ value: id, label }))}
          value={workingGroupId}
          allowDeselect={false}
          onChange={(next) => useCalendar.setState({ workingGroupId: next, body: null })}
        />
      )}
      {(bodies.size > 0 || !known) && (
        <Select
          size="xs"
          w="15rem"
          aria-label={t('body')}
          data={[
            { value: '', label: t('everybody') },
            { value: 'group', label: t('wholeGroup') },
            ...[...bodies].map(([value, label]) => ({ value, label })),
          ]}
          value={body ?? ''}
          allowDeselect={false}
          onChange={(next) => useCalendar.setState({ body: next === '' ? null : next })}
        />
      )}
    </>
  );
}

/** Kinds of dates, each shown or not, with how many there are. */
function KindFilter({ calendar }: { readonly calendar: CalendarYear | undefined }) {
  const { t } = useTranslation('calendar');
  const { kinds } = useCalendar();
  const format = useFormat();
  const counts = Map.groupBy(calendar?.dates ?? [], ({ kind }) => kind);
  function toggle(kind: CalendarKind): void {
    const next = calendarKinds.filter((one) => kinds.includes(one) !== (one === kind));
    useCalendar.setState({ kinds: next });
  }
  return (
    <div className={styles.kinds} role="group" aria-label={t('kinds')}>
      {calendarKinds.map((kind) => {
        const IconOf = kindIcons[kind];
        const count = counts.get(kind)?.length ?? 0;
        return (
          <button
            key={kind}
            type="button"
            className={styles.chip}
            data-kind={kind}
            aria-pressed={kinds.includes(kind)}
            onClick={() => toggle(kind)}
          >
            <IconOf size="1rem" stroke={1.8} aria-hidden />
            {t(`kindsOf.${kind}`)}
            <span className={styles.chipCount}>{format.number(count)}</span>
          </button>
        );
      })}
    </div>
  );
}
