import type { FollowUpGrouping, FollowUpKind, FollowUpRow } from '#contract/follow-up.channels.ts';

interface RowGroup {
  /** Identifier of what the rows have in common; null for those without. */
  readonly key: string | null;
  readonly rows: readonly FollowUpRow[];
}

/** What a row is put under; the store orders and counts by the same. */
function keyOf(row: FollowUpRow, by: FollowUpGrouping): string | null {
  if (by === 'subGroup') return row.subGroupId;
  if (by === 'meeting') return row.meetingId;
  return row.responsiblePersonId ?? row.responsibleOrganisationId;
}

/** Rows that come one after the other and belong together; one group without a grouping. */
export function groupsOf(
  rows: readonly FollowUpRow[],
  by: FollowUpGrouping,
  kind: FollowUpKind,
): readonly RowGroup[] {
  if (by === 'none' || (by === 'responsible' && kind === 'decisions')) {
    return rows.length === 0 ? [] : [{ key: null, rows }];
  }
  const groups: { key: string | null; rows: FollowUpRow[] }[] = [];
  for (const row of rows) {
    const key = keyOf(row, by);
    const last = groups.at(-1);
    if (last !== undefined && last.key === key) last.rows.push(row);
    else groups.push({ key, rows: [row] });
  }
  return groups;
}

/** A meeting as it is named in the list: with its day, unless its title says it. */
export function meetingName(
  { meetingTitle, heldOn }: Pick<FollowUpRow, 'meetingTitle' | 'heldOn'>,
  format: { readonly date: (day: string) => string; readonly shortDate: (day: string) => string },
): string | null {
  if (meetingTitle === null || heldOn === null) return meetingTitle;
  const isSaid = [format.date(heldOn), format.shortDate(heldOn)].some((day) =>
    meetingTitle.includes(day),
  );
  return isSaid ? meetingTitle : `${meetingTitle} – ${format.date(heldOn)}`;
}
