import type { FigureData, FigurePart } from '#documents/reports/data.ts';
import { remainderOf } from '#domain/decimals.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { countedOn } from '#services/indicators/counted.ts';

import type { Gathering } from './context.ts';
import { ref } from './context.ts';

export type Indicator = RecordOf<'indicator'>;

/** Sub-groups at work on the report's date. */
export function subGroupsOn(g: Gathering): RecordOf<'subGroup'>[] {
  const atWork = countedOn(g.db, 'subGroups', g);
  return atWork.ids.flatMap((id) => getRecord(g.db, 'subGroup', id) ?? []);
}

function partsOf(g: Gathering, measurementId: string): FigurePart[] {
  return listRecords(g.db, 'measurementPart', { measurementId }, ['position']).map((part) => ({
    title: part.title,
    value: part.value,
    detail: part.detail,
    records: [ref('measurementPart', part.id)],
  }));
}

/** The indicator that one goes on with from year to year; itself in its first year. */
function firstOf(g: Gathering, indicator: Indicator): string {
  const seen = new Set<string>();
  let first = indicator;
  while (first.carriedFromId !== null && !seen.has(first.id)) {
    seen.add(first.id);
    const earlier = getRecord(g.db, 'indicator', first.carriedFromId);
    if (earlier === null) break;
    first = earlier;
  }
  return first.id;
}

/** What the register of an indicator says by itself, where no document says it. */
function countedFigure(g: Gathering, indicator: Indicator): FigureData | null {
  const { countedFrom } = indicator;
  if (countedFrom === null) return null;
  const { table, ids } = countedOn(g.db, countedFrom, g);
  return {
    indicatorId: indicator.id,
    firstIndicatorId: firstOf(g, indicator),
    name: indicator.name,
    unit: indicator.unit,
    value: ids.length,
    isMinimum: false,
    asOfOn: g.asOfOn,
    records: ids.map((id) => ref(table, id)),
    sourceId: null,
    parts: [],
    rest: 0,
    counted: ids.length,
    earlier: [],
  };
}

/**
 * The value of an indicator that holds on the report's date: the one stated last, otherwise what its
 * register holds; null when there is neither.
 */
export function figureOf(g: Gathering, indicator: Indicator): FigureData | null {
  const stated = listRecords(g.db, 'measurement', { indicatorId: indicator.id }, ['asOfOn']).filter(
    ({ asOfOn }) => asOfOn <= g.asOfOn,
  );
  const measurement = stated.at(-1);
  if (measurement === undefined) return countedFigure(g, indicator);
  const parts = partsOf(g, measurement.id);
  const { countedFrom } = indicator;
  return {
    indicatorId: indicator.id,
    firstIndicatorId: firstOf(g, indicator),
    name: indicator.name,
    unit: indicator.unit,
    value: measurement.value,
    isMinimum: measurement.isMinimum,
    asOfOn: measurement.asOfOn,
    records: [ref('measurement', measurement.id)],
    sourceId: measurement.sourceId,
    parts,
    rest:
      parts.length === 0
        ? 0
        : remainderOf(
            measurement.value,
            parts.map(({ value }) => value),
          ),
    counted: countedFrom === null ? null : countedOn(g.db, countedFrom, g).ids.length,
    earlier: stated
      .slice(0, -1)
      .filter(({ asOfOn }) => asOfOn >= g.fromOn)
      .map(({ asOfOn, value }) => ({ asOfOn, value })),
  };
}

export function indicatorsOf(g: Gathering): Indicator[] {
  return listRecords(g.db, 'indicator', { workingGroupId: g.groupId }, ['position']);
}

/** The figure counted from one register, for the sentences that open with it. */
export function figureCountedFrom(
  g: Gathering,
  register: NonNullable<Indicator['countedFrom']>,
): FigureData | null {
  const indicator = indicatorsOf(g).find(({ countedFrom }) => countedFrom === register);
  const figure = indicator === undefined ? null : figureOf(g, indicator);
  return figure === null || figure.asOfOn < g.fromOn ? null : figure;
}

/**
 * Figures that a record of the chain leads to: those of the indicators whose values it is linked
 * with, each at the value that holds on the report's date.
 */
export function figuresLinkedFrom(g: Gathering, recordId: string): FigureData[] {
  const linked = listRecords(g.db, 'chainLink', { fromId: recordId, toTable: 'measurement' });
  const indicatorIds = new Set(
    linked.flatMap(({ toId }) => getRecord(g.db, 'measurement', toId)?.indicatorId ?? []),
  );
  return indicatorsOf(g)
    .filter(({ id }) => indicatorIds.has(id))
    .flatMap((indicator) => figureOf(g, indicator) ?? []);
}
