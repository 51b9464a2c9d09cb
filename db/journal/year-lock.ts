import type { EntityName } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb, Sql } from '#sql/sql.ts';
import { name as identifier, one, sql } from '#sql/sql.ts';

import { idsIn } from './entries.ts';
import type { LockedReason } from './locks.ts';

/** Keys of the reasons under which a year is closed and opened again; nothing else touches its state. */
export const CLOSING = 'closeYear';
export const REOPENING = 'reopenYear';

/** Where a record `x` of some kind belongs: its group and its year; null where it has none. */
interface Place {
  readonly group: Sql;
  readonly year: Sql;
  /** Columns that follow when what they refer to is merged or put aside. */
  readonly following: ReadonlySet<string>;
  /** Columns that say nothing about the year. */
  readonly free: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();
const ownGroup = sql`x.working_group_id`;
const ownYear = sql`x.year`;

function place(
  group: Sql,
  year: Sql,
  { following = nothing, free = nothing }: Partial<Pick<Place, 'following' | 'free'>> = {},
): Place {
  return { group, year, following, free };
}

const groupOfIndicator = (id: Sql) =>
  sql`(SELECT i.working_group_id FROM indicator i WHERE i.id = ${id})`;
const ofMeasurement = (id: Sql, what: Sql) =>
  sql`(SELECT ${what} FROM measurement m WHERE m.id = ${id})`;
const yearIn = (day: Sql) => sql`CAST(substr(${day}, 1, 4) AS INTEGER)`;
const activityYear = (activity: Sql) =>
  yearIn(sql`coalesce(${activity}.ends_on, ${activity}.starts_on)`);

/** Group and year of one end of a link, whichever kind of record it is. */
const endOf = (id: Sql) => sql`
  SELECT o.working_group_id AS g, o.year AS y FROM objective o WHERE o.id = ${id}
  UNION ALL SELECT r.working_group_id, r.year FROM result r WHERE r.id = ${id}
  UNION ALL SELECT s.working_group_id, s.year FROM remedy s WHERE s.id = ${id}
  UNION ALL SELECT a.working_group_id, ${activityYear(sql`a`)} FROM activity a WHERE a.id = ${id}
  UNION ALL SELECT ${groupOfIndicator(sql`m.indicator_id`)}, ${yearIn(sql`m.as_of_on`)}
            FROM measurement m WHERE m.id = ${id}`;
/** A link belongs to the later year of its ends: what was found one year leads on into the next. */
const ofLink = (what: Sql) =>
  sql`(SELECT ${what} FROM (${endOf(sql`x.from_id`)} UNION ALL ${endOf(sql`x.to_id`)})
       WHERE y IS NOT NULL ORDER BY y DESC LIMIT 1)`;

const places: Readonly<Partial<Record<EntityName, Place>>> = {
  groupYear: place(ownGroup, ownYear),
  objective: place(ownGroup, ownYear, {
    following: new Set(['subGroupId', 'strategicAxisId', 'agreementId']),
  }),
  result: place(ownGroup, ownYear, { following: new Set(['eventId', 'deliverableId']) }),
  remedy: place(ownGroup, ownYear),
  activity: place(ownGroup, activityYear(sql`x`), {
    following: new Set(['strategicAxisId', 'agreementId', 'eventId', 'organiserId']),
  }),
  barrierStatement: place(
    sql`(SELECT b.working_group_id FROM barrier b WHERE b.id = x.barrier_id)`,
    yearIn(sql`x.stated_on`),
    { following: new Set(['sourceId']) },
  ),
  indicator: place(
    ownGroup,
    sql`coalesce((SELECT o.year FROM objective o WHERE o.id = x.objective_id), ${yearIn(sql`x.target_on`)})`,
    { free: new Set(['position']) },
  ),
  measurement: place(groupOfIndicator(sql`x.indicator_id`), yearIn(sql`x.as_of_on`), {
    following: new Set(['sourceId']),
  }),
  measurementPart: place(
    ofMeasurement(sql`x.measurement_id`, groupOfIndicator(sql`m.indicator_id`)),
    ofMeasurement(sql`x.measurement_id`, yearIn(sql`m.as_of_on`)),
  ),
  chainLink: place(ofLink(sql`g`), ofLink(sql`y`)),
};

/** Kinds of records that a closed year holds still, but for what says which years are closed. */
export const frozenTables = (Object.keys(places) as EntityName[]).filter(
  (name) => name !== 'groupYear',
); // keys of a const object

/** SQL that counts the live records of one kind that belong to a group's year. */
export function countInYear(name: EntityName, groupId: string, year: number): Sql {
  const found = places[name];
  if (found === undefined) return sql`SELECT 0 AS n`;
  return sql`SELECT count(*) AS n FROM ${identifier(tableOf(name))} x
             WHERE x.deleted_at IS NULL AND ${found.year} = ${year} AND ${found.group} = ${groupId}`;
}

/** What an operation does; undoing or doing it again is the same deed. */
function deedOf({ key, params }: LockedReason): unknown {
  return key === 'undo' || key === 'redo' ? params?.['of'] : key;
}

function touches(
  { following, free }: Place,
  fields: Iterable<string>,
  name: EntityName,
  reason: LockedReason,
): boolean {
  const deed = deedOf(reason);
  const table = reason.params?.['table'];
  const mayFollow = deed === 'merge' || (deed === 'remove' && table !== name);
  return [...fields].some((field) => !free.has(field) && !(mayFollow && following.has(field)));
}

/**
 * Refuses to change records of a closed year, or to bring some into it. Asked both before and after
 * cells are set: a record leaves a closed year no more than it enters one.
 * @param fields columns that are set; null for records that are new
 * @throws DataError `steering.yearClosed` with the year
 */
export function assertYearOpen(
  db: ReadableDb,
  name: EntityName,
  fields: Iterable<string> | null,
  ids: readonly string[],
  reason: LockedReason,
): void {
  const found = places[name];
  if (found === undefined || !isAnyYearClosed(db)) return;
  if (fields !== null && !touches(found, fields, name, reason)) return;
  const deed = deedOf(reason);
  if (name === 'groupYear' && (deed === CLOSING || deed === REOPENING)) return;
  const closed = one<{ year: number }>(
    db,
    sql`SELECT c.year FROM ${identifier(tableOf(name))} x
          JOIN group_year c ON c.status = 'closed' AND c.deleted_at IS NULL
            AND c.working_group_id = ${found.group} AND c.year = ${found.year}
        WHERE x.id IN (${idsIn(ids)}) LIMIT 1`,
  );
  if (closed !== null) throw new DataError('steering.yearClosed', { year: closed.year });
}

/** Nearly always no: the rest is then not asked. */
function isAnyYearClosed(db: ReadableDb): boolean {
  return (
    one(
      db,
      sql`SELECT 1 AS found FROM group_year WHERE status = 'closed' AND deleted_at IS NULL LIMIT 1`,
    ) !== null
  );
}
