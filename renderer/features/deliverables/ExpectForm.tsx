import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { quarterOf } from '#domain/dates.ts';
import { deliverableKinds } from '#domain/deliverable.ts';
import { reportError, useActivity } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { QuarterSelect } from './QuarterSelect.tsx';

type Kind = (typeof deliverableKinds)[number];

export interface ExpectFormProps {
  readonly workingGroupId: string;
  readonly onDone: (quarter: string) => void;
}

/** Expects what every sub-group owes in a quarter; what is already there stays as it is. */
export function ExpectForm({ workingGroupId, onDone }: ExpectFormProps) {
  const { t } = useTranslation('deliverables');
  const [quarter, setQuarter] = useState(() => quarterOf(localToday()));
  const [kinds, setKinds] = useState<readonly Kind[]>([
    'roadmap',
    'writtenContribution',
    'presentation',
  ]);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const isUnderWay = useRef(false);

  function run(): void {
    if (isUnderWay.current || kinds.length === 0) return;
    isUnderWay.current = true;
    operations
      .perform('deliverables:expect', {
        workingGroupId,
        quarter,
        kinds: [...kinds],
        dueOn,
      })
      .then(({ operationId }) => {
        const messageKey = 'deliverables:expect.nothing';
        if (operationId === null) {
          useActivity.getState().notify({ kind: 'info', messageKey, params: {} });
        }
        onDone(quarter);
      })
      .catch(reportError)
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <Stack
      component="form"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Text size="sm">{t('expect.text')}</Text>
      <QuarterSelect
        label={t('expect.quarter')}
        value={quarter}
        onChange={(next) => setQuarter(next ?? quarter)}
      />
      <Checkbox.Group
        label={t('expect.kinds')}
        value={[...kinds]}
        onChange={(chosen) => setKinds(deliverableKinds.filter((kind) => chosen.includes(kind)))}
      >
        <Stack gap={6} mt={6}>
          {deliverableKinds.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(`vocabulary:choice.deliverable.kind.${kind}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <DayInput
        size="sm"
        label={t('expect.dueOn')}
        placeholder={t('expect.dueOnHint')}
        value={dueOn}
        onChange={setDueOn}
      />
      <Button type="submit" disabled={kinds.length === 0}>
        {t('expect.run')}
      </Button>
    </Stack>
  );
}
