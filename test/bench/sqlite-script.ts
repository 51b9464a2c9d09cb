/** Columns that the file of rows holds, as the table names them. */
const COLUMNS =
  'name, kind, siren, address, postal_code, commune_code, commune_name, departement_code, website, email, description, notes';

/**
 * Commands for `sqlite3` that make, from the same file of rows and in an empty store of ours, a store
 * that holds the same: records with their indexes, a journal entry each, and the search.
 */
export function sqliteScript(rows: string): string {
  const json = COLUMNS.split(', ').map(
    (column) =>
      `'${column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())}',${column}`,
  );
  return `PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000; PRAGMA foreign_keys=ON;
CREATE TEMP TABLE raw (id, label_key, ${COLUMNS});
.mode tabs
.import ${rows} raw
BEGIN IMMEDIATE;
INSERT INTO operation VALUES ('op','r0','0000','Banc','{"key":"import"}','import',NULL,1);
INSERT INTO organisation (id, ${COLUMNS}, tags, publication, is_fictitious, label_key)
  SELECT id, ${COLUMNS}, '[]', '{}', 0, label_key FROM raw;
INSERT INTO change (scope, replica, seq, operation_id, hlc, tbl, row, op, value, parents, hash)
  SELECT 'core', 'r0', rowid, 'op', '0000', 'organisation', id, 'insert', json_object(${json.join()},
    'tags', json('[]'), 'publication', json('{}'), 'isFictitious', json('false')), '[]', randomblob(32)
  FROM raw;
INSERT INTO search_doc (tbl, row, title, body)
  SELECT 'organisation', id, name, siren || ' ' || commune_name || ' ' || description || ' ' || notes FROM raw;
INSERT INTO search_index (rowid, title, body) SELECT id, title, body FROM search_doc;
COMMIT;
`;
}
