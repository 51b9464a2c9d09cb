import { Button, CloseButton, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './RecordList.module.css';

export interface BulkBarProps {
  /** The button that opens the panel: the keyboard comes back to it. */
  readonly changeButton: RefObject<HTMLButtonElement | null>;
  readonly count: number;
  readonly total: number;
  readonly canChange: boolean;
  readonly isChanging: boolean;
  readonly isBusy: boolean;
  readonly isReadOnly: boolean;
  /** Actions of this register alone. */
  readonly further?: ReactNode;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with the selected rows together. */
export function BulkBar({ changeButton, ...props }: BulkBarProps) {
  const { t } = useTranslation('grid');
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('bulk.name')}>
      <Text size="sm" fw={600} role="status">
        {t('bulk.selected', { count: props.count })}
      </Text>
      {props.count < props.total && (
        <Button size="compact-sm" variant="subtle" onClick={props.onSelectAll}>
          {t('bulk.selectAll', { count: props.total })}
        </Button>
      )}
      {props.canChange && (
        <Button
          ref={changeButton}
          size="compact-sm"
          variant="default"
          leftSection={<IconPencil size="1rem" aria-hidden />}
          aria-expanded={props.isChanging}
          onClick={props.onChange}
        >
          {t('bulk.change')}
        </Button>
      )}
      {props.further}
      {!props.isReadOnly && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size="1rem" aria-hidden />}
          loading={props.isBusy}
          onClick={props.onRemove}
        >
          {t('bulk.remove')}
        </Button>
      )}
      <CloseButton ml="auto" size="sm" aria-label={t('bulk.clear')} onClick={props.onClear} />
    </div>
  );
}
