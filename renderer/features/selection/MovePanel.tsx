import { Alert, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import type { ExclusionReasonView, MovePreview } from '#contract/selection.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { GaugeChange } from './GaugeChange.tsx';
import styles from './Move.module.css';
import { usePlaceWords } from './place-words.ts';
import type { PendingMove } from './use-moves.ts';

interface MovePanelProps {
  readonly move: PendingMove;
  readonly reasons: readonly ExclusionReasonView[];
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

const SHOWN = 50;

/** What a move would do, and what it still needs said, before anything is changed. */
export function MovePanel({ move, reasons, onDone, onLeave }: MovePanelProps) {
  const { t } = useTranslation('selection');
  const [exclusionReasonId, setExclusionReason] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  const firstReason = useRef<HTMLInputElement>(null);
  const firstText = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    (firstReason.current ?? firstText.current)?.focus();
  }, []);
  // Asked for again as the store changes, so that what is shown is what would happen.
  const request = {
    phaseId: move.phaseId,
    applicationIds: [...move.ids],
    outcome: move.outcome,
  } as ChannelInput<'selection:previewMove'>;
  const { data: latest } = useQuery('selection:previewMove', request);
  const preview = latest ?? move.preview;
  const released = preview.refused.filter(({ why }) => why === 'released');
  const isException = move.ids.length === 1 && released.length === 1 && move.outcome !== null;
  const needsExclusion = preview.missing.includes('exclusionReason') || move.outcome === 'excluded';
  const needsReason = preview.missing.includes('reason') || isException;
  const isReady =
    (isException || preview.changed.length > 0) &&
    (!needsExclusion || exclusionReasonId !== null) &&
    (!needsReason || reason.trim() !== '');

  async function apply(): Promise<void> {
    if (isUnderWay.current || !isReady) return;
    isUnderWay.current = true;
    setError(null);
    const said = {
      phaseId: move.phaseId,
      outcome: move.outcome,
      exclusionReasonId,
      reason: reason.trim() === '' ? null : reason.trim(),
    };
    try {
      if (isException) {
        const [applicationId] = move.ids;
        await operations.perform('selection:except', {
          ...said,
          applicationId,
        } as ChannelInput<'selection:except'>);
      } else {
        await operations.perform('selection:move', {
          ...said,
          applicationIds: [...move.ids],
          skipsRefused: true,
        });
      }
      onDone();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <Stack
      component="form"
      gap="md"
      className={styles.panel ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void apply();
      }}
    >
      {isException && <Text size="sm">{t('move.exceptionText')}</Text>}
      {needsExclusion && (
        <Radio.Group
          label={t('move.exclusionReason')}
          required
          value={exclusionReasonId}
          onChange={setExclusionReason}
        >
          <Stack gap={6} mt={6}>
            {reasons.map(({ id, title }, index) => (
              <Radio
                key={id}
                value={id}
                label={title}
                {...(index === 0 ? { ref: firstReason } : {})}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Textarea
        label={isException ? t('move.exceptionReason') : t('move.reason')}
        description={needsReason ? undefined : t('move.reasonOptional')}
        required={needsReason}
        autosize
        minRows={2}
        maxRows={8}
        ref={firstText}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {error !== null && <RefusalNote error={error} />}
      <Group gap="xs">
        <Button type="submit" disabled={!isReady}>
          {isException
            ? t('move.except')
            : t('move.apply', { count: preview.changed.length, n: preview.changed.length })}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('move.leave')}
        </Button>
      </Group>
      <Consequences preview={preview} isException={isException} />
    </Stack>
  );
}

function Consequences({
  preview,
  isException,
}: {
  readonly preview: MovePreview;
  readonly isException: boolean;
}) {
  const { t } = useTranslation('selection');
  const placeWords = usePlaceWords();
  const { changed, unchanged, refused, gauges } = preview;
  const toldRefused = isException ? [] : refused;
  return (
    <>
      {gauges.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('move.gauges')}</h3>
          {gauges.map((each) => (
            <GaugeChange key={each.phaseId} change={each} />
          ))}
        </section>
      )}
      {changed.length > 0 && (
        <section>
          <h3 className={styles.heading}>
            {t('move.changed', { count: changed.length, n: changed.length })}
          </h3>
          <ul className={styles.list}>
            {changed.slice(0, SHOWN).map(({ id, number, organisationName, from, to }) => (
              <li key={id}>
                <span>{t('move.who', { number, name: organisationName })}</span>
                <span className={styles.change}>
                  {placeWords(from)}
                  <IconArrowRight size="0.9rem" aria-label={t('move.becomes')} />
                  {placeWords(to)}
                </span>
              </li>
            ))}
          </ul>
          {changed.length > SHOWN && (
            <Text size="sm" c="dimmed">
              {t('move.others', { count: changed.length - SHOWN })}
            </Text>
          )}
        </section>
      )}
      {unchanged.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('move.unchanged', { count: unchanged.length, n: unchanged.length })}
        </Text>
      )}
      {toldRefused.length > 0 && (
        <Alert
          color="yellow"
          title={t('move.refused', { count: toldRefused.length, n: toldRefused.length })}
        >
          <ul className={styles.list}>
            {toldRefused.slice(0, SHOWN).map(({ id, number, organisationName, why }) => (
              <li key={id}>
                <span>{t('move.who', { number, name: organisationName })}</span>
                <span className={styles.change}>{t(`refusal.${why}`)}</span>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
