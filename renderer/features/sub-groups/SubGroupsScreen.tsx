import { Button, Loader } from '@mantine/core';
import { IconHierarchy2, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { useData } from '#stores/data.store.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { useRegister } from '#stores/register.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { ListAndRecord } from '#ui/data-grid/ListAndRecord.tsx';
import type { RecordListHandle } from '#ui/data-grid/RecordList.tsx';
import { useFormat } from '#ui/format.ts';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
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
  const format = useFormat();
  const [, params] = useRoute('/sub-groups/:id?');
  const [, setLocation] = useLocation();
  const { at, error } = useRegister('sub-groups');
  const revision = useData((state) => state.revision);
  const isReadOnly = useSession(selectIsReadOnly);
  const list = useRef<RecordListHandle>(null);
  const [day, setDay] = useState<string | null>(null);
  const openId = params?.id ?? null;
  const isNew = openId === 'new';
  const storedId = isNew ? null : openId;
  const { data: sheet } = useQuery('subGroups:sheet', storedId === null ? null : { id: storedId });
  const name = isNew ? t('new') : textOf(sheet?.record['name']);
  const go = (id: string | null): void => {
    setLocation(id === null ? '/sub-groups' : `/sub-groups/${id}`);
  };
  const start = (): void => {
    go('new');
  };
  useBreadcrumb(openId === null ? [] : [{ label: name }]);
  useCommand(isReadOnly ? null : { id: 'new', label: t('new'), keys: 'Ctrl+N', run: start });
  useCommand({
    id: 'filter',
    label: t('grid:toolbar.filterCommand'),
    keys: 'Ctrl+F',
    run: () => list.current?.focusFilter(),
  });
  const isGone = sheet === null || (sheet?.record['deletedAt'] ?? null) !== null;
  const isHere = sheet !== undefined && sheet !== null && sheet.record['id'] === storedId;
  const create = isReadOnly ? null : (
    <Button size="sm" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={start}>
      {t('new')}
    </Button>
  );

  return (
    <Screen title={t('title')} isFlush actions={create}>
      {error !== null && <RefusalNote error={error} />}
      {at === null && error === null && <Loader m="lg" aria-label={t('grid:panel.loading')} />}
      {at !== null && (
        <ListAndRecord
          ref={list}
          screenId="sub-groups"
          label={t('title')}
          columns={at.columns}
          hasDates={at.hasDates}
          port={at.port}
          initial={initial}
          revision={revision}
          isReadOnly={isReadOnly}
          onError={recordPort.report}
          onDay={setDay}
          countLabel={(count) => t('count', { count, shown: format.number(count) })}
          filterPlaceholder={t('filter')}
          empty={{
            icon: IconHierarchy2,
            title: t('emptyTitle'),
            description: t('emptyText'),
            actions: create,
          }}
          go={go}
          open={
            openId === null
              ? null
              : {
                  id: openId,
                  title: name === '' ? t('grid:panel.loading') : name,
                  isStored: !isNew,
                  body: isNew ? (
                    <NewSubGroup onMade={go} />
                  ) : isGone ? (
                    <MissingRecord />
                  ) : isHere ? (
                    <SubGroupSheet
                      key={openId}
                      id={openId}
                      sheet={sheet}
                      day={day}
                      isReadOnly={isReadOnly}
                    />
                  ) : null,
                }
          }
        />
      )}
    </Screen>
  );
}
