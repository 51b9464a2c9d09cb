import Database from 'better-sqlite3';

/** Every live row of every table of a store, for holding two states against each other. */
export function liveContent(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>(
        `SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND EXISTS
           (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'deleted_at') ORDER BY m.name`,
      )
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        db.prepare(`SELECT * FROM "${name}" WHERE deleted_at IS NULL ORDER BY id`).all(),
      ]),
    );
  } finally {
    db.close();
  }
}
