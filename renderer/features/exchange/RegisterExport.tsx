import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegisterName } from '#contract/schemas.ts';
import { registerNames, spreadsheetFormats } from '#contract/schemas.ts';
import { exportRegister } from '#stores/exports.store.ts';

import { FileCard } from './FileCard.tsx';

/** A whole register as a spreadsheet, in one click. */
export function RegisterExport() {
  const { t } = useTranslation();
  const [register, setRegister] = useState<RegisterName>('organisations');
  return (
    <FileCard
      title={t('exchange:export.title')}
      description={t('exchange:export.description')}
      label={t('exchange:export.register')}
      registers={registerNames}
      register={register}
      onRegister={setRegister}
      formats={spreadsheetFormats}
      actionOf={(format) => t('exchange:export.get', { format: t(`exchange:format.${format}`) })}
      onFormat={(format) => {
        const name = t(`registers:${register}.name`);
        void exportRegister({ register, columns: null }, format, `${name}.${format}`);
      }}
    />
  );
}
