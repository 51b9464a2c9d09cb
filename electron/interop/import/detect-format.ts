import { ImportError } from './import-error.ts';
import { wideWithoutMark } from './text-encoding.ts';

/** What a file is by its first bytes; names do not count, they are often wrong. */
export type FileKind =
  | 'zip'
  | 'compound'
  | 'biff'
  | 'spreadsheetml'
  | 'flatOds'
  | 'vcard'
  | 'html'
  | 'text';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');
const EMPTY_ZIP = Buffer.from('504b0506', 'hex');
const OTHERS: readonly (readonly [string, string])[] = [
  ['%PDF', 'pdf'],
  ['\u0089PNG', 'image'],
  ['\u00ff\u00d8\u00ff', 'image'],
  ['GIF8', 'image'],
  ['{\\rtf', 'rtf'],
  ['SQLite format 3', 'database'],
  ['Rar!', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['\u001f\u008b', 'archive'],
  ['BZh', 'archive'],
  ['MZ', 'program'],
  ['\u007fELF', 'program'],
];

function decodeHead(head: Buffer): string {
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0;
  const marked = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : null;
  const wide = marked ?? wideWithoutMark(head);
  if (wide === null) return head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  return new TextDecoder(wide).decode(head.subarray(0, head.length & ~1));
}

function markupKind(text: string): FileKind | null {
  if (/^Version:\d[^]{0,400}<html/i.test(text)) return 'html';
  if (!text.startsWith('<')) return null;
  if (/<office:document[\s>]/.test(text)) return 'flatOds';
  if (
    /<(?:\w+:)?Workbook[\s>]/.test(text) &&
    text.includes('schemas-microsoft-com:office:spreadsheet')
  ) {
    return 'spreadsheetml';
  }
  return /<(?:!doctype html|html|head|body|meta|table|div|style|google-sheets)/i.test(text)
    ? 'html'
    : null;
}

/** Text has no zeros, once decoded, and hardly any controls. */
function isText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- counts what text does not hold
  const controls = text.match(/[\u0001-\u0008\u000b\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return !text.includes('\0') && controls <= text.length / 100;
}

/** Throws ImportError `emptyFile`, `notASpreadsheet` (of a known other kind) or `unknownFormat`. */
export function detectKind(head: Buffer): FileKind {
  if (head.length === 0) throw new ImportError('emptyFile');
  if (head.subarray(0, 4).equals(ZIP)) return 'zip';
  if (head.subarray(0, 4).equals(EMPTY_ZIP)) throw new ImportError('emptyFile');
  if (head.subarray(0, 8).equals(COMPOUND)) return 'compound';
  if (head[0] === 9 && [0, 2, 4, 8].includes(head[1] ?? -1) && head[3] === 0) return 'biff';
  const first = head.toString('latin1', 0, 32);
  for (const [sign, what] of OTHERS) {
    if (first.startsWith(sign)) throw new ImportError('notASpreadsheet', { what });
  }
  const text = decodeHead(head).trimStart();
  if (text === '' && head.length < 4096) throw new ImportError('emptyFile');
  const markup = markupKind(text);
  if (markup !== null) return markup;
  if (/^BEGIN:VCARD\s/i.test(text)) return 'vcard';
  const isMarked = head.length >= 3 && head.readUIntBE(0, 3) === 0xefbbbf;
  if (!isMarked && !isText(text)) throw new ImportError('unknownFormat');
  return 'text';
}
