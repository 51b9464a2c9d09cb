import { Button, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ObjectiveView } from '#contract/steering.views.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Objectives.module.css';

interface SplitFormProps {
  readonly objective: ObjectiveView;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

const MOST = 20;

/** The parts of an objective, one a line: they take their place below it. */
export function SplitForm({ objective, onDone, onLeave }: SplitFormProps) {
  const { t } = useTranslation('steering');
  const [text, setText] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isUnderWay = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const titles = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isReady = titles.length > 0 && titles.length <= MOST;

  async function split(): Promise<void> {
    if (!isReady || isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await operations.perform('steering:splitObjective', {
        id: objective.id,
        titles,
      });
      onDone();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <form
      className={styles['form']}
      aria-label={t('split.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void split();
      }}
    >
      <Textarea
        ref={field}
        label={t('split.parts')}
        description={t('split.help')}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void split();
        }}
      />
      {titles.length > MOST && (
        <Text size="sm" c="var(--r-danger)">
          {t('split.tooMany', { count: MOST })}
        </Text>
      )}
      {error !== null && <RefusalNote error={error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" disabled={!isReady}>
          {titles.length < 2
            ? t('split.apply')
            : t('split.applyMany', { count: titles.length, n: titles.length })}
        </Button>
        <Button size="sm" variant="default" onClick={onLeave}>
          {t('leave')}
        </Button>
      </Group>
    </form>
  );
}
