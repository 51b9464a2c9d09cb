import type { FilterOperator } from '#domain/filter-operators.ts';
import { DataError } from '#sql/errors.ts';
import { foldText, wordPatterns } from '#sql/fold.ts';
import type { Sql, SqlValue } from '#sql/sql.ts';
import { join, list, sql } from '#sql/sql.ts';

import type { Register, RegisterColumn } from './register.ts';

type Scalar = string | number | boolean | null;

export interface RegisterFilter {
  readonly column: string;
  readonly operator: FilterOperator;
  /** A list for `among`, both ends of a period or range (which belong to it) for `between`. */
  readonly value: Scalar | readonly (string | number | boolean)[];
  /** Keeps what the filter would leave out, rows without a value included. */
  readonly negated?: boolean;
}

/** @throws DataError `record.invalid` naming a column that the register does not have */
export function columnOf(register: Register, key: string): RegisterColumn {
  const column = register.columns.find((candidate) => candidate.key === key);
  if (column === undefined) throw refused(register, key, 'unknownColumn');
  return column;
}

function refused(register: Register, field: string, rule: string): DataError {
  return new DataError('record.invalid', { table: register.table, refusals: [{ field, rule }] });
}

/** Each word typed must be in the text, in any order. */
export function holdsWords(folded: Sql, text: string): Sql[] {
  return wordPatterns(text).map((pattern) => sql`${folded} LIKE ${pattern} ESCAPE '\\'`);
}

function isList(value: RegisterFilter['value']): value is readonly (string | number | boolean)[] {
  return Array.isArray(value);
}

function sqlValueOf(value: Scalar): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

const isWords = ({ kind }: RegisterColumn): boolean => kind === 'text' || kind === 'url';

/** The value as a person compares it: words without case and accents, moments by their local day. */
function comparable(column: RegisterColumn, given: readonly SqlValue[]): Sql {
  const areDays = given.every((value) => typeof value === 'string' && value.length <= 10);
  if (column.kind === 'dateTime' && areDays) return sql`date(${column.value}, 'localtime')`;
  return column.value;
}

function startsWith(column: RegisterColumn, text: string): Sql {
  const typed = column.kind === 'identifier' ? text.replaceAll(/[\s.]/g, '') : text;
  const start = foldText(typed).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql`fold(${column.value}) LIKE ${`${start}%`} ESCAPE '\\'`;
}

function among(column: RegisterColumn, values: readonly Scalar[]): Sql {
  if (!isWords(column)) return sql`${column.value} IN ${list(values.map(sqlValueOf))}`;
  const folded = values.map((value) => foldText(String(value)));
  return sql`fold(${column.value}) IN ${list(folded)}`;
}

function positive(register: Register, column: RegisterColumn, filter: RegisterFilter): Sql {
  const { operator, value: asked } = filter;
  const wantsList = operator === 'among' || operator === 'between';
  if (wantsList !== isList(asked)) throw refused(register, column.key, 'invalid');
  if (isList(asked)) {
    if (operator === 'among') return among(column, asked);
    const [from, to, ...more] = asked.map(sqlValueOf);
    if (from === undefined || to === undefined || more.length > 0) {
      throw refused(register, column.key, 'invalid');
    }
    return sql`${comparable(column, [from, to])} BETWEEN ${from} AND ${to}`;
  }
  const { value } = column;
  const given = sqlValueOf(asked);
  const compared = comparable(column, [given]);
  switch (operator) {
    case 'contains':
      return join([sql`1`, ...holdsWords(sql`fold(${value})`, String(asked ?? ''))], ' AND ');
    case 'startsWith':
      return startsWith(column, String(asked ?? ''));
    case 'is':
      return given === null ? sql`${value} IS NULL` : sql`${value} = ${given}`;
    case 'isNot':
      return given === null ? sql`${value} IS NOT NULL` : sql`${value} IS NOT ${given}`;
    case 'empty':
      return sql`coalesce(${value}, '') = ''`;
    case 'notEmpty':
      return sql`coalesce(${value}, '') <> ''`;
    case 'before':
      return sql`${compared} < ${given}`;
    case 'after':
      return sql`${compared} > ${given}`;
    case 'atMost':
      return sql`${compared} <= ${given}`;
    case 'atLeast':
      return sql`${compared} >= ${given}`;
    default:
      throw new TypeError('unknown operator');
  }
}

/** What a filter asks of a row. @throws DataError `record.invalid` naming the column */
export function conditionOf(register: Register, filter: RegisterFilter): Sql {
  const condition = positive(register, columnOf(register, filter.column), filter);
  return filter.negated === true ? sql`NOT coalesce((${condition}), 0)` : condition;
}
