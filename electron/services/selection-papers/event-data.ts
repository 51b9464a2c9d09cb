import type { EventListData, ListedApplication } from '#documents/reports/selection/data.ts';
import type { StepDecision } from '#domain/pipeline.ts';
import { standingDecision, takesPart } from '#domain/pipeline.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { segmentRows } from '#repositories/selection.repo.ts';
import { addressees, spokespeople } from '#repositories/selection-letters.repo.ts';

import type { PaperContext } from './committee-data.ts';

interface Chosen {
  readonly id: string;
  readonly decision: StepDecision;
}

const last = Number.MAX_SAFE_INTEGER;

/** The stand of an application, or the one that its organisation has by other means. */
function standOf(
  stands: readonly RecordOf<'stand'>[],
  applicationId: string,
  organisationId: string | undefined,
): RecordOf<'stand'> | undefined {
  return (
    stands.find((one) => one.applicationId === applicationId) ??
    stands.find((one) => one.applicationId === null && one.organisationId === organisationId)
  );
}

/**
 * Who comes to the event of a call and as what: by the selection, in the order and on the stands that
 * the event gave them.
 */
export function eventListData({ db, course, head }: PaperContext): EventListData {
  const { call, phases, standings } = course;
  const event = call.eventId === null ? null : getRecord(db, 'event', call.eventId);
  const slots =
    event === null ? [] : listRecords(db, 'pitchSlot', { eventId: event.id }, ['position']);
  const stands = event === null ? [] : listRecords(db, 'stand', { eventId: event.id }, ['number']);
  const names = addressees(db, call.id);
  const chosen = standings.filter(takesPart).flatMap(({ id, decisions }): Chosen[] => {
    const decision = standingDecision(phases, decisions);
    return decision === null ? [] : [{ id, decision }];
  });
  const segments = segmentRows(
    db,
    chosen.map(({ id }) => id),
  );
  const people = spokespeople(db, call.id);
  const listed = (outcome: 'pitch' | 'stand' | 'reserve'): ListedApplication[] =>
    chosen
      .filter(({ decision }) => decision.outcome === outcome)
      .flatMap(({ id, decision }): ListedApplication[] => {
        const row = names.get(id);
        if (row === undefined) return [];
        const slot = slots.find((one) => one.applicationId === id);
        const stand = standOf(stands, id, row.organisationId);
        return [
          {
            number: row.number,
            organisationName: row.organisationName,
            title: row.title,
            order: outcome === 'pitch' ? (slot?.position ?? null) : decision.rank,
            startsAt: outcome === 'pitch' ? (slot?.startsAt ?? null) : null,
            standNumber: outcome === 'stand' ? (stand?.number ?? null) : null,
            place: outcome === 'stand' ? (stand?.place ?? null) : null,
            segments: segments.filter((one) => one.applicationId === id).map(({ name }) => name),
            contactName: people.find((one) => one.applicationId === id)?.name ?? null,
            isReleased: decision.isReleased,
          },
        ];
      });
  const byOrder = (a: ListedApplication, b: ListedApplication): number =>
    (a.order ?? last) - (b.order ?? last) || a.number - b.number;
  const has = (id: string | null, outcome: 'pitch' | 'stand'): boolean =>
    chosen.some((one) => one.id === id && one.decision.outcome === outcome);
  const organisations = labelsOf(
    db,
    'organisation',
    stands.map(({ organisationId }) => organisationId),
  );
  const ofCall = (id: string | null): boolean => id !== null && names.has(id);
  return {
    head,
    event,
    pitches: listed('pitch').toSorted(byOrder),
    stands: listed('stand').toSorted(
      (a, b) =>
        (a.standNumber ?? '\uffff').localeCompare(b.standNumber ?? '\uffff', 'fr', {
          numeric: true,
        }) || a.number - b.number,
    ),
    reserve: listed('reserve').toSorted(byOrder),
    strays: [
      ...slots
        .filter(({ applicationId }) => ofCall(applicationId) && !has(applicationId, 'pitch'))
        .map(({ applicationId }) => names.get(applicationId)?.organisationName ?? ''),
      ...stands
        .filter(({ applicationId }) => ofCall(applicationId) && !has(applicationId, 'stand'))
        .map(({ organisationId }) => organisations.get(organisationId) ?? ''),
    ],
  };
}
