import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { labelOf } from '#sql/codec.ts';
import { liveReferrers, referencesTo } from '#journal/dependents.ts';
import { listAffiliations } from '#repositories/mandates.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { sql } from '#sql/sql.ts';

/** A record as links and pickers show it: its name, and what tells it from its namesakes. */
export interface NamedRecord {
  readonly table: EntityName;
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

const DETAIL_FIELDS: Partial<Record<EntityName, readonly string[]>> = {
  organisation: ['acronym', 'communeName'],
  meeting: ['heldOn', 'period'],
  event: ['startsOn', 'period'],
  milestone: ['dueOn', 'period'],
  deliverable: ['dueOn'],
  actionItem: ['dueOn'],
  objective: ['year'],
  result: ['year'],
  remedy: ['year'],
  measurement: ['asOfOn'],
};

/** Tables that only tie records together, or that the record's own page shows in its own way. */
const SHOWN_ELSEWHERE: ReadonlySet<EntityName> = new Set([
  'affiliation',
  'mandate',
  'alias',
  'citation',
  'consent',
  'organisationSegment',
]);

export function detailOf(
  db: ReadableDb,
  table: EntityName,
  id: string,
  record: Readonly<Record<string, unknown>>,
): string {
  if (table === 'person') {
    return listAffiliations(db, { personId: id })[0]?.organisationLabel ?? '';
  }
  const organisationId = record['organisationId'];
  if (typeof organisationId === 'string') {
    return labelsOf(db, 'organisation', [organisationId]).get(organisationId) ?? '';
  }
  const fields = DETAIL_FIELDS[table] ?? [];
  const found = fields.map((field) => record[field]).find((value) => value !== null);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** Names a record; one that has no words of its own is named by what it points to. */
export function nameRecord(db: ReadableDb, table: EntityName, id: string): NamedRecord | null {
  const record: Readonly<Record<string, unknown>> | null = getRecord(db, table, id);
  if (record === null) return null;
  const own = labelOf(table, record);
  return {
    table,
    id,
    label: own === '' ? labelThroughReferences(db, table, record) : own,
    detail: detailOf(db, table, id, record),
  };
}

function labelThroughReferences(
  db: ReadableDb,
  table: EntityName,
  record: Readonly<Record<string, unknown>>,
): string {
  const labels = Object.entries(entityOf(table).fields).flatMap(([field, { kind, target }]) => {
    const value = record[field];
    if (kind !== 'reference' || target === undefined || typeof value !== 'string') return [];
    const label = labelsOf(db, target as EntityName, [value]).get(value); // declared as a table's name
    return label === undefined || label === '' ? [] : [label];
  });
  return labels.slice(0, 2).join(' – ');
}

const LINKED_PER_TABLE = 200;

/** Everything else that points to a record, table by table, but for what its page shows otherwise. */
export function linkedRecords(
  db: ReadableDb,
  table: EntityName,
  id: string,
  except: ReadonlySet<EntityName> = new Set(),
): { table: EntityName; records: NamedRecord[] }[] {
  const byTable = new Map<EntityName, Set<string>>();
  for (const reference of referencesTo(table)) {
    if (SHOWN_ELSEWHERE.has(reference.from) || except.has(reference.from)) continue;
    const known = byTable.get(reference.from) ?? new Set();
    for (const referrer of liveReferrers(db, reference, sql`${id}`)) known.add(referrer);
    byTable.set(reference.from, known);
  }
  return [...byTable]
    .filter(([, ids]) => ids.size > 0)
    .map(([from, ids]) => ({
      table: from,
      records: [...ids]
        .slice(0, LINKED_PER_TABLE)
        .flatMap((referrer) => nameRecord(db, from, referrer) ?? [])
        .toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
    }));
}

export interface CitationView {
  readonly sourceId: string;
  readonly sourceLabel: string;
  readonly locator: string | null;
}

/** The documents that a record's facts come from. */
export function citationsOf(db: ReadableDb, id: string): CitationView[] {
  const citations = listRecords(db, 'citation', { recordId: id });
  const labels = labelsOf(
    db,
    'sourceDocument',
    citations.map((citation) => citation.sourceId),
  );
  return citations.map(({ sourceId, locator }) => ({
    sourceId,
    sourceLabel: labels.get(sourceId) ?? '',
    locator,
  }));
}

/** Other spellings under which an actor is known. */
export function aliasesOf(db: ReadableDb, id: string): { id: string; name: string }[] {
  return listRecords(db, 'alias', { recordId: id }, ['name']).map((alias) => ({
    id: alias.id,
    name: alias.name,
  }));
}
