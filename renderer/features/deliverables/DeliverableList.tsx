import { Button } from '@mantine/core';
import { IconFiles, IconFileZip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { targetOf } from '#stores/register.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { textOf } from '#ui/text-of.ts';

import { exportAttachments } from './attach.ts';
import { DeliverableSheet } from './DeliverableSheet.tsx';
import { NewDeliverable } from './NewDeliverable.tsx';

const initial: GridPrefs = {
  order: [
    'deliverable',
    'deliverableKind',
    'body',
    'quarter',
    'dueOn',
    'receivedOn',
    'publishedOn',
    'workStatus',
    'isLate',
  ],
  hidden: [
    'author',
    'authorOrganisation',
    'validatedOn',
    'presentedOn',
    'publishedAt',
    'description',
  ],
  widths: { deliverable: 360, body: 260 },
  sort: [],
};

export interface DeliverableListProps {
  readonly openId: string | null;
  readonly go: (id: string | null) => void;
}

/** All deliverables as a register. */
export function DeliverableList({ openId, go }: DeliverableListProps) {
  const { t } = useTranslation('deliverables');
  const stored = storedRecord(openId);
  const { data } = useQuery(
    'deliverables:sheet',
    stored === null ? null : { ...stored, today: localToday() },
  );
  const screen = useRegisterScreen({
    register: 'deliverables',
    openId,
    sheet: data,
    newName: t('new'),
    nameOf: (record) => textOf(record['title']),
    list: { label: t('listTab'), path: '/deliverables/list' },
  });
  const { sheet, isReadOnly } = screen;
  return (
    <RegisterView
      screen={screen}
      label={t('title')}
      initial={initial}
      countLabel={(numbers) => t('count', numbers)}
      filterPlaceholder={t('filter')}
      empty={{ icon: IconFiles, title: t('emptyTitle'), description: t('emptyText') }}
      selectionActions={(target) => (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileZip size="1rem" aria-hidden />}
          onClick={() =>
            void exportAttachments(
              'deliverable',
              targetOf('deliverables', target),
              `${t('files.archive')}.zip`,
            )
          }
        >
          {t('files.exportSelection')}
        </Button>
      )}
      go={go}
      form={<NewDeliverable planned={null} onMade={go} />}
      sheet={
        openId === null || sheet === null ? null : (
          <DeliverableSheet key={openId} id={openId} sheet={sheet} isReadOnly={isReadOnly} />
        )
      }
    />
  );
}
