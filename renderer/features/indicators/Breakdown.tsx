import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { MeasurementView } from '#contract/indicator.views.ts';

import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';

/** The parts of a value, and what they leave out or exceed: shown as it is. */
export function Breakdown({ measurement }: { readonly measurement: MeasurementView }) {
  const { t } = useTranslation('indicators');
  const { amount } = useAmounts();
  const { parts, rest, value } = measurement;
  if (parts.length === 0) return null;
  const isExcess = Math.sign(rest) === -Math.sign(value === 0 ? 1 : value);
  return (
    <>
      <Bar measurement={measurement} />
      <ul className={styles.parts} aria-label={t('breakdown.name', { value: amount(value) })}>
        {parts.map((part) => (
          <li key={part.id}>
            <b>{amount(part.value)}</b> {part.title}
            {part.detail !== null && <span className={styles.quiet}> ({part.detail})</span>}
          </li>
        ))}
        {rest !== 0 && (
          <li className={styles.rest}>
            <IconAlertTriangle size="0.9rem" aria-hidden />
            {isExcess
              ? t('breakdown.excess', { count: Math.abs(rest), amount: amount(Math.abs(rest)) })
              : t('breakdown.rest', { count: Math.abs(rest), amount: amount(Math.abs(rest)) })}
          </li>
        )}
      </ul>
    </>
  );
}

/** The same as a picture: each part as wide as it weighs, what is not broken down hatched. */
function Bar({ measurement: { parts, rest, value } }: { readonly measurement: MeasurementView }) {
  const isDrawable = value > 0 && parts.every((part) => part.value >= 0) && rest >= 0;
  if (!isDrawable) return null;
  return (
    <div className={styles.bar} aria-hidden="true">
      {parts.map((part, index) => (
        <span key={part.id} style={{ flexGrow: part.value }} data-shade={index % 3} />
      ))}
      {rest > 0 && <span style={{ flexGrow: rest }} data-shade="rest" />}
    </div>
  );
}
