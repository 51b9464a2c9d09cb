import type { EntityName } from '#domain/registry.ts';
import type { HistoryEntry } from '#journal/history.ts';
import { historyOf } from '#journal/history.ts';
import { labelOf } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { TiedRecord } from './person-file-records.ts';
import { anyRecord, tiedRecords } from './person-file-records.ts';

type Values = Readonly<Record<string, unknown>>;

/** One change of the person's record, or of one that is about them. */
export interface PersonChange extends HistoryEntry {
  readonly table: EntityName;
  readonly id: string;
}

/** All that the store holds about a person, as it is kept. */
export interface PersonData {
  readonly id: string;
  readonly name: string;
  readonly values: Values;
  readonly deletedAt: string | null;
  readonly records: readonly TiedRecord[];
  /** Latest first. */
  readonly history: readonly PersonChange[];
}

/**
 * Gathers all that the store holds about a person: their record, what is or ever was tied to it, put
 * aside or not, and the history of all that is about them, with values since replaced or removed.
 * @throws DataError `record.notFound`
 */
export function gatherPersonData(db: ReadableDb, id: string): PersonData {
  const person = anyRecord(db, 'person', id);
  if (person === null) throw new DataError('record.notFound', { table: 'person', id });
  const records = tiedRecords(db, id);
  const history = [
    { table: 'person' as const, id },
    ...records.filter(({ tie }) => tie === 'own'),
  ].flatMap(({ table, id: row }): PersonChange[] =>
    historyOf(db, row).map((entry) => ({ ...entry, table, id: row })),
  );
  return {
    id,
    name: labelOf('person', person.values),
    values: person.values,
    deletedAt: person.deletedAt,
    records,
    history: history.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
  };
}
