import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { lockStore } from '#sql/lock.ts';

import type { CliSurroundings } from './cli-process.ts';
import { cli, cliHere, contentsOf, hasPermissions, plain, temporaryFolder } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

const reads = [
  ['list', 'people'],
  ['search', 'lille'],
  ['check'],
  ['export', 'people', '--format', 'csv', '--out', '/absent/sortie.csv'],
  ['backup', '--out', '/absent/copie.rapporteur'],
] as const;
const writes = [['undo']] as const;

/** Each command is refused with this sentence and code, and nothing in the folder has changed. */
async function expectRefused(
  commands: readonly (readonly string[])[],
  store: string,
  { code, says }: { readonly code: string; readonly says: string },
  around: CliSurroundings,
): Promise<void> {
  const before = contentsOf(around.home);
  for (const [index, command] of commands.entries()) {
    const args = [...command, '--store', store, '--json'];
    const isApart = index === 0 || around.isOrdinary === true;
    const run = await (isApart ? cli(args, around) : cliHere(args, around.home));
    expect(plain(run.stderr), command.join(' ')).toContain(says);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code, details: { path: store } } });
    expect(run.code).toBe(1);
  }
  expect(contentsOf(around.home)).toEqual(before);
}

describe('a store that is', () => {
  it('absent', async () => {
    const home = temporaryFolder();
    const store = join(home, 'absente.rapporteur');
    const says = `Rien à cet emplacement : ${store}`;
    await expectRefused([...reads, ...writes], store, { code: 'store.notFound', says }, { home });
  });

  it.for<readonly [string, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['a text', Buffer.from('Compte rendu de la réunion du 9 mai 2017.\n'.repeat(50))],
    ['a ZIP', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 7)])],
  ])('%s', async ([, bytes]) => {
    const home = temporaryFolder();
    const store = join(home, 'faux.rapporteur');
    writeFileSync(store, bytes);
    const says = `Ce fichier n’est pas une base de Rapporteur : ${store}`;
    await expectRefused([...reads, ...writes], store, { code: 'store.notAStore', says }, { home });
  });

  it('a database of another program', async () => {
    const home = temporaryFolder();
    const store = join(home, 'autre.sqlite');
    const db = new Database(store);
    db.exec('CREATE TABLE person (id TEXT); INSERT INTO person VALUES (1)');
    db.close();
    const says = 'n’est pas une base de Rapporteur';
    await expectRefused([...reads, ...writes], store, { code: 'store.notAStore', says }, { home });
  });

  it('truncated', async () => {
    const { home, store } = example.copy();
    truncateSync(store, Math.floor(readFileSync(store).length / 2));
    const says = `Cette base est endommagée : ${store}`;
    await expectRefused([...reads, ...writes], store, { code: 'store.damaged', says }, { home });
  });

  it('from a newer version', async () => {
    const { home, store } = example.copy();
    const db = new Database(store);
    db.pragma('journal_mode = DELETE');
    db.pragma('user_version = 999');
    db.close();
    const says = 'vient d’une version plus récente de Rapporteur (format 999';
    await expectRefused([...reads, ...writes], store, { code: 'store.newer', says }, { home });
  });

  it('in a synced folder: read, but not written', async () => {
    const { home, store } = example.copy();
    const folder = join(home, 'Nextcloud');
    mkdirSync(folder);
    const synced = join(folder, 'groupe.rapporteur');
    copyFileSync(store, synced);
    const says = 'Ce dossier est synchronisé ou partagé (Nextcloud)';
    const code = 'store.syncedFolder';
    await expectRefused([...writes, ['restore', store]], synced, { code, says }, { home });
    expect(await cli(['list', 'people', '--store', synced], { home })).toMatchObject({ code: 0 });
  });

  it('open elsewhere: read, but not written', async () => {
    const { home, store } = example.copy();
    const lock = lockStore(store);
    try {
      const says = `Cette base est déjà ouverte par une autre fenêtre ou une autre commande : ${store}`;
      const code = 'store.locked';
      await expectRefused([...writes, ['restore', store]], store, { code, says }, { home });
      expect(await cli(['list', 'people', '--store', store], { home })).toMatchObject({ code: 0 });
      expect(await cli(['check', '--store', store], { home })).toMatchObject({ code: 0 });
    } finally {
      lock.release();
    }
  });

  it.runIf(hasPermissions)('read-only, or in a folder that is: read, but not written', async () => {
    const { home, store } = example.copy();
    const ordinary = { home, isOrdinary: true };
    const says = `Impossible d’écrire ici : ${store}`;
    chmodSync(store, 0o444);
    await expectRefused(writes, store, { code: 'store.readOnly', says }, ordinary);
    expect(await cli(['list', 'people', '--store', store], ordinary)).toMatchObject({ code: 0 });
    chmodSync(store, 0o644);
    const folder = join(home, 'fermé');
    mkdirSync(folder);
    const inside = join(folder, 'groupe.rapporteur');
    copyFileSync(store, inside);
    chmodSync(folder, 0o555);
    try {
      const there = `Impossible d’écrire ici : ${inside}`;
      await expectRefused(writes, inside, { code: 'store.readOnly', says: there }, ordinary);
      expect(await cli(['list', 'people', '--store', inside], ordinary)).toMatchObject({ code: 0 });
      const made = join(folder, 'nouveau.rapporteur');
      const create = await cli(['create', '--store', made, '--example'], ordinary);
      expect(plain(create.stderr)).toContain(`Impossible d’écrire ici : ${made}`);
      expect(create.code).toBe(1);
    } finally {
      chmodSync(folder, 0o755);
    }
  });

  it.runIf(hasPermissions)('not readable at all', async () => {
    const { home, store } = example.copy();
    chmodSync(store, 0o000);
    const { code, stderr } = await cli(['list', 'people', '--store', store], {
      home,
      isOrdinary: true,
    });
    expect(plain(stderr)).toContain(`n’a pas pu lire ou écrire ce fichier : ${store}`);
    expect(code).toBe(1);
    chmodSync(store, 0o644);
  });
});
