import { Button } from '@mantine/core';
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react';
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { HouseStyleView } from '#contract/house-style.channels.ts';
import type { StyleFileRole } from '#domain/house-style.ts';
import { useFormat } from '#ui/format.ts';

import styles from './HouseStyle.module.css';
import { chooseFile, dropFile, openFile, removeFile } from './write-style.ts';

interface StyleFileProps {
  readonly style: HouseStyleView;
  readonly part: StyleFileRole;
  readonly label: string;
  readonly hint: string;
  readonly isReadOnly: boolean;
  /** What there is to say of the file. */
  readonly children?: ReactNode;
}

/** A file of a style in one of its roles: chosen by a button or dropped. */
export function StyleFile({ style, part, label, hint, isReadOnly, children }: StyleFileProps) {
  const { t } = useTranslation('houseStyle');
  const { bytes } = useFormat();
  const [isOver, setOver] = useState(false);
  const file = style.files.find((one) => one.role === part);
  const onDrag = (event: DragEvent): void => {
    if (isReadOnly || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // What is dropped here can be chosen by a button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.file}
      role="group"
      aria-label={label}
      data-takes-files
      data-over={isOver || undefined}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const [dropped] = event.dataTransfer.files;
        if (dropped === undefined || isReadOnly) return;
        event.preventDefault();
        void dropFile(style.id, part, dropped);
      }}
    >
      <span className={styles.fileLabel}>{label}</span>
      {file === undefined ? (
        <span className={styles.quiet}>{hint}</span>
      ) : (
        <span className={styles.fileName}>
          {file.fileName} <span className={styles.quiet}>{bytes(file.byteSize)}</span>
        </span>
      )}
      {file !== undefined && file.state !== 'sound' && (
        <p className={styles.fault}>
          <IconAlertTriangle size="0.95rem" aria-hidden />
          {t(file.state)}
        </p>
      )}
      <span className={styles.fileActions}>
        {!isReadOnly && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUpload size="1rem" aria-hidden />}
            aria-label={t(file === undefined ? 'chooseFor' : 'replaceFor', { role: label })}
            onClick={() => void chooseFile(style.id, part)}
          >
            {t(file === undefined ? 'choose' : 'replace')}
          </Button>
        )}
        {file !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('openFor', { role: label })}
            onClick={() => openFile(file.attachmentId)}
          >
            {t('openFile')}
          </Button>
        )}
        {file !== undefined && !isReadOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t('removeFor', { role: label })}
            onClick={() => removeFile(style.id, part)}
          >
            {t('removeFile')}
          </Button>
        )}
      </span>
      {children}
    </div>
  );
}
