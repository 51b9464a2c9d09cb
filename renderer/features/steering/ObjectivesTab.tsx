import { Button, Kbd, Switch, Text } from '@mantine/core';
import { IconTarget } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ObjectivesOfYear, ObjectiveView } from '#contract/steering.views.ts';
import { useCommand } from '#stores/commands.store.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { AddObjective } from './AddObjective.tsx';
import { doWrite } from './do-write.ts';
import { StateMark } from './Marks.tsx';
import { ObjectivePanel } from './ObjectivePanel.tsx';
import styles from './Objectives.module.css';
import type { Deed, ObjectiveTreeHandle } from './ObjectiveTree.tsx';
import { ObjectiveTree } from './ObjectiveTree.tsx';
import type { SteeringTabProps } from './steering-tabs.ts';
import { useOpenObjective } from './use-open-objective.ts';
import { YearResults } from './YearResults.tsx';

/** What the group set itself for a year: as a tree, each objective's record beside it. */
export function ObjectivesTab(props: SteeringTabProps) {
  const { t } = useTranslation('steering');
  useBreadcrumb([{ label: t('tab.objectives') }]);
  const { data, error } = useQuery('steering:objectives', props);
  if (data === undefined) {
    return error === null ? <LateLoader label={t('loading')} /> : <RefusalNote error={error} />;
  }
  return <Objectives {...props} of={data} />;
}

function Objectives({ groupId, year, of }: SteeringTabProps & { readonly of: ObjectivesOfYear }) {
  const { t } = useTranslation('steering');
  const isReadOnly = useSession(selectIsReadOnly) || of.isClosed;
  const { openId, go, pathOf } = useOpenObjective(year);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const [showsOld, setShowsOld] = useState(false);
  const tree = useRef<ObjectiveTreeHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const open = of.objectives.find(({ id }) => id === openId) ?? null;
  const old = of.objectives.filter(({ state }) => state === 'restated');
  const shown = of.objectives.filter(
    (one) => one.state !== 'restated' || showsOld || one.id === openId,
  );
  useCommand(
    isReadOnly
      ? null
      : {
          id: 'new',
          label: t('objectives.new'),
          keys: 'Ctrl+N',
          run: () => field.current?.focus(),
        },
  );

  function close(): void {
    const id = openId ?? undefined;
    setDeed(null);
    go(null);
    requestAnimationFrame(() => tree.current?.focusRow(id));
  }

  function does(objective: ObjectiveView, wanted: Deed | null): void {
    if (wanted === 'carry') {
      void doWrite('steering:carryOver', {
        groupId,
        year,
        objectives: [objective.id],
        indicators: [],
        remedies: [],
      });
      return;
    }
    setTakesFocus(false);
    setDeed(wanted);
    if (objective.id !== openId) go(objective.id);
  }

  const list = (
    <div className={styles['page']}>
      <div className={styles['bar']}>
        {!isReadOnly && (
          <AddObjective
            groupId={groupId}
            year={year}
            field={field}
            onLeave={() => tree.current?.focusRow()}
          />
        )}
        <Summary objectives={of.objectives} />
        {old.length > 0 && (
          <Switch
            size="sm"
            label={t('objectives.old', { count: old.length })}
            checked={showsOld}
            onChange={({ currentTarget }) => setShowsOld(currentTarget.checked)}
          />
        )}
      </div>
      <div className={styles['scroll']}>
        {of.objectives.length === 0 ? (
          <EmptyScreen
            icon={IconTarget}
            title={t('objectives.emptyTitle', { year })}
            description={t('objectives.emptyText')}
            actions={
              isReadOnly ? null : (
                <Button onClick={() => field.current?.focus()}>{t('objectives.new')}</Button>
              )
            }
          />
        ) : (
          <ObjectiveTree
            ref={tree}
            objectives={shown}
            openId={openId}
            isReadOnly={isReadOnly}
            onOpen={(id, takes) => {
              setTakesFocus(takes);
              setDeed(null);
              go(id);
            }}
            onDeed={does}
          />
        )}
        <YearResults results={of.results} />
      </div>
      {!isReadOnly && of.objectives.length > 0 && <Hints />}
    </div>
  );

  return (
    <SplitView
      list={list}
      panel={
        open === null
          ? null
          : {
              id: open.id,
              title: open.title,
              badge: <StateMark objective={open} />,
              takesFocus,
              isInList: true,
              onRemove: isReadOnly
                ? null
                : () => {
                    close();
                    recordPort.remove('objective', [open.id]).catch(recordPort.report);
                  },
              body: (
                <ObjectivePanel
                  key={open.id}
                  objective={open}
                  results={of.results}
                  isReadOnly={isReadOnly}
                  deed={deed}
                  onDeed={(wanted) => does(open, wanted)}
                  onDone={() => {
                    setDeed(null);
                    tree.current?.focusRow(open.id);
                  }}
                  pathOf={pathOf}
                />
              ),
            }
      }
      onClose={close}
      onStep={(step) => {
        const next = shown[shown.findIndex(({ id }) => id === openId) + step];
        if (next !== undefined) go(next.id);
      }}
    />
  );
}

/** How many objectives there are, closed, and without a result. */
function Summary({ objectives }: { readonly objectives: readonly ObjectiveView[] }) {
  const { t } = useTranslation('steering');
  const { number } = useFormat();
  const current = objectives.filter(({ state }) => state !== 'restated');
  if (current.length === 0) return null;
  const count = (key: string, some: readonly ObjectiveView[]) =>
    some.length === 0 ? [] : [t(key, { count: some.length, n: number(some.length) })];
  return (
    <Text size="sm" c="dimmed">
      {[
        ...count('objectives.count', current),
        ...count(
          'objectives.closed',
          current.filter(({ state }) => state === 'closed'),
        ),
        ...count(
          'objectives.withoutResult',
          current.filter((one) => one.isWithoutResult),
        ),
      ].join(' · ')}
    </Text>
  );
}

/** Which key does what, below the list. */
function Hints() {
  const { t } = useTranslation('steering');
  const hints = [
    [t('key.alt'), t('hint.order')],
    [t('key.altSide'), t('hint.level')],
    [t('key.split').toUpperCase(), t('split.action')],
    [t('key.close').toUpperCase(), t('close.action')],
    [t('key.carry').toUpperCase(), t('hint.carry')],
  ];
  return (
    <footer className={styles['hints']} aria-label={t('hint.name')}>
      {hints.map(([key, label]) => (
        <span key={label}>
          <Kbd size="xs">{key}</Kbd> {label}
        </span>
      ))}
    </footer>
  );
}
