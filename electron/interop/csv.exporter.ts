import { escapeCsvText } from './csv-escape.ts';
import { isBlank, isNumeric, plainCell } from './cell-value.ts';
import { wallClock } from './date-serial.ts';
import { WarningLog } from './export-warnings.ts';
import { numberText } from './number-text.ts';
import { BLOCK_UNITS, checkWorkbook, RowPump } from './row-pump.ts';
import { ExportError } from './table.ts';
import { BLOCK_BYTES, Utf8Blocks } from './utf8-blocks.ts';
import type {
  ByteSink,
  CellValue,
  ExportColumn,
  ExportOptions,
  ExportResult,
  ExportTable,
  Workbook,
} from './table.ts';

const SEPARATOR = ';';
const LINE_END = '\r\n';
/** One empty cell alone on its line would read as no line at all. */
const EMPTY_LINE = `""${LINE_END}`;
const BYTE_ORDER_MARK = '\ufeff';
const QUOTED = /[;,"\t|\r\n]|^\s|\s$/;
const BREAKS = /[;,"\t|\r\n]/;

/** Text whose first sign is a letter or digit, whose last is no blank and that holds no break. */
function isPlain(text: string): boolean {
  const first = text.charCodeAt(0);
  const starts =
    (first >= 48 && first <= 57) ||
    (first >= 65 && first <= 90) ||
    (first >= 97 && first <= 122) ||
    (first >= 0xc0 && first <= 0x24f);
  if (!starts) return false;
  const last = text.charCodeAt(text.length - 1);
  return last > 32 && (last < 0x7f || last > 0xa0) && last < 0x1680 && !BREAKS.test(text);
}

function field(text: string): string {
  if (isPlain(text)) return text;
  const safe = escapeCsvText(text);
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

class CsvCells {
  readonly #table: ExportTable;
  readonly #labels: Workbook['labels'];
  readonly #decimal: string;
  readonly #warnings: WarningLog;

  constructor(table: ExportTable, workbook: Workbook, warnings: WarningLog) {
    this.#table = table;
    this.#labels = workbook.labels;
    this.#decimal = workbook.properties.language === 'fr' ? ',' : '.';
    this.#warnings = warnings;
  }

  cell(column: ExportColumn, value: NonNullable<CellValue>, index: number): string {
    const { kind, key } = column;
    if (kind === 'dateTime') return field(wallClock(String(value)) ?? String(value));
    const plain = plainCell(kind, value, this.#labels);
    if (typeof plain === 'string') {
      if (typeof value === 'number' && isNumeric(kind)) {
        this.#warnings.add('number-as-text', { table: this.#table.name, column: key, row: index });
      }
      return field(plain);
    }
    return numberText(plain, this.#decimal);
  }
}

/**
 * Writes one table as UTF-8 with byte order mark, `;`, CRLF, RFC 4180 quotes, text escaped by
 * `escapeCsvText`, dates in ISO form, numbers with the decimal sign of the language (without a
 * comma a French spreadsheet reads them as text). Rejects with `ExportError('one-table-only')`.
 */
export async function writeCsv(
  workbook: Workbook,
  sink: ByteSink,
  options: ExportOptions = {},
): Promise<ExportResult> {
  checkWorkbook(workbook, Number.POSITIVE_INFINITY);
  const [table, second] = workbook.tables;
  if (table === undefined) throw new ExportError('no-table', null);
  if (second !== undefined) throw new ExportError('one-table-only', second.name);
  const warnings = new WarningLog();
  if (workbook.notes) warnings.add('notes-omitted', { table: workbook.notes.name });
  const cells = new CsvCells(table, workbook, warnings);
  const pump = new RowPump(workbook, options);
  const { columns } = table;
  const header = columns.map(({ label }) => field(label)).join(SEPARATOR);
  let text = BYTE_ORDER_MARK + (header === '' ? EMPTY_LINE : header + LINE_END);
  let index = 0;
  // One block may still be on its way to the disk while the next is made.
  let pending: Promise<void> = Promise.resolve();
  const blocks = new Utf8Blocks(
    () => Buffer.allocUnsafe(BLOCK_BYTES),
    async (block) => {
      await pending;
      pending = Promise.resolve(sink(block));
      pending.catch(() => undefined);
    },
  );
  try {
    await pump.run(
      table,
      (row) => {
        index += 1;
        const before = text.length;
        for (let at = 0; at < columns.length; at += 1) {
          const column = columns[at];
          const value = row[at];
          if (at > 0) text += SEPARATOR;
          if (column !== undefined && !isBlank(value)) text += cells.cell(column, value, index);
        }
        text += text.length === before ? EMPTY_LINE : LINE_END;
        return text.length >= BLOCK_UNITS;
      },
      async () => {
        const block = text;
        text = '';
        await blocks.add(block);
      },
    );
    await blocks.flush();
  } catch (error) {
    // The caller may close its file only when no write is under way.
    await pending.catch(() => undefined);
    throw error;
  }
  await pending;
  return { rows: pump.rows, warnings: warnings.list() };
}
