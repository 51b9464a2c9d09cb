import { createHash } from 'node:crypto';
import { createGunzip, createGzip } from 'node:zlib';

import type { PackageHeader } from '#contract/exchange-file.ts';
import { attachmentValue, journalLine } from '#contract/exchange-file.ts';
import type { ChangeRow, OperationRow } from '#journal/entries.ts';
import type { Package } from '#journal/exchange.ts';

/** An exchange file: a header, the journal's entries as compressed lines, then the files. */
export const headerName = 'echange.json';
export const journalName = 'journal.ndjson.gz';
export const fileName = (sha256: string): string => `fichiers/${sha256}`;

/** Largest exchange file, in bytes: what a FAT32 stick holds in one file. */
export const packageLimit = 4_000_000_000;
export const headerLimit = 64_000_000;
/** Most bytes that the journal may become when it is inflated. */
const JOURNAL_LIMIT = 1_000_000_000;
/** Longest line, in characters: a record's texts are far below. */
const LINE_LIMIT = 64_000_000;

function* linesOf({ operations, changes }: Package): Generator<string> {
  for (const operation of operations) yield `${JSON.stringify({ o: operation })}\n`;
  for (const change of changes) {
    const hash = Buffer.from(change.hash).toString('hex');
    yield `${JSON.stringify({ c: { ...change, hash } })}\n`;
  }
}

/** The entries of a package as compressed lines. */
export async function packJournal(entries: Package): Promise<Buffer> {
  const gzip = createGzip({ level: 6 });
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    gzip.on('data', (part: Buffer) => parts.push(part));
    gzip.once('end', resolve).once('error', reject);
  });
  for (const one of linesOf(entries)) {
    if (!gzip.write(one)) await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end();
  await ended;
  return Buffer.concat(parts);
}

/** The journal is not what its header announces. */
export class JournalError extends Error {}

async function* inflated(bytes: AsyncIterable<Uint8Array>, sum: (part: Uint8Array) => void) {
  const gunzip = createGunzip();
  const fed = (async () => {
    try {
      for await (const part of bytes) {
        sum(part);
        // The reader uses its block again.
        if (!gunzip.write(Uint8Array.from(part))) {
          await new Promise((resolve) => gunzip.once('drain', resolve).once('close', resolve));
        }
        if (gunzip.destroyed) return;
      }
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error instanceof Error ? error : new JournalError());
    }
  })();
  let total = 0;
  try {
    for await (const part of gunzip) {
      if (!(part instanceof Uint8Array)) continue;
      total += part.length;
      if (total > JOURNAL_LIMIT) throw new JournalError('too large');
      yield part;
    }
  } catch (error) {
    throw error instanceof JournalError ? error : new JournalError('damaged', { cause: error });
  } finally {
    gunzip.destroy();
    await fed;
  }
}

function decoded(decoder: TextDecoder, part?: Uint8Array): string {
  try {
    return decoder.decode(part, { stream: part !== undefined });
  } catch (error) {
    throw new JournalError('not text', { cause: error });
  }
}

async function* linesIn(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let begun: string[] = [];
  let length = 0;
  for await (const part of parts) {
    const [first = '', ...others] = decoded(decoder, part).split('\n');
    begun.push(first);
    length += first.length;
    if (length > LINE_LIMIT) throw new JournalError('too long a line');
    const last = others.pop();
    if (last === undefined) continue;
    yield begun.join('');
    yield* others;
    begun = [last];
    length = last.length;
  }
  if (begun.join('') + decoded(decoder) !== '') throw new JournalError('cut');
}

/**
 * Reads the entries of a package back, every line held against its form.
 * @throws JournalError when they are not those that the header announces
 */
export async function readJournal(
  bytes: AsyncIterable<Uint8Array>,
  header: PackageHeader,
): Promise<Package> {
  const hash = createHash('sha256');
  const operations: OperationRow[] = [];
  const changes: ChangeRow[] = [];
  const parts = inflated(bytes, (part) => void hash.update(part));
  for await (const one of linesIn(parts)) {
    const read = journalLine.safeParse(parsed(one));
    if (!read.success) throw new JournalError('not an entry');
    if ('o' in read.data) operations.push(read.data.o);
    else changes.push({ ...read.data.c, hash: Buffer.from(read.data.c.hash, 'hex') });
    if (operations.length > header.operations || changes.length > header.changes) {
      throw new JournalError('more than announced');
    }
  }
  const isWhole = operations.length === header.operations && changes.length === header.changes;
  if (!isWhole || hash.digest('hex') !== header.sha256) throw new JournalError('not whole');
  const { schemaVersion, storeId } = header;
  return { format: 'rapporteur-package', schemaVersion, storeId, operations, changes };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JournalError('not JSON', { cause: error });
  }
}

/** Digests of the files that entries speak of, with the record each is kept with where it is known. */
export function filesSpokenOf({ changes }: Package): Map<string, string | null> {
  const files = new Map<string, string | null>();
  for (const { tbl, op, col, value } of changes) {
    if (tbl !== 'attachment') continue;
    if (op === 'insert') {
      const made = attachmentValue.safeParse(parsed(value));
      if (made.success) files.set(made.data.sha256, made.data.recordId);
    } else if (col === 'sha256') {
      const set = parsed(value);
      if (typeof set === 'string' && !files.has(set)) files.set(set, null);
    }
  }
  return files;
}
