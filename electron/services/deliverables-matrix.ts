import type {
  DeliverablesMatrixView,
  MatrixDeliverable,
  MatrixSlot,
} from '#contract/deliverable.channels.ts';
import { periodContains } from '#domain/dates.ts';
import type { DeliverableState } from '#domain/deliverable-state.ts';
import {
  cameInLate,
  deadlineOf,
  deliverableStates,
  mostPressing,
  quarterOfDeliverable,
  standingOfDeliverable,
  stateOfStep,
} from '#domain/deliverable-state.ts';
import { deliverableKinds } from '#domain/deliverable.ts';
import { quarterEnd, quarterStart, quartersBetween } from '#domain/quarters.ts';
import { groupBy } from '#journal/entries.ts';
import type {
  DeliverableRow,
  RapporteurRow,
  SubGroupRow,
} from '#repositories/deliverables.repo.ts';
import {
  deliverablesOfGroup,
  rapporteursOf,
  subGroupsOf,
} from '#repositories/deliverables.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

type Kind = MatrixSlot['kind'];

/** What every sub-group owes in a quarter; further kinds appear where there are some. */
export const expectedKinds = ['roadmap', 'writtenContribution', 'presentation'] as const;

export interface MatrixRequest {
  readonly workingGroupId: string;
  /** Days; the quarters they belong to are shown whole. */
  readonly from: string;
  readonly to: string;
  /** The day on which lateness is told. */
  readonly today: string;
}

/** Who was in office on a day, of those of one body. */
function inOffice(
  mandates: readonly RapporteurRow[] | undefined,
  day: string,
): MatrixDeliverable['rapporteurs'] {
  const people = (mandates ?? []).filter(({ fromOn, toOn }) => periodContains(fromOn, toOn, day));
  return [...new Map(people.map(({ personId, label }) => [personId, label]))].map(
    ([id, label]) => ({ id, label }),
  );
}

/** Whether a sub-group existed at any time of a quarter. */
function existsIn({ startedOn, endedOn }: SubGroupRow, quarter: string): boolean {
  return (
    (startedOn === null || startedOn <= quarterEnd(quarter)) &&
    (endedOn === null || endedOn >= quarterStart(quarter))
  );
}

/** What the matrix tells of one deliverable, on a day. */
export function matrixDeliverable(
  row: DeliverableRow,
  rapporteurs: readonly RapporteurRow[] | undefined,
  today: string,
): MatrixDeliverable {
  const deadline = deadlineOf(row);
  const quarter = quarterOfDeliverable(row);
  const day = deadline ?? (quarter === null ? today : quarterEnd(quarter));
  const { id, title, subGroupId, receivedOn, publishedOn, files } = row;
  const { step, on } = standingOfDeliverable(row, today);
  return {
    id,
    title,
    kind: row.kind as Kind, // a choice of the domain, which the store checked
    subGroupId,
    quarter,
    state: stateOfStep(step),
    step,
    stepOn: on,
    deadline,
    isDueByQuarter: deadline !== null && row.dueOn === null && row.meetingOn === null,
    receivedOn,
    publishedOn,
    isReceivedLate: cameInLate(row),
    rapporteurs: inOffice(rapporteurs, day),
    files,
  };
}

function slotsOf(deliverables: readonly MatrixDeliverable[]): MatrixSlot[] {
  return deliverableKinds.flatMap((kind) => {
    const ofKind = deliverables.filter((deliverable) => deliverable.kind === kind);
    const isOwed = expectedKinds.some((owed) => owed === kind);
    if (ofKind.length === 0 && !isOwed) return [];
    return [{ kind, state: mostPressing(ofKind.map(({ state }) => state)), deliverables: ofKind }];
  });
}

/**
 * Sub-groups × quarters: for each, what is expected, in, late or published, and who was rapporteur
 * then. Every deliverable of the group is counted once: in a cell, undated, or outside.
 */
export function deliverablesMatrix(
  db: ReadableDb,
  { workingGroupId, from, to, today }: MatrixRequest,
): DeliverablesMatrixView {
  const quarters = quartersBetween(from, to);
  const rapporteurs = groupBy(rapporteursOf(db, workingGroupId), ({ subGroupId }) => subGroupId);
  const all = deliverablesOfGroup(db, workingGroupId).map((row) =>
    matrixDeliverable(row, rapporteurs.get(row.subGroupId), today),
  );
  const [first = '', last = ''] = [quarters[0], quarters.at(-1)];
  const known = all.flatMap(({ quarter }) => quarter ?? []).toSorted();
  const shown = all.filter(({ quarter }) => quarter !== null && quarters.includes(quarter));
  const byBody = groupBy(shown, ({ subGroupId }) => subGroupId);
  const row = (body: SubGroupRow | null, name: string): DeliverablesMatrixView['rows'][number] => {
    const own = byBody.get(body?.id ?? null) ?? [];
    const people = rapporteurs.get(body?.id ?? null);
    return {
      subGroupId: body?.id ?? null,
      name,
      cells: quarters.map((quarter) => ({
        quarter,
        rapporteurs: inOffice(people, quarterEnd(quarter)),
        isOpen: body === null || existsIn(body, quarter),
        slots: slotsOf(own.filter((deliverable) => deliverable.quarter === quarter)),
      })),
    };
  };
  const bodies = subGroupsOf(db, workingGroupId).filter(
    (body) => byBody.has(body.id) || quarters.some((quarter) => existsIn(body, quarter)),
  );
  const totals = Object.fromEntries(
    deliverableStates.map((state) => [state, shown.filter((one) => one.state === state).length]),
  ) as Record<DeliverableState, number>; // one entry for each state
  return {
    quarters,
    rows: [
      ...bodies.map((body) => row(body, body.name)),
      ...(byBody.has(null) ? [row(null, '')] : []),
    ],
    undated: all.filter(({ quarter }) => quarter === null),
    outside: {
      before: all.filter(({ quarter }) => quarter !== null && quarter < first).length,
      after: all.filter(({ quarter }) => quarter !== null && quarter > last).length,
    },
    known: known[0] === undefined ? null : { first: known[0], last: known.at(-1) ?? known[0] },
    totals,
  };
}
