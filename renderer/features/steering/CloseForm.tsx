import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ObjectiveView } from '#contract/steering.views.ts';
import { judgements } from '#domain/steering.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Objectives.module.css';

interface CloseFormProps {
  readonly objective: ObjectiveView;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

type Judgement = (typeof judgements)[number];

/** The last day of the year where that is past, else today. */
const usualDay = (year: number, today: string): string =>
  `${year}-12-31` < today ? `${year}-12-31` : today;

/** What became of an objective: reached or not, when it was judged, and in which words. */
export function CloseForm({ objective, onDone, onLeave }: CloseFormProps) {
  const { t } = useTranslation('steering');
  const [judgement, setJudgement] = useState<Judgement | null>(null);
  const [closedOn, setClosedOn] = useState<string | null>(() =>
    usualDay(objective.year, localToday()),
  );
  const [note, setNote] = useState(objective.closingNote ?? '');
  const [error, setError] = useState<ApiError | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const isUnderWay = useRef(false);
  useEffect(() => first.current?.focus(), []);

  async function close(): Promise<void> {
    if (judgement === null || closedOn === null || isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await operations.perform('steering:closeObjective', {
        id: objective.id,
        judgement,
        closedOn,
        note: note.trim() === '' ? null : note,
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
      aria-label={t('close.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <Radio.Group
        label={t('close.judgement')}
        required
        value={judgement}
        onChange={(value) => setJudgement(judgements.find((one) => one === value) ?? null)}
      >
        <Stack gap={6} mt={6}>
          {judgements.map((one, index) => (
            <Radio
              key={one}
              value={one}
              label={t(`vocabulary:choice.objective.judgement.${one}`)}
              {...(index === 0 ? { ref: first } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DayInput
        label={t('close.day')}
        size="sm"
        width="14rem"
        isRequired
        value={closedOn}
        onChange={setClosedOn}
      />
      <Textarea
        label={t('close.note')}
        description={t('close.noteHelp')}
        autosize
        minRows={2}
        maxRows={10}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void close();
        }}
      />
      {error !== null && <RefusalNote error={error} />}
      <Group gap="xs">
        <Button type="submit" size="sm" disabled={judgement === null || closedOn === null}>
          {t('close.apply')}
        </Button>
        <Button size="sm" variant="default" onClick={onLeave}>
          {t('leave')}
        </Button>
      </Group>
    </form>
  );
}
