import { Notes } from './book.ts';
import type { Book, BookSheet } from './book.ts';
import { guessHeader } from './header-rows.ts';
import type { ImportLimits } from './limits.ts';
import { readRows } from './read-rows.ts';
import { cellAddress } from './sheet.ts';
import type { ImportWarning, RawRow, ReadWorkbook, Row, SheetInfo } from './sheet.ts';

const SAMPLE = 60;
const PREVIEW = 30;
/** Sheets looked into when the file is opened; the others when they are read. */
const MOST_SAMPLED = 60;

/** Bytes that looking into sheets may cost: in ODS all sheets before one are gone through again. */
const MOST_BYTES = 512 * 1024 * 1024;

async function firstRows(book: Book, sheet: number, spent: { bytes: number }): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  if (sheet >= MOST_SAMPLED || spent.bytes > MOST_BYTES) return rows;
  let read = 0;
  const advance = (done: number): void => {
    read = done;
  };
  for await (const some of book.rows(sheet, new Notes(null), advance)) {
    rows.push(...some.slice(0, SAMPLE - rows.length));
    if (rows.length >= SAMPLE) break;
  }
  spent.bytes += read;
  return rows;
}

async function preview(
  rows: readonly RawRow[],
  book: Book,
  info: Omit<SheetInfo, 'preview'>,
  limits: ImportLimits,
): Promise<Row[]> {
  const known = {
    ...book,
    rows: async function* () {
      yield rows.slice(0, PREVIEW);
    },
  };
  const found: Row[] = [];
  for await (const some of readRows(known, info.index, info.header, limits, new Notes(null))) {
    found.push(...some);
  }
  // The last of these rows is not the end of the table, unless the sample was all.
  return rows.length <= PREVIEW
    ? found
    : found.map((row) => (row.role === 'totals' ? { ...row, role: 'data' } : row));
}

function sheetNotes({ name, isHidden, merges, mergeCount }: BookSheet): ImportWarning[] {
  const notes = new Notes(name);
  if (isHidden) notes.add('hiddenSheet', name);
  const [first] = merges;
  const merged = Math.max(mergeCount, merges.length);
  if (merged > 0) {
    notes.add(
      'mergedCells',
      first
        ? `${cellAddress(first.firstColumn, first.firstRow)}:${cellAddress(first.lastColumn, first.lastRow)}`
        : null,
      merged,
    );
  }
  return notes.list();
}

/** What the file holds, with the first rows of its sheets. Throws ImportError. */
export async function describeBook(book: Book, limits: ImportLimits): Promise<ReadWorkbook> {
  const sheets: SheetInfo[] = [];
  const warnings = [...book.warnings];
  const spent = { bytes: 0 };
  for (const [index, sheet] of book.sheets.entries()) {
    const { name, isHidden, merges } = sheet;
    const rows = await firstRows(book, index, spent);
    const last = rows.at(-1)?.number ?? 0;
    const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const info = {
      index,
      name,
      isHidden,
      rowCount: rows.length < SAMPLE ? last : Math.max(sheet.rowCount, last),
      columnCount: Math.max(sheet.columnCount, widest),
      header: guessHeader(rows, merges),
    };
    sheets.push({ ...info, preview: await preview(rows, book, info, limits) });
    warnings.push(...sheetNotes(sheet));
  }
  if (sheets.length === 0) warnings.push({ code: 'noSheet', sheet: null, count: 1, first: null });
  return { format: book.format, sheets, warnings, dialect: book.dialect };
}
