import { Button, CloseButton, Group, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DayInput } from '#ui/record-form/DayInput.tsx';

import { parseTypedNumber } from './cell-format.ts';
import type { CellValue, GridColumn } from './grid.types.ts';
import styles from './RecordList.module.css';
import { refusalText } from './refusal.ts';

export interface BulkBarProps {
  readonly count: number;
  readonly total: number;
  /** Columns whose field may be changed for all. */
  readonly columns: readonly GridColumn[];
  readonly isBusy: boolean;
  readonly isReadOnly: boolean;
  /** @throws a refusal in words, shown beside the value. */
  readonly onChange: (field: string, value: CellValue) => Promise<void>;
  readonly onRemove: () => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with the selected rows together. */
export function BulkBar(props: BulkBarProps) {
  const { t } = useTranslation('grid');
  const [isOpen, setOpen] = useState(false);
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
      {props.columns.length > 0 && (
        <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus shadow="md">
          <Popover.Target>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPencil size="1rem" aria-hidden />}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              loading={props.isBusy}
              onClick={() => {
                setOpen((open) => !open);
              }}
            >
              {t('bulk.change')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('bulk.change')}>
            <ChangeForAll
              {...props}
              onDone={() => {
                setOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      )}
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

function ChangeForAll({
  columns,
  count,
  onChange,
  onDone,
}: BulkBarProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('grid');
  const [key, setKey] = useState<string | null>(
    () => columns.find(({ kind }) => kind === 'choice')?.key ?? columns[0]?.key ?? null,
  );
  const [value, setValue] = useState<CellValue>(null);
  const [error, setError] = useState<string | null>(null);
  const column = columns.find((known) => known.key === key);
  if (column === undefined) return null;

  function apply(next: CellValue): void {
    const { field } = column ?? {};
    if (field === null || field === undefined) return;
    onChange(field, next).then(onDone, (thrown: unknown) => {
      setError(refusalText(thrown, field));
    });
  }

  return (
    <Stack gap="xs" w="19rem">
      <Select
        size="xs"
        label={t('bulk.field')}
        data={columns.map(({ key: known, label }) => ({ value: known, label }))}
        value={key}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
        onChange={(next) => {
          setKey(next);
          setValue(null);
          setError(null);
        }}
      />
      <BulkValue key={column.key} column={column} value={value} error={error} onValue={setValue} />
      <Group justify="space-between">
        <Button
          size="xs"
          variant="subtle"
          disabled={!column.isOptional}
          onClick={() => {
            apply(null);
          }}
        >
          {t('bulk.empty')}
        </Button>
        <Button
          size="xs"
          disabled={value === null}
          onClick={() => {
            apply(value);
          }}
        >
          {t('bulk.apply', { count })}
        </Button>
      </Group>
    </Stack>
  );
}

function BulkValue({
  column,
  value,
  error,
  onValue,
}: {
  column: GridColumn;
  value: CellValue;
  error: string | null;
  onValue: (value: CellValue) => void;
}) {
  const { t } = useTranslation('grid');
  const label = t('bulk.value');
  if (column.kind === 'choice' || column.kind === 'boolean') {
    const data =
      column.kind === 'choice'
        ? column.choices.map((choice) => ({ ...choice }))
        : [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ];
    return (
      <Select
        size="xs"
        label={label}
        error={error}
        data={data}
        value={value === null ? null : String(value)}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => {
          onValue(column.kind === 'boolean' && next !== null ? next === 'true' : next);
        }}
      />
    );
  }
  if (column.kind === 'date') {
    return (
      <DayInput
        label={label}
        error={error}
        value={typeof value === 'string' ? value : null}
        onChange={onValue}
      />
    );
  }
  const isNumber = column.kind === 'integer' || column.kind === 'number';
  return (
    <TextInput
      size="xs"
      label={label}
      error={error}
      inputMode={isNumber ? 'decimal' : 'text'}
      onChange={(event) => {
        const typed = event.currentTarget.value.trim();
        onValue(typed === '' ? null : isNumber ? parseTypedNumber(typed) : typed);
      }}
    />
  );
}
