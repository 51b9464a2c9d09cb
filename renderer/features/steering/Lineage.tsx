import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ObjectiveInYear, ObjectiveView } from '#contract/steering.views.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Objectives.module.css';

interface LineageProps {
  readonly objective: ObjectiveView;
  readonly pathOf: (objective: ObjectiveInYear) => string;
}

/** Where an objective comes from, how it ended and where it went. */
export function Lineage({ objective, pathOf }: LineageProps) {
  const { t } = useTranslation('steering');
  const { date } = useFormat();
  const { from, to, year, closedOn, judgement, closingNote } = objective;
  const link = (other: ObjectiveInYear) => (
    <Anchor component={Link} href={pathOf(other)}>
      {other.title}
    </Anchor>
  );
  const isEmpty = from === null && to.length === 0 && closedOn === null;
  if (isEmpty) return null;
  return (
    <ul className={styles['lineage']}>
      {from !== null && (
        <li>
          {t(from.year === year ? 'lineage.restates' : 'lineage.from', { year: from.year })}{' '}
          {link(from)}
        </li>
      )}
      {closedOn !== null && (
        <li>
          {t('lineage.closed', {
            day: date(closedOn),
            judgement: t(`vocabulary:choice.objective.judgement.${judgement ?? 'reached'}`),
          })}
          {closingNote !== null && <p>{closingNote}</p>}
        </li>
      )}
      {to.map((other) => (
        <li key={other.id}>
          {t(other.year === year ? 'lineage.restatedAs' : 'lineage.to', { year: other.year })}{' '}
          {link(other)}
        </li>
      ))}
    </ul>
  );
}
