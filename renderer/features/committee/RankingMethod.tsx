import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { PhaseView } from '#contract/selection.channels.ts';
import type { RecordPatch } from '#domain/registry.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';

import styles from './Committee.module.css';

interface RankingMethodProps {
  readonly phase: PhaseView;
  readonly sentences: readonly string[];
  readonly isReadOnly: boolean;
}

/** How scores become one, and the same in words, as the minutes will say it. */
export function RankingMethod({ phase, sentences, isReadOnly }: RankingMethodProps) {
  const { t } = useTranslation('committeeScreen');
  const save = (patch: RecordPatch<'phase'>): void => {
    operations.update('phase', phase.id, patch).catch(reportError);
  };
  return (
    <section className={styles.card} aria-labelledby="committee-method">
      <h2 id="committee-method" className={styles.heading}>
        {t('team.method')}
      </h2>
      <div className={styles.row}>
        <Select
          size="xs"
          label={t('team.aggregation')}
          readOnly={isReadOnly}
          data={(['mean', 'median'] as const).map((value) => ({
            value,
            label: t(`team.${value}`),
          }))}
          value={phase.aggregation}
          allowDeselect={false}
          onChange={(next) => save({ aggregation: next === 'median' ? 'median' : 'mean' })}
        />
        <Switch
          size="xs"
          label={t('team.normalises')}
          disabled={isReadOnly}
          checked={phase.normalisesSeverity}
          onChange={({ currentTarget }) => save({ normalisesSeverity: currentTarget.checked })}
        />
      </div>
      {sentences.length > 0 && (
        <>
          <h3 className={styles.subheading}>{t('team.sentences')}</h3>
          <p className={styles.prose}>{sentences.join(' ')}</p>
        </>
      )}
    </section>
  );
}
