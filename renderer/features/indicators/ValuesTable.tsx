import { ActionIcon, Anchor } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

import type { IndicatorView, MeasurementView } from '#contract/indicator.views.ts';
import { remainderOf } from '#domain/decimals.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';

import { Breakdown } from './Breakdown.tsx';
import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';

export interface ValuesTableProps {
  readonly indicator: IndicatorView;
  readonly isReadOnly: boolean;
  readonly onEdit: (measurementId: string) => void;
}

/** The stated values by date, each with its source, its breakdown and what the register says. */
export function ValuesTable({ indicator, isReadOnly, onEdit }: ValuesTableProps) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { stated, amount } = useAmounts();
  const { measurements, unit, countedFrom } = indicator;
  const isCounted = countedFrom !== null;
  return (
    <div className={styles.scroll}>
      <table className={styles.values}>
        <thead>
          <tr>
            <th scope="col">{t('values.day')}</th>
            <th scope="col" className={styles.number}>
              {t('values.value')}
            </th>
            {isCounted && (
              <th scope="col" className={styles.number}>
                {t('values.counted')}
              </th>
            )}
            <th scope="col">{t('values.source')}</th>
            {!isReadOnly && (
              <th scope="col">
                <span className="r-visually-hidden">{t('values.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {measurements.map((one) => {
            const day = format.date(one.asOfOn);
            return (
              <Fragment key={one.id}>
                <tr>
                  <th scope="row">{format.shortDate(one.asOfOn)}</th>
                  <td className={styles.number} title={stated(one, unit)}>
                    {stated(one, null)}
                  </td>
                  {isCounted && (
                    <td className={styles.number}>
                      {one.counted === null ? '' : amount(one.counted)}
                    </td>
                  )}
                  <td>
                    <Source measurement={one} />
                  </td>
                  {!isReadOnly && (
                    <td>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('values.edit', { day })}
                        onClick={() => onEdit(one.id)}
                      >
                        <IconPencil size="1.05rem" aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('values.remove', { day })}
                        onClick={() => {
                          recordPort.remove('measurement', [one.id]).catch(recordPort.report);
                        }}
                      >
                        <IconTrash size="1.05rem" aria-hidden />
                      </ActionIcon>
                    </td>
                  )}
                </tr>
                <Details measurement={one} columns={(isCounted ? 4 : 3) + (isReadOnly ? 0 : 1)} />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Source({ measurement: { source } }: { readonly measurement: MeasurementView }) {
  const { t } = useTranslation('indicators');
  if (source === null) return <span className={styles.quiet}>{t('values.noSource')}</span>;
  return (
    <Anchor href={recordPort.hrefOf(source.table, source.id)} size="sm">
      {source.label}
    </Anchor>
  );
}

interface DetailsProps {
  readonly measurement: MeasurementView;
  readonly columns: number;
}

/** What a value's line has no room for: breakdown, difference, method and note. */
function Details({ measurement, columns }: DetailsProps) {
  const { t } = useTranslation('indicators');
  const { signed } = useAmounts();
  const { parts, method, note, counted, value, source } = measurement;
  const difference = counted === null ? 0 : remainderOf(value, [counted]);
  if (parts.length === 0 && method === null && note === null && difference === 0) return null;
  return (
    <tr data-detail>
      <td colSpan={columns}>
        {difference !== 0 && (
          <span className={styles.differs}>
            {source === null
              ? t('counted.difference', { amount: signed(difference) })
              : t('counted.differenceSourced', {
                  amount: signed(difference),
                  source: source.label,
                })}
          </span>
        )}
        <Breakdown measurement={measurement} />
        {note !== null && <div className={styles.quiet}>{note}</div>}
        {method !== null && (
          <div className={styles.quiet}>{t('values.method', { text: method })}</div>
        )}
      </td>
    </tr>
  );
}
