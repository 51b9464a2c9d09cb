import { useTranslation } from 'react-i18next';

import { useDuplicates } from '#stores/duplicates.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Duplicates.module.css';

/** How many pairs await a judgement; nothing when there is none. */
export function DuplicatesBadge() {
  const { t } = useTranslation('duplicates');
  const { number } = useFormat();
  const state = useDuplicates();
  const count = state === undefined ? 0 : state.organisation.count + state.person.count;
  if (count === 0) return null;
  return (
    <span className={styles.badge} title={t('toReview', { count })}>
      {number(count)}
    </span>
  );
}
