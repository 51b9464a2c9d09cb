import type { MatrixDeliverable } from '#contract/deliverable.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import { groupBy } from '#journal/entries.ts';
import type { AttachmentRow } from '#repositories/deliverables.repo.ts';
import { attachmentsOf, deliverableById, rapporteursOf } from '#repositories/deliverables.repo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { matrixDeliverable } from './deliverables-matrix.ts';
import type { CitationView, NamedRecord } from './named.ts';
import { citationsOf, linkedRecords } from './named.ts';

export interface DeliverableSheet {
  readonly record: RecordOf<'deliverable'>;
  /** Where it stands, and who was rapporteur then. */
  readonly standing: MatrixDeliverable;
  readonly attachments: AttachmentRow[];
  readonly linked: { table: NamedRecord['table']; records: NamedRecord[] }[];
  readonly citations: CitationView[];
}

/** Everything about a deliverable in one place; null when there is none of that identifier. */
export function deliverableSheet(
  db: ReadableDb,
  { id, today }: { readonly id: string; readonly today: string },
): DeliverableSheet | null {
  const record = getRecord(db, 'deliverable', id);
  const row = deliverableById(db, id);
  if (record === null || row === null) return null;
  const rapporteurs = groupBy(
    rapporteursOf(db, record.workingGroupId),
    ({ subGroupId }) => subGroupId,
  );
  return {
    record,
    standing: matrixDeliverable(row, rapporteurs.get(record.subGroupId), today),
    attachments: attachmentsOf(db, id),
    linked: linkedRecords(db, 'deliverable', id),
    citations: citationsOf(db, id),
  };
}
