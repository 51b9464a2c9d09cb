import { IconEqual, IconPlusMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { IndicatorView } from '#contract/indicator.views.ts';
import { remainderOf } from '#domain/decimals.ts';
import { useFormat } from '#ui/format.ts';

import { Breakdown } from './Breakdown.tsx';
import { Spark } from './Chart.tsx';
import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';

export interface IndicatorRowProps {
  readonly indicator: IndicatorView;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onSeeCounted: () => void;
}

/** One indicator at the day of the situation: what was stated, what is counted, what was aimed at. */
export function IndicatorRow({ indicator, isOpen, onOpen, onSeeCounted }: IndicatorRowProps) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { amount, stated } = useAmounts();
  const { name, unit, stated: held, counted, countedFrom, objective } = indicator;
  return (
    <li className={styles.row} data-open={isOpen || undefined}>
      <div className={styles.rowHead}>
        <button
          type="button"
          className={styles.name}
          data-row={indicator.id}
          aria-expanded={isOpen}
          onClick={onOpen}
        >
          {name}
        </button>
        <Spark indicator={indicator} />
      </div>
      <div className={styles.figures}>
        {held === null ? (
          counted === null && <span className={styles.quiet}>{t('noValue')}</span>
        ) : (
          <p className={styles.figure}>
            <strong>{stated(held, unit)}</strong>
            <span className={styles.quiet}>
              {t('onDay', { day: format.date(held.asOfOn) })}
              {' · '}
              {held.source === null ? t('values.noSource') : held.source.label}
            </span>
          </p>
        )}
        {countedFrom !== null && counted !== null && (
          <p className={styles.figure}>
            <span className={styles.quiet}>{t('counted.label')}</span>
            <button
              type="button"
              className={styles.countLink}
              disabled={counted === 0}
              onClick={onSeeCounted}
            >
              {counted === 0
                ? t('counted.seeNone')
                : t('counted.see', {
                    count: counted,
                    amount: amount(counted),
                    what: t(`counted.what.${countedFrom}`),
                  })}
            </button>
            <Difference indicator={indicator} />
          </p>
        )}
      </div>
      {held !== null && <Breakdown measurement={held} />}
      <Aim indicator={indicator} />
      {objective !== null && (
        <p className={styles.quiet}>{t('serves', { name: objective.label })}</p>
      )}
    </li>
  );
}

function Aim({
  indicator: { targetValue, targetOn, unit },
}: {
  readonly indicator: IndicatorView;
}) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { stated } = useAmounts();
  if (targetValue === null) return null;
  const value = stated({ value: targetValue }, unit);
  return (
    <p className={styles.quiet}>
      {targetOn === null
        ? t('target', { value })
        : t('targetOn', { value, day: format.date(targetOn) })}
    </p>
  );
}

/** Whether the document and the register say the same, each on the day of the document's value. */
function Difference({ indicator: { stated } }: { readonly indicator: IndicatorView }) {
  const { t } = useTranslation('indicators');
  const { signed } = useAmounts();
  if (stated === null || stated.counted === null) return null;
  const difference = remainderOf(stated.value, [stated.counted]);
  if (difference === 0) {
    return (
      <span className={styles.same} title={t('counted.same')}>
        <IconEqual size="1rem" role="img" aria-label={t('counted.same')} />
      </span>
    );
  }
  return (
    <span className={styles.differs}>
      <IconPlusMinus size="0.9rem" aria-hidden />
      {t('counted.differenceShort', { amount: signed(difference) })}
    </span>
  );
}
