import { Anchor, Badge, Button, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { OrderedList } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { doWrite } from '../do-write.ts';
import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { HourInput } from '../HourInput.tsx';
import { RowRecord } from '../RowRecord.tsx';

/** Who goes on stage, in which order and when. */
export function Pitches(props: EventTabProps) {
  const { id, sheet, isReadOnly } = props;
  const { t } = useTranslation('eventsScreen');
  const { pitches } = sheet;
  const take = isReadOnly ? null : (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => void doWrite('events:fromSelection', { id, what: 'pitches' })}
    >
      {t('pitches.take')}
    </Button>
  );
  return (
    <Section title={t('pitches.title')} count={pitches.length} action={take}>
      {pitches.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('pitches.none')}
        </Text>
      )}
      <OrderedList
        label={t('pitches.title')}
        items={pitches}
        isReadOnly={isReadOnly}
        nameOf={({ organisationName }) => organisationName}
        onOrder={(pitchIds) => doWrite('events:orderPitches', { id, pitchIds: [...pitchIds] })}
      >
        {(pitch, index) => (
          <RowRecord
            table="pitchSlot"
            id={pitch.id}
            name={pitch.organisationName}
            isReadOnly={isReadOnly}
          >
            <div className={classes['line']}>
              <span className={classes['rank']}>{index + 1}</span>
              <span className={classes['hours']}>
                {pitch.startsAt === null
                  ? '–'
                  : t('hours', { from: pitch.startsAt, to: pitch.endsAt ?? '?' })}
              </span>
              <div className={classes['grow']}>
                <Anchor
                  href={recordPort.hrefOf('application', pitch.applicationId)}
                  size="sm"
                  fw={600}
                >
                  {pitch.organisationName}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[pitch.applicationTitle, pitch.segmentName].filter(Boolean).join(' · ')}
                </Text>
              </div>
              {!pitch.isSelected && (
                <Badge color="red" variant="light">
                  {t('noLongerSelected')}
                </Badge>
              )}
            </div>
          </RowRecord>
        )}
      </OrderedList>
      {!isReadOnly && pitches.length > 0 && <Times {...props} />}
    </Section>
  );
}

/** Gives all the pitches their hours from the first one on. */
function Times({ id, sheet: { pitches } }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const first = pitches[0];
  const [startsAt, setStartsAt] = useState(first?.startsAt ?? '09:00');
  const [duration, setDuration] = useState(first?.durationMinutes ?? 10);
  const [gap, setGap] = useState(0);
  return (
    <form
      className={classes['addLine']}
      aria-label={t('pitches.times')}
      onSubmit={(event) => {
        event.preventDefault();
        void doWrite('events:orderPitches', {
          id,
          pitchIds: pitches.map((pitch) => pitch.id),
          times: { startsAt, durationMinutes: duration, gapMinutes: gap },
        });
      }}
    >
      <HourInput
        label={t('pitches.startsAt')}
        value={startsAt}
        onChange={(hour) => setStartsAt(hour === '' ? startsAt : hour)}
        width="8rem"
      />
      <NumberInput
        size="xs"
        w="8rem"
        label={t('pitches.duration')}
        min={1}
        max={600}
        value={duration}
        onChange={(value) => setDuration(Number(value) || duration)}
      />
      <NumberInput
        size="xs"
        w="8rem"
        label={t('pitches.gap')}
        min={0}
        max={600}
        value={gap}
        onChange={(value) => setGap(Number(value) || 0)}
      />
      <Button type="submit" size="xs" variant="default">
        {t('pitches.setTimes')}
      </Button>
    </form>
  );
}
