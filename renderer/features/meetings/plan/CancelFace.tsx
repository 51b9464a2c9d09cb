import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';
import { textOf } from '#ui/text-of.ts';

import { doWrite } from '../do-write.ts';
import type { FaceProps } from '../face.ts';
import { hasBegun } from '../has-begun.ts';
import classes from '../Meetings.module.css';
import { useMeetingParts } from '../parts.ts';

/** Says why a meeting does not take place, then offers the message to those who were convened. */
export function CancelFace({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const { Offer } = useMeetingParts();
  const { status, convenedAt, cancellationReason } = sheet.record;
  if (status === 'cancelled') {
    const reason = textOf(cancellationReason);
    return (
      <section className={classes['plan']}>
        <Title order={2} size="h4" mb="xs">
          {t('cancel.done')}
        </Title>
        {reason !== '' && <Text mb="sm">{t('cancel.because', { reason })}</Text>}
        <Text mb="md">{t(convenedAt === null ? 'cancel.nobodyConvened' : 'cancel.tellThem')}</Text>
        <Group gap="sm">
          {convenedAt !== null && !isReadOnly && <Offer meetingId={id} kind="cancellation" />}
          {!isReadOnly && (
            <Button variant="default" onClick={() => void doWrite('meetings:restore', { id })}>
              {t('menu.restore')}
            </Button>
          )}
        </Group>
      </section>
    );
  }
  if (hasBegun(sheet) || isReadOnly) return <Text>{t('cancel.tooLate')}</Text>;
  return <CancelForm id={id} isConvened={convenedAt !== null} />;
}

function CancelForm({ id, isConvened }: { readonly id: string; readonly isConvened: boolean }) {
  const { t } = useTranslation('meetings');
  const [reason, setReason] = useState('');
  const field = useFocusAtFirst<HTMLTextAreaElement>();
  const cancel = (): void => {
    void doWrite('meetings:cancel', { id, reason: reason.trim() === '' ? null : reason.trim() });
  };
  return (
    <form
      className={classes['plan']}
      onSubmit={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <Title order={2} size="h4" mb="xs">
        {t('menu.cancel')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(isConvened ? 'cancel.helpConvened' : 'cancel.help')}
      </Text>
      <Textarea
        ref={field}
        label={t('vocabulary:field.meeting.cancellationReason')}
        description={t('cancel.reasonHint')}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          cancel();
        }}
      />
      <Group gap="sm" mt="md">
        <Button type="submit" leftSection={<IconCalendarOff size="1.1rem" aria-hidden />}>
          {t('menu.cancel')}
        </Button>
        <Button variant="default" component={Link} href={`/meetings/${id}/prepare`}>
          {t('giveUp')}
        </Button>
      </Group>
    </form>
  );
}
