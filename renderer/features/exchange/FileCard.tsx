import { Button, Group, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegisterName, SpreadsheetFormatName } from '#contract/schemas.ts';

import classes from './Exchange.module.css';

interface FileCardProps<R extends RegisterName, F extends SpreadsheetFormatName> {
  readonly title: string;
  readonly description: string;
  readonly label: string;
  readonly registers: readonly R[];
  readonly register: R;
  readonly onRegister: (register: R) => void;
  readonly formats: readonly F[];
  /** What choosing a format does, in words. */
  readonly actionOf: (format: F) => string;
  readonly onFormat: (format: F) => void;
}

/** A register to choose, and a button for each format in which a file can be had. */
export function FileCard<R extends RegisterName, F extends SpreadsheetFormatName>({
  title,
  description,
  label,
  registers,
  register,
  onRegister,
  formats,
  actionOf,
  onFormat,
}: FileCardProps<R, F>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={classes['quiet']}>{description}</p>
      <Select
        aria-label={label}
        searchable
        allowDeselect={false}
        data={registers.map((name) => ({ value: name, label: t(`registers:${name}.name`) }))}
        value={register}
        onChange={(name) => {
          const chosen = registers.find((known) => known === name);
          if (chosen !== undefined) onRegister(chosen);
        }}
      />
      <Group gap="xs" mt="sm">
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={17} aria-hidden="true" />}
            aria-label={actionOf(format)}
            onClick={() => onFormat(format)}
          >
            {t(`exchange:format.short.${format}`)}
          </Button>
        ))}
      </Group>
    </section>
  );
}
