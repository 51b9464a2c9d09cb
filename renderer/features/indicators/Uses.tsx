import { useTranslation } from 'react-i18next';

import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';

/** How many records speak of something, so that one knows what removing it would touch. */
export function Uses({ count }: { readonly count: number }) {
  const { t } = useTranslation('indicators');
  const { amount } = useAmounts();
  return (
    <p className={styles.uses}>
      {count === 0 ? t('frame.unused') : t('frame.uses', { count, amount: amount(count) })}
    </p>
  );
}
