import { escapeXml } from './cell-text.ts';
import type { ExportColumn, ExportTable } from './table.ts';

/** Names of the validations of a workbook's columns: `v1`, `v2` … */
export class OdsHints {
  readonly #names = new Map<ExportColumn, string>();

  constructor(tables: readonly ExportTable[]) {
    for (const column of tables.flatMap(({ columns }) => columns)) {
      if (column.hint !== undefined) this.#names.set(column, `v${this.#names.size + 1}`);
    }
  }

  /** The attribute that gives a cell of the column its hint; empty when it has none. */
  attribute(column: ExportColumn): string {
    const name = this.#names.get(column);
    return name === undefined ? '' : ` table:content-validation-name="${name}"`;
  }

  /** All validations, before the first table. */
  declarations(): string {
    const all = [...this.#names].map(([column, name]) => declaration(column, name));
    return all.length === 0
      ? ''
      : `<table:content-validations>${all.join('')}</table:content-validations>`;
  }

  /** The rows below the last one, empty, with the hints; none when the table has no hint. */
  rest({ columns }: ExportTable, count: number): string {
    const cells = columns.map((column) => `<table:table-cell${this.attribute(column)}/>`);
    const isHinted = columns.some(({ hint }) => hint !== undefined);
    return count < 1 || !isHinted
      ? ''
      : `<table:table-row table:number-rows-repeated="${count}">${cells.join('')}</table:table-row>`;
  }
}

function declaration({ label, hint }: ExportColumn, name: string): string {
  const choices = hint?.choices ?? [];
  const list = choices.map((choice) => `"${choice.replaceAll('"', '""')}"`).join(';');
  const condition =
    choices.length === 0
      ? ''
      : ` table:condition="${escapeXml(`of:cell-content-is-in-list(${list})`)}" table:display-list="unsorted"`;
  const error =
    choices.length === 0
      ? ''
      : '<table:error-message table:message-type="warning" table:display="true"/>';
  return (
    `<table:content-validation table:name="${name}"${condition} table:allow-empty-cell="true">` +
    `<table:help-message table:title="${escapeXml(label)}" table:display="true"><text:p>${escapeXml(hint?.text ?? '')}</text:p></table:help-message>` +
    `${error}</table:content-validation>`
  );
}
