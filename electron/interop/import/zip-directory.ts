import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';

/** A part as the central directory and its local header agree on. */
export interface ZipEntry {
  /** With `/` as separator. */
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its packed bytes start. */
  readonly start: number;
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const DESCRIPTOR = 0x0807_4b50;
const END = 0x0605_4b50;
const END_64 = 0x0606_4b50;
const LOCATOR_64 = 0x0706_4b50;
const MAX_32 = 0xffff_ffff;
const ENCRYPTED = 0x2041;
const SIZES_FOLLOW = 8;
/** Flags that must agree: encryption, sizes that follow, UTF-8 names. */
const COMPARED_FLAGS = ENCRYPTED | SIZES_FOLLOW | 0x0800;

const forged = (reason: string, name = ''): ImportError =>
  new ImportError('forgedZip', { reason, name });

function big(zip: Buffer, at: number): number {
  const value = zip.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw forged('size');
  return Number(value);
}

/** Replaces 32-bit fields that say "see the extra field", in the order the format fixes. */
function wide(zip: Buffer, from: number, to: number, fields: readonly number[]): number[] {
  if (!fields.includes(MAX_32)) return [...fields];
  for (let at = from; at + 4 <= to; at += 4 + zip.readUInt16LE(at + 2)) {
    if (zip.readUInt16LE(at) !== 1) continue;
    let place = at + 4;
    const end = Math.min(to, place + zip.readUInt16LE(at + 2));
    return fields.map((field) => {
      if (field !== MAX_32) return field;
      if (place + 8 > end) throw forged('size');
      place += 8;
      return big(zip, place - 8);
    });
  }
  throw forged('size');
}

function endOfDirectory(zip: Buffer): { at: number; count: number; start: number; size: number } {
  const lowest = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= lowest; at -= 1) {
    if (zip.readUInt32LE(at) !== END || at + 22 + zip.readUInt16LE(at + 20) !== zip.length)
      continue;
    const disks = zip.readUInt32LE(at + 4);
    let count = zip.readUInt16LE(at + 10);
    let size = zip.readUInt32LE(at + 12);
    let start = zip.readUInt32LE(at + 16);
    const needs64 = count === 0xffff || size === MAX_32 || start === MAX_32;
    const locator = at - 20;
    if (needs64 && locator >= 0 && zip.readUInt32LE(locator) === LOCATOR_64) {
      const record = big(zip, locator + 8);
      if (record + 56 > locator || zip.readUInt32LE(record) !== END_64) throw forged('directory');
      count = big(zip, record + 32);
      size = big(zip, record + 40);
      start = big(zip, record + 48);
      if (start + size > record) throw forged('directory');
    } else if (start + size > at) throw forged('directory');
    if (disks !== 0) throw forged('disks');
    return { at, count, start, size };
  }
  throw new ImportError('damaged', { reason: 'zipEnd' });
}

/** Refuses names that leave a folder, whatever the system; backslashes of old writers become `/`. */
function safeName(raw: string): string {
  const name = raw.replaceAll('\\', '/');
  const isUnsafe =
    name === '' ||
    name.includes('\0') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    name.split('/').includes('..');
  if (isUnsafe) throw forged('name', raw.slice(0, 100));
  return name;
}

function centralHeaders(zip: Buffer, limits: ImportLimits): { headers: Header[]; start: number } {
  const end = endOfDirectory(zip);
  if (end.count > limits.zipEntries) {
    throw new ImportError('bomb', { reason: 'entries', limit: limits.zipEntries });
  }
  const headers: Header[] = [];
  const names = new Set<string>();
  let at = end.start;
  for (let index = 0; index < end.count; index += 1) {
    if (at + 46 > end.start + end.size || zip.readUInt32LE(at) !== CENTRAL)
      throw forged('directory');
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
    const next = extraEnd + zip.readUInt16LE(at + 32);
    if (next > end.start + end.size) throw forged('directory');
    const name = safeName(zip.toString('utf8', at + 46, nameEnd));
    // Office parts are found whatever their case, so two that differ by case only are one too many.
    if (names.has(name.toLowerCase())) throw forged('twice', name);
    names.add(name.toLowerCase());
    const [size = 0, packedSize = 0, offset = 0] = wide(zip, nameEnd, extraEnd, [
      zip.readUInt32LE(at + 24),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ]);
    headers.push({
      name,
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packedSize,
      size,
      offset,
    });
    at = next;
  }
  return { headers, start: end.start };
}

/** Where the packed bytes start; throws unless the local header says what the central one does. */
function localStart(zip: Buffer, header: Header, directory: number): number {
  const { name, offset } = header;
  if (offset + 30 > directory || zip.readUInt32LE(offset) !== LOCAL) throw forged('local', name);
  const nameEnd = offset + 30 + zip.readUInt16LE(offset + 26);
  const start = nameEnd + zip.readUInt16LE(offset + 28);
  if (start + header.packedSize > directory) throw forged('local', name);
  const flags = zip.readUInt16LE(offset + 6);
  const isSame =
    zip.toString('utf8', offset + 30, nameEnd).replaceAll('\\', '/') === name &&
    zip.readUInt16LE(offset + 8) === header.method &&
    (flags & COMPARED_FLAGS) === (header.flags & COMPARED_FLAGS);
  if (!isSame) throw forged('local', name);
  if ((flags & SIZES_FOLLOW) !== 0) return start;
  const [size, packedSize] = wide(zip, nameEnd, start, [
    zip.readUInt32LE(offset + 22),
    zip.readUInt32LE(offset + 18),
  ]);
  const agrees =
    zip.readUInt32LE(offset + 14) === header.crc &&
    size === header.size &&
    packedSize === header.packedSize;
  if (!agrees) throw forged('local', name);
  return start;
}

/** End of what a part occupies, its data descriptor (with or without signature) included. */
function occupiedEnd(zip: Buffer, header: Header, start: number): number {
  const end = start + header.packedSize;
  if ((header.flags & SIZES_FOLLOW) === 0) return end;
  const signed = end + 4 <= zip.length && zip.readUInt32LE(end) === DESCRIPTOR ? 4 : 0;
  if (end + signed + 12 > zip.length || zip.readUInt32LE(end + signed) !== header.crc) {
    throw forged('descriptor', header.name);
  }
  return end + signed + 12;
}

function checkSizes(headers: readonly Header[], limits: ImportLimits): void {
  let total = 0;
  for (const { name, size, packedSize } of headers) {
    total += size;
    if (total > limits.inflatedBytes) {
      throw new ImportError('bomb', { reason: 'inflated', limit: limits.inflatedBytes });
    }
    if (size > limits.ratioFromBytes && size > packedSize * limits.ratio) {
      throw new ImportError('bomb', { reason: 'ratio', name });
    }
  }
}

/**
 * The parts of a ZIP after every check that needs no inflating: central = local headers, no part
 * over another, no name twice or outside the folder, no encryption, sizes announced within limits
 * (that they are true is checked while inflating). Throws ImportError `damaged`, `forgedZip`,
 * `encrypted`, `bomb`.
 */
export function readZipDirectory(zip: Buffer, limits: ImportLimits): ZipEntry[] {
  if (zip.length < 22) throw new ImportError('damaged', { reason: 'zipEnd' });
  const { headers, start: directory } = centralHeaders(zip, limits);
  const places: { start: number; end: number; name: string }[] = [];
  const entries = headers.map((header): ZipEntry => {
    const { name, flags, method, crc, packedSize, size } = header;
    if ((flags & ENCRYPTED) !== 0) throw new ImportError('encrypted', { name });
    if (method !== 0 && method !== 8) throw new ImportError('damaged', { reason: 'method', name });
    if (method === 0 && size !== packedSize) throw forged('size', name);
    const start = localStart(zip, header, directory);
    places.push({ start: header.offset, end: occupiedEnd(zip, header, start), name });
    return { name, isDeflated: method === 8, crc, packedSize, size, start };
  });
  checkSizes(headers, limits);
  places.sort((a, b) => a.start - b.start);
  let last = 0;
  for (const { start, end, name } of places) {
    if (start < last) throw forged('overlap', name);
    last = end;
  }
  if (last > directory) throw forged('overlap');
  return entries;
}
