import { Anchor, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ResultView } from '#contract/indicator.views.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Indicators.module.css';
import { useAmounts } from './use-amounts.ts';

export interface ResultsProps {
  readonly results: readonly ResultView[];
  readonly year: number;
  readonly openId: string | null;
  readonly isReadOnly: boolean;
  readonly go: (path: string) => void;
}

/** The results of a year, each with what it rests on, its figures and the objectives it serves. */
export function Results({ results, year, openId, isReadOnly, go }: ResultsProps) {
  const { t } = useTranslation('indicators');
  return (
    <section aria-label={t('results.title', { year })}>
      <div className={styles.headingLine}>
        <h2 className={styles.heading}>{t('results.title', { year })}</h2>
        {!isReadOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => go('results/new')}
          >
            {t('results.add')}
          </Button>
        )}
      </div>
      {results.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('results.none', { year })}
        </Text>
      ) : (
        <ul className={styles.rows} aria-label={t('results.title', { year })}>
          {results.map((result) => (
            <ResultRow
              key={result.id}
              result={result}
              isOpen={result.id === openId}
              onOpen={() => go(`results/${result.id}`)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ResultRowProps {
  readonly result: ResultView;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function ResultRow({ result, isOpen, onOpen }: ResultRowProps) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { stated } = useAmounts();
  const { title, obtainedOn, event, deliverable, objectives, figures } = result;
  return (
    <li className={styles.row} data-open={isOpen || undefined}>
      <div className={styles.rowHead}>
        <button
          type="button"
          className={styles.name}
          data-row={result.id}
          aria-expanded={isOpen}
          onClick={onOpen}
        >
          {title}
        </button>
        {obtainedOn !== null && (
          <span className={styles.quiet}>{format.shortDate(obtainedOn)}</span>
        )}
      </div>
      {figures.length > 0 && (
        <p className={styles.figure}>
          {figures.map((figure) => (
            <b key={figure.linkId}>{stated(figure, figure.unit)}</b>
          ))}
        </p>
      )}
      {event !== null && (
        <Anchor size="sm" href={recordPort.hrefOf('event', event.id)}>
          {t('results.event', { name: event.label })}
        </Anchor>
      )}
      {deliverable !== null && (
        <Anchor size="sm" href={recordPort.hrefOf('deliverable', deliverable.id)}>
          {t('results.deliverable', { name: deliverable.label })}
        </Anchor>
      )}
      <p className={styles.quiet}>
        {objectives.length === 0
          ? t('results.noObjective')
          : objectives.map(({ label }) => t('serves', { name: label })).join(' · ')}
      </p>
    </li>
  );
}

/** Links a record of the chain to another, as one operation. */
export function linkChain(
  from: { readonly table: 'objective' | 'result'; readonly id: string },
  to: { readonly table: 'result' | 'measurement'; readonly id: string },
): void {
  operations
    .create('chainLink', {
      fromTable: from.table,
      fromId: from.id,
      toTable: to.table,
      toId: to.id,
    })
    .catch(recordPort.report);
}
