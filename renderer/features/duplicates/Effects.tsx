import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Duplicates.module.css';

type Pair = NonNullable<ChannelOutput<'duplicates:pair'>>;
type Counted = Pair['moved'];

/** Says how many records of which kinds, as a sentence goes on: « 3 fonctions, 1 mandat ». */
export function useCounted(): (counted: Counted) => string {
  const { t } = useTranslation('duplicates');
  const { entity, number } = useFormat();
  return (counted) =>
    counted
      .map(({ table, count }) => {
        const word = entity(table, count);
        return t('counted', {
          count: number(count),
          what: word.charAt(0).toLowerCase() + word.slice(1),
        });
      })
      .join(', ');
}

/** What a merge does beside the columns: what moves, what is joined, what stays known. */
export function Effects({ moved, folded }: Pick<Pair, 'moved' | 'folded'>) {
  const { t } = useTranslation('duplicates');
  const counted = useCounted();
  return (
    <section className={styles.effects} aria-labelledby="merge-effects">
      <h3 id="merge-effects">{t('effect')}</h3>
      <p>
        {moved.length === 0 ? t('movesNothing') : t('moves', { what: counted(moved) })}{' '}
        {folded.length > 0 && t('folds', { what: counted(folded) })}
      </p>
      <p className={styles.quiet}>{t('keepsAll')}</p>
    </section>
  );
}
