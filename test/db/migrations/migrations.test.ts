import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import { toColumn } from '#domain/entity.ts';
import { entityNames, entityOf } from '#domain/registry.ts';
import { tableOf } from '#sql/codec.ts';
import { migrations } from '#migrations/index.ts';
import { migrate, readSchemaVersion } from '#migrations/run.ts';

import { cases } from './cases.ts';

function memory(): Database.Database {
  const raw = new Database(':memory:');
  onTestFinished(() => void raw.close());
  raw.pragma('foreign_keys = ON');
  return raw;
}

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

const COLUMN_TYPES: Readonly<Record<string, string>> = {
  integer: 'INTEGER',
  boolean: 'INTEGER',
  number: 'REAL',
};

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('lead to tables that hold exactly what the domain declares', () => {
    const raw = memory();
    migrate(raw);
    for (const name of entityNames) {
      const entity = entityOf(name);
      const columns = raw
        .prepare<[string], ColumnInfo>('SELECT * FROM pragma_table_info(?)')
        .all(tableOf(name));
      const declared = [
        { name: 'id', type: 'TEXT', notnull: 1 },
        ...Object.entries(entity.fields).map(([field, { kind, isOptional }]) => ({
          name: toColumn(field),
          type: COLUMN_TYPES[kind] ?? 'TEXT',
          notnull: isOptional ? 0 : 1,
        })),
        ...(entity.label.length > 0 ? [{ name: 'label_key', type: 'TEXT', notnull: 1 }] : []),
        { name: 'deleted_at', type: 'TEXT', notnull: 0 },
      ];
      const byName = (a: ColumnInfo, b: ColumnInfo) => a.name.localeCompare(b.name);
      expect(
        columns
          .map(({ name: column, type, notnull }) => ({ name: column, type, notnull }))
          .toSorted(byName),
        name,
      ).toEqual(declared.toSorted(byName));

      const links = raw
        .prepare<[string], { from: string; table: string }>(
          'SELECT "from", "table" FROM pragma_foreign_key_list(?)',
        )
        .all(tableOf(name));
      const references = Object.entries(entity.fields)
        .filter(([, field]) => field.kind === 'reference')
        .map(([field, { target }]) => ({ from: toColumn(field), table: toColumn(target ?? '') }));
      expect(
        links.toSorted((a, b) => a.from.localeCompare(b.from)),
        name,
      ).toEqual(references.toSorted((a, b) => a.from.localeCompare(b.from)));
    }
  });

  it('leave strict tables only', () => {
    const raw = memory();
    migrate(raw);
    const loose = raw
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0",
      )
      .pluck()
      .all();
    expect(
      loose.filter(
        (name) => !String(name).startsWith('sqlite_') && !String(name).startsWith('search_index'),
      ),
    ).toEqual([]);
  });

  it('leave a store as it was when a step fails halfway', () => {
    const raw = memory();
    migrate(raw);
    raw.exec("INSERT INTO meta (key, value) VALUES ('storeId', 'a')");
    const broken = {
      version: migrations.length + 1,
      name: 'broken',
      up: (db: Database.Database) => {
        db.exec("ALTER TABLE meta ADD COLUMN extra TEXT; UPDATE meta SET value = 'b'");
        throw new Error('half way');
      },
    };
    expect(() => migrate(raw, { migrations: [...migrations, broken] })).toThrow('half way');
    expect(readSchemaVersion(raw)).toBe(migrations.length);
    expect(raw.prepare('SELECT * FROM meta').all()).toEqual([{ key: 'storeId', value: 'a' }]);
  });

  it('do not start without a backup', () => {
    const raw = memory();
    migrate(raw);
    const next = { version: migrations.length + 1, name: 'next', up: () => undefined };
    const attempt = () =>
      migrate(raw, {
        migrations: [...migrations, next],
        backup: () => {
          throw new Error('no room for a backup');
        },
      });
    expect(attempt).toThrow('no room for a backup');
    expect(readSchemaVersion(raw)).toBe(migrations.length);
  });

  it('refuse a newer store', () => {
    const raw = memory();
    migrate(raw);
    raw.pragma(`user_version = ${migrations.length + 3}`);
    expect(() => migrate(raw)).toThrow('store.newer');
  });
});

describe('each migration, from the version before with data in it', () => {
  it('has a case here', () => {
    expect(Object.keys(cases).map(Number)).toEqual(migrations.map((step) => step.version));
  });

  for (const { version, name } of migrations) {
    it(`${version} ${name}`, () => {
      const raw = memory();
      migrate(raw, { upTo: version - 1 });
      expect(readSchemaVersion(raw)).toBe(version - 1);
      cases[version]?.before(raw);
      migrate(raw, { upTo: version });
      expect(readSchemaVersion(raw)).toBe(version);
      cases[version]?.after(raw);
    });
  }
});
