import { Button, CloseButton, Group, Select, Stack, Text } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { B2bMeetingView, SlotView } from '#contract/timetable.channels.ts';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';

export interface MeetingSheetProps {
  readonly meeting: B2bMeetingView;
  readonly where: string;
  readonly slots: readonly SlotView[];
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

/** One meeting of the timetable: why it is there; fixed, moved or cancelled. */
export function MeetingSheet({ meeting, where, slots, isReadOnly, onClose }: MeetingSheetProps) {
  const { t } = useTranslation('eventsScreen');
  const { id, isLocked, status, slot } = meeting;
  const pair = t('pair', { buyer: meeting.buyerName, company: meeting.companyName });
  const isOpen = status === 'planned' && !isReadOnly;
  return (
    // Escape closes the panel, wherever in it the keyboard is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={classes['side']}
      aria-label={pair}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Group justify="space-between" align="start" wrap="nowrap">
        <Text fw={600} size="sm">
          {pair}
        </Text>
        <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />
      </Group>
      <Stack gap={4} mt="xs">
        <Text size="sm">
          {[
            meeting.startsAt === null
              ? ''
              : t('hours', { from: meeting.startsAt, to: meeting.endsAt ?? '?' }),
            where,
            meeting.place ?? '',
            t(`vocabulary:choice.b2bMeeting.status.${status}`),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        {meeting.needTitle !== null && (
          <Text size="sm">{t('meeting.need', { title: meeting.needTitle })}</Text>
        )}
        {meeting.offerTitle !== null && (
          <Text size="sm">{t('meeting.offer', { title: meeting.offerTitle })}</Text>
        )}
        {meeting.reason !== null && (
          <Text size="sm" c="dimmed">
            {meeting.reason}
          </Text>
        )}
      </Stack>
      {isOpen && (
        <Stack gap="xs" mt="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={
              isLocked ? (
                <IconLockOpen size="1rem" aria-hidden />
              ) : (
                <IconLock size="1rem" aria-hidden />
              )
            }
            onClick={() =>
              void doWrite('timetable:lock', { meetingIds: [id], isLocked: !isLocked })
            }
          >
            {t(isLocked ? 'meeting.unlock' : 'meeting.lock')}
          </Button>
          <Select
            size="xs"
            label={t('meeting.move')}
            disabled={isLocked}
            description={isLocked ? t('meeting.moveLocked') : null}
            data={slots.map((one) => ({ value: String(one.index), label: one.startsAt }))}
            value={slot === null ? null : String(slot)}
            allowDeselect={false}
            onChange={(next) => {
              if (next !== null && Number(next) !== slot) {
                void doWrite('timetable:move', { meetingId: id, slot: Number(next) });
              }
            }}
          />
          <Button
            size="xs"
            variant="subtle"
            color="red"
            onClick={() => {
              void doWrite('timetable:cancel', { meetingIds: [id] }).then((isDone) => {
                if (isDone) onClose();
              });
            }}
          >
            {t('meeting.cancel')}
          </Button>
        </Stack>
      )}
    </aside>
  );
}
