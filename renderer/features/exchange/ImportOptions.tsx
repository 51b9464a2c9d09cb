import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportSpec } from '#contract/import.channels.ts';

import classes from './Import.module.css';
import { importActions } from './import.store.ts';

const options = ['createsMissing', 'clearsEmpty'] as const;

/** What becomes of records that are named but unknown, and of empty cells. */
export function ImportOptions({ spec }: { readonly spec: ImportSpec }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes['options']}>
      <legend>{t('exchange:columns.options')}</legend>
      {options.map((name) => (
        <Checkbox
          key={name}
          label={t(`exchange:columns.${name}`)}
          description={t(`exchange:columns.${name}Hint`)}
          checked={spec[name]}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            importActions.editSpec((known) => ({ ...known, [name]: checked }));
          }}
        />
      ))}
    </fieldset>
  );
}
