import type {
  FormBook,
  FormCell,
  FormCellRule,
  FormColumn,
  FormRow,
  FormRule,
  FormSheet,
  FormStyle,
} from '#interop/kit/form-book.ts';
import { columnLetters, quoteSheetName } from '#interop/spreadsheet-limits.ts';

/** Beyond what anybody answers, and exact in every program. */
const LARGEST = 1e15;

/** One cell to fill in. */
export interface AskedCell {
  readonly label: string;
  readonly help: string;
  readonly style: FormStyle;
  readonly choices?: readonly string[];
  /** What it holds when the form goes out. */
  readonly value?: string | number | null;
  /** The least number that it takes. */
  readonly min?: number;
}

/** A line of its own: what is asked, the cell, and a word of help. */
export interface AskedLine extends AskedCell {
  readonly code: string;
}

export interface PageWords {
  readonly listsSheet: string;
  readonly refusal: { readonly number: string; readonly choice: string };
}

/**
 * A page that people fill in: a hidden column of codes by which a returned file is read, and the lists
 * that cells choose from, on a hidden sheet.
 */
export class FormPage {
  readonly #rows: FormRow[] = [];
  readonly #rules: FormCellRule[] = [];
  readonly #lists: { readonly key: string; readonly choices: readonly string[] }[] = [];
  readonly #words: PageWords;

  constructor(words: PageWords) {
    this.#words = words;
  }

  /** A line of text; a heading runs over `width` cells. */
  say(text: string, style: FormStyle, code = '', width = 3): void {
    const cells: FormCell[] = [
      { style: 'code', value: code },
      { style, value: text },
    ];
    if (style === 'heading') {
      for (let at = 1; at < width; at += 1) cells.push({ style, value: '' });
    }
    this.#rows.push({ cells });
  }

  /** Headings of a table. */
  headings(labels: readonly string[]): void {
    this.#rows.push({
      cells: [
        { style: 'code', value: '' },
        ...labels.map((value): FormCell => ({ style: 'heading', value })),
      ],
    });
  }

  ask({ code, ...asked }: AskedLine): void {
    this.#rows.push({
      cells: [
        { style: 'code', value: code },
        { style: 'text', value: asked.label },
        { style: asked.style, value: asked.value ?? null },
        { style: 'text', value: asked.help },
      ],
    });
    this.#addRule(2, asked);
  }

  /** A line of a table: what names it, then its cells. */
  line(code: string, label: string, cells: readonly AskedCell[]): void {
    this.#rows.push({
      cells: [
        { style: 'code', value: code },
        { style: 'text', value: label },
        ...cells.map(({ style, value }): FormCell => ({ style, value: value ?? null })),
      ],
    });
    for (const [at, cell] of cells.entries()) this.#addRule(at + 2, cell);
  }

  #addRule(column: number, asked: AskedCell): void {
    const rule = this.#ruleOf(asked);
    if (rule !== null) this.#rules.push({ row: this.#rows.length, column, rule });
  }

  #ruleOf({ label, help, style, choices = [], min = -LARGEST }: AskedCell): FormRule | null {
    const { refusal, listsSheet } = this.#words;
    if (style === 'number') {
      return { kind: 'decimal', min, max: LARGEST, title: label, help, refusal: refusal.number };
    }
    if (style !== 'choice' || choices.length === 0) return null;
    const key = JSON.stringify(choices);
    if (!this.#lists.some((list) => list.key === key)) this.#lists.push({ key, choices });
    const letters = columnLetters(this.#lists.findIndex((list) => list.key === key));
    const range = `${quoteSheetName(listsSheet)}!$${letters}$1:$${letters}$${choices.length}`;
    return { kind: 'list', choices, range, title: label, help, refusal: refusal.choice };
  }

  /** The workbook; the first column is that of the codes. */
  book(name: string, columns: readonly FormColumn[], properties: FormBook['properties']): FormBook {
    const form: FormSheet = {
      name,
      columns: [{ width: 10, isHidden: true }, ...columns],
      rows: this.#rows,
      rowCount: this.#rows.length,
      headingRow: -1,
      cellRules: this.#rules,
    };
    const lists = this.#lists.map(({ choices }) => choices);
    return {
      properties,
      sheets: lists.length === 0 ? [form] : [form, listsSheet(this.#words.listsSheet, lists)],
    };
  }
}

function listsSheet(name: string, lists: readonly (readonly string[])[]): FormSheet {
  const height = Math.max(0, ...lists.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, at): FormRow => ({
    cells: lists.map((list) => ({ style: 'code', value: list[at] ?? null })),
  }));
  return {
    name,
    isHidden: true,
    columns: lists.map(() => ({ width: 30 })),
    rows,
    rowCount: height,
    headingRow: -1,
  };
}
