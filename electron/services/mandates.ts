import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';

import { assertNoOverlap } from './mandate-overlap.ts';
import type { Author } from './records.ts';
import type { StoreSession } from './session.ts';

const DAY_MS = 86_400_000;

export interface Succession {
  /** The mandate that ends. */
  readonly mandateId: Id<'mandate'>;
  readonly personId: Id<'person'>;
  readonly organisationId: Id<'organisation'> | null;
  /** First day of the successor; the predecessor's mandate ends the day before. */
  readonly fromOn: string;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/**
 * Hands a role over: the old mandate ends, the new one begins in the same body and role. One
 * operation, so that one undo takes both back.
 * @throws DataError `record.notFound`, or `record.invalid` when the dates do not follow each other
 */
export function handOver(
  session: StoreSession,
  { author }: Author,
  { mandateId, personId, organisationId, fromOn }: Succession,
): OperationResult<Id<'mandate'>> {
  const db = session.writer();
  const former = getRecord(db, 'mandate', mandateId);
  if (former === null) throw new DataError('record.notFound', { table: 'mandate', id: mandateId });
  const { workingGroupId, subGroupId, committeeId, role } = former;
  const successor: NewRecord<'mandate'> = {
    personId,
    organisationId,
    workingGroupId,
    subGroupId,
    committeeId,
    role,
    fromOn,
  };
  const reason = { key: 'handOver', params: { table: 'mandate' } };
  return runOperation(db, { author, reason }, (operation) => {
    operation.update('mandate', mandateId, { toOn: dayBefore(fromOn) });
    const id = operation.insert('mandate', successor);
    assertNoOverlap(operation, id);
    return id;
  });
}
