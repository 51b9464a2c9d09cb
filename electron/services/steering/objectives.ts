import type { ObjectivesOfYear, ObjectiveView, YearResult } from '#contract/steering.views.ts';
import type { EntityName } from '#domain/registry.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { resultsOfObjectives } from './results-of.ts';
import type { Objective, Placed, Successors } from './tree.ts';
import { placedObjectives, successorsIn } from './tree.ts';
import { workingYear } from './years.ts';

interface GroupYear {
  readonly groupId: string;
  readonly year: number;
}

const SETTLED: ReadonlySet<Objective['status']> = new Set(['done', 'abandoned']);

/** What became of an objective by itself, whatever its parts did. */
export function stateOf(
  { objective, isRestated }: Placed,
  successors: Successors,
): ObjectiveView['state'] {
  if (isRestated) return 'restated';
  if (objective.closedOn !== null) return 'closed';
  const isCarried = (successors.get(objective.id) ?? []).some(({ year }) => year > objective.year);
  if (isCarried) return 'carried';
  return SETTLED.has(objective.status) ? 'done' : 'open';
}

const inYear = ({ id, title, year }: Objective) => ({ id, title, year });

function namer(db: ReadableDb, table: EntityName) {
  const known = new Map<string, string>();
  return (id: string | null) => {
    if (id === null) return null;
    const label = known.get(id) ?? labelsOf(db, table, [id]).get(id) ?? '';
    known.set(id, label);
    return { id, label };
  };
}

/** Objectives of a year with where they come from, where they went and what they obtained. */
export function objectivesOfYear(db: ReadableDb, { groupId, year }: GroupYear): ObjectivesOfYear {
  const successors = successorsIn(db, groupId);
  const placed = placedObjectives(db, groupId, year, successors);
  const obtained = resultsOfObjectives(db, groupId, year);
  const everSet = new Map<string, Objective>(
    listRecords(db, 'objective', { workingGroupId: groupId }).map((one) => [one.id, one]),
  );
  const indicators = listRecords(db, 'indicator', { workingGroupId: groupId }, ['position']);
  const [subGroup, axis, agreement] = [
    namer(db, 'subGroup'),
    namer(db, 'strategicAxis'),
    namer(db, 'agreement'),
  ];
  const fruitful = withResults(placed, obtained);
  const objectives = placed.map((one): ObjectiveView => {
    const { objective, parentId, number, depth } = one;
    const from = everSet.get(objective.carriedFromId ?? '');
    return {
      ...inYear(objective),
      parentId,
      number,
      depth,
      description: objective.description,
      status: objective.status,
      state: stateOf(one, successors),
      closedOn: objective.closedOn,
      judgement: objective.judgement,
      closingNote: objective.closingNote,
      statedOn: objective.statedOn,
      subGroup: subGroup(objective.subGroupId),
      strategicAxis: axis(objective.strategicAxisId),
      agreement: agreement(objective.agreementId),
      from: from === undefined ? null : inYear(from),
      to: (successors.get(objective.id) ?? []).map(inYear),
      results: obtained.get(objective.id) ?? [],
      isWithoutResult: !fruitful.has(objective.id),
      indicators: indicators
        .filter(({ objectiveId }) => objectiveId === objective.id)
        .map(({ id, name }) => ({ id, label: name })),
    };
  });
  return {
    isClosed: workingYear(db, groupId, year).status === 'closed',
    objectives,
    results: resultsOfYear(db, { groupId, year }, objectives),
  };
}

/** Those that led to a result, by themselves, by one of their parts, or in an earlier wording. */
function withResults(
  placed: readonly Placed[],
  obtained: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
  const fruitful = new Set<string>(obtained.keys());
  let size = -1;
  while (size !== fruitful.size) {
    size = fruitful.size;
    for (const { objective, parentId } of placed) {
      if (parentId !== null && fruitful.has(objective.id)) fruitful.add(parentId);
      if (fruitful.has(objective.carriedFromId ?? '')) fruitful.add(objective.id);
    }
  }
  return fruitful;
}

/** Results of a year, each with the objectives of that year that led to it. */
function resultsOfYear(
  db: ReadableDb,
  { groupId, year }: GroupYear,
  objectives: readonly ObjectiveView[],
): YearResult[] {
  return listRecords(db, 'result', { workingGroupId: groupId, year }, ['position']).map(
    ({ id, title, obtainedOn }) => ({
      id,
      title,
      obtainedOn,
      objectives: objectives
        .filter(({ results }) => results.some((one) => one.id === id))
        .map((objective) => ({ id: objective.id, label: objective.title })),
    }),
  );
}

/** Results of a year that no objective, of whatever year, leads to. */
export function resultsWithoutObjective(
  db: ReadableDb,
  { groupId, year }: GroupYear,
): { id: string; title: string }[] {
  const years = all<{ year: number }>(
    db,
    sql`SELECT DISTINCT year FROM objective WHERE working_group_id = ${groupId} AND deleted_at IS NULL`,
  );
  const reached = new Set(
    years.flatMap((one) =>
      [...resultsOfObjectives(db, groupId, one.year).values()].flat().map(({ id }) => id),
    ),
  );
  return listRecords(db, 'result', { workingGroupId: groupId, year }, ['position']).filter(
    ({ id }) => !reached.has(id),
  );
}
