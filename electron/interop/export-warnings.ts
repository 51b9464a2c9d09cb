import type { ExportWarning, ExportWarningCode } from './table.ts';

interface Tally {
  code: ExportWarningCode;
  table: string;
  column: string | null;
  count: number;
  firstRow: number | null;
  detail: string | null;
}

/** Gathers warnings as counts, so that a table where every cell is odd costs no memory. */
export class WarningLog {
  readonly #tallies = new Map<string, Tally>();

  add(
    code: ExportWarningCode,
    where: { table: string; column?: string; row?: number; detail?: string },
  ): void {
    const column = where.column ?? null;
    const key = JSON.stringify([code, where.table, column, where.detail ?? null]);
    const known = this.#tallies.get(key);
    if (known) {
      known.count += 1;
      return;
    }
    this.#tallies.set(key, {
      code,
      table: where.table,
      column,
      count: 1,
      firstRow: where.row ?? null,
      detail: where.detail ?? null,
    });
  }

  list(): ExportWarning[] {
    return [...this.#tallies.values()];
  }
}
