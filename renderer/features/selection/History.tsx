import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SelectionHistoryLine } from '#contract/selection.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Figures.module.css';

const PAGE = 50;

/** Every decision, the latest first: what changed, who decided it, who wrote it down, and why. */
export function History({ callId }: { readonly callId: string }) {
  const { t } = useTranslation('selection');
  const [limit, setLimit] = useState(PAGE);
  const { data } = useQuery('selection:history', { callId, limit }, { keepPrevious: true });
  if (data === undefined) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('history.title', { total: data.total })}</h2>
      {data.total === 0 && <Text c="dimmed">{t('history.none')}</Text>}
      <ol className={styles.history}>
        {data.lines.map((line, index) => (
          <Line key={`${line.operationId}:${line.applicationId}:${String(index)}`} line={line} />
        ))}
      </ol>
      {data.lines.length < data.total && limit < 200 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setLimit(200)}>
          {t('column.more', { count: data.total - data.lines.length })}
        </Button>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: SelectionHistoryLine }) {
  const { t } = useTranslation('selection');
  const { dateTime } = useFormat();
  const { fromOutcome, toOutcome, decidedByName, reason } = line;
  const words = [
    fromOutcome === null ? null : t(`place.${fromOutcome}`),
    toOutcome === null ? null : t(`place.${toOutcome}`),
  ].filter((word) => word !== null);
  return (
    <li>
      <Text size="xs" c="dimmed">
        {[dateTime(line.at), line.author, line.phaseName]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </Text>
      <Text size="sm">
        <strong>{t('move.who', { number: line.number, name: line.organisationName })}</strong>
        {t('history.what', { what: t(`history.kind.${line.what}`) })}
        {words.length > 0 && t('history.words', { words: words.join(' → ') })}
        {decidedByName !== null && t('history.by', { name: decidedByName })}
      </Text>
      {reason !== null && <Text size="sm">{reason}</Text>}
    </li>
  );
}
