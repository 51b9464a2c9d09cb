import { Popover, Select, Text, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDateTyping } from '#ui/record-form/use-date-typing.ts';
import { formatDay, parseTypedDate } from '#ui/record-form/date-typing.ts';

import { parseTypedNumber } from './cell-format.ts';
import styles from './DataGrid.module.css';
import type { CellValue, GridColumn } from './grid.types.ts';
import { refusalText } from './refusal.ts';

/** Where the keyboard goes once the cell is saved or left. */
export type AfterEdit = 'stay' | 'down' | 'next' | 'previous' | 'leave';

export interface CellEditorProps {
  readonly column: GridColumn;
  readonly value: CellValue;
  /** Text typed over the cell to begin with, null to edit what it holds. */
  readonly typed: string | null;
  /** @throws a refusal in words when the value is not accepted; the cell then stays open. */
  readonly onSave: (value: CellValue) => Promise<void>;
  readonly onDone: (after: AfterEdit) => void;
}

function asTyped(value: CellValue, column: GridColumn, language: string): string {
  if (value === null) return '';
  if (column.kind === 'date') return formatDay(String(value), language);
  if (typeof value === 'number') {
    return new Intl.NumberFormat(language, { useGrouping: false }).format(value);
  }
  return String(value);
}

/** Edits one cell in place: Enter or leaving saves, Esc gives up, a refusal is said under the cell. */
export function CellEditor({ column, value, typed, onSave, onDone }: CellEditorProps) {
  const { t, i18n } = useTranslation('grid');
  const dates = useDateTyping();
  const [text, setText] = useState(typed ?? asTyped(value, column, i18n.language));
  const [error, setError] = useState<string | null>(null);
  const isSaving = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();

  useEffect(() => {
    input.current?.focus();
    if (typed === null) input.current?.select();
  }, [typed]);

  /** The value that the text stands for, or the sentence that says why it stands for none. */
  function read(): { value: CellValue } | { problem: string } {
    const plain = text.trim();
    if (plain === '') return column.isOptional ? { value: null } : { problem: t('edit.required') };
    if (column.kind === 'date') {
      const iso = parseTypedDate(plain, dates);
      return iso === null ? { problem: t('edit.notADate') } : { value: iso };
    }
    if (column.kind === 'integer' || column.kind === 'number') {
      const number = parseTypedNumber(plain);
      return number === null ? { problem: t('edit.notANumber') } : { value: number };
    }
    if (column.kind === 'identifier') {
      return { value: plain.replaceAll(/[\s\u00A0\u202F.]/g, '') };
    }
    return { value: plain };
  }

  async function save(next: CellValue, after: AfterEdit): Promise<void> {
    if (isSaving.current) return;
    if (next === value) {
      onDone(after);
      return;
    }
    isSaving.current = true;
    try {
      await onSave(next);
      onDone(after);
    } catch (thrown) {
      setError(refusalText(thrown, column.field ?? column.key));
      input.current?.focus();
    } finally {
      isSaving.current = false;
    }
  }

  function commit(after: AfterEdit): void {
    const answer = read();
    if ('problem' in answer) setError(answer.problem);
    else void save(answer.value, after);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isDropdown = column.kind === 'choice';
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onDone('stay');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      if (isDropdown) onDone(event.shiftKey ? 'previous' : 'next');
      else commit(event.shiftKey ? 'previous' : 'next');
      event.stopPropagation();
    } else if (event.key === 'Enter' && !isDropdown) {
      event.preventDefault();
      event.stopPropagation();
      commit('down');
    } else {
      event.stopPropagation();
    }
  }

  if (column.kind === 'choice') {
    return (
      // Keys that the list of choices would keep for itself.
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
      <div
        className={styles.editor}
        onKeyDownCapture={onChoiceEscape(onDone)}
        onKeyDown={onKeyDown}
      >
        <Select
          ref={input}
          aria-label={column.label}
          classNames={{ input: styles.editorInput ?? '' }}
          data={column.choices.map(({ value: choice, label }) => ({ value: choice, label }))}
          value={typeof value === 'string' ? value : null}
          error={error}
          searchable
          clearable={column.isOptional}
          defaultDropdownOpened
          nothingFoundMessage={t('edit.noChoice')}
          comboboxProps={{ withinPortal: true, width: 'max-content', position: 'bottom-start' }}
          onChange={(next) => {
            void save(next, 'stay');
          }}
          onBlur={() => {
            if (!isSaving.current) onDone('leave');
          }}
        />
      </div>
    );
  }
  const hint = column.kind === 'date' ? parseTypedDate(text, dates) : null;
  const note = error ?? (hint === null ? null : formatDay(hint, i18n.language, 'medium'));
  return (
    <Popover opened={note !== null} position="bottom-start" offset={2} withinPortal>
      <Popover.Target>
        <TextInput
          ref={input}
          className={styles.editor ?? ''}
          classNames={{ input: styles.editorInput ?? '' }}
          aria-label={column.label}
          aria-invalid={error !== null}
          aria-describedby={note === null ? undefined : errorId}
          error={error !== null}
          value={text}
          maxLength={column.kind === 'text' ? 1000 : 300}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setError(null);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (!isSaving.current && error === null) commit('leave');
          }}
        />
      </Popover.Target>
      <Popover.Dropdown px="sm" py={6} maw="24rem">
        <Text
          id={errorId}
          size="sm"
          {...(error === null ? {} : { role: 'alert', c: 'var(--r-danger)' })}
        >
          {note}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Esc leaves the cell at once, before the open list of choices keeps it for itself. */
function onChoiceEscape(onDone: (after: AfterEdit) => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDone('stay');
  };
}
