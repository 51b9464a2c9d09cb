import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { LostFileView } from '#contract/upkeep.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';

import { mendLostFiles } from './lost-files.ts';

const SHOWN_AT_MOST = 50;

export interface LostFilesProps {
  readonly lost: readonly LostFileView[];
  readonly isReadOnly: boolean;
  readonly onMended: (left: readonly LostFileView[]) => void;
}

/** Attached files that are gone or altered, each with its record, and the ways to find them again. */
export function LostFiles({ lost, isReadOnly, onMended }: LostFilesProps) {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  if (lost.length === 0) return null;
  const mend = async (where: 'backups' | 'folder'): Promise<void> => {
    const left = await mendLostFiles(where, number);
    if (left !== null) onMended(left);
  };
  const more = lost.length - SHOWN_AT_MOST;
  return (
    <Stack gap="xs" mt="md">
      <Text fw={600}>
        {t('settings:files.gone', { count: lost.length, n: number(lost.length) })}
      </Text>
      <Stack component="ul" gap={4} m={0} pl="lg">
        {lost.slice(0, SHOWN_AT_MOST).map((file) => (
          <li key={file.attachmentId}>
            <Text size="sm" span fw={600}>
              {file.fileName}
            </Text>{' '}
            <Text size="sm" span c="dimmed">
              – {t(`settings:files.${file.state}`)},{' '}
              <Anchor size="sm" href={recordPort.hrefOf(file.recordTable, file.recordId)}>
                {t('settings:files.of', { name: file.recordName })}
              </Anchor>
            </Text>
          </li>
        ))}
        {more > 0 ? <li>{t('settings:files.more', { count: more, n: number(more) })}</li> : null}
      </Stack>
      <Text size="sm">{t('settings:files.what')}</Text>
      {isReadOnly ? null : (
        <Group gap="xs">
          <Button variant="default" onClick={() => void mend('backups')}>
            {t('settings:files.search')}
          </Button>
          <Button variant="default" onClick={() => void mend('folder')}>
            {t('settings:files.choose')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
