import type { FrameView } from '#contract/indicator.views.ts';
import { liveReferrers, referencesTo } from '#journal/dependents.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { citationsOf } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { sql } from '#sql/sql.ts';

function usesOf(db: ReadableDb, table: 'strategicAxis' | 'purchaseSegment', id: string): number {
  return referencesTo(table)
    .map((reference) => [...liveReferrers(db, reference, sql`${id}`)].length)
    .reduce((sum, count) => sum + count, 0);
}

/** The perimeter of a group, its axes and its segments in their order; null when there is no such group. */
export function frameOf(db: ReadableDb, groupId: string): FrameView | null {
  const group = getRecord(db, 'workingGroup', groupId);
  if (group === null) return null;
  const partsOf = (table: 'strategicAxis' | 'purchaseSegment'): FrameView['axes'] =>
    listRecords(db, table, { workingGroupId: groupId }, ['position']).map((record) => ({
      record,
      uses: usesOf(db, table, record.id),
    }));
  return {
    group,
    axes: partsOf('strategicAxis'),
    segments: partsOf('purchaseSegment'),
    citations: citationsOf(db, groupId),
  };
}
