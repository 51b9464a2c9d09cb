/** What a cell may hold; dates are YYYY-MM-DD, choices their code. */
export type CellValue = string | number | boolean | null;

export type ColumnKind =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'identifier'
  | 'url';

export interface ChoiceWord {
  readonly value: string;
  readonly label: string;
}

/** One column of a list, with its words already in the language of the screen. */
export interface GridColumn {
  readonly key: string;
  readonly kind: ColumnKind;
  readonly label: string;
  readonly choices: readonly ChoiceWord[];
  /** Field of the record that the cell edits in place; null for computed columns. */
  readonly field: string | null;
  /** Whether the field may be left empty. */
  readonly isOptional: boolean;
  readonly isSortable: boolean;
}

export interface GridRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

export interface GridSort {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

export type FilterOperator =
  | 'contains'
  | 'is'
  | 'isNot'
  | 'empty'
  | 'notEmpty'
  | 'before'
  | 'after';

export interface GridFilter {
  readonly column: string;
  readonly operator: FilterOperator;
  readonly value: CellValue;
}

/** The part of a register that is asked for. */
export interface GridQuery {
  readonly text: string;
  readonly filters: readonly GridFilter[];
  readonly sort: readonly GridSort[];
  /** Day as of which the register is seen; null for now. */
  readonly at: string | null;
}

export interface GridPage {
  readonly rows: readonly GridRow[];
  readonly total: number;
}

export type ExportFormat = 'xlsx' | 'ods' | 'csv';

/** What a list needs from the store; what it throws holds a sentence to show. */
export interface ListPort {
  readonly fetchPage: (
    query: GridQuery,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ) => Promise<GridPage>;
  /** Saves one field of one record. */
  readonly update: (id: string, field: string, value: CellValue) => Promise<void>;
  /** Saves the same value in one field of many records, as one operation. */
  readonly updateMany: (ids: readonly string[], field: string, value: CellValue) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** Asks where to write, then writes what is on screen. */
  readonly exportRows: (
    query: GridQuery,
    columns: readonly string[],
    format: ExportFormat,
  ) => Promise<void>;
}
