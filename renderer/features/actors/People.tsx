import { Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { ImportLink } from '#ui/ImportLink.tsx';

import { NewPerson } from './NewPerson.tsx';
import type { ActorListProps } from './Organisations.tsx';
import { PersonSheet } from './PersonSheet.tsx';

const initial: GridPrefs = {
  order: ['fullName', 'functions', 'bodies', 'tags', 'email', 'phone', 'mandates', 'civility'],
  hidden: ['givenName', 'familyName', 'notes'],
  widths: {
    fullName: 220,
    civility: 110,
    functions: 320,
    bodies: 220,
    tags: 160,
    mandates: 110,
    isFictitious: 90,
  },
  sort: [],
};

/** The register of people, and beside it the one that is open. */
export function People({ openId, day, onDay, go }: ActorListProps) {
  const { t } = useTranslation('actors');
  const asked = storedRecord(openId);
  const { data } = useQuery('actors:person', asked === null ? null : { ...asked, at: day });
  const screen = useRegisterScreen({
    register: 'people',
    openId,
    sheet: data,
    newName: t('people.new'),
    nameOf: ({ givenName, familyName }) =>
      [givenName, familyName].filter((part) => typeof part === 'string').join(' '),
    list: { label: t('people.tab'), path: '/actors/people' },
  });
  const { sheet, isReadOnly } = screen;

  return (
    <RegisterView
      screen={screen}
      label={t('people.tab')}
      initial={initial}
      day={day}
      onDay={onDay}
      countLabel={(numbers) => t('people.count', numbers)}
      filterPlaceholder={t('people.filter')}
      empty={{
        icon: IconUser,
        title: t('people.emptyTitle'),
        description: t('people.emptyText'),
        actions: isReadOnly ? null : (
          <>
            <Button
              onClick={() => {
                go('new');
              }}
            >
              {t('people.new')}
            </Button>
            <ImportLink />
          </>
        ),
      }}
      go={go}
      form={<NewPerson onMade={go} />}
      sheet={
        openId === null || sheet === null ? null : (
          <PersonSheet key={openId} id={openId} sheet={sheet} day={day} isReadOnly={isReadOnly} />
        )
      }
    />
  );
}
