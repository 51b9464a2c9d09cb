import type { ResultView } from '#contract/indicator.views.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { nameRecord } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

type Objective = ResultView['objectives'][number];

/** Objectives that lead to a result, straight or through an activity, each once. */
function objectivesServed(db: ReadableDb, resultId: string): Objective[] {
  const leading = listRecords(db, 'chainLink', { toId: resultId, toTable: 'result' });
  const found: Objective[] = leading
    .filter(({ fromTable }) => fromTable === 'objective')
    .flatMap(({ id, fromId }) => {
      const named = nameRecord(db, 'objective', fromId);
      return named === null ? [] : [{ ...named, linkId: id, via: null }];
    });
  for (const { fromTable, fromId } of leading) {
    const via = fromTable === 'activity' ? nameRecord(db, 'activity', fromId) : null;
    if (via === null) continue;
    for (const link of listRecords(db, 'chainLink', { toId: fromId, fromTable: 'objective' })) {
      const named = nameRecord(db, 'objective', link.fromId);
      const isKnown = found.some(({ id }) => id === link.fromId);
      if (named !== null && !isKnown) found.push({ ...named, linkId: link.id, via });
    }
  }
  return found;
}

/** The stated values that a result is linked with. */
function figuresOf(db: ReadableDb, resultId: string): ResultView['figures'] {
  return listRecords(db, 'chainLink', { fromId: resultId, toTable: 'measurement' }).flatMap(
    ({ id: linkId, toId }) => {
      const measurement = getRecord(db, 'measurement', toId);
      if (measurement === null) return [];
      const indicator = getRecord(db, 'indicator', measurement.indicatorId);
      if (indicator === null) return [];
      const { value, isMinimum, asOfOn } = measurement;
      return [
        {
          linkId,
          indicatorId: indicator.id,
          measurementId: toId,
          name: indicator.name,
          unit: indicator.unit,
          value,
          isMinimum,
          asOfOn,
        },
      ];
    },
  );
}

function resultView(db: ReadableDb, result: RecordOf<'result'>): ResultView {
  const { id, title, description, obtainedOn, eventId, deliverableId } = result;
  return {
    id,
    title,
    description,
    obtainedOn,
    event: eventId === null ? null : nameRecord(db, 'event', eventId),
    deliverable: deliverableId === null ? null : nameRecord(db, 'deliverable', deliverableId),
    objectives: objectivesServed(db, id),
    figures: figuresOf(db, id),
  };
}

/** Results of a group's year, in their order. */
export function resultsOf(
  db: ReadableDb,
  { groupId, year }: { readonly groupId: string; readonly year: number },
): ResultView[] {
  return listRecords(db, 'result', { workingGroupId: groupId, year }, ['position']).map((result) =>
    resultView(db, result),
  );
}
