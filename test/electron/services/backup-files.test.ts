import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { listRecords } from '#repositories/records.repo.ts';
import { filesFolder, placeOf } from '#services/attachment-files.ts';
import { startAutoBackup } from '#services/auto-backup.ts';
import {
  backUp,
  backUpFiles,
  backUpTo,
  backupFilesFolder,
  listWithFiles,
  restoreWithFiles,
} from '#services/backup-files.ts';
import { storeIdOf } from '#services/backup.ts';
import { placeIn } from '#services/kept-folder.ts';
import { lostFiles } from '#services/store-files.ts';
import {
  digest,
  heldNames,
  openingScript,
  runApart,
  storeWithFiles,
  wrongOnes,
} from '#test/attached-files.ts';
import { reopen, temporaryFolder } from '#test/stores.ts';

const RUNS = Number(process.env['RAPPORTEUR_CRASH_RUNS'] ?? 12);
const DAY_MS = 86_400_000;

describe('backups of a store with files', () => {
  it('share one folder of files, each in it once, and bring them back', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un', 'b.odt': 'deux' });
    const at = (hour: number) => ({ now: new Date(Date.UTC(2017, 5, 1, hour)) });
    const first = await backUp(session, at(8));
    await attach(deliverable('Autre'), { 'copie de a.odt': 'un', 'c.odt': 'trois' });
    const second = await backUp(session, at(9));
    expect([first.lost, second.lost]).toEqual([[], []]);
    const shared = join(dirname(first.path), 'files');
    expect(heldNames(shared)).toEqual([digest('un'), digest('deux'), digest('trois')].toSorted());

    session.close();
    rmSync(options.path);
    rmSync(filesFolder(options.path), { recursive: true });
    const restored = await restoreWithFiles(second.path, options.path, { home: options.home });
    expect(restored).toEqual({ kept: null, files: 3, lost: [] });
    const again = reopen(options);
    expect(await lostFiles(again, 'bytes')).toEqual([]);
    expect(listRecords(again.reader, 'attachment')).toHaveLength(4);
  });

  it('where the person wants them have their files beside them, and open as they are', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    const target = join(temporaryFolder(), 'clé.rapporteur');
    expect(await backUpTo(session, target)).toEqual({ path: target, lost: [] });
    const opened = reopen({ ...options, path: target, readOnly: true });
    expect(await lostFiles(opened, 'bytes')).toEqual([]);
    const elsewhere = join(temporaryFolder(), 'revenu.rapporteur');
    const home = temporaryFolder();
    expect(await restoreWithFiles(target, elsewhere, { home })).toMatchObject({ files: 1 });
  });

  it('tell what is gone or altered, stop for none of it, and keep the sound bytes they had', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un', 'b.odt': 'deux', 'c.odt': 'trois' });
    rmSync(placeOf(session.path, digest('un')));
    writeFileSync(placeOf(session.path, digest('deux')), 'DEUX');
    const { lost } = await backUp(session);
    expect(lost.toSorted()).toEqual(['a.odt', 'b.odt']);
    const folder = backupFilesFolder(options.home, session.reader);
    expect(heldNames(folder)).toEqual([digest('trois')]);
    const [listed] = await listWithFiles(options.home, storeIdOf(session.reader));
    expect(listed).toMatchObject({ isSound: true, lost: ['a.odt', 'b.odt'] });

    // Altered in the store after the backup: the backup keeps what came in.
    writeFileSync(placeOf(session.path, digest('trois')), 'TROIS');
    await backUp(session, { isThorough: true });
    expect(readFileSync(placeIn(folder, digest('trois')), 'utf8')).toBe('trois');
    // Altered in the backup: made anew from the store.
    writeFileSync(placeOf(session.path, digest('trois')), 'trois');
    writeFileSync(placeIn(folder, digest('trois')), 'TROIS');
    await backUp(session, { isThorough: true });
    expect(readFileSync(placeIn(folder, digest('trois')), 'utf8')).toBe('trois');
  });

  it('replace what was altered when they are restored, and keep what came after', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    const { path } = await backUp(session);
    await attach(deliverable('Après'), { 'b.odt': 'deux' });
    writeFileSync(placeOf(session.path, digest('un')), 'UN');
    session.close();
    const { kept, files } = await restoreWithFiles(path, options.path, { home: options.home });
    expect(files).toBe(1);
    expect(kept !== null && existsSync(kept)).toBe(true);
    expect(wrongOnes(filesFolder(options.path))).toEqual([]);
    expect(heldNames(filesFolder(options.path))).toEqual([digest('un'), digest('deux')].toSorted());
  });

  it('drop a file only once neither the store nor any kept backup speaks of it', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    const start = Date.now();
    const at = (days: number) => ({ now: new Date(start + days * DAY_MS) });
    const empty = await backUp(session, at(-1));
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    const full = await backUp(session, at(0));
    session.close();
    await restoreWithFiles(empty.path, options.path, { home: options.home });
    const restored = reopen(options);
    const folder = backupFilesFolder(options.home, restored.reader);
    await backUp(restored, at(10));
    // The store does not know the file any more; the backup of the day before does.
    expect(existsSync(full.path)).toBe(true);
    expect(heldNames(folder)).toEqual([digest('un')]);
    // A later hour, day and week of its own for each that the rotation keeps.
    for (let week = 1; week <= 25; week += 1) await backUp(restored, at(10 + 7 * week));
    expect(existsSync(full.path)).toBe(false);
    expect(heldNames(folder)).toEqual([]);
  });

  it('bring files up to date by themselves when a crash came between', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    await backUp(session);
    const folder = backupFilesFolder(options.home, session.reader);
    rmSync(folder, { recursive: true });
    const failures: unknown[] = [];
    const automatic = startAutoBackup(session, (error) => failures.push(error), 5);
    await vi.waitUntil(() => heldNames(folder).includes(digest('un')));
    await automatic.stop();
    expect(failures).toEqual([]);
    expect(await backUpFiles(session)).toEqual([]);
  });
});

describe('a process killed while it backs files up', () => {
  it('leaves no wrong file and no half one; the next backup is whole', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    const documents = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`${n}.bin`, Buffer.alloc(4_000_000, n + 1)]),
    );
    await attach(deliverable('Note'), documents);
    const folder = backupFilesFolder(options.home, session.reader);
    session.close();
    const script = `${openingScript(options)}
      import { backUp } from '#services/backup-files.ts';
      process.stdout.write('.');
      await backUp(session, { now: new Date(Number(process.env.AT)) });`;
    let killed = 0;
    for (let round = 0; round < RUNS; round += 1) {
      if (round % 3 === 2) rmSync(folder, { recursive: true, force: true });
      const { signal } = await runApart(
        script.replace('Number(process.env.AT)', String(Date.now())),
        {
          killAfterMs: (round * 53) % 300,
        },
      );
      if (signal === 'SIGKILL') killed += 1;
      expect(wrongOnes(folder)).toEqual([]);
    }
    expect(killed).toBeGreaterThan(2);
    const after = reopen(options);
    expect((await backUp(after)).lost).toEqual([]);
    expect(heldNames(folder)).toHaveLength(6);
    expect(wrongOnes(folder)).toEqual([]);
  }, 240_000);
});

describe.skipIf(process.platform === 'win32')('a disk that is full while files are copied', () => {
  it('refuses clearly, wherever it strikes, and leaves nothing half', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    const id = deliverable('Note');
    await attach(id, { 'a.bin': Buffer.alloc(2_000_000, 1) });
    session.close();
    const large = join(temporaryFolder(), 'gros.bin');
    writeFileSync(large, Buffer.alloc(3_000_000, 7));
    const body = `${openingScript(options)}
      import { addAttachments } from '#services/attachments.ts';
      import { backUpFiles } from '#services/backup-files.ts';
      const signal = new AbortController().signal;
      const request = { recordTable: 'deliverable', recordId: ${JSON.stringify(id)},
        paths: [${JSON.stringify(large)}], today: '2017-09-20' };
      const outcome = (work) => work.then(() => 'done', codeOf);
      const kept = await outcome(addAttachments(session, { author: 'Essai' }, request, { signal }));
      const saved = await outcome(backUpFiles(session, { signal }));
      process.stdout.write(kept + ' ' + saved);
      process.exit(0);`;
    const folder = backupFilesFolder(options.home, reopenOnce(options));
    const seen = new Set<string>();
    for (const limitKb of [1000, 1900, 2500]) {
      const { text } = await runApart(body, { limitKb });
      seen.add(text);
      for (const word of text.split(' '))
        expect(['done', 'store.full', 'store.io']).toContain(word);
      for (const place of [folder, filesFolder(options.path)]) {
        expect(wrongOnes(place)).toEqual([]);
        expect(heldNames(place).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
      }
      const after = reopen(options);
      expect(listRecords(after.reader, 'attachment')).toHaveLength(1);
      after.close();
    }
    expect(seen).toContain('store.io store.io');
    expect(seen).toContain('store.io done');
  }, 120_000);
});

/** Only to learn where its backups lie. */
function reopenOnce(options: Parameters<typeof reopen>[0]) {
  return reopen({ ...options, readOnly: true }).reader;
}
