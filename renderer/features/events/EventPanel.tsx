import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { EventSheet } from '#contract/event.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';

import { eventTabs } from './event-tab.ts';

export interface EventPanelProps {
  readonly id: string;
  readonly sheet: EventSheet;
  readonly isReadOnly: boolean;
}

/** An event beside the list: the ways to its page, its fields, its history. */
export function EventPanel({ id, sheet, isReadOnly }: EventPanelProps) {
  const { t } = useTranslation('eventsScreen');
  const of = { table: 'event', id, port: recordPort, isReadOnly } as const;
  return (
    <>
      <Group gap="xs" mb="md">
        {eventTabs.map((tab) => (
          <Button
            key={tab}
            component={Link}
            href={`/events/${id}/${tab}`}
            size="xs"
            variant={tab === 'programme' ? 'filled' : 'default'}
          >
            {t(`tab.${tab}`)}
          </Button>
        ))}
      </Group>
      <RecordForm {...of} record={sheet.record} />
      <RecordHistory {...of} />
    </>
  );
}
