import { Button, Skeleton } from '@mantine/core';
import { IconArrowsDiff, IconFileTypography, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useRoute } from 'wouter';

import type { ChannelOutput } from '#contract/channels.ts';
import { useCommand } from '#stores/commands.store.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import { ComparePage } from './compare/ComparePage.tsx';
import { EditionPage } from './edition/EditionPage.tsx';
import { NewEdition } from './NewEdition.tsx';
import { comparePath, newEditionPath, reportPath } from './paths.ts';
import { ReportPreview } from './ReportPreview.tsx';
import { ReportRail } from './ReportRail.tsx';
import classes from './Reports.module.css';

export type ReportEntry = ChannelOutput<'reports:list'>[number];

/** The group's documents: those that can be made from its data, and the editions made of them. */
export function ReportsScreen() {
  const [, edition] = useRoute('/reports/editions/:id');
  const [isCompare, compared] = useRoute('/reports/compare/:from?/:to?');
  const [isNew] = useRoute(newEditionPath);
  if (edition !== null) return <EditionPage key={edition.id} id={edition.id} />;
  if (isCompare) {
    return <ComparePage fromId={compared.from ?? null} toId={compared.to ?? null} />;
  }
  return <Home isNew={isNew} />;
}

function Home({ isNew }: { readonly isNew: boolean }) {
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const { data, error } = useQuery('reports:list', {});
  const { data: editions } = useQuery('editions:list', {});
  const [, params] = useRoute('/reports/:report/:groupId/:year');
  const chosen =
    data?.find(
      (entry) =>
        params !== null &&
        entry.report === params.report &&
        entry.groupId === params.groupId &&
        String(entry.year) === params.year,
    ) ?? data?.[0];
  const title = chosen === undefined ? '' : t(`name.${chosen.report}`, { year: chosen.year });
  useBreadcrumb(isNew ? [{ label: t('new.title') }] : title === '' ? [] : [{ label: title }]);
  useCommand({
    id: 'new',
    label: t('new.title'),
    group: t('title'),
    run: () => navigate(newEditionPath),
  });

  return (
    <Screen
      title={t('title')}
      description={t('description')}
      isFlush
      actions={
        <>
          {(editions?.length ?? 0) > 1 && (
            <Button
              variant="default"
              component={Link}
              href={comparePath()}
              leftSection={<IconArrowsDiff size="1rem" aria-hidden />}
            >
              {t('compare.action')}
            </Button>
          )}
          {!isReadOnly && chosen !== undefined && (
            <Button
              variant="default"
              component={Link}
              href={newEditionPath}
              leftSection={<IconPlus size="1rem" aria-hidden />}
            >
              {t('new.title')}
            </Button>
          )}
        </>
      }
    >
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined ? (
        error === null && <Skeleton h="100%" />
      ) : chosen === undefined ? (
        <EmptyScreen
          icon={IconFileTypography}
          title={t('empty.title')}
          description={t('empty.description')}
        />
      ) : (
        <div className={classes['split']}>
          <ReportRail reports={data} editions={editions ?? []} chosen={isNew ? null : chosen} />
          {isNew ? (
            <NewEdition reports={data} />
          ) : (
            <ReportPreview key={reportPath(chosen)} entry={chosen} />
          )}
        </div>
      )}
    </Screen>
  );
}
