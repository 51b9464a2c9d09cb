import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

export type Objective = RecordOf<'objective'>;

/** An objective in its year's list, read from top to bottom. */
export interface Placed {
  readonly objective: Objective;
  /** The objective above it in the list; null at the top, whatever it once hung on. */
  readonly parentId: string | null;
  readonly depth: number;
  /** 1, 1.2 …; empty for an earlier wording. Those of a sub-group begin again at 1. */
  readonly number: string;
  readonly isRestated: boolean;
}

/** Who takes an objective up, the earliest first. */
export type Successors = ReadonlyMap<string, readonly Objective[]>;

/** Live objectives of a group by the objective that they take up. */
export function successorsIn(db: ReadableDb, workingGroupId: string): Successors {
  const found = new Map<string, Objective[]>();
  const all = listRecords(db, 'objective', { workingGroupId }, ['year', 'position']);
  for (const objective of all) {
    if (objective.carriedFromId === null) continue;
    found.set(objective.carriedFromId, [...(found.get(objective.carriedFromId) ?? []), objective]);
  }
  return found;
}

/** Whether a later wording of the same year stands for it. */
export const isRestated = ({ id, year }: Objective, successors: Successors): boolean =>
  (successors.get(id) ?? []).some((successor) => successor.year === year);

/**
 * A year's objectives as one list: the group's own with their parts, then those of each sub-group,
 * earlier wordings at the end of theirs.
 */
export function placedObjectives(
  db: ReadableDb,
  workingGroupId: string,
  year: number,
  successors: Successors = successorsIn(db, workingGroupId),
): Placed[] {
  const all = listRecords(db, 'objective', { workingGroupId, year }, ['position', 'statedOn']);
  const ids = new Set<string>(all.map(({ id }) => id));
  const childrenOf = new Map<string | null, Objective[]>();
  for (const objective of all) {
    const above =
      objective.parentId !== null && ids.has(objective.parentId) ? objective.parentId : null;
    childrenOf.set(above, [...(childrenOf.get(above) ?? []), objective]);
  }
  const placed: Placed[] = [];
  const seen = new Set<string>();
  const place = (
    some: readonly Objective[],
    parentId: string | null,
    prefix: string | null,
    depth: number,
  ): void => {
    let count = 0;
    const current = some.filter((one) => !isRestated(one, successors));
    for (const objective of [...current, ...some.filter((one) => !current.includes(one))]) {
      if (seen.has(objective.id)) continue;
      seen.add(objective.id);
      const isOld = !current.includes(objective);
      const number = isOld || prefix === null ? '' : `${prefix}${(count += 1)}`;
      placed.push({ objective, parentId, depth, number, isRestated: isOld });
      const below = number === '' ? null : `${number}.`;
      place(childrenOf.get(objective.id) ?? [], objective.id, below, depth + 1);
    }
  };
  const roots = childrenOf.get(null) ?? [];
  const subGroups = listRecords(db, 'subGroup', { workingGroupId }, ['position', 'name']);
  for (const owner of [null, ...subGroups.map(({ id }) => id)]) {
    place(
      roots.filter(({ subGroupId }) => subGroupId === owner),
      null,
      '',
      0,
    );
  }
  // What hangs on itself, or on a sub-group put aside, is shown all the same.
  place(
    all.filter(({ id }) => !seen.has(id)),
    null,
    '',
    0,
  );
  return placed;
}
