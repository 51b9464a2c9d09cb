import { describe, expect, test } from 'vitest';

import { filtersToSend, operatorsFor, withFilter } from '#ui/data-grid/filters.ts';
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
  isOptional: false,
  isSortable: true,
  ...patch,
});

describe('filters of a list', () => {
  test('one choice is asked for by name, several as all but the others', () => {
    const columns = [column({})];
    expect(filtersToSend({ kind: { operator: 'among', values: ['buyer'] } }, columns)).toEqual([
      { column: 'kind', operator: 'is', value: 'buyer' },
    ]);
    expect(
      filtersToSend({ kind: { operator: 'among', values: ['buyer', 'platform'] } }, columns),
    ).toEqual([
      { column: 'kind', operator: 'notEmpty', value: null },
      { column: 'kind', operator: 'isNot', value: 'company' },
      { column: 'kind', operator: 'isNot', value: 'institution' },
    ]);
  });

  test('a period keeps both of its days', () => {
    expect(
      filtersToSend({ dueOn: { operator: 'between', from: '2017-03-01', to: '2017-12-31' } }, []),
    ).toEqual([
      { column: 'dueOn', operator: 'after', value: '2017-02-28' },
      { column: 'dueOn', operator: 'before', value: '2018-01-01' },
    ]);
  });

  test('each column has at most one filter, and taking it away leaves the others', () => {
    const first = withFilter({}, 'a', { operator: 'contains', value: 'x' });
    const both = withFilter(first, 'b', { operator: 'empty' });
    const changed = withFilter(both, 'a', { operator: 'contains', value: 'y' });
    expect(filtersToSend(changed, [])).toHaveLength(2);
    expect(withFilter(changed, 'a', null)).toEqual({ b: { operator: 'empty' } });
  });

  test('what cannot be empty is not asked whether it is', () => {
    expect(operatorsFor(column({}))).toEqual(['among']);
    expect(operatorsFor(column({ isOptional: true }))).toEqual(['among', 'empty', 'notEmpty']);
    expect(operatorsFor(column({ kind: 'date', field: null }))).toContain('between');
  });
});
