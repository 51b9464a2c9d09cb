import { ActionIcon, Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconFileZip,
  IconFolderOpen,
  IconPaperclip,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { AttachmentView } from '#contract/deliverable.channels.ts';
import type { EntityName } from '#domain/registry.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';

import { attachChosen, exportAttachments, openAttachment } from './attach.ts';
import styles from './Files.module.css';

export interface FilesProps {
  readonly table: EntityName;
  readonly id: string;
  /** Name of the record, for the archive. */
  readonly name: string;
  /** Newest first. */
  readonly attachments: readonly AttachmentView[];
  readonly isReadOnly: boolean;
}

/** The files kept with a record, newest first, each held against the bytes that came in. */
export function Files({ table, id, name, attachments, isReadOnly }: FilesProps) {
  const { t } = useTranslation('deliverables');
  const format = useFormat();
  const { data: checked } = useQuery(
    'attachments:verify',
    attachments.length === 0 ? null : { recordIds: [id] },
  );
  const stateOf = (attachmentId: string) =>
    checked?.find((one) => one.id === attachmentId)?.state ?? 'sound';

  return (
    <Section
      title={t('files.title')}
      count={attachments.length}
      anchor="files"
      action={
        <Group gap={4}>
          {attachments.length > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconFileZip size="1rem" aria-hidden />}
              onClick={() => void exportAttachments(table, { ids: [id] }, `${name}.zip`)}
            >
              {t('files.export')}
            </Button>
          )}
          {!isReadOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPaperclip size="1rem" aria-hidden />}
              onClick={() => void attachChosen({ table, id })}
            >
              {t('files.add')}
            </Button>
          )}
        </Group>
      }
    >
      {attachments.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('files.none')}
        </Text>
      ) : (
        <ul className={styles.list}>
          {attachments.map((file, index) => {
            const state = stateOf(file.id);
            const facts = [
              file.addedOn === null ? null : format.date(file.addedOn),
              format.bytes(file.byteSize),
              index === 0 && attachments.length > 1 ? t('files.latest') : null,
            ];
            return (
              <li key={file.id} className={styles.file}>
                <div className={styles.what}>
                  <button
                    type="button"
                    className={styles.name}
                    aria-label={t('files.open', { name: file.fileName })}
                    onClick={() => openAttachment(file.id, 'open')}
                  >
                    {file.fileName}
                  </button>
                  <span className={styles.facts}>
                    {facts.filter((fact) => fact !== null).join(' · ')}
                  </span>
                  {state !== 'sound' && (
                    <p className={styles.fault}>
                      <IconAlertTriangle size="0.95rem" aria-hidden />
                      {t(`files.${state}`)}
                    </p>
                  )}
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('files.show', { name: file.fileName })}
                  title={t('files.show', { name: file.fileName })}
                  onClick={() => openAttachment(file.id, 'showInFolder')}
                >
                  <IconFolderOpen size="1.05rem" />
                </ActionIcon>
                {!isReadOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('files.remove', { name: file.fileName })}
                    title={t('files.remove', { name: file.fileName })}
                    onClick={() => {
                      recordPort.remove('attachment', [file.id]).catch(recordPort.report);
                    }}
                  >
                    <IconTrash size="1.05rem" />
                  </ActionIcon>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
