import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { CallSheet } from '#contract/selection.channels.ts';

import styles from './PhaseDesk.module.css';

interface PhaseDeskProps {
  readonly phases: CallSheet['phases'];
  readonly phaseId: string;
  readonly onChoose: (id: string | null) => void;
  readonly children: ReactNode;
}

/** A view of one phase over the whole tab, with the choice of the phase above it. */
export function PhaseDesk({ phases, phaseId, onChoose, children }: PhaseDeskProps) {
  const { t } = useTranslation('selection');
  return (
    <div className={styles.frame}>
      <Select
        size="xs"
        w="22rem"
        aria-label={t('triage.phase')}
        allowDeselect={false}
        data={phases.map(({ id, name }) => ({ value: id, label: name }))}
        value={phaseId}
        onChange={onChoose}
      />
      {children}
    </div>
  );
}
