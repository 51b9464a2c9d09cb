import type { CarryOverRequest } from '#contract/steering.channels.ts';
import type { CarryPreview } from '#contract/steering.views.ts';
import type { Id } from '#domain/ids.ts';
import { newId } from '#journal/new-id.ts';
import type { NewRecord, RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { nameRecord } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { nextPosition, sistersOf } from './write-objectives.ts';
import type { Objective } from './tree.ts';
import { placedObjectives, successorsIn } from './tree.ts';

type ObjectiveId = Id<'objective'>;

/** A record to be made, and the one that it goes on with. */
interface Made<N extends 'objective' | 'indicator'> {
  readonly id: Id<N>;
  readonly values: NewRecord<N>;
  readonly from: { readonly table: 'objective' | 'indicator' | 'remedy'; readonly id: string };
  readonly depth: number;
}

export interface CarryPlan {
  readonly objectives: readonly Made<'objective'>[];
  readonly indicators: readonly Made<'indicator'>[];
  /** Remedies and the objectives that answer them. */
  readonly links: readonly NewRecord<'chainLink'>[];
  readonly alreadyThere: number;
}

/** The live objective of a year that answers a remedy, if there is one. */
export function answerTo(db: ReadableDb, remedyId: string, year: number): Objective | null {
  const links = listRecords(db, 'chainLink', {
    fromTable: 'remedy',
    fromId: remedyId,
    toTable: 'objective',
  });
  return (
    links
      .flatMap(({ toId }) => getRecord(db, 'objective', toId) ?? [])
      .find((objective) => objective.year === year) ?? null
  );
}

/** The live indicator of a later year that goes on with one. */
export function carriedIndicator(db: ReadableDb, id: string): RecordOf<'indicator'> | null {
  return listRecords(db, 'indicator', { carriedFromId: id })[0] ?? null;
}

/** Works out what carrying over writes; what already goes on is left as it is. */
export function planCarryOver(db: ReadableDb, request: CarryOverRequest): CarryPlan {
  const { groupId, year } = request;
  const next = year + 1;
  const successors = successorsIn(db, groupId);
  const wanted = new Set<string>(request.objectives);
  /** Who stands next year for an objective of this one. */
  const heirs = new Map<string, ObjectiveId>();
  for (const { objective } of placedObjectives(db, groupId, year, successors)) {
    const heir = (successors.get(objective.id) ?? []).find((one) => one.year === next);
    if (heir !== undefined) heirs.set(objective.id, heir.id);
  }
  let alreadyThere = [...wanted].filter((id) => heirs.has(id)).length;
  const objectives: Made<'objective'>[] = [];
  const positions = new Map<string, number>();
  const positionIn = (parentId: ObjectiveId | null, subGroupId: Id<'subGroup'> | null): number => {
    const key = `${parentId}/${parentId === null ? subGroupId : ''}`;
    const place = { workingGroupId: groupId, year: next, parentId, subGroupId };
    const position = positions.get(key) ?? nextPosition(sistersOf(db, place));
    positions.set(key, Math.min(1000, position + 1));
    return position;
  };
  const depths = new Map<string, number>();

  for (const { objective, parentId } of placedObjectives(db, groupId, year, successors)) {
    if (!wanted.has(objective.id) || heirs.has(objective.id)) continue;
    const id = newId() as ObjectiveId; // a fresh identifier, branded here
    const heirOfParent = heirs.get(parentId ?? '') ?? null;
    const { subGroupId, strategicAxisId, agreementId, title, description } = objective;
    const depth = heirOfParent === null ? 0 : (depths.get(heirOfParent) ?? 0) + 1;
    heirs.set(objective.id, id);
    depths.set(id, depth);
    objectives.push({
      id,
      depth,
      from: { table: 'objective', id: objective.id },
      values: {
        workingGroupId: groupId,
        year: next,
        parentId: heirOfParent,
        carriedFromId: objective.id,
        position: positionIn(heirOfParent, subGroupId),
        subGroupId,
        strategicAxisId,
        agreementId,
        title,
        description,
      },
    });
  }

  const links: NewRecord<'chainLink'>[] = [];
  for (const remedyId of new Set(request.remedies)) {
    const remedy = getRecord(db, 'remedy', remedyId);
    if (remedy === null || remedy.workingGroupId !== groupId) continue;
    if (answerTo(db, remedyId, next) !== null) {
      alreadyThere += 1;
      continue;
    }
    const id = newId() as ObjectiveId; // a fresh identifier, branded here
    objectives.push({
      id,
      depth: 0,
      from: { table: 'remedy', id: remedyId },
      values: {
        workingGroupId: groupId,
        year: next,
        position: positionIn(null, null),
        title: remedy.title,
        description: remedy.description,
      },
    });
    links.push({ fromTable: 'remedy', fromId: remedyId, toTable: 'objective', toId: id });
  }

  const { indicators, known } = planIndicators(db, request, heirs);
  return { objectives, indicators, links, alreadyThere: alreadyThere + known };
}

function planIndicators(
  db: ReadableDb,
  { groupId, year, indicators: wanted }: CarryOverRequest,
  heirs: ReadonlyMap<string, ObjectiveId>,
): { indicators: Made<'indicator'>[]; known: number } {
  const all = listRecords(db, 'indicator', { workingGroupId: groupId }, ['position']);
  const codes = new Set(all.map(({ code }) => code));
  let position = Math.max(0, ...all.map((one) => one.position));
  let known = 0;
  const indicators: Made<'indicator'>[] = [];
  const asked = new Map(wanted.map((one) => [one.id as string, one]));
  for (const indicator of all) {
    const target = asked.get(indicator.id);
    if (target === undefined) continue;
    if (carriedIndicator(db, indicator.id) !== null) {
      known += 1;
      continue;
    }
    const objectiveId = heirs.get(indicator.objectiveId ?? '') ?? null;
    const code = freeCode(indicator.code, year + 1, codes);
    codes.add(code);
    position = Math.min(1000, position + 1);
    const { name, unit, method, countedFrom } = indicator;
    indicators.push({
      id: newId(),
      depth: 0,
      from: { table: 'indicator', id: indicator.id },
      values: {
        workingGroupId: groupId,
        objectiveId,
        carriedFromId: indicator.id,
        code,
        name,
        unit,
        method,
        countedFrom,
        position,
        targetValue: target.targetValue,
        // An indicator without an objective belongs to the year of its target.
        targetOn: target.targetOn ?? (objectiveId === null ? `${year + 1}-12-31` : null),
      },
    });
  }
  return { indicators, known };
}

/** The code with its year in place of the former one; numbered where that is taken. */
function freeCode(code: string, year: number, taken: ReadonlySet<string>): string {
  const base = `${code.replace(/-\d{4}(-\d+)?$/, '').slice(0, 50)}-${year}`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The plan in words, before anything is written. */
export function previewCarryOver(db: ReadableDb, request: CarryOverRequest): CarryPreview {
  const { objectives, indicators, alreadyThere } = planCarryOver(db, request);
  return {
    alreadyThere,
    made: [
      ...objectives.flatMap(({ values: { title }, from, depth }) => {
        const origin = nameRecord(db, from.table, from.id);
        if (origin === null) return [];
        return { table: 'objective' as const, title, from: origin, depth, target: null };
      }),
      ...indicators.flatMap(({ values, from, depth }) => {
        const origin = nameRecord(db, from.table, from.id);
        if (origin === null) return [];
        const target = { value: values.targetValue ?? null, on: values.targetOn ?? null };
        return { table: 'indicator' as const, title: values.name, from: origin, depth, target };
      }),
    ],
  };
}
