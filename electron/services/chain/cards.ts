import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';

type Addition = ChannelRequest<'chain:add'>;

/** The column of positions ends there. */
const LAST_POSITION = 1000;

const after = (records: readonly { readonly position: number }[]): number =>
  Math.min(LAST_POSITION, Math.max(0, ...records.map(({ position }) => position)) + 1);

const latestOf = (days: readonly (string | null)[]): string | null => {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : known.reduce((a, b) => (a > b ? a : b));
};

/** The latest of some days within a year; today in the current year, its last day in another. */
function dayWithin({ year, today }: Addition, days: readonly (string | null)[]): string {
  const known = latestOf(days.filter((day) => day !== null && day.startsWith(`${year}-`)));
  return known ?? (today.startsWith(`${year}-`) ? today : `${year}-12-31`);
}

function addBarrier(op: Operation, addition: Addition): string {
  const { groupId: workingGroupId, title } = addition;
  const side = addition.side === 'both' ? 'buyer' : addition.side;
  const others = listRecords(op.db, 'barrier', { workingGroupId, side });
  const statements = others.flatMap(({ id }) =>
    listRecords(op.db, 'barrierStatement', { barrierId: id }),
  );
  const statedOn = dayWithin(
    addition,
    statements.map((one) => one.statedOn),
  );
  const barrierId = op.insert('barrier', { workingGroupId, side, title, position: after(others) });
  const round = statements.filter((one) => one.statedOn === statedOn);
  op.insert('barrierStatement', {
    barrierId,
    statedOn,
    wording: title,
    position: after(round),
    sourceId: null,
  });
  return barrierId;
}

function addLever(op: Operation, addition: Addition): string {
  const { groupId: workingGroupId, title } = addition;
  const side = addition.side === 'both' ? 'buyer' : addition.side;
  const others = listRecords(op.db, 'lever', { workingGroupId });
  const statedOn = dayWithin(
    addition,
    others.map((one) => one.statedOn),
  );
  return op.insert('lever', { workingGroupId, side, title, statedOn, position: after(others) });
}

function addCardTo(op: Operation, addition: Addition): string {
  const { groupId: workingGroupId, table, title, year, forYear, side } = addition;
  switch (table) {
    case 'barrier':
      return addBarrier(op, addition);
    case 'lever':
      return addLever(op, addition);
    case 'remedy': {
      const others = listRecords(op.db, 'remedy', { workingGroupId, year: forYear });
      const position = after(others);
      return op.insert('remedy', { workingGroupId, title, year: forYear, side, position });
    }
    case 'objective': {
      const others = listRecords(op.db, 'objective', {
        workingGroupId,
        year: forYear,
        parentId: null,
      });
      const days = others.map(({ statedOn }) => statedOn);
      const statedOn =
        days
          .filter((day) => day !== null)
          .toSorted()
          .at(-1) ?? null;
      const position = after(others);
      return op.insert('objective', { workingGroupId, title, year: forYear, statedOn, position });
    }
    case 'activity': {
      const others = listRecords(op.db, 'activity', { workingGroupId });
      return op.insert('activity', { workingGroupId, title, position: after(others) });
    }
    case 'result': {
      const others = listRecords(op.db, 'result', { workingGroupId, year });
      return op.insert('result', { workingGroupId, title, year, position: after(others) });
    }
  }
}

/**
 * Makes a record at the end of a column. A barrier is stated in the same words on the day of the
 * latest findings of the year that is shown, so that it joins them; a lever likewise.
 * @throws DataError `record.missingReference`, `record.invalid`
 */
export function addCard(
  session: StoreSession,
  { author }: Author,
  addition: Addition,
): OperationResult<string> {
  const reason = { key: 'create', params: { table: addition.table } };
  return runOperation(session.writer(), { author, reason }, (op) => addCardTo(op, addition));
}

/**
 * Puts some cards of a column into the given order, in the places that they hold among the others.
 * @throws DataError `record.notFound`; AppError `chain.orderChanged` when one is named twice
 */
export function orderCards(
  session: StoreSession,
  { author }: Author,
  { table, ids }: ChannelRequest<'chain:order'>,
): OperationResult<void> {
  if (new Set(ids).size !== ids.length) throw new AppError('chain.orderChanged');
  const reason = { key: 'orderParts', params: { table } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const records = ids.map((id) => {
      const record = getRecord(op.db, table, id);
      if (record === null) throw new DataError('record.notFound', { table, id });
      return record;
    });
    const places = records.map(({ position }) => position).toSorted((a, b) => a - b);
    const areApart = new Set(places).size === places.length;
    op.updateEach(
      table,
      ids.map((id, at) => ({
        // An identifier of that very table: the record was just read.
        id: id as Id<typeof table>,
        patch: { position: (areApart ? places[at] : undefined) ?? at + 1 },
      })),
    );
  });
}
