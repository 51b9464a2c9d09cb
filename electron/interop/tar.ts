import type { FileHandle } from 'node:fs/promises';

import type { ByteSink } from './table.ts';

/** The file is no archive of this kind, or is cut or damaged. */
export class TarError extends Error {}

const RECORD = 512;
const BLOCK = 1 << 20;
const NAME_MAX = 100;
/** What eleven octal digits hold. */
const SIZE_MAX = 0o77777777777;

function field(head: Buffer, at: number, width: number, value: number): void {
  head.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1');
}

/** Sum of all bytes, the sum's own field counted as spaces. */
function checksum(head: Buffer): number {
  let sum = 0;
  for (const [at, byte] of head.entries()) sum += at >= 148 && at < 156 ? 0x20 : byte;
  return sum;
}

function headOf(name: string, size: number): Buffer {
  const bytes = Buffer.from(name, 'utf8');
  if (bytes.length > NAME_MAX || size > SIZE_MAX) throw new TarError('does not fit');
  const head = Buffer.alloc(RECORD);
  bytes.copy(head);
  field(head, 100, 8, 0o600);
  field(head, 108, 8, 0);
  field(head, 116, 8, 0);
  field(head, 124, 12, size);
  field(head, 136, 12, 0);
  head.write('0', 156, 'latin1');
  head.write('ustar\u000000', 257, 'latin1');
  head.write(`${checksum(head).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return head;
}

/**
 * Writes one part of a `tar` archive (POSIX ustar), a block at a time.
 * @throws TarError when the bytes are not as many as announced
 */
export async function writePart(
  sink: ByteSink,
  { name, size }: { readonly name: string; readonly size: number },
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  await sink(headOf(name, size));
  let written = 0;
  for await (const block of bytes) {
    written += block.length;
    await sink(block);
  }
  if (written !== size) throw new TarError('another size');
  const rest = size % RECORD;
  if (rest > 0) await sink(Buffer.alloc(RECORD - rest));
}

/** Ends an archive. */
export async function writeEnd(sink: ByteSink): Promise<void> {
  await sink(Buffer.alloc(2 * RECORD));
}

export interface TarPart {
  readonly name: string;
  readonly size: number;
  /** The bytes, a block at a time; the block is used again. @throws TarError when the file is cut */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

async function* bytesAt(file: FileHandle, start: number, size: number): AsyncGenerator<Uint8Array> {
  const block = Buffer.allocUnsafe(Math.min(BLOCK, Math.max(size, 1)));
  for (let done = 0; done < size;) {
    const wanted = Math.min(block.length, size - done);
    const { bytesRead } = await file.read(block, 0, wanted, start + done);
    if (bytesRead === 0) throw new TarError('cut');
    done += bytesRead;
    yield block.subarray(0, bytesRead);
  }
}

function octal(head: Buffer, at: number, width: number): number {
  const text = head.toString('latin1', at, at + width).replace(/[\0 ]+$/, '');
  if (!/^[0-7]+$/.test(text)) throw new TarError('not a number');
  return Number.parseInt(text, 8);
}

/**
 * The parts of an archive in their order, each read only when asked for. Anything but plain files is
 * refused: links, folders and devices have no place in it.
 * @throws TarError
 */
export async function* partsOf(file: FileHandle): AsyncGenerator<TarPart> {
  for (let at = 0; ;) {
    const head = Buffer.alloc(RECORD);
    const { bytesRead } = await file.read(head, 0, RECORD, at);
    if (bytesRead < RECORD) throw new TarError('cut');
    if (head.every((byte) => byte === 0)) return;
    const isFile = head.toString('latin1', 257, 262) === 'ustar' && head[156] === 0x30;
    if (!isFile || octal(head, 148, 7) !== checksum(head)) throw new TarError('not a part');
    const name = head.toString('utf8', 0, NAME_MAX).replace(/\0.*$/s, '');
    const size = octal(head, 124, 12);
    const start = at + RECORD;
    yield { name, size, bytes: () => bytesAt(file, start, size) };
    at = start + Math.ceil(size / RECORD) * RECORD;
  }
}
