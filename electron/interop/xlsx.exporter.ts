import { cleanCellText, truncateCellText } from './cell-text.ts';
import { WarningLog } from './export-warnings.ts';
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
import { xlsxTextRow, XlsxRowWriter } from './xlsx-cells.ts';
import { anyChoices, XlsxLists, xlsxValidations } from './xlsx-hints.ts';
import * as parts from './xlsx-parts.ts';
import { ZipWriter } from './zip-writer.ts';
import type { ZipPart } from './zip-writer.ts';

function fit(text: string): string {
  return truncateCellText(cleanCellText(text));
}

const LIST_WIDTH = 32;
/** No row may be higher. */
const MOST_LINES = 27;

/** Lines that wrapped texts take in columns of these widths: not every program counts them itself. */
function linesOf(texts: readonly string[], widths: readonly number[]): number {
  const counts = texts.map((text, at) => {
    const width = widths[Math.min(at, widths.length - 1)] ?? LIST_WIDTH;
    const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / width)));
    return lines.reduce((sum, count) => sum + count, 0);
  });
  return Math.min(Math.max(1, ...counts), MOST_LINES);
}

class XlsxWriter {
  readonly #workbook: Workbook;
  readonly #zip: ZipWriter;
  readonly #pump: RowPump;
  readonly #warnings = new WarningLog();
  readonly #names = new SheetNames();
  readonly #sheets: parts.XlsxSheet[] = [];
  #part: ZipPart | null = null;
  #lists: XlsxLists | null = null;
  #listsName = '';

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
      if (notes) await this.#notes(notes);
      await this.#listsSheet();
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
      const validations = xlsxValidations(table, this.#listsOf());
      await part.write(text + parts.sheetEnd(table, line, validations));
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

  async #notes(notes: NotesSheet, sheet = this.#name(notes.name)): Promise<void> {
    const part = await this.#open();
    const { rows, widths = parts.NOTES_WIDTHS, headings = [] } = notes;
    const lines = rows.map((row, at) => {
      const style = headings.includes(at) ? parts.STYLE.header : parts.STYLE.wrapped;
      const texts = row.map(fit);
      return xlsxTextRow(texts, at + 1, style, linesOf(texts, widths));
    });
    await part.write(parts.notesStart(widths) + lines.join('') + parts.notesEnd());
    await this.#close(part, { name: sheet, columns: 2, lastRow: null });
  }

  /** Its name is taken before it is written: the tables point to it. */
  #listsOf(): XlsxLists | null {
    const { tables, listsName } = this.#workbook;
    if (this.#lists === null && listsName !== undefined && anyChoices(tables)) {
      this.#listsName = this.#name(listsName);
      this.#lists = new XlsxLists(this.#listsName);
    }
    return this.#lists;
  }

  async #listsSheet(): Promise<void> {
    const lists = this.#lists;
    if (lists === null) return;
    const name = this.#listsName;
    const widths = Array.from({ length: lists.width }, () => LIST_WIDTH);
    await this.#notes({ name, rows: lists.rows(), widths, headings: [0] }, name);
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
