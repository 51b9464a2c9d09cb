import type { Sql } from '#sql/sql.ts';
import { sql } from '#sql/sql.ts';

/**
 * The rules of `#domain/deliverable-state.ts` in SQL, over the alias `x` of the table of deliverables,
 * for lists that sort, filter and count in the store. Tests hold both against each other.
 */

/** Last day of the quarter that a deliverable names; null for what is no quarter. */
const quarterEnd: Sql = sql`CASE WHEN x.quarter GLOB '[0-9][0-9][0-9][0-9]-T[1-4]'
  THEN substr(x.quarter, 1, 4) || CASE substr(x.quarter, 7)
    WHEN '1' THEN '-03-31' WHEN '2' THEN '-06-30' WHEN '3' THEN '-09-30' ELSE '-12-31' END END`;

/** Its own day, or that of the meeting it is due for. */
export const dueDaySql: Sql = sql`coalesce(x.due_on,
  (SELECT m.held_on FROM meeting m WHERE m.id = x.meeting_id AND m.deleted_at IS NULL))`;

/** `deadlineOf`: that day, or the end of its quarter. */
export const deadlineSql: Sql = sql`coalesce(${dueDaySql}, ${quarterEnd})`;

/** Whether it is neither in nor given up on a day: `expected` or `late`. */
export const isOwedSql = (day: Sql): Sql => sql`(x.status NOT IN ('done', 'abandoned')
  AND coalesce(x.published_on > ${day}, x.published_at IS NULL)
  AND coalesce(x.received_on > ${day}, 1) AND coalesce(x.validated_on > ${day}, 1)
  AND coalesce(x.presented_on > ${day}, 1))`;

/** Whether `stateOfDeliverable` says `late` on a day. */
export const isLateSql = (day: Sql): Sql =>
  sql`(${isOwedSql(day)} AND coalesce(${deadlineSql} < ${day}, 0))`;
