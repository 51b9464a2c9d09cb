import { useTranslation } from 'react-i18next';

import type { PhaseView } from '#contract/selection.channels.ts';

import styles from './Phases.module.css';

interface GaugeProps {
  readonly phase: Pick<PhaseView, 'gauge'>;
}

/** How many a phase keeps, against the numbers it was given: in words, and as a bar with the wanted range. */
export function Gauge({ phase: { gauge } }: GaugeProps) {
  const { t } = useTranslation('selection');
  const { quotaMin, quotaMax, kept, candidates, state } = gauge;
  const most = Math.max(candidates, quotaMax ?? 0, kept, 1);
  const share = (count: number): string => `${(100 * count) / most}%`;
  const range =
    quotaMin === null && quotaMax === null
      ? null
      : { from: quotaMin ?? 0, to: quotaMax ?? Math.max(most, quotaMin ?? 0) };
  return (
    <span className={styles.gauge} data-state={state}>
      <span className={styles.bar} aria-hidden="true">
        {range !== null && (
          <span
            className={styles.range}
            style={{ insetInlineStart: share(range.from), width: share(range.to - range.from) }}
          />
        )}
        <span className={styles.fill} style={{ width: share(kept) }} />
      </span>
      <span className={styles.words}>{t(`gauge.${state}`, words(gauge))}</span>
    </span>
  );
}

function words({ kept, quotaMin, quotaMax }: PhaseView['gauge']) {
  const few = quotaMin ?? 0;
  const context =
    few === 0 ? 'most' : quotaMax === null ? 'least' : few === quotaMax ? 'exactly' : null;
  return {
    count: kept,
    kept,
    missing: Math.max(0, few - kept),
    beyond: Math.max(0, kept - (quotaMax ?? kept)),
    ...(context === null ? {} : { context }),
    from: few,
    to: quotaMax ?? few,
  };
}
