import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { Screen } from '#ui/Screen.tsx';

import { DeliverableList } from './DeliverableList.tsx';
import styles from './Deliverables.module.css';
import { Matrix } from './Matrix.tsx';

/** What the sub-groups owe: as a matrix over the quarters, or as a list. */
export function DeliverablesScreen() {
  const { t } = useTranslation('deliverables');
  const [, params] = useRoute('/deliverables/:tab?/:id?');
  const [, setLocation] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const tab = params?.tab === 'list' ? 'list' : 'matrix';
  const openId = params?.id ?? null;
  const go = (id: string | null): void => {
    setLocation(id === null ? `/deliverables/${tab}` : `/deliverables/${tab}/${id}`);
  };
  const start = (): void => {
    setLocation('/deliverables/list/new');
  };
  useCommand(isReadOnly ? null : { id: 'new', label: t('new'), keys: 'Ctrl+N', run: start });

  return (
    <Screen
      title={t('title')}
      isFlush
      actions={
        isReadOnly ? null : (
          <Button size="sm" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={start}>
            {t('new')}
          </Button>
        )
      }
    >
      <Tabs
        className={styles.tabs ?? ''}
        value={tab}
        keepMounted={false}
        onChange={(next) => setLocation(`/deliverables/${next}`)}
      >
        <Tabs.List className={styles.tabList ?? ''}>
          <Tabs.Tab value="matrix">{t('matrixTab')}</Tabs.Tab>
          <Tabs.Tab value="list">{t('listTab')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="matrix" className={styles.panel ?? ''}>
          <Matrix openId={openId} go={go} />
        </Tabs.Panel>
        <Tabs.Panel value="list" className={styles.panel ?? ''}>
          <DeliverableList openId={openId} go={go} />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}
