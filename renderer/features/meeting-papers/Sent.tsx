import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { MeetingSheet } from '#contract/meeting.channels.ts';
import { useFormat } from '#ui/format.ts';

/** What was prepared before, for whom and when; the latest first. */
export function Sent({ dispatches }: { readonly dispatches: MeetingSheet['dispatches'] }) {
  const { t } = useTranslation(['meetingPapers', 'vocabulary']);
  const format = useFormat();
  if (dispatches.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('meetingPapers:nothingSent')}
      </Text>
    );
  }
  return (
    <Table aria-label={t('meetingPapers:sent')}>
      <Table.Tbody>
        {dispatches.toReversed().map(({ id, kind, at, recipients }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row">{t(`vocabulary:choice.dispatch.kind.${kind}`)}</Table.Th>
            <Table.Td>{format.dateTime(at)}</Table.Td>
            <Table.Td>
              {recipients.length === 0 ? (
                t('meetingPapers:noRecipients')
              ) : (
                <details>
                  <summary aria-label={t('meetingPapers:showPeople')}>
                    {t('meetingPapers:sentTo', { count: recipients.length })}
                  </summary>
                  {recipients.map(({ name, address }) => (
                    <div key={address}>{`${name} – ${address}`}</div>
                  ))}
                </details>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
