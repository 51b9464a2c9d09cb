import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Objectives.module.css';
import type { SteeringTabProps } from './steering-tabs.ts';

interface AddObjectiveProps extends SteeringTabProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Leaves the field for the list. */
  readonly onLeave: () => void;
}

/** Adds an objective by its words; the keyboard stays for the next one. */
export function AddObjective({ groupId, year, field, onLeave }: AddObjectiveProps) {
  const { t } = useTranslation('steering');
  const { refusal } = useFormat();
  const [text, setText] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);

  async function add(): Promise<void> {
    const title = text.trim();
    if (title === '' || isUnderWay.current) return;
    isUnderWay.current = true;
    setError(null);
    try {
      await operations.perform('steering:addObjective', {
        groupId,
        year,
        title,
        parentId: null,
        subGroupId: null,
      });
      setText('');
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <form
      className={styles['add']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        ref={field}
        className={styles['grow'] ?? ''}
        size="sm"
        aria-label={t('objectives.new')}
        placeholder={t('objectives.newHint', { year })}
        maxLength={1000}
        error={error === null ? null : refusal(error)}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
          event.preventDefault();
          onLeave();
        }}
      />
      <Button
        type="submit"
        size="sm"
        variant="default"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        disabled={text.trim() === ''}
      >
        {t('objectives.add')}
      </Button>
    </form>
  );
}
