import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { MovePreview } from '#contract/selection.channels.ts';

import { Gauge } from './Gauge.tsx';
import styles from './Move.module.css';

/** The numbers of a phase before and after a move. */
export function GaugeChange({ change }: { readonly change: MovePreview['gauges'][number] }) {
  const { t } = useTranslation('selection');
  const { phaseName, before, after } = change;
  return (
    <div className={styles.gauge}>
      <span className={styles.change}>
        {phaseName}
        {t('move.numbers')}
        {before.kept}
        <IconArrowRight size="0.9rem" aria-label={t('move.becomes')} />
        <strong>{after.kept}</strong>
      </span>
      <Gauge phase={{ gauge: after }} />
    </div>
  );
}
