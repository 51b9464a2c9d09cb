import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Objective } from './tree.ts';

type ObjectiveId = Id<'objective'>;
type Siblings = Pick<Objective, 'workingGroupId' | 'year' | 'parentId' | 'subGroupId'>;

/** Objectives that stand side by side: parts of one, or those at the top of one body's list. */
export function sistersOf(
  db: ReadableDb,
  { workingGroupId, year, parentId, subGroupId }: Siblings,
): Objective[] {
  const where = { workingGroupId, year, parentId };
  return listRecords(db, 'objective', parentId === null ? { ...where, subGroupId } : where, [
    'position',
    'statedOn',
  ]);
}

/** Where the next of them stands. */
export const nextPosition = (sisters: readonly Objective[]): number =>
  Math.min(1000, Math.max(0, ...sisters.map(({ position }) => position)) + 1);

/** What a part has in common with the objective it is a part of. */
const heritage = ({ subGroupId, strategicAxisId, agreementId }: Objective) => ({
  subGroupId,
  strategicAxisId,
  agreementId,
});

/**
 * Adds an objective after its sisters; a part takes up the sub-group, the axis and the agreement.
 * @throws AppError `steering.otherYear` for a parent of another year; DataError `steering.yearClosed`
 */
export function addObjective(
  session: StoreSession,
  { author }: Author,
  { groupId, year, title, parentId, subGroupId }: ChannelRequest<'steering:addObjective'>,
): OperationResult<ObjectiveId> {
  const reason = { key: 'create', params: { table: 'objective' } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const parent = parentId === null ? null : mustGet(op.db, 'objective', parentId);
    if (parent !== null && (parent.year !== year || parent.workingGroupId !== groupId)) {
      throw new AppError('steering.otherYear');
    }
    const inherited = parent === null ? { subGroupId } : heritage(parent);
    const place = {
      workingGroupId: groupId,
      year,
      parentId,
      subGroupId: inherited.subGroupId,
    };
    const position = nextPosition(sistersOf(op.db, place));
    return op.insert('objective', { ...place, ...inherited, position, title });
  });
}

/**
 * Puts sisters into the given order; those left out follow in theirs.
 * @throws AppError `steering.notSisters`
 */
export function orderObjectives(
  session: StoreSession,
  { author }: Author,
  { ids }: ChannelRequest<'steering:orderObjectives'>,
): OperationResult<void> {
  const context = { author, reason: { key: 'orderObjectives' } };
  return runOperation(session.writer(), context, (op) => {
    const [first] = ids;
    if (first === undefined) return;
    const sisters = sistersOf(op.db, mustGet(op.db, 'objective', first));
    const byId = new Map<string, Objective>(sisters.map((one) => [one.id, one]));
    const ordered = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
    if (ordered.length !== ids.length) throw new AppError('steering.notSisters');
    setPositions(op, [...ordered, ...sisters.filter((one) => !ordered.includes(one))]);
  });
}

function setPositions(op: Operation, objectives: readonly Objective[]): void {
  op.updateEach(
    'objective',
    objectives.map(({ id }, index) => ({ id, patch: { position: index + 1 } })),
  );
}

/**
 * Makes an objective a part of another one, or puts it at the top again, after its new sisters.
 * @throws AppError `steering.partOfItself`, `steering.otherYear`
 */
export function moveObjective(
  session: StoreSession,
  { author }: Author,
  { id, parentId }: ChannelRequest<'steering:moveObjective'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'moveObjective' } }, (op) => {
    const moved = mustGet(op.db, 'objective', id);
    if (moved.parentId === parentId) return;
    const parent = parentId === null ? null : mustGet(op.db, 'objective', parentId);
    if (parent !== null) {
      if (parent.year !== moved.year || parent.workingGroupId !== moved.workingGroupId) {
        throw new AppError('steering.otherYear');
      }
      if (isWithin(op.db, parent, id)) throw new AppError('steering.partOfItself');
    }
    const position = nextPosition(sistersOf(op.db, { ...moved, parentId }));
    op.update('objective', id, { parentId, position });
  });
}

/** Whether an objective is another one, or one of its parts at any depth. */
function isWithin(db: ReadableDb, start: Objective, id: string): boolean {
  const seen = new Set<string>();
  let at: Objective | null = start;
  while (at !== null && !seen.has(at.id)) {
    if (at.id === id) return true;
    seen.add(at.id);
    at = at.parentId === null ? null : mustGet(db, 'objective', at.parentId);
  }
  return false;
}

/**
 * Splits an objective into parts. They become its children rather than its successors: it goes on
 * standing for them all, so that what hangs on it (links, indicators, sources) stays where it is and
 * documents list the parts below it.
 */
export function splitObjective(
  session: StoreSession,
  { author }: Author,
  { id, titles }: ChannelRequest<'steering:splitObjective'>,
): OperationResult<ObjectiveId[]> {
  const reason = { key: 'splitObjective', params: { count: titles.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const whole = mustGet(op.db, 'objective', id);
    const place = { workingGroupId: whole.workingGroupId, year: whole.year, parentId: id };
    const first = nextPosition(sistersOf(op.db, { ...place, subGroupId: null }));
    return op.insertMany(
      'objective',
      titles.map((title, index) => ({
        values: {
          ...place,
          ...heritage(whole),
          position: Math.min(1000, first + index),
          title,
          statedOn: whole.statedOn,
          status: whole.status,
        },
      })),
    );
  });
}

/** Says what became of an objective; one that was reached is done. */
export function closeObjective(
  session: StoreSession,
  { author }: Author,
  { id, judgement, closedOn, note }: ChannelRequest<'steering:closeObjective'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'closeObjective' } }, (op) => {
    op.update('objective', id, {
      judgement,
      closedOn,
      closingNote: note === '' ? null : note,
      ...(judgement === 'reached' ? { status: 'done' as const } : {}),
    });
  });
}

/** Takes an objective up again that was closed too early; its note stays to be read. */
export function reopenObjective(
  session: StoreSession,
  { author }: Author,
  { id }: ChannelRequest<'steering:reopenObjective'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'reopenObjective' } }, (op) => {
    const { judgement, status } = mustGet(op.db, 'objective', id);
    const isDone = judgement === 'reached' && status === 'done';
    op.update('objective', id, {
      judgement: null,
      closedOn: null,
      ...(isDone ? { status: 'underWay' as const } : {}),
    });
  });
}

/** Says that an objective led to a result; said twice, it is written once. */
export function linkResult(
  session: StoreSession,
  { author }: Author,
  { objectiveId, resultId }: ChannelRequest<'steering:linkResult'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'linkResult' } }, (op) => {
    mustGet(op.db, 'objective', objectiveId);
    mustGet(op.db, 'result', resultId);
    const link = {
      fromTable: 'objective',
      fromId: objectiveId,
      toTable: 'result',
      toId: resultId,
    } as const;
    if (listRecords(op.db, 'chainLink', link).length === 0) op.insert('chainLink', link);
  });
}
