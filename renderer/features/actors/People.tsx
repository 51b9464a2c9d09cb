import { Button, Loader } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

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

import { NewPerson } from './NewPerson.tsx';
import type { ActorListProps } from './Organisations.tsx';
import { PersonSheet } from './PersonSheet.tsx';

const initial: GridPrefs = {
  order: [],
  hidden: ['givenName', 'familyName', 'notes'],
  widths: { fullName: 220, civility: 110, functions: 340, mandates: 110, isFictitious: 90 },
  sort: [],
};

/** The register of people, and beside it the one that is open. */
export function People({ openId, go }: ActorListProps) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const { at, error } = useRegister('people');
  const revision = useData((state) => state.revision);
  const isReadOnly = useSession(selectIsReadOnly);
  const list = useRef<RecordListHandle>(null);
  const isNew = openId === 'new';
  const storedId = isNew ? null : openId;
  const { data: sheet } = useQuery('actors:person', storedId === null ? null : { id: storedId });
  const { givenName, familyName } = sheet?.record ?? {};
  const name = isNew
    ? t('people.new')
    : [givenName, familyName].filter((part) => typeof part === 'string').join(' ');
  useBreadcrumb(
    openId === null
      ? [{ label: t('people.tab') }]
      : [{ label: t('people.tab'), path: '/actors/people' }, { label: name }],
  );
  useCommand({
    id: 'filter',
    label: t('grid:toolbar.filterCommand'),
    keys: 'Ctrl+F',
    run: () => list.current?.focusFilter(),
  });
  if (error !== null) return <RefusalNote error={error} />;
  if (at === null) return <Loader m="lg" aria-label={t('grid:panel.loading')} />;
  const isGone = sheet === null || (sheet?.record['deletedAt'] ?? null) !== null;
  const isHere = sheet !== undefined && sheet !== null && sheet.record['id'] === storedId;

  return (
    <ListAndRecord
      ref={list}
      screenId="people"
      label={t('people.tab')}
      columns={at.columns}
      hasDates={at.hasDates}
      port={at.port}
      initial={initial}
      revision={revision}
      isReadOnly={isReadOnly}
      onError={recordPort.report}
      countLabel={(count) => t('people.count', { count, shown: format.number(count) })}
      filterPlaceholder={t('people.filter')}
      empty={{
        icon: IconUser,
        title: t('people.emptyTitle'),
        description: t('people.emptyText'),
        actions: isReadOnly ? null : (
          <Button
            onClick={() => {
              go('new');
            }}
          >
            {t('people.new')}
          </Button>
        ),
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
                <NewPerson onMade={go} />
              ) : isGone ? (
                <MissingRecord />
              ) : isHere ? (
                <PersonSheet key={openId} id={openId} sheet={sheet} isReadOnly={isReadOnly} />
              ) : null,
            }
      }
    />
  );
}
