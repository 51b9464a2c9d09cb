import { Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SelectionStatistics } from '#contract/selection.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Figures.module.css';
import { History } from './History.tsx';
import type { SelectionPanelProps } from './SelectionScreen.tsx';

/** The funnel in figures, as of a day, and every decision with who, when and why. */
export function Figures({ callId }: SelectionPanelProps) {
  const { t } = useTranslation('selection');
  const [asOfOn, setDay] = useState<string | null>(null);
  const { data, error } = useQuery(
    'selection:statistics',
    { callId, asOfOn },
    { keepPrevious: true },
  );
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return null;
  return (
    <div className={styles.frame}>
      <div className={styles.head}>
        <DayInput
          size="xs"
          label={t('figures.asOf')}
          placeholder={t('figures.today')}
          value={asOfOn}
          onChange={setDay}
        />
        {data.isFictitious && (
          <Text size="sm" c="dimmed">
            {t('figures.fictitious')}
          </Text>
        )}
      </div>
      <Stages statistics={data} />
      <Breakdowns statistics={data} />
      <History callId={callId} />
    </div>
  );
}

function Stages({ statistics }: { readonly statistics: SelectionStatistics }) {
  const { t } = useTranslation('selection');
  const { stages, received, exclusions, outcomes } = statistics;
  const notes = (['late', 'incomplete', 'duplicates', 'withdrawn'] as const)
    .map((key) => ({ key, count: statistics[key] }))
    .filter(({ count }) => count > 0);
  return (
    <section>
      <h2 className={styles.heading}>{t('figures.funnel')}</h2>
      <ol className={styles.funnel}>
        {stages.map(({ phaseId, name, count }) => (
          <li key={phaseId ?? 'received'}>
            <span>{name ?? t('figures.received')}</span>
            <span className={styles.track} aria-hidden="true">
              <span style={{ width: `${(100 * count) / Math.max(1, received)}%` }} />
            </span>
            <strong>{count}</strong>
          </li>
        ))}
      </ol>
      <p className={styles.notes}>
        {[
          ...outcomes.map(({ outcome, count }) =>
            t('release.outcome', { count, name: t(`column.${outcome}`).toLocaleLowerCase() }),
          ),
          ...notes.map(({ key, count }) => t(`figures.${key}`, { count, n: count })),
        ].join(' · ')}
      </p>
      {exclusions.length > 0 && (
        <p className={styles.notes}>
          {t('figures.exclusions')}
          {exclusions
            .map(({ title, count }) => t('figures.exclusion', { title: title ?? '–', count }))
            .join(t('release.and'))}
        </p>
      )}
    </section>
  );
}

function Breakdowns({ statistics }: { readonly statistics: SelectionStatistics }) {
  const { t } = useTranslation('selection');
  const { stages, breakdowns } = statistics;
  const nameOf = (dimension: string, id: string | null): string => {
    if (id === null) return t('balance.none');
    if (dimension === 'maturity') return t(`vocabulary:choice.application.maturity.${id}`);
    return dimension === 'kind' ? t(`vocabulary:choice.organisation.kind.${id}`) : id;
  };
  return (
    <section className={styles.tables}>
      {breakdowns.map(({ dimension, lines }) => (
        <div key={dimension}>
          <h2 className={styles.heading}>{t(`balance.${dimension}`)}</h2>
          <Table aria-label={t(`balance.${dimension}`)} verticalSpacing={3}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">
                  <span className="r-visually-hidden">{t(`balance.${dimension}`)}</span>
                </Table.Th>
                {stages.map(({ phaseId, name }, index) => (
                  <Table.Th
                    key={phaseId ?? 'received'}
                    scope="col"
                    className={styles.figure ?? ''}
                    title={name ?? t('figures.received')}
                  >
                    {index === 0
                      ? t('figures.receivedShort')
                      : t('figures.phaseShort', { number: index })}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ id, name, counts }) => (
                <Table.Tr key={id ?? ''}>
                  <Table.Th scope="row" fw={400}>
                    {name ?? nameOf(dimension, id)}
                  </Table.Th>
                  {stages.map(({ phaseId }, index) => (
                    <Table.Td key={phaseId ?? 'received'} className={styles.figure ?? ''}>
                      {counts[index] ?? 0}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ))}
    </section>
  );
}
