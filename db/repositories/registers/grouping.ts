import type { Sql } from '#sql/sql.ts';
import { join, sql } from '#sql/sql.ts';

import { columnOf } from './filters.ts';
import type { Register, RegisterColumn } from './register.ts';

/** Puts the rows of a list together by what a column holds; days and moments by their year. */
export interface GroupBy {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

export interface RegisterGroup {
  /** What its rows have in common: text, code of a choice, number or year; null for nothing. */
  readonly value: string | number | boolean | null;
  readonly count: number;
  /** Place of its first row in the whole list. */
  readonly first: number;
}

/** What rows of one group have in common. */
function sharedValue({ kind, value }: RegisterColumn): Sql {
  switch (kind) {
    case 'date':
      return sql`substr(${value}, 1, 4)`;
    case 'dateTime':
      return sql`strftime('%Y', ${value}, 'localtime')`;
    case 'text':
    case 'url':
    case 'identifier':
      return sql`nullif(${value}, '')`;
    default:
      return value;
  }
}

/** Keys that set the groups in order: choices as they are declared, words as French sorts them. */
function orderOf({ kind, choices }: RegisterColumn, shared: Sql): Sql[] {
  if (kind === 'choice' && choices.length > 0) {
    const places = choices.map((choice, place) => sql`WHEN ${choice} THEN ${place}`);
    const place = sql`CASE ${shared} ${join(places, ' ')} ELSE ${choices.length} END`;
    return [place, shared];
  }
  return kind === 'text' || kind === 'url' ? [sql`fold(${shared})`, shared] : [shared];
}

export interface GroupSql {
  readonly shared: Sql;
  /** What the list is sorted by before anything else; rows without a value come last. */
  readonly order: readonly Sql[];
}

/** @throws DataError `record.invalid` naming a column that the register does not have */
export function groupSql(register: Register, { column: key, direction }: GroupBy): GroupSql {
  const column = columnOf(register, key);
  const shared = sharedValue(column);
  const ordered = orderOf(column, shared).map((part) =>
    direction === 'asc' ? sql`${part} ASC` : sql`${part} DESC`,
  );
  return { shared, order: [sql`${shared} IS NULL`, ...ordered] };
}

/** Runs of equal values, as counted from the list itself, as groups. */
export function groupsOf(
  column: RegisterColumn,
  runs: readonly { readonly value: string | number | null; readonly count: number }[],
): RegisterGroup[] {
  let first = 0;
  return runs.map(({ value, count }) => {
    const group = {
      value: column.kind === 'boolean' && value !== null ? value === 1 : value,
      count,
      first,
    };
    first += count;
    return group;
  });
}
