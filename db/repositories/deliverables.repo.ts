import type { ReadableDb, Sql } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { labelSql } from './records.repo.ts';

/** A deliverable with what the matrix and the roadmap need to place it. */
export interface DeliverableRow {
  readonly id: string;
  readonly subGroupId: string | null;
  readonly kind: string;
  readonly title: string;
  readonly quarter: string | null;
  readonly dueOn: string | null;
  readonly meetingOn: string | null;
  readonly receivedOn: string | null;
  readonly validatedOn: string | null;
  readonly presentedOn: string | null;
  readonly publishedOn: string | null;
  readonly publishedAt: string | null;
  readonly status: string;
  /** How many files are kept with it. */
  readonly files: number;
}

function deliverablesWhere(db: ReadableDb, condition: Sql): DeliverableRow[] {
  return all<DeliverableRow>(
    db,
    sql`SELECT d.id, d.sub_group_id AS subGroupId, d.kind, d.title, d.quarter, d.due_on AS dueOn,
          m.held_on AS meetingOn, d.received_on AS receivedOn, d.validated_on AS validatedOn,
          d.presented_on AS presentedOn, d.published_on AS publishedOn,
          d.published_at AS publishedAt, d.status,
          (SELECT count(*) FROM attachment a
           WHERE a.record_id = d.id AND a.deleted_at IS NULL) AS files
        FROM deliverable d
          LEFT JOIN meeting m ON m.id = d.meeting_id AND m.deleted_at IS NULL
        WHERE d.deleted_at IS NULL AND ${condition}
        ORDER BY d.kind, d.due_on, d.label_key, d.id`,
  );
}

export function deliverablesOfGroup(db: ReadableDb, workingGroupId: string): DeliverableRow[] {
  return deliverablesWhere(db, sql`d.working_group_id = ${workingGroupId}`);
}

export function deliverablesOfSubGroup(db: ReadableDb, subGroupId: string): DeliverableRow[] {
  return deliverablesWhere(db, sql`d.sub_group_id = ${subGroupId}`);
}

export function deliverableById(db: ReadableDb, id: string): DeliverableRow | null {
  return deliverablesWhere(db, sql`d.id = ${id}`)[0] ?? null;
}

export interface SubGroupRow {
  readonly id: string;
  readonly name: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

/** The group's own sub-groups, and those that its deliverables name. */
export function subGroupsOf(db: ReadableDb, workingGroupId: string): SubGroupRow[] {
  return all<SubGroupRow>(
    db,
    sql`SELECT id, name, started_on AS startedOn, ended_on AS endedOn FROM sub_group
        WHERE (working_group_id = ${workingGroupId} AND deleted_at IS NULL)
           OR id IN (SELECT sub_group_id FROM deliverable
                     WHERE working_group_id = ${workingGroupId} AND deleted_at IS NULL)
        ORDER BY position, label_key, id`,
  );
}

export interface RapporteurRow {
  /** Null for a rapporteur of the group itself. */
  readonly subGroupId: string | null;
  readonly personId: string;
  readonly label: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** Everyone who ever was rapporteur of the group or of one of its sub-groups, oldest first. */
export function rapporteursOf(db: ReadableDb, workingGroupId: string): RapporteurRow[] {
  return all<RapporteurRow>(
    db,
    sql`SELECT m.sub_group_id AS subGroupId, p.id AS personId, ${labelSql('person', 'p')} AS label,
          m.from_on AS fromOn, m.to_on AS toOn
        FROM mandate m JOIN person p ON p.id = m.person_id
          LEFT JOIN sub_group s ON s.id = m.sub_group_id
        WHERE m.deleted_at IS NULL AND m.role = 'rapporteur' AND m.committee_id IS NULL
          AND (m.working_group_id = ${workingGroupId} OR s.working_group_id = ${workingGroupId}
               OR m.sub_group_id IN (SELECT sub_group_id FROM deliverable
                                     WHERE working_group_id = ${workingGroupId}
                                       AND deleted_at IS NULL))
        ORDER BY m.from_on, p.label_key, m.id`,
  );
}

export interface AttachmentRow {
  readonly id: string;
  readonly recordTable: string;
  readonly recordId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly byteSize: number;
  readonly addedOn: string | null;
}

const attachmentColumns = sql`id, record_table AS recordTable, record_id AS recordId, sha256,
  file_name AS fileName, byte_size AS byteSize, added_on AS addedOn`;

/** Files kept with one record, newest first. */
export function attachmentsOf(db: ReadableDb, recordId: string): AttachmentRow[] {
  return all<AttachmentRow>(
    db,
    sql`SELECT ${attachmentColumns} FROM attachment
        WHERE record_id = ${recordId} AND deleted_at IS NULL
        ORDER BY added_on DESC NULLS LAST, id DESC`,
  );
}
