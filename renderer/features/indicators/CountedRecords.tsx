import { Anchor, Button, Loader, Text, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { IndicatorView } from '#contract/indicator.views.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { fold } from '#ui/fold.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';

const LISTED = 1000;

export interface CountedRecordsProps {
  readonly indicator: IndicatorView;
  readonly asOfOn: string;
  readonly onBack: () => void;
}

/** The records behind a counted value, each of them to open. */
export function CountedRecords({ indicator, asOfOn, onBack }: CountedRecordsProps) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { amount, stated } = useAmounts();
  const [text, setText] = useState('');
  const request = { indicatorId: indicator.id, asOfOn, limit: LISTED };
  const { data, error } = useQuery('indicators:counted', request);
  const wanted = fold(text.trim());
  const shown = (data?.records ?? []).filter(({ label, detail }) =>
    fold(`${label} ${detail}`).includes(wanted),
  );
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowLeft size="1rem" aria-hidden />}
        onClick={onBack}
      >
        {t('counted.back')}
      </Button>
      {error !== null && <RefusalNote error={error} />}
      {data === undefined && error === null && <Loader m="md" aria-label={t('counted.label')} />}
      {data !== undefined && data !== null && (
        <>
          <p className={styles.figure} role="status">
            <strong>{stated({ value: data.count }, indicator.unit)}</strong>
            <span className={styles.quiet}>{t('onDay', { day: format.date(asOfOn) })}</span>
            {wanted !== '' && (
              <span className={styles.quiet}>
                {t('counted.filtered', {
                  shown: amount(shown.length),
                  amount: amount(data.count),
                })}
              </span>
            )}
          </p>
          <Text size="sm" c="dimmed" mb="xs">
            {t(`counted.how.${data.register}`)}
          </Text>
          <TextInput
            size="sm"
            type="search"
            leftSection={<IconSearch size="1rem" aria-hidden />}
            aria-label={t('counted.filter')}
            placeholder={t('counted.filter')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ol className={styles.records} aria-label={t('counted.label')}>
            {shown.map(({ table, id, label, detail }) => (
              <li key={id}>
                <Anchor size="sm" underline="always" href={recordPort.hrefOf(table, id)}>
                  {label === '' ? format.entity(table) : label}
                </Anchor>
                {detail !== '' && (
                  <span className={styles.quiet}>
                    {' '}
                    {/^\d{4}-\d{2}-\d{2}$/.test(detail) ? format.date(detail) : detail}
                  </span>
                )}
              </li>
            ))}
          </ol>
          {shown.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('counted.none')}
            </Text>
          )}
          {data.count > data.records.length && (
            <Text size="sm" c="dimmed">
              {t('counted.more', { shown: amount(data.records.length) })}
            </Text>
          )}
        </>
      )}
    </>
  );
}
