import { listRecords } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** The validated minutes of a meeting, addenda aside; null while there are none. */
export function validatedMinutes(db: ReadableDb, meetingId: string) {
  const [found] = listRecords(db, 'minutes', { meetingId, status: 'validated', amendsId: null });
  return found ?? null;
}

/**
 * Refuses to change the list of those present once it stands in validated minutes, before anything is
 * looked up for it. The journal itself guards what was validated.
 * @throws DataError `minutes.validated`
 */
export function assertOpen(db: ReadableDb, meetingId: string): void {
  const validated = validatedMinutes(db, meetingId);
  if (validated !== null)
    throw new DataError('minutes.validated', { number: validated.number ?? '' });
}
