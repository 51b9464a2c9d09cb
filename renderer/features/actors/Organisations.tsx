import { Badge, Button } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { ImportLink } from '#ui/ImportLink.tsx';
import { textOf } from '#ui/text-of.ts';

import { NewOrganisation } from './NewOrganisation.tsx';
import { OrganisationSheet } from './OrganisationSheet.tsx';

const initial: GridPrefs = {
  order: [
    'name',
    'organisationKind',
    'communeName',
    'departement',
    'siren',
    'people',
    'segments',
    'tags',
    'applications',
    'buyerKind',
  ],
  hidden: [
    'siret',
    'address',
    'postalCode',
    'communeCode',
    'departementCode',
    'region',
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
    departement: 130,
    segments: 200,
    tags: 170,
    people: 135,
    applications: 130,
    buyerKind: 140,
    isFictitious: 90,
  },
  sort: [],
};

export interface ActorListProps {
  readonly openId: string | null;
  /** The day the register is looked at on; null for today. */
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
  readonly go: (id: string | null) => void;
}

/** The register of organisations, and beside it the one that is open. */
export function Organisations({ openId, day, onDay, go }: ActorListProps) {
  const { t } = useTranslation('actors');
  const asked = storedRecord(openId);
  const { data } = useQuery('actors:organisation', asked === null ? null : { ...asked, at: day });
  const screen = useRegisterScreen({
    register: 'organisations',
    openId,
    sheet: data,
    newName: t('organisations.new'),
    nameOf: (record) => textOf(record['name']),
    list: { label: t('organisations.tab'), path: '/actors/organisations' },
  });
  const { sheet, isReadOnly } = screen;
  const kind = sheet?.record['kind'];

  return (
    <RegisterView
      screen={screen}
      label={t('organisations.tab')}
      initial={initial}
      day={day}
      onDay={onDay}
      countLabel={(numbers) => t('organisations.count', numbers)}
      filterPlaceholder={t('organisations.filter')}
      empty={{
        icon: IconBuildingCommunity,
        title: t('organisations.emptyTitle'),
        description: t('organisations.emptyText'),
        actions: isReadOnly ? null : (
          <>
            <Button
              onClick={() => {
                go('new');
              }}
            >
              {t('organisations.new')}
            </Button>
            <ImportLink />
          </>
        ),
      }}
      go={go}
      badge={
        typeof kind === 'string' ? (
          <Badge variant="default" tt="none" fw={500}>
            {t(`vocabulary:choice.organisation.kind.${kind}`)}
          </Badge>
        ) : null
      }
      form={<NewOrganisation onMade={go} />}
      sheet={
        openId === null || sheet === null ? null : (
          <OrganisationSheet
            key={openId}
            id={openId}
            sheet={sheet}
            day={day}
            isReadOnly={isReadOnly}
          />
        )
      }
    />
  );
}
