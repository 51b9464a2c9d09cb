import { entityOf } from '#domain/registry.ts';
import type { ChannelOutput } from '#contract/channels.ts';
import type { ExportFormat } from '#interop/exporters.ts';
import type { ColumnKind, ExportOptions, ExportResult, Workbook } from '#interop/table.ts';
import type { Translator } from '#platform/translate.ts';
import type { RegisterKey } from '#repositories/registers/index.ts';
import { registers } from '#repositories/registers/index.ts';
import type { RegisterQuery, RegisterRow } from '#repositories/registers/list.ts';
import {
  countRegister,
  eachRegisterRow,
  listGroups,
  listRegister,
} from '#repositories/registers/list.ts';
import type { GroupBy } from '#repositories/registers/grouping.ts';
import type { Register, RegisterColumn } from '#repositories/registers/register.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { holdsLabels } from './bulk-change.ts';
import type { StoreSession } from './session.ts';
import { exportWorkbook } from './workbooks.ts';

type Translate = Translator['t'];

/** Key of the column that holds identifiers, in exports made to be imported again. */
const ID_COLUMN = 'id';

export interface RegisterExport {
  readonly register: RegisterKey;
  readonly query: RegisterQuery;
  /** Columns in the order wanted; null for all. */
  readonly columns: readonly string[] | null;
  /** Adds each record's identifier as last column, for an import to recognise its row by. */
  readonly withId?: boolean;
  readonly format: ExportFormat;
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly translate: Translate;
}

/** @throws DataError `record.invalid` naming the columns that the register does not have */
function chosenColumns(register: Register, keys: readonly string[] | null): RegisterColumn[] {
  if (keys === null) return [...register.columns];
  const chosen = keys.map((key) => register.columns.find((column) => column.key === key) ?? key);
  const refusals = chosen
    .filter((column) => typeof column === 'string')
    .map((field) => ({ field, rule: 'unknownColumn' }));
  if (refusals.length > 0) {
    throw new DataError('record.invalid', { table: register.table, refusals });
  }
  return chosen.filter((column) => typeof column !== 'string');
}

function exportKind(kind: RegisterColumn['kind']): ColumnKind {
  return kind === 'choice' ? 'text' : kind;
}

function* rowsOf(
  rows: Iterable<RegisterRow>,
  columns: readonly RegisterColumn[],
  { withId = false, translate }: RegisterExport,
): Generator<(string | number | boolean | null)[]> {
  for (const { id, cells } of rows) {
    const values = columns.map(({ key, kind, vocabulary }) => {
      const value = cells[key] ?? null;
      return kind === 'choice' && typeof value === 'string'
        ? translate(`vocabulary:choice.${vocabulary}.${value}`)
        : value;
    });
    yield withId ? [...values, id] : values;
  }
}

/** What lists and forms need to know of a register's columns. */
export function registerColumns(name: RegisterKey): ChannelOutput<'registers:columns'> {
  const register: Register = registers[name];
  return {
    table: register.table,
    hasDates: register.period !== null || register.presentOn !== undefined,
    labelFields: entityOf(register.table).fieldNames.filter((field) =>
      holdsLabels(register.table, field),
    ),
    columns: register.columns.map(({ key, kind, vocabulary, choices, field }) => ({
      key,
      kind,
      vocabulary,
      choices: [...choices],
      field,
      isSortable: true,
    })),
  };
}

/** One page of a register, and how many rows there are in all. */
export function registerPage(
  db: ReadableDb,
  name: RegisterKey,
  query: RegisterQuery & { readonly offset: number; readonly limit: number },
): ChannelOutput<'registers:list'> {
  const { rows, total } = listRegister(db, registers[name], query);
  return { rows: rows.map(({ id, cells }) => ({ id, cells: { ...cells } })), total };
}

/** More groups than anybody would look through, or a window draw at once. */
const MOST_GROUPS = 20_000;

/** The groups of a list, in the order in which its rows then stand; none when they are too many. */
export function registerGroups(
  db: ReadableDb,
  name: RegisterKey,
  query: RegisterQuery,
  groupBy: GroupBy,
): ChannelOutput<'registers:groups'> {
  const groups = listGroups(db, registers[name], query, groupBy);
  return { groups: groups.length > MOST_GROUPS ? [] : groups, count: groups.length };
}

/** A register as a workbook: the columns wanted, in words of the reader's language. */
function registerWorkbook(db: ReadableDb, request: RegisterExport): Workbook {
  const { query, translate } = request;
  const register: Register = registers[request.register];
  const columns = chosenColumns(register, request.columns);
  const title = translate(`registers:${request.register}.name`);
  const rows = eachRegisterRow(
    db,
    register,
    query,
    columns.map((column) => column.key),
  );
  return {
    properties: {
      title,
      author: request.author,
      date: new Date().toISOString(),
      language: request.language,
    },
    labels: { yes: translate('registers:yes'), no: translate('registers:no') },
    tables: [
      {
        name: title,
        title,
        columns: [
          ...columns.map(({ key, kind }) => ({ key, kind: exportKind(kind) })),
          ...(request.withId === true ? [{ key: ID_COLUMN, kind: 'identifier' as const }] : []),
        ].map((column) => ({ ...column, label: translate(`registers:columns.${column.key}`) })),
        rows: rowsOf(rows, columns, request),
        rowCount: countRegister(db, register, query),
      },
    ],
  };
}

/**
 * Writes a register, as it is now, to a file that appears whole or not at all.
 * @throws AppError `export.notWritable`, `export.tooLarge`
 */
export async function exportRegister(
  session: StoreSession,
  path: string,
  request: RegisterExport,
  options: ExportOptions = {},
): Promise<ExportResult> {
  return exportWorkbook(
    session,
    path,
    request.format,
    (db) => registerWorkbook(db, request),
    options,
  );
}
