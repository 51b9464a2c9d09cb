import type { EntityName } from '#domain/registry.ts';
import { DELETED_AT } from '#sql/codec.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { one, sql } from '#sql/sql.ts';

import { idsIn } from './entries.ts';

/** Keys of the reasons under which an edition is settled; to undo them is the one way to unlock it. */
export const FREEZING = 'freezeEdition';
export const PUBLISHING = 'publishEdition';

const lockedFields: ReadonlySet<string> = new Set([
  'kind',
  'title',
  'year',
  'asOfOn',
  'status',
  'texts',
  'arrangement',
  'frozenAt',
  'publishedAt',
  DELETED_AT,
]);
/** What publishing says of an edition that was frozen before. */
const published: ReadonlySet<string> = new Set(['status', 'publishedAt']);

function refuse(found: { readonly title: string } | null): void {
  if (found !== null) throw new DataError('edition.locked', { title: found.title });
}

/**
 * Refuses to change what was frozen or published: an edition, and the data it was made from.
 * @throws DataError `edition.locked` with the title of the edition
 */
export function assertEditionUnlocked(
  db: ReadableDb,
  name: EntityName,
  fields: readonly string[],
  ids: readonly string[],
  reason: string,
): void {
  if (name === 'snapshot') {
    refuse(
      one<{ title: string }>(
        db,
        sql`SELECT e.title FROM snapshot s JOIN report_edition e ON e.id = s.edition_id
            WHERE s.id IN (${idsIn(ids)}) AND e.status <> 'draft' AND e.deleted_at IS NULL LIMIT 1`,
      ),
    );
  }
  if (name !== 'reportEdition' || !fields.some((field) => lockedFields.has(field))) return;
  if (reason === PUBLISHING && fields.every((field) => published.has(field))) return;
  refuse(
    one<{ title: string }>(
      db,
      sql`SELECT title FROM report_edition
          WHERE id IN (${idsIn(ids)}) AND status <> 'draft' AND deleted_at IS NULL LIMIT 1`,
    ),
  );
}

/** The same for data that are to join an edition. */
export function assertMayBeRefreshed(
  db: ReadableDb,
  rows: readonly Readonly<Record<string, unknown>>[],
): void {
  for (const id of new Set(rows.map(({ editionId }) => editionId))) {
    if (typeof id !== 'string') continue;
    refuse(
      one<{ title: string }>(
        db,
        sql`SELECT title FROM report_edition
            WHERE id = ${id} AND status <> 'draft' AND deleted_at IS NULL`,
      ),
    );
  }
}
