import type { Moment, PersonData, ReportKind } from '#documents/reports/data.ts';
import type { RecordRef } from '#documents/model.ts';
import type { EntityName } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { spanOf } from './period.ts';

/** What gathering a report needs everywhere: the store, the group, the days that bound the report. */
export interface Gathering {
  readonly db: ReadableDb;
  readonly groupId: string;
  readonly kind: ReportKind;
  readonly year: number;
  /** First day of the year. */
  readonly fromOn: string;
  /** Day on which the data are taken. */
  readonly asOfOn: string;
  /** Last day that the perspectives look at. */
  readonly horizonOn: string;
}

/** Day that a report goes by where nobody says otherwise: 30 June for a synthesis, else 31 December. */
export const dayOfReport = (report: ReportKind, year: number): string =>
  report === 'synthesis' ? `${year}-06-30` : `${year}-12-31`;

export function gathering(
  db: ReadableDb,
  request: {
    readonly report: ReportKind;
    readonly groupId: string;
    readonly year: number;
    /** Another day than the one that the kind goes by. */
    readonly asOfOn?: string | undefined;
  },
): Gathering {
  const { report, groupId, year } = request;
  const isSynthesis = report === 'synthesis';
  return {
    db,
    groupId,
    kind: report,
    year,
    fromOn: `${year}-01-01`,
    asOfOn: request.asOfOn ?? dayOfReport(report, year),
    horizonOn: isSynthesis ? `${year}-12-31` : `${year + 1}-12-31`,
  };
}

export const ref = (table: EntityName, id: string): RecordRef => ({ table, id });

/** Acronym, otherwise name: how documents print an organisation. */
export function organisationName(db: ReadableDb, id: string | null): string | null {
  if (id === null) return null;
  const organisation = getRecord(db, 'organisation', id);
  return organisation === null ? null : (organisation.acronym ?? organisation.name);
}

/** Whether the person agreed to have their address published, and has not withdrawn it. */
function mayPublishEmail(db: ReadableDb, personId: string): boolean {
  return listRecords(db, 'consent', { personId, field: 'email', purpose: 'publication' }).some(
    (consent) => consent.withdrawnOn === null,
  );
}

/** A person as documents print them; null when the record is gone. */
export function personData(
  db: ReadableDb,
  id: string,
  organisation: string | null,
): PersonData | null {
  const person = getRecord(db, 'person', id);
  if (person === null) return null;
  return {
    id,
    name: [person.givenName, person.familyName.toLocaleUpperCase('fr')]
      .filter((part) => part !== null)
      .join(' '),
    organisation,
    email: person.email !== null && mayPublishEmail(db, id) ? person.email : null,
  };
}

/** Dates first; a period in words gives the days it covers. */
export function momentOf(from: {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly period: string | null;
}): Moment {
  const { startsOn, endsOn, period } = from;
  if (startsOn !== null || endsOn !== null) {
    return { fromOn: startsOn ?? endsOn, toOn: endsOn ?? startsOn, period: null };
  }
  const span = period === null ? null : spanOf(period);
  return { fromOn: span?.fromOn ?? null, toOn: span?.toOn ?? null, period };
}

/** The day of the earliest document that states a record; null when none does or none is dated. */
export function statedFirstOn(db: ReadableDb, recordId: string): string | null {
  const days = listRecords(db, 'citation', { recordId }).flatMap(
    ({ sourceId }) => getRecord(db, 'sourceDocument', sourceId)?.datedOn ?? [],
  );
  return days.toSorted()[0] ?? null;
}

/**
 * Whether something of the past belongs to the report: it took place in the year and by its date.
 * What has no date of its own goes by the first document that states it; what no document states
 * either is taken to belong.
 */
export function isOfReport(
  g: Pick<Gathering, 'db' | 'fromOn' | 'asOfOn'>,
  moment: Moment,
  recordId: string,
): boolean {
  const day = moment.toOn ?? statedFirstOn(g.db, recordId);
  return day === null || (day >= g.fromOn && day <= g.asOfOn);
}
