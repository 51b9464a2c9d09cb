import { Group, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { meetingPapers } from '#contract/convocation.channels.ts';
import type { MeetingSheet } from '#contract/meeting.channels.ts';
import type { Id } from '#domain/ids.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { textOf } from '#ui/text-of.ts';

import { MessageButtons } from './MessageButtons.tsx';
import { PaperMenu } from './PaperMenu.tsx';
import { Sent } from './Sent.tsx';

export interface MeetingPapersProps {
  readonly meetingId: Id<'meeting'>;
}

/** Everything that leaves a meeting: messages to its members, its documents, what was sent before. */
export function MeetingPapers({ meetingId }: MeetingPapersProps) {
  const { data: sheet, error } = useQuery('meetings:sheet', { id: meetingId, today: localToday() });
  if (error !== null) return <RefusalNote error={error} />;
  if (sheet === undefined) return <Skeleton h={160} />;
  return sheet === null ? null : <Papers meetingId={meetingId} sheet={sheet} />;
}

function Papers({ meetingId, sheet }: MeetingPapersProps & { readonly sheet: MeetingSheet }) {
  const { t } = useTranslation('meetingPapers');
  const isReadOnly = useSession(selectIsReadOnly);
  const title = textOf(sheet.record['title']);
  return (
    <Stack gap="lg">
      <Section title={t('prepare')}>
        <Stack gap="xs">
          <MessageButtons
            meetingId={meetingId}
            title={title}
            status={textOf(sheet.record['status'])}
            isValidated={sheet.minutes?.status === 'validated'}
            hasDay={textOf(sheet.record['heldOn']) !== ''}
            isReadOnly={isReadOnly}
          />
        </Stack>
      </Section>
      <Section title={t('documents')}>
        <Group gap="xs">
          {meetingPapers.map((document) => (
            <PaperMenu key={document} paper={{ document, meetingId }} about={title} />
          ))}
        </Group>
      </Section>
      <Section title={t('sent')} count={sheet.dispatches.length}>
        <Sent dispatches={sheet.dispatches} />
      </Section>
    </Stack>
  );
}
