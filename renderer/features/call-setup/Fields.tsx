import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { recordPort } from '#stores/record-port.ts';
import { FormField } from '#ui/record-form/FormField.tsx';

import styles from './Setup.module.css';

interface FieldsProps {
  readonly table: EntityName;
  readonly record: { readonly id: string } & Readonly<Record<string, unknown>>;
  readonly names: readonly string[];
  readonly wide?: readonly string[];
  readonly isReadOnly: boolean;
}

/** Some fields of a record, saved as they are typed. */
export function Fields({ table, record, names, wide = [], isReadOnly }: FieldsProps) {
  const { fields } = entityOf(table);
  return (
    <div className={styles.fields}>
      {names.map((field) => {
        const declared = fields[field];
        if (declared === undefined) return null;
        const of = { table, id: record.id, field, record, port: recordPort };
        return (
          <div key={field} className={wide.includes(field) ? (styles.wide ?? '') : ''}>
            <FormField of={of} declared={declared} isReadOnly={isReadOnly} />
          </div>
        );
      })}
    </div>
  );
}
