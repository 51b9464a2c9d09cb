import type {
  ImportFormat,
  ImportWarning,
  ImportWarningCode,
  MergedRange,
  RawRow,
  TextDialect,
} from './sheet.ts';

/** A sheet as its format's reader finds it when the file is opened. */
export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly MergedRange[];
  readonly mergeCount: number;
}

/** Told by a reader while it works: bytes read of the bytes to read. */
export type Advance = (done: number, total: number) => void;

/** An opened file. `rows` may be called again, once at a time; leaving the loop early frees all. */
export interface Book {
  readonly format: ImportFormat;
  readonly sheets: readonly BookSheet[];
  readonly warnings: readonly ImportWarning[];
  readonly dialect: TextDialect | null;
  rows(sheet: number, notes: Notes, advance?: Advance): AsyncIterable<readonly RawRow[]>;
  close(): Promise<void>;
}

/** Collects warnings, one line per code, with the first place. */
export class Notes {
  readonly #sheet: string | null;
  readonly #found = new Map<ImportWarningCode, { count: number; first: string | null }>();

  constructor(sheet: string | null) {
    this.#sheet = sheet;
  }

  add(code: ImportWarningCode, place: (() => string) | string | null = null, count = 1): void {
    const known = this.#found.get(code);
    if (known) {
      known.count += count;
      return;
    }
    this.#found.set(code, { count, first: typeof place === 'function' ? place() : place });
  }

  list(): ImportWarning[] {
    return [...this.#found].map(([code, { count, first }]) => ({
      code,
      sheet: this.#sheet,
      count,
      first,
    }));
  }
}
