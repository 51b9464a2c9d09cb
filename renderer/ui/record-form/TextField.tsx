import { Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Field } from '#domain/fields.ts';
import { formatSiren } from '#domain/siren.ts';

import { parseTypedNumber } from '#ui/data-grid/cell-format.ts';

import { bareIdentifier } from './field-check.ts';
import { SaveMark } from './SaveMark.tsx';
import type { FieldOf } from './use-auto-save.ts';
import { useAutoSave } from './use-auto-save.ts';

export interface TextFieldProps {
  readonly of: FieldOf;
  readonly declared: Field<unknown>;
  readonly label: string;
  readonly isReadOnly: boolean;
}

const GROUPED = new Set(['siren', 'siret']);

/** Text, number or hour: saved a moment after typing, on Enter and on leaving; Esc brings back what was. */
export function TextField({ of, declared, label, isReadOnly }: TextFieldProps) {
  const { i18n } = useTranslation('grid');
  const saving = useAutoSave(of);
  const [typed, setTyped] = useState<{ text: string; over: unknown } | null>(null);
  const [isFocused, setFocused] = useState(false);
  const original = useRef<unknown>(null);
  const value = of.record[of.field] ?? null;
  const isNumber = declared.kind === 'integer' || declared.kind === 'number';
  const isGrouped = GROUPED.has(of.field);

  // What was typed stands while one is in the field, then until the record is read again; after that
  // it is forgotten, so that an undo does not bring it back.
  if (typed !== null && !isFocused && typed.over !== value) setTyped(null);
  const draft = typed !== null && (isFocused || typed.over === value) ? typed.text : null;

  function show(): string {
    if (value === null) return '';
    if (typeof value === 'number') {
      return new Intl.NumberFormat(i18n.language, {
        useGrouping: false,
        maximumFractionDigits: 9,
      }).format(value);
    }
    if (typeof value !== 'string') return JSON.stringify(value);
    return isGrouped ? formatSiren(value) : value;
  }

  function read(text: string): unknown {
    const plain = declared.kind === 'longText' ? text.trimEnd() : text.trim();
    if (plain === '') return declared.isOptional ? null : '';
    if (isNumber) return parseTypedNumber(plain) ?? plain;
    return isGrouped ? bareIdentifier(plain) : plain;
  }

  function flush(): void {
    if (draft === null) return;
    const next = read(draft);
    saving.save(next);
    setTyped(next === value ? null : { text: draft, over: value });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      saving.forget();
      saving.save(original.current);
      setTyped(null);
    } else if (event.key === 'Enter' && declared.kind !== 'longText') {
      flush();
    }
  }

  const shared = {
    size: 'sm',
    label: (
      <>
        {label}
        <SaveMark state={saving.state} />
      </>
    ),
    value: draft ?? show(),
    error: saving.error,
    readOnly: isReadOnly,
    withAsterisk: false,
    required: !declared.isOptional,
    onFocus: () => {
      setFocused(true);
      original.current = value;
    },
    onBlur: () => {
      setFocused(false);
      flush();
    },
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const text = event.currentTarget.value;
      setTyped({ text, over: value });
      saving.saveSoon(read(text));
    },
    onKeyDown,
  } as const;
  if (declared.kind === 'longText')
    return <Textarea {...shared} autosize minRows={1} maxRows={14} />;
  return (
    <TextInput
      {...shared}
      inputMode={isNumber ? 'decimal' : isGrouped ? 'numeric' : 'text'}
      type={declared.kind === 'time' ? 'time' : 'text'}
    />
  );
}
