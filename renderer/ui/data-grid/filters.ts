import type { ColumnFilter } from '#contract/view.channels.ts';

import type { FilterOperator, GridColumn, GridFilter } from './grid.types.ts';

export type { ColumnFilter } from '#contract/view.channels.ts';
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
      return ['between', 'before', 'after', 'on', ...blank];
    case 'integer':
    case 'number':
      return ['is', 'more', 'less', 'atLeast', 'atMost', 'range', ...blank];
    default:
      return ['contains', 'startsWith', 'equals', ...blank];
  }
}

type Negatable = Exclude<ColumnFilter, { readonly operator: 'empty' | 'notEmpty' }>;

/** Whether « all but » means something: not for what already has its opposite. */
export function canNegate(filter: ColumnFilter): filter is Negatable {
  return filter.operator !== 'empty' && filter.operator !== 'notEmpty';
}

export function withNegation(filter: Negatable, negated: boolean): ColumnFilter {
  const { isNegated: _before, ...plain } = filter;
  return negated ? { ...plain, isNegated: true } : plain;
}

export function isNegated(filter: ColumnFilter | null): boolean {
  return filter !== null && canNegate(filter) && filter.isNegated === true;
}

function wordsOf(filter: ColumnFilter): readonly [FilterOperator, GridFilter['value']] | null {
  switch (filter.operator) {
    case 'empty':
    case 'notEmpty':
      return [filter.operator, null];
    case 'equals':
      return ['among', [filter.value]];
    case 'on':
      return ['between', [filter.value, filter.value]];
    case 'between':
    case 'range':
      return ['between', [filter.from, filter.to]];
    case 'more':
      return ['after', filter.value];
    case 'less':
      return ['before', filter.value];
    case 'among':
      return filter.values.length === 0 ? null : oneOrSeveral(filter.values);
    default:
      return [filter.operator, filter.value];
  }
}

/** One choice alone is found through its index. */
function oneOrSeveral(values: readonly string[]): readonly [FilterOperator, GridFilter['value']] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? ['is', only] : ['among', values];
}

/** The filters of all columns, as the register understands them. */
export function filtersToSend(filters: ColumnFilters): readonly GridFilter[] {
  return Object.entries(filters).flatMap(([column, filter]) => {
    const words = wordsOf(filter);
    if (words === null) return [];
    return [{ column, operator: words[0], value: words[1], negated: isNegated(filter) }];
  });
}

export function withFilter(
  filters: ColumnFilters,
  key: string,
  filter: ColumnFilter | null,
): ColumnFilters {
  const { [key]: _previous, ...others } = filters;
  return filter === null ? others : { ...others, [key]: filter };
}
