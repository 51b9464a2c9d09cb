import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { deliverableKinds } from '#domain/deliverable.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import { quarterWords } from './quarter-words.ts';
import { QuarterSelect } from './QuarterSelect.tsx';

/** What the matrix knows of the deliverable that is to be planned. */
export interface Planned {
  readonly subGroupId: string | null;
  readonly subGroupName: string;
  readonly kind: string;
  readonly quarter: string;
}

export interface NewDeliverableProps {
  readonly workingGroupId?: string | null;
  readonly planned: Planned | null;
  readonly onMade: (id: string) => void;
}

/** Makes a deliverable that is expected: of what kind, from whom, for when. */
export function NewDeliverable({ workingGroupId = null, planned, onMade }: NewDeliverableProps) {
  const { t } = useTranslation('deliverables');
  const [kind, setKind] = useState(planned?.kind ?? 'writtenContribution');
  const [subGroupId, setSubGroupId] = useState(planned?.subGroupId ?? null);
  const [quarter, setQuarter] = useState<string | null>(planned?.quarter ?? null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const { data: groups } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 2,
  });
  const groupId = workingGroupId ?? groups?.[0]?.id ?? null;
  return (
    <NewRecordForm
      table="deliverable"
      nameField="title"
      values={
        groupId === null
          ? null
          : { workingGroupId: groupId, subGroupId, kind, quarter, dueOn, version: 1 }
      }
      initialName={
        planned === null
          ? ''
          : t('expectedTitle', {
              kind: t(`vocabulary:choice.deliverable.kind.${planned.kind}`),
              subGroup: planned.subGroupName,
              quarter: quarterWords(t, planned.quarter),
            })
      }
      createLabel={t('create')}
      port={recordPort}
      onMade={onMade}
    >
      <Select
        label={t('vocabulary:field.deliverable.kind')}
        data={deliverableKinds.map((value) => ({
          value,
          label: t(`vocabulary:choice.deliverable.kind.${value}`),
        }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => setKind(next ?? kind)}
      />
      <ReferencePicker
        table="subGroup"
        label={t('vocabulary:field.deliverable.subGroupId')}
        port={recordPort}
        isOptional
        value={subGroupId}
        onChange={setSubGroupId}
      />
      <QuarterSelect
        label={t('vocabulary:field.deliverable.quarter')}
        value={quarter}
        onChange={setQuarter}
        isOptional
      />
      <DayInput
        size="sm"
        label={t('vocabulary:field.deliverable.dueOn')}
        value={dueOn}
        onChange={setDueOn}
      />
    </NewRecordForm>
  );
}
