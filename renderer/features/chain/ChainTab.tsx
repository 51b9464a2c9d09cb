import { Button, Skeleton } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainGraph, ChainSide } from '#contract/chain.views.ts';
import type { ChainTable as ChainKind } from '#domain/chain.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './Chain.module.css';
import { ChainPanel } from './ChainPanel.tsx';
import { ChainTable } from './ChainTable.tsx';
import { Evolution } from './Evolution.tsx';
import { isOrphan } from './links-of.ts';
import { Picture } from './picture/Picture.tsx';
import { Reading } from './Reading.tsx';
import type { ChainView } from './Toolbar.tsx';
import { Toolbar } from './Toolbar.tsx';

export interface ChainTabProps {
  readonly groupId: string;
  readonly year: number;
}

interface Opened {
  readonly table: ChainKind;
  readonly id: string;
}

/** Only what hangs in the air, and the links between such cards. */
function orphansIn(graph: ChainGraph): ChainGraph {
  const nodes = graph.nodes.filter(isOrphan);
  const ids = new Set(nodes.map(({ id }) => id));
  const links = graph.links.filter(({ fromId }) => ids.has(fromId));
  const paths = graph.paths.filter(({ cells }) => cells.some(({ state }) => state === 'missing'));
  return { ...graph, nodes, links, paths };
}

/** The chain from the barriers to the results, as a picture, as a table and over time. */
export function ChainTab({ groupId, year }: ChainTabProps) {
  const { t } = useTranslation('chain');
  useBreadcrumb([{ label: t('steering:tab.chain') }]);
  const isReadOnly = useSession(selectIsReadOnly);
  const [view, setView] = useState<ChainView>('picture');
  const [side, setSide] = useState<ChainSide>('all');
  const [withSubGroups, setSubGroups] = useState(false);
  const [orphansOnly, setOrphansOnly] = useState(false);
  const [isReading, setReading] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error } = useQuery(
    'chain:graph',
    { groupId, year, side, withSubGroups },
    { keepPrevious: true },
  );
  const { data: label } = useQuery('records:label', opened);

  if (error !== null && data === undefined) return <RefusalNote error={error} />;
  if (data === undefined) return <Skeleton h={320} m="lg" />;
  const graph = orphansOnly ? orphansIn(data) : data;
  const isEmpty = graph.nodes.length === 0;
  const showAll = (): void => {
    setOrphansOnly(false);
    setSide('all');
  };
  const close = (): void => {
    const id = opened?.id;
    setOpened(null);
    requestAnimationFrame(() => {
      if (id === undefined) return;
      document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] [data-main]`)?.focus();
    });
  };
  const step = (by: 1 | -1): void => {
    const at = graph.nodes.findIndex(({ id }) => id === opened?.id);
    const next = graph.nodes[at + by];
    if (at >= 0 && next !== undefined) setOpened({ table: next.table, id: next.id });
  };

  return (
    <SplitView
      onClose={close}
      onStep={step}
      panel={
        opened === null
          ? null
          : {
              id: opened.id,
              title: label?.label ?? t(`one.${opened.table}`),
              body: (
                <ChainPanel
                  key={opened.id}
                  graph={data}
                  table={opened.table}
                  id={opened.id}
                  isReadOnly={isReadOnly}
                  onOpen={(table, id) => setOpened({ table, id })}
                />
              ),
              takesFocus: true,
              isInList: graph.nodes.some(({ id }) => id === opened.id),
              onRemove: isReadOnly
                ? null
                : () => {
                    recordPort.remove(opened.table, [opened.id]).then(close, recordPort.report);
                  },
            }
      }
      list={
        <div className={classes['tab']}>
          <Toolbar
            graph={data}
            view={view}
            onView={setView}
            side={side}
            onSide={setSide}
            orphansOnly={orphansOnly}
            onOrphansOnly={setOrphansOnly}
            withSubGroups={withSubGroups}
            onSubGroups={setSubGroups}
            isReading={isReading}
            onReading={setReading}
          />
          {view !== 'evolution' && !isReading && (
            <p className={classes['year']}>
              {t('yearLine', { year, next: year + 1 })}
              {data.leftOut > 0 && ` ${t('leftOut', { count: data.leftOut })}`}
            </p>
          )}
          {isReading && <Reading year={year} isReadOnly={isReadOnly} />}
          {view === 'evolution' && (
            <Evolution groupId={groupId} onOpen={(table, id) => setOpened({ table, id })} />
          )}
          {view !== 'evolution' && isEmpty && (isReadOnly || data.nodes.length > 0) && (
            <EmptyScreen
              icon={IconLink}
              title={t(data.nodes.length > 0 ? 'filteredTitle' : 'emptyTitle')}
              description={t(data.nodes.length > 0 ? 'filteredText' : 'emptyText')}
              actions={
                data.nodes.length > 0 ? (
                  <Button variant="default" onClick={showAll}>
                    {t('showAll')}
                  </Button>
                ) : undefined
              }
            />
          )}
          {view === 'picture' && isEmpty && !isReadOnly && data.nodes.length === 0 && (
            <p className={classes['year']}>{t('emptyText')}</p>
          )}
          {view === 'picture' && (!isEmpty || (!isReadOnly && data.nodes.length === 0)) && (
            <Picture
              graph={graph}
              side={side}
              orphansOnly={orphansOnly}
              isReadOnly={isReadOnly}
              openId={opened?.id ?? null}
              onOpen={({ table, id }) => setOpened({ table, id })}
            />
          )}
          {view === 'table' && !isEmpty && (
            <ChainTable
              graph={graph}
              openId={opened?.id ?? null}
              onOpen={(table, id) => setOpened({ table, id })}
            />
          )}
        </div>
      }
    />
  );
}
