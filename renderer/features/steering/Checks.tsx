import { Anchor, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { Checklist } from '#contract/steering.views.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Closing.module.css';

interface ChecksProps {
  readonly checks: Checklist['checks'];
  readonly year: number;
  readonly isClosed: boolean;
}

/** What is worth looking at before the year is closed; each opens the records it speaks of. */
export function Checks({ checks, year, isClosed }: ChecksProps) {
  const { t } = useTranslation('steering');
  const { number, date } = useFormat();
  return (
    <section aria-labelledby="year-checks">
      <Title order={2} size="h4" id="year-checks">
        {t(isClosed ? 'closing.checked' : 'closing.checks', { year })}
      </Title>
      {!isClosed && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('closing.checksText')}
        </Text>
      )}
      <ul className={styles['checks']}>
        {checks.map(({ name, records }) => (
          <li key={name} data-check={name} data-open={records.length > 0 || undefined}>
            {records.length === 0 ? (
              <span className={styles['check']}>
                <IconCircleCheck size="1.1rem" className={styles['ok']} aria-hidden />
                <span>{t(`check.${name}.none`)}</span>
              </span>
            ) : (
              <details>
                <summary className={styles['check']}>
                  <IconAlertCircle size="1.1rem" className={styles['todo']} aria-hidden />
                  <span>
                    {t(`check.${name}.some`, {
                      count: records.length,
                      n: number(records.length),
                    })}
                  </span>
                </summary>
                <ul className={styles['records']}>
                  {records.map(({ table, id, label, detail }) => (
                    <li key={id}>
                      <Anchor component={Link} href={recordPath(table, id)} size="sm">
                        {label}
                      </Anchor>
                      {detail !== '' && (
                        <Text span size="sm" c="dimmed">
                          {' – '}
                          {/^\d{4}-\d{2}-\d{2}$/.test(detail) ? date(detail) : detail}
                        </Text>
                      )}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
