import { Button, NumberInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import { textOf } from '#ui/text-of.ts';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';
import { HourInput } from '../HourInput.tsx';
import type { B2bProps } from './b2b-props.ts';

type Plan = Omit<ChannelInput<'timetable:savePlan'>, 'id'>;
const LIMITS = ['minPerBuyer', 'maxPerBuyer', 'minPerCompany', 'maxPerCompany'] as const;

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function planOf(record: Readonly<Record<string, unknown>> | null): Plan {
  return {
    startsAt: textOf(record?.['startsAt']) || '10:00',
    slotMinutes: numberOf(record?.['slotMinutes']) ?? 20,
    gapMinutes: numberOf(record?.['gapMinutes']) ?? 5,
    slotCount: numberOf(record?.['slotCount']) ?? 8,
    tableCount: numberOf(record?.['tableCount']),
    place: textOf(record?.['place']) || null,
    minPerBuyer: numberOf(record?.['minPerBuyer']),
    maxPerBuyer: numberOf(record?.['maxPerBuyer']),
    minPerCompany: numberOf(record?.['minPerCompany']),
    maxPerCompany: numberOf(record?.['maxPerCompany']),
  };
}

/** When meetings take place, how many at a time, and how many each side may have. */
export function PlanForm({ id, sheet, isReadOnly }: B2bProps) {
  const { t } = useTranslation('eventsScreen');
  const [draft, setDraft] = useState<Partial<Plan>>({});
  const plan: Plan = { ...planOf(sheet.plan), ...draft };
  const set = (change: Partial<Plan>): void => setDraft((known) => ({ ...known, ...change }));
  const amount = (value: string | number): number | null => (value === '' ? null : Number(value));
  return (
    <form
      className={classes['planForm']}
      aria-label={t('b2b.view.slots')}
      onSubmit={(event) => {
        event.preventDefault();
        void doWrite('timetable:savePlan', { id, ...plan }).then((isDone) => {
          if (isDone) setDraft({});
        });
      }}
    >
      <HourInput
        label={t('slots.startsAt')}
        value={plan.startsAt}
        isReadOnly={isReadOnly}
        width="100%"
        onChange={(startsAt) => set({ startsAt: startsAt === '' ? plan.startsAt : startsAt })}
      />
      <NumberInput
        size="xs"
        label={t('slots.slotMinutes')}
        min={5}
        max={240}
        readOnly={isReadOnly}
        value={plan.slotMinutes}
        onChange={(value) => set({ slotMinutes: amount(value) ?? plan.slotMinutes })}
      />
      <NumberInput
        size="xs"
        label={t('slots.gapMinutes')}
        min={0}
        max={120}
        readOnly={isReadOnly}
        value={plan.gapMinutes}
        onChange={(value) => set({ gapMinutes: amount(value) ?? plan.gapMinutes })}
      />
      <NumberInput
        size="xs"
        label={t('slots.slotCount')}
        min={1}
        max={60}
        readOnly={isReadOnly}
        value={plan.slotCount}
        onChange={(value) => set({ slotCount: amount(value) ?? plan.slotCount })}
      />
      <NumberInput
        size="xs"
        label={t('slots.tableCount')}
        description={t('slots.tableHint')}
        min={1}
        max={1000}
        readOnly={isReadOnly}
        value={plan.tableCount ?? ''}
        onChange={(value) => set({ tableCount: amount(value) })}
      />
      <TextInput
        size="xs"
        label={t('slots.place')}
        readOnly={isReadOnly}
        value={plan.place ?? ''}
        onChange={({ currentTarget: { value } }) => set({ place: value === '' ? null : value })}
      />
      {LIMITS.map((limit) => (
        <NumberInput
          key={limit}
          size="xs"
          label={t(`slots.${limit}`)}
          min={0}
          max={60}
          readOnly={isReadOnly}
          value={plan[limit] ?? ''}
          onChange={(value) => set({ [limit]: amount(value) })}
        />
      ))}
      <div className={classes['whole']}>
        <Text size="sm" c="dimmed" mb="xs">
          {sheet.slots.length === 0
            ? t('slots.none')
            : sheet.slots
                .map(({ startsAt, endsAt }) => t('hours', { from: startsAt, to: endsAt }))
                .join(' · ')}
        </Text>
        {!isReadOnly && (
          <Button
            type="submit"
            size="sm"
            disabled={sheet.plan !== null && Object.keys(draft).length === 0}
          >
            {t('slots.save')}
          </Button>
        )}
      </div>
    </form>
  );
}
