import { Button } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useCommand } from '#stores/commands.store.ts';
import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { useNarrowed } from '#ui/data-grid/use-narrowed.ts';
import { ImportLink } from '#ui/ImportLink.tsx';
import { textOf } from '#ui/text-of.ts';

import { ApplicationEditor } from './ApplicationEditor.tsx';
import { NewApplication } from './NewApplication.tsx';
import type { CallTabProps } from './tab.ts';

const initial: GridPrefs = {
  order: [
    'number',
    'organisation',
    'application',
    'isComplete',
    'isLate',
    'isDuplicate',
    'hasWithdrawn',
    'receivedOn',
    'maturity',
    'segments',
    'departement',
    'phase',
    'outcome',
  ],
  hidden: ['call', 'isReleased', 'rank', 'reason', 'score', 'summary', 'isFictitious'],
  widths: { number: 120, organisation: 220, application: 240 },
  sort: [],
};

/** The responses to a call as a register, and beside it the one that is open. */
export function ResponsesTab({ callId, openId, go, isReadOnly }: CallTabProps) {
  const { t } = useTranslation('callSetup');
  const { data: call } = useQuery('selection:call', { id: callId });
  const { data: application } = useQuery('selection:application', storedRecord(openId));
  const screen = useRegisterScreen({
    register: 'applications',
    openId,
    sheet:
      application === undefined || application === null
        ? application
        : { record: { ...application, deletedAt: null } },
    newName: t('responses.new'),
    nameOf: (record) => textOf(record['title']),
    list: { label: t('tab.responses'), path: '/selection/responses' },
  });
  const { at } = screen;
  const title = call?.title ?? null;
  const own = useNarrowed(at, title === null ? null : { call: title });
  useCommand(
    isReadOnly
      ? null
      : { id: 'newResponse', label: t('responses.new'), keys: 'Ctrl+N', run: () => go('new') },
  );
  return (
    <RegisterView
      screen={{ ...screen, at: own }}
      label={t('responses.title')}
      initial={initial}
      countLabel={(numbers) => t('responses.count', numbers)}
      filterPlaceholder={t('responses.filter')}
      empty={{
        icon: IconInbox,
        title: t('responses.emptyTitle'),
        description: t('responses.emptyText'),
        actions: isReadOnly ? null : <ImportLink />,
      }}
      actions={
        isReadOnly ? null : (
          <Button
            size="xs"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => go('new')}
          >
            {t('responses.new')}
          </Button>
        )
      }
      go={go}
      form={call === undefined || call === null ? null : <NewApplication call={call} onMade={go} />}
      sheet={
        call === undefined ||
        call === null ||
        application === undefined ||
        application === null ? null : (
          <ApplicationEditor
            key={application.id}
            call={call}
            application={application}
            isReadOnly={isReadOnly}
          />
        )
      }
    />
  );
}
