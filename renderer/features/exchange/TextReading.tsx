import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportFile } from '#contract/import.channels.ts';

import { importActions } from './import.store.ts';

const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'utf-16le',
  'utf-16be',
] as const;
const separators = [
  { value: ';', name: 'semicolon' },
  { value: ',', name: 'comma' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'bar' },
] as const;

interface TextReadingProps {
  readonly dialect: NonNullable<ImportFile['dialect']>;
}

/** How a text file was read; another choice reads it again. */
export function TextReading({ dialect }: TextReadingProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('exchange:file.separator')}
        description={t('exchange:file.separatorHint')}
        allowDeselect={false}
        data={separators.map(({ value, name }) => ({
          value,
          label: t(`exchange:file.separators.${name}`),
        }))}
        value={dialect.separator}
        onChange={(chosen) => {
          const separator = separators.find(({ value }) => value === chosen)?.value;
          if (separator !== undefined) void importActions.reopen({ separator });
        }}
      />
      <Select
        label={t('exchange:file.encoding')}
        description={t('exchange:file.encodingHint')}
        allowDeselect={false}
        data={encodings.map((value) => ({
          value,
          label: t(`exchange:file.encodings.${value}`),
        }))}
        value={dialect.encoding}
        onChange={(chosen) => {
          const encoding = encodings.find((known) => known === chosen);
          if (encoding !== undefined) void importActions.reopen({ encoding });
        }}
      />
    </>
  );
}
