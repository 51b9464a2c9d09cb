import { Button, Collapse } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';

import { FormField } from './FormField.tsx';
import { formLayout } from './layout.ts';
import styles from './RecordForm.module.css';
import type { RecordPort } from './record-port.ts';

export interface RecordFormProps {
  readonly table: EntityName;
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly port: RecordPort;
  readonly isReadOnly: boolean;
  /** Fields that the caller draws in its own way, over the whole width; null leaves one out. */
  readonly special?: Readonly<Record<string, ReactNode>>;
}

/**
 * All the fields of a record, from its declaration alone. There is nothing to press: each field is
 * saved as it is typed, and what is refused stays as typed with the reason under it.
 */
export function RecordForm({ table, id, record, port, isReadOnly, special }: RecordFormProps) {
  const { t } = useTranslation('grid');
  const [isOpen, setOpen] = useState(false);
  const [opened] = useState(record);
  const layout = formLayout(table, record, opened);
  const isDrawn = (field: string): boolean => special?.[field] !== null;
  const [main, more] = [layout.main.filter(isDrawn), layout.more.filter(isDrawn)];
  const moreId = useId();
  const { fields, label } = entityOf(table);

  const draw = (names: readonly string[]) =>
    names.map((field) => {
      const declared = fields[field];
      if (declared === undefined) return null;
      const own = special?.[field];
      if (own !== undefined) {
        return (
          <div key={`${id} ${field}`} className={`${styles.field} ${styles.wide}`}>
            {own}
          </div>
        );
      }
      const isName = label.length === 1 && field === label[0];
      const isWide = declared.kind === 'longText' || declared.kind === 'json' || isName;
      return (
        <div key={`${id} ${field}`} className={`${styles.field} ${isWide ? styles.wide : ''}`}>
          <FormField of={{ table, id, field, record, port }} {...{ declared, isReadOnly }} />
        </div>
      );
    });

  return (
    <div className={styles.form}>
      <div className={styles.fields}>{draw(main)}</div>
      {more.length > 0 && (
        <div className={styles.more}>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isOpen}
            aria-controls={moreId}
            rightSection={isOpen ? <IconChevronUp size="1rem" /> : <IconChevronDown size="1rem" />}
            onClick={() => {
              setOpen((open) => !open);
            }}
          >
            {t(isOpen ? 'form.less' : 'form.more')}
          </Button>
          <Collapse expanded={isOpen} id={moreId}>
            <div className={styles.fields}>{isOpen && draw(more)}</div>
          </Collapse>
        </div>
      )}
    </div>
  );
}
