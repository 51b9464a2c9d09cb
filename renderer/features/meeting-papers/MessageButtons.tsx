import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { DraftKind } from '#contract/convocation.channels.ts';
import type { Id } from '#domain/ids.ts';
import { useQuery } from '#stores/use-query.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { prepareMessage } from './papers.ts';

export interface MessageButtonsProps {
  readonly meetingId: Id<'meeting'>;
  readonly title: string;
  readonly hasDay: boolean;
  readonly isReadOnly: boolean;
}

/** The messages that can be prepared now, and whom they reach. */
export function MessageButtons(props: MessageButtonsProps) {
  const { meetingId, title, hasDay, isReadOnly } = props;
  const { t } = useTranslation('meetingPapers');
  const today = localToday();
  const { data, error } = useQuery('convocations:recipients', { meetingId, today });
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <Skeleton h={36} />;
  const isAgain = data.kinds.includes('update');
  const label = (kind: DraftKind): string =>
    t(kind === 'convocation' && isAgain ? 'kind.convocationAgain' : `kind.${kind}`);
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
