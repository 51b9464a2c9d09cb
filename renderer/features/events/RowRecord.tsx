import { ActionIcon, Collapse } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';
import { recordPort } from '#stores/record-port.ts';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';

import classes from './Events.module.css';

export interface RowRecordProps {
  readonly table: EntityName;
  readonly id: string;
  /** By which it is told apart, for those who cannot see the row. */
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly children: ReactNode;
}

/** A line of a list that opens onto all the fields of its record, and can be removed. */
export function RowRecord({ table, id, name, isReadOnly, children }: RowRecordProps) {
  const { t } = useTranslation('eventsScreen');
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  return (
    <div className={classes['grow']}>
      <div className={classes['line']}>
        <div className={classes['grow']}>{children}</div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('row.details', { name })}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen((open) => !open)}
        >
          {isOpen ? (
            <IconChevronUp size="1.1rem" aria-hidden />
          ) : (
            <IconChevronDown size="1.1rem" aria-hidden />
          )}
        </ActionIcon>
        {!isReadOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('row.remove', { name })}
            onClick={() => {
              recordPort.remove(table, [id]).catch(recordPort.report);
            }}
          >
            <IconTrash size="1.1rem" aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Collapse expanded={isOpen} id={detailsId}>
        {isOpen && <StoredForm table={table} id={id} port={recordPort} isReadOnly={isReadOnly} />}
      </Collapse>
    </div>
  );
}
