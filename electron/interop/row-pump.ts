import { ExportError } from './table.ts';
import type { ExportOptions, ExportRow, ExportTable, Workbook } from './table.ts';

/** Rows of text gathered before they are encoded, in UTF-16 units. */
export const BLOCK_UNITS = 1 << 14;
/** Rows between two reports of progress. */
const REPORT_ROWS = 1000;

/** Counts rows over all tables of a workbook, tells the progress and obeys the abort signal. */
export class RowPump {
  readonly #options: ExportOptions;
  readonly #total: number | null;
  #reported = 0;
  rows = 0;

  constructor(workbook: Workbook, options: ExportOptions) {
    this.#options = options;
    this.#total = workbook.tables.reduce<number | null>(
      (sum, table) => (sum === null || table.rowCount === undefined ? null : sum + table.rowCount),
      0,
    );
  }

  /**
   * Reads the rows once. `emit` returns true when its block is full: `flush(true)` then writes it
   * before the next row, `flush(false)` after the last, and the event loop gets its turn. Leaving
   * early closes the source of the rows.
   */
  async run(
    table: ExportTable,
    emit: (row: ExportRow) => boolean,
    flush: (more: boolean) => Promise<void>,
  ): Promise<void> {
    const width = table.columns.length;
    let isFull = false;
    const take = (row: ExportRow): void => {
      if (row.length > width) throw new ExportError('row-too-long', table.name);
      this.rows += 1;
      isFull = emit(row);
    };
    this.#options.signal?.throwIfAborted();
    if (Symbol.asyncIterator in table.rows) {
      for await (const row of table.rows) {
        if (isFull) await this.#step(flush, true);
        take(row);
      }
    } else {
      for (const row of table.rows) {
        if (isFull) await this.#step(flush, true);
        take(row);
      }
    }
    await this.#step(flush, false);
  }

  async #step(flush: (more: boolean) => Promise<void>, more: boolean): Promise<void> {
    await flush(more);
    this.#options.signal?.throwIfAborted();
    if (more && this.rows - this.#reported < REPORT_ROWS) return;
    this.#reported = this.rows;
    this.#options.onProgress?.({ rows: this.rows, total: this.#total });
  }
}

/** Refuses, before the first byte, what no spreadsheet could hold. */
export function checkWorkbook(workbook: Workbook, maxColumns: number): void {
  if (workbook.tables.length === 0) throw new ExportError('no-table', null);
  for (const table of workbook.tables) {
    if (table.columns.length === 0) throw new ExportError('no-column', table.name);
    if (table.columns.length > maxColumns) throw new ExportError('too-many-columns', table.name);
  }
}

/** The date of the workbook as an instant; throws RangeError when it is not a date. */
export function workbookDate(workbook: Workbook): Date {
  const { date } = workbook.properties;
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`workbook date: ${date}`);
  return instant;
}
