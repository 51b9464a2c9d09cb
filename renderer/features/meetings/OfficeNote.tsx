import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import classes from './Meetings.module.css';

interface OfficeNoteProps {
  readonly meetingId: string;
  readonly personId: string | null;
}

/** Says at once that somebody chosen is no longer, or not yet, in office on the day of the meeting. */
export function OfficeNote({ meetingId, personId }: OfficeNoteProps) {
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  const { data } = useQuery(
    'meetings:standing',
    personId === null ? null : { id: meetingId, personId, today: localToday() },
  );
  const { standing, on, name } = data ?? { standing: 'never', on: null, name: '' };
  if (on === null || (standing !== 'ended' && standing !== 'notYet')) return null;
  return (
    <Text size="xs" role="status" className={classes['officeNote'] ?? ''}>
      <IconAlertTriangle size="0.95rem" aria-hidden />
      {t(`office.${standing}`, { name, day: date(on) })}
    </Text>
  );
}
