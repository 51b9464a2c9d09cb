import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MeetingSheet, MinutesView } from '#contract/meeting.channels.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { inWords } from '#stores/refusal.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import classes from '../Meetings.module.css';

interface ValidateFormProps {
  readonly sheet: MeetingSheet;
  readonly minutes: MinutesView;
}

/** Signs minutes off by name and date: they get their number and are locked. */
export function ValidateForm({ sheet, minutes }: ValidateFormProps) {
  const { t } = useTranslation('meetings');
  const chairId = sheet.record['chairId'];
  const [personId, setPersonId] = useState(typeof chairId === 'string' ? chairId : null);
  const [on, setOn] = useState<string | null>(localToday());
  const [error, setError] = useState<string | null>(null);
  const isAddendum = minutes.amendsId !== null;

  function validate(): void {
    if (personId === null || on === null) return;
    const input = { minutesId: minutes.id, validatedById: personId, on };
    inWords(() => operations.perform('minutes:validate', input)).catch((thrown: unknown) => {
      setError(refusalText(thrown, 'validatedAt'));
    });
  }

  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        validate();
      }}
    >
      <Title order={3} size="h5">
        {t(isAddendum ? 'minutes.validateAddendum' : 'minutes.validate')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('minutes.validateText')}
      </Text>
      <Group align="start" grow mb="sm">
        <ReferencePicker
          table="person"
          label={t('minutes.validatedBy')}
          port={recordPort}
          isOptional
          canCreate={false}
          value={personId}
          valueLabel={personId === chairId ? (sheet.chairName ?? undefined) : undefined}
          onChange={setPersonId}
        />
        <DayInput
          size="sm"
          label={t('minutes.validatedOn')}
          value={on}
          error={error}
          isRequired
          onChange={(day) => {
            setOn(day);
            setError(null);
          }}
        />
      </Group>
      <Button type="submit" disabled={personId === null || on === null}>
        {t(isAddendum ? 'minutes.validateAddendum' : 'minutes.validate')}
      </Button>
    </form>
  );
}
