import { escapeXml } from './cell-text.ts';
import { columnLetters, MAX_SHEET_ROWS, quoteSheetName } from './spreadsheet-limits.ts';
import type { ExportColumn, ExportTable } from './table.ts';

const MAX_TITLE = 32;
const MAX_TEXT = 255;

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function hasChoices({ hint }: ExportColumn): boolean {
  return hint !== undefined && hint.choices.length > 0;
}

/** The words that columns let one choose from, one column each, on a sheet of their own. */
export class XlsxLists {
  readonly #name: string;
  readonly #columns: ExportColumn[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  /** The range that holds the words of a column, put there by this call; null when it has none. */
  rangeOf(column: ExportColumn): string | null {
    if (column.hint === undefined || !hasChoices(column)) return null;
    const letters = columnLetters(this.#columns.push(column) - 1);
    return `${quoteSheetName(this.#name)}!$${letters}$2:$${letters}$${column.hint.choices.length + 1}`;
  }

  get width(): number {
    return this.#columns.length;
  }

  /** The labels, then the words under them. */
  rows(): string[][] {
    const lists = this.#columns.map(({ hint }) => hint?.choices ?? []);
    const depth = Math.max(0, ...lists.map((list) => list.length));
    return [
      this.#columns.map(({ label }) => label),
      ...Array.from({ length: depth }, (_, at) => lists.map((list) => list[at] ?? '')),
    ];
  }
}

/** The `dataValidations` of a table: drop-down lists, and help at the cell that is filled in. */
export function xlsxValidations(table: ExportTable, lists: XlsxLists | null): string {
  const all = table.columns.flatMap((column, index) => {
    if (column.hint === undefined) return [];
    const letters = columnLetters(index);
    const range = lists?.rangeOf(column) ?? null;
    const title = escapeXml(cut(column.label, MAX_TITLE));
    const text = escapeXml(cut(column.hint.text, MAX_TEXT));
    const kind = range === null ? '' : ' type="list" errorStyle="warning" showErrorMessage="1"';
    const source =
      range === null ? '/>' : `><formula1>${escapeXml(range)}</formula1></dataValidation>`;
    return [
      `<dataValidation${kind} allowBlank="1" showInputMessage="1" promptTitle="${title}" prompt="${text}" sqref="${letters}2:${letters}${MAX_SHEET_ROWS}"${source}`,
    ];
  });
  return all.length === 0
    ? ''
    : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

/** Whether any column of these tables lets one choose. */
export function anyChoices(tables: readonly ExportTable[]): boolean {
  return tables.some(({ columns }) => columns.some(hasChoices));
}
