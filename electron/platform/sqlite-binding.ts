import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The compiled SQLite driver to use instead of the one in the driver's package: the one that a
 * development machine names, or the one that was packed with the program. Null for the package's own.
 */
export function sqliteBinding(resourcesPath: string | null): string | null {
  const named = process.env['RAPPORTEUR_SQLITE_BINDING'];
  if (named !== undefined && named !== '') return named;
  if (resourcesPath === null) return null;
  const packed = join(resourcesPath, 'native', 'better_sqlite3.node');
  return existsSync(packed) ? packed : null;
}
