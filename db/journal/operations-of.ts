import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import type { OperationRow } from './entries.ts';
import { idsIn } from './entries.ts';

/** Operations that touched any of these records, the oldest first. */
export function operationsOf(db: ReadableDb, rows: readonly string[]): OperationRow[] {
  return all<OperationRow>(
    db,
    sql`SELECT * FROM operation
        WHERE id IN (SELECT operation_id FROM change WHERE row IN (${idsIn(rows)}))
        ORDER BY hlc, id`,
  );
}
