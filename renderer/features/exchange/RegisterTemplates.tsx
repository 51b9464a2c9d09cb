import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportRegisterName } from '#contract/import.channels.ts';
import { importRegisterNames } from '#contract/import.channels.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';

import { FileCard } from './FileCard.tsx';

const formats = ['xlsx', 'ods'] as const;

/** Empty spreadsheets to fill in, for whoever holds the data. */
export function RegisterTemplates() {
  const { t } = useTranslation();
  const [register, setRegister] = useState<ImportRegisterName>('organisations');
  return (
    <FileCard
      title={t('exchange:template.title')}
      description={t('exchange:template.description')}
      label={t('exchange:template.register')}
      registers={importRegisterNames}
      register={register}
      onRegister={setRegister}
      formats={formats}
      actionOf={(format) => t('exchange:template.get', { format: t(`exchange:format.${format}`) })}
      onFormat={(format) => {
        const name = t('exchange:template.fileName', { register: t(`registers:${register}.name`) });
        void exportFile(format, `${name}.${format}`, (grant, options) =>
          call('imports:template', { register, format, grant }, options),
        );
      }}
    />
  );
}
