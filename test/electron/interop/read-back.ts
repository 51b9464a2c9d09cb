import { spawnSync } from 'node:child_process';
import { crc32, inflateRawSync } from 'node:zlib';
import { exportToBytes } from '#interop/exporters.ts';
import type { ExportFormat } from '#interop/exporters.ts';
import type {
  CellValue,
  ExportColumn,
  ExportOptions,
  ExportResult,
  ExportRow,
  ExportTable,
  Workbook,
} from '#interop/table.ts';
import * as xlsx from 'xlsx';

export const LABELS = { yes: 'Oui', no: 'Non' };

export function workbookOf(tables: readonly ExportTable[], notes?: Workbook['notes']): Workbook {
  return {
    properties: {
      title: 'Registre & <essai>',
      author: 'Secrétariat "GT"',
      date: '2017-12-20',
      language: 'fr',
    },
    labels: LABELS,
    tables,
    ...(notes === undefined ? {} : { notes }),
  };
}

export function tableOf(
  columns: readonly ExportColumn[],
  rows: Iterable<ExportRow> | AsyncIterable<ExportRow>,
  name = 'Structures',
): ExportTable {
  return { name, title: `${name} du groupe`, columns, rows };
}

export function textColumns(count: number): ExportColumn[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `c${index}`,
    label: `Colonne ${index + 1}`,
    kind: 'text',
  }));
}

export function writeBytes(
  format: ExportFormat,
  workbook: Workbook,
  options?: ExportOptions,
): Promise<ExportResult & { bytes: Uint8Array }> {
  return exportToBytes(format, workbook, options);
}

export function readBook(bytes: Uint8Array): xlsx.WorkBook {
  return xlsx.read(bytes, { cellStyles: true, cellNF: true, bookFiles: true, raw: true });
}

/** Data rows below the header, padded with null to the width of the header. */
export function readRows(bytes: Uint8Array, sheet?: string): (CellValue | Date)[][] {
  const book = xlsx.read(bytes, { raw: true, cellDates: true, UTC: true });
  const name = sheet ?? book.SheetNames[0] ?? '';
  const found = book.Sheets[name];
  if (!found) throw new Error(`no sheet ${name}`);
  const rows = xlsx.utils.sheet_to_json<(CellValue | Date)[]>(found, {
    header: 1,
    raw: true,
    defval: null,
    blankrows: true,
    UTC: true,
  });
  return rows.slice(1);
}

/** A small RFC 4180 parser, apart from the exporter's own code. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ';') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text[at + 1] === '\n') {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
      at += 1;
    } else cell += sign;
  }
  if (isQuoted || cell !== '' || row.length > 0) throw new Error('CSV ends within a line');
  return rows;
}

export interface ZipPart {
  readonly name: string;
  readonly bytes: Buffer;
  readonly method: number;
}

/** Reads a ZIP by its central directory and holds every header, size and CRC against the data. */
export function unzip(bytes: Uint8Array): ZipPart[] {
  const zip = Buffer.from(bytes);
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of central directory');
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  if (start + zip.readUInt32LE(end + 12) !== end) throw new Error('central directory size');
  const parts: ZipPart[] = [];
  let at = start;
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('central header');
    const flags = zip.readUInt16LE(at + 8);
    const method = zip.readUInt16LE(at + 10);
    const [crc, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset));
    const length = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    at += 46 + length;
    if (local !== next || zip.readUInt32LE(local) !== 0x04034b50) throw new Error(`local ${name}`);
    if (zip.toString('utf8', local + 30, local + 30 + length) !== name) throw new Error('name');
    const from = local + 30 + length + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + (packed ?? 0));
    const raw = method === 0 ? data : inflateRawSync(data);
    if (raw.length !== size || crc32(raw) !== crc) throw new Error(`size or CRC of ${name}`);
    next = from + data.length;
    if ((flags & 8) !== 0) {
      if (zip.readUInt32LE(next) !== 0x08074b50) throw new Error(`descriptor of ${name}`);
      if (zip.readUInt32LE(next + 4) !== crc) throw new Error(`descriptor CRC of ${name}`);
      next += 16;
    }
    parts.push({ name, bytes: Buffer.from(raw), method });
  }
  if (next !== start || at !== end) throw new Error('bytes that belong to no part');
  return parts;
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = unzip(bytes).find((candidate) => candidate.name === name);
  if (!part) throw new Error(`no part ${name}`);
  return part.bytes.toString('utf8');
}

export function hasCommand(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
