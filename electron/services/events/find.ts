import type { EntityName, RecordOf } from '#domain/registry.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** A live record. @throws DataError `record.notFound` */
export function mustGet<N extends EntityName>(db: ReadableDb, table: N, id: string): RecordOf<N> {
  const record = getRecord(db, table, id);
  if (record === null) throw new DataError('record.notFound', { table, id });
  return record;
}
