import type { IndicatorsView, IndicatorView, MeasurementView } from '#contract/indicator.views.ts';
import { remainderOf } from '#domain/decimals.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { NamedRecord } from '#services/named.ts';
import { citationsOf, nameRecord } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { countedOn } from './counted.ts';
import { resultsOf } from './results.ts';

/** A group, a year, and the day on which values are read. */
export interface Situation {
  readonly groupId: string;
  readonly year: number;
  readonly asOfOn: string;
}

function measurementView(
  db: ReadableDb,
  measurement: RecordOf<'measurement'>,
  counted: number | null,
): MeasurementView {
  const { id, asOfOn, value, isMinimum, sourceId, method, note } = measurement;
  const parts = listRecords(db, 'measurementPart', { measurementId: id }, ['position']);
  return {
    id,
    asOfOn,
    value,
    isMinimum,
    source: sourceId === null ? null : nameRecord(db, 'sourceDocument', sourceId),
    method,
    note,
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title,
      value: part.value,
      buyerKind: part.buyerKind,
      detail: part.detail,
    })),
    rest:
      parts.length === 0
        ? 0
        : remainderOf(
            value,
            parts.map((part) => part.value),
          ),
    counted,
    citations: citationsOf(db, id),
  };
}

function indicatorView(
  db: ReadableDb,
  indicator: RecordOf<'indicator'>,
  { groupId, year, asOfOn }: Situation,
): IndicatorView {
  const { id, countedFrom, objectiveId, targetOn } = indicator;
  const countOn = (day: string): number | null =>
    countedFrom === null ? null : countedOn(db, countedFrom, { groupId, asOfOn: day }).ids.length;
  const measurements = listRecords(db, 'measurement', { indicatorId: id }, ['asOfOn']).map((one) =>
    measurementView(db, one, countOn(one.asOfOn)),
  );
  const objective = objectiveId === null ? null : getRecord(db, 'objective', objectiveId);
  const isInYear = (day: string | null): boolean => day?.startsWith(`${year}-`) === true;
  return {
    id,
    name: indicator.name,
    unit: indicator.unit,
    targetValue: indicator.targetValue,
    targetOn,
    method: indicator.method,
    countedFrom,
    objective: objective === null ? null : nameRecord(db, 'objective', objective.id),
    isOfYear:
      objective?.year === year ||
      isInYear(targetOn) ||
      measurements.some((one) => isInYear(one.asOfOn)) ||
      (objective === null &&
        (countedFrom !== null || (targetOn === null && measurements.length === 0))),
    counted: countOn(asOfOn),
    stated: measurements.findLast((one) => one.asOfOn <= asOfOn) ?? null,
    measurements,
  };
}

/** Objectives of a year under the wording stated last: those that something may be said to serve. */
function objectivesOf(db: ReadableDb, { groupId, year }: Situation): NamedRecord[] {
  const all = listRecords(db, 'objective', { workingGroupId: groupId, year }, ['position']);
  const restated = new Set<string | null>(all.map(({ carriedFromId }) => carriedFromId));
  return all
    .filter(({ id }) => !restated.has(id))
    .map(({ id, title, subGroupId }) => ({
      table: 'objective' as const,
      id,
      label: title,
      detail: subGroupId === null ? '' : (getRecord(db, 'subGroup', subGroupId)?.name ?? ''),
    }));
}

/** Indicators of a group on a day, results of the year, and the objectives that both may serve. */
export function indicatorsOn(db: ReadableDb, situation: Situation): IndicatorsView {
  const { groupId: workingGroupId, year } = situation;
  const all = listRecords(db, 'indicator', { workingGroupId }, ['position']);
  const views = new Map(all.map((one) => [one.id, indicatorView(db, one, situation)]));
  // One that goes on under another objective stands for both in the years that are its own.
  const followed = new Set<string | null>(
    all.flatMap(({ id, carriedFromId }) => (views.get(id)?.isOfYear === true ? carriedFromId : [])),
  );
  const isShown = ({ id, carriedFromId, objectiveId }: RecordOf<'indicator'>): boolean => {
    if (views.get(id)?.isOfYear === true) return true;
    const from = objectiveId === null ? null : getRecord(db, 'objective', objectiveId);
    return !followed.has(id) && (carriedFromId === null || (from?.year ?? year) <= year);
  };
  return {
    indicators: all.filter(isShown).flatMap(({ id }) => views.get(id) ?? []),
    results: resultsOf(db, situation),
    objectives: objectivesOf(db, situation),
  };
}

/** The records that an indicator counts on a day; null for one that counts none. */
export function countedRecords(
  db: ReadableDb,
  {
    indicatorId,
    asOfOn,
    limit,
  }: { readonly indicatorId: string; readonly asOfOn: string; readonly limit: number },
) {
  const indicator = getRecord(db, 'indicator', indicatorId);
  if (indicator === null || indicator.countedFrom === null) return null;
  const { countedFrom: register, workingGroupId: groupId } = indicator;
  const { table, ids } = countedOn(db, register, { groupId, asOfOn });
  return {
    register,
    count: ids.length,
    records: ids.slice(0, limit).flatMap((id) => nameRecord(db, table, id) ?? []),
  };
}
