import type { TracedRecord } from '#contract/edition.views.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf, isEntityName } from '#domain/registry.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { nameRecord } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { EditionWords } from './kinds.ts';

/** Records that are part of another one, with the column that leads to it. */
const partsOf: Readonly<Partial<Record<EntityName, readonly [field: string, whole: EntityName]>>> =
  {
    measurement: ['indicatorId', 'indicator'],
    measurementPart: ['measurementId', 'measurement'],
    barrierStatement: ['barrierId', 'barrier'],
    phase: ['callId', 'callForInterest'],
    phaseDecision: ['applicationId', 'application'],
    attendance: ['meetingId', 'meeting'],
    agendaItem: ['meetingId', 'meeting'],
    registration: ['eventId', 'event'],
    affiliation: ['organisationId', 'organisation'],
    agreementParty: ['agreementId', 'agreement'],
  };

/** The record whose sheet shows a part: up to a whole that is no part itself. */
function wholeOf(db: ReadableDb, table: EntityName, id: string): [EntityName, string] {
  const part = partsOf[table];
  const record: Readonly<Record<string, unknown>> | null = getRecord(db, table, id);
  const whole = part === undefined ? undefined : record?.[part[0]];
  return part !== undefined && typeof whole === 'string'
    ? wholeOf(db, part[1], whole)
    : [table, id];
}

/** The records behind a figure, named; those that are gone since say so. */
export function tracedRecords(
  db: ReadableDb,
  refs: readonly { readonly table: string; readonly id: string }[],
  { translate }: EditionWords,
): TracedRecord[] {
  return refs.flatMap(({ table, id }): TracedRecord[] => {
    if (!isEntityName(table)) return [];
    const entityLabel = translate(`vocabulary:entity.${entityOf(table).name}.one`);
    const named = nameRecord(db, table, id);
    if (named === null) {
      return [{ table, id, label: '', detail: '', entityLabel, isGone: true, opens: null }];
    }
    const [whole, wholeId] = wholeOf(db, table, id);
    const opens = wholeId === id ? null : nameRecord(db, whole, wholeId);
    const label = named.label === '' ? (opens?.label ?? '') : named.label;
    return [{ ...named, label, entityLabel, isGone: false, opens }];
  });
}
