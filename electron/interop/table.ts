/** A cell as repositories and services give it: dates are ISO strings, absence is null. */
export type CellValue = string | number | boolean | null;

/**
 * What a column holds, which decides the cell type in the file.
 * `date` takes `YYYY-MM-DD`; `dateTime` takes `YYYY-MM-DDTHH:MM[:SS[.sss]]` as wall-clock time, or
 * with `Z`/an offset as an instant shown in the machine's time zone; `boolean` takes true/false or
 * 0/1; `identifier` is text whose leading zeros must survive (SIRET, postal codes).
 */
export type ColumnKind =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'url'
  | 'identifier';

/** Help for a person who fills a column in. CSV has no place for it. */
export interface ColumnHint {
  /** Shown at the cell that is being filled in; cut where the format's own limit lies. */
  readonly text: string;
  /** Words to choose from; others are accepted after a warning. Empty for free values. */
  readonly choices: readonly string[];
}

/** `width` is in characters of the default font; without it a width fit for the kind is chosen. */
export interface ExportColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly width?: number;
  /** Given to all rows of the sheet, also to those below the last one. */
  readonly hint?: ColumnHint;
}

export type ExportRow = readonly CellValue[];

/**
 * One register. `name` becomes the sheet name (sanitised), `title` the printed heading.
 * `rows` is read once, in order, and never held whole; `rowCount` only feeds the progress.
 */
export interface ExportTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: Iterable<ExportRow> | AsyncIterable<ExportRow>;
  readonly rowCount?: number;
}

/** `date` is `YYYY-MM-DD` or an ISO instant; it is also the time stamp inside the file, so that the
 * same data give the same bytes. */
export interface WorkbookProperties {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly language: 'fr' | 'en';
}

/** A last sheet of free lines (source, filters, legend), each with one or more cells. */
export interface NotesSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Widths of the columns in characters; a narrow and a wide one unless given. */
  readonly widths?: readonly number[];
  /** Rows, from 0, that stand out as headings. */
  readonly headings?: readonly number[];
}

/** User words come from the caller, who knows the language. Booleans are written as these words,
 * because no spreadsheet shows a typed boolean as Oui/Non. */
export interface Workbook {
  readonly properties: WorkbookProperties;
  readonly labels: { readonly yes: string; readonly no: string };
  readonly tables: readonly ExportTable[];
  readonly notes?: NotesSheet;
  /** Name of the sheet for the words to choose from, in formats that need one (XLSX). */
  readonly listsName?: string;
}

/** Receives the file in order. Chunks are never touched again after the call. */
export type ByteSink = (chunk: Uint8Array) => Promise<void> | void;

export interface ExportProgress {
  readonly rows: number;
  /** Sum of the tables' `rowCount`, null when one of them is unknown. */
  readonly total: number | null;
}

export interface ExportOptions {
  /** Aborting stops at the next block of rows: `write` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
}

export type ExportWarningCode =
  | 'text-truncated'
  | 'characters-removed'
  | 'date-as-text'
  | 'number-as-text'
  | 'sheet-renamed'
  | 'sheet-split'
  | 'notes-omitted';

/** One line per code, table and column, so that warnings stay bounded however long the table is. */
export interface ExportWarning {
  readonly code: ExportWarningCode;
  readonly table: string;
  /** Column key, or null when the whole table is meant. */
  readonly column: string | null;
  readonly count: number;
  /** First data row concerned, from 1; null when no row is. */
  readonly firstRow: number | null;
  /** The new sheet name for `sheet-renamed` and `sheet-split`. */
  readonly detail: string | null;
}

export interface ExportResult {
  readonly rows: number;
  readonly warnings: readonly ExportWarning[];
}

export type ExportErrorCode =
  | 'no-table'
  | 'no-column'
  | 'too-many-columns'
  | 'row-too-long'
  | 'one-table-only'
  | 'too-large';

/** The data cannot be written in this format. The sink may have received bytes: discard them. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  readonly code: ExportErrorCode;
  readonly table: string | null;

  constructor(code: ExportErrorCode, table: string | null) {
    super(table === null ? code : `${code}: ${table}`);
    this.code = code;
    this.table = table;
  }
}
