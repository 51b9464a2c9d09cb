import type { Id } from '#domain/ids.ts';
import { isValidSiret } from '#domain/siren.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

export interface CalledOrganisation {
  readonly id: Id<'organisation'>;
  readonly name: string;
  readonly by: 'siret' | 'name';
}

/** The organisation of that SIRET, else the only one of that name that has no other SIRET. */
export function organisationCalled(
  db: ReadableDb,
  name: string,
  siret: string | null,
): CalledOrganisation | null {
  const rows = all<{ id: Id<'organisation'>; name: string; siret: string | null }>(
    db,
    sql`SELECT id, name, siret FROM organisation WHERE deleted_at IS NULL`,
  );
  const same = siret === null ? undefined : rows.find((row) => row.siret === siret);
  if (same !== undefined) return { id: same.id, name: same.name, by: 'siret' };
  const folded = foldText(name.trim());
  const named = rows.filter(
    (row) =>
      foldText(row.name) === folded &&
      (siret === null || row.siret === null || row.siret === siret),
  );
  const [only] = named;
  return only === undefined || named.length > 1
    ? null
    : { id: only.id, name: only.name, by: 'name' };
}

/** The SIRET that somebody typed, blanks and points aside; null for one that cannot be. */
export function siretTyped(shown: string): string | null {
  const digits = shown.replaceAll(/\D+/g, '');
  return isValidSiret(digits) ? digits : null;
}
