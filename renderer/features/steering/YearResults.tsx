import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { YearResult } from '#contract/steering.views.ts';
import { recordPath } from '#stores/navigation.store.ts';

import styles from './Objectives.module.css';

/** The results of the year, each with the objectives that led to it; those that none did are told. */
export function YearResults({ results }: { readonly results: readonly YearResult[] }) {
  const { t } = useTranslation('steering');
  if (results.length === 0) return null;
  return (
    <section className={styles['results']} aria-labelledby="year-results">
      <Title order={2} size="h4" id="year-results">
        {t('results.ofYear')}
      </Title>
      <ul className={styles['resultList']}>
        {results.map(({ id, title, objectives }) => (
          <li key={id}>
            <Anchor component={Link} href={recordPath('result', id)}>
              {title}
            </Anchor>
            {objectives.length === 0 ? (
              <Text size="sm" className={styles['barren'] ?? ''}>
                {t('results.noObjective')}
              </Text>
            ) : (
              <Text size="sm" c="dimmed">
                {objectives.map(({ label }) => label).join(' · ')}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
