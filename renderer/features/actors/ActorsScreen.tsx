import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { Screen } from '#ui/Screen.tsx';

import styles from './ActorsScreen.module.css';
import { Organisations } from './Organisations.tsx';
import { People } from './People.tsx';

/** A tab of the directory that another part of the window brings. */
export interface FurtherTab {
  readonly name: string;
  readonly labelKey: string;
  /** What Ctrl+N makes there; null where nothing is made. */
  readonly newKey: string | null;
  /** What stands beside the label, such as how much waits there. */
  readonly Badge?: ComponentType;
  readonly Panel: ComponentType<{
    readonly openId: string | null;
    readonly go: (id: string | null) => void;
  }>;
}

const nothing: readonly FurtherTab[] = [];

/** The directory: organisations and people, with the functions that tie them over time. */
export function ActorsScreen({ further = nothing }: { readonly further?: readonly FurtherTab[] }) {
  const { t } = useTranslation('actors');
  const [, params] = useRoute('/actors/:tab?/:id?');
  const [, setLocation] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const [day, setDay] = useState<string | null>(null);
  const tabs = [
    ...(['organisations', 'people'] as const).map((name) => ({
      name,
      labelKey: `actors:${name}.tab`,
      newKey: `actors:${name}.new`,
      Badge: undefined,
    })),
    ...further,
  ];
  const tab = tabs.find(({ name }) => name === params?.tab)?.name ?? 'organisations';
  const newKey = tabs.find(({ name }) => name === tab)?.newKey ?? null;
  const openId = params?.id ?? null;
  const go = (id: string | null): void => {
    setLocation(id === null ? `/actors/${tab}` : `/actors/${tab}/${id}`);
  };
  useCommand(
    isReadOnly || newKey === null
      ? null
      : {
          id: 'new',
          label: t(newKey),
          keys: 'Ctrl+N',
          run: () => {
            go('new');
          },
        },
  );

  return (
    <Screen
      title={t('title')}
      isFlush
      actions={
        isReadOnly || newKey === null ? null : (
          <Button
            size="sm"
            leftSection={<IconPlus size="1.1rem" aria-hidden />}
            onClick={() => {
              go('new');
            }}
          >
            {t(newKey)}
          </Button>
        )
      }
    >
      <Tabs
        className={styles.tabs ?? ''}
        value={tab}
        keepMounted={false}
        onChange={(next) => {
          setLocation(`/actors/${next}`);
        }}
      >
        <Tabs.List className={styles.tabList ?? ''}>
          {tabs.map(({ name, labelKey, Badge }) => (
            <Tabs.Tab key={name} value={name} rightSection={Badge && <Badge />}>
              {t(labelKey)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="organisations" className={styles.panel ?? ''}>
          <Organisations openId={openId} day={day} onDay={setDay} go={go} />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={styles.panel ?? ''}>
          <People openId={openId} day={day} onDay={setDay} go={go} />
        </Tabs.Panel>
        {further.map(({ name, Panel }) => (
          <Tabs.Panel key={name} value={name} className={styles.panel ?? ''}>
            <Panel openId={openId} go={go} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Screen>
  );
}
