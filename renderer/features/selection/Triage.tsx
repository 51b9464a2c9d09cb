import { Button, Group, Kbd, Progress, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconChecks } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { TriageQueue } from '#contract/selection.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { ApplicationBody, ApplicationHead } from './ApplicationPanel.tsx';
import { PhaseDesk } from './PhaseDesk.tsx';
import type { SelectionPanelProps } from './SelectionScreen.tsx';
import styles from './Triage.module.css';
import { TriageReason } from './TriageReason.tsx';
import type { TriageAct } from './use-triage.ts';
import { useTriage } from './use-triage.ts';
import { useTriageKeys } from './use-triage-keys.ts';

/** One response at a time, judged by one key: kept, or one of the reasons to exclude it; then the next. */
export function Triage({ callId, isReadOnly, openId, go }: SelectionPanelProps) {
  const { data: call, error } = useQuery('selection:call', { id: callId });
  const phases = call?.phases ?? [];
  const phase =
    phases.find(({ id }) => id === openId) ??
    phases.find(({ gauge }) => gauge.pending > 0) ??
    phases[0];
  if (error !== null) return <RefusalNote error={error} />;
  if (call === undefined || phase === undefined) return null;
  return (
    <PhaseDesk phases={phases} phaseId={phase.id} onChoose={go}>
      <Queue key={phase.id} phaseId={phase.id} isReadOnly={isReadOnly} />
    </PhaseDesk>
  );
}

function Queue({
  phaseId,
  isReadOnly,
}: {
  readonly phaseId: string;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('selection');
  const triage = useTriage(phaseId);
  const { queue, acts, asked } = triage;
  const frame = useRef<HTMLDivElement>(null);
  useTriageKeys({
    acts: isReadOnly ? [] : acts,
    isAsking: asked !== null,
    onAct: triage.act,
    onNext: triage.skip,
    onPrevious: triage.back,
    onLeave: triage.leave,
  });
  if (triage.error !== null) return <RefusalNote error={triage.error} />;
  if (queue === undefined) return null;
  const { application } = queue;
  if (application === null) {
    return (
      <EmptyScreen
        icon={IconChecks}
        title={t('triage.allDone')}
        description={t('triage.doneText')}
      />
    );
  }
  return (
    <div className={styles.desk} ref={frame}>
      <div className={styles.sheet}>
        <Headway queue={queue} />
        <Text className={styles.who ?? ''} role="heading" aria-level={2} aria-live="polite">
          {t('triage.who', { number: application.number, name: application.organisation.name })}
        </Text>
        <ApplicationHead sheet={application} />
        <ApplicationBody sheet={application} />
      </div>
      {!isReadOnly && (
        <aside className={styles.acts} aria-label={t('triage.acts')}>
          {asked === null ? (
            <Acts acts={acts} onAct={triage.act} />
          ) : (
            <TriageReason
              key={application.id}
              act={asked}
              onSay={triage.say}
              onLeave={triage.leave}
            />
          )}
          {triage.refusal !== null && <RefusalNote error={triage.refusal} />}
          <Group gap="xs" mt="md">
            <Button
              size="xs"
              variant="subtle"
              disabled={!triage.canGoBack}
              leftSection={<IconArrowLeft size="1rem" aria-hidden />}
              onClick={triage.back}
            >
              {t('triage.previous')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              disabled={queue.nextIds.length === 0}
              rightSection={<IconArrowRight size="1rem" aria-hidden />}
              onClick={triage.skip}
            >
              {t('triage.skip')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t('triage.undo')}
          </Text>
        </aside>
      )}
    </div>
  );
}

function Headway({ queue }: { readonly queue: TriageQueue }) {
  const { t } = useTranslation('selection');
  const { done, left } = queue;
  return (
    <div className={styles.headway}>
      <Progress
        value={(100 * done) / Math.max(1, done + left)}
        size="sm"
        aria-label={t('triage.headway')}
      />
      <Text size="xs" c="dimmed">
        {t('triage.left', { done, count: left, n: left })}
      </Text>
    </div>
  );
}

function Acts({
  acts,
  onAct,
}: {
  readonly acts: readonly TriageAct[];
  readonly onAct: (act: TriageAct) => void;
}) {
  return (
    <Stack gap={6}>
      {acts.map((act) => (
        <Button
          key={act.key}
          variant={act.isKeeping ? 'filled' : 'default'}
          justify="space-between"
          fullWidth
          rightSection={<Kbd>{act.key}</Kbd>}
          aria-keyshortcuts={act.key}
          classNames={{ label: styles.label ?? '' }}
          onClick={() => onAct(act)}
        >
          {act.label}
        </Button>
      ))}
    </Stack>
  );
}
