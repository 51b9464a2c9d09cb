import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

/** One record changed by one operation, among the decisions and withdrawals of a call. */
export interface ChangedRow {
  readonly operationId: string;
  readonly tbl: 'phaseDecision' | 'withdrawal';
  readonly row: string;
  readonly applicationId: string;
  readonly phaseId: string | null;
  readonly kind: 'founding' | 'edit' | 'import' | 'undo' | 'redo';
  readonly reason: string;
}

/** Those put aside included: their history tells why. */
function recordsOf(callId: string, applicationId: string | null): Sql {
  const own =
    applicationId === null
      ? sql`IN (SELECT a.id FROM application a WHERE a.call_id = ${callId} AND a.deleted_at IS NULL)`
      : sql`= ${applicationId}`;
  return sql`SELECT d.id, d.application_id, d.phase_id, 'phaseDecision' AS tbl FROM phase_decision d
      WHERE d.application_id ${own}
    UNION ALL SELECT w.id, w.application_id, NULL, 'withdrawal' FROM withdrawal w
      WHERE w.application_id ${own}`;
}

/** What happened to the decisions and withdrawals of a call, operation by operation, latest first. */
export function changedRows(
  db: ReadableDb,
  callId: string,
  applicationId: string | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: ChangedRow[] } {
  const records = recordsOf(callId, applicationId);
  const changed = sql`SELECT c.operation_id, c.row, c.hlc, r.application_id, r.phase_id, r.tbl
    FROM (${records}) r JOIN change c ON c.row = r.id GROUP BY c.row, c.operation_id`;
  const total = one<{ count: number }>(db, sql`SELECT count(*) AS count FROM (${changed})`);
  const rows = all<ChangedRow>(
    db,
    sql`SELECT o.id AS operationId, x.tbl, x.row, x.application_id AS applicationId,
          x.phase_id AS phaseId, o.kind, o.reason
        FROM (${changed}) x JOIN operation o ON o.id = x.operation_id
        ORDER BY o.hlc DESC, x.row LIMIT ${limit} OFFSET ${offset}`,
  );
  return { total: total?.count ?? 0, rows };
}
