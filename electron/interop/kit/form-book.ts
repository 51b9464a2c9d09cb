import type { ByteSink, WorkbookProperties } from '../table.ts';

/**
 * How a cell looks and whether it can be written in: everything else of a form is protected, without
 * a password, against slips only.
 */
export type FormStyle = 'text' | 'heading' | 'title' | 'number' | 'note' | 'choice' | 'code';

/** Styles of the cells that are filled in. */
export const OPEN_STYLES: ReadonlySet<FormStyle> = new Set(['number', 'note', 'choice']);

export interface FormCell {
  readonly style: FormStyle;
  readonly value: string | number | null;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  readonly isHidden?: boolean;
}

export interface FormColumn {
  /** In characters. */
  readonly width: number;
  readonly isHidden?: boolean;
  /** What the open cells of the column take. */
  readonly rule?: FormRule;
}

/** Anything else is refused by the spreadsheet itself, with the message. */
export type FormRule = {
  readonly title: string;
  readonly help: string;
  readonly refusal: string;
} & (
  | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'list';
      readonly choices: readonly string[];
      /** Cells that hold the same choices, for formats that keep only short lists in a rule. */
      readonly range?: string;
    }
);

/** A rule of one cell alone: row from 1, column from 0. */
export interface FormCellRule {
  readonly row: number;
  readonly column: number;
  readonly rule: FormRule;
}

export interface FormSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly columns: readonly FormColumn[];
  readonly rowCount: number;
  readonly rows: Iterable<FormRow>;
  /** Rows, from 0, that hold the headings and stay in sight; -1 for none. */
  readonly headingRow: number;
  /** Rules of single cells, where a column asks for something else in every row. */
  readonly cellRules?: readonly FormCellRule[];
}

/** A workbook that people fill in where it lets them. */
export interface FormBook {
  readonly properties: WorkbookProperties;
  readonly sheets: readonly FormSheet[];
}

export type WriteForm = (
  book: FormBook,
  sink: ByteSink,
  /** Awaited now and then, so that others get their turn. */
  turn: () => Promise<void>,
) => Promise<void>;

/** Rows made between two turns. */
export const ROWS_IN_A_TURN = 50;
