import { ActionIcon, Skeleton, Tabs } from '@mantine/core';
import { IconArrowsMaximize, IconArrowsMinimize, IconFileUnknown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EditionView } from '#contract/edition.views.ts';
import { call } from '#api/client.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import { DocumentView } from '../DocumentView.tsx';
import type { Traced } from '../traced.ts';
import { TracedRecords } from '../TracedRecords.tsx';
import { LatestExport } from '../LatestExport.tsx';
import { StatusBadge } from '../StatusBadge.tsx';
import classes from './Edition.module.css';
import { EditionActions } from './EditionActions.tsx';
import { FactsPane } from './FactsPane.tsx';
import { FilesPane } from './FilesPane.tsx';
import { RefreshPane } from './RefreshPane.tsx';
import { SectionPlan } from './SectionPlan.tsx';
import { TextPane } from './TextPane.tsx';
import { useTextSavers } from './use-text-savers.ts';

/** One edition: its plan, the document, the author's texts and the figures. */
export function EditionPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('reports');
  const { data, error } = useQuery('editions:get', { id });
  useBreadcrumb(data === undefined ? [] : [{ label: data.title }]);
  if (data === undefined) {
    return (
      <Screen title={t('title')}>
        {error === null ? (
          <Skeleton h={320} />
        ) : error.code === 'record.notFound' ? (
          <EmptyScreen
            icon={IconFileUnknown}
            title={t('missing.title')}
            description={t('missing.description')}
          />
        ) : (
          <RefusalNote error={error} />
        )}
      </Screen>
    );
  }
  return <Page edition={data} />;
}

function Page({ edition }: { readonly edition: EditionView }) {
  const { t } = useTranslation('reports');
  const { date } = useFormat();
  const { id, title, kind, sections, isLocked } = edition;
  const isReadOnly = useSession(selectIsReadOnly) || isLocked;
  const { data: document, error } = useQuery('editions:html', { id, withTraces: true });
  const saverOf = useTextSavers(id);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [shown, setShown] = useState<{ key: string; at: number } | null>(null);
  const [traced, setTraced] = useState<Traced | null>(null);
  const [isRefreshing, setRefreshing] = useState(false);
  const [isWide, setWide] = useState(false);
  const chosen = sections.find(({ key }) => key === chosenKey) ?? sections[0] ?? null;

  return (
    <Screen
      title={title}
      description={[
        t(`kind.${kind}`),
        ...(edition.subject === null ? [] : [edition.subject.label]),
        t('dataOn', { day: date(edition.asOfOn) }),
      ].join(' · ')}
      isFlush
      actions={
        <>
          <StatusBadge status={edition.status} />
          <EditionActions edition={edition} onRefresh={() => setRefreshing(true)} />
        </>
      }
    >
      <div
        className={classes['panes']}
        data-wide={isWide || undefined}
        data-has-panel={traced !== null || undefined}
      >
        <SectionPlan
          edition={edition}
          isReadOnly={isReadOnly}
          chosenKey={chosen?.key ?? null}
          onChoose={(key) => {
            setChosenKey(key);
            setTraced(null);
            setShown((former) => ({ key, at: (former?.at ?? 0) + 1 }));
          }}
        />
        {isRefreshing ? (
          <RefreshPane edition={edition} onTrace={setTraced} onClose={() => setRefreshing(false)} />
        ) : (
          <DocumentView
            name={title}
            html={document?.html}
            error={error}
            pdf={{
              key: id,
              load: async (options) => (await call('editions:pdf', { id }, options)).bytes,
            }}
            traced={traced}
            onTrace={setTraced}
            shown={shown}
            tools={
              <>
                <LatestExport />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-pressed={isWide}
                  aria-label={t('widen')}
                  title={t('widen')}
                  onClick={() => setWide(!isWide)}
                >
                  {isWide ? (
                    <IconArrowsMinimize size="1.1rem" aria-hidden />
                  ) : (
                    <IconArrowsMaximize size="1.1rem" aria-hidden />
                  )}
                </ActionIcon>
              </>
            }
          />
        )}
        {traced === null ? (
          <Tabs
            defaultValue="text"
            className={classes['side'] ?? ''}
            keepMounted={false}
            variant="default"
          >
            <Tabs.List aria-label={t('side.label')}>
              <Tabs.Tab value="text">{t('side.text')}</Tabs.Tab>
              <Tabs.Tab value="figures">{t('side.figures')}</Tabs.Tab>
              <Tabs.Tab value="files">{t('side.files')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="text" className={classes['sideBody'] ?? ''}>
              <TextPane
                edition={edition}
                section={chosen}
                isReadOnly={isReadOnly}
                saverOf={saverOf}
              />
            </Tabs.Panel>
            <Tabs.Panel value="figures" className={classes['sideBody'] ?? ''}>
              <FactsPane id={id} onTrace={setTraced} />
            </Tabs.Panel>
            <Tabs.Panel value="files" className={classes['sideBody'] ?? ''}>
              <FilesPane edition={edition} />
            </Tabs.Panel>
          </Tabs>
        ) : (
          <TracedRecords traced={traced} onClose={() => setTraced(null)} />
        )}
      </div>
    </Screen>
  );
}
