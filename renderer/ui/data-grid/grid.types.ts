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
  /** Field of the record that holds the column's words as a list of labels; null for any other. */
  readonly labelsField: string | null;
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
  | 'startsWith'
  | 'is'
  | 'isNot'
  | 'among'
  | 'empty'
  | 'notEmpty'
  | 'before'
  | 'after'
  | 'atLeast'
  | 'atMost'
  | 'between';

export interface GridFilter {
  readonly column: string;
  readonly operator: FilterOperator;
  /** A list for `among`; both ends of a range, which belong to it, for `between`. */
  readonly value: CellValue | readonly (string | number | boolean)[];
  /** Keeps what the filter would leave out. */
  readonly negated: boolean;
}

/** Rows put together by what a column holds; days and moments by their year. */
export interface GridGroupBy {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** The part of a register that is asked for. */
export interface GridQuery {
  readonly text: string;
  readonly filters: readonly GridFilter[];
  readonly sort: readonly GridSort[];
  /** Day as of which the register is seen; null for now. */
  readonly at: string | null;
  readonly groupBy: GridGroupBy | null;
}

export interface GridPage {
  readonly rows: readonly GridRow[];
  readonly total: number;
}

export interface GridGroup {
  /** Text, code of a choice, number or year; null for rows without a value. */
  readonly value: CellValue;
  readonly count: number;
}

export interface GridGroups {
  /** None when there are too many to draw. */
  readonly groups: readonly GridGroup[];
  /** How many groups there are. */
  readonly count: number;
}

export type ExportFormat = 'xlsx' | 'ods' | 'csv';

export interface ExportChoice {
  readonly format: ExportFormat;
  /** The selected rows alone, or null for the whole list. */
  readonly target: BulkTarget | null;
  /** Adds identifiers, for an import to recognise each row by. */
  readonly withId: boolean;
}

/** Records named one by one, or all that the list shows but a few. */
export type BulkTarget =
  | { readonly ids: readonly string[] }
  | { readonly query: GridQuery; readonly except: readonly string[] };

/** One change to make alike on many records. */
export type BulkChange =
  | { readonly kind: 'set'; readonly field: string; readonly value: CellValue }
  | {
      readonly kind: 'addLabel' | 'removeLabel';
      readonly field: string;
      readonly label: string;
    };

export type HeldValue = CellValue | readonly string[];

export interface PreviewRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly {
    readonly field: string;
    readonly before: HeldValue;
    readonly after: HeldValue;
  }[];
  readonly refusal: { readonly field: string; readonly rule: string } | null;
}

/** What a change would do, before it is made. */
export interface BulkPreview {
  readonly total: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly refusals: readonly {
    readonly field: string;
    readonly rule: string;
    readonly count: number;
  }[];
  readonly rows: readonly PreviewRow[];
}

export interface PreviewPart {
  readonly fate: 'changed' | 'refused';
  readonly offset: number;
  readonly limit: number;
}

/** What a list needs from the store; what it throws holds a sentence to show. */
export interface ListPort {
  readonly fetchPage: (
    query: GridQuery,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ) => Promise<GridPage>;
  readonly fetchGroups: (
    query: GridQuery,
    groupBy: GridGroupBy,
    signal: AbortSignal,
  ) => Promise<GridGroups>;
  /** Saves one field of one record; a list of labels is saved whole. */
  readonly update: (
    id: string,
    field: string,
    value: CellValue | readonly string[],
  ) => Promise<void>;
  readonly preview: (
    target: BulkTarget,
    change: BulkChange,
    part: PreviewPart,
    signal: AbortSignal,
  ) => Promise<BulkPreview>;
  /** Makes the change on `count` records as one operation; those that refuse it stay as they are. */
  readonly change: (target: BulkTarget, change: BulkChange, count: number) => Promise<void>;
  readonly remove: (target: BulkTarget, count: number) => Promise<void>;
  /** Asks where to write, then writes what is on screen. */
  readonly exportRows: (
    query: GridQuery,
    columns: readonly string[],
    choice: ExportChoice,
  ) => Promise<void>;
}
