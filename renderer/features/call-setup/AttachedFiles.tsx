import { Anchor, Button, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { call } from '#api/client.ts';
import { asTask, reportError, useActivity } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import type { ApplicationPartProps } from './Offers.tsx';
import styles from './Setup.module.css';

/** Asks which files to keep with a response. */
async function attachTo(recordId: string): Promise<void> {
  const files = await call('dialog:openAttachments', {});
  if (files.length === 0) return;
  const { already } = await asTask('callSetup:editor.copying', () =>
    operations.perform('attachments:add', {
      recordTable: 'application',
      recordId,
      grants: files.map(({ grant }) => grant),
      today: localToday(),
    }),
  );
  if (already.length === 0) return;
  const params = { names: already.join(', ') };
  useActivity.getState().notify({ kind: 'info', messageKey: 'callSetup:editor.already', params });
}

/** The files kept with a response. */
export function AttachedFiles({ application, isReadOnly }: ApplicationPartProps) {
  const { t } = useTranslation('callSetup');
  const { bytes } = useFormat();
  const { attachments } = application;
  return (
    <Section
      title={t('editor.files')}
      count={attachments.length}
      anchor="files"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPaperclip size="1rem" aria-hidden />}
            onClick={() => void attachTo(application.id).catch(reportError)}
          >
            {t('editor.addFile')}
          </Button>
        )
      }
    >
      {attachments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('editor.noFile')}
        </Text>
      )}
      {attachments.map(({ id, fileName, byteSize }) => (
        <div key={id} className={styles.line}>
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-label={t('editor.openFile', { name: fileName })}
            onClick={() => void call('attachments:open', { id, how: 'open' }).catch(reportError)}
          >
            {fileName}
          </Anchor>
          <span className={styles.quiet}>{bytes(byteSize)}</span>
        </div>
      ))}
    </Section>
  );
}
