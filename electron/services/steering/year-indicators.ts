import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

export type Indicator = RecordOf<'indicator'>;

/** Indicators that belong to a year: by their objective, otherwise by the day of their target. */
export function indicatorsOfYear(
  db: ReadableDb,
  workingGroupId: string,
  year: number,
): Indicator[] {
  const yearOfObjective = new Map<string, number>(
    listRecords(db, 'objective', { workingGroupId }).map((one) => [one.id, one.year]),
  );
  return listRecords(db, 'indicator', { workingGroupId }, ['position']).filter(
    ({ objectiveId, targetOn }) =>
      (yearOfObjective.get(objectiveId ?? '') ??
        (targetOn === null ? null : Number(targetOn.slice(0, 4)))) === year,
  );
}

/** Values of an indicator as of days of a year, the latest first. */
export function valuesInYear(db: ReadableDb, indicatorId: string, year: number) {
  return listRecords(db, 'measurement', { indicatorId }, ['asOfOn'])
    .filter(({ asOfOn }) => asOfOn.startsWith(`${year}-`))
    .toReversed();
}
