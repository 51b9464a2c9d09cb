import { describe, expect, test } from 'vitest';

import { filterOperators } from '#domain/filter-operators.ts';
import type { ColumnFilter } from '#ui/data-grid/filters.ts';
import {
  canNegate,
  filtersToSend,
  isNegated,
  operatorsFor,
  withFilter,
  withNegation,
} from '#ui/data-grid/filters.ts';
import type { GridColumn } from '#ui/data-grid/grid.types.ts';

const column = (patch: Partial<GridColumn>): GridColumn => ({
  key: 'kind',
  kind: 'choice',
  label: 'Nature',
  choices: ['buyer', 'company', 'platform', 'institution'].map((value) => ({
    value,
    label: value,
  })),
  field: 'kind',
  labelsField: null,
  isOptional: false,
  isSortable: true,
  ...patch,
});

describe('filters of a list', () => {
  test('one choice is asked for by name, several as a list', () => {
    expect(filtersToSend({ kind: { operator: 'among', values: ['buyer'] } })).toEqual([
      { column: 'kind', operator: 'is', value: 'buyer', negated: false },
    ]);
    expect(filtersToSend({ kind: { operator: 'among', values: ['buyer', 'platform'] } })).toEqual([
      { column: 'kind', operator: 'among', value: ['buyer', 'platform'], negated: false },
    ]);
    expect(filtersToSend({ kind: { operator: 'among', values: [] } })).toEqual([]);
  });

  test('what matches can be left out, but for what has its own opposite', () => {
    const filter = { operator: 'contains', value: 'x', isNegated: true } as const;
    expect(filtersToSend({ name: filter })).toEqual([
      { column: 'name', operator: 'contains', value: 'x', negated: true },
    ]);
    expect(isNegated(withNegation(filter, false))).toBe(false);
    expect(withNegation(filter, false)).toEqual({ operator: 'contains', value: 'x' });
    expect(canNegate({ operator: 'empty' })).toBe(false);
  });

  test('a period keeps both of its days, one day is a period of its own', () => {
    const period = { operator: 'between', from: '2017-03-01', to: '2017-12-31' } as const;
    expect(filtersToSend({ dueOn: period })).toEqual([
      { column: 'dueOn', operator: 'between', value: ['2017-03-01', '2017-12-31'], negated: false },
    ]);
    expect(filtersToSend({ dueOn: { operator: 'on', value: '2017-03-01' } })).toEqual([
      { column: 'dueOn', operator: 'between', value: ['2017-03-01', '2017-03-01'], negated: false },
    ]);
  });

  test('every way of filtering offered is one that the store understands', () => {
    const kinds = ['text', 'date', 'dateTime', 'integer', 'number', 'boolean', 'choice'] as const;
    const values = { value: 'x', from: '2017-01-01', to: '2017-01-02', values: ['x'] };
    for (const kind of kinds) {
      for (const operator of operatorsFor(column({ kind, isOptional: true }))) {
        const [sent] = filtersToSend({ a: { ...values, operator } as ColumnFilter });
        expect(filterOperators, `${kind} ${operator}`).toContain(sent?.operator);
      }
    }
  });

  test('each column has at most one filter, and taking it away leaves the others', () => {
    const first = withFilter({}, 'a', { operator: 'contains', value: 'x' });
    const both = withFilter(first, 'b', { operator: 'empty' });
    const changed = withFilter(both, 'a', { operator: 'contains', value: 'y' });
    expect(filtersToSend(changed)).toHaveLength(2);
    expect(withFilter(changed, 'a', null)).toEqual({ b: { operator: 'empty' } });
  });

  test('what cannot be empty is not asked whether it is', () => {
    expect(operatorsFor(column({}))).toEqual(['among']);
    expect(operatorsFor(column({ isOptional: true }))).toEqual(['among', 'empty', 'notEmpty']);
    expect(operatorsFor(column({ kind: 'date', field: null }))).toContain('between');
  });
});
