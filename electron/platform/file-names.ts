import { extname } from 'node:path';

const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const MAXIMUM = 120;

/** A text as a file's name on every system: no separators, controls, reserved names or odd ends. */
export function safeFileName(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(
      // oxlint-disable-next-line no-control-regex -- control characters are among what is forbidden
      /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      ' ',
    )
    .replaceAll(/\s+/g, ' ');
  const name = [...plain]
    .slice(0, MAXIMUM)
    .join('')
    .replace(/^[ .]+/, '')
    .replace(/[ .]+$/, '');
  return name === '' || RESERVED.test(name) ? otherwise : name;
}

/** The path with that extension, added where the person typed none or another one. */
export function withExtension(path: string, extension: string): string {
  return extname(path).toLowerCase() === extension ? path : path + extension;
}
