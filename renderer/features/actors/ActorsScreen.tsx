import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { Screen } from '#ui/Screen.tsx';

import styles from './ActorsScreen.module.css';
import { Organisations } from './Organisations.tsx';
import { People } from './People.tsx';

const tabs = ['organisations', 'people'] as const;
type ActorTab = (typeof tabs)[number];

/** The directory: organisations and people, with the functions that tie them over time. */
export function ActorsScreen() {
  const { t } = useTranslation('actors');
  const [, params] = useRoute('/actors/:tab?/:id?');
  const [, setLocation] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const tab: ActorTab = params?.tab === 'people' ? 'people' : 'organisations';
  const openId = params?.id ?? null;
  const go = (id: string | null): void => {
    setLocation(id === null ? `/actors/${tab}` : `/actors/${tab}/${id}`);
  };
  useCommand(
    isReadOnly
      ? null
      : {
          id: 'new',
          label: t(`${tab}.new`),
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
        isReadOnly ? null : (
          <Button
            size="sm"
            leftSection={<IconPlus size="1.1rem" aria-hidden />}
            onClick={() => {
              go('new');
            }}
          >
            {t(`${tab}.new`)}
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
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`${name}.tab`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="organisations" className={styles.panel ?? ''}>
          <Organisations openId={openId} go={go} />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={styles.panel ?? ''}>
          <People openId={openId} go={go} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
