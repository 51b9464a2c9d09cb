import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

import { ExportError } from './table.ts';
import type { ByteSink } from './table.ts';

/** One file of an archive; its bytes are read when its turn comes, once. */
export interface ArchivedFile {
  /** Path within the archive, with `/`; each is used once. */
  readonly name: string;
  readonly byteSize: number;
  /** Day of the file, YYYY-MM-DD. */
  readonly day: string | null;
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** Kinds of files that are compressed already: packing them again costs time for nothing. */
const PACKED = new Set(
  'docx xlsx pptx odt ods odp pdf zip 7z gz png jpg jpeg webp mp3 mp4 mov avi'.split(' '),
);
/** The format's own limit, with room for the directory. */
const LIMIT = 0xf000_0000;

/** ZIP dates are local time without a zone; noon belongs to the same day everywhere. */
function noonOf(day: string | null): Date {
  const date = new Date(`${day ?? '2000-01-01'}T12:00:00`);
  const year = date.getFullYear();
  return year >= 1980 && year <= 2099 ? date : new Date('2000-01-01T12:00:00');
}

/**
 * Writes files into one ZIP, holding a block of one file at a time.
 * @throws ExportError `too-large` when they are more than a ZIP holds
 */
export async function writeArchive(files: readonly ArchivedFile[], sink: ByteSink): Promise<void> {
  if (files.reduce((sum, { byteSize }) => sum + byteSize, 0) > LIMIT) {
    throw new ExportError('too-large', null);
  }
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error === null) ready.push(chunk);
    else failed = error;
  });
  const drain = async (): Promise<void> => {
    if (failed !== null) throw failed;
    for (const chunk of ready.splice(0)) await sink(chunk);
  };
  try {
    for (const { name, day, read } of files) {
      const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
      const part = PACKED.has(ending)
        ? new ZipPassThrough(name)
        : new ZipDeflate(name, { level: 6 });
      part.mtime = noonOf(day);
      zip.add(part);
      for await (const block of read()) {
        // The library keeps what it is given until it is out; readers may reuse their block.
        part.push(Uint8Array.from(block));
        await drain();
      }
      part.push(new Uint8Array(0), true);
      await drain();
    }
    zip.end();
    await drain();
  } catch (error) {
    zip.terminate();
    throw error;
  }
}
