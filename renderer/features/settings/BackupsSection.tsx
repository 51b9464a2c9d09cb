import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '#api/client.ts';
import { asTask, reportError, useActivity } from '#stores/activity.store.ts';
import { invalidate } from '#stores/data.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { someNames } from './lost-files.ts';
import { Section } from './Section.tsx';

/** Copies made by themselves or on demand; each was read back and found sound, or says so. */
export function BackupsSection() {
  const { t } = useTranslation('settings');
  const { bytes, dateTime, number } = useFormat();
  const isReadOnly = useSession(selectIsReadOnly);
  const { data, error } = useQuery('upkeep:backups', {});
  const [isBusy, setBusy] = useState(false);

  const backUp = async (): Promise<void> => {
    setBusy(true);
    try {
      const { fileName, lost } = await asTask('settings:backups.running', (options) =>
        call('upkeep:backupNow', {}, options),
      );
      const { notify } = useActivity.getState();
      if (lost.length === 0) {
        notify({ kind: 'info', messageKey: 'settings:backups.done', params: { fileName } });
      } else {
        const params = { names: someNames(lost) };
        notify({ kind: 'info', messageKey: 'settings:backups.doneWithout', params });
      }
      invalidate();
    } catch (thrown) {
      reportError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title={t('settings:backups.title')} description={t('settings:backups.what')}>
      <Group>
        <Button loading={isBusy} disabled={isReadOnly} onClick={() => void backUp()}>
          {t('settings:backups.now')}
        </Button>
      </Group>
      {error === null ? null : <RefusalNote error={error} />}
      {data?.length === 0 ? <Text c="dimmed">{t('settings:backups.none')}</Text> : null}
      {data === undefined || data.length === 0 ? null : (
        <Table.ScrollContainer minWidth={420} mah={320} type="native" tabIndex={0}>
          <Table stickyHeader verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settings:backups.at')}</Table.Th>
                <Table.Th>{t('settings:backups.size')}</Table.Th>
                <Table.Th>{t('settings:backups.state')}</Table.Th>
                <Table.Th>{t('settings:backups.files')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((backup) => (
                <Table.Tr key={backup.fileName}>
                  <Table.Td title={backup.fileName}>{dateTime(backup.at)}</Table.Td>
                  <Table.Td>{bytes(backup.bytes)}</Table.Td>
                  <Table.Td>
                    <Badge
                      variant="light"
                      tt="none"
                      color={backup.isSound ? 'green' : 'red'}
                      c={backup.isSound ? 'var(--r-ok)' : 'var(--r-danger)'}
                    >
                      {t(backup.isSound ? 'settings:backups.sound' : 'settings:backups.damaged')}
                    </Badge>
                  </Table.Td>
                  <Table.Td
                    title={backup.lost.join('\n')}
                    c={backup.lost.length > 0 ? 'var(--r-danger)' : 'inherit'}
                  >
                    {backup.lost.length === 0
                      ? t('settings:backups.allFiles')
                      : t('settings:backups.lostFiles', {
                          count: backup.lost.length,
                          n: number(backup.lost.length),
                        })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
