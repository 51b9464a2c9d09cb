import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import { getMeta } from '#journal/meta.ts';
import { runOperation } from '#journal/operation.ts';
import { schemaVersion } from '#migrations/index.ts';
import { countRecords, listRecords } from '#repositories/records.repo.ts';
import { openSession } from '#services/session.ts';
import type { DataErrorCode } from '#sql/errors.ts';
import { DataError } from '#sql/errors.ts';
import {
  emptyStore,
  exampleStore,
  memoryTokens,
  reopen,
  storeOptions,
  temporaryFolder,
} from '#test/stores.ts';

function fingerprint(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function refusalOf(open: () => unknown): DataErrorCode | null {
  try {
    open();
    return null;
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
}

/** Opens a file that must be refused, and holds the folder to being exactly as before. */
function expectRefused(path: string, code: DataErrorCode): void {
  const folder = join(path, '..');
  const before = readdirSync(folder).filter((name) => !name.endsWith('.lock'));
  const print = existsSync(path) ? fingerprint(path) : null;
  expect(refusalOf(() => openSession({ ...storeOptions(folder), path }))).toBe(code);
  expect(existsSync(path) ? fingerprint(path) : null).toBe(print);
  const after = readdirSync(folder).filter(
    (name) => !name.endsWith('.lock') && !/-(wal|shm)$/.test(name),
  );
  expect(after).toEqual(before.filter((name) => !/-(wal|shm)$/.test(name)));
}

describe('opening a store', () => {
  it('refuses a file that is absent, empty, of text, or another program’s database', () => {
    const folder = temporaryFolder();
    expectRefused(join(folder, 'absent.rapporteur'), 'store.notFound');
    const empty = join(folder, 'vide.rapporteur');
    writeFileSync(empty, '');
    expectRefused(empty, 'store.notAStore');
    const text = join(folder, 'texte.rapporteur');
    writeFileSync(text, 'Structure;Ville\r\nUGAP;Lille\r\n'.repeat(40));
    expectRefused(text, 'store.notAStore');
    const foreign = join(folder, 'autre.rapporteur');
    new Database(foreign).exec('CREATE TABLE t (a)').close();
    expectRefused(foreign, 'store.notAStore');
  });

  it('refuses a file cut anywhere, and leaves it as it is', () => {
    const { session, options } = exampleStore();
    session.close();
    const whole = readFileSync(options.path).length;
    for (const share of [0.2, 0.5, 0.9, 0.999]) {
      const cut = join(temporaryFolder(), 'coupe.rapporteur');
      copyFileSync(options.path, cut);
      truncateSync(cut, Math.floor(whole * share));
      expectRefused(cut, 'store.damaged');
    }
  });

  it('opens a store whose process was killed while the log was being copied into the file', () => {
    const { session, options } = emptyStore();
    const smallBefore = readFileSync(options.path).length;
    const context = { author: 'Essai', reason: { key: 'create' } };
    runOperation(session.writer(), context, (op) =>
      op.insertMany(
        'organisation',
        Array.from({ length: 2000 }, (_, n) => ({
          values: { name: `Structure ${n}`, kind: 'company' as const },
        })),
      ),
    );
    const log = readFileSync(`${options.path}-wal`);
    session.writer().raw.pragma('wal_checkpoint(TRUNCATE)');
    const killed = { ...options, path: join(temporaryFolder(), 'interrompu.rapporteur') };
    copyFileSync(options.path, killed.path);
    truncateSync(killed.path, smallBefore);
    writeFileSync(`${killed.path}-wal`, log);
    expect(countRecords(reopen(killed).reader, 'organisation')).toBe(2000);
  });

  it('refuses a cut file also when a log that cannot mend it lies beside it', () => {
    const { session, options } = emptyStore();
    const context = { author: 'Essai', reason: { key: 'create' } };
    runOperation(session.writer(), context, (op) => op.insert('person', { familyName: 'Un' }));
    const log = readFileSync(`${options.path}-wal`);
    session.close();
    const whole = readFileSync(options.path).length;
    truncateSync(options.path, Math.floor(whole / 2));
    writeFileSync(`${options.path}-wal`, log);
    expect(refusalOf(() => openSession(options))).toBe('store.damaged');
  });

  it('refuses a file whose pages were overwritten', () => {
    const { session, options } = exampleStore();
    session.close();
    const bytes = readFileSync(options.path);
    bytes.fill(0x5a, 4096, 4096 * 12);
    writeFileSync(options.path, bytes);
    expectRefused(options.path, 'store.damaged');
  });

  it('refuses a store of a later program without touching it', () => {
    const { session, options } = emptyStore();
    session.close();
    const raw = new Database(options.path);
    raw.pragma(`user_version = ${schemaVersion + 1}`);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    expectRefused(options.path, 'store.newer');
  });

  it('refuses a synchronised folder', () => {
    const { session, options } = emptyStore();
    session.close();
    const opening = () => openSession({ ...options, findSyncedFolder: () => 'OneDrive' });
    expect(refusalOf(opening)).toBe('store.syncedFolder');
  });

  it('reads a store in a folder that cannot be written, and says it cannot write it', () => {
    const { session, options } = exampleStore();
    session.close();
    const closed = openSession({ ...options, readOnly: true });
    onTestFinished(() => closed.close());
    expect(countRecords(closed.reader, 'subGroup')).toBe(4);
    expect(refusalOf(() => closed.writer())).toBe('store.readOnly');
  });

  it.skipIf(process.getuid?.() === 0)('says that a read-only file is read-only', () => {
    const { session, options } = emptyStore();
    session.close();
    chmodSync(options.path, 0o444);
    expectRefused(options.path, 'store.readOnly');
  });

  it('is taken by one process at a time, and free again however that one ends', async () => {
    const { session, options } = emptyStore();
    session.close();
    const holder = spawn(
      process.execPath,
      ['--input-type=module', '-e', holdScript(options.path)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void holder.kill('SIGKILL'));
    await new Promise<void>((resolve) => holder.stdout.once('data', () => resolve()));
    expect(refusalOf(() => openSession(options))).toBe('store.locked');

    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    expect(refusalOf(() => reopen(options).close())).toBe(null);
  });

  it('sets what SQLite forgets at each opening', () => {
    const { session, options } = emptyStore();
    session.close();
    const again = reopen(options).writer().raw;
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(again.pragma('secure_delete', { simple: true })).toBe(1);
    expect(again.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

describe('copies of a store', () => {
  it('write under the same name from one opening to the next, and under another once copied', () => {
    const { session, options } = emptyStore();
    const first = getMeta(session.reader, 'replica');
    session.close();
    const second = reopen(options);
    expect(getMeta(second.reader, 'replica')).toBe(first);
    const copyTakenOpen = join(temporaryFolder(), 'copie.rapporteur');
    copyFileSync(options.path, copyTakenOpen);
    copyFileSync(`${options.path}-wal`, `${copyTakenOpen}-wal`);
    second.close();

    const copy = reopen({ ...options, path: copyTakenOpen });
    expect(getMeta(copy.reader, 'replica')).not.toBe(first);
    const elsewhere = reopen({ ...options, tokens: memoryTokens() });
    expect(getMeta(elsewhere.reader, 'replica')).not.toBe(first);
  });
});

describe('refused writes', () => {
  it('keep nothing of an operation whose last part is refused', () => {
    const { session } = emptyStore();
    const context = { author: 'Essai', reason: { key: 'create' } };
    const attempt = () =>
      runOperation(session.writer(), context, (op) => {
        op.insert('organisation', { name: 'Bonne', kind: 'company' });
        op.insert('organisation', { name: 'Mauvaise', kind: 'company', siren: '123456789' });
      });
    expect(refusalOf(attempt)).toBe('record.invalid');
    expect(listRecords(session.reader, 'organisation')).toEqual([]);
    expect(countRows(session.reader.raw, 'change')).toBe(0);
    expect(countRows(session.reader.raw, 'search_doc')).toBe(0);
  });

  it('refuse a reference to nothing', () => {
    const { session } = emptyStore();
    const context = { author: 'Essai', reason: { key: 'create' } };
    const attempt = () =>
      runOperation(session.writer(), context, (op) => {
        const personId = op.insert('person', { familyName: 'Seule' });
        op.insert('affiliation', {
          personId,
          organisationId: '01890000-0000-7000-8000-000000000000',
        });
      });
    expect(refusalOf(attempt)).toBe('record.missingReference');
    expect(listRecords(session.reader, 'person')).toEqual([]);
  });
});

function countRows(raw: Database.Database, table: string): number {
  return Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

function holdScript(path: string): string {
  return `
    import { lockStore } from '#sql/lock.ts';
    lockStore(${JSON.stringify(path)});
    console.log('held');
    setInterval(() => {}, 1000);
  `;
}
