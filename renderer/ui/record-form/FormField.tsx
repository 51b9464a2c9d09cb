import { Checkbox, Select, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Field } from '#domain/fields.ts';
import type { EntityName } from '#domain/registry.ts';
import { isEntityName } from '#domain/registry.ts';

import { DayInput } from './DayInput.tsx';
import { ReferencePicker } from './ReferencePicker.tsx';
import { SaveMark } from './SaveMark.tsx';
import { TextField } from './TextField.tsx';
import type { FieldOf } from './use-auto-save.ts';
import { useAutoSave } from './use-auto-save.ts';

export interface FormFieldProps {
  readonly of: FieldOf;
  readonly declared: Field<unknown>;
  readonly isReadOnly: boolean;
}

/** One field of a record, in the control that its kind calls for. */
export function FormField({ of, declared, isReadOnly }: FormFieldProps) {
  const { t } = useTranslation('vocabulary');
  const label = t(`vocabulary:field.${of.table}.${of.field}`);
  switch (declared.kind) {
    case 'choice':
    case 'date':
    case 'boolean':
    case 'reference':
      return <ValueField {...{ of, declared, isReadOnly, label }} />;
    case 'json':
      if (Array.isArray(declared.initial)) return <LabelsField {...{ of, isReadOnly, label }} />;
      return null;
    case 'dateTime':
      return null;
    default:
      return <TextField {...{ of, declared, isReadOnly, label }} />;
  }
}

function ValueField({ of, declared, isReadOnly, label }: FormFieldProps & { label: string }) {
  const { t } = useTranslation('vocabulary');
  const saving = useAutoSave(of);
  const held = of.record[of.field] ?? null;
  const [draft, setDraft] = useState<{ value: unknown; over: unknown } | null>(null);
  // What was chosen stands until the record is read again.
  const value = draft !== null && draft.over === held ? draft.value : held;
  const save = (next: unknown): void => {
    setDraft({ value: next, over: held });
    saving.save(next);
  };
  const name = (
    <>
      {label}
      <SaveMark state={saving.state} />
    </>
  );
  switch (declared.kind) {
    case 'choice':
      return (
        <Select
          size="sm"
          label={name}
          error={saving.error}
          readOnly={isReadOnly}
          data={(declared.choices ?? []).map((choice) => ({
            value: choice,
            label: t(`vocabulary:choice.${of.table}.${of.field}.${choice}`),
          }))}
          value={typeof value === 'string' ? value : null}
          allowDeselect={false}
          clearable={declared.isOptional && !isReadOnly}
          clearButtonProps={{ 'aria-label': t('grid:bulk.empty') }}
          onChange={save}
        />
      );
    case 'date':
      return (
        <DayInput
          size="sm"
          label={name}
          error={saving.error}
          isRequired={!declared.isOptional}
          value={typeof value === 'string' ? value : null}
          isReadOnly={isReadOnly}
          onChange={save}
        />
      );
    case 'reference':
      return isEntityName(declared.target ?? '') ? (
        <ReferencePicker
          table={declared.target as EntityName} // just checked
          label={name}
          error={saving.error}
          isOptional={declared.isOptional}
          isReadOnly={isReadOnly}
          port={of.port}
          value={typeof value === 'string' ? value : null}
          onChange={save}
        />
      ) : null;
    default:
      return (
        <Checkbox
          size="sm"
          mt="lg"
          label={name}
          error={saving.error}
          disabled={isReadOnly}
          checked={value === true}
          onChange={(event) => {
            save(event.currentTarget.checked);
          }}
        />
      );
  }
}

interface LabelledField {
  readonly of: FieldOf;
  readonly isReadOnly: boolean;
  readonly label: string;
}

function LabelsField({ of, isReadOnly, label }: LabelledField) {
  const { t } = useTranslation('grid');
  const saving = useAutoSave(of);
  const held = of.record[of.field];
  const tags = Array.isArray(held) ? held.filter((tag) => typeof tag === 'string') : [];
  return (
    <TagsInput
      size="sm"
      label={
        <>
          {label}
          <SaveMark state={saving.state} />
        </>
      }
      error={saving.error}
      readOnly={isReadOnly}
      placeholder={isReadOnly ? '' : t('form.addLabel')}
      value={tags}
      onChange={(next) => {
        saving.save(next);
      }}
    />
  );
}
