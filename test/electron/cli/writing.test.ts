import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { cli, contentsOf, plain, sha256, temporaryFolder } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

async function peopleIn(store: string, home: string): Promise<number> {
  const { stdout } = await cli(['list', 'people', '--store', store, '--json'], { home });
  const { total }: { total: number } = JSON.parse(stdout); // the command's own output, checked elsewhere
  return total;
}

describe('create', () => {
  it('makes an empty store that everything can be asked of', async () => {
    const home = temporaryFolder();
    const store = join(home, 'nouveau.rapporteur');
    const { code, stdout } = await cli(['create', '--store', store], { home });
    expect(plain(stdout)).toBe(`Base créée : ${store}\n`);
    expect(code).toBe(0);
    expect(await peopleIn(store, home)).toBe(0);
    expect(await cli(['check', '--store', store], { home })).toMatchObject({ code: 0 });
  });

  it('takes paths from the folder it is called in', async () => {
    const home = temporaryFolder();
    const { stdout } = await cli(['create', '--store', 'ici.rapporteur', '--json'], { home });
    expect(JSON.parse(stdout)).toEqual({ store: join(home, 'ici.rapporteur'), isExample: false });
    expect(existsSync(join(home, 'ici.rapporteur'))).toBe(true);
  });

  it('makes the same example each time', async () => {
    const home = temporaryFolder();
    const list = async (name: string) => {
      await cli(['create', '--store', name, '--example'], { home });
      return (await cli(['list', 'applications', '--store', name, '--json'], { home })).stdout;
    };
    const first = await list('un.rapporteur');
    expect(JSON.parse(first)).toMatchObject({ total: 90 });
    expect(await list('deux.rapporteur')).toBe(first);
  });

  it('never writes over a file', async () => {
    const { home, store } = example.copy();
    writeFileSync(join(home, 'notes.txt'), 'à garder');
    const before = contentsOf(home);
    for (const path of [store, join(home, 'notes.txt'), home]) {
      const { code, stderr } = await cli(['create', '--store', path, '--example'], { home });
      expect(plain(stderr)).toContain(`Un fichier existe déjà à cet emplacement : ${path}`);
      expect(code).toBe(1);
    }
    expect(contentsOf(home)).toEqual(before);
  });

  it('makes no folder', async () => {
    const home = temporaryFolder();
    const { code, stderr } = await cli(['create', '--store', 'absent/a.rapporteur'], { home });
    expect(plain(stderr)).toContain(`Rien à cet emplacement : ${join(home, 'absent')}`);
    expect(code).toBe(1);
    expect(contentsOf(home)).toEqual({});
  });

  it('refuses a synced folder', async () => {
    const home = temporaryFolder();
    const store = join(home, 'groupe.rapporteur');
    writeFileSync(join(home, '.dropbox'), '');
    const { code, stderr } = await cli(['create', '--store', store], { home });
    expect(stderr).toContain('Ce dossier est synchronisé ou partagé (Dropbox)');
    expect(code).toBe(1);
    expect(existsSync(store)).toBe(false);
  });
});

/** A store made here: one that was copied does not undo what was done before the copy. */
async function ownStore(): Promise<{ home: string; store: string }> {
  const home = temporaryFolder();
  const store = join(home, 'groupe.rapporteur');
  await cli(['create', '--store', store, '--example'], { home });
  return { home, store };
}

describe('undo', () => {
  it('takes back the last operation, then says there is nothing left', async () => {
    const { home, store } = await ownStore();
    expect(await peopleIn(store, home)).toBeGreaterThan(10);
    const first = await cli(['undo', '--store', store, '--json'], { home });
    expect(JSON.parse(first.stdout)).toMatchObject({ undone: { reason: { key: 'example' } } });
    expect(first.code).toBe(0);
    expect(await peopleIn(store, home)).toBe(0);
    const second = await cli(['undo', '--store', store], { home });
    expect(second.stderr).toBe('Il n’y a rien à annuler.\n');
    expect(second.code).toBe(1);
    expect(await cli(['check', '--store', store], { home })).toMatchObject({ code: 0 });
  });

  it('takes back the operation named, and refuses one that does not exist', async () => {
    const { home, store } = example.copy();
    const db = new Database(store, { readonly: true });
    const id = String(db.prepare('SELECT id FROM operation').pluck().get());
    db.close();
    const unknown = '0190a0f2-0000-7000-8000-000000000000';
    const refused = await cli(['undo', '--store', store, '--operation', unknown], { home });
    expect(plain(refused.stderr)).toContain(`Aucune opération ne porte ce numéro : ${unknown}`);
    expect(refused.code).toBe(1);
    const done = await cli(['undo', '--store', store, '--operation', id], { home });
    expect(plain(done.stdout)).toBe('Annulé : Chargement du groupe d’exemple\n');
    expect(done.code).toBe(0);
    expect(await peopleIn(store, home)).toBe(0);
  });
});

describe('backup and restore', () => {
  it('keeps a copy that brings everything back, and keeps what it replaced', async () => {
    const { home, store } = await ownStore();
    const people = await peopleIn(store, home);
    const file = join(home, 'sauvegarde.rapporteur');
    const saved = await cli(['backup', '--store', store, '--out', file], { home });
    expect(plain(saved.stdout)).toBe(`Sauvegarde écrite et vérifiée : ${file}\n`);
    expect(saved.code).toBe(0);
    await cli(['undo', '--store', store], { home });
    expect(await peopleIn(store, home)).toBe(0);
    const { code, stdout } = await cli(['restore', file, '--store', store, '--json'], { home });
    expect(code).toBe(0);
    expect(await peopleIn(store, home)).toBe(people);
    const { kept }: { kept: string } = JSON.parse(stdout); // the command's own output
    expect(await peopleIn(kept, home)).toBe(0);
    expect(await cli(['check', '--store', store], { home })).toMatchObject({ code: 0 });
  });

  it('restores where there was nothing', async () => {
    const { home, store } = example.copy();
    const target = join(home, 'revenu.rapporteur');
    const { code, stdout } = await cli(['restore', store, '--store', target], { home });
    expect(plain(stdout)).toBe(`Base restaurée : ${target}\n`);
    expect(code).toBe(0);
    expect(await peopleIn(target, home)).toBe(await peopleIn(store, home));
  });

  it('never backs up over a file, nor into a folder that is not there', async () => {
    const { home, store } = example.copy();
    const before = contentsOf(home);
    const over = await cli(['backup', '--store', store, '--out', store], { home });
    expect(over.stderr).toContain('Un fichier existe déjà à cet emplacement');
    expect(over.code).toBe(1);
    const nowhere = await cli(['backup', '--store', store, '--out', 'absent/b.rapporteur'], {
      home,
    });
    expect(nowhere.stderr).toContain('La sauvegarde n’a pas pu être écrite');
    expect(nowhere.code).toBe(1);
    expect(contentsOf(home)).toEqual(before);
  });

  it('refuses a backup that is none, and leaves the store alone', async () => {
    const { home, store } = example.copy();
    const before = sha256(store);
    const file = join(home, 'faux.rapporteur');
    writeFileSync(file, 'Ceci n’est pas une base.'.repeat(20));
    const bad = await cli(['restore', file, '--store', store, '--json'], { home });
    expect(plain(bad.stderr)).toContain(
      `Cette sauvegarde est endommagée ou n’en est pas une : ${file}`,
    );
    expect(JSON.parse(bad.stdout)).toMatchObject({ error: { code: 'backup.damaged' } });
    expect(bad.code).toBe(1);
    const absent = await cli(['restore', 'absent.rapporteur', '--store', store], { home });
    expect(absent.stderr).toContain('Rien à cet emplacement');
    expect(absent.code).toBe(1);
    expect(sha256(store)).toBe(before);
    expect(readdirSync(home).filter((name) => name.includes('replaced'))).toEqual([]);
  });
});
