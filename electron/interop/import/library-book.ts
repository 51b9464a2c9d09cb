import type { CellObject, WorkBook, WorkSheet } from 'xlsx';
import { read, set_cptable } from 'xlsx';
import * as codePages from 'xlsx/dist/cpexcel.full.mjs';

import type { Book } from './book.ts';
import { Notes } from './book.ts';
import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { memoryBook } from './memory-book.ts';
import type { MemorySheet } from './memory-book.ts';
import { errorCell, numberCell, withFormula } from './number-cell.ts';
import { formatOfCode } from './number-formats.ts';
import type { NumberFormat } from './number-formats.ts';
import { cellAddress, trimmedCells } from './sheet.ts';
import type { Cell, ImportFormat, MergedRange, RawRow } from './sheet.ts';

/** How binary files number their errors. */
const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);
const MOST_MERGES = 10_000;
// Files of before 1997 have their text in a code page of their country.
set_cptable(codePages);
const formats = new Map<string, NumberFormat | null>();

function formatOf(code: unknown): NumberFormat | null {
  if (typeof code !== 'string' || code === 'General') return null;
  const known = formats.get(code);
  if (known !== undefined) return known;
  const format = formatOfCode(code);
  formats.set(code, format);
  return format;
}

function valueOf(cell: CellObject, is1904: boolean): Cell {
  const value = cell.v;
  switch (cell.t) {
    case 'n':
      return typeof value === 'number' ? numberCell(value, formatOf(cell.z), is1904) : null;
    case 'b':
      return value === true;
    case 'e':
      return errorCell(ERRORS.get(Number(value)) ?? '#N/A');
    case 'd':
      return value instanceof Date
        ? { kind: 'date', value: value.toISOString().slice(0, 19) }
        : null;
    case 's':
      return typeof value === 'string' && value !== '' ? value.replace(/\r\n?/g, '\n') : null;
    default:
      return null;
  }
}

function toCell(cell: CellObject, is1904: boolean, notes: Notes, place: () => string): Cell {
  const plain = valueOf(cell, is1904);
  if (cell.t === 'e') notes.add('errorCells', place);
  if (cell.f === undefined) return plain;
  if (plain === null && cell.t !== 's') notes.add('formulaWithoutValue', place);
  return withFormula(plain);
}

function rowsOf(sheet: WorkSheet, is1904: boolean, notes: Notes, limits: ImportLimits): RawRow[] {
  const rows: RawRow[] = [];
  for (const [at, line] of (sheet['!data'] ?? []).entries()) {
    if (line === undefined) continue;
    const number = at + 1;
    if (line.length > limits.columns) {
      throw new ImportError('tooManyColumns', { limit: limits.columns, row: number });
    }
    const cells = trimmedCells(
      Array.from(line, (cell: CellObject | undefined, column) =>
        cell === undefined ? null : toCell(cell, is1904, notes, () => cellAddress(column, number)),
      ),
    );
    if (cells.length === 0) continue;
    if (number > limits.rows)
      throw new ImportError('tooManyRows', { limit: limits.rows, row: number });
    const isHidden = sheet['!rows']?.[at]?.hidden === true;
    if (isHidden) notes.add('hiddenRows', String(number));
    rows.push(isHidden ? { number, cells, isHidden } : { number, cells });
  }
  return rows;
}

function mergesOf(sheet: WorkSheet): MergedRange[] {
  return (sheet['!merges'] ?? []).slice(0, MOST_MERGES).map(({ s, e }) => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c,
    lastColumn: e.c,
  }));
}

function parse(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: true,
      cellStyles: true,
      bookVBA: false,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) throw new ImportError('encrypted', {}, { cause: error });
    throw new ImportError('damaged', { reason: 'library' }, { cause: error });
  }
}

/**
 * Legacy and odd files, through the xlsx library: all in memory, deaf to signals, so only in a
 * process that may be killed. ZIPs must have been verified before. Throws ImportError.
 */
export function openWithLibrary(bytes: Buffer, format: ImportFormat, limits: ImportLimits): Book {
  const book = parse(bytes);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const general = new Notes(null);
  if (bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le'))) general.add('macros');
  const sheets: MemorySheet[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    // Chart and macro sheets have no cells of their own.
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue;
    const notes = new Notes(name);
    sheets.push({
      name,
      isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows: rowsOf(sheet, is1904, notes, limits),
      merges: mergesOf(sheet),
      mergeCount: sheet['!merges']?.length ?? 0,
      warnings: notes.list(),
    });
  }
  return memoryBook(format, sheets, limits, general.list());
}
