import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { CommitteeMethodView, RankedApplicationView } from '#contract/committee.channels.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Committee.module.css';
import { stabilityOf } from './possible-ranks.ts';

interface RankDetailProps {
  readonly phaseId: string;
  readonly row: RankedApplicationView;
  readonly ranked: number;
  readonly total: number;
  readonly cut: number;
  readonly criteria: CommitteeMethodView['criteria'];
}

/** Where the rank of one application comes from, and what it hangs on. */
export function RankDetail({ phaseId, row, ranked, total, cut, criteria }: RankDetailProps) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const nameOf = (id: string | null): string =>
    criteria.find(({ criterionId }) => criterionId === id)?.name ?? '';
  const facts: readonly (readonly [string, string])[] = [
    [t('results.detail.mean'), shown(row.mean)],
    [t('results.detail.median'), shown(row.median)],
    [t('results.dispersion'), shown(row.dispersion)],
    [
      t('results.detail.range'),
      row.lowest === null || row.highest === null
        ? t('none')
        : t('results.detail.rangeOf', {
            lowest: number(row.lowest),
            highest: number(row.highest),
          }),
    ],
    [t('results.detail.members'), number(row.evaluators)],
    [t('results.detail.abstentions'), number(row.abstentions)],
    [t('results.detail.missing'), number(row.missing)],
    [t('results.detail.recused'), number(row.recused)],
  ];
  function shown(value: number | null): string {
    return value === null ? t('none') : number(value);
  }
  return (
    <div className={styles.stack}>
      <div>
        <Text fw={600}>{row.title}</Text>
        <Text size="sm">
          {row.rank === null || row.score === null
            ? t('results.detail.noScore')
            : t('results.detail.rank', {
                rank: number(row.rank),
                total: number(ranked),
                score: number(row.score),
              })}
        </Text>
        <Anchor component={Link} size="sm" href={recordPath('application', row.applicationId)}>
          {t('results.detail.open')}
        </Anchor>
      </div>
      {row.tie !== null && (
        <section>
          <h3 className={styles.subheading}>{t('results.detail.tie')}</h3>
          <Text size="sm">
            {t('results.detail.tieCount', { count: row.tie.count, n: row.tie.count })}{' '}
            {row.tie.rule === 'criterion'
              ? t('results.detail.tieCriterion', { name: nameOf(row.tie.criterionId) })
              : t(
                  row.tie.rule === 'otherMeasure'
                    ? 'results.detail.tieOther'
                    : 'results.detail.tieNone',
                )}
          </Text>
        </section>
      )}
      <Firmness phaseId={phaseId} row={row} total={total} cut={cut} />
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h3 className={styles.subheading}>{t('results.detail.criteria')}</h3>
        <dl className={styles.facts}>
          {row.criteria.map(({ criterionId, mean }) => (
            <div key={criterionId}>
              <dt>{nameOf(criterionId)}</dt>
              <dd>{shown(mean)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

const isOne = ({ best, worst }: { readonly best: number; readonly worst: number }): boolean =>
  best === worst;

function Firmness({ phaseId, row, total, cut }: Omit<RankDetailProps, 'ranked' | 'criteria'>) {
  const { t } = useTranslation('committeeScreen');
  const { data } = useQuery(
    'committee:stability',
    row.rank === null
      ? null
      : { ...stabilityOf(phaseId, total, cut), offset: row.rank - 1, limit: 100 },
  );
  const found = data?.rows.find(({ applicationId }) => applicationId === row.applicationId);
  if (found === undefined) return null;
  const { withoutOne, drawn, worstWithoutName, bestWithoutName } = found;
  return (
    <section>
      <h3 className={styles.subheading}>{t('results.detail.stability')}</h3>
      {withoutOne !== null && (
        <Text size="sm">
          {t(
            isOne(withoutOne) ? 'results.detail.withoutOneSame' : 'results.detail.withoutOne',
            withoutOne,
          )}
        </Text>
      )}
      {withoutOne !== null && withoutOne.best !== withoutOne.worst && (
        <Text size="sm" c="dimmed">
          {[
            worstWithoutName === null
              ? null
              : t('results.detail.worstWithout', { name: worstWithoutName }),
            bestWithoutName === null
              ? null
              : t('results.detail.bestWithout', { name: bestWithoutName }),
          ]
            .filter((part) => part !== null)
            .join(' ')}
        </Text>
      )}
      {drawn !== null && (
        <Text size="sm">
          {t(isOne(drawn) ? 'results.detail.drawnSame' : 'results.detail.drawn', drawn)}
        </Text>
      )}
    </section>
  );
}
