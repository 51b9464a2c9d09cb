import { Button, Select, Tabs } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import { Board } from './Board.tsx';
import { Figures } from './Figures.tsx';
import { NewCall } from './NewCall.tsx';
import styles from './Selection.module.css';
import { Triage } from './Triage.tsx';
import { useCalls } from './use-calls.ts';
import { WhatIf } from './WhatIf.tsx';

/** What every tab of the selection is given. */
export interface SelectionPanelProps {
  readonly callId: string;
  readonly isReadOnly: boolean;
  /** What the tab has open, as the path says it. */
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}

/** A tab of the selection. */
export interface SelectionTab {
  readonly name: string;
  readonly labelKey: string;
  readonly Panel: ComponentType<SelectionPanelProps>;
}

const nothing: readonly SelectionTab[] = [];

/** A call from its responses to its outcomes: each tab is one way of looking at the same data. */
export function SelectionScreen({
  further = nothing,
}: {
  readonly further?: readonly SelectionTab[];
}) {
  const { t } = useTranslation('selection');
  const [, params] = useRoute('/selection/:tab?/:id?');
  const [, setLocation] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const { calls, callId, choose, error } = useCalls();
  const tabs: readonly SelectionTab[] = [
    { name: 'board', labelKey: 'selection:tab.board', Panel: Board },
    { name: 'triage', labelKey: 'selection:tab.triage', Panel: Triage },
    { name: 'what-if', labelKey: 'selection:tab.whatIf', Panel: WhatIf },
    ...further,
    { name: 'figures', labelKey: 'selection:tab.figures', Panel: Figures },
  ];
  const isNew = params?.tab === 'new';
  const tab = tabs.find(({ name }) => name === params?.tab)?.name ?? 'board';
  const start = (): void => setLocation('/selection/new');
  useCommand(isReadOnly ? null : { id: 'new', label: t('newCall'), keys: 'Ctrl+N', run: start });
  if (calls === undefined) {
    return <Screen title={t('title')}>{error !== null && <RefusalNote error={error} />}</Screen>;
  }

  const made = (id: string): void => {
    choose(id);
    setLocation('/selection/board');
  };
  return (
    <Screen
      title={t('title')}
      isFlush
      actions={
        <>
          {calls.length > 1 && !isNew && (
            <Select
              size="sm"
              w="22rem"
              aria-label={t('chooseCall')}
              data={calls.map(({ id, title }) => ({ value: id, label: title }))}
              value={callId}
              allowDeselect={false}
              onChange={(id) => id !== null && choose(id)}
            />
          )}
          {isReadOnly || isNew ? null : (
            <Button
              size="sm"
              variant={calls.length === 0 ? 'filled' : 'default'}
              leftSection={<IconPlus size="1.1rem" aria-hidden />}
              onClick={start}
            >
              {t('newCall')}
            </Button>
          )}
        </>
      }
    >
      {isNew ? (
        <NewCall onMade={made} onLeave={() => setLocation('/selection/board')} />
      ) : callId === null ? (
        <EmptyScreen
          icon={IconFilter}
          title={t('emptyTitle')}
          description={t('emptyText')}
          actions={isReadOnly ? null : <Button onClick={start}>{t('newCall')}</Button>}
        />
      ) : (
        <Tabs
          className={styles.tabs ?? ''}
          value={tab}
          keepMounted={false}
          onChange={(next) => setLocation(`/selection/${next}`)}
        >
          <Tabs.List className={styles.tabList ?? ''}>
            {tabs.map(({ name, labelKey }) => (
              <Tabs.Tab key={name} value={name}>
                {t(labelKey)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ name, Panel }) => (
            <Tabs.Panel key={name} value={name} className={styles.panel ?? ''}>
              <Panel
                key={callId}
                callId={callId}
                isReadOnly={isReadOnly}
                openId={params?.id ?? null}
                go={(id) =>
                  setLocation(id === null ? `/selection/${name}` : `/selection/${name}/${id}`)
                }
              />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Screen>
  );
}
