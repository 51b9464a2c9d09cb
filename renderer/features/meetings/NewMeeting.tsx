import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { meetingKinds } from '#domain/meeting.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { parseDueDate } from '#ui/record-form/due-typing.ts';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

/** Makes a meeting from its title, its body and its day; the rest is filled in while preparing it. */
export function NewMeeting({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('meetings');
  const [chosenId, setGroupId] = useState<string | null>(null);
  const [subGroupId, setSubGroupId] = useState<string | null>(null);
  const [kind, setKind] = useState<string>('plenary');
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const { data: groups } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 2,
  });
  const groupId = chosenId ?? groups?.[0]?.id ?? null;

  return (
    <NewRecordForm
      table="meeting"
      nameField="title"
      values={groupId === null ? null : { workingGroupId: groupId, subGroupId, kind, heldOn }}
      createLabel={t('create')}
      port={recordPort}
      onMade={onMade}
    >
      {groups !== undefined && groups.length !== 1 && (
        <ReferencePicker
          table="workingGroup"
          label={t('vocabulary:field.meeting.workingGroupId')}
          port={recordPort}
          isOptional={false}
          value={groupId}
          onChange={setGroupId}
        />
      )}
      <Select
        label={t('vocabulary:field.meeting.kind')}
        data={meetingKinds.map((value) => ({
          value,
          label: t(`vocabulary:choice.meeting.kind.${value}`),
        }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => {
          setKind(next ?? kind);
        }}
      />
      <ReferencePicker
        table="subGroup"
        label={t('vocabulary:field.meeting.subGroupId')}
        port={recordPort}
        isOptional
        canCreate={false}
        value={subGroupId}
        onChange={(id) => {
          setSubGroupId(id);
          if (id !== null && kind === 'plenary') setKind('subGroup');
          if (id === null && kind === 'subGroup') setKind('plenary');
        }}
      />
      <DayInput
        size="sm"
        label={t('vocabulary:field.meeting.heldOn')}
        parse={parseDueDate}
        value={heldOn}
        onChange={setHeldOn}
      />
    </NewRecordForm>
  );
}
