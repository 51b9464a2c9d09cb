import { newId } from '#journal/new-id.ts';
import type { Names } from './names.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { RowDraft } from './read-row.ts';
import type { SideRecord } from './staging.ts';

/** Records that rows bring along: the function of a person, the segments of an organisation. */
export interface Sides {
  /** @param isStored whether the row's own record is in the store already */
  readonly of: (draft: RowDraft, id: string, isStored: boolean) => SideRecord[];
}

const same = (a: string | null, b: string | null): boolean =>
  foldText(a ?? '') === foldText(b ?? '');

export function createSides(db: ReadableDb, nameOf: (id: string) => string): Sides {
  function functionOf(draft: RowDraft, personId: string, isStored: boolean): SideRecord[] {
    const { employer: organisationId, function: title } = draft;
    if (organisationId === null) return [];
    const label = [nameOf(organisationId), title].filter(Boolean).join(' – ');
    const held = isStored ? listRecords(db, 'affiliation', { personId, organisationId }) : [];
    if (held.some((line) => title === null || same(line.title, title))) return [];
    const untitled = held.find((line) => line.title === null);
    if (untitled !== undefined) {
      return [
        { table: 'affiliation', id: untitled.id, values: { title }, label, isPatch: true as const },
      ];
    }
    return [
      { table: 'affiliation', id: newId(), values: { personId, organisationId, title }, label },
    ];
  }

  function segmentsOf(draft: RowDraft, organisationId: string, isStored: boolean): SideRecord[] {
    if (draft.segments.length === 0) return [];
    const held = new Set<string>(
      isStored
        ? listRecords(db, 'organisationSegment', { organisationId }).map(
            ({ purchaseSegmentId }) => purchaseSegmentId,
          )
        : [],
    );
    return [...new Set(draft.segments)]
      .filter((purchaseSegmentId) => !held.has(purchaseSegmentId))
      .map((purchaseSegmentId) => ({
        table: 'organisationSegment' as const,
        id: newId(),
        values: { organisationId, purchaseSegmentId },
        label: labelsOf(db, 'purchaseSegment', [purchaseSegmentId]).get(purchaseSegmentId) ?? '',
      }));
  }

  return {
    of: (draft, id, isStored) => [
      ...functionOf(draft, id, isStored),
      ...segmentsOf(draft, id, isStored),
    ],
  };
}

/** Another spelling of an actor, kept so that the next file finds it at once. */
export function spelling(
  names: Names,
  table: 'organisation' | 'person',
  id: string,
  text: string,
): SideRecord[] {
  if (text === '' || names.aliased(table, text).includes(id)) return [];
  return [
    {
      table: 'alias',
      id: newId(),
      values: { recordTable: table, recordId: id, name: text },
      label: text,
    },
  ];
}
