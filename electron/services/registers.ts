import type { ChannelOutput } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { ExportFormat } from '#interop/exporters.ts';
import { exporters } from '#interop/exporters.ts';
import type { ColumnKind, ExportOptions, ExportResult, Workbook } from '#interop/table.ts';
import { ExportError } from '#interop/table.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translator } from '#platform/translate.ts';
import type { RegisterKey } from '#repositories/registers/index.ts';
import { registers } from '#repositories/registers/index.ts';
import type { RegisterQuery, RegisterRow } from '#repositories/registers/list.ts';
import { countRegister, eachRegisterRow, listRegister } from '#repositories/registers/list.ts';
import type { Register, RegisterColumn } from '#repositories/registers/register.ts';
import type { ReadableDb } from '#sql/sql.ts';

type Translate = Translator['t'];

export interface RegisterExport {
  readonly register: RegisterKey;
  readonly query: RegisterQuery;
  /** Columns in the order wanted; null for all. */
  readonly columns: readonly string[] | null;
  readonly format: ExportFormat;
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly translate: Translate;
}

function chosenColumns(register: Register, keys: readonly string[] | null): RegisterColumn[] {
  if (keys === null) return [...register.columns];
  return keys.flatMap((key) => register.columns.filter((column) => column.key === key));
}

function exportKind(kind: RegisterColumn['kind']): ColumnKind {
  return kind === 'choice' ? 'text' : kind;
}

function* rowsOf(
  rows: Iterable<RegisterRow>,
  columns: readonly RegisterColumn[],
  translate: Translate,
): Generator<(string | number | boolean | null)[]> {
  for (const { cells } of rows) {
    yield columns.map(({ key, kind, vocabulary }) => {
      const value = cells[key] ?? null;
      return kind === 'choice' && typeof value === 'string'
        ? translate(`vocabulary:choice.${vocabulary}.${value}`)
        : value;
    });
  }
}

/** What lists and forms need to know of a register's columns. */
export function registerColumns(name: RegisterKey): ChannelOutput<'registers:columns'> {
  const register: Register = registers[name];
  return {
    table: register.table,
    hasDates: register.period !== null,
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

/** A register as a workbook: the columns wanted, in words of the reader's language. */
export function registerWorkbook(db: ReadableDb, request: RegisterExport): Workbook {
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
        columns: columns.map(({ key, kind }) => ({
          key,
          kind: exportKind(kind),
          label: translate(`registers:columns.${key}`),
        })),
        rows: rowsOf(rows, columns, translate),
        rowCount: countRegister(db, register, query),
      },
    ],
  };
}

/** Writes a register to a file; the file appears whole or not at all. */
export async function exportRegister(
  db: ReadableDb,
  path: string,
  request: RegisterExport,
  options: ExportOptions = {},
): Promise<ExportResult> {
  const workbook = registerWorkbook(db, request);
  try {
    return await writeFileInto(path, (sink) =>
      exporters[request.format].write(workbook, sink, options),
    );
  } catch (error) {
    if (error instanceof ExportError)
      throw new AppError('export.tooLarge', { path }, { cause: error });
    throw error;
  }
}
