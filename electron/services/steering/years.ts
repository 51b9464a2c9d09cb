import type { SteeredGroup, WorkingYear } from '#contract/steering.views.ts';
import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { column, sql } from '#sql/sql.ts';

/** What the store says of a group's year; a year of which nothing is said is open. */
export function workingYear(db: ReadableDb, workingGroupId: string, year: number): WorkingYear {
  const stated = listRecords(db, 'groupYear', { workingGroupId, year });
  return viewOf(year, stated.find(({ status }) => status === 'closed') ?? stated[0]);
}

function viewOf(year: number, stated: RecordOf<'groupYear'> | undefined): WorkingYear {
  return {
    year,
    status: stated?.status ?? 'open',
    closedOn: stated?.closedOn ?? null,
    note: stated?.note ?? null,
  };
}

/** Whether anything of the year was written down, the year itself or a record of it. */
export function isBegun(db: ReadableDb, workingGroupId: string, year: number): boolean {
  return yearsOf(db, workingGroupId).includes(year);
}

function yearsOf(db: ReadableDb, groupId: string): number[] {
  return column<number>(
    db,
    sql`SELECT year FROM group_year WHERE working_group_id = ${groupId} AND deleted_at IS NULL
        UNION SELECT year FROM objective WHERE working_group_id = ${groupId} AND deleted_at IS NULL
        UNION SELECT year FROM result WHERE working_group_id = ${groupId} AND deleted_at IS NULL
        UNION SELECT year FROM remedy WHERE working_group_id = ${groupId} AND deleted_at IS NULL
        UNION SELECT CAST(substr(m.as_of_on, 1, 4) AS INTEGER) FROM measurement m
          JOIN indicator i ON i.id = m.indicator_id AND i.deleted_at IS NULL
          WHERE i.working_group_id = ${groupId} AND m.deleted_at IS NULL
        ORDER BY 1`,
  );
}

/** Every working group with its years, the earliest first. */
export function steeredGroups(db: ReadableDb): SteeredGroup[] {
  return listRecords(db, 'workingGroup', {}, ['name']).map(({ id, name }) => ({
    id,
    name,
    years: yearsOf(db, id).map((year) => workingYear(db, id, year)),
  }));
}
