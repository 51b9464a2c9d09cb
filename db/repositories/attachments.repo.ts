import type { EntityName } from '#domain/registry.ts';
import { isEntityName } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, column, name as identifier, sql } from '#sql/sql.ts';

import { labelSql } from './records.repo.ts';

/** A file by its bytes, with the name it was first kept under. */
export interface ReferencedFile {
  readonly sha256: string;
  /** Null where the journal only knows the digest. */
  readonly byteSize: number | null;
  readonly fileName: string | null;
}

/** Records of files, those whose entries wait for others included. */
const attachmentRows = sql`(SELECT id FROM attachment
  UNION SELECT row FROM pending_row WHERE tbl = 'attachment')`;

/**
 * Every file that the journal ever spoke of: what was removed may be brought back by an undo, so its
 * file is as needed as any other.
 */
export function everReferenced(db: ReadableDb): Map<string, ReferencedFile> {
  const rows = all<ReferencedFile>(
    db,
    sql`SELECT sha256, byte_size AS byteSize, file_name AS fileName FROM attachment
        UNION ALL
        SELECT json_extract(value, '$.sha256'), json_extract(value, '$.byteSize'),
               json_extract(value, '$.fileName')
        FROM change WHERE tbl = 'attachment' AND op = 'insert' AND row IN ${attachmentRows}
        UNION ALL
        SELECT json_extract(value, '$'), NULL, NULL
        FROM change WHERE tbl = 'attachment' AND col = 'sha256' AND row IN ${attachmentRows}`,
  );
  const files = new Map<string, ReferencedFile>();
  for (const row of rows) {
    if (typeof row.sha256 !== 'string') continue;
    const known = files.get(row.sha256);
    if (known === undefined || known.byteSize === null) files.set(row.sha256, row);
  }
  return files;
}

/** A file that a record of this store says it has, and of which record. */
export interface NeededFile {
  readonly id: string;
  readonly recordTable: EntityName;
  readonly recordId: string;
  /** Name of the record. */
  readonly recordName: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly byteSize: number;
}

/**
 * Every file that a record says it has, by name. In a partial copy of a store some records are not
 * there: nobody misses their files.
 */
export function neededFiles(db: ReadableDb): NeededFile[] {
  const tables = column<string>(
    db,
    sql`SELECT DISTINCT record_table FROM attachment WHERE deleted_at IS NULL`,
  );
  const files = tables.filter(isEntityName).flatMap((table) =>
    all<NeededFile>(
      db,
      sql`SELECT a.id, a.record_table AS recordTable, a.record_id AS recordId,
            ${labelSql(table, 'r')} AS recordName, a.sha256, a.file_name AS fileName,
            a.byte_size AS byteSize
          FROM attachment a JOIN ${identifier(tableOf(table))} r ON r.id = a.record_id
          WHERE a.deleted_at IS NULL AND a.record_table = ${table}`,
    ),
  );
  return files.toSorted(
    (a, b) => a.fileName.localeCompare(b.fileName, 'fr') || (a.id < b.id ? -1 : 1),
  );
}
