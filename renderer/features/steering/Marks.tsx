import { useTranslation } from 'react-i18next';

import type { ObjectiveView } from '#contract/steering.views.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Objectives.module.css';

/** Where an objective stands: its judgement once closed, what became of it, or its status. */
export function StateMark({ objective }: { readonly objective: ObjectiveView }) {
  const { t } = useTranslation('steering');
  const { state, judgement, status } = objective;
  const tone = state === 'closed' ? (judgement ?? 'closed') : state === 'open' ? status : state;
  const words =
    state === 'closed' && judgement !== null
      ? t(`vocabulary:choice.objective.judgement.${judgement}`)
      : state === 'open' || state === 'done'
        ? t(`vocabulary:choice.objective.status.${status}`)
        : t(`state.${state}`);
  return (
    <span className={styles['state']} data-tone={tone}>
      {words}
    </span>
  );
}

/** What is worth knowing of an objective at a glance: what it obtained, where it comes from and goes. */
export function RowMarks({ objective }: { readonly objective: ObjectiveView }) {
  const { t } = useTranslation('steering');
  const { number } = useFormat();
  const { from, to, year, results, isWithoutResult, state, indicators } = objective;
  const earlier = from !== null && from.year < year ? from.year : null;
  const later = to.filter((one) => one.year > year);
  const marks = [
    objective.strategicAxis?.label ?? null,
    objective.agreement?.label ?? null,
    earlier === null ? null : t('mark.from', { year: earlier }),
    later[0] === undefined ? null : t('mark.to', { year: later[0].year }),
    indicators.length === 0
      ? null
      : t('mark.indicators', { count: indicators.length, n: number(indicators.length) }),
    results.length === 0
      ? null
      : t('mark.results', { count: results.length, n: number(results.length) }),
  ].filter((mark) => mark !== null);
  const isBarren = isWithoutResult && state !== 'restated';
  if (marks.length === 0 && !isBarren) return null;
  return (
    <span className={styles['marks']}>
      {marks.join(' · ')}
      {isBarren && (
        <span className={styles['barren']}>
          {marks.length > 0 && ' · '}
          {t('mark.noResult')}
        </span>
      )}
    </span>
  );
}
