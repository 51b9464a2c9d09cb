import type { PackPaper, PaperDate, PaperFigure } from '#documents/reports/meetings/paper-data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { earlierMeetings } from '#repositories/meetings.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { namer, present } from '#services/meetings/find.ts';
import { decisionView } from '#services/meetings/sheet.ts';
import type { ReadableDb } from '#sql/sql.ts';

import {
  matrixOf,
  milestonesOf,
  openActionsOf,
  paperActions,
  quartersOf,
  rapporteursOn,
} from './body-work.ts';
import type { Gathering } from './context.ts';
import { momentOf } from './context.ts';
import { figureOf, indicatorsOf, subGroupsOn } from './figures.ts';
import { gatherMeetingPaper } from './meeting-paper.ts';

type Meeting = RecordOf<'meeting'>;

/** Months that the next dates look ahead. */
const AHEAD = 6;

function monthsLater(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return `${date.toISOString().slice(0, 7)}-${day.slice(8) > '28' ? '28' : day.slice(8)}`;
}

function gatheringOn(db: ReadableDb, groupId: string, day: string): Gathering {
  const year = Number(day.slice(0, 4));
  return {
    db,
    groupId,
    kind: 'synthesis',
    year,
    fromOn: `${year}-01-01`,
    asOfOn: day,
    horizonOn: monthsLater(day, AHEAD),
  };
}

/** Decisions of the previous meeting, each with the actions taken at the same item of its agenda. */
function previousOf(
  db: ReadableDb,
  previous: Meeting | undefined,
  day: string,
): PackPaper['previous'] {
  if (previous === undefined) return null;
  const decisions = listRecords(db, 'decision', { meetingId: previous.id });
  const actions = paperActions(db, listRecords(db, 'actionItem', { meetingId: previous.id }), day);
  const [minutes] = listRecords(db, 'minutes', { meetingId: previous.id, amendsId: null });
  const arisen = (decision: (typeof decisions)[number]) =>
    decision.agendaItemId === null
      ? []
      : actions.filter(({ record }) => record.agendaItemId === decision.agendaItemId);
  return {
    title: previous.title,
    heldOn: previous.heldOn,
    minutesNumber: minutes?.number ?? null,
    decisions: decisions.map((decision) => ({
      ...decisionView(decision),
      actions: arisen(decision).map(({ record: _record, ...action }) => action),
    })),
  };
}

/** Actions of the earlier meetings that are still open, or were closed since the previous one. */
function followedOf(
  db: ReadableDb,
  earlier: readonly Meeting[],
  day: string,
): PackPaper['followed'] {
  const since = earlier[0]?.heldOn ?? null;
  const actions = earlier
    .flatMap(({ id }) => listRecords(db, 'actionItem', { meetingId: id }))
    .filter(({ status, doneOn }) =>
      status === 'done'
        ? since !== null && doneOn !== null && doneOn >= since
        : status !== 'abandoned',
    );
  const titles = new Map<string, string>(earlier.map(({ id, title }) => [id, title]));
  return paperActions(db, actions, day)
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
    .map(({ record, ...action }) => ({
      ...action,
      meetingTitle: titles.get(record.meetingId ?? '') ?? null,
    }));
}

function figuresOf(g: Gathering): PaperFigure[] {
  return indicatorsOf(g).flatMap((indicator) => {
    const figure = figureOf(g, indicator);
    if (figure === null) return [];
    const { name, unit, value, isMinimum, asOfOn, records, sourceId } = figure;
    const source = sourceId === null ? null : getRecord(g.db, 'sourceDocument', sourceId);
    return [
      {
        name,
        unit,
        value,
        isMinimum,
        asOfOn,
        records,
        source: source === null ? null : { id: source.id, title: source.title },
      },
    ];
  });
}

/** Meetings, events, milestones, deliverables and actions that lie ahead, in their order. */
export function datesAhead(
  db: ReadableDb,
  request: {
    readonly workingGroupId: string;
    readonly fromOn: string;
    readonly toOn: string;
    readonly subGroupId?: string | null;
    readonly exceptId?: string;
  },
): PaperDate[] {
  const { workingGroupId, fromOn, toOn, exceptId } = request;
  const isOurs = ({ subGroupId }: { readonly subGroupId: string | null }): boolean =>
    request.subGroupId === undefined ||
    request.subGroupId === null ||
    subGroupId === null ||
    subGroupId === request.subGroupId;
  const isAhead = (from: string | null, to: string | null = from): boolean =>
    from !== null && from <= toOn && (to ?? from) >= fromOn;
  const where = { workingGroupId };
  const meetings = listRecords(db, 'meeting', where).filter(
    (one) =>
      one.id !== exceptId && one.status !== 'cancelled' && isOurs(one) && isAhead(one.heldOn),
  );
  const events = listRecords(db, 'event', where).filter(
    (one) => one.status !== 'cancelled' && isAhead(one.startsOn, one.endsOn),
  );
  const open = <R extends { readonly status: string; readonly dueOn: string | null }>(one: R) =>
    one.status !== 'done' && one.status !== 'abandoned' && isAhead(one.dueOn);
  const milestones = listRecords(db, 'milestone', where).filter((m) => isOurs(m) && open(m));
  const deliverables = listRecords(db, 'deliverable', where).filter(
    (one) => isOurs(one) && one.receivedOn === null && open(one),
  );
  const actions = listRecords(db, 'actionItem', where).filter((a) => isOurs(a) && open(a));
  const subGroups = namer(
    labelsOf(
      db,
      'subGroup',
      present([...milestones, ...deliverables, ...actions].map(({ subGroupId }) => subGroupId)),
    ),
  );
  const due = (
    kind: PaperDate['kind'],
    some: readonly (
      | (typeof milestones)[number]
      | (typeof deliverables)[number]
      | (typeof actions)[number]
    )[],
  ): PaperDate[] =>
    some.flatMap(({ title, dueOn, subGroupId }) =>
      dueOn === null
        ? []
        : [{ fromOn: dueOn, toOn: dueOn, kind, title, detail: subGroups(subGroupId) }],
    );
  return [
    ...meetings.flatMap(({ title, heldOn, place }): PaperDate[] =>
      heldOn === null
        ? []
        : [{ fromOn: heldOn, toOn: heldOn, kind: 'meeting', title, detail: place }],
    ),
    ...events.flatMap((event): PaperDate[] => {
      const moment = momentOf(event);
      return moment.fromOn === null
        ? []
        : [
            {
              fromOn: moment.fromOn,
              toOn: moment.toOn ?? moment.fromOn,
              kind: 'event',
              title: event.name,
              detail: event.place,
            },
          ];
    }),
    ...due('milestone', milestones),
    ...due('deliverable', deliverables),
    ...due('action', actions),
  ].toSorted((a, b) => a.fromOn.localeCompare(b.fromOn) || a.title.localeCompare(b.title, 'fr'));
}

/**
 * What the file of a meeting says, as things stood on its day.
 * @throws DataError `record.notFound`
 */
export function gatherPackPaper(db: ReadableDb, meetingId: string, today: string): PackPaper {
  const { record, ...paper } = gatherMeetingPaper(db, meetingId, today);
  // A meeting that lies ahead is prepared with what is known today.
  const day = paper.day > today ? today : paper.day;
  const { workingGroupId, subGroupId } = record;
  const g = gatheringOn(db, workingGroupId, day);
  const earlier = earlierMeetings(db, record);
  const subGroups = subGroupsOn(g).filter(({ id }) => subGroupId === null || id === subGroupId);
  const quarters = quartersOf(paper.day);
  return {
    ...paper,
    previous: previousOf(db, earlier[0], day),
    followed: followedOf(db, earlier, day),
    subGroups: subGroups.map(({ id, name }) => ({
      id,
      name,
      rapporteurs: rapporteursOn(db, id, day),
      milestones: milestonesOf(db, workingGroupId, id, day),
      actions: openActionsOf(db, id, day),
    })),
    quarters,
    matrix: matrixOf(db, subGroups, quarters, day),
    figures: figuresOf(g),
    nextDates: datesAhead(db, {
      workingGroupId,
      subGroupId,
      fromOn: day,
      toOn: monthsLater(paper.day, AHEAD),
      exceptId: record.id,
    }),
  };
}
