import type { MatrixDeliverable } from '#contract/deliverable.channels.ts';
import type {
  MatrixRow,
  PaperAction,
  PaperDeliverable,
  PaperMilestone,
} from '#documents/reports/meetings/paper-data.ts';
import { quarterEnd, quarterStart } from '#domain/quarters.ts';
import type { RecordOf } from '#domain/registry.ts';
import { deliverablesOfSubGroup } from '#repositories/deliverables.repo.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { deliverablesMatrix, matrixDeliverable } from '#services/deliverables-matrix.ts';
import { isLateOn } from '#services/meetings/sheet.ts';
import { namer, present } from '#services/meetings/find.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { spanOf } from './period.ts';

const lastDayOf = (quarter: string | null): string | null =>
  quarter === null ? null : (spanOf(quarter)?.toOn ?? null);

/** Deliverables as papers tell them; what was given up is left out. */
export function paperDeliverables(deliverables: readonly MatrixDeliverable[]): PaperDeliverable[] {
  return deliverables.flatMap(({ id, title, kind, quarter, step, stepOn, ...one }) =>
    step === 'abandoned'
      ? []
      : [
          {
            id,
            title,
            kind,
            quarter,
            // Where only the quarter says it, the quarter is told.
            dueOn: one.isDueByQuarter ? null : one.deadline,
            state: step,
            stateOn: stepOn,
          },
        ],
  );
}

/** What a sub-group owes or has given, as it stood on a day: by quarter. */
export function deliverablesOfBody(
  db: ReadableDb,
  subGroupId: string,
  on: string,
): PaperDeliverable[] {
  const rows = deliverablesOfSubGroup(db, subGroupId).map((row) => matrixDeliverable(row, [], on));
  const place = ({ quarter, deadline }: MatrixDeliverable): string =>
    `${quarter ?? '9999'} ${deadline ?? '9999'}`;
  return paperDeliverables(rows.toSorted((a, b) => place(a).localeCompare(place(b))));
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

/**
 * Sub-groups × quarters, as the screen shows them: what each owes, where it stood on the day, and who
 * answered for it then.
 */
export function matrixOf(
  db: ReadableDb,
  request: {
    readonly workingGroupId: string;
    /** Null for all of the group. */
    readonly subGroupId: string | null;
    /** How the row of the group itself is called. */
    readonly groupName: string;
    readonly quarters: readonly string[];
    readonly on: string;
  },
): MatrixRow[] {
  const { workingGroupId, subGroupId, groupName, quarters, on } = request;
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { rows } = deliverablesMatrix(db, {
    workingGroupId,
    from: quarterStart(first),
    to: quarterEnd(last),
    today: on,
  });
  return rows
    .filter((row) => subGroupId === null || row.subGroupId === subGroupId)
    .map((row) => ({
      name: row.subGroupId === null ? groupName : row.name,
      cells: row.cells.map(({ rapporteurs, slots }) => ({
        rapporteurs: rapporteurs.map(({ label }) => label),
        deliverables: paperDeliverables(slots.flatMap(({ deliverables }) => deliverables)),
      })),
    }));
}
