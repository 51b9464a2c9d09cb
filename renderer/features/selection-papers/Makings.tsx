import { useTranslation } from 'react-i18next';

import type { LettersView } from '#contract/selection-papers.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './SelectionPapers.module.css';

/** What was made before, when and about what; the latest first. */
export function Makings({ makings }: { readonly makings: LettersView['makings'] }) {
  const { t } = useTranslation(['selectionPapers', 'vocabulary', 'selection']);
  const format = useFormat();
  if (makings.length === 0) {
    return <p className={styles.quiet}>{t('selectionPapers:making.none')}</p>;
  }
  return (
    <table className={styles.table} aria-label={t('selectionPapers:register')}>
      <thead>
        <tr>
          <th scope="col">{t('selectionPapers:making.at')}</th>
          <th scope="col">{t('selectionPapers:making.medium')}</th>
          <th scope="col">{t('selectionPapers:making.what')}</th>
        </tr>
      </thead>
      <tbody>
        {makings.map(({ madeAt, medium, outcomes }) => (
          <tr key={`${madeAt} ${medium}`}>
            <td>{format.dateTime(madeAt)}</td>
            <td>{t(`vocabulary:choice.outcomeLetter.medium.${medium}`)}</td>
            <td>
              {outcomes
                .map(({ outcome, count }) =>
                  t('selectionPapers:outcomeCount', {
                    name: t(`selection:column.${outcome}`),
                    count,
                  }),
                )
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
