import { useTranslation } from 'react-i18next';

import { chainColumns } from '#domain/chain.ts';

import classes from './Chain.module.css';

export interface ReadingProps {
  readonly year: number;
  readonly isReadOnly: boolean;
}

/** How the picture is to be read: which years it joins, and what hangs in the air in each column. */
export function Reading({ year, isReadOnly }: ReadingProps) {
  const { t } = useTranslation('chain');
  return (
    // Scrolls by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes['reading']} tabIndex={0} aria-label={t('readTitle')}>
      <p>{t('years', { year, next: year + 1 })}</p>
      <dl className={classes['rules']}>
        {chainColumns.map((column) => (
          <div key={column} style={{ display: 'contents' }}>
            <dt>{t(`column.${column}`)}</dt>
            <dd>{t(`rule.${column}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('readSides')}</p>
      {!isReadOnly && <p>{t('readKeys')}</p>}
    </section>
  );
}
