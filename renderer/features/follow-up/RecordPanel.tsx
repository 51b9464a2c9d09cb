import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { FollowUpKind } from '#contract/follow-up.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';
import { textOf } from '#ui/text-of.ts';

const tables = { actions: 'actionItem', decisions: 'decision' } as const;

/** The words of the record that is open; the empty text until they are known. */
export function useRecordTitle(kind: FollowUpKind, id: string | null): string {
  const table = tables[kind];
  const { data } = useQuery('records:label', id === null ? null : { table, id });
  return data?.label ?? '';
}

interface RecordPanelProps {
  readonly kind: FollowUpKind;
  readonly id: string;
  readonly isReadOnly: boolean;
}

/** An action or a decision beside the list: the meeting it comes from, its fields, its history. */
export function RecordPanel({ kind, id, isReadOnly }: RecordPanelProps) {
  const { t } = useTranslation('followUp');
  const table = tables[kind];
  const { data: record } = useQuery('records:get', { table, id });
  const meetingId = textOf(record?.['meetingId']);
  const { data: meeting } = useQuery(
    'records:label',
    meetingId === '' ? null : { table: 'meeting', id: meetingId },
  );
  if (record === null) return <MissingRecord />;
  return (
    <>
      {meeting !== undefined && meeting !== null && (
        <Text size="sm" mb="md">
          {t(`${kind}.decidedAt`)}{' '}
          <Anchor component={Link} href={`/meetings/${meetingId}/minutes`}>
            {meeting.label}
          </Anchor>
        </Text>
      )}
      <StoredForm table={table} id={id} port={recordPort} isReadOnly={isReadOnly} />
      <RecordHistory table={table} id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}
