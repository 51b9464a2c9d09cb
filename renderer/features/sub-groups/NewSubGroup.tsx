import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { SimilarRecords } from '#ui/record-form/SimilarRecords.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './SubGroups.module.css';

/** The least that makes a sub-group: its name, and its working group where there are several. */
export function NewSubGroup({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('subGroups');
  const [name, setName] = useState('');
  const [chosenId, setGroupId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const firstField = useFocusAtFirst<HTMLInputElement>();
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

  function make(): void {
    if (isUnderWay.current || groupId === null) return;
    isUnderWay.current = true;
    const last = known?.rows[0]?.cells['position'];
    recordPort
      .create('subGroup', {
        name: name.trim(),
        workingGroupId: groupId,
        position: typeof last === 'number' ? last + 1 : 1,
      })
      .then(onMade, (thrown: unknown) => {
        setError(refusalText(thrown, 'name'));
      })
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles.create}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextInput
        ref={firstField}
        label={t('vocabulary:field.subGroup.name')}
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
      />
      <SimilarRecords table="subGroup" name={name} port={recordPort} />
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
      <Button type="submit" disabled={name.trim() === '' || groupId === null}>
        {t('create')}
      </Button>
    </form>
  );
}
