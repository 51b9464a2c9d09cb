import type { MatrixSlot } from '#contract/deliverable.channels.ts';
import type { DeliverableState } from '#domain/deliverable-state.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import { quarterEnd, quarterStart } from '#domain/quarters.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';

import { deliverablesMatrix } from './deliverables-matrix.ts';
import type { Author } from './records.ts';
import type { StoreSession } from './session.ts';

export interface ExpectRequest {
  readonly workingGroupId: Id<'workingGroup'>;
  readonly quarter: string;
  readonly kinds: readonly MatrixSlot['kind'][];
  /** The day they are all due; the quarter's last day says it when null. */
  readonly dueOn: string | null;
}

/** How a deliverable that is only expected is called. */
export type TitleOf = (kind: MatrixSlot['kind'], subGroup: string, quarter: string) => string;

/**
 * Makes what is not yet there of what every sub-group owes in a quarter, as one operation. A slot
 * that holds anything, be it given up, is left as it is; sub-groups not in being owe nothing.
 * @throws DataError `record.notFound` for a group that is not there
 */
export function expectDeliverables(
  session: StoreSession,
  { author }: Author,
  { workingGroupId, quarter, kinds, dueOn }: ExpectRequest,
  titleOf: TitleOf,
): OperationResult<Id<'deliverable'>[]> {
  const db = session.writer();
  if (getRecord(db, 'workingGroup', workingGroupId) === null) {
    throw new DataError('record.notFound', { table: 'workingGroup', id: workingGroupId });
  }
  const { rows } = deliverablesMatrix(db, {
    workingGroupId,
    from: quarterStart(quarter),
    to: quarterEnd(quarter),
    today: quarterEnd(quarter),
  });
  const missing = rows.flatMap(({ subGroupId, name, cells: [cell] }) => {
    if (subGroupId === null || cell === undefined || !cell.isOpen) return [];
    const held = new Map<string, DeliverableState | null>(
      cell.slots.map(({ kind, state }) => [kind, state]),
    );
    return [...new Set(kinds)]
      .filter((kind) => (held.get(kind) ?? null) === null)
      .map((kind) => ({
        values: {
          workingGroupId,
          subGroupId: subGroupId as Id<'subGroup'>, // a row of the matrix is one of the group's
          kind,
          title: titleOf(kind, name, quarter),
          quarter,
          dueOn,
          status: 'upcoming',
          version: 1,
        } satisfies NewRecord<'deliverable'>,
      }));
  });
  const reason = { key: 'expectDeliverables', params: { quarter, count: missing.length } };
  return runOperation(db, { author, reason }, (operation) =>
    operation.insertMany('deliverable', missing),
  );
}
