/** One task of the exports bench in its own process: `node exports-process.ts TASK DB FILE`. */
import { readFileSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { unescapeCsvText } from '#interop/csv-escape.ts';
import { exporters, isExportFormat } from '#interop/exporters.ts';
import type { CellValue, ExportRow } from '#interop/table.ts';
import Database from 'better-sqlite3';
import { COLUMNS, digestRows, LABELS, SELECT } from './exports-data.ts';

/** Pages of the table by key, as a repository hands them out, so that no cursor stays open. */
function* tableRows(path: string): Generator<CellValue[]> {
  const db = new Database(path, { readonly: true });
  const page = db
    .prepare<[number], CellValue[]>(`${SELECT} WHERE id > ? ORDER BY id LIMIT 1000`)
    .raw();
  for (let last = 0; ; last += 1000) {
    const rows = page.all(last);
    yield* rows;
    if (rows.length < 1000) break;
  }
  db.close();
}

async function ours(format: string, from: string, to: string): Promise<void> {
  if (!isExportFormat(format)) throw new RangeError(format);
  const rows: Iterable<ExportRow> = tableRows(from);
  const file = await open(to, 'w');
  await exporters[format].write(
    {
      properties: { title: 'Structures', author: 'Banc', date: '2017-12-20', language: 'fr' },
      labels: LABELS,
      tables: [{ name: 'Structures', title: 'Structures', columns: COLUMNS, rows }],
    },
    async (chunk) => void (await file.write(chunk)),
  );
  await file.close();
}

function serial(iso: string): number {
  return (Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** The library is loaded only by the side that uses it: ours must not pay for it. */
async function library(format: 'xlsx' | 'ods', from: string, to: string): Promise<void> {
  const xlsx = await import('xlsx');
  const rows = [...tableRows(from)];
  const cells = rows.map((row) =>
    row.map((value, at) => {
      const kind = COLUMNS[at]?.kind;
      if (kind === 'boolean') return value === 1 ? LABELS.yes : LABELS.no;
      if (kind === 'date' && typeof value === 'string') {
        return { t: 'n', v: serial(value), z: 'dd/mm/yyyy' };
      }
      return value;
    }),
  );
  const sheet = xlsx.utils.aoa_to_sheet([COLUMNS.map(({ label }) => label), ...cells], {
    dense: true,
  });
  sheet['!cols'] = COLUMNS.map(({ width }) => ({ wch: width ?? 20 }));
  sheet['!autofilter'] = { ref: `A1:L${rows.length + 1}` };
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'Structures');
  const bytes: unknown = xlsx.write(book, { type: 'buffer', bookType: format, compression: true });
  if (!Buffer.isBuffer(bytes)) throw new TypeError('no bytes');
  await writeFile(to, bytes);
}

function* csvRows(text: string, separator: string): Generator<string[]> {
  const token = /(?:"((?:[^"]|"")*)"|([^"\r\n;]*))(;|\r?\n|$)/gy;
  let row: string[] = [];
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new SyntaxError(`CSV at ${row.join(separator)}`);
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === separator) continue;
    yield row;
    row = [];
  }
}

async function verify(path: string, kind: string): Promise<{ rows: number; sum: string }> {
  if (kind === 'csv' || kind === 'dump') {
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    const [, ...rows] = csvRows(text, ';');
    return digestRows(kind === 'csv' ? rows.map((row) => row.map(unescapeCsvText)) : rows);
  }
  const xlsx = await import('xlsx');
  const book = xlsx.read(readFileSync(path), { dense: true, raw: true, cellHTML: false });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new TypeError('no sheet');
  const [, ...rows] = xlsx.utils.sheet_to_json<(CellValue | Date)[]>(sheet, {
    header: 1,
    raw: true,
  });
  return digestRows(
    rows.map((row) =>
      row.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)),
    ),
  );
}

/** Peak of this very process: `maxRSS` may still carry the parent's pages from before exec. */
function peakMemoryMb(): number {
  let status = '';
  try {
    status = readFileSync('/proc/self/status', 'utf8');
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
  const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}

const [task = '', from = '', to = ''] = process.argv.slice(2);
const [side, format = ''] = task.split('-');
let answer: object = {};
if (side === 'ours') await ours(format, from, to);
else if (side === 'library' && (format === 'xlsx' || format === 'ods'))
  await library(format, from, to);
else if (side === 'verify') answer = await verify(to, format);
else if (side === 'expected') answer = digestRows(tableRows(from));
else throw new RangeError(task);
process.stdout.write(JSON.stringify({ ...answer, peakMemoryMb: peakMemoryMb() }));
