import type { Advance, Book, Notes } from './book.ts';
import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import type { ImportFormat, ImportWarning, MergedRange, RawRow } from './sheet.ts';

const BATCH = 500;

/** A sheet that is held whole: small formats, and what the library read. */
export interface MemorySheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
  readonly isHidden?: boolean;
  readonly merges?: readonly MergedRange[];
  readonly mergeCount?: number;
  /** Said when the sheet is read. */
  readonly warnings?: readonly ImportWarning[];
}

/** Throws ImportError `tooManyRows`, `tooManyColumns`, `tooManySheets`. */
export function memoryBook(
  format: ImportFormat,
  sheets: readonly MemorySheet[],
  limits: ImportLimits,
  warnings: readonly ImportWarning[] = [],
): Book {
  if (sheets.length > limits.sheets)
    throw new ImportError('tooManySheets', { limit: limits.sheets });
  for (const { rows } of sheets) {
    if (rows.length > limits.rows) throw new ImportError('tooManyRows', { limit: limits.rows });
    const wide = rows.find(({ cells }) => cells.length > limits.columns);
    if (wide) throw new ImportError('tooManyColumns', { limit: limits.columns, row: wide.number });
  }
  async function* rowsOf(
    sheet: MemorySheet,
    notes: Notes,
    advance: Advance,
  ): AsyncGenerator<RawRow[]> {
    for (const { code, first, count } of sheet.warnings ?? []) notes.add(code, first, count);
    for (let at = 0; at < sheet.rows.length; at += BATCH) {
      yield sheet.rows.slice(at, at + BATCH);
      advance(Math.min(at + BATCH, sheet.rows.length), sheet.rows.length);
    }
  }
  return {
    format,
    sheets: sheets.map(({ name, rows, isHidden = false, merges = [], mergeCount }) => ({
      name,
      isHidden,
      rowCount: rows.at(-1)?.number ?? 0,
      columnCount: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
      merges,
      mergeCount: mergeCount ?? merges.length,
    })),
    warnings,
    dialect: null,
    rows: (index, notes, advance = () => undefined) => {
      const sheet = sheets[index];
      if (!sheet) throw new ImportError('noSheet', { sheet: index });
      return rowsOf(sheet, notes, advance);
    },
    close: () => Promise.resolve(),
  };
}
