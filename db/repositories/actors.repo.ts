import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

/** Tags in use among organisations and people, the most used first. */
export function tagsInUse(db: ReadableDb, limit: number): { tag: string; count: number }[] {
  return all(
    db,
    sql`SELECT tag, count(*) AS count FROM (
          SELECT j.value AS tag FROM organisation x, json_each(x.tags) j
            WHERE x.deleted_at IS NULL AND x.tags <> '[]'
          UNION ALL SELECT j.value FROM person x, json_each(x.tags) j
            WHERE x.deleted_at IS NULL AND x.tags <> '[]'
        ) GROUP BY tag ORDER BY count DESC, fold(tag) LIMIT ${limit}`,
  );
}

/** The organisations above one, the highest first; a loop of parents ends where it closes. */
export function parentPath(db: ReadableDb, id: string): { id: string; name: string }[] {
  return all<{ id: string; name: string }>(
    db,
    sql`WITH RECURSIVE above(id, name, parent_id, depth, path) AS (
          SELECT o.id, o.name, o.parent_id, 0, '/' || o.id FROM organisation o WHERE o.id = ${id}
          UNION ALL
          SELECT o.id, o.name, o.parent_id, a.depth + 1, a.path || '/' || o.id
            FROM above a JOIN organisation o ON o.id = a.parent_id AND o.deleted_at IS NULL
            WHERE instr(a.path, '/' || o.id) = 0
        ) SELECT id, name FROM above WHERE depth > 0 ORDER BY depth DESC`,
  );
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly communeName: string | null;
  /** People with a function there today. */
  readonly people: number;
}

/** Services and units of an organisation. */
export function unitsOf(db: ReadableDb, id: string, today: string): Unit[] {
  return all<Unit>(
    db,
    sql`SELECT o.id, o.name, o.acronym, o.commune_name AS communeName,
          (SELECT count(DISTINCT a.person_id) FROM affiliation a
             WHERE a.organisation_id = o.id AND a.deleted_at IS NULL
               AND (a.from_on IS NULL OR a.from_on <= ${today})
               AND (a.to_on IS NULL OR a.to_on >= ${today})) AS people
        FROM organisation o WHERE o.parent_id = ${id} AND o.deleted_at IS NULL ORDER BY o.label_key`,
  );
}

/** Purchase segments of an organisation, with the record that ties each of them to it. */
export function segmentsOf(
  db: ReadableDb,
  id: string,
): { linkId: string; segmentId: string; name: string }[] {
  return all(
    db,
    sql`SELECT l.id AS linkId, s.id AS segmentId, s.name FROM organisation_segment l
          JOIN purchase_segment s ON s.id = l.purchase_segment_id AND s.deleted_at IS NULL
        WHERE l.organisation_id = ${id} AND l.deleted_at IS NULL ORDER BY s.position, s.id`,
  );
}
