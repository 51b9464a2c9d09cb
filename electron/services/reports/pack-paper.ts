import type { ReportDate } from '#documents/reports/dates.ts';
import type { PackPaper, PaperFigure } from '#documents/reports/meetings/paper-data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { earlierMeetings } from '#repositories/meetings.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { decisionView } from '#services/meetings/sheet.ts';
import { calendarDates } from '#services/year-calendar.ts';
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
    const { firstIndicatorId, name, unit, value, isMinimum, asOfOn, records, sourceId } = figure;
    const source = sourceId === null ? null : getRecord(g.db, 'sourceDocument', sourceId);
    return [
      {
        firstIndicatorId,
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

/** What lies ahead of a body: its own dates, and those of the whole group. */
function datesAhead(
  db: ReadableDb,
  request: {
    readonly workingGroupId: string;
    readonly subGroupId: string | null;
    readonly fromOn: string;
    readonly toOn: string;
    readonly exceptId: string;
  },
): ReportDate[] {
  const { workingGroupId, subGroupId, fromOn, toOn, exceptId } = request;
  return calendarDates(db, { workingGroupId, fromOn, toOn, today: fromOn })
    .filter(
      (date) =>
        date.state === 'ahead' &&
        date.toOn >= fromOn &&
        date.id !== exceptId &&
        (subGroupId === null || date.subGroupId === null || date.subGroupId === subGroupId),
    )
    .map((date) => ({
      ...date,
      detail: date.kind === 'meeting' || date.kind === 'event' ? date.place : date.subGroupName,
    }));
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
    matrix: matrixOf(db, {
      workingGroupId,
      subGroupId,
      groupName: paper.group.name,
      quarters,
      on: day,
    }),
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
