import type { CalendarEntry } from '#interop/ics.ts';
import { writeCalendar } from '#interop/ics.ts';
import type { Translator } from '#platform/translate.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { changedAt, deadlineEntries, meetingEntry } from './entries.ts';

export interface CalendarRequest {
  /** Null for all years. */
  readonly year: number | null;
  /** Null for every group of the store. */
  readonly workingGroupId: string | null;
  readonly translate: Translator['t'];
  /** ISO instant, for tests; now otherwise. */
  readonly now?: string;
}

const firstDay = ({ moment }: CalendarEntry): string =>
  moment.kind === 'days' ? moment.fromOn : moment.day;
const lastDay = ({ moment }: CalendarEntry): string =>
  moment.kind === 'days' ? moment.toOn : moment.day;

/** Meetings, events, milestones and deadlines of the groups, in the order of their days. */
export function calendarEntries(db: ReadableDb, request: CalendarRequest): CalendarEntry[] {
  const { year, workingGroupId, translate } = request;
  const now = request.now ?? new Date().toISOString();
  const groups = listRecords(db, 'workingGroup', {}, ['name']).filter(
    ({ id }) => workingGroupId === null || id === workingGroupId,
  );
  return groups
    .flatMap(({ id }) => {
      const meetings = listRecords(db, 'meeting', { workingGroupId: id });
      const changes = changedAt(
        db,
        meetings.map((meeting) => meeting.id),
      );
      return [
        ...meetings.flatMap(
          (meeting) =>
            meetingEntry(db, meeting, { translate, changedAt: changes.get(meeting.id) ?? now }) ??
            [],
        ),
        ...deadlineEntries(db, id, translate, now),
      ];
    })
    .filter(
      (entry) =>
        year === null || (firstDay(entry) <= `${year}-12-31` && lastDay(entry) >= `${year}-01-01`),
    )
    .toSorted(
      (a, b) => firstDay(a).localeCompare(firstDay(b)) || a.title.localeCompare(b.title, 'fr'),
    );
}

/**
 * Writes the calendar as a file that appears whole or not at all.
 * @returns how many entries it holds
 * @throws AppError `export.notWritable`
 */
export async function exportCalendar(
  session: StoreSession,
  path: string,
  request: CalendarRequest,
): Promise<number> {
  const { reader } = session;
  const entries = calendarEntries(reader, request);
  const groups = listRecords(reader, 'workingGroup', {}, ['name']);
  const group = groups.find(({ id }) => id === request.workingGroupId) ?? groups[0];
  const name = request.year === null ? group?.name : `${group?.name ?? ''} ${request.year}`.trim();
  const text = writeCalendar(entries, {
    method: 'PUBLISH',
    madeAt: request.now ?? new Date().toISOString(),
    ...(name === undefined ? {} : { name }),
  });
  await writeFileInto(path, (sink) => sink(Buffer.from(text, 'utf8')));
  return entries.length;
}
