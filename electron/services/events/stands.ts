import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { selectedApplications } from '#repositories/event-planning.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';

import { mustGet } from './find.ts';

const NUMBER = /^(\D*)(\d+)$/;

/** The number after the highest one of an event's stands, in their own way of numbering. */
function nextNumber(stands: readonly RecordOf<'stand'>[]): string {
  const numbered = stands.flatMap(({ number }) => {
    const [, prefix = '', digits = ''] = NUMBER.exec(number ?? '') ?? [];
    return digits === '' ? [] : [{ prefix, value: Number(digits), width: digits.length }];
  });
  const last = numbered.toSorted((a, b) => a.value - b.value).at(-1) ?? {
    prefix: 'S',
    value: 0,
    width: 2,
  };
  return `${last.prefix}${String(last.value + 1).padStart(last.width, '0')}`;
}

function addTo(
  op: Operation,
  eventId: Id<'event'>,
  values: {
    readonly organisationId: Id<'organisation'>;
    readonly applicationId: Id<'application'> | null;
  },
): Id<'stand'> {
  const number = nextNumber(listRecords(op.db, 'stand', { eventId }));
  return op.insert('stand', { eventId, number, ...values });
}

/** Gives an organisation a stand with the next number. */
export function addStand(
  session: StoreSession,
  { author }: Author,
  { id, organisationId, applicationId }: ChannelRequest<'events:addStand'>,
): OperationResult<Id<'stand'>> {
  const reason = { key: 'create', params: { table: 'stand' } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    return addTo(op, id, { organisationId, applicationId });
  });
}

/**
 * Takes over who pitches, or who holds a stand, from the selections of the event. What is there
 * already is left alone; where asked, what the selection no longer names is put aside.
 */
export function takeFromSelection(
  session: StoreSession,
  { author }: Author,
  { id, what, removes }: ChannelRequest<'events:fromSelection'>,
): OperationResult<{ readonly added: number; readonly removed: number }> {
  const table = what === 'pitches' ? 'pitchSlot' : 'stand';
  const outcome = what === 'pitches' ? 'pitch' : 'stand';
  const chosen = selectedApplications(session.reader, id).filter((one) => one.outcome === outcome);
  const isNamed = new Set<string | null>(chosen.map(({ applicationId }) => applicationId));
  const there = listRecords(session.reader, table, { eventId: id });
  const has = new Set<string | null>(there.map(({ applicationId }) => applicationId));
  const added = chosen.filter(({ applicationId }) => !has.has(applicationId));
  const gone = removes
    ? there.filter(({ applicationId }) => applicationId !== null && !isNamed.has(applicationId))
    : [];
  const reason = { key: 'fromSelection', params: { count: added.length + gone.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    const ids = gone.map((one) => one.id);
    op.setDeletedMany(table, ids, new Date().toISOString());
    let position = Math.max(
      0,
      ...listRecords(op.db, 'pitchSlot', { eventId: id }).map((one) => one.position),
    );
    for (const one of added) {
      const { applicationId, organisationId } = one;
      if (what === 'stands') addTo(op, id, { organisationId, applicationId });
      else {
        position += 1;
        op.insert('pitchSlot', { eventId: id, applicationId, position });
      }
    }
    return { added: added.length, removed: gone.length };
  });
}

/** Numbers the stands in the order given. @throws DataError `record.notFound` for another event's */
export function numberStands(
  session: StoreSession,
  { author }: Author,
  { id, standIds, prefix, first }: ChannelRequest<'events:numberStands'>,
): OperationResult<void> {
  const reason = { key: 'numberStands', params: { count: standIds.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    if (new Set(standIds).size !== standIds.length) throw new AppError('event.orderChanged');
    const width = Math.max(2, String(first + standIds.length - 1).length);
    const patches = standIds.map((standId, index) => {
      if (mustGet(op.db, 'stand', standId).eventId !== id) {
        throw new DataError('record.notFound', { table: 'stand', id: standId });
      }
      const number = `${prefix}${String(first + index).padStart(width, '0')}`;
      return { id: standId, patch: { number } };
    });
    op.updateEach('stand', patches);
  });
}

/** Puts a stand on the plan, where another one changes place with it, or takes it off. */
export function placeStand(
  session: StoreSession,
  { author }: Author,
  { standId, at }: ChannelRequest<'events:placeStand'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'placeStand' } }, (op) => {
    const { eventId, planRow, planColumn } = mustGet(op.db, 'stand', standId);
    if (at !== null) {
      const where = { eventId, planRow: at.row, planColumn: at.column };
      const there = listRecords(op.db, 'stand', where).filter(({ id }) => id !== standId);
      op.updateMany(
        'stand',
        there.map(({ id }) => id),
        { planRow, planColumn },
      );
    }
    op.update('stand', standId, { planRow: at?.row ?? null, planColumn: at?.column ?? null });
  });
}

/** Puts the stands that are nowhere on the plan into its free places, row by row, by number. */
export function arrangeStands(
  session: StoreSession,
  { author }: Author,
  { id, columns }: ChannelRequest<'events:arrangeStands'>,
): OperationResult<number> {
  const stands = listRecords(session.reader, 'stand', { eventId: id }, ['number']);
  const loose = stands.filter(({ planRow }) => planRow === null);
  const reason = { key: 'arrangeStands', params: { count: loose.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'event', id);
    const taken = new Set(stands.map(({ planRow, planColumn }) => `${planRow}/${planColumn}`));
    let next = 0;
    const patches = loose.map((stand) => {
      for (;;) {
        const planRow = Math.floor(next / columns) + 1;
        const planColumn = (next % columns) + 1;
        next += 1;
        if (!taken.has(`${planRow}/${planColumn}`))
          return { id: stand.id, patch: { planRow, planColumn } };
      }
    });
    op.updateEach('stand', patches);
    return patches.length;
  });
}
