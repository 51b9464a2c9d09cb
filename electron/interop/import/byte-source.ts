import { open } from 'node:fs/promises';

import { ImportError } from './import-error.ts';

/** A file by path, or its bytes (paste, drop) with the name it came under. */
export type ImportSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly name: string };

const BLOCK = 1 << 20;

/** Bytes that can be read from any place. */
export interface ByteSource {
  readonly size: number;
  /** Fewer bytes than asked for only at the end. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

function fileError(error: unknown): ImportError {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return new ImportError(
    code === 'ENOENT' ? 'fileNotFound' : 'fileUnreadable',
    {},
    { cause: error },
  );
}

function ofBytes(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: (offset, length) => Promise.resolve(buffer.subarray(offset, offset + length)),
    close: () => Promise.resolve(),
  };
}

async function ofFile(path: string): Promise<ByteSource> {
  try {
    const file = await open(path, 'r');
    const found = await file.stat();
    if (!found.isFile()) {
      await file.close();
      throw new ImportError('fileUnreadable');
    }
    return {
      size: found.size,
      read: async (offset, length) => {
        const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, found.size - offset)));
        let filled = 0;
        while (filled < buffer.length) {
          const { bytesRead } = await file
            .read(buffer, filled, buffer.length - filled, offset + filled)
            .catch((error: unknown) => Promise.reject(fileError(error)));
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return buffer.subarray(0, filled);
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw error instanceof ImportError ? error : fileError(error);
  }
}

/** Throws ImportError `fileNotFound` or `fileUnreadable`. */
export function openSource(source: ImportSource): Promise<ByteSource> {
  return source.kind === 'path' ? ofFile(source.path) : Promise.resolve(ofBytes(source.bytes));
}

/** The source from start to end in blocks of about 1 MB. */
export async function* blocks(source: ByteSource, from = 0): AsyncGenerator<Buffer> {
  for (let offset = from; offset < source.size;) {
    const block = await source.read(offset, BLOCK);
    if (block.length === 0) return;
    offset += block.length;
    yield block;
  }
}
