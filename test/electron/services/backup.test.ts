import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { getMeta } from '#journal/meta.ts';
import { runOperation } from '#journal/operation.ts';
import { countRecords, listRecords } from '#repositories/records.repo.ts';
import { startAutoBackup } from '#services/auto-backup.ts';
import { backupsToKeep } from '#services/backup-rotation.ts';
import {
  backupBeforeMigration,
  backupFolder,
  backupNow,
  backupTo,
  isBackedUp,
  listBackups,
  restoreBackup,
} from '#services/backup.ts';
import { openSession } from '#services/session.ts';
import { emptyStore, exampleStore, liveRows, reopen, temporaryFolder } from '#test/stores.ts';

const context = { author: 'Essai', reason: { key: 'create' } };

describe('backups', () => {
  it('hold what the store holds, are listed as sound, and betray a changed byte', async () => {
    const { session, options } = exampleStore();
    const path = await backupNow(session.reader, { home: options.home });
    const storeId = getMeta(session.reader, 'storeId') ?? '';
    expect(await listBackups(options.home, storeId)).toMatchObject([{ path, isSound: true }]);

    const kept = openSession({ ...options, path, readOnly: true });
    expect(liveRows(kept.reader)).toEqual(liveRows(session.reader));
    kept.close();

    const bytes = readFileSync(path);
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
    expect(await listBackups(options.home, storeId)).toMatchObject([{ path, isSound: false }]);
    expect(
      readdirSync(backupFolder(options.home, storeId)).filter((f) => f.includes('partial')),
    ).toEqual([]);
  });

  it('restore in the place of a store with a stale log beside it, and keep what was there', async () => {
    const { session, options } = exampleStore();
    const backup = join(temporaryFolder(), 'sauvegarde.rapporteur');
    await backupTo(session.reader, backup);
    runOperation(session.writer(), context, (op) =>
      op.insert('person', { familyName: 'Arrivée après' }),
    );
    const before = countRecords(session.reader, 'person');
    const wal = readFileSync(`${options.path}-wal`);
    session.close();
    writeFileSync(`${options.path}-wal`, wal);

    const aside = restoreBackup(backup, options.path);
    const restored = reopen(options);
    expect(countRecords(restored.reader, 'person')).toBe(before - 1);
    expect(aside !== null && existsSync(aside)).toBe(true);
    if (aside === null) return;
    const replaced = reopen({ ...options, path: aside });
    expect(countRecords(replaced.reader, 'person')).toBe(before);
  });

  it('give the restored store a new name in the journal', async () => {
    const { session, options } = emptyStore();
    const backup = join(temporaryFolder(), 'sauvegarde.rapporteur');
    await backupTo(session.reader, backup);
    const replica = getMeta(session.reader, 'replica');
    session.close();
    restoreBackup(backup, options.path);
    expect(getMeta(reopen(options).reader, 'replica')).not.toBe(replica);
  });

  it('refuse to restore a damaged file and leave the store alone', async () => {
    const { session, options } = exampleStore();
    session.close();
    const print = createHash('sha256').update(readFileSync(options.path)).digest('hex');
    const bad = join(temporaryFolder(), 'mauvaise.rapporteur');
    writeFileSync(bad, readFileSync(options.path).subarray(0, 30_000));
    expect(() => restoreBackup(bad, options.path)).toThrow('store.damaged');
    expect(createHash('sha256').update(readFileSync(options.path)).digest('hex')).toBe(print);
  });
});

describe('two backups at once, and a store written to meanwhile', () => {
  it('each end well and hold whole operations', async () => {
    const { session, options } = exampleStore();
    const folder = temporaryFolder();
    const target = join(folder, 'a.rapporteur');
    const both = Promise.all([backupTo(session.reader, target), backupTo(session.reader, target)]);
    runOperation(session.writer(), context, (op) => {
      op.insert('person', { familyName: 'Un' });
      op.insert('person', { familyName: 'Deux' });
    });
    await both;
    const copy = openSession({ ...options, path: target, readOnly: true });
    const added = listRecords(copy.reader, 'person').filter(({ familyName }) =>
      ['Un', 'Deux'].includes(familyName),
    );
    copy.close();
    expect([0, 2]).toContain(added.length);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('automatic backup', () => {
  it('copies the store once it is open, and again only after something was written', async () => {
    const { session, options } = exampleStore();
    const storeId = getMeta(session.reader, 'storeId') ?? '';
    const failures: unknown[] = [];
    const run = async () => {
      const automatic = startAutoBackup(session, (error) => failures.push(error), 5);
      await vi.waitUntil(() => isBackedUp(session.reader, options.home));
      await automatic.stop();
    };
    await run();
    await run();
    expect(await listBackups(options.home, storeId)).toHaveLength(1);
    runOperation(session.writer(), context, (op) =>
      op.insert('person', { familyName: 'Nouvelle' }),
    );
    expect(isBackedUp(session.reader, options.home)).toBe(false);
    await run();
    expect(isBackedUp(session.reader, options.home)).toBe(true);
    expect(failures).toEqual([]);
  });

  it('is made before a migration, and blocks it when it cannot be', () => {
    const { session, options } = exampleStore();
    const storeId = getMeta(session.reader, 'storeId') ?? '';
    const place = { path: options.path, home: options.home, version: 1, binding: undefined };
    backupBeforeMigration(session.writer(), place);
    const [file] = readdirSync(backupFolder(options.home, storeId));
    expect(file).toMatch(/-v1\.rapporteur$/);
    const blocked = { ...place, home: options.path };
    expect(() => backupBeforeMigration(session.writer(), blocked)).toThrow('store.backupFailed');
  });
});

describe('rotation', () => {
  const now = new Date('2017-12-20T12:00:00Z');
  const hoursAgo = (hours: number) => ({
    path: `h${hours}`,
    at: new Date(now.getTime() - hours * 3_600_000),
  });

  it('keeps an hour of each day, a day of each week, and thins out the rest', () => {
    const year = Array.from({ length: 24 * 365 }, (_, hours) => hoursAgo(hours));
    const kept = backupsToKeep(year, now);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 10);
    expect(kept.length).toBeGreaterThan(40);
    expect(kept.slice(0, 24)).toEqual(year.slice(0, 24).map((backup) => backup.path));
  });

  it('always keeps the newest, and never invents one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(24 * 400), { minLength: 1, maxLength: 80 }), (hours) => {
        const backups = hours.map(hoursAgo);
        const kept = backupsToKeep(backups, now);
        const newest = `h${Math.min(...hours)}`;
        expect(kept).toContain(newest);
        expect(kept.every((path) => backups.some((backup) => backup.path === path))).toBe(true);
        expect(
          backupsToKeep(
            backups.filter((b) => kept.includes(b.path)),
            now,
          ),
        ).toEqual(kept);
      }),
    );
  });
});
