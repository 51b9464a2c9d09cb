import type { Id } from '#domain/ids.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { schedulesOf } from '#services/timetable/schedules.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What was meant, null when nothing is; and the names of what there is. */
export interface Choice<N extends Named> {
  readonly found: N | null;
  readonly known: readonly string[];
}

/** The one of that identifier or name, or the only one whose name holds it, whatever accents and case. */
function chosen<N extends Named>(some: readonly N[], wanted: string): Choice<N> {
  const text = foldText(wanted);
  const exact = some.find(({ id, name }) => id === wanted || foldText(name) === text);
  const similar = some.filter(({ name }) => text !== '' && foldText(name).includes(text));
  const only = similar.length === 1 ? similar[0] : undefined;
  return { found: exact ?? only ?? null, known: some.map(({ name }) => name) };
}

export function chooseMeeting(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'meeting'>; readonly name: string }> {
  const meetings = listRecords(db, 'meeting', {}, ['heldOn', 'title']);
  return chosen(
    meetings.map(({ id, title }) => ({ id, name: title })),
    wanted,
  );
}

export function chooseCall(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'callForInterest'>; readonly name: string }> {
  const calls = listRecords(db, 'callForInterest', {}, ['opensOn', 'title']);
  return chosen(
    calls.map(({ id, title }) => ({ id, name: title })),
    wanted,
  );
}

export function chooseSubGroup(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'subGroup'>; readonly name: string }> {
  return chosen(listRecords(db, 'subGroup', {}, ['position']), wanted);
}

export function chooseEvent(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'event'>; readonly name: string }> {
  return chosen(listRecords(db, 'event', {}, ['startsOn', 'name']), wanted);
}

/** An organisation that takes part in the meetings of an event. */
export function chooseParticipant(db: ReadableDb, eventId: Id<'event'>, wanted: string) {
  return chosenSchedule(db, eventId, 'participants', wanted);
}

/** A place in which something of an event takes place. */
export function choosePlace(db: ReadableDb, eventId: Id<'event'>, wanted: string) {
  return chosenSchedule(db, eventId, 'places', wanted);
}

function chosenSchedule(
  db: ReadableDb,
  id: Id<'event'>,
  by: 'participants' | 'places',
  wanted: string,
): Choice<Named> {
  return chosen(
    schedulesOf(db, { id, by, subject: null }).map(({ subject }) => subject),
    wanted,
  );
}

/** A working group, also by its acronym. */
export function chooseGroup(
  db: ReadableDb,
  wanted: string,
): Choice<{ readonly id: Id<'workingGroup'>; readonly name: string }> {
  const groups = listRecords(db, 'workingGroup', {}, ['name']);
  const choice = chosen(groups, wanted);
  const short = groups.find(
    ({ acronym }) => acronym !== null && foldText(acronym) === foldText(wanted),
  );
  return { ...choice, found: choice.found ?? short ?? null };
}

/** The first working group, for whoever names none. */
export function firstGroup(db: ReadableDb): ReturnType<typeof chooseGroup> {
  const groups = listRecords(db, 'workingGroup', {}, ['name']);
  return { found: groups[0] ?? null, known: groups.map(({ name }) => name) };
}
