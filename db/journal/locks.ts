import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { DELETED_AT, tableOf } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { name as identifier, one, sql } from '#sql/sql.ts';

import {
  assertEditionUnlocked,
  assertMayBeRefreshed,
  FREEZING,
  PUBLISHING,
} from './edition-locks.ts';
import { idsIn } from './entries.ts';

/** Key of the reason under which minutes are validated; to undo that is the one way to unlock them. */
export const VALIDATION = 'validateMinutes';
/** Reasons whose undoing, or doing again, opens what they lock. */
export const LOCKING: ReadonlySet<unknown> = new Set([VALIDATION, FREEZING, PUBLISHING]);

interface Lock {
  /** Columns that are part of what was validated. */
  readonly fields: ReadonlySet<string>;
  /** Likewise, but they follow when two people are merged, or when one of them is put aside. */
  readonly following: ReadonlySet<string>;
  /** Condition, on minutes `v` and a record `x`, that the record belongs to those minutes. */
  readonly belongs: Sql;
}

const ofTheMeeting = sql`v.meeting_id = x.meeting_id`;
const ofAnItem = sql`CASE WHEN x.minutes_item_id IS NULL THEN v.meeting_id = x.meeting_id
  ELSE v.id = (SELECT i.minutes_id FROM minutes_item i WHERE i.id = x.minutes_item_id) END`;

/** The reason of an operation, as the locks look at it. */
export interface LockedReason {
  readonly key: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

const place = ['meetingId', 'agendaItemId', 'minutesItemId', DELETED_AT] as const;

const locks: Readonly<Partial<Record<EntityName, Lock>>> = {
  meeting: {
    fields: new Set(['title', 'heldOn', 'startsAt', 'endsAt', 'place', 'status', DELETED_AT]),
    following: new Set(['chairId', 'secretaryId']),
    belongs: sql`v.meeting_id = x.id`,
  },
  agendaItem: {
    fields: new Set([
      'meetingId',
      'position',
      'title',
      'durationMinutes',
      'status',
      'note',
      'spentSeconds',
      DELETED_AT,
    ]),
    following: new Set(['presenterId', 'subGroupId']),
    belongs: ofTheMeeting,
  },
  attendance: {
    fields: new Set(['meetingId']),
    following: new Set([
      'personId',
      'guestName',
      'organisationId',
      'status',
      'representedById',
      DELETED_AT,
    ]),
    belongs: ofTheMeeting,
  },
  minutes: {
    fields: new Set([
      'meetingId',
      'number',
      'status',
      'body',
      'validatedAt',
      'amendsId',
      DELETED_AT,
    ]),
    following: new Set(['validatedById']),
    belongs: sql`v.id = x.id`,
  },
  minutesItem: {
    fields: new Set(['minutesId', 'agendaItemId', 'position', 'body', DELETED_AT]),
    following: new Set(),
    belongs: sql`v.id = x.minutes_id`,
  },
  decision: {
    fields: new Set([
      'title',
      'detail',
      'decidedOn',
      'votesFor',
      'votesAgainst',
      'abstentions',
      ...place,
    ]),
    following: new Set(),
    belongs: ofAnItem,
  },
  actionItem: { fields: new Set(['title', ...place]), following: new Set(), belongs: ofAnItem },
};

/**
 * Refuses to change what was validated: minutes, their items, the agenda, those present and the words
 * of their decisions and actions. What becomes of a decision or action may still be said.
 * Frozen editions of reports are refused likewise.
 * @throws DataError `minutes.validated` with the number of the minutes, `edition.locked`
 */
export function assertUnlocked(
  db: ReadableDb,
  name: EntityName,
  touched: Iterable<string>,
  ids: readonly string[],
  reason: LockedReason,
): void {
  const fields = [...touched];
  assertEditionUnlocked(db, name, fields, ids, reason.key);
  const lock = locks[name];
  if (lock === undefined) return;
  const mayFollow = followsAnother(reason, name);
  const isLocked = (field: string): boolean =>
    lock.fields.has(field) || (!mayFollow && lock.following.has(field));
  if (!fields.some(isLocked)) return;
  const found = one<{ number: string | null }>(
    db,
    sql`SELECT v.number FROM ${identifier(tableOf(name))} x
          JOIN minutes v ON v.status = 'validated' AND v.deleted_at IS NULL AND ${lock.belongs}
        WHERE x.id IN (${idsIn(ids)}) LIMIT 1`,
  );
  if (found !== null) refuse(found);
}

/** Whether records of that kind change because another one was merged or put aside, or that is undone. */
function followsAnother({ key, params }: LockedReason, name: EntityName): boolean {
  const deed = key === 'undo' || key === 'redo' ? params?.['of'] : key;
  if (deed === 'merge') return true;
  return deed === 'remove' && params?.['table'] !== name;
}

function refuse({ number }: { readonly number: string | null }): never {
  throw new DataError('minutes.validated', { number: number ?? '' });
}

const parents = {
  minutesItem: { field: 'minutesId', of: 'id' },
  agendaItem: { field: 'meetingId', of: 'meetingId' },
  attendance: { field: 'meetingId', of: 'meetingId' },
} as const;

function validatedWhere(db: ReadableDb, column: string, id: unknown) {
  if (typeof id !== 'string') return null;
  return one<{ number: string | null }>(
    db,
    sql`SELECT number FROM minutes
        WHERE ${identifier(toColumn(column))} = ${id} AND status = 'validated' AND deleted_at IS NULL`,
  );
}

/** The same for a record that is to be added to what was validated. */
export function assertMayJoin(
  db: ReadableDb,
  name: EntityName,
  rows: readonly Readonly<Record<string, unknown>>[],
): void {
  if (name === 'minutesItem' || name === 'agendaItem' || name === 'attendance') {
    const { field, of } = parents[name];
    for (const id of new Set(rows.map((row) => row[field]))) {
      const found = validatedWhere(db, of, id);
      if (found !== null) refuse(found);
    }
  } else if (name === 'decision' || name === 'actionItem') {
    for (const row of rows) {
      const found = validatedAround(db, row);
      if (found !== null) refuse(found);
    }
  } else if (name === 'snapshot') {
    assertMayBeRefreshed(db, rows);
  }
}

function validatedAround(db: ReadableDb, row: Readonly<Record<string, unknown>>) {
  const itemId = row['minutesItemId'];
  if (typeof itemId !== 'string') return validatedWhere(db, 'meetingId', row['meetingId']);
  return one<{ number: string | null }>(
    db,
    sql`SELECT v.number FROM minutes_item i JOIN minutes v ON v.id = i.minutes_id
        WHERE i.id = ${itemId} AND v.status = 'validated' AND v.deleted_at IS NULL`,
  );
}
