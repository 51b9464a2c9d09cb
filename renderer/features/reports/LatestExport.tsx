import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { editionFormats } from '#contract/edition.views.ts';
import type { ExportedFile } from '#stores/exports.store.ts';
import { openExport, useExports } from '#stores/exports.store.ts';

import classes from './Reports.module.css';

/** What became of the last export; it can still be opened after its notice has gone. */
export function LatestExport() {
  const { t } = useTranslation('reports');
  const file = useExports((state) => state.files.find(isReport));
  if (file === undefined || file.status === 'failed') return <span className={classes['latest']} />;
  if (file.status === 'running') {
    return <span className={classes['latest']}>{t('running', { name: file.fileName })}</span>;
  }
  return (
    <span className={classes['latest']}>
      <span className={classes['latestName']}>{file.fileName}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => openExport(file.grant, 'open')}>
        {t('open')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => openExport(file.grant, 'showInFolder')}
      >
        {t('showInFolder')}
      </Button>
    </span>
  );
}

function isReport(file: ExportedFile): boolean {
  return editionFormats.some((format) => format === file.format);
}
