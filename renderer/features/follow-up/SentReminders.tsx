import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';

import classes from './FollowUp.module.css';

/** What was prepared before, for whom and when: the reminders in the registers of the meetings. */
export function SentReminders() {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { data } = useQuery('followUp:sent', {});
  if (data === undefined) return null;
  if (data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('remind.nothingSent')}
      </Text>
    );
  }
  return (
    <ul className={classes['sent']}>
      {data.map(({ at, recipients, meetings }) => (
        <li key={`${at} ${recipients.map(({ address }) => address).join(' ')}`}>
          <Text size="sm">
            <time dateTime={at}>{format.dateTime(at)}</time>
            {' – '}
            {recipients.length === 0
              ? t('remind.noRecipient')
              : recipients.map(({ name, address }) => `${name} <${address}>`).join(', ')}
          </Text>
          <Text size="sm" c="dimmed">
            {meetings.map(({ id, title }, index) => (
              <span key={id}>
                {index > 0 && ' · '}
                <Anchor component={Link} href={`/meetings/${id}/papers`} size="sm">
                  {title}
                </Anchor>
              </span>
            ))}
          </Text>
        </li>
      ))}
    </ul>
  );
}
