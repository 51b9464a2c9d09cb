import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { filesFolder, placeOf } from '#services/attachment-files.ts';
import { backUp, restoreWithFiles } from '#services/backup-files.ts';
import { undo } from '#services/journal.ts';
import { filesReport, lostFiles, mendFiles, removeUnused } from '#services/store-files.ts';
import { digest, heldNames, leaveOrphan, storeWithFiles } from '#test/attached-files.ts';
import { codeOf } from '#test/meetings.ts';
import { reopen, temporaryFolder } from '#test/stores.ts';

const by = { author: 'Essai' };

describe('what a store keeps beside it', () => {
  it('is reported file by file, with the record of each', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Feuille de route'), { 'a.odt': 'un', 'b.odt': 'deux' });
    await attach(deliverable('Présentation'), { 'c.odp': 'trois' });
    expect(await filesReport(session)).toEqual({ lost: [], unused: { files: 0, bytes: 0 } });
    rmSync(placeOf(session.path, digest('un')));
    writeFileSync(placeOf(session.path, digest('trois')), 'TROIS');
    const { lost } = await filesReport(session);
    expect(lost).toMatchObject([
      { fileName: 'a.odt', recordName: 'Feuille de route', state: 'missing' },
      { fileName: 'c.odp', recordName: 'Présentation', state: 'altered' },
    ]);
    // The quick look at opening reads nothing: the same size passes.
    expect(await lostFiles(session, 'size')).toMatchObject([{ fileName: 'a.odt' }]);
  });

  it('comes back from a folder that the person chose, whatever the files are called there', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un', 'b.odt': 'deux', 'c.odt': 'trois' });
    rmSync(filesFolder(session.path), { recursive: true });
    const chosen = temporaryFolder();
    mkdirSync(join(chosen, 'Ancien ordinateur', 'Documents'), { recursive: true });
    writeFileSync(join(chosen, 'Ancien ordinateur', 'Documents', 'renommé.bin'), 'un');
    writeFileSync(join(chosen, 'b.odt'), 'DEUX');
    const { mended, left } = await mendFiles(session, chosen);
    expect(mended).toBe(1);
    expect(left.map(({ fileName }) => fileName)).toEqual(['b.odt', 'c.odt']);
    expect(readFileSync(placeOf(session.path, digest('un')), 'utf8')).toBe('un');
    expect(heldNames(filesFolder(session.path))).toEqual([digest('un')]);
  });

  it('comes back from the backups and from the folder of a renamed store, by itself', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    await backUp(session);
    writeFileSync(placeOf(session.path, digest('un')), 'UN');
    expect(await mendFiles(session, null)).toEqual({ mended: 1, left: [] });
    expect(readFileSync(placeOf(session.path, digest('un')), 'utf8')).toBe('un');

    await attach(deliverable('Autre'), { 'b.odt': 'après la sauvegarde' });
    session.close();
    const path = join(options.path, '..', 'renommé.rapporteur');
    renameSync(options.path, path);
    const renamed = reopen({ ...options, path });
    expect(await lostFiles(renamed, 'size')).toHaveLength(2);
    expect(await mendFiles(renamed, null)).toEqual({ mended: 2, left: [] });
  });

  it('is not touched in a store opened for reading', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    session.close();
    const readOnly = reopen({ ...options, readOnly: true });
    await expect(mendFiles(readOnly, null)).rejects.toThrow('store.readOnly');
    await expect(removeUnused(readOnly)).rejects.toThrow('store.readOnly');
  });

  it('once put back by hand is recognised by its bytes', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    const place = placeOf(session.path, digest('un'));
    const aside = join(temporaryFolder(), 'a.odt');
    copyFileSync(place, aside);
    rmSync(place);
    expect(await lostFiles(session, 'touched')).toHaveLength(1);
    copyFileSync(aside, place);
    expect(await lostFiles(session, 'touched')).toEqual([]);
  });
});

describe('files that nothing needs', () => {
  it('are those that the journal never spoke of: what an undo may bring back stays', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    const id = deliverable('Note');
    await attach(id, { 'a.odt': 'un' });
    await attach(id, { 'b.odt': 'deux' });
    undo(session, by, { canUndoFounding: false });
    const old = leaveOrphan(session.path, 'reste d’un arrêt', 3);
    const fresh = leaveOrphan(session.path, 'en train d’arriver', 0);
    const inAWeek = new Date(Date.now() + 7 * 86_400_000);
    const { unused, lost } = await filesReport(session);
    expect(lost).toEqual([]);
    expect(unused).toEqual({ files: 1, bytes: Buffer.byteLength('reste d’un arrêt') });
    expect(await removeUnused(session)).toEqual(unused);
    const kept = [digest('un'), digest('deux'), fresh].toSorted();
    expect(heldNames(filesFolder(session.path))).toEqual(kept);
    expect(kept).not.toContain(old);
    // However old they become, the two that the journal speaks of stay.
    expect(await removeUnused(session, inAWeek)).toMatchObject({ files: 1 });
    expect(heldNames(filesFolder(session.path))).toEqual([digest('un'), digest('deux')].toSorted());
  });

  it('are none while a store that was replaced still speaks of them', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    const { path: backup } = await backUp(session);
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    session.close();
    const { kept } = await restoreWithFiles(backup, options.path, { home: options.home });
    const restored = reopen(options);
    const inAWeek = new Date(Date.now() + 7 * 86_400_000);
    expect((await filesReport(restored, { now: inAWeek })).unused.files).toBe(0);
    expect(await removeUnused(restored, inAWeek)).toEqual({ files: 0, bytes: 0 });
    if (kept === null) throw new Error('there was a store');
    // A replaced store that cannot be read may need anything.
    writeFileSync(kept, 'illisible');
    expect(await removeUnused(restored, inAWeek)).toEqual({ files: 0, bytes: 0 });
    rmSync(kept);
    expect(await removeUnused(restored, inAWeek)).toMatchObject({ files: 1 });
    expect(codeOf(() => restored.writer())).toBeNull();
  });
});
