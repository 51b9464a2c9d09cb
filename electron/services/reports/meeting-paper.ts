import type { MeetingPaper } from '#documents/reports/meetings/paper-data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { mustGet } from '#services/meetings/find.ts';
import { meetingSheet } from '#services/meetings/sheet.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** The group and its observatory, as papers name them. */
export function groupOf(db: ReadableDb, workingGroupId: string): MeetingPaper['group'] {
  const group = mustGet(db, 'workingGroup', workingGroupId);
  const observatory =
    group.observatoryId === null ? null : getRecord(db, 'organisation', group.observatoryId);
  return { name: group.name, observatory: observatory?.name ?? null };
}

/**
 * What the papers of a meeting say. `today` stands for the day of a meeting that has none, and tells
 * what is late.
 * @throws DataError `record.notFound`
 */
export function gatherMeetingPaper(
  db: ReadableDb,
  meetingId: string,
  today: string,
): MeetingPaper & { readonly record: RecordOf<'meeting'> } {
  const record = mustGet(db, 'meeting', meetingId);
  const sheet = meetingSheet(db, { id: record.id, today });
  if (sheet === null) throw new DataError('record.notFound', { table: 'meeting', id: meetingId });
  const { body, agenda, totals, attendance, quorum, minutes, addenda } = sheet;
  return {
    record,
    group: groupOf(db, record.workingGroupId),
    body,
    meeting: record,
    day: record.heldOn ?? today,
    chairName: sheet.chairName,
    secretaryName: sheet.secretaryName,
    items: agenda,
    totals,
    attendance,
    quorum,
    minutes,
    addenda,
    otherDecisions: sheet.otherDecisions,
    otherActions: sheet.otherActions,
  };
}
