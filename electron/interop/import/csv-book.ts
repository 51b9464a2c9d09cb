import { unescapeCsvText } from '../csv-escape.ts';
import { blocks } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';
import type { Advance, Book, Notes } from './book.ts';
import { announcedSeparator, findDialect } from './csv-dialect.ts';
import { CsvRecords } from './csv-records.ts';
import type { CsvDialect, CsvRecord } from './csv-records.ts';
import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import type { Cell, RawRow, TextDialect } from './sheet.ts';
import { findEncoding, TextReader } from './text-encoding.ts';
import type { FoundEncoding } from './text-encoding.ts';

const SAMPLE_BYTES = 256 * 1024;

/** What a person may set right where detection failed. */
export interface TextOptions {
  readonly encoding?: TextDialect['encoding'] | undefined;
  readonly separator?: string | undefined;
  readonly quote?: '"' | "'" | null | undefined;
}

function toCells(fields: readonly string[]): Cell[] {
  const cells: Cell[] = [];
  let used = 0;
  for (const field of fields) {
    cells.push(field === '' ? null : field.includes("'") ? unescapeCsvText(field) : field);
    if (field !== '') used = cells.length;
  }
  cells.length = used;
  return cells;
}

interface Layout {
  readonly source: ByteSource;
  readonly found: FoundEncoding;
  readonly dialect: CsvDialect;
  /** Characters of the `sep=` line. */
  readonly skipped: number;
  readonly limits: ImportLimits;
}

function toRows(records: readonly CsvRecord[], shift: number, limits: ImportLimits): RawRow[] {
  const rows: RawRow[] = [];
  for (const { number, fields } of records) {
    const cells = toCells(fields);
    if (cells.length === 0) continue;
    if (number > limits.rows)
      throw new ImportError('tooManyRows', { limit: limits.rows, row: number });
    if (cells.length > limits.columns) {
      throw new ImportError('tooManyColumns', { limit: limits.columns, row: number });
    }
    rows.push({ number: number + shift, cells });
  }
  return rows;
}

async function* rowsOf(layout: Layout, notes: Notes, advance: Advance): AsyncGenerator<RawRow[]> {
  const { source, found, dialect, limits } = layout;
  const reader = new TextReader(found.encoding);
  const records = new CsvRecords(dialect, limits.rowCharacters);
  const shift = layout.skipped > 0 ? 1 : 0;
  let skip = layout.skipped;
  let done = found.markBytes;
  for await (const block of blocks(source, found.markBytes)) {
    done += block.length;
    const text = reader.decode(block);
    const rows = toRows(records.feed(skip > 0 ? text.slice(skip) : text), shift, limits);
    skip = 0;
    advance(done, source.size);
    if (rows.length > 0) yield rows;
  }
  const rows = toRows(records.feed(reader.end(), true), shift, limits);
  if (rows.length > 0) yield rows;
  if (reader.broken > 0) notes.add('brokenText', null, reader.broken);
  if (records.firstOdd !== null)
    notes.add('oddQuotes', String(records.firstOdd), records.oddQuotes);
}

/**
 * Opens separated text: encoding, separator and quotes are found from the bytes unless given; the
 * escaping of our own exports is undone. All cells are text. Throws ImportError.
 */
export async function openCsv(
  source: ByteSource,
  name: string,
  limits: ImportLimits,
  options: TextOptions,
): Promise<Book> {
  if (source.size > limits.textBytes)
    throw new ImportError('tooLarge', { limit: limits.textBytes });
  const detected = await findEncoding(source);
  const found = { ...detected, encoding: options.encoding ?? detected.encoding };
  const head = await source.read(found.markBytes, SAMPLE_BYTES);
  const sample = new TextReader(found.encoding).decode(head);
  const announced = announcedSeparator(sample);
  const isWhole = found.markBytes + head.length >= source.size;
  const guessed = findDialect(announced ? sample.slice(announced.length) : sample, isWhole);
  const dialect: CsvDialect = {
    ...guessed,
    separator: options.separator ?? announced?.separator ?? guessed.separator,
    quote: options.quote === undefined ? guessed.quote : options.quote,
  };
  const layout: Layout = { source, found, dialect, skipped: announced?.length ?? 0, limits };
  const lines = sample.split(dialect.lineEnd).length;
  const rowCount = isWhole ? lines : Math.round((lines * source.size) / Math.max(1, head.length));
  return {
    format: 'csv',
    sheets: [{ name, isHidden: false, rowCount, columnCount: 0, merges: [], mergeCount: 0 }],
    warnings: [],
    dialect: { encoding: found.encoding, separator: dialect.separator, quote: dialect.quote },
    rows: (index, notes, advance = () => undefined) => {
      if (index !== 0) throw new ImportError('noSheet', { sheet: index });
      return rowsOf(layout, notes, advance);
    },
    close: () => source.close(),
  };
}
