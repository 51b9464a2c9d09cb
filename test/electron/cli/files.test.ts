import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { filesFolder, keepFile, placeOf } from '#services/attachment-files.ts';
import { createRecord } from '#services/records.ts';
import { openSession } from '#services/session.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { leaveOrphan } from '#test/attached-files.ts';
import { memoryTokens } from '#test/stores.ts';

import { cli, contentsOf, plain, temporaryFolder } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

/** The example store with one file kept with a deliverable. */
async function storeWithFile() {
  const { home, store } = example.copy();
  const session = openSession({
    path: store,
    home: join(home, '.rapporteur'),
    tokens: memoryTokens(),
  });
  const source = join(temporaryFolder(), 'Note.odt');
  writeFileSync(source, 'Le document.');
  const kept = await keepFile(store, source);
  const deliverable = listRecords(session.reader, 'deliverable')[0];
  if (deliverable === undefined) throw new Error('the example has deliverables');
  createRecord(session, { author: 'Essai' }, 'attachment', {
    recordTable: 'deliverable',
    recordId: deliverable.id,
    fileName: 'Note.odt',
    ...kept,
  });
  session.close();
  return { home, store, source, sha256: kept.sha256 };
}

const attachedIn = async (store: string, home: string): Promise<boolean> =>
  (await cli(['check', '--store', store], { home })).code === 0;

describe('files kept with records, from the command line', () => {
  it('are listed by the check when they are gone, found again by mend, whatever their name', async () => {
    const { home, store, source, sha256 } = await storeWithFile();
    expect(await attachedIn(store, home)).toBe(true);
    rmSync(placeOf(store, sha256));
    const { code, stdout, stderr } = await cli(['check', '--store', store], { home });
    expect(plain(stdout)).toMatch(/« Note\.odt » \(.+\) : disparu/);
    expect(plain(stdout)).toContain(`rapporteur mend --store ${store}`);
    expect(plain(stderr)).toContain('Les données sont saines, mais des fichiers joints manquent');
    expect(code).toBe(1);

    const none = await cli(['mend', '--store', store], { home });
    expect(plain(none.stdout)).toMatch(/^Fichiers joints retrouvés : 0\n.*Note\.odt/);
    expect(none.code).toBe(1);
    const folder = join(home, 'Ailleurs');
    mkdirSync(folder);
    renameSync(source, join(folder, 'sans nom'));
    const found = await cli(['mend', '--store', store, '--in', folder], { home });
    expect(plain(found.stdout)).toBe('Fichiers joints retrouvés : 1\n');
    expect(found.code).toBe(0);
    expect(plain((await cli(['mend', '--store', store], { home })).stdout)).toBe(
      'Tous les fichiers joints sont là.\n',
    );
    const nowhere = await cli(['mend', '--store', store, '--in', 'absent'], { home });
    expect(nowhere.stderr).toContain('Rien à cet emplacement');
  });

  it('go with a backup, and come back from it', async () => {
    const { home, store, sha256 } = await storeWithFile();
    const out = join(home, 'clé.rapporteur');
    await cli(['backup', '--store', store, '--out', out], { home });
    rmSync(filesFolder(store), { recursive: true });
    const { stdout, code } = await cli(['restore', out, '--store', store], { home });
    expect(plain(stdout)).toContain('Fichiers joints rétablis : 1');
    expect(code).toBe(0);
    expect(existsSync(placeOf(store, sha256))).toBe(true);
    rmSync(placeOf(store, sha256));
    const lacking = join(home, 'incomplète.rapporteur');
    const told = await cli(['backup', '--store', store, '--out', lacking], { home });
    expect(plain(told.stdout)).toContain(
      'Sans ces fichiers joints, disparus ou modifiés : Note.odt',
    );
    expect(told.code).toBe(0);
  });

  it('that nothing needs are told, and removed only when asked', async () => {
    const { home, store, sha256 } = await storeWithFile();
    leaveOrphan(store, 'reste', 3);
    const { stdout, code } = await cli(['check', '--store', store], { home });
    expect(plain(stdout)).toContain('Fichiers qui ne servent à aucune fiche, même en annulant : 1');
    expect(code).toBe(0);
    const cleaned = await cli(['check', '--store', store, '--clean', '--json'], { home });
    expect(JSON.parse(cleaned.stdout)).toMatchObject({ cleaned: { files: 1, bytes: 5 } });
    expect(existsSync(placeOf(store, sha256))).toBe(true);
    const after = await cli(['check', '--store', store, '--json'], { home });
    expect(JSON.parse(after.stdout)).toMatchObject({ unused: { files: 0 } });
  });

  it('travel in exchange files, to a new store and to one that is there', async () => {
    const { home, store, sha256 } = await storeWithFile();
    const out = join(home, 'envoi.rapporteur-echange');
    const packed = await cli(['pack', '--store', store, '--out', out, '--json'], { home });
    expect(JSON.parse(packed.stdout)).toMatchObject({ files: 1, lost: [] });
    const other = join(home, 'autre.rapporteur');
    const merged = await cli(['merge', out, '--store', other, '--json'], { home });
    expect(JSON.parse(merged.stdout)).toMatchObject({ known: 0, files: 1, lost: [], conflicts: 0 });
    expect(existsSync(placeOf(other, sha256))).toBe(true);
    expect(await attachedIn(other, home)).toBe(true);
    const again = await cli(['merge', out, '--store', other, '--json'], { home });
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, files: 0 });

    const answer = join(home, 'réponse.rapporteur-echange');
    const args = ['pack', '--store', other, '--out', answer, '--for', out, '--json'];
    expect(JSON.parse((await cli(args, { home })).stdout)).toMatchObject({ entries: 0, files: 0 });
  });

  it('of a foreign or broken exchange file never arrive, and nothing stays of a new store', async () => {
    const { home, store } = await storeWithFile();
    const before = contentsOf(home);
    const out = join(temporaryFolder(), 'faux');
    writeFileSync(out, 'rien de tel');
    const refused = await cli(['merge', out, '--store', store], { home });
    expect(plain(refused.stderr)).toContain('n’est pas un fichier d’échange');
    expect(refused.code).toBe(1);
    const fresh = join(home, 'neuve.rapporteur');
    expect((await cli(['merge', out, '--store', fresh], { home })).code).toBe(1);
    expect(contentsOf(home)).toEqual(before);
    const over = await cli(['pack', '--store', store, '--out', store], { home });
    expect(over.stderr).toContain('Un fichier existe déjà');
  });
});

describe('reading a store', () => {
  it('leaves nothing beside it', async () => {
    const { home, store } = example.copy();
    const before = readdirSync(home);
    for (const args of [['list', 'people'], ['check'], ['search', 'Brionne']]) {
      expect((await cli([...args, '--store', store], { home })).code).toBe(0);
      expect(readdirSync(home).filter((name) => name !== '.rapporteur')).toEqual(before);
    }
  });
});
