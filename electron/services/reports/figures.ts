import type { FigureData, FigurePart } from '#documents/reports/data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';

import type { Gathering } from './context.ts';
import { ref } from './context.ts';
import { heldMeetings } from './meetings.ts';

export type Indicator = RecordOf<'indicator'>;

/** What the register that an indicator is counted from holds on the report's date. */
function countedOn(g: Gathering, from: Indicator['countedFrom']): number | null {
  const { db, groupId: workingGroupId, asOfOn } = g;
  switch (from) {
    case null:
      return null;
    case 'applications':
      return listRecords(db, 'callForInterest', { workingGroupId })
        .flatMap((call) => listRecords(db, 'application', { callId: call.id }))
        .filter(({ receivedOn }) => receivedOn <= asOfOn).length;
    case 'needs':
      return listRecords(db, 'needsSurvey', { workingGroupId })
        .flatMap((survey) => listRecords(db, 'need', { surveyId: survey.id }))
        .filter(({ receivedOn }) => receivedOn === null || receivedOn <= asOfOn).length;
    case 'meetings':
      return heldMeetings(g).length;
    case 'subGroups':
      return subGroupsOn(g).length;
  }
}

/** Sub-groups at work on the report's date. */
export function subGroupsOn(g: Gathering): RecordOf<'subGroup'>[] {
  const { db, groupId: workingGroupId, asOfOn } = g;
  return listRecords(db, 'subGroup', { workingGroupId }, ['position']).filter(
    ({ startedOn, endedOn }) =>
      (startedOn === null || startedOn <= asOfOn) && (endedOn === null || endedOn >= asOfOn),
  );
}

function partsOf(g: Gathering, measurementId: string): FigurePart[] {
  return listRecords(g.db, 'measurementPart', { measurementId }, ['position']).map((part) => ({
    title: part.title,
    value: part.value,
    detail: part.detail,
    records: [ref('measurementPart', part.id)],
  }));
}

/** The value of an indicator that holds on the report's date; null when none had been stated. */
export function figureOf(g: Gathering, indicator: Indicator): FigureData | null {
  const stated = listRecords(g.db, 'measurement', { indicatorId: indicator.id }, ['asOfOn']).filter(
    ({ asOfOn }) => asOfOn <= g.asOfOn,
  );
  const measurement = stated.at(-1);
  if (measurement === undefined) return null;
  const parts = partsOf(g, measurement.id);
  const broken = parts.reduce((sum, part) => sum + part.value, 0);
  return {
    indicatorId: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    value: measurement.value,
    isMinimum: measurement.isMinimum,
    asOfOn: measurement.asOfOn,
    records: [ref('measurement', measurement.id)],
    sourceId: measurement.sourceId,
    parts,
    rest: parts.length === 0 ? 0 : measurement.value - broken,
    counted: countedOn(g, indicator.countedFrom),
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
