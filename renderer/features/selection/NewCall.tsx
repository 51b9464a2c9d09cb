import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './Selection.module.css';

interface NewCallProps {
  readonly onMade: (id: string) => void;
  readonly onLeave: () => void;
}

/** A new call by the built-in method: its phases, reasons and criteria are made with it, all of them data. */
export function NewCall({ onMade, onLeave }: NewCallProps) {
  const { t } = useTranslation('selection');
  const [title, setTitle] = useState('');
  const [chosenGroup, setGroup] = useState<string | null>(null);
  const [opensOn, setOpensOn] = useState<string | null>(null);
  const [closesOn, setClosesOn] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  const first = useFocusAtFirst<HTMLInputElement>();
  const { data: groups } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 2,
  });
  const workingGroupId = chosenGroup ?? groups?.[0]?.id ?? null;
  const isReady = title.trim() !== '' && workingGroupId !== null;

  async function make(): Promise<void> {
    if (isUnderWay.current || !isReady) return;
    isUnderWay.current = true;
    setError(null);
    try {
      const { id } = await operations.perform('selection:createCall', {
        workingGroupId,
        title: title.trim(),
        opensOn,
        closesOn,
      });
      onMade(id);
    } catch (caught) {
      setError(toApiError(caught));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <Stack
      component="form"
      className={styles.form ?? ''}
      gap="sm"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onLeave()}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Text>{t('new.text')}</Text>
      <TextInput
        label={t('vocabulary:field.callForInterest.title')}
        placeholder={t('new.titleHint')}
        required
        ref={first}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      {groups !== undefined && groups.length !== 1 && (
        <ReferencePicker
          table="workingGroup"
          label={t('vocabulary:field.callForInterest.workingGroupId')}
          port={recordPort}
          isOptional={false}
          value={workingGroupId}
          onChange={setGroup}
        />
      )}
      <Group grow>
        <DayInput
          size="sm"
          label={t('vocabulary:field.callForInterest.opensOn')}
          value={opensOn}
          onChange={setOpensOn}
        />
        <DayInput
          size="sm"
          label={t('vocabulary:field.callForInterest.closesOn')}
          value={closesOn}
          onChange={setClosesOn}
        />
      </Group>
      {error !== null && <RefusalNote error={error} />}
      <Group gap="xs">
        <Button type="submit" disabled={!isReady}>
          {t('new.make')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('new.leave')}
        </Button>
      </Group>
    </Stack>
  );
}
