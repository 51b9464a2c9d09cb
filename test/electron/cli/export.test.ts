import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';

import { registerNames } from '#contract/schemas.ts';

import {
  cli,
  cliHere,
  contentsOf,
  hasPermissions,
  plain,
  projectRoot,
  sha256,
} from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

/** Whether a PDF can be made here: an Electron, and the program built for it. */
const hasEngine =
  (process.env['RAPPORTEUR_ELECTRON'] ?? '') !== '' &&
  existsSync(join(projectRoot, 'dist/main/main.js'));

/** Rows of the only sheet of a file, as text. */
function rowsOf(path: string): string[][] {
  const book = XLSX.read(readFileSync(path), { cellDates: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet === undefined ? [] : XLSX.utils.sheet_to_json(sheet, { header: 1, raw: false });
}

describe('export of a register', () => {
  it.for(['xlsx', 'ods', 'csv'])('writes the people as %s, readable again', async (format) => {
    const { home, store } = example.copy();
    const path = join(home, `personnes.${format}`);
    const before = sha256(store);
    const args = ['export', 'people', '--store', store, '--format', format, '--out', path];
    const { code, stdout, stderr } = await cli(args, { home });
    expect(stderr).toBe('');
    expect(plain(stdout)).toMatch(new RegExp(`^Fichier écrit : ${path} \\(lignes : \\d+\\)`));
    expect(code).toBe(0);
    const text = rowsOf(path).flat().join('\n');
    expect(text).toContain('Nom complet');
    expect(text).toContain('Mikaël Trigaut');
    expect(sha256(store)).toBe(before);
    expect(Object.keys(contentsOf(home))).toEqual(['groupe.rapporteur', `personnes.${format}`]);
  });

  it('adds the identifiers on request, for the file to be imported again', async () => {
    const { home, store } = example.copy();
    const path = join(home, 'personnes.csv');
    const args = ['export', 'people', '--store', store, '--format', 'csv', '--out', path];
    const { code, stderr } = await cliHere([...args, '--with-id'], home);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [header, ...rows] = rowsOf(path);
    expect(header?.at(-1)).toBe('Identifiant');
    expect(rows.every((row) => /^[0-9a-f-]{36}$/.test(row.at(-1) ?? ''))).toBe(true);
    expect(new Set(rows.map((row) => row.at(-1))).size).toBe(rows.length);
    const report = ['export', 'synthesis', '--store', store, '--format', 'html', '--out', path];
    const refused = await cliHere([...report, '--with-id'], home);
    expect(refused.code).not.toBe(0);
    expect(plain(refused.stderr)).toContain('--with-id');
  });

  it.for(registerNames)('writes the register %s', async (register) => {
    const { home, store } = example.copy();
    const path = join(home, `${register}.csv`);
    const args = ['export', register, '--store', store, '--format', 'csv', '--out', path, '--json'];
    const { code, stdout, stderr } = await cliHere(args, home);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { rows }: { rows: number } = JSON.parse(stdout); // the command's own output
    expect(rowsOf(path)).toHaveLength(rows + 1);
  });

  it('says when there is no row', async () => {
    const { home } = example.copy();
    await cli(['create', '--store', 'vide.rapporteur'], { home });
    const args = [
      'export',
      'people',
      '--store',
      'vide.rapporteur',
      '--format',
      'csv',
      '--out',
      'p.csv',
    ];
    const { code, stdout } = await cli(args, { home });
    expect(plain(stdout)).toBe(`Fichier écrit, sans aucune ligne : ${join(home, 'p.csv')}\n`);
    expect(code).toBe(0);
  });

  it('replaces an earlier export, never a store nor what lies beside it', async () => {
    const { home, store } = example.copy();
    const args = ['export', 'people', '--store', store, '--format', 'csv', '--out'];
    writeFileSync(join(home, 'p.csv'), 'ancien');
    expect(await cli([...args, 'p.csv'], { home })).toMatchObject({ code: 0 });
    expect(readFileSync(join(home, 'p.csv'), 'utf8')).toContain('Trigaut');
    const before = contentsOf(home);
    for (const path of [store, `${store}-wal`, `${store}.lock`]) {
      const { code, stderr } = await cli([...args, path], { home });
      expect(plain(stderr)).toContain(`Un fichier existe déjà à cet emplacement : ${path}`);
      expect(code).toBe(1);
    }
    expect(contentsOf(home)).toEqual(before);
  });

  it('refuses a place it cannot write, and makes no folder', async () => {
    const { home, store } = example.copy();
    mkdirSync(join(home, 'dossier'));
    const before = contentsOf(home);
    for (const out of ['absent/p.csv', 'dossier']) {
      const args = [
        'export',
        'people',
        '--store',
        store,
        '--format',
        'csv',
        '--out',
        out,
        '--json',
      ];
      const { code, stdout, stderr } = await cli(args, { home });
      expect(plain(stderr)).toContain(`Impossible d’écrire ce fichier : ${join(home, out)}`);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'export.notWritable' } });
      expect(code).toBe(1);
    }
    expect(contentsOf(home)).toEqual(before);
  });

  it.runIf(hasPermissions)('refuses a folder that is read-only', async () => {
    const { home, store } = example.copy();
    const folder = join(home, 'fermé');
    mkdirSync(folder, { mode: 0o555 });
    const args = [
      'export',
      'people',
      '--store',
      store,
      '--format',
      'csv',
      '--out',
      join(folder, 'p.csv'),
    ];
    const { code, stderr } = await cli(args, { home, isOrdinary: true });
    expect(stderr).toContain('Impossible d’écrire ce fichier');
    expect(code).toBe(1);
    chmodSync(folder, 0o755);
    expect(existsSync(join(folder, 'p.csv'))).toBe(false);
  });
});

describe('export of a report', () => {
  it('refuses a group or a year the store does not hold, naming those it does', async () => {
    const { home, store } = example.copy();
    const args = ['export', 'restitution', '--store', store, '--format', 'html', '--out', 'r.html'];
    const group = await cli([...args, '--group', 'Achats durables'], { home });
    expect(group.stderr).toContain('Aucun groupe de travail ne correspond (Achats durables)');
    expect(group.stderr).toContain('Innovation et commande publique');
    expect(group.code).toBe(1);
    const year = await cli([...args, '--year', '1995'], { home });
    expect(plain(year.stderr)).toMatch(/Ce document n’existe pas : restitution 1995\. .*2017/);
    expect(year.code).toBe(1);
    expect(existsSync(join(home, 'r.html'))).toBe(false);
  });

  it('refuses an empty store', async () => {
    const { home } = example.copy();
    await cli(['create', '--store', 'vide.rapporteur'], { home });
    const args = [
      'export',
      'synthesis',
      '--store',
      'vide.rapporteur',
      '--format',
      'odt',
      '--out',
      's.odt',
    ];
    const { code, stderr } = await cli(args, { home });
    expect(stderr).toContain('Aucun groupe de travail ne correspond (aucun)');
    expect(code).toBe(1);
  });

  it('says that a PDF needs an engine where there is none', async () => {
    const { home, store } = example.copy();
    const args = [
      'export',
      'synthesis',
      '--store',
      store,
      '--format',
      'pdf',
      '--out',
      's.pdf',
      '--json',
    ];
    const { code, stderr, stdout } = await cli(args, {
      home,
      env: { RAPPORTEUR_ELECTRON: undefined, RAPPORTEUR_ELECTRON_ARGS: undefined },
    });
    expect(stderr).toContain('Un PDF ne peut pas être produit ici');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'export.noEngine' } });
    expect(code).toBe(1);
    expect(existsSync(join(home, 's.pdf'))).toBe(false);
  });

  it.runIf(hasEngine)('passes on what the engine refuses, and makes nothing', async () => {
    const { home, store } = example.copy();
    const out = join(home, 'absent', 's.pdf');
    const args = ['export', 'synthesis', '--store', store, '--format', 'pdf', '--out', out];
    const { code, stdout, stderr } = await cli(args, { home });
    expect(plain(stderr)).toContain(`Impossible d’écrire ce fichier : ${out}`);
    expect(stdout).toBe('');
    expect(code).toBe(1);
    const year = await cli([...args.slice(0, -1), join(home, 's.pdf'), '--year', '1995'], { home });
    expect(plain(year.stderr)).toContain('Ce document n’existe pas : synthesis 1995.');
    expect(existsSync(join(home, 's.pdf'))).toBe(false);
  });

  it.runIf(hasEngine)('prints a tagged PDF through the engine at hand', async () => {
    const { home, store } = example.copy();
    const args = ['export', 'restitution', '--store', store, '--format', 'pdf', '--out', 'r.pdf'];
    const { code, stdout, stderr } = await cli([...args, '--json'], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const bytes = readFileSync(join(home, 'r.pdf'));
    expect(JSON.parse(stdout)).toMatchObject({ path: join(home, 'r.pdf'), bytes: bytes.length });
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(bytes.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  });

  it('finds the group whatever the accents and case, and takes the latest year with results', async () => {
    const { home, store } = example.copy();
    const args = [
      'export',
      'synthesis',
      '--store',
      store,
      '--format',
      'html',
      '--out',
      's.html',
      '--json',
    ];
    const named = await cli([...args, '--group', 'INNOVATION et commande'], { home });
    expect(JSON.parse(named.stdout)).toMatchObject({ report: 'synthesis', year: 2017 });
    expect(named.code).toBe(0);
    const english = await cli([...args, '--lang', 'en', '--year', '2017'], { home });
    expect(english.code).toBe(0);
    expect(readFileSync(join(home, 's.html'), 'utf8')).toMatch(/<html[^>]* lang="en/);
  });
});
