import { basename, extname } from 'node:path';

import type { Book } from './book.ts';
import { blocks, openSource } from './byte-source.ts';
import type { ByteSource, ImportSource } from './byte-source.ts';
import { openCsv } from './csv-book.ts';
import type { TextOptions } from './csv-book.ts';
import { detectKind } from './detect-format.ts';
import { openHtml } from './html-book.ts';
import { Declined, ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { openFlatOds, openOds } from './ods-book.ts';
import type { ImportFormat } from './sheet.ts';
import { findEncoding, TextReader } from './text-encoding.ts';
import { openVcard } from './vcard-book.ts';
import { findWorkbook } from './xlsx-parts.ts';
import { openXlsx } from './xlsx-book.ts';
import { CheckedZip } from './zip-check.ts';

const HEAD = 8192;
/** Text formats that are held whole. */
const MOST_HELD = 64 * 1024 * 1024;
const ODS_TYPE = /^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?\s*$/;

async function whole(source: ByteSource, most: number): Promise<Buffer> {
  if (source.size > most) throw new ImportError('tooLarge', { limit: most });
  const bytes = await source.read(0, source.size);
  if (bytes.length !== source.size) throw new ImportError('fileUnreadable');
  return bytes;
}

async function wholeText(source: ByteSource, most: number): Promise<string> {
  if (source.size > most) throw new ImportError('tooLarge', { limit: most });
  const { encoding, markBytes } = await findEncoding(source);
  const reader = new TextReader(encoding);
  let text = '';
  for await (const block of blocks(source, markBytes)) text += reader.decode(block);
  return text + reader.end();
}

/** The library comes in only where it is needed: loading it takes longer than reading a sheet. */
async function withLibrary(
  bytes: Buffer,
  format: ImportFormat,
  limits: ImportLimits,
): Promise<Book> {
  const { openWithLibrary } = await import('./library-book.ts');
  return openWithLibrary(bytes, format, limits);
}

function checkForLibrary(zip: CheckedZip, limits: ImportLimits): Promise<void> {
  if (zip.inflatedBytes > limits.libraryBytes) {
    throw new ImportError('tooLarge', { limit: limits.libraryBytes });
  }
  return zip.verifyAll();
}

async function scanned(
  zip: CheckedZip,
  bytes: Buffer,
  limits: ImportLimits,
  format: 'xlsx' | 'ods',
  open: () => Promise<Book>,
): Promise<Book> {
  try {
    const book = await open();
    return withFallback(book, zip, bytes, limits, format);
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    await checkForLibrary(zip, limits);
    return withLibrary(bytes, format, limits);
  }
}

/** A construction that only the library knows may turn up within the rows of any sheet. */
function withFallback(
  book: Book,
  zip: CheckedZip,
  bytes: Buffer,
  limits: ImportLimits,
  format: 'xlsx' | 'ods',
): Book {
  let fallback: Book | null = null;
  return {
    ...book,
    rows: async function* (index, notes, advance) {
      let last = 0;
      if (fallback === null) {
        try {
          for await (const rows of book.rows(index, notes, advance)) {
            last = rows.at(-1)?.number ?? last;
            yield rows;
          }
          return;
        } catch (error) {
          if (!(error instanceof Declined)) throw error;
        }
        await checkForLibrary(zip, limits);
        fallback = await withLibrary(bytes, format, limits);
      }
      const name = book.sheets[index]?.name;
      const same = fallback.sheets.findIndex((sheet) => sheet.name === name);
      for await (const rows of fallback.rows(same, notes, advance)) {
        const rest = last === 0 ? rows : rows.filter(({ number }) => number > last);
        if (rest.length > 0) yield rest;
      }
    },
  };
}

async function openZip(bytes: Buffer, limits: ImportLimits): Promise<Book> {
  const zip = new CheckedZip(bytes, limits);
  const workbook = await findWorkbook(zip);
  if (workbook) return scanned(zip, bytes, limits, 'xlsx', () => openXlsx(zip, workbook, limits));
  const type = zip.find('mimetype');
  if (type !== null && zip.find('content.xml') !== null) {
    const found = await zip.text(type, 1024);
    if (!ODS_TYPE.test(found)) throw new ImportError('notASpreadsheet', { what: 'document' });
    return scanned(zip, bytes, limits, 'ods', () => openOds(zip, limits));
  }
  if (zip.find('xl/workbook.bin') !== null) {
    await checkForLibrary(zip, limits);
    return withLibrary(bytes, 'xlsb', limits);
  }
  const names = zip.entries.map(({ name }) => name);
  if (names.some((name) => /\.(?:xls[xmb]?|ods|csv|tsv|zip)$/i.test(name))) {
    throw new ImportError('nestedZip');
  }
  const what = zip.find('[Content_Types].xml') === null ? 'archive' : 'document';
  throw new ImportError('notASpreadsheet', { what });
}

function openCompound(bytes: Buffer, limits: ImportLimits): Promise<Book> {
  // Searched as bytes: a search as UTF-16 text never ends where memory is not aligned.
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw new ImportError('encrypted');
  if (!holds('Workbook') && !holds('Book')) {
    throw new ImportError('notASpreadsheet', { what: 'document' });
  }
  return withLibrary(bytes, 'xls', limits);
}

async function openKnown(
  source: ByteSource,
  name: string,
  limits: ImportLimits,
  options: TextOptions,
): Promise<Book> {
  const kind = detectKind(await source.read(0, HEAD));
  switch (kind) {
    case 'zip':
      return openZip(await whole(source, limits.fileBytes), limits);
    case 'compound':
      return openCompound(await whole(source, limits.fileBytes), limits);
    case 'biff':
      return withLibrary(await whole(source, limits.fileBytes), 'xls', limits);
    case 'flatOds':
      return openFlatOds(await whole(source, limits.fileBytes), limits);
    case 'spreadsheetml': {
      const bytes = await whole(source, MOST_HELD);
      if (/<!(?:DOCTYPE|ENTITY)/i.test(bytes.toString('latin1'))) {
        throw new ImportError('forbiddenXml', { reason: 'dtd' });
      }
      return withLibrary(bytes, 'spreadsheetml', limits);
    }
    case 'vcard':
      return openVcard(await wholeText(source, MOST_HELD), name, limits);
    case 'html':
      return openHtml(await wholeText(source, MOST_HELD), name, limits);
    case 'text':
      return openCsv(source, name, limits, options);
  }
}

/** Opens any file that holds tables, told by its content. Throws ImportError. */
export async function openBook(
  from: ImportSource,
  limits: ImportLimits,
  options: TextOptions = {},
): Promise<Book> {
  const path = from.kind === 'path' ? from.path : from.name;
  const source = await openSource(from);
  try {
    const book = await openKnown(source, basename(path, extname(path)), limits, options);
    if (book.format !== 'csv') await source.close();
    return book;
  } catch (error) {
    await source.close();
    if (error instanceof Declined) throw new ImportError('damaged', {}, { cause: error });
    throw error;
  }
}
