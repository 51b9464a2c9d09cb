import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DayInput } from '#ui/record-form/DayInput.tsx';

import { parseTypedNumber } from './cell-format.ts';
import type { ColumnFilter } from './filters.ts';
import { canNegate, isNegated, operatorsFor, withNegation } from './filters.ts';
import type { GridColumn } from './grid.types.ts';

export interface FilterEditorProps {
  readonly column: GridColumn;
  readonly filter: ColumnFilter | null;
  readonly onChange: (filter: ColumnFilter | null) => void;
  readonly onClose: () => void;
}

const scrolling = { mah: '14rem', style: { overflowY: 'auto' } } as const;

/** Filters one column, each kind of value in its own way; what is chosen takes effect at once. */
export function FilterEditor({ column, filter, onChange: tell, onClose }: FilterEditorProps) {
  const { t } = useTranslation('grid');
  const operators = operatorsFor(column);
  const [operator, setOperator] = useState(filter?.operator ?? operators[0] ?? 'contains');
  const [isExcluding, setExcluding] = useState(isNegated(filter));
  const negatable = column.kind !== 'boolean' && operator !== 'empty' && operator !== 'notEmpty';
  function onChange(next: ColumnFilter | null, excludes = isExcluding): void {
    tell(next !== null && canNegate(next) ? withNegation(next, negatable && excludes) : next);
  }
  return (
    <Stack gap="xs" pb={4}>
      {operators.length > 1 && (
        <Select
          size="xs"
          aria-label={t('filter.how', { column: column.label })}
          data={operators.map((value) => ({ value, label: t(`filter.operator.${value}`) }))}
          value={operator}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => {
            const chosen = operators.find((known) => known === next);
            if (chosen === undefined) return;
            setOperator(chosen);
            onChange(chosen === 'empty' || chosen === 'notEmpty' ? { operator: chosen } : null);
          }}
        />
      )}
      <FilterValue key={operator} {...{ column, filter, operator, onChange, onClose }} />
      {negatable && (
        <Checkbox
          size="xs"
          label={t('filter.except')}
          checked={isExcluding}
          onChange={(event) => {
            setExcluding(event.currentTarget.checked);
            onChange(filter, event.currentTarget.checked);
          }}
        />
      )}
      <Group justify="space-between">
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={filter === null}
          onClick={() => {
            onChange(null);
            onClose();
          }}
        >
          {t('filter.clear')}
        </Button>
        <Button size="compact-xs" variant="light" onClick={onClose}>
          {t('filter.done')}
        </Button>
      </Group>
    </Stack>
  );
}

function FilterValue({
  column,
  filter,
  operator,
  onChange,
  onClose,
}: FilterEditorProps & { operator: ColumnFilter['operator'] }) {
  const { t } = useTranslation('grid');
  const label = t('filter.value', { column: column.label });
  switch (operator) {
    case 'empty':
    case 'notEmpty':
      return null;
    case 'among': {
      const values = filter?.operator === 'among' ? [...filter.values] : [];
      return (
        <Checkbox.Group
          label={label}
          value={values}
          onChange={(next) => {
            onChange(next.length === 0 ? null : { operator: 'among', values: next });
          }}
        >
          <Stack gap={6} mt={6} {...(column.choices.length > 10 ? scrolling : {})}>
            {column.choices.map((choice, index) => (
              <Checkbox
                key={choice.value}
                size="xs"
                value={choice.value}
                label={choice.label}
                data-autofocus={index === 0 || undefined}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    }
    case 'before':
    case 'after':
    case 'on':
      return (
        <DayInput
          label={label}
          value={filter?.operator === operator ? filter.value : null}
          onChange={(day) => {
            onChange(day === null ? null : { operator, value: day });
          }}
        />
      );
    case 'between':
      return <BetweenDays filter={filter} onChange={onChange} />;
    case 'range':
      return <BetweenNumbers filter={filter} onChange={onChange} />;
    case 'more':
    case 'less':
    case 'atLeast':
    case 'atMost':
      return (
        <NumberFilter
          label={label}
          value={filter?.operator === operator ? filter.value : null}
          onChange={(value) => {
            onChange(value === null ? null : { operator, value });
          }}
        />
      );
    case 'is':
      return column.kind === 'boolean' ? (
        <Select
          size="xs"
          label={label}
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          value={filter?.operator === 'is' ? String(filter.value) : null}
          comboboxProps={{ withinPortal: false }}
          data-autofocus
          onChange={(next) => {
            onChange(next === null ? null : { operator: 'is', value: next === 'true' });
          }}
        />
      ) : (
        <NumberFilter
          label={label}
          value={
            filter?.operator === 'is' && typeof filter.value === 'number' ? filter.value : null
          }
          onChange={(value) => {
            onChange(value === null ? null : { operator: 'is', value });
          }}
        />
      );
    default:
      return (
        <TextInput
          size="xs"
          label={label}
          data-autofocus
          maxLength={200}
          defaultValue={filter?.operator === operator ? filter.value : ''}
          onChange={(event) => {
            const value = event.currentTarget.value.trim();
            onChange(value === '' ? null : { operator, value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onClose();
          }}
        />
      );
  }
}

function NumberFilter({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <TextInput
      size="xs"
      label={label}
      inputMode="decimal"
      data-autofocus
      defaultValue={value === null ? '' : String(value)}
      onChange={(event) => {
        onChange(parseTypedNumber(event.currentTarget.value));
      }}
    />
  );
}

function BetweenDays({ filter, onChange }: Pick<FilterEditorProps, 'filter' | 'onChange'>) {
  const { t } = useTranslation('grid');
  const known = filter?.operator === 'between' ? filter : null;
  const [from, setFrom] = useState(known?.from ?? null);
  const [to, setTo] = useState(known?.to ?? null);
  const say = (first: string | null, last: string | null): void => {
    setFrom(first);
    setTo(last);
    const isWhole = first !== null && last !== null;
    onChange(isWhole ? { operator: 'between', from: first, to: last } : null);
  };
  return (
    <Stack gap="xs">
      <DayInput
        label={t('filter.from')}
        value={from}
        onChange={(day) => {
          say(day, to);
        }}
      />
      <DayInput
        label={t('filter.to')}
        value={to}
        onChange={(day) => {
          say(from, day);
        }}
      />
    </Stack>
  );
}

function BetweenNumbers({ filter, onChange }: Pick<FilterEditorProps, 'filter' | 'onChange'>) {
  const { t } = useTranslation('grid');
  const known = filter?.operator === 'range' ? filter : null;
  const [from, setFrom] = useState(known?.from ?? null);
  const [to, setTo] = useState(known?.to ?? null);
  const say = (first: number | null, last: number | null): void => {
    setFrom(first);
    setTo(last);
    const isWhole = first !== null && last !== null;
    onChange(isWhole ? { operator: 'range', from: first, to: last } : null);
  };
  return (
    <Group gap="xs" grow>
      <NumberFilter
        label={t('filter.least')}
        value={from}
        onChange={(value) => {
          say(value, to);
        }}
      />
      <NumberFilter
        label={t('filter.most')}
        value={to}
        onChange={(value) => {
          say(from, value);
        }}
      />
    </Group>
  );
}
