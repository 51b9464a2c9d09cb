import { Checkbox, Group, NumberInput, SegmentedControl, Slider, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconListNumbers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import type { CallSheet, WhatIf as WhatIfView } from '#contract/selection.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { Balance } from './Balance.tsx';
import { Ranking } from './Ranking.tsx';
import { PhaseDesk } from './PhaseDesk.tsx';
import type { SelectionPanelProps } from './SelectionScreen.tsx';
import styles from './WhatIf.module.css';

type Asked = ChannelInput<'selection:whatIf'>;
type Phase = CallSheet['phases'][number];

/** What another limit or other weights would change, seen before anything is decided; nothing is written. */
export function WhatIf({ callId, openId, go }: SelectionPanelProps) {
  const { t } = useTranslation('selection');
  const { data: call, error } = useQuery('selection:call', { id: callId });
  const phases = (call?.phases ?? []).filter(({ kind }) => kind !== 'triage');
  const phase =
    phases.find(({ id }) => id === openId) ??
    phases.find(({ kind }) => kind === 'committee') ??
    phases[0];
  if (error !== null) return <RefusalNote error={error} />;
  if (call === undefined) return null;
  if (phase === undefined) return <Text p="lg">{t('whatIf.noPhase')}</Text>;
  return (
    <PhaseDesk phases={phases} phaseId={phase.id} onChoose={go}>
      <Trial key={phase.id} phase={phase} />
    </PhaseDesk>
  );
}

function Trial({ phase }: { readonly phase: Phase }) {
  const { t } = useTranslation('selection');
  const [limit, setLimit] = useState<'quota' | 'threshold'>('quota');
  const [quota, setQuota] = useState<number | null>(phase.quotaMax ?? phase.quotaMin);
  const [threshold, setThreshold] = useState<number | null>(null);
  const [weights, setWeights] = useState<Readonly<Record<string, number>>>({});
  const [aggregation, setAggregation] = useState(phase.aggregation);
  const [normalises, setNormalises] = useState(phase.normalisesSeverity);
  const { data: method } = useQuery('committee:method', {
    phaseId: phase.id,
    today: localToday(),
  });
  const criteria = method?.criteria ?? [];
  const request = {
    phaseId: phase.id,
    quota: limit === 'quota' ? quota : null,
    threshold: limit === 'threshold' ? threshold : null,
    weights,
    aggregation,
    normalises,
  } as Asked;
  const [asked] = useDebouncedValue(request, 150);
  const { data, error } = useQuery('selection:whatIf', asked, { keepPrevious: true });
  const total = criteria.reduce(
    (sum, { criterionId, weight }) => sum + (weights[criterionId] ?? weight),
    0,
  );

  return (
    <div className={styles.desk}>
      <Stack
        gap="md"
        className={styles.controls ?? ''}
        component="section"
        aria-label={t('whatIf.controls')}
      >
        <SegmentedControl
          size="xs"
          aria-label={t('whatIf.limit')}
          value={limit}
          onChange={(value) => setLimit(value === 'threshold' ? 'threshold' : 'quota')}
          data={[
            { value: 'quota', label: t('whatIf.byQuota') },
            { value: 'threshold', label: t('whatIf.byThreshold') },
          ]}
        />
        {limit === 'quota' ? (
          <NumberInput
            label={t('whatIf.quota')}
            min={0}
            max={100_000}
            allowDecimal={false}
            value={quota ?? ''}
            onChange={(value) => setQuota(typeof value === 'number' ? value : null)}
          />
        ) : (
          <NumberInput
            label={t('whatIf.threshold')}
            step={0.1}
            decimalSeparator=","
            min={data?.scale.min ?? 0}
            max={data?.scale.max ?? 1000}
            value={threshold ?? ''}
            onChange={(value) => setThreshold(typeof value === 'number' ? value : null)}
          />
        )}
        {criteria.length > 0 && (
          <fieldset className={styles.weights}>
            <legend>{t('whatIf.weights')}</legend>
            {criteria.map(({ criterionId: id, name, weight }) => {
              const value = weights[id] ?? weight;
              return (
                <div key={id} className={styles.weight}>
                  <span className={styles.criterion}>
                    <span>{name}</span>
                    <span>
                      {t('whatIf.share', {
                        share: total === 0 ? 0 : Math.round((100 * value) / total),
                      })}
                    </span>
                  </span>
                  <Slider
                    size="sm"
                    min={0}
                    max={10}
                    step={0.5}
                    label={null}
                    thumbLabel={t('whatIf.weightOf', { name })}
                    value={value}
                    onChange={(next) => setWeights((known) => ({ ...known, [id]: next }))}
                  />
                </div>
              );
            })}
            {total === 0 && (
              <Text size="sm" style={{ color: 'var(--r-danger)' }}>
                {t('whatIf.noWeight')}
              </Text>
            )}
          </fieldset>
        )}
        <Checkbox
          size="xs"
          label={t('whatIf.normalises')}
          checked={normalises}
          onChange={({ currentTarget }) => setNormalises(currentTarget.checked)}
        />
        <Checkbox
          size="xs"
          label={t('whatIf.median')}
          checked={aggregation === 'median'}
          onChange={({ currentTarget }) =>
            setAggregation(currentTarget.checked ? 'median' : 'mean')
          }
        />
        <Text size="xs" c="dimmed">
          {t('whatIf.nothingWritten')}
        </Text>
      </Stack>
      {/* It scrolls by itself, so the keyboard must be able to come to it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.outcome} tabIndex={0} aria-label={t('whatIf.ranking')}>
        {error !== null && <RefusalNote error={error} />}
        {data !== undefined && <Outcome view={data} />}
      </section>
    </div>
  );
}

function Outcome({ view }: { readonly view: WhatIfView }) {
  const { t } = useTranslation('selection');
  const { entering, leaving, kept, keptNow, tiedAtLimit, ranking } = view;
  if (ranking.every(({ score }) => score === null)) {
    return (
      <EmptyScreen
        icon={IconListNumbers}
        title={t('whatIf.noScore')}
        description={t('whatIf.noScoreText')}
      />
    );
  }
  return (
    <Stack gap="md">
      <Group gap="lg" role="status">
        <Text fw={600}>{t('whatIf.kept', { count: kept, n: kept, now: keptNow })}</Text>
        <Text size="sm">
          {t('whatIf.moves', { entering: entering.length, leaving: leaving.length })}
        </Text>
      </Group>
      {tiedAtLimit.length > 0 && (
        <Text size="sm" style={{ color: 'var(--r-warning)' }}>
          {t('whatIf.tied', { count: tiedAtLimit.length, n: tiedAtLimit.length })}
        </Text>
      )}
      <Ranking view={view} />
      <Balance balance={view.balance} />
    </Stack>
  );
}
