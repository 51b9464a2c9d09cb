import { crc32, createInflateRaw } from 'node:zlib';

import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

const BLOCK = 256 * 1024;
const ZIP_SIGN = 0x0403_4b50;

/**
 * A ZIP whose parts come out only under watch: no more bytes than announced, exactly those at the
 * end, with the right CRC. Failing that, the stream ends in ImportError `damaged` or `forgedZip`.
 */
export class CheckedZip {
  readonly #zip: Buffer;
  readonly #byName = new Map<string, ZipEntry>();
  readonly #verified = new Set<string>();

  /** Throws what `readZipDirectory` throws. */
  constructor(zip: Buffer, limits: ImportLimits) {
    this.#zip = zip;
    for (const entry of readZipDirectory(zip, limits)) {
      this.#byName.set(entry.name.toLowerCase(), entry);
    }
  }

  get entries(): ZipEntry[] {
    return [...this.#byName.values()];
  }

  get inflatedBytes(): number {
    return this.entries.reduce((sum, { size }) => sum + size, 0);
  }

  /** Whatever the case, as the Office formats want it; a leading `/` is ignored. */
  find(name: string): ZipEntry | null {
    return this.#byName.get(name.replace(/^\//, '').toLowerCase()) ?? null;
  }

  async *inflate(entry: ZipEntry): AsyncGenerator<Buffer> {
    let crc = 0;
    let size = 0;
    for await (const block of this.#blocks(entry)) {
      if (size === 0 && block.length >= 4 && block.readUInt32LE(0) === ZIP_SIGN) {
        if (/\.(xml|rels|bin)$/i.test(entry.name)) throw new ImportError('nestedZip');
      }
      size += block.length;
      if (size > entry.size)
        throw new ImportError('forgedZip', { reason: 'size', name: entry.name });
      crc = crc32(block, crc);
      yield block;
    }
    if (size !== entry.size || crc !== entry.crc) {
      throw new ImportError('damaged', { reason: 'crc', name: entry.name });
    }
    this.#verified.add(entry.name);
  }

  /** A small part as UTF-8 or UTF-16 text; `tooLarge` above the given size. */
  async text(entry: ZipEntry, most: number): Promise<string> {
    if (entry.size > most) throw new ImportError('tooLarge', { name: entry.name, limit: most });
    const blocks: Buffer[] = [];
    for await (const block of this.inflate(entry)) blocks.push(block);
    const bytes = Buffer.concat(blocks);
    const sign = bytes.length >= 2 ? bytes.readUInt16LE(0) : 0;
    if (sign === 0xfeff) return new TextDecoder('utf-16le').decode(bytes);
    if (sign === 0xfffe) return new TextDecoder('utf-16be').decode(bytes);
    return bytes.toString('utf8').replace(/^\ufeff/, '');
  }

  /** Inflates every part not yet inflated to its end, and throws where one is not what it says. */
  async verifyAll(): Promise<void> {
    for (const entry of this.entries) {
      if (this.#verified.has(entry.name)) continue;
      for await (const block of this.inflate(entry)) void block;
    }
  }

  async *#blocks(entry: ZipEntry): AsyncGenerator<Buffer> {
    const packed = this.#zip.subarray(entry.start, entry.start + entry.packedSize);
    if (!entry.isDeflated) {
      for (let at = 0; at < packed.length; at += BLOCK) yield packed.subarray(at, at + BLOCK);
      return;
    }
    const stream = createInflateRaw({ chunkSize: BLOCK });
    stream.end(packed);
    try {
      // The stream is in byte mode: it gives Buffers only.
      for await (const block of stream as AsyncIterable<Buffer>) yield block;
    } catch (error) {
      if (error instanceof ImportError) throw error;
      throw new ImportError('damaged', { reason: 'inflate', name: entry.name }, { cause: error });
    } finally {
      stream.destroy();
    }
    // Bytes after the compressed stream's own end belong to nothing.
    if (stream.bytesWritten !== packed.length) {
      throw new ImportError('forgedZip', { reason: 'packed', name: entry.name });
    }
  }
}
