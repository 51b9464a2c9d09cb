import type { Advance, Book, BookSheet, Notes } from './book.ts';
import { Declined, ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { OdsOutline } from './ods-outline.ts';
import { OdsRowScanner } from './ods-rows.ts';
import type { ImportWarning, MergedRange, RawRow } from './sheet.ts';
import { packageNotes } from './xlsx-book.ts';
import { plainMarkup, XmlDecoder } from './xml.ts';
import type { CheckedZip } from './zip-check.ts';

const MOST_MANIFEST = 16 * 1024 * 1024;
const MOST_MERGES = 10_000;

/** The content part, from the start each time it is called. */
interface Content {
  readonly size: number;
  readonly blocks: () => AsyncIterable<Buffer>;
}

async function* rowsOf(
  content: Content,
  scanner: OdsRowScanner,
  advance: Advance,
): AsyncGenerator<RawRow[]> {
  const decoder = new XmlDecoder();
  let done = 0;
  for await (const block of content.blocks()) {
    done += block.length;
    const rows = scanner.feed(decoder.decode(block));
    advance(done, content.size);
    if (rows.length > 0) yield rows;
    if (scanner.isDone) break;
  }
  scanner.end();
}

async function bookOf(
  content: Content,
  warnings: readonly ImportWarning[],
  limits: ImportLimits,
): Promise<Book> {
  const outline = new OdsOutline(limits);
  const decoder = new XmlDecoder();
  for await (const block of content.blocks()) outline.feed(decoder.decode(block));
  const merges: MergedRange[][] = [];
  const sheets: BookSheet[] = outline.end().map(({ name, isHidden, rowCount }) => {
    const known: MergedRange[] = [];
    merges.push(known);
    return { name, isHidden, rowCount, columnCount: 0, merges: known, mergeCount: 0 };
  });
  return {
    format: 'ods',
    sheets,
    warnings,
    dialect: null,
    rows: (index: number, notes: Notes, advance: Advance = () => undefined) => {
      const known = merges[index];
      if (!known) throw new ImportError('noSheet', { sheet: index });
      known.length = 0;
      const scanner = new OdsRowScanner(index, limits, notes, (range) => {
        if (known.length < MOST_MERGES) known.push(range);
      });
      return rowsOf(content, scanner, advance);
    },
    close: () => Promise.resolve(),
  };
}

/** True for a package whose parts are encrypted, by its manifest. */
async function isEncrypted(zip: CheckedZip): Promise<boolean> {
  const manifest = zip.find('META-INF/manifest.xml');
  if (!manifest) return false;
  const text = plainManifest(await zip.text(manifest, MOST_MANIFEST));
  return /<(?:\w+:)?encryption-data[\s/>]/.test(text);
}

/** Old writers name the manifest's document type, without declaring anything in it. */
function plainManifest(text: string): string {
  return plainMarkup(text.replace(/<!DOCTYPE\s+manifest:manifest[^[\]<>]*>/, ''));
}

/**
 * Opens an OpenDocument spreadsheet whose every part has the size and CRC announced. Merged ranges
 * are known as far as a sheet was read. Throws ImportError or Declined.
 */
export async function openOds(zip: CheckedZip, limits: ImportLimits): Promise<Book> {
  if (await isEncrypted(zip)) throw new ImportError('encrypted');
  const entry = zip.find('content.xml');
  if (!entry) throw new ImportError('damaged', { reason: 'part', name: 'content.xml' });
  const content = { size: entry.size, blocks: () => zip.inflate(entry) };
  const book = await bookOf(content, packageNotes(zip).list(), limits);
  await zip.verifyAll();
  return book;
}

/** Opens an OpenDocument spreadsheet that is one XML file (`.fods`). */
export async function openFlatOds(bytes: Buffer, limits: ImportLimits): Promise<Book> {
  const step = 256 * 1024;
  const content = {
    size: bytes.length,
    blocks: async function* () {
      for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
    },
  };
  if (bytes.length > limits.inflatedBytes) throw new ImportError('tooLarge');
  if (!bytes.includes('<office:spreadsheet')) throw new Declined('no spreadsheet');
  return bookOf(content, [], limits);
}
