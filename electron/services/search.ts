import { getRecord } from '#repositories/records.repo.ts';
import { search } from '#repositories/search.repo.ts';
import { isEntityName } from '#domain/registry.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { NamedRecord } from './named.ts';
import { nameRecord } from './named.ts';

export interface FoundRecord extends NamedRecord {
  /** Excerpt around the words found, beyond the name. */
  readonly snippet: string;
}

const MARGIN = 20;

/**
 * Records found by their words. Another spelling leads to the actor it belongs to, and each record
 * comes once.
 */
export function findRecords(db: ReadableDb, text: string, limit: number): FoundRecord[] {
  const found = new Map<string, FoundRecord>();
  for (const hit of search(db, text, limit + MARGIN)) {
    const target = hit.table === 'alias' ? aliasTarget(db, hit.id) : hit;
    const record = target === null ? null : nameRecord(db, target.table, target.id);
    if (record === null || found.has(record.id)) continue;
    const snippet = hit.table === 'alias' ? hit.title : hit.snippet;
    found.set(record.id, { ...record, snippet });
    if (found.size >= limit) break;
  }
  return [...found.values()];
}

function aliasTarget(db: ReadableDb, id: string): Pick<NamedRecord, 'table' | 'id'> | null {
  const alias = getRecord(db, 'alias', id);
  if (alias === null || !isEntityName(alias.recordTable)) return null;
  return { table: alias.recordTable, id: alias.recordId };
}
