import { cleanCellText, truncateCellText } from './cell-text.ts';
import { WarningLog } from './export-warnings.ts';
import { BLOCK_UNITS, checkWorkbook, RowPump, workbookDate } from './row-pump.ts';
import { SheetNames } from './sheet-names.ts';
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from './spreadsheet-limits.ts';
import type { ByteSink, ExportOptions, ExportResult, ExportTable, Workbook } from './table.ts';
import { xlsxTextRow, XlsxRowWriter } from './xlsx-cells.ts';
import * as parts from './xlsx-parts.ts';
import { ZipWriter } from './zip-writer.ts';
import type { ZipPart } from './zip-writer.ts';

function fit(text: string): string {
  return truncateCellText(cleanCellText(text));
}

class XlsxWriter {
  readonly #workbook: Workbook;
  readonly #zip: ZipWriter;
  readonly #pump: RowPump;
  readonly #warnings = new WarningLog();
  readonly #names = new SheetNames();
  readonly #sheets: parts.XlsxSheet[] = [];
  #part: ZipPart | null = null;

  constructor(workbook: Workbook, sink: ByteSink, options: ExportOptions) {
    this.#workbook = workbook;
    this.#zip = new ZipWriter(sink, workbookDate(workbook));
    this.#pump = new RowPump(workbook, options);
  }

  async write(): Promise<ExportResult> {
    const { properties, tables, notes } = this.#workbook;
    try {
      await this.#zip.add('_rels/.rels', parts.rootRelations());
      await this.#zip.add(
        'docProps/core.xml',
        parts.coreProperties(properties, workbookDate(this.#workbook)),
      );
      await this.#zip.add('docProps/app.xml', parts.appProperties());
      await this.#zip.add('xl/styles.xml', parts.styles());
      for (const table of tables) await this.#table(table);
      if (notes) await this.#notes(notes.name, notes.rows);
      const count = this.#sheets.length;
      await this.#zip.add('xl/workbook.xml', parts.workbookPart(this.#sheets));
      await this.#zip.add('xl/_rels/workbook.xml.rels', parts.workbookRelations(count));
      await this.#zip.add('[Content_Types].xml', parts.contentTypes(count));
      await this.#zip.finish();
    } finally {
      this.#part?.destroy();
    }
    return { rows: this.#pump.rows, warnings: this.#warnings.list() };
  }

  async #table(table: ExportTable): Promise<void> {
    const cells = new XlsxRowWriter(table, this.#workbook.labels, this.#warnings);
    const header = xlsxTextRow(
      table.columns.map((column) => fit(column.label)),
      1,
      parts.STYLE.header,
    );
    let name = this.#name(table.name);
    let part = await this.#open();
    let text = parts.sheetStart(table, this.#sheets.length === 0) + header;
    let line = 1;
    let index = 0;
    const close = async (): Promise<void> => {
      await part.write(text + parts.sheetEnd(table, line));
      await this.#close(part, { name, columns: table.columns.length, lastRow: line });
    };
    await this.#pump.run(
      table,
      (row) => {
        line += 1;
        index += 1;
        text += cells.write(row, line, index);
        return text.length >= BLOCK_UNITS || line >= MAX_SHEET_ROWS;
      },
      async (more) => {
        await part.write(text);
        text = '';
        if (!more || line < MAX_SHEET_ROWS) return;
        await close();
        name = this.#names.take(table.name);
        this.#warnings.add('sheet-split', { table: table.name, row: index + 1, detail: name });
        part = await this.#open();
        text = parts.sheetStart(table, false) + header;
        line = 1;
      },
    );
    await close();
  }

  async #notes(name: string, rows: readonly (readonly string[])[]): Promise<void> {
    const sheet = this.#name(name);
    const part = await this.#open();
    const lines = rows.map((row, at) => xlsxTextRow(row.map(fit), at + 1, parts.STYLE.wrapped));
    await part.write(`${parts.notesStart()}${lines.join('')}</sheetData></worksheet>`);
    await this.#close(part, { name: sheet, columns: 2, lastRow: null });
  }

  #name(wanted: string): string {
    const name = this.#names.take(wanted);
    if (name !== wanted) this.#warnings.add('sheet-renamed', { table: wanted, detail: name });
    return name;
  }

  async #open(): Promise<ZipPart> {
    this.#part = await this.#zip.open(`xl/worksheets/sheet${this.#sheets.length + 1}.xml`);
    return this.#part;
  }

  async #close(part: ZipPart, sheet: parts.XlsxSheet): Promise<void> {
    await part.close();
    this.#part = null;
    this.#sheets.push(sheet);
  }
}

/**
 * Writes an Office Open XML workbook in blocks. Rejects with `ExportError` for data no sheet can
 * hold, with the signal's reason when aborted, with the sink's own error.
 */
export async function writeXlsx(
  workbook: Workbook,
  sink: ByteSink,
  options: ExportOptions = {},
): Promise<ExportResult> {
  checkWorkbook(workbook, MAX_SHEET_COLUMNS);
  return new XlsxWriter(workbook, sink, options).write();
}
