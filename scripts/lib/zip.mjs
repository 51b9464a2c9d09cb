import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

function read(fd, position, length) {
  const buffer = Buffer.alloc(length);
  readSync(fd, buffer, 0, length, position);
  return buffer;
}

function* entries(fd, size) {
  const tail = read(fd, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const directory = read(fd, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt16LE(at + 40) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/**
 * Unpacks a zip archive; `rename(name)` gives the relative target of an entry, or null to leave it
 * out. Only what the fallback runtime needs: stored or deflated files below 4 GiB.
 */
export async function unzip(file, target, rename) {
  const fd = openSync(file, 'r');
  try {
    for (const entry of entries(fd, (await stat(file)).size)) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name);
      if (name === null) continue;
      const out = path.resolve(target, name);
      if (!out.startsWith(path.resolve(target) + path.sep)) throw new Error(`bad entry: ${name}`);
      const header = read(fd, entry.offset, 30);
      const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
      const packed = read(fd, start, entry.packed);
      mkdirSync(path.dirname(out), { recursive: true });
      writeFileSync(out, entry.method === 0 ? packed : inflateRawSync(packed), {
        mode: entry.mode || 0o644,
      });
    }
  } finally {
    closeSync(fd);
  }
}
