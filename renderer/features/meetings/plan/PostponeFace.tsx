import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconCalendarShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { operations } from '#stores/operations.ts';
import { inWords } from '#stores/refusal.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { parseDueDate } from '#ui/record-form/due-typing.ts';
import { textOf } from '#ui/text-of.ts';

import type { FaceProps } from '../face.ts';
import { hasBegun } from '../has-begun.ts';
import classes from '../Meetings.module.css';
import { useMeetingParts } from '../parts.ts';
import { readTypedHour } from './hour-typing.ts';

/** Moves a meeting to another day, then offers the message to those who were convened. */
export function PostponeFace(props: FaceProps) {
  const { id, sheet, isReadOnly } = props;
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  const { Offer } = useMeetingParts();
  const [isDone, setDone] = useState(false);
  const heldOn = textOf(sheet.record['heldOn']);
  if (isDone) {
    const isConvened = sheet.record['convenedAt'] !== null;
    return (
      <section className={classes['plan']}>
        <Title order={2} size="h4" mb="xs">
          {t('postpone.done', { day: date(heldOn) })}
        </Title>
        <Text mb="md">{t(isConvened ? 'postpone.tellThem' : 'cancel.nobodyConvened')}</Text>
        <Group gap="sm">
          {isConvened && <Offer meetingId={id} kind="update" />}
          <Button variant="default" component={Link} href={`/meetings/${id}/prepare`}>
            {t('plan.back')}
          </Button>
        </Group>
      </section>
    );
  }
  if (hasBegun(sheet) || isReadOnly || sheet.record['status'] === 'cancelled') {
    return <Text>{t('cancel.tooLate')}</Text>;
  }
  return (
    <PostponeForm
      {...props}
      onDone={() => {
        setDone(true);
      }}
    />
  );
}

function PostponeForm({ id, sheet, onDone }: FaceProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  const held = textOf(sheet.record['heldOn']);
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const [startsAt, setStartsAt] = useState(textOf(sheet.record['startsAt']));
  const [endsAt, setEndsAt] = useState(textOf(sheet.record['endsAt']));
  const [errors, setErrors] = useState<Readonly<Record<string, string | null>>>({});

  function postpone(): void {
    if (heldOn === null) return;
    const hours = { startsAt: readTypedHour(startsAt), endsAt: readTypedHour(endsAt) };
    const wrong = Object.entries(hours).filter(([, hour]) => hour === undefined);
    if (wrong.length > 0) {
      setErrors(Object.fromEntries(wrong.map(([field]) => [field, t('postpone.notAnHour')])));
      return;
    }
    const { startsAt: from = null, endsAt: to = null } = hours;
    inWords(() =>
      operations.perform('meetings:postpone', { id, heldOn, startsAt: from, endsAt: to }),
    ).then(onDone, (thrown: unknown) => {
      setErrors({ endsAt: refusalText(thrown, 'endsAt') });
    });
  }

  return (
    <form
      className={classes['plan']}
      onSubmit={(event) => {
        event.preventDefault();
        postpone();
      }}
    >
      <Title order={2} size="h4" mb="xs">
        {t('menu.postpone')}
      </Title>
      {held !== '' && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('postpone.from', { day: date(held) })}
        </Text>
      )}
      <Group align="start" gap="sm">
        <DayInput
          size="sm"
          width="16rem"
          label={t('postpone.newDay')}
          placeholder={t('action.dueHint')}
          parse={parseDueDate}
          value={heldOn}
          onChange={setHeldOn}
        />
        <TextInput
          w="7rem"
          label={t('vocabulary:field.meeting.startsAt')}
          placeholder="14:00"
          value={startsAt}
          error={errors['startsAt']}
          onChange={(event) => {
            setStartsAt(event.currentTarget.value);
            setErrors({});
          }}
        />
        <TextInput
          w="7rem"
          label={t('vocabulary:field.meeting.endsAt')}
          placeholder="16:30"
          value={endsAt}
          error={errors['endsAt']}
          onChange={(event) => {
            setEndsAt(event.currentTarget.value);
            setErrors({});
          }}
        />
      </Group>
      <Group gap="sm" mt="md">
        <Button
          type="submit"
          disabled={heldOn === null}
          leftSection={<IconCalendarShare size="1.1rem" aria-hidden />}
        >
          {t('postpone.apply')}
        </Button>
        <Button variant="default" component={Link} href={`/meetings/${id}/prepare`}>
          {t('giveUp')}
        </Button>
      </Group>
    </form>
  );
}
