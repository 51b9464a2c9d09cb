import { Skeleton } from '@mantine/core';

import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { FormField } from '#ui/record-form/FormField.tsx';

import styles from './Indicators.module.css';

interface FieldsProps {
  readonly table: EntityName;
  readonly id: string;
  readonly names: readonly string[];
  readonly wide?: readonly string[];
  readonly isReadOnly: boolean;
  /** As many columns as fit, or the two fields side by side. */
  readonly look?: 'flow' | 'pair';
}

/** Some fields of a stored record, saved as they are typed. */
export function Fields(props: FieldsProps) {
  const { table, id, names, wide = [], isReadOnly, look = 'flow' } = props;
  const { data: record } = useQuery('records:get', { table, id });
  const { fields } = entityOf(table);
  if (record === undefined || record === null) return <Skeleton h={120} radius="md" />;
  return (
    <div className={look === 'pair' ? styles.pair : styles.fields}>
      {names.map((field) => {
        const declared = fields[field];
        if (declared === undefined) return null;
        return (
          <div key={field} className={wide.includes(field) ? (styles.wide ?? '') : ''}>
            <FormField
              of={{ table, id, field, record, port: recordPort }}
              declared={declared}
              isReadOnly={isReadOnly}
            />
          </div>
        );
      })}
    </div>
  );
}
