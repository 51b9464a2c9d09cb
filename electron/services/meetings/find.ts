import type { EntityName, RecordOf } from '#domain/registry.ts';
import { AppError } from '#contract/errors.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** A live record. @throws DataError `record.notFound` */
export function mustGet<N extends EntityName>(db: ReadableDb, table: N, id: string): RecordOf<N> {
  const record = getRecord(db, table, id);
  if (record === null) throw new DataError('record.notFound', { table, id });
  return record;
}

/** A meeting that takes place. @throws DataError `record.notFound`, AppError `meeting.cancelled` */
export function meetingToHold(db: ReadableDb, id: string): RecordOf<'meeting'> {
  const meeting = mustGet(db, 'meeting', id);
  if (meeting.status === 'cancelled') throw new AppError('meeting.cancelled');
  return meeting;
}

/** Statuses of a meeting that has begun: nobody is called to it any more. */
const BEGUN: ReadonlySet<RecordOf<'meeting'>['status']> = new Set([
  'underWay',
  'toValidate',
  'validated',
  'held',
]);

/** Whether a meeting has begun, or is over. */
export function hasBegun({ status }: Pick<RecordOf<'meeting'>, 'status'>): boolean {
  return BEGUN.has(status);
}

/** An item of that meeting's agenda. @throws DataError `record.notFound` also for another meeting's */
export function itemOf(db: ReadableDb, meetingId: string, id: string): RecordOf<'agendaItem'> {
  const item = mustGet(db, 'agendaItem', id);
  if (item.meetingId !== meetingId) {
    throw new DataError('record.notFound', { table: 'agendaItem', id });
  }
  return item;
}

/** The names of some records of one kind; null stays null. */
export type Namer = (id: string | null) => string | null;

/** Names through a map of labels. */
export function namer(labels: ReadonlyMap<string, string>): Namer {
  return (id) => (id === null ? null : (labels.get(id) ?? null));
}

/** Those identifiers that are given. */
export function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
