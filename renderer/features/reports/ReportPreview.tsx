import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { DocumentFormatName } from '#contract/schemas.ts';
import { documentFormats } from '#contract/schemas.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { useCommand } from '#stores/commands.store.ts';
import { exportReport } from '#stores/exports.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { FormatMenu } from '#ui/FormatMenu.tsx';

import { doWrite } from './do-write.ts';
import { DocumentView } from './DocumentView.tsx';
import type { Traced } from './traced.ts';
import { TracedRecords } from './TracedRecords.tsx';
import { LatestExport } from './LatestExport.tsx';
import { editionPath, reportPath } from './paths.ts';
import classes from './Reports.module.css';
import type { ReportEntry } from './ReportsScreen.tsx';

interface ReportPreviewProps {
  readonly entry: ReportEntry;
}

/** One document as it would be written from the data of the moment. */
export function ReportPreview({ entry }: ReportPreviewProps) {
  const { report, groupId, year } = entry;
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const { data, error } = useQuery('reports:preview', { report, groupId, year });
  const [traced, setTraced] = useState<Traced | null>(null);
  const [isMaking, setMaking] = useState(false);
  const name = t(`name.${report}`, { year });
  const exportAs = (format: DocumentFormatName): void =>
    void exportReport({ report, groupId, year }, format, name);
  useCommand({
    id: 'report.docx',
    label: t('exportAs', { name, format: 'DOCX' }),
    group: t('title'),
    run: () => exportAs('docx'),
  });
  useCommand({
    id: 'report.pdf',
    label: t('exportAs', { name, format: 'PDF' }),
    group: t('title'),
    run: () => exportAs('pdf'),
  });

  async function make(): Promise<void> {
    setMaking(true);
    try {
      const offers = await call('editions:offers', { groupId, year });
      const title = offers.find(({ kind }) => kind === report)?.title ?? name;
      const made = await doWrite('editions:create', { kind: report, groupId, year, title });
      if (made !== null) navigate(editionPath(made.id));
    } catch (thrown) {
      reportError(thrown);
    } finally {
      setMaking(false);
    }
  }

  return (
    <section
      className={classes['preview']}
      aria-label={name}
      data-has-panel={traced !== null || undefined}
    >
      <DocumentView
        name={name}
        html={data?.html}
        error={error}
        pdf={{
          key: reportPath(entry),
          load: async (options) =>
            (await call('reports:pdf', { report, groupId, year }, options)).bytes,
        }}
        traced={traced}
        onTrace={setTraced}
        tools={
          <>
            <LatestExport />
            <FormatMenu
              name={t('export')}
              formats={documentFormats}
              labelOf={(format) => t(`format.${format}`)}
              saysOf={(format) => t('exportAs', { name, format: format.toUpperCase() })}
              onChoose={exportAs}
            />
            {!isReadOnly && (
              <Button
                size="compact-md"
                loading={isMaking}
                leftSection={<IconPlus size="1rem" aria-hidden />}
                onClick={() => void make()}
              >
                {t('make')}
              </Button>
            )}
          </>
        }
      />
      {traced !== null && <TracedRecords traced={traced} onClose={() => setTraced(null)} />}
    </section>
  );
}
