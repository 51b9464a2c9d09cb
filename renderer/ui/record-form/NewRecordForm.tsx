import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';

import styles from './NewRecordForm.module.css';
import type { RecordPort } from './record-port.ts';
import { SimilarRecords } from './SimilarRecords.tsx';
import { useFocusAtFirst } from './use-focus-at-first.ts';

export interface NewRecordFormProps {
  readonly table: EntityName;
  /** Field of the name, without which there is nothing to make. */
  readonly nameField: string;
  /** What is sent besides the name; null while something else is missing. */
  readonly values: Readonly<Record<string, unknown>> | null;
  /** What the name begins as. */
  readonly initialName?: string;
  readonly createLabel: string;
  readonly port: RecordPort;
  readonly onMade: (id: string) => void;
  /** Fields above the name: the first of them takes the keyboard instead of the name. */
  readonly before?: ReactNode;
  /** Fields below the name. */
  readonly children?: ReactNode;
}

/** The least that makes a record: its name, with those that are like it. The rest is typed on its page. */
export function NewRecordForm({
  table,
  nameField,
  values,
  initialName = '',
  createLabel,
  port,
  onMade,
  before,
  children,
}: NewRecordFormProps) {
  const { t } = useTranslation('vocabulary');
  const [name, setName] = useState(initialName);
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const firstField = useFocusAtFirst<HTMLInputElement>();

  function make(): void {
    if (isUnderWay.current || values === null) return;
    isUnderWay.current = true;
    port
      .create(table, { ...values, [nameField]: name.trim() })
      .then(onMade, (thrown: unknown) => {
        setError(refusalText(thrown, nameField));
      })
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      {before}
      <TextInput
        ref={before === undefined ? firstField : null}
        label={t(`field.${table}.${nameField}`)}
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
      />
      <SimilarRecords table={table} name={name} port={port} />
      {children}
      <Button type="submit" disabled={name.trim() === '' || values === null}>
        {createLabel}
      </Button>
    </form>
  );
}
