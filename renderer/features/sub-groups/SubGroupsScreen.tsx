import { Button } from '@mantine/core';
import { IconHierarchy2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { Screen } from '#ui/Screen.tsx';
import { textOf } from '#ui/text-of.ts';

import { NewSubGroup } from './NewSubGroup.tsx';
import { SubGroupSheet } from './SubGroupSheet.tsx';

const initial: GridPrefs = {
  order: ['subGroup', 'position', 'strategicAxis', 'rapporteurs', 'members'],
  hidden: ['workingGroup', 'mission', 'startedOn', 'endedOn'],
  widths: { subGroup: 320, position: 80, strategicAxis: 260, rapporteurs: 300, members: 110 },
  sort: [],
};

/** The thematic sub-groups: who carries them on any day, and what they are for. */
export function SubGroupsScreen() {
  const { t } = useTranslation('subGroups');
  const [, params] = useRoute('/sub-groups/:id?');
  const [, setLocation] = useLocation();
  const [day, setDay] = useState<string | null>(null);
  const openId = params?.id ?? null;
  const { data } = useQuery('subGroups:sheet', storedRecord(openId));
  const screen = useRegisterScreen({
    register: 'sub-groups',
    openId,
    sheet: data,
    newName: t('new'),
    nameOf: (record) => textOf(record['name']),
  });
  const { sheet, isReadOnly } = screen;
  const go = (id: string | null): void => {
    setLocation(id === null ? '/sub-groups' : `/sub-groups/${id}`);
  };
  const start = (): void => {
    go('new');
  };
  useCommand(isReadOnly ? null : { id: 'new', label: t('new'), keys: 'Ctrl+N', run: start });
  const create = isReadOnly ? null : (
    <Button size="sm" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={start}>
      {t('new')}
    </Button>
  );

  return (
    <Screen title={t('title')} isFlush actions={create}>
      <RegisterView
        screen={screen}
        label={t('title')}
        initial={initial}
        onDay={setDay}
        countLabel={(numbers) => t('count', numbers)}
        filterPlaceholder={t('filter')}
        empty={{
          icon: IconHierarchy2,
          title: t('emptyTitle'),
          description: t('emptyText'),
          actions: create,
        }}
        go={go}
        form={<NewSubGroup onMade={go} />}
        sheet={
          openId === null || sheet === null ? null : (
            <SubGroupSheet
              key={openId}
              id={openId}
              sheet={sheet}
              day={day}
              isReadOnly={isReadOnly}
            />
          )
        }
      />
    </Screen>
  );
}
