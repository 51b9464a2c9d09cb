import type {
  DeliveryState,
  MatrixRow,
  PaperAction,
  PaperDeliverable,
  PaperMilestone,
} from '#documents/reports/meetings/paper-data.ts';
import { quarterOf } from '#domain/dates.ts';
import type { RecordOf } from '#domain/registry.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { isLateOn } from '#services/meetings/sheet.ts';
import { namer, present } from '#services/meetings/find.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { spanOf } from './period.ts';

type Deliverable = RecordOf<'deliverable'>;

const known = (day: string | null, on: string): string | null =>
  day !== null && day <= on ? day : null;

/** Where a deliverable stood on a day, and since when. */
export function deliveryOn(
  deliverable: Deliverable,
  on: string,
): { readonly state: DeliveryState; readonly stateOn: string | null } {
  const publishedOn = known(deliverable.publishedOn, on);
  if (publishedOn !== null) return { state: 'published', stateOn: publishedOn };
  const presentedOn = known(deliverable.presentedOn, on);
  if (presentedOn !== null) return { state: 'presented', stateOn: presentedOn };
  const receivedOn = known(deliverable.receivedOn, on) ?? known(deliverable.validatedOn, on);
  if (receivedOn !== null) return { state: 'received', stateOn: receivedOn };
  const isSaidDone = deliverable.status === 'done' && deliverable.receivedOn === null;
  if (isSaidDone) return { state: 'received', stateOn: null };
  const dueOn = deliverable.dueOn ?? lastDayOf(deliverable.quarter);
  const isOver = deliverable.status === 'abandoned';
  return { state: dueOn !== null && dueOn < on && !isOver ? 'late' : 'expected', stateOn: null };
}

const lastDayOf = (quarter: string | null): string | null =>
  quarter === null ? null : (spanOf(quarter)?.toOn ?? null);

export function paperDeliverable(deliverable: Deliverable, on: string): PaperDeliverable {
  const { id, title, kind, dueOn } = deliverable;
  return {
    id,
    title,
    kind,
    quarter: deliverable.quarter ?? (dueOn === null ? null : quarterOf(dueOn)),
    dueOn,
    ...deliveryOn(deliverable, on),
  };
}

/** Milestones of a sub-group, or of the group itself when null, in the order they are due. */
export function milestonesOf(
  db: ReadableDb,
  workingGroupId: string,
  subGroupId: string | null,
  on: string,
): PaperMilestone[] {
  const milestones = listRecords(db, 'milestone', { workingGroupId, subGroupId }).filter(
    ({ status }) => status !== 'abandoned',
  );
  const titles = namer(
    labelsOf(db, 'milestone', present(milestones.map(({ dependsOnId }) => dependsOnId))),
  );
  const dueDay = ({ dueOn, period }: (typeof milestones)[number]): string =>
    dueOn ?? lastDayOf(period) ?? '9999';
  return milestones
    .toSorted((a, b) => dueDay(a).localeCompare(dueDay(b)))
    .map((one) => ({
      id: one.id,
      title: one.title,
      description: one.description,
      dueOn: one.dueOn,
      period: one.period,
      doneOn: one.doneOn,
      status: one.status,
      isLate: one.doneOn === null && isLateOn({ dueOn: one.dueOn, status: one.status }, on),
      dependsOn: titles(one.dependsOnId),
    }));
}

type Action = RecordOf<'actionItem'>;

/** Actions as papers tell them, with the names of those responsible. */
export function paperActions<A extends Action>(
  db: ReadableDb,
  actions: readonly A[],
  on: string,
): (PaperAction & { readonly record: A })[] {
  const people = namer(
    labelsOf(db, 'person', present(actions.map((one) => one.responsiblePersonId))),
  );
  const organisations = namer(
    labelsOf(db, 'organisation', present(actions.map((one) => one.responsibleOrganisationId))),
  );
  return actions.map((record) => ({
    id: record.id,
    title: record.title,
    detail: record.detail,
    status: record.status,
    dueOn: record.dueOn,
    doneOn: record.doneOn,
    isLate: isLateOn(record, on),
    responsiblePersonName: people(record.responsiblePersonId),
    responsibleOrganisationName: organisations(record.responsibleOrganisationId),
    record,
  }));
}

const isOpen = ({ status }: Action): boolean => status !== 'done' && status !== 'abandoned';

export function openActionsOf(db: ReadableDb, subGroupId: string, on: string): PaperAction[] {
  const actions = listRecords(db, 'actionItem', { subGroupId }, ['dueOn']).filter(isOpen);
  return paperActions(db, actions, on).toSorted((a, b) =>
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
  );
}

/** Rapporteurs of a sub-group on a day. */
export function rapporteursOn(db: ReadableDb, subGroupId: string, on: string): string[] {
  const mandates = listMandates(db, { subGroupId, role: 'rapporteur', at: on });
  return [...new Set(mandates.map(({ personLabel }) => personLabel))];
}

/** The quarters of the year of a day. */
export const quartersOf = (on: string): string[] =>
  [1, 2, 3, 4].map((number) => `${on.slice(0, 4)}-T${number}`);

/** Sub-groups × quarters: what each owes, where it stood on the day, and who answered for it then. */
export function matrixOf(
  db: ReadableDb,
  subGroups: readonly RecordOf<'subGroup'>[],
  quarters: readonly string[],
  on: string,
): MatrixRow[] {
  return subGroups.map(({ id, name }) => {
    const deliverables = listRecords(db, 'deliverable', { subGroupId: id }, ['kind', 'title'])
      .filter(({ status }) => status !== 'abandoned')
      .map((one) => paperDeliverable(one, on));
    return {
      name,
      cells: quarters.map((quarter) => {
        const end = lastDayOf(quarter) ?? on;
        return {
          rapporteurs: rapporteursOn(db, id, end < on ? end : on),
          deliverables: deliverables.filter((one) => one.quarter === quarter),
        };
      }),
    };
  });
}
