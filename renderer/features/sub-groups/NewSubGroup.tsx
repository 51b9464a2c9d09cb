import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

/** Makes a sub-group from its name, and its working group where there are several. */
export function NewSubGroup({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('subGroups');
  const [chosenId, setGroupId] = useState<string | null>(null);
  const { data: groups } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 2,
  });
  const { data: known } = useQuery('registers:list', {
    register: 'sub-groups',
    sort: [{ column: 'position', direction: 'desc' }],
    limit: 1,
  });
  const groupId = chosenId ?? groups?.[0]?.id ?? null;
  const last = known?.rows[0]?.cells['position'];
  const position = typeof last === 'number' ? last + 1 : 1;
  return (
    <NewRecordForm
      table="subGroup"
      nameField="name"
      values={groupId === null ? null : { workingGroupId: groupId, position }}
      createLabel={t('create')}
      port={recordPort}
      onMade={onMade}
    >
      {groups !== undefined && groups.length !== 1 && (
        <ReferencePicker
          table="workingGroup"
          label={t('vocabulary:field.subGroup.workingGroupId')}
          port={recordPort}
          isOptional={false}
          value={groupId}
          onChange={setGroupId}
        />
      )}
    </NewRecordForm>
  );
}
