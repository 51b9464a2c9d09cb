import { Badge } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { PhaseView } from '#contract/selection.channels.ts';

import { Gauge } from './Gauge.tsx';
import styles from './Phases.module.css';

interface PhaseStripProps {
  readonly phases: readonly PhaseView[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

/** The phases in their order, each with how many came, stayed, and are still to be judged. */
export function PhaseStrip({ phases, chosenId, onChoose }: PhaseStripProps) {
  const { t } = useTranslation('selection');
  return (
    <ol className={styles.strip} aria-label={t('phases')}>
      {phases.map((phase) => {
        const { id, position, name, gauge } = phase;
        const decided = gauge.candidates - gauge.pending;
        const isReleased = gauge.candidates > 0 && gauge.pending === 0 && gauge.provisional === 0;
        return (
          <li key={id} className={styles.step}>
            <button
              type="button"
              className={styles.phase}
              aria-pressed={id === chosenId}
              onClick={() => onChoose(id)}
            >
              <span className={styles.name}>
                <span className={styles.number}>{position}</span>
                <span className={styles.title}>{name}</span>
                {isReleased && (
                  <Badge size="sm" variant="light" className={styles.badge ?? ''}>
                    {t('released')}
                  </Badge>
                )}
              </span>
              <span className={styles.flow}>
                <span>{t('candidates', { count: gauge.candidates })}</span>
                <IconChevronRight size="0.9rem" aria-hidden />
                <span>
                  {gauge.pending > 0
                    ? t('decidedOf', { decided, pending: gauge.pending })
                    : t('allDecided')}
                </span>
              </span>
              <Gauge phase={phase} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
