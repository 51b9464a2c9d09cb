import type {
  BarrierData,
  IndicatorData,
  ObjectiveData,
  RemedyData,
  SideData,
} from '#documents/reports/data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';

import type { Gathering } from './context.ts';
import { figureOf, indicatorsOf } from './figures.ts';

type Objective = RecordOf<'objective'>;

/** Levels of objectives that a report lists; deeper ones are aims of indicators. */
const LISTED_LEVELS = 2;

/** What was stated last by a day, with what bears no date; never what was stated after it. */
function latestStated<T extends { readonly statedOn: string | null }>(
  all: readonly T[],
  day: string,
): T[] {
  const known = all.filter(({ statedOn }) => statedOn === null || statedOn <= day);
  const latest = known
    .flatMap(({ statedOn }) => statedOn ?? [])
    .toSorted()
    .at(-1);
  return known.filter(({ statedOn }) => statedOn === null || statedOn === latest);
}

function objectivesOfYear(g: Gathering, year: number): Objective[] {
  return listRecords(g.db, 'objective', { workingGroupId: g.groupId, year, subGroupId: null }, [
    'position',
  ]);
}

/** The group's objectives of a year as they were last stated by the report's date. */
export function objectives(g: Gathering, year: number): ObjectiveData[] {
  const all = objectivesOfYear(g, year);
  const firstOf = (objective: Objective): string => {
    const seen = new Set<string>([objective.id]);
    let first = objective;
    for (;;) {
      const earlier = all.find(({ id }) => id === first.carriedFromId);
      const isPart = earlier !== undefined && earlier.id === first.parentId;
      if (earlier === undefined || isPart || seen.has(earlier.id)) return first.id;
      seen.add(earlier.id);
      first = earlier;
    }
  };
  const tree = (objective: Objective, level: number): ObjectiveData => ({
    id: objective.id,
    firstId: firstOf(objective),
    title: objective.title,
    description: objective.description,
    children:
      level >= LISTED_LEVELS
        ? []
        : all
            .filter(({ parentId }) => parentId === objective.id)
            .map((child) => tree(child, level + 1)),
  });
  const roots = all.filter(({ parentId }) => parentId === null);
  return latestStated(roots, g.asOfOn).map((objective) => tree(objective, 1));
}

/** Objectives set for the sub-groups, each wording once. */
export function subGroupObjectives(g: Gathering): string[] {
  const own = listRecords(g.db, 'objective', { workingGroupId: g.groupId, year: g.year }, [
    'position',
  ]).filter(({ subGroupId }) => subGroupId !== null);
  return [...new Set(latestStated(own, g.asOfOn).map(({ title }) => title))];
}

function aimsOf(g: Gathering, objectiveId: string | null): string[] {
  const objective = objectiveId === null ? null : getRecord(g.db, 'objective', objectiveId);
  if (objective === null) return [];
  const parent =
    objective.parentId === null ? null : getRecord(g.db, 'objective', objective.parentId);
  const isListed = parent === null || parent.parentId === null;
  if (isListed) return [];
  return listRecords(g.db, 'objective', { parentId: parent.id }, ['position']).map(
    ({ title }) => title,
  );
}

/**
 * The indicators that the group retained for the year: those of its objectives of that year, or,
 * where none is tied to an objective, those with a value.
 */
export function retainedIndicators(g: Gathering): IndicatorData[] {
  const all = indicatorsOf(g);
  const ofYear = all.filter(
    ({ objectiveId }) =>
      objectiveId !== null && getRecord(g.db, 'objective', objectiveId)?.year === g.year,
  );
  const chosen = ofYear.length > 0 ? ofYear : all;
  return chosen
    .map((indicator) => ({
      id: indicator.id,
      name: indicator.name,
      unit: indicator.unit,
      method: indicator.method,
      target: indicator.targetValue,
      targetOn: indicator.targetOn,
      figure: figureOf(g, indicator),
      aims: aimsOf(g, indicator.objectiveId),
    }))
    .filter(({ figure }) => ofYear.length > 0 || (figure !== null && figure.asOfOn >= g.fromOn));
}

/** Barriers of one side as last worded by the report's date, and the levers against them. */
export function sideOf(g: Gathering, side: 'buyer' | 'company'): SideData {
  const { db, groupId: workingGroupId, asOfOn } = g;
  const barriers = listRecords(db, 'barrier', { workingGroupId, side }, ['position']);
  const statements = barriers.flatMap(({ id }) =>
    listRecords(db, 'barrierStatement', { barrierId: id }),
  );
  const stated = latestStated(statements, asOfOn)
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, barrierId, wording, quote }): BarrierData => ({ id, barrierId, wording, quote }));
  const everStated = new Set(statements.map(({ barrierId }) => barrierId as string));
  const unstated = barriers
    .filter(({ id }) => !everStated.has(id))
    .map(({ id, title }): BarrierData => ({ id, barrierId: id, wording: title, quote: null }));
  const levers = listRecords(db, 'lever', { workingGroupId, side }, ['position'])
    .filter(({ statedOn }) => statedOn === null || statedOn <= asOfOn)
    .map(({ title }) => title);
  return { barriers: [...stated, ...unstated], levers };
}

/** Remedies adopted by the report's date for the year that follows. */
export function remedies(g: Gathering): RemedyData[] {
  return listRecords(g.db, 'remedy', { workingGroupId: g.groupId, year: g.year + 1 }, ['position'])
    .filter(({ adoptedOn }) => adoptedOn === null || adoptedOn <= g.asOfOn)
    .map(({ id, title, description }) => ({ id, title, description }));
}
