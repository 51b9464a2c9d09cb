import { Notes } from './book.ts';
import type { Advance, Book, BookSheet } from './book.ts';
import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import type { RawRow } from './sheet.ts';
import { XlsxOutline } from './xlsx-outline.ts';
import type { XlsxLayout } from './xlsx-parts.ts';
import { readXlsxLayout } from './xlsx-parts.ts';
import { XlsxRowScanner } from './xlsx-rows.ts';
import type { XlsxShared } from './xlsx-rows.ts';
import { SharedStrings } from './xlsx-strings.ts';
import { XmlDecoder } from './xml.ts';
import type { CheckedZip } from './zip-check.ts';
import type { ZipEntry } from './zip-directory.ts';

async function readStrings(
  zip: CheckedZip,
  entry: ZipEntry | null,
  limits: ImportLimits,
): Promise<readonly string[]> {
  if (!entry) return [];
  const decoder = new XmlDecoder();
  const shared = new SharedStrings(limits.sharedCharacters);
  for await (const block of zip.inflate(entry)) shared.feed(decoder.decode(block));
  return shared.end();
}

/** Goes once through each sheet: checks its bytes, and finds what stands after its rows. */
async function outlines(zip: CheckedZip, layout: XlsxLayout): Promise<BookSheet[]> {
  const sheets: BookSheet[] = [];
  for (const { name, isHidden, entry } of layout.sheets) {
    const outline = new XlsxOutline();
    for await (const block of zip.inflate(entry)) outline.feed(block);
    sheets.push({ name, isHidden, ...outline.end() });
  }
  return sheets;
}

/** What a package carries besides cells. */
export function packageNotes(zip: CheckedZip): Notes {
  const notes = new Notes(null);
  for (const { name } of zip.entries) {
    if (/(?:^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name)) notes.add('macros', name);
    if (/\/externalLinks\/[^/]+\.xml$/i.test(name)) notes.add('externalLinks', name);
    if (/\/embeddings\/|^Object \d+\/$/i.test(name)) notes.add('embeddedFiles', name);
  }
  return notes;
}

async function* rowsOf(
  zip: CheckedZip,
  entry: ZipEntry,
  scanner: XlsxRowScanner,
  advance: Advance,
): AsyncGenerator<RawRow[]> {
  const decoder = new XmlDecoder();
  let done = 0;
  for await (const block of zip.inflate(entry)) {
    done += block.length;
    const rows = scanner.feed(decoder.decode(block));
    advance(done, entry.size);
    if (rows.length > 0) yield rows;
  }
  scanner.end();
}

/**
 * Opens an Office Open XML workbook whose every part has the size and CRC announced. Throws
 * ImportError, or Declined for constructions that only the library knows.
 */
export async function openXlsx(
  zip: CheckedZip,
  workbook: ZipEntry,
  limits: ImportLimits,
): Promise<Book> {
  const layout = await readXlsxLayout(zip, workbook, limits);
  const shared: XlsxShared = {
    strings: await readStrings(zip, layout.strings, limits),
    formats: layout.formats,
    is1904: layout.is1904,
  };
  const sheets = await outlines(zip, layout);
  await zip.verifyAll();
  return {
    format: 'xlsx',
    sheets,
    warnings: packageNotes(zip).list(),
    dialect: null,
    rows: (index, notes, advance = () => undefined) => {
      const sheet = layout.sheets[index];
      if (!sheet) throw new ImportError('noSheet', { sheet: index });
      return rowsOf(zip, sheet.entry, new XlsxRowScanner(shared, limits, notes), advance);
    },
    close: () => Promise.resolve(),
  };
}
