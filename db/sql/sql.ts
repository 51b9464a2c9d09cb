import type Database from 'better-sqlite3';

import { assertIdle } from './turn.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** SQL text with its parameters, made only by the `sql` tag and its helpers. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;

function isSql(part: SqlValue | Sql): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part;
}

/** Builds a statement; every interpolated value becomes a parameter, and `Sql` parts are spliced in. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
}

/** A table or column name; refuses anything but a plain lower-case identifier. */
export function name(identifier: string): Sql {
  if (!IDENTIFIER.test(identifier)) throw new TypeError(`not an SQL identifier: ${identifier}`);
  return { text: `"${identifier}"`, values: [] };
}

export function join(parts: readonly Sql[], separator = ', '): Sql {
  return {
    text: parts.map((part) => part.text).join(separator),
    values: parts.flatMap((part) => part.values),
  };
}

export function list(values: readonly SqlValue[]): Sql {
  return { text: `(${values.map(() => '?').join(', ')})`, values };
}

declare const writable: unique symbol;

/** A connection that may read. Handed to lists and search; often opened read-only. */
export interface ReadableDb {
  readonly raw: Database.Database;
  readonly statements: Map<string, Database.Statement>;
}

/** A connection that may write; only the journal and the migrations ask for one. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
}

const CACHE_LIMIT = 400;

function prepare(db: ReadableDb, text: string): Database.Statement {
  const known = db.statements.get(text);
  if (known !== undefined) return known;
  if (db.statements.size >= CACHE_LIMIT) db.statements.clear();
  const statement = db.raw.prepare(text);
  db.statements.set(text, statement);
  return statement;
}

/** All rows of a query. `Row` is what the columns are known to hold (STRICT tables). */
export function all<Row>(db: ReadableDb, query: Sql): Row[] {
  return prepare(db, query.text).all(...query.values) as Row[];
}

/** The first row of a query, or null. */
export function one<Row>(db: ReadableDb, query: Sql): Row | null {
  return (prepare(db, query.text).get(...query.values) as Row | undefined) ?? null;
}

/** The first column of all rows: for long lists of single values, several times as fast as `all`. */
export function column<Value>(db: ReadableDb, query: Sql): Value[] {
  return db.raw
    .prepare(query.text)
    .pluck()
    .all(...query.values) as Value[];
}

/** Runs a writing statement and returns how many rows it changed. */
export function run(db: WritableDb, query: Sql): number {
  return prepare(db, query.text).run(...query.values).changes;
}

/** The same for a statement whose text is made once and whose values come as they are. */
export function runPrepared(
  db: WritableDb,
  text: string,
  values: readonly SqlValue[],
): Database.RunResult {
  return prepare(db, text).run(values);
}

/**
 * Runs `body` in one transaction: all of it is kept, or nothing.
 * @throws DataError `store.busy` while a long operation holds the connection
 */
export function transaction<T>(db: WritableDb, body: () => T): T {
  assertIdle(db);
  return db.raw.transaction(body).immediate();
}
