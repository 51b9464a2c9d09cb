import type { DuplicateTable } from '#domain/duplicate.ts';
import type { EntityName, RecordOf } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { labelOf } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Side } from './merge-fields.ts';
import {
  canJoin,
  chosenFields,
  chosenValues,
  fieldChoices,
  followingValues,
  joinedPublication,
} from './merge-fields.ts';
import type { LinkPlan } from './merge-links.ts';
import { planLinks } from './merge-links.ts';

export interface MergeRequest {
  readonly table: DuplicateTable;
  readonly keepId: string;
  readonly loseId: string;
  /** Whose value each column gets; columns that are not named get the suggested one. */
  readonly fields: Readonly<Record<string, Side>>;
}

/** What a merge did, or would do. */
export interface MergeOutcome {
  /** Rows that now speak of the kept record, by kind. */
  readonly moved: ReadonlyMap<EntityName, number>;
  /** Rows that said the same as another one, by kind. */
  readonly folded: ReadonlyMap<EntityName, number>;
}

type Actor = RecordOf<DuplicateTable>;

export function outcomeOf({ moved, folded }: LinkPlan): MergeOutcome {
  return { moved, folded: new Map([...folded].map(([name, ids]) => [name, ids.length])) };
}

/** A live record. @throws DataError `record.notFound` */
export function requireActor(db: ReadableDb, table: DuplicateTable, id: string): Actor {
  const record = getRecord(db, table, id);
  if (record === null) throw new DataError('record.notFound', { table, id });
  return record;
}

/**
 * Makes one record of two, as one operation: the chosen values, everything that points to the lost
 * record, its name as another spelling, and where it went. One undo gives both back as they were.
 * @throws DataError `record.notFound`, or `record.invalid` when the chosen values break a rule together
 */
export function mergeRecords(
  session: StoreSession,
  { author }: Author,
  { table, keepId, loseId, fields }: MergeRequest,
): OperationResult<MergeOutcome> {
  const db = session.writer();
  const kept = requireActor(db, table, keepId);
  const lost = requireActor(db, table, loseId);
  if (keepId === loseId) throw invalid(table, 'id', 'linkToItself');
  refuseUnknownChoices(table, fields);
  const reason = { key: 'merge', params: { table } };
  return runOperation(db, { author, reason }, (operation) => {
    const plan = planLinks(db, table, keepId, loseId);
    const deletedAt = new Date().toISOString();
    operation.restoreCells(plan.cells);
    for (const [name, ids] of plan.folded) operation.setDeletedMany(name, ids, deletedAt);
    const values = mergedValues(db, table, kept, lost, fields);
    // The values were taken column by column from two records of this very table.
    operation.update(table, keepId, values);
    operation.setDeleted(table, loseId, deletedAt);
    keepNames(operation, table, [kept, lost], keepId);
    operation.insert('mergedRecord', { recordTable: table, keptId: keepId, lostId: loseId });
    return outcomeOf(plan);
  });
}

function invalid(table: EntityName, field: string, rule: string): DataError {
  return new DataError('record.invalid', { table, refusals: [{ field, rule }] });
}

function refuseUnknownChoices(table: DuplicateTable, fields: Readonly<Record<string, Side>>): void {
  const known = new Set(chosenFields(table));
  for (const [field, side] of Object.entries(fields)) {
    if (!known.has(field)) throw invalid(table, field, 'unknownField');
    if (side === 'both' && !canJoin(table, field)) throw invalid(table, field, 'invalidChoice');
  }
}

function mergedValues(
  db: ReadableDb,
  table: DuplicateTable,
  kept: Actor,
  lost: Actor,
  fields: Readonly<Record<string, Side>>,
): Record<string, unknown> {
  const values = chosenValues(fieldChoices(db, table, kept, lost), fields);
  if ('parentId' in values) values['parentId'] = parentOf(values['parentId'], kept, lost);
  Object.assign(values, followingValues(kept, lost, values));
  return { ...values, publication: joinedPublication(kept, lost, values) };
}

/** No record belongs to itself: where one of the two belonged to the other, the next above is taken. */
function parentOf(chosen: unknown, ...both: readonly Actor[]): unknown {
  const own = new Set<unknown>(both.map(({ id }) => id));
  if (!own.has(chosen)) return chosen;
  const others = both.map((record) => ('parentId' in record ? record.parentId : null));
  return others.find((parent) => parent !== null && !own.has(parent)) ?? null;
}

/** Names that the one record no longer bears stay known as other spellings of it. */
function keepNames(
  operation: Operation,
  table: DuplicateTable,
  records: readonly Actor[],
  keepId: string,
): void {
  const { db } = operation;
  const borne = labelOf(table, requireActor(db, table, keepId));
  const known = new Set(
    [borne, ...listRecords(db, 'alias', { recordId: keepId }).map(({ name }) => name)].map(
      foldText,
    ),
  );
  for (const record of records) {
    const name = labelOf(table, record);
    if (known.has(foldText(name))) continue;
    known.add(foldText(name));
    operation.insert('alias', { recordTable: table, recordId: keepId, name });
  }
}

/** Says that two records that look alike are not one; they are not proposed again. */
export function tellApart(
  session: StoreSession,
  { author }: Author,
  {
    table,
    firstId,
    secondId,
  }: { readonly table: DuplicateTable; readonly firstId: string; readonly secondId: string },
): OperationResult<void> {
  const db = session.writer();
  requireActor(db, table, firstId);
  requireActor(db, table, secondId);
  if (firstId === secondId) throw invalid(table, 'id', 'linkToItself');
  const reason = { key: 'distinct', params: { table } };
  return runOperation(db, { author, reason }, (operation) => {
    operation.insert('distinctPair', { recordTable: table, firstId, secondId });
  });
}
