import type { FilterOperator, GridColumn, GridFilter } from './grid.types.ts';

/** What the filter of one column says; several choices are one filter for the person. */
export type ColumnFilter =
  | { readonly operator: 'empty' | 'notEmpty' }
  | { readonly operator: 'contains' | 'before' | 'after'; readonly value: string }
  | { readonly operator: 'more' | 'less'; readonly value: number }
  | { readonly operator: 'between'; readonly from: string; readonly to: string }
  | { readonly operator: 'among'; readonly values: readonly string[] }
  | { readonly operator: 'is'; readonly value: string | number | boolean };

export type ColumnFilters = Readonly<Record<string, ColumnFilter>>;

/** How a column can be filtered, the usual way first. */
export function operatorsFor(column: GridColumn): readonly ColumnFilter['operator'][] {
  const blank = column.field === null || column.isOptional ? (['empty', 'notEmpty'] as const) : [];
  switch (column.kind) {
    case 'choice':
      return ['among', ...blank];
    case 'boolean':
      return ['is'];
    case 'date':
    case 'dateTime':
      return ['between', 'before', 'after', ...blank];
    case 'integer':
    case 'number':
      return ['is', 'more', 'less', ...blank];
    default:
      return ['contains', ...blank];
  }
}

/** The register's « before » and « after » leave the day itself out; a period keeps both its ends. */
function dayBeside(day: string, step: 1 | -1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}

function sentFor(key: string, filter: ColumnFilter, column: GridColumn | undefined): GridFilter[] {
  const say = (operator: FilterOperator, value: GridFilter['value'] = null): GridFilter => ({
    column: key,
    operator,
    value,
  });
  switch (filter.operator) {
    case 'empty':
    case 'notEmpty':
      return [say(filter.operator)];
    case 'between':
      return [say('after', dayBeside(filter.from, -1)), say('before', dayBeside(filter.to, 1))];
    case 'more':
      return [say('after', filter.value)];
    case 'less':
      return [say('before', filter.value)];
    case 'among': {
      const [only] = filter.values;
      if (only === undefined) return [];
      if (filter.values.length === 1) return [say('is', only)];
      // The register knows « is » and « is not »: several choices are all but the others.
      const others = (column?.choices ?? []).filter(({ value }) => !filter.values.includes(value));
      return [say('notEmpty'), ...others.map(({ value }) => say('isNot', value))];
    }
    default:
      return [say(filter.operator, filter.value)];
  }
}

/** The filters of all columns, as the register understands them. */
export function filtersToSend(
  filters: ColumnFilters,
  columns: readonly GridColumn[],
): readonly GridFilter[] {
  return Object.entries(filters).flatMap(([key, filter]) =>
    sentFor(
      key,
      filter,
      columns.find((column) => column.key === key),
    ),
  );
}

export function withFilter(
  filters: ColumnFilters,
  key: string,
  filter: ColumnFilter | null,
): ColumnFilters {
  const { [key]: _previous, ...others } = filters;
  return filter === null ? others : { ...others, [key]: filter };
}
