import { Skeleton } from '@mantine/core';
import { IconFileTypography } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';

import type { ChannelOutput } from '#contract/channels.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import { ReportPreview } from './ReportPreview.tsx';
import classes from './Reports.module.css';

export type ReportEntry = ChannelOutput<'reports:list'>[number];

function pathOf({ report, groupId, year }: ReportEntry): string {
  return `/reports/${report}/${groupId}/${year}`;
}

/** The documents that the store can produce: list, preview, export. */
export function ReportsScreen() {
  const { t } = useTranslation('reports');
  const { data, error } = useQuery('reports:list', {});
  const [, params] = useRoute('/reports/:report/:groupId/:year');
  const chosen =
    data?.find(
      (entry) =>
        params !== null &&
        entry.report === params.report &&
        entry.groupId === params.groupId &&
        String(entry.year) === params.year,
    ) ?? data?.[0];
  useBreadcrumb(
    chosen === undefined
      ? []
      : [{ label: t(`reports:name.${chosen.report}`, { year: chosen.year }) }],
  );

  return (
    <Screen title={t('reports:title')} description={t('reports:description')} isFlush>
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined ? (
        error === null && <Skeleton h="100%" />
      ) : chosen === undefined ? (
        <EmptyScreen
          icon={IconFileTypography}
          title={t('reports:empty.title')}
          description={t('reports:empty.description')}
        />
      ) : (
        <div className={classes['split']}>
          <ReportList reports={data} chosen={chosen} />
          <ReportPreview key={pathOf(chosen)} entry={chosen} />
        </div>
      )}
    </Screen>
  );
}

interface ReportListProps {
  readonly reports: readonly ReportEntry[];
  readonly chosen: ReportEntry;
}

function ReportList({ reports, chosen }: ReportListProps) {
  const { t } = useTranslation('reports');
  const hasGroups = new Set(reports.map(({ groupId }) => groupId)).size > 1;
  return (
    <nav className={classes['list']} aria-label={t('reports:list')}>
      <ul>
        {reports.map((entry) => (
          <li key={pathOf(entry)}>
            <Link
              href={pathOf(entry)}
              className={classes['entry'] ?? ''}
              aria-current={entry === chosen ? 'true' : undefined}
            >
              <span className={classes['entryName']}>
                {t(`reports:name.${entry.report}`, { year: entry.year })}
              </span>
              <span className={classes['entryDetail']}>
                {hasGroups ? entry.groupName : t(`reports:what.${entry.report}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
