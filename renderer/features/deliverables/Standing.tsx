import { useTranslation } from 'react-i18next';

import type { MatrixDeliverable } from '#contract/deliverable.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Standing.module.css';
import { stateIcons } from './state-looks.ts';

/** Where a deliverable stands, and who was rapporteur on its deadline. */
export function Standing({ standing }: { readonly standing: MatrixDeliverable }) {
  const { t } = useTranslation('deliverables');
  const format = useFormat();
  const { state, deadline, isReceivedLate, rapporteurs } = standing;
  const IconOf = stateIcons[state];
  const names = rapporteurs.map(({ label }) => label).join(', ');
  return (
    <div className={styles.standing}>
      <span className={styles.state} data-state={state}>
        <IconOf size="1rem" stroke={2} aria-hidden />
        {t(`state.${state}`)}
        {isReceivedLate && ` (${t('sheet.receivedLate')})`}
      </span>
      <span>
        {deadline === null
          ? t('sheet.noDeadline')
          : t('sheet.dueOn', { day: format.date(deadline) })}
      </span>
      <span>
        {rapporteurs.length === 0
          ? t('sheet.noRapporteur')
          : t('sheet.rapporteur', { count: rapporteurs.length, names })}
      </span>
    </div>
  );
}
