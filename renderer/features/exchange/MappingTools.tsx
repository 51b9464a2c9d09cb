import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconFolderOpen, IconHistory, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ImportSpec } from '#contract/import.channels.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { exportFile } from '#stores/exports.store.ts';

import classes from './Import.module.css';
import { importActions, useImport } from './import.store.ts';

interface MappingToolsProps {
  readonly spec: ImportSpec;
  readonly isRemembered: boolean;
}

async function load(): Promise<void> {
  try {
    const chosen = await call('dialog:openMapping', {});
    if (chosen !== null) await importActions.loadMapping(chosen.grant);
  } catch (error) {
    reportError(error);
  }
}

/** Where the mapping comes from, and the means to guess it anew, keep it, or take up a kept one. */
export function MappingTools({ spec, isRemembered }: MappingToolsProps) {
  const { t } = useTranslation();
  const importId = useImport((state) => state.file?.importId ?? '');
  const save = (): void => {
    const register = t(`registers:${spec.register}.name`);
    const name = t('exchange:columns.fileName', { register });
    void exportFile('json', `${name}.json`, (grant, options) =>
      call('imports:saveMapping', { importId, spec, grant }, options),
    );
  };
  return (
    <div className={classes['tools']}>
      {isRemembered ? (
        <p className={classes['remembered']}>
          <IconHistory size={18} stroke={1.8} aria-hidden="true" />
          {t('exchange:columns.remembered')}
        </p>
      ) : null}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden="true" />}
        onClick={() => void importActions.guessColumns(true)}
      >
        {t('exchange:columns.guessAgain')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
        onClick={save}
      >
        {t('exchange:columns.save')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolderOpen size={16} aria-hidden="true" />}
        aria-label={t('exchange:columns.loadLong')}
        onClick={() => void load()}
      >
        {t('exchange:columns.load')}
      </Button>
    </div>
  );
}
