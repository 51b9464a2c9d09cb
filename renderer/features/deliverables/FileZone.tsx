import { IconPaperclip } from '@tabler/icons-react';
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

import { attachDropped } from './attach.ts';
import styles from './Files.module.css';

export interface FileZoneProps {
  readonly table: EntityName;
  readonly id: string;
  readonly isReadOnly: boolean;
  readonly children: ReactNode;
}

/** A record on which files can be dropped to be kept with it; the same is done by « Joindre ». */
export function FileZone({ table, id, isReadOnly, children }: FileZoneProps) {
  const { t } = useTranslation('deliverables');
  const [isOver, setOver] = useState(false);
  if (isReadOnly) return children;

  const onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // What is dropped here can be chosen by a button too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.zone}
      data-takes-files
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        void attachDropped({ table, id }, files);
      }}
    >
      {children}
      {isOver && (
        <div className={styles.over} role="status">
          <IconPaperclip size={40} stroke={1.4} aria-hidden="true" />
          {t('files.drop')}
        </div>
      )}
    </div>
  );
}
