import { crc32, inflateSync } from 'node:zlib';

import { AppError } from '#contract/errors.ts';
import type { Picture } from '#documents/model.ts';

/** Largest logo in bytes: it goes into every document. */
export const LOGO_LIMIT = 5_000_000;
/** More pixels than this are no logo, and would fill the memory of whoever opens the document. */
const PIXELS_AT_MOST = 40_000_000;

const PNG_SIGNATURE = '89504e470d0a1a0a';
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const broken = (fileName: string): AppError => new AppError('houseStyle.logoBroken', { fileName });

interface Size {
  readonly width: number;
  readonly height: number;
}

function checkedSize(size: Size, fileName: string): Size {
  if (size.width < 1 || size.height < 1) throw broken(fileName);
  if (size.width * size.height > PIXELS_AT_MOST) {
    throw new AppError('houseStyle.logoTooLarge', { fileName });
  }
  return size;
}

/** Reads a PNG to its end: every part by its sum, the pixels by their number. */
function readPng(bytes: Buffer, fileName: string): Size {
  let at = 8;
  let header: (Size & { readonly lineBytes: number; readonly isInterlaced: boolean }) | null = null;
  const data: Buffer[] = [];
  for (;;) {
    if (at + 12 > bytes.length) throw broken(fileName);
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw broken(fileName);
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw broken(fileName);
    if (type === 'IHDR' && length === 13) {
      const start = at + 8;
      const size = { width: bytes.readUInt32BE(start), height: bytes.readUInt32BE(start + 4) };
      const channels = CHANNELS[bytes[start + 9] ?? -1];
      if (channels === undefined) throw broken(fileName);
      header = {
        ...checkedSize(size, fileName),
        lineBytes: Math.ceil((size.width * channels * (bytes[start + 8] ?? 0)) / 8) + 1,
        isInterlaced: bytes[start + 12] === 1,
      };
    }
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end));
    if (type === 'IEND') break;
    at = end + 4;
  }
  if (header === null || data.length === 0) throw broken(fileName);
  const { width, height, lineBytes, isInterlaced } = header;
  // Seven passes have at most as many lines more as there are rows.
  const most = lineBytes * height * (isInterlaced ? 2 : 1) + 64;
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: most });
    if (!isInterlaced && pixels.length < lineBytes * height) throw broken(fileName);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw broken(fileName);
  }
  return { width, height };
}

/** The frame of a JPEG says its size; one without an end was cut off. */
function readJpeg(bytes: Buffer, fileName: string): Size {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) throw broken(fileName);
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
      if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < at) throw broken(fileName);
      return checkedSize(size, fileName);
    }
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    at += isBare ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  throw broken(fileName);
}

const SVG = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>/]/iu;

/**
 * A logo as documents take it. What it is is read from its bytes, not from its name.
 * @throws AppError `houseStyle.logoTooLarge`, `houseStyle.logoVector`, `houseStyle.logoFormat`,
 *   `houseStyle.logoBroken`
 */
export function readLogo(given: Uint8Array, fileName: string): Picture {
  if (given.length > LOGO_LIMIT) throw new AppError('houseStyle.logoTooLarge', { fileName });
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
  if (bytes.toString('hex', 0, 8) === PNG_SIGNATURE) {
    return { bytes: given, mime: 'image/png', ...readPng(bytes, fileName) };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    return { bytes: given, mime: 'image/jpeg', ...readJpeg(bytes, fileName) };
  }
  if (SVG.test(bytes.toString('utf8', 0, 4000))) {
    throw new AppError('houseStyle.logoVector', { fileName });
  }
  // A name that promises a picture whose bytes are none: it was damaged on its way.
  if (/\.(?:png|jpe?g)$/iu.test(fileName)) throw broken(fileName);
  throw new AppError('houseStyle.logoFormat', { fileName });
}
