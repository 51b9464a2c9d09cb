import { Badge, Button, Loader } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
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
import { textOf } from '#ui/text-of.ts';

import { NewOrganisation } from './NewOrganisation.tsx';
import { OrganisationSheet } from './OrganisationSheet.tsx';

const initial: GridPrefs = {
  order: [
    'name',
    'organisationKind',
    'communeName',
    'siren',
    'people',
    'applications',
    'buyerKind',
  ],
  hidden: [
    'siret',
    'address',
    'postalCode',
    'departementCode',
    'email',
    'phone',
    'website',
    'parent',
    'description',
    'notes',
  ],
  widths: {
    acronym: 120,
    communeName: 160,
    people: 135,
    applications: 130,
    buyerKind: 140,
    isFictitious: 90,
  },
  sort: [],
};

export interface ActorListProps {
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}

/** The register of organisations, and beside it the one that is open. */
export function Organisations({ openId, go }: ActorListProps) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const { at, error } = useRegister('organisations');
  const revision = useData((state) => state.revision);
  const isReadOnly = useSession(selectIsReadOnly);
  const list = useRef<RecordListHandle>(null);
  const isNew = openId === 'new';
  const storedId = isNew ? null : openId;
  const { data: sheet } = useQuery(
    'actors:organisation',
    storedId === null ? null : { id: storedId },
  );
  const name = isNew ? t('organisations.new') : textOf(sheet?.record['name']);
  useBreadcrumb(
    openId === null
      ? [{ label: t('organisations.tab') }]
      : [{ label: t('organisations.tab'), path: '/actors/organisations' }, { label: name }],
  );
  useCommand({
    id: 'filter',
    label: t('grid:toolbar.filterCommand'),
    keys: 'Ctrl+F',
    run: () => list.current?.focusFilter(),
  });
  if (error !== null) return <RefusalNote error={error} />;
  if (at === null) return <Loader m="lg" aria-label={t('grid:panel.loading')} />;
  const kind = sheet?.record['kind'];
  const isGone = sheet === null || (sheet?.record['deletedAt'] ?? null) !== null;
  const isHere = sheet !== undefined && sheet !== null && sheet.record['id'] === storedId;

  return (
    <ListAndRecord
      ref={list}
      screenId="organisations"
      label={t('organisations.tab')}
      columns={at.columns}
      hasDates={at.hasDates}
      port={at.port}
      initial={initial}
      revision={revision}
      isReadOnly={isReadOnly}
      onError={recordPort.report}
      countLabel={(count) => t('organisations.count', { count, shown: format.number(count) })}
      filterPlaceholder={t('organisations.filter')}
      empty={{
        icon: IconBuildingCommunity,
        title: t('organisations.emptyTitle'),
        description: t('organisations.emptyText'),
        actions: isReadOnly ? null : (
          <Button
            onClick={() => {
              go('new');
            }}
          >
            {t('organisations.new')}
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
              badge:
                isHere && typeof kind === 'string' ? (
                  <Badge variant="default" tt="none" fw={500}>
                    {t(`vocabulary:choice.organisation.kind.${kind}`)}
                  </Badge>
                ) : null,
              body: isNew ? (
                <NewOrganisation onMade={go} />
              ) : isGone ? (
                <MissingRecord />
              ) : isHere ? (
                <OrganisationSheet key={openId} id={openId} sheet={sheet} isReadOnly={isReadOnly} />
              ) : null,
            }
      }
    />
  );
}
