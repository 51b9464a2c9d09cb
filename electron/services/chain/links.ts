import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { LinkEnd } from '#domain/chain.ts';
import { linkObstacle, reachable } from '#domain/chain.ts';
import type { Id } from '#domain/ids.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** The group that an end belongs to. @throws DataError `record.notFound` */
function groupOf(db: ReadableDb, { table, id }: LinkEnd): Id<'workingGroup'> {
  if (table === 'measurement') {
    const measurement = getRecord(db, 'measurement', id);
    const indicator =
      measurement === null ? null : getRecord(db, 'indicator', measurement.indicatorId);
    if (indicator !== null) return indicator.workingGroupId;
  } else {
    const record = getRecord(db, table, id);
    if (record !== null) return record.workingGroupId;
  }
  throw new DataError('record.notFound', { table, id });
}

/**
 * Joins two cards of the chain.
 * @throws DataError `record.notFound`; AppError `chain.itself`, `chain.otherGroup`, `chain.backward`,
 *   `chain.sameColumn`, `chain.fromMark`, `chain.duplicate`, `chain.circular`
 */
export function linkCards(
  session: StoreSession,
  { author }: Author,
  { from, to }: ChannelRequest<'chain:link'>,
): OperationResult<Id<'chainLink'>> {
  const params = { from: from.table, to: to.table };
  const reason = { key: 'linkCards', params };
  return runOperation(session.writer(), { author, reason }, (op) => {
    if (from.id === to.id) throw new AppError('chain.itself');
    const groupId = groupOf(op.db, from);
    if (groupOf(op.db, to) !== groupId) throw new AppError('chain.otherGroup');
    const obstacle = linkObstacle(from.table, to.table);
    if (obstacle !== null) throw new AppError(`chain.${obstacle}`, params);
    const known = listRecords(op.db, 'chainLink', { fromId: from.id, toId: to.id });
    if (known.length > 0) throw new AppError('chain.duplicate');
    if (from.table === to.table) {
      const ofKind = listRecords(op.db, 'chainLink', { fromTable: from.table, toTable: to.table });
      const isBehind = reachable(ofKind, [to.id], 'downstream').has(from.id);
      if (isBehind) throw new AppError('chain.circular');
    }
    return op.insert('chainLink', {
      fromTable: from.table,
      fromId: from.id,
      toTable: to.table,
      toId: to.id,
    });
  });
}

/** Takes links away. @throws DataError `record.notFound` when one is gone already */
export function unlinkCards(
  session: StoreSession,
  { author }: Author,
  { ids }: ChannelRequest<'chain:unlink'>,
): OperationResult<void> {
  const reason = { key: 'unlinkCards', params: { count: ids.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    for (const id of ids) {
      if (getRecord(op.db, 'chainLink', id) === null) {
        throw new DataError('record.notFound', { table: 'chainLink', id });
      }
    }
    op.setDeletedMany('chainLink', ids, new Date().toISOString());
  });
}
