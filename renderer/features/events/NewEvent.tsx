import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

/** Makes an event from its name and its day; the rest is filled in on its page. */
export function NewEvent({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('eventsScreen');
  const [chosenId, setGroupId] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const { data: groups } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 2,
  });
  const workingGroupId = chosenId ?? groups?.[0]?.id ?? null;
  return (
    <NewRecordForm
      table="event"
      nameField="name"
      values={workingGroupId === null ? null : { workingGroupId, startsOn }}
      createLabel={t('create')}
      port={recordPort}
      onMade={onMade}
    >
      {groups !== undefined && groups.length !== 1 && (
        <ReferencePicker
          table="workingGroup"
          label={t('vocabulary:field.event.workingGroupId')}
          port={recordPort}
          isOptional={false}
          value={workingGroupId}
          onChange={setGroupId}
        />
      )}
      <DayInput
        label={t('vocabulary:field.event.startsOn')}
        size="sm"
        value={startsOn}
        onChange={setStartsOn}
      />
    </NewRecordForm>
  );
}
