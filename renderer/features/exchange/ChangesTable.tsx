import { useTranslation } from 'react-i18next';

import type { ImportRow } from '#contract/import.channels.ts';

import classes from './Preview.module.css';

interface ChangesTableProps {
  readonly changes: ImportRow['changes'];
  readonly labelOf: (key: string) => string;
}

/** Field by field, what the record says and what it will say. */
export function ChangesTable({ changes, labelOf }: ChangesTableProps) {
  const { t } = useTranslation();
  const empty = <em>{t('exchange:preview.emptyValue')}</em>;
  return (
    <table className={classes['changes']} aria-label={t('exchange:preview.changes')}>
      <thead>
        <tr>
          <th scope="col">{t('exchange:preview.field')}</th>
          <th scope="col">{t('exchange:preview.before')}</th>
          <th scope="col">{t('exchange:preview.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, before, after }) => (
          <tr key={key}>
            <th scope="row">{labelOf(key)}</th>
            <td>{before === '' ? empty : <del>{before}</del>}</td>
            <td>{after === '' ? empty : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
