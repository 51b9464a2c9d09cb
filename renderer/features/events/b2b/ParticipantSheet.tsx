import { Anchor, Button, Group, NumberInput, Text } from '@mantine/core';
import { IconDoorExit, IconDoorEnter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ParticipantView } from '#contract/timetable.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';
import { Availabilities } from './Availabilities.tsx';
import type { B2bProps } from './b2b-props.ts';
import { Wishes } from './Wishes.tsx';

export interface ParticipantSheetProps extends B2bProps {
  readonly participant: ParticipantView;
}

/** A participant of the meetings: who sits there, how many meetings, when, and with whom. */
export function ParticipantSheet(props: ParticipantSheetProps) {
  const { id, participant, isReadOnly } = props;
  const { t } = useTranslation('eventsScreen');
  const { organisationId, isWithdrawn, name } = participant;
  return (
    <section className={classes['sheet']} aria-label={name}>
      <Group justify="space-between" align="start">
        <div>
          <h3 className={classes['who']}>{name}</h3>
          <Text size="sm" c="dimmed">
            {[
              t(`vocabulary:choice.meetingParticipant.side.${participant.side}`),
              participant.standNumber === null
                ? ''
                : t('where.stand', { number: participant.standNumber }),
              t('participants.figures', {
                meetings: participant.meetings,
                granted: participant.granted,
                wishes: participant.wishes,
                wished: participant.wished,
              }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
          <Anchor href={recordPort.hrefOf('organisation', organisationId)} size="sm">
            {t('participants.page')}
          </Anchor>
        </div>
        {!isReadOnly && (
          <Button
            size="xs"
            variant="default"
            leftSection={
              isWithdrawn ? (
                <IconDoorEnter size="1rem" aria-hidden />
              ) : (
                <IconDoorExit size="1rem" aria-hidden />
              )
            }
            onClick={() =>
              void doWrite('timetable:withdraw', {
                id,
                organisationId,
                isWithdrawn: !isWithdrawn,
              })
            }
          >
            {t(isWithdrawn ? 'participants.return' : 'participants.withdraw')}
          </Button>
        )}
      </Group>
      <Group gap="sm" mt="md" align="end">
        <div className={classes['picker']}>
          <ReferencePicker
            table="person"
            label={t('participants.person')}
            port={recordPort}
            size="xs"
            isOptional
            isReadOnly={isReadOnly}
            value={participant.personId}
            valueLabel={participant.personName ?? undefined}
            onChange={(personId) =>
              void doWrite('timetable:setParticipant', { id, organisationId, personId })
            }
          />
        </div>
        {(['minMeetings', 'maxMeetings'] as const).map((limit) => (
          <LimitInput
            key={`${limit} ${participant[limit] ?? ''}`}
            label={t(`participants.${limit}`)}
            value={participant[limit]}
            isReadOnly={isReadOnly}
            onKeep={(value) =>
              void doWrite('timetable:setParticipant', { id, organisationId, [limit]: value })
            }
          />
        ))}
      </Group>
      <Wishes {...props} />
      <Availabilities {...props} />
    </section>
  );
}

interface LimitInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly isReadOnly: boolean;
  readonly onKeep: (value: number | null) => void;
}

function LimitInput({ label, value, isReadOnly, onKeep }: LimitInputProps) {
  return (
    <NumberInput
      size="xs"
      w="10rem"
      label={label}
      min={0}
      max={60}
      readOnly={isReadOnly}
      defaultValue={value ?? ''}
      onBlur={(event) => {
        const text = event.currentTarget.value.trim();
        const next = text === '' ? null : Number(text);
        if (next !== value && !Number.isNaN(next)) onKeep(next);
      }}
    />
  );
}
