import { cleanCellText, truncateCellText } from './cell-text.ts';
import { WarningLog } from './export-warnings.ts';
import { odsTextRow, OdsRowWriter } from './ods-cells.ts';
import { OdsHints } from './ods-hints.ts';
import * as parts from './ods-parts.ts';
import { BLOCK_UNITS, checkWorkbook, RowPump, workbookDate } from './row-pump.ts';
import { SheetNames } from './sheet-names.ts';
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from './spreadsheet-limits.ts';
import type {
  ByteSink,
  ExportOptions,
  ExportResult,
  ExportTable,
  NotesSheet,
  Workbook,
} from './table.ts';
import { ZipWriter } from './zip-writer.ts';
import type { ZipPart } from './zip-writer.ts';

function fit(text: string): string {
  return truncateCellText(cleanCellText(text));
}

class OdsWriter {
  readonly #workbook: Workbook;
  readonly #zip: ZipWriter;
  readonly #pump: RowPump;
  readonly #warnings = new WarningLog();
  readonly #names = new SheetNames();
  readonly #sheets: parts.OdsSheet[] = [];
  readonly #hints: OdsHints;

  constructor(workbook: Workbook, sink: ByteSink, options: ExportOptions) {
    this.#workbook = workbook;
    this.#zip = new ZipWriter(sink, workbookDate(workbook));
    this.#pump = new RowPump(workbook, options);
    this.#hints = new OdsHints(workbook.tables);
  }

  async write(): Promise<ExportResult> {
    const { properties, tables, notes } = this.#workbook;
    await this.#zip.add('mimetype', parts.ODS_MIME, true);
    await this.#zip.add('META-INF/manifest.xml', parts.manifest());
    await this.#zip.add('meta.xml', parts.meta(properties, workbookDate(this.#workbook)));
    await this.#zip.add('styles.xml', parts.styles(properties.language));
    const part = await this.#zip.open('content.xml');
    try {
      await part.write(parts.contentStart(this.#workbook) + this.#hints.declarations());
      for (const table of tables) await this.#table(part, table);
      if (notes) await this.#notes(part, notes);
      await part.write(parts.contentEnd(this.#sheets));
      await part.close();
    } finally {
      part.destroy();
    }
    await this.#zip.add('settings.xml', parts.settings(this.#sheets));
    await this.#zip.finish();
    return { rows: this.#pump.rows, warnings: this.#warnings.list() };
  }

  async #table(part: ZipPart, table: ExportTable): Promise<void> {
    const cells = new OdsRowWriter(table, this.#workbook, this.#warnings, this.#hints);
    const header = odsTextRow(
      table.columns.map((column) => fit(column.label)),
      'ch',
    );
    let name = this.#name(table.name);
    let text = parts.tableStart(name, table, header);
    let line = 1;
    let index = 0;
    const close = (): void => {
      text += `${this.#hints.rest(table, MAX_SHEET_ROWS - line)}</table:table>`;
      this.#sheets.push({ name, columns: table.columns.length, lastRow: line });
    };
    await this.#pump.run(
      table,
      (row) => {
        line += 1;
        index += 1;
        text += cells.write(row, index);
        return text.length >= BLOCK_UNITS || line >= MAX_SHEET_ROWS;
      },
      async (more) => {
        if (more && line >= MAX_SHEET_ROWS) {
          close();
          name = this.#names.take(table.name);
          this.#warnings.add('sheet-split', { table: table.name, row: index + 1, detail: name });
          text += parts.tableStart(name, table, header);
          line = 1;
        }
        if (!more) close();
        await part.write(text);
        text = '';
      },
    );
  }

  async #notes(part: ZipPart, notes: NotesSheet): Promise<void> {
    const name = this.#name(notes.name);
    const columns = Math.max(2, ...notes.rows.map((row) => row.length));
    const { widths, headings = [] } = notes;
    const lines = notes.rows.map((row, at) =>
      odsTextRow(row.map(fit), headings.includes(at) ? 'ch' : 'cw'),
    );
    const body = lines.join('') || odsTextRow([], 'cw');
    await part.write(`${parts.notesStart(name, columns, widths)}${body}</table:table>`);
    this.#sheets.push({ name, columns, lastRow: null });
  }

  #name(wanted: string): string {
    const name = this.#names.take(wanted);
    if (name !== wanted) this.#warnings.add('sheet-renamed', { table: wanted, detail: name });
    return name;
  }
}

/**
 * Writes an OpenDocument spreadsheet in blocks. Rejects with `ExportError` for data no sheet can
 * hold, with the signal's reason when aborted, with the sink's own error.
 */
export async function writeOds(
  workbook: Workbook,
  sink: ByteSink,
  options: ExportOptions = {},
): Promise<ExportResult> {
  checkWorkbook(workbook, MAX_SHEET_COLUMNS);
  return new OdsWriter(workbook, sink, options).write();
}
