import { useTranslation } from 'react-i18next';

import type { DuplicateReason } from '#domain/duplicate.ts';
import { likelihoodOf } from '#domain/duplicate.ts';

import styles from './Duplicates.module.css';

interface LikenessProps {
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** How sure it is that two records are one, and why. */
export function Likeness({ score, reasons }: LikenessProps) {
  const { t } = useTranslation('duplicates');
  const likelihood = likelihoodOf(score);
  return (
    <ul className={styles.likeness}>
      <li className={styles.likelihood} data-likelihood={likelihood}>
        {t(`likelihood.${likelihood}`)}
      </li>
      {reasons.map((reason) => (
        <li key={reason} className={styles.chip}>
          {t(`reason.${reason}`)}
        </li>
      ))}
    </ul>
  );
}
