import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { ChannelOutput } from '#contract/channels.ts';
import type { DraftKind } from '#contract/convocation.channels.ts';
import type { Id } from '#domain/ids.ts';
import { useQuery } from '#stores/use-query.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { textOf } from '#ui/text-of.ts';

import { prepareMessage } from './papers.ts';

export interface MessageButtonsProps {
  readonly meetingId: Id<'meeting'>;
  readonly title: string;
  readonly hasDay: boolean;
  readonly status: string;
  /** Whether its minutes are validated. */
  readonly isValidated: boolean;
  readonly isReadOnly: boolean;
}

/** The messages that can be prepared now, and whom they reach. */
export function MessageButtons(props: MessageButtonsProps) {
  const { meetingId, title, hasDay, status, isValidated, isReadOnly } = props;
  const [, go] = useLocation();
  const { t } = useTranslation('meetingPapers');
  const today = localToday();
  const { data, error } = useQuery('convocations:recipients', { meetingId, today });
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <Skeleton h={36} />;
  const isAgain = data.kinds.includes('update');
  const isCancelled = status === 'cancelled';
  const label = (kind: DraftKind): string => {
    if (kind === 'convocation' && isAgain) return t('kind.convocationAgain');
    if (kind === 'cancellation' && isCancelled) return t('kind.cancellationSaid');
    return t(kind === 'minutes' && !isValidated ? 'kind.minutesDraft' : `kind.${kind}`);
  };
  const needsDay = (kind: DraftKind): boolean => kind === 'convocation' || kind === 'update';
  return (
    <>
      <Group gap="xs" role="group" aria-label={t('prepare')}>
        {data.kinds.map((kind) => (
          <Button
            key={kind}
            size="compact-md"
            variant={kind === 'convocation' && !isAgain ? 'filled' : 'default'}
            disabled={isReadOnly || (needsDay(kind) && !hasDay)}
            leftSection={<IconMail size="1rem" aria-hidden />}
            onClick={() => {
              // A meeting is first cancelled, with its reason; the message is offered there.
              if (kind === 'cancellation' && !isCancelled) go(`/meetings/${meetingId}/cancel`);
              else
                void prepareMessage({ meetingId, kind, today }, t(`fileName.${kind}`, { title }));
            }}
          >
            {label(kind)}
          </Button>
        ))}
      </Group>
      {data.kinds.length > 0 && (
        <Text size="sm" c="dimmed">
          {hasDay ? t('prepareHint') : t('noDay')}
        </Text>
      )}
      <Reach data={data} />
    </>
  );
}

export interface MessageOfferProps {
  readonly meetingId: string;
  readonly kind: DraftKind;
}

/** One message, offered where the meeting has just changed, with whom it reaches. */
export function MessageOffer({ meetingId: id, kind }: MessageOfferProps) {
  const { t } = useTranslation('meetingPapers');
  const meetingId = id as Id<'meeting'>; // of the page's own record
  const today = localToday();
  const { data: sheet } = useQuery('meetings:sheet', { id: meetingId, today });
  const { data } = useQuery('convocations:recipients', { meetingId, today });
  if (data === undefined || !data.kinds.includes(kind)) return null;
  const title = textOf(sheet?.record['title']);
  return (
    <Stack gap="xs" w="100%">
      <Group>
        <Button
          leftSection={<IconMail size="1rem" aria-hidden />}
          onClick={() => {
            void prepareMessage({ meetingId, kind, today }, t(`fileName.${kind}`, { title }));
          }}
        >
          {t(`offer.${kind}`)}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('prepareHint')}
      </Text>
      <Reach data={data} />
    </Stack>
  );
}

/** Whom a message reaches, and whom it misses. */
function Reach({ data }: { readonly data: ChannelOutput<'convocations:recipients'> }) {
  const { t } = useTranslation('meetingPapers');
  const { reached, unreached, organizer } = data;
  return (
    <>
      <Text size="sm">
        {reached.length === 0
          ? t('noRecipients')
          : `${t('recipients', { count: reached.length })} – ${reached.map(({ name }) => name).join(', ')}`}
      </Text>
      {unreached.length > 0 && (
        <Alert color="yellow" p="xs">
          {t('unreached', {
            count: unreached.length,
            people: unreached.map(({ name }) => name).join(', '),
          })}
        </Alert>
      )}
      {organizer === null && reached.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('noOrganizer')}
        </Text>
      )}
    </>
  );
}
