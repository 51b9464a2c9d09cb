import { countOverdue } from '#repositories/calendar.repo.ts';
import { figuresOn, funnelOf, lastKnownDay, yearsOf } from '#repositories/dashboard.repo.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { listOperations } from '#journal/history.ts';
import type { ReadableDb } from '#sql/sql.ts';
import type { CalendarDate } from '#contract/calendar.channels.ts';
import type { ChannelOutput } from '#contract/channels.ts';

import { calendarDates, lateDates } from './year-calendar.ts';

const QUIET_DAYS = 180;
const DAY_MS = 86_400_000;
const LATE_SHOWN = 6;
const NEXT_SHOWN = 10;
/** Beyond the last day that any store can name. */
const EVER = '9999-12-31';

type Dashboard = ChannelOutput<'dashboard:get'>;
type Task = Dashboard['next'][number];

function taskOf(date: CalendarDate): Task {
  const { table, id, title, place, subGroupName, groupName, period, part, fromOn, toOn } = date;
  const isGathering = table === 'meeting' || table === 'event';
  return {
    table,
    id,
    label: title,
    detail: (isGathering ? place : (subGroupName ?? groupName)) ?? '',
    onDay: period === null ? fromOn : toOn,
    period,
    part,
  };
}

/** How much is late on a day: deliverables as the matrix counts them, and the rest. */
function lateCountsOn(db: ReadableDb, day: string): Dashboard['lateCounts'] {
  const counts = countOverdue(db, day);
  const sum = (some: typeof counts): number => some.reduce((all, { count }) => all + count, 0);
  return {
    deliverable: sum(counts.filter(({ table }) => table === 'deliverable')),
    other: sum(counts.filter(({ table }) => table !== 'deliverable')),
  };
}

/**
 * The day a dashboard speaks of. A store at rest, such as the archive of a past year, is shown at the
 * end of the last year it knows, not as years of delay.
 */
function dayShown(db: ReadableDb, today: string): string {
  const last = lastKnownDay(db);
  if (last === null || last >= today) return today;
  const quietDays = (Date.parse(today) - Date.parse(last)) / DAY_MS;
  return quietDays > QUIET_DAYS ? `${last.slice(0, 4)}-12-31` : today;
}

/** What a secretariat looks at first: what is late, what comes next, the figures and where they stand. */
export function dashboard(db: ReadableDb, today: string): Dashboard {
  const asOfOn = dayShown(db, today);
  const groups = listRecords(db, 'workingGroup', {}, ['name']);
  const observatories = labelsOf(
    db,
    'organisation',
    groups.flatMap((group) => group.observatoryId ?? []),
  );
  const call = listRecords(db, 'callForInterest', {}, ['opensOn']).at(-1);
  return {
    asOfOn,
    groups: groups.map(({ id, name, observatoryId }) => ({
      id,
      name,
      observatory: observatoryId === null ? null : (observatories.get(observatoryId) ?? null),
    })),
    years: [...new Set(groups.flatMap((group) => yearsOf(db, group.id)))],
    figures: figuresOn(db, asOfOn),
    late: lateDates(db, { today: asOfOn, limit: LATE_SHOWN }).map(taskOf),
    lateCounts: lateCountsOn(db, asOfOn),
    next: calendarDates(db, {
      workingGroupId: null,
      fromOn: asOfOn,
      toOn: EVER,
      today: asOfOn,
    })
      .filter(({ state }) => state === 'ahead')
      .slice(0, NEXT_SHOWN)
      .map(taskOf),
    funnel: call === undefined ? [] : funnelOf(db, call.id, asOfOn),
    subGroups: listRecords(db, 'subGroup', {}, ['position']).map(({ id, name }) => ({
      id,
      name,
      rapporteurs: listMandates(db, { subGroupId: id, role: 'rapporteur', at: asOfOn }).map(
        ({ personLabel, organisationLabel }) =>
          organisationLabel === null ? personLabel : `${personLabel} (${organisationLabel})`,
      ),
    })),
    recent: listOperations(db, { offset: 0, limit: 8 }),
  };
}
