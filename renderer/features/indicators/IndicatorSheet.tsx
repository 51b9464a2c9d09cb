import { Button, Text } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { IndicatorView } from '#contract/indicator.views.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { Sources } from '#ui/record-form/Sources.tsx';

import { Chart } from './Chart.tsx';
import { Fields } from './Fields.tsx';
import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';
import { ValuesTable } from './ValuesTable.tsx';

export interface IndicatorSheetProps {
  readonly indicator: IndicatorView;
  readonly asOfOn: string;
  readonly isReadOnly: boolean;
  readonly go: (path: string) => void;
}

/** Everything about an indicator: its values over time, what the register says, what it is. */
export function IndicatorSheet({ indicator, asOfOn, isReadOnly, go }: IndicatorSheetProps) {
  const { t } = useTranslation('indicators');
  const { id, measurements, countedFrom } = indicator;
  const citations = measurements.flatMap((one) => one.citations);
  return (
    <>
      {countedFrom !== null && (
        <Register indicator={indicator} asOfOn={asOfOn} onSee={() => go(`${id}/counted`)} />
      )}
      <Section
        title={t(countedFrom === null ? 'values.title' : 'values.titleStated')}
        count={measurements.length}
        anchor="values"
        action={
          isReadOnly ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size="1rem" aria-hidden />}
              onClick={() => go(`${id}/value`)}
            >
              {t(countedFrom === null ? 'values.add' : 'values.addStated')}
            </Button>
          )
        }
      >
        {measurements.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('values.none')}
          </Text>
        ) : (
          <>
            <Chart indicator={indicator} />
            <ValuesTable
              indicator={indicator}
              isReadOnly={isReadOnly}
              onEdit={(measurementId) => go(`${id}/value/${measurementId}`)}
            />
          </>
        )}
      </Section>
      <Section title={t('sheet.about')} anchor="about">
        <Fields
          table="indicator"
          id={id}
          names={[
            'name',
            'unit',
            'targetValue',
            'targetOn',
            'countedFrom',
            'objectiveId',
            'method',
          ]}
          wide={['name', 'objectiveId', 'method']}
          isReadOnly={isReadOnly}
        />
      </Section>
      {citations.length > 0 && (
        <Section title={t('sheet.sources')} anchor="sources">
          <Sources citations={citations} port={recordPort} />
        </Section>
      )}
      <RecordHistory table="indicator" id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}

interface RegisterProps {
  readonly indicator: IndicatorView;
  readonly asOfOn: string;
  readonly onSee: () => void;
}

/** What the register itself says on the day of the situation, and the way to its records. */
function Register({ indicator, asOfOn, onSee }: RegisterProps) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { amount, stated } = useAmounts();
  const { counted, countedFrom, unit } = indicator;
  if (counted === null || countedFrom === null) return null;
  return (
    <section aria-label={t('counted.label')}>
      <p className={styles.figure}>
        <span className={styles.quiet}>{t('counted.label')}</span>
        <strong>{stated({ value: counted }, unit)}</strong>
        <span className={styles.quiet}>{t('onDay', { day: format.date(asOfOn) })}</span>
      </p>
      <Text size="sm" c="dimmed" mb="xs">
        {t(`counted.how.${countedFrom}`)} {t('counted.cannotType')}
      </Text>
      {counted > 0 && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconListDetails size="1rem" aria-hidden />}
          onClick={onSee}
        >
          {t('counted.see', {
            count: counted,
            amount: amount(counted),
            what: t(`counted.what.${countedFrom}`),
          })}
        </Button>
      )}
    </section>
  );
}
