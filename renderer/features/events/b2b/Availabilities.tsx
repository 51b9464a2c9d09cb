import { ActionIcon, Button, SegmentedControl, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import { Section } from '#ui/record-form/Section.tsx';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';
import { HourInput } from '../HourInput.tsx';
import type { ParticipantSheetProps } from './ParticipantSheet.tsx';

type Period = ChannelInput<'timetable:setAvailability'>['periods'][number];

/** When a participant is there and when it is not, and what else keeps it busy. */
export function Availabilities({ id, sheet, participant, isReadOnly }: ParticipantSheetProps) {
  const { t } = useTranslation('eventsScreen');
  const { organisationId } = participant;
  const own = sheet.availabilities.filter((one) => one.organisationId === organisationId);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isThere, setThere] = useState('away');
  function keep(periods: readonly Period[]): void {
    void doWrite('timetable:setAvailability', { id, organisationId, periods: [...periods] }).then(
      (isDone) => {
        if (!isDone) return;
        setFrom('');
        setTo('');
      },
    );
  }
  const stored = own.map(({ startsAt, endsAt, isAvailable, note }) => ({
    startsAt,
    endsAt,
    isAvailable,
    note,
  }));
  const causes = participant.busy
    .filter(({ cause }) => cause !== 'unavailable' && cause !== 'break')
    .map(({ slot, cause }) =>
      t('availability.busy', {
        at: sheet.slots.find(({ index }) => index === slot)?.startsAt ?? '',
        cause: t(`grid.busy.${cause}`),
      }),
    );
  return (
    <Section title={t('availability.title')} count={own.length}>
      <Text size="sm" c="dimmed">
        {own.length === 0 ? t('availability.always') : t('availability.rule')}
      </Text>
      {causes.length > 0 && <Text size="sm">{causes.join(' · ')}</Text>}
      <ul className={classes['plain']}>
        {own.map((one, index) => (
          <li key={one.id} className={classes['item']}>
            <div className={classes['line']}>
              <span className={classes['hours']}>
                {t('hours', { from: one.startsAt, to: one.endsAt })}
              </span>
              <span className={classes['grow']}>
                {[t(one.isAvailable ? 'availability.there' : 'availability.away'), one.note]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {!isReadOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('availability.remove', { from: one.startsAt, to: one.endsAt })}
                  onClick={() => keep(stored.filter((_, at) => at !== index))}
                >
                  <IconTrash size="1.1rem" aria-hidden />
                </ActionIcon>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <form
          className={classes['addLine']}
          aria-label={t('availability.add')}
          onSubmit={(event) => {
            event.preventDefault();
            if (from === '' || to === '') return;
            const isAvailable = isThere === 'there';
            keep([...stored, { startsAt: from, endsAt: to, isAvailable, note: null }]);
          }}
        >
          <HourInput label={t('from')} value={from} onChange={setFrom} />
          <HourInput label={t('to')} value={to} onChange={setTo} />
          <SegmentedControl
            size="xs"
            aria-label={t('availability.kind')}
            data={[
              { value: 'away', label: t('availability.away') },
              { value: 'there', label: t('availability.there') },
            ]}
            value={isThere}
            onChange={setThere}
          />
          <Button type="submit" size="xs" variant="default" disabled={from === '' || to === ''}>
            {t('add')}
          </Button>
        </form>
      )}
    </Section>
  );
}
