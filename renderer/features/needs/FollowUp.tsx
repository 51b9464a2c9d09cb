import { Button, Group, Select, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MatchProposal } from '#contract/event.channels.ts';
import { toApiError } from '#api/api-error.ts';
import type { ApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Needs.module.css';

const steps = ['accepted', 'met', 'contracted'] as const;

interface FollowUpProps {
  readonly match: NonNullable<MatchProposal['match']>;
  readonly name: string;
  readonly onDone: () => void;
}

/** What became of a match: how far it went, when, and what came of it. */
export function FollowUp({ match, name, onDone }: FollowUpProps) {
  const { t } = useTranslation('needs');
  const [status, setStatus] = useState(
    () => steps.find((step) => step === match.status) ?? 'accepted',
  );
  const [followedUpOn, setDay] = useState<string | null>(() => match.followedUpOn ?? localToday());
  const [outcome, setOutcome] = useState(match.outcome ?? '');
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);

  function save(): void {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    operations
      .perform('matching:followUp', {
        matchId: match.id,
        status,
        followedUpOn,
        outcome: outcome.trim() === '' ? null : outcome.trim(),
      })
      .then(onDone, (thrown: unknown) => setError(toApiError(thrown)))
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles['follow']}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Select
        size="xs"
        label={t('vocabulary:field.match.status')}
        data={steps.map((value) => ({
          value,
          label: t(`vocabulary:choice.match.status.${value}`),
        }))}
        value={status}
        allowDeselect={false}
        onChange={(next) => setStatus(next ?? status)}
      />
      <DayInput
        label={t('vocabulary:field.match.followedUpOn')}
        value={followedUpOn}
        onChange={setDay}
      />
      <Textarea
        size="xs"
        label={t('vocabulary:field.match.outcome')}
        autosize
        minRows={1}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      {error !== null && <RefusalNote error={error} />}
      <Group gap="xs">
        <Button type="submit" size="compact-sm">
          {t('matches.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('matches.close')}
        </Button>
      </Group>
    </form>
  );
}
