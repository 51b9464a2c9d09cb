import { Button, Center, Loader } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { DocumentFormatName } from '#contract/schemas.ts';
import { documentFormats } from '#contract/schemas.ts';
import { useCommand } from '#stores/commands.store.ts';
import type { ExportedFile } from '#stores/exports.store.ts';
import { exportReport, openExport, useExports } from '#stores/exports.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { withNonce } from './preview-html.ts';
import classes from './Reports.module.css';
import type { ReportEntry } from './ReportsScreen.tsx';

interface ReportPreviewProps {
  readonly entry: ReportEntry;
}

/** One document as it will be written, with its formats above it. */
export function ReportPreview({ entry: { report, groupId, year } }: ReportPreviewProps) {
  const { t } = useTranslation('reports');
  const { data, error } = useQuery('reports:preview', { report, groupId, year });
  const name = t(`reports:name.${report}`, { year });
  const exportAs = (format: DocumentFormatName): void =>
    void exportReport({ report, groupId, year }, format, name);
  useCommand({
    id: 'report.docx',
    label: t('reports:exportAs', { name, format: 'DOCX' }),
    group: t('reports:title'),
    run: () => exportAs('docx'),
  });
  useCommand({
    id: 'report.pdf',
    label: t('reports:exportAs', { name, format: 'PDF' }),
    group: t('reports:title'),
    run: () => exportAs('pdf'),
  });

  return (
    <section className={classes['preview']} aria-label={name}>
      <div className={classes['bar']} role="group" aria-label={t('reports:exportGroup', { name })}>
        <span className={classes['barLabel']}>{t('reports:export')}</span>
        {documentFormats.map((format) => (
          <Button
            key={format}
            size="compact-md"
            variant={format === 'docx' ? 'filled' : 'default'}
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            aria-label={t('reports:exportAs', { name, format: format.toUpperCase() })}
            onClick={() => exportAs(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
        <LatestExport />
      </div>
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined ? (
        error === null && (
          <Center flex={1}>
            <Loader aria-label={t('reports:preparing')} />
          </Center>
        )
      ) : (
        <iframe
          className={classes['frame']}
          title={t('reports:previewOf', { name: data.title })}
          sandbox=""
          srcDoc={withNonce(data.html, document.querySelector<HTMLElement>('[nonce]')?.nonce ?? '')}
        />
      )}
    </section>
  );
}

/** What became of the last export; it can still be opened after its notice has gone. */
function LatestExport() {
  const { t } = useTranslation('reports');
  const file = useExports((state) => state.files.find(isReport));
  if (file === undefined || file.status === 'failed') return null;
  if (file.status === 'running') {
    return (
      <span className={classes['latest']}>{t('reports:running', { name: file.fileName })}</span>
    );
  }
  return (
    <span className={classes['latest']}>
      <span className={classes['latestName']}>{file.fileName}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => openExport(file.grant, 'open')}>
        {t('reports:open')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => openExport(file.grant, 'showInFolder')}
      >
        {t('reports:showInFolder')}
      </Button>
    </span>
  );
}

function isReport(file: ExportedFile): boolean {
  return documentFormats.some((format) => format === file.format);
}
