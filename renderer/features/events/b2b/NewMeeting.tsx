import { Button, CloseButton, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { TimetableSheet } from '#contract/timetable.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from '../Events.module.css';

interface NewMeetingProps {
  readonly id: string;
  readonly sheet: TimetableSheet;
  readonly onClose: () => void;
}

/** Slots in which both sides are free; every slot while one of them is not chosen. */
function freeSlots(sheet: TimetableSheet, sides: readonly (string | null)[]): readonly number[] {
  const chosen = sides.filter((side) => side !== null);
  const taken = new Set(
    chosen.flatMap((organisationId) => [
      ...(sheet.participants
        .find((one) => one.organisationId === organisationId)
        ?.busy.map(({ slot }) => slot) ?? []),
      ...sheet.meetings
        .filter(
          ({ buyerId, companyId, status }) =>
            status !== 'cancelled' &&
            status !== 'wished' &&
            (buyerId === organisationId || companyId === organisationId),
        )
        .flatMap(({ slot }) => slot ?? []),
    ]),
  );
  return sheet.slots.map(({ index }) => index).filter((index) => !taken.has(index));
}

/** Plans one meeting by hand: two who come, and a time at which both are free. */
export function NewMeeting({ id, sheet, onClose }: NewMeetingProps) {
  const { t } = useTranslation('eventsScreen');
  const [buyerId, setBuyer] = useState<string | null>(null);
  const [companyId, setCompany] = useState<string | null>(null);
  const [slot, setSlot] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const free = freeSlots(sheet, [buyerId, companyId]);
  const isFree = slot !== null && free.includes(Number(slot));
  const participants = (side: 'buyer' | 'company') =>
    sheet.participants
      .filter((one) => one.side === side && !one.isWithdrawn)
      .map(({ organisationId, name }) => ({ value: organisationId, label: name }));

  async function add(): Promise<void> {
    if (buyerId === null || companyId === null || !isFree) return;
    setError(null);
    try {
      await operations.perform('timetable:addMeeting', {
        id,
        buyerId,
        companyId,
        slot: Number(slot),
      });
      onClose();
    } catch (thrown) {
      setError(toApiError(thrown));
    }
  }

  return (
    // Escape closes the panel, wherever in it the keyboard is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className={classes['side']}
      aria-label={t('meeting.add')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Group justify="space-between" align="start" wrap="nowrap">
        <Text fw={600} size="sm">
          {t('meeting.add')}
        </Text>
        <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />
      </Group>
      <Stack
        component="form"
        gap="xs"
        mt="xs"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Select
          size="xs"
          searchable
          data-autofocus
          label={t('grid.buyer')}
          data={participants('buyer')}
          value={buyerId}
          onChange={setBuyer}
          nothingFoundMessage={t('meeting.nobody')}
        />
        <Select
          size="xs"
          searchable
          label={t('grid.company')}
          data={participants('company')}
          value={companyId}
          onChange={setCompany}
          nothingFoundMessage={t('meeting.nobody')}
        />
        <Select
          size="xs"
          label={t('meeting.at')}
          description={t(free.length === 0 ? 'meeting.noneFree' : 'meeting.bothFree')}
          data={sheet.slots
            .filter(({ index }) => free.includes(index))
            .map((one) => ({
              value: String(one.index),
              label: t('hours', { from: one.startsAt, to: one.endsAt }),
            }))}
          value={isFree ? slot : null}
          onChange={setSlot}
        />
        {error !== null && <RefusalNote error={error} />}
        <Button
          type="submit"
          size="xs"
          disabled={buyerId === null || companyId === null || !isFree}
        >
          {t('meeting.addRun')}
        </Button>
      </Stack>
    </aside>
  );
}
