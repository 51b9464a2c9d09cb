import type { RowInsert } from '#sql/insert-rows.ts';
import { insertInto } from '#sql/insert-rows.ts';
import type { SqlValue, WritableDb } from '#sql/sql.ts';

import type { ChangeRow, OperationRow } from './entries.ts';
import { CHANGE_COLUMNS, entryHasher } from './entries.ts';

/** What differs from one entry to the next among those that are written together. */
export type Draft = Pick<ChangeRow, 'row' | 'col' | 'value' | 'parents'>;

/** What they share. */
export interface Shared {
  readonly operation: OperationRow;
  readonly scope: string;
  readonly tbl: string;
  readonly op: ChangeRow['op'];
}

const entry = (place: number): string => `(${place}, ?, ?, ?, ?, ?)`;

/** What entries share is bound once for all of them. */
const entries: RowInsert = {
  width: 5,
  textFor: (rows) => `INSERT OR FAIL INTO change (${CHANGE_COLUMNS.text})
    SELECT c.column1, c.column2, c.column3 + v.column1, c.column4, c.column5, c.column6,
      v.column2, v.column3, c.column7, v.column4, v.column5, v.column6
    FROM (VALUES (?, ?, ?, ?, ?, ?, ?)) c
    CROSS JOIN (VALUES ${Array.from({ length: rows }, (_, place) => entry(place)).join(', ')}) v`,
};

/** Writes entries of one operation, kind and scope, one after the other from `firstSeq` on. */
export function appendEntries(
  db: WritableDb,
  { operation, scope, tbl, op }: Shared,
  firstSeq: number,
  drafts: readonly Draft[],
): void {
  const { id, replica, hlc } = operation;
  const hashOf = entryHasher({ scope, replica, operation_id: id, hlc, tbl, op }, operation);
  insertInto(db, entries, drafts.length, (from, to) => {
    const bound: SqlValue[] = [scope, replica, firstSeq + from, id, hlc, tbl, op];
    for (let at = from; at < to; at += 1) {
      const draft = drafts[at];
      if (draft === undefined) break;
      const { row, col, value, parents } = draft;
      const hash = hashOf({ seq: firstSeq + at, row, col, value, parents });
      bound.push(row, col, value, parents, hash);
    }
    return bound;
  });
}
