import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schedule, ScheduleEntry } from '#contract/timetable.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from '../Events.module.css';

export interface SchedulesProps {
  readonly id: string;
  readonly by: 'participants' | 'places';
}

/** The day of one participant, or of one room. */
export function Schedules({ id, by }: SchedulesProps) {
  const { t } = useTranslation('eventsScreen');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: schedules, error } = useQuery('timetable:schedules', { id, by });
  if (error !== null) return <RefusalNote error={error} />;
  if (schedules === undefined) return null;
  const shown = schedules.find(({ subject }) => subject.id === chosen) ?? schedules[0];
  const nameOf = ({ subject }: Schedule): string =>
    subject.name === '' ? t('schedule.noPlace') : subject.name;
  if (shown === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t('schedule.none')}
      </Text>
    );
  }
  return (
    <>
      <Select
        size="xs"
        maw="26rem"
        mb="sm"
        label={t(`schedule.${by}`)}
        searchable
        allowDeselect={false}
        data={schedules.map((one) => ({ value: one.subject.id, label: nameOf(one) }))}
        value={shown.subject.id}
        onChange={setChosen}
      />
      <ol className={classes['plain']} aria-label={nameOf(shown)}>
        {shown.entries.map((entry) => (
          <li key={`${entry.kind} ${entry.id}`} className={classes['item']}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Entry({ entry }: { readonly entry: ScheduleEntry }) {
  const { t } = useTranslation('eventsScreen');
  const title =
    entry.kind === 'meeting'
      ? entry.withName === null
        ? t('pair', { buyer: entry.buyerName ?? '', company: entry.companyName ?? '' })
        : t('schedule.with', { name: entry.withName })
      : entry.kind === 'pitch'
        ? t('schedule.pitch', { title: entry.title })
        : entry.title;
  const facts = [
    entry.withPerson,
    entry.kind === 'demo' ? entry.companyName : null,
    entry.needTitle,
    entry.standNumber === null ? null : t('where.stand', { number: entry.standNumber }),
    entry.tableNumber === null ? null : t('where.table', { number: entry.tableNumber }),
    entry.place,
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <div className={classes['line']} data-kind={entry.kind}>
      <span className={classes['hours']}>
        {t('hours', { from: entry.startsAt, to: entry.endsAt })}
      </span>
      <div className={classes['grow']}>
        <Text size="sm" fw={entry.kind === 'programme' ? 400 : 600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
    </div>
  );
}
