import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Notes } from '#interop/import/book.ts';
import type { TextOptions } from '#interop/import/csv-book.ts';
import { describeBook } from '#interop/import/describe-book.ts';
import { ImportError } from '#interop/import/import-error.ts';
import { defaultLimits } from '#interop/import/limits.ts';
import type { ImportLimits } from '#interop/import/limits.ts';
import { openBook } from '#interop/import/open-book.ts';
import { readRows } from '#interop/import/read-rows.ts';
import type { Cell, ImportWarning, ReadWorkbook, Row } from '#interop/import/sheet.ts';

export interface Found {
  readonly workbook: ReadWorkbook;
  readonly rows: readonly Row[];
  /** Of the workbook and of the sheet read. */
  readonly warnings: readonly ImportWarning[];
}

interface Wanted {
  readonly sheet?: number;
  readonly limits?: Partial<ImportLimits>;
  readonly text?: TextOptions;
  readonly name?: string;
}

export function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../../../fixtures/import', name));
}

/** Opens bytes and reads one sheet whole, in this very process. */
export async function readAll(bytes: Uint8Array | string, wanted: Wanted = {}): Promise<Found> {
  const limits = { ...defaultLimits, ...wanted.limits };
  const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const name = wanted.name ?? 'essai.csv';
  const book = await openBook({ kind: 'bytes', bytes: data, name }, limits, wanted.text);
  const workbook = await describeBook(book, limits);
  const sheet = wanted.sheet ?? 0;
  const info = workbook.sheets[sheet];
  const notes = new Notes(info?.name ?? null);
  const rows: Row[] = [];
  for await (const some of readRows(book, sheet, info?.header ?? null, limits, notes)) {
    rows.push(...some);
  }
  await book.close();
  return { workbook, rows, warnings: [...workbook.warnings, ...notes.list()] };
}

export function cellsOf(rows: readonly Row[]): (readonly Cell[])[] {
  return rows.map(({ cells }) => cells);
}

/** The code that reading is refused with; fails when it is not refused. */
export async function refusal(bytes: Uint8Array | string, wanted: Wanted = {}): Promise<string> {
  try {
    await readAll(bytes, wanted);
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  throw new Error('the file was read');
}
