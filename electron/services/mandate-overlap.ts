import type { Operation } from '#journal/operation.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';

type Mandate = RecordOf<'mandate'>;

/** Whether two periods share a day; an open end has no bound. */
function meet(a: Mandate, b: Mandate): boolean {
  const startsInTime = a.fromOn === null || b.toOn === null || a.fromOn <= b.toOn;
  return startsInTime && (b.fromOn === null || a.toOn === null || b.fromOn <= a.toOn);
}

const isSameSeat = (a: Mandate, b: Mandate): boolean =>
  a.role === b.role &&
  a.workingGroupId === b.workingGroupId &&
  a.subGroupId === b.subGroupId &&
  a.committeeId === b.committeeId;

/**
 * Refuses a mandate that a person already holds, in the same role and body, on one of its days. What
 * comes by exchange or from a file may still say so: the meetings then warn of it.
 * @throws DataError `record.invalid`
 */
export function assertNoOverlap({ db }: Pick<Operation, 'db'>, id: string): void {
  const mandate = getRecord(db, 'mandate', id);
  if (mandate === null) return;
  const others = listRecords(db, 'mandate', { personId: mandate.personId });
  const clash = others.some(
    (other) => other.id !== id && isSameSeat(mandate, other) && meet(mandate, other),
  );
  if (!clash) return;
  const refusals = [{ field: 'fromOn', rule: 'overlapsAnother' }];
  throw new DataError('record.invalid', { table: 'mandate', refusals });
}
