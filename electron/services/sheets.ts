import type { RecordOf } from '#domain/registry.ts';
import type { AffiliationView, MandateView } from '#repositories/mandates.repo.ts';
import { listAffiliations, listMandates } from '#repositories/mandates.repo.ts';
import { getRecord, labelsOf } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { CitationView, NamedRecord } from './named.ts';
import { aliasesOf, citationsOf, linkedRecords } from './named.ts';

interface Linked {
  readonly linked: { table: NamedRecord['table']; records: NamedRecord[] }[];
  readonly citations: CitationView[];
}

export interface ActorSheet<N extends 'organisation' | 'person'> extends Linked {
  readonly record: RecordOf<N>;
  readonly aliases: { id: string; name: string }[];
  readonly affiliations: AffiliationView[];
  readonly mandates: MandateView[];
}

export interface SubGroupSheet extends Linked {
  readonly record: RecordOf<'subGroup'>;
  readonly axisLabel: string | null;
  readonly mandates: MandateView[];
}

/** Everything about an organisation in one place; null when there is none of that identifier. */
export function organisationSheet(db: ReadableDb, id: string): ActorSheet<'organisation'> | null {
  const record = getRecord(db, 'organisation', id);
  if (record === null) return null;
  return {
    record,
    aliases: aliasesOf(db, id),
    affiliations: listAffiliations(db, { organisationId: id }),
    mandates: listMandates(db, { organisationId: id }),
    linked: linkedRecords(db, 'organisation', id),
    citations: citationsOf(db, id),
  };
}

export function personSheet(db: ReadableDb, id: string): ActorSheet<'person'> | null {
  const record = getRecord(db, 'person', id);
  if (record === null) return null;
  return {
    record,
    aliases: aliasesOf(db, id),
    affiliations: listAffiliations(db, { personId: id }),
    mandates: listMandates(db, { personId: id }),
    linked: linkedRecords(db, 'person', id),
    citations: citationsOf(db, id),
  };
}

export function subGroupSheet(db: ReadableDb, id: string): SubGroupSheet | null {
  const record = getRecord(db, 'subGroup', id);
  if (record === null) return null;
  const { strategicAxisId } = record;
  const axes = labelsOf(db, 'strategicAxis', strategicAxisId === null ? [] : [strategicAxisId]);
  return {
    record,
    axisLabel: strategicAxisId === null ? null : (axes.get(strategicAxisId) ?? null),
    mandates: listMandates(db, { subGroupId: id }),
    linked: linkedRecords(db, 'subGroup', id),
    citations: citationsOf(db, id),
  };
}
