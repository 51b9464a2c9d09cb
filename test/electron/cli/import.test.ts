import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { cli, cliHere, contentsOf, plain, projectRoot, temporaryFolder } from './cli-process.ts';

const fixtures = join(projectRoot, 'test/fixtures/import');
const GOOD = ['Nom;Nature;Commune', 'Regain;Institution;Lens', 'Essor;Acheteur public;Arras'];
const BAD = 'Relais;nature inconnue;Lille';

/** An empty store of its own, and a list beside it. */
async function storeAndList(lines: readonly string[] = GOOD) {
  const home = temporaryFolder();
  const store = join(home, 'groupe.rapporteur');
  const file = join(home, 'structures.csv');
  await cliHere(['create', '--store', store], home);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const run = (...args: string[]) =>
    cliHere(['import', 'organisations', file, '--store', store, ...args], home);
  const names = async (): Promise<unknown[]> => {
    const { stdout } = await cliHere(['list', 'organisations', '--store', store, '--json'], home);
    const { rows }: { rows: { name: unknown }[] } = JSON.parse(stdout); // the command's own output
    return rows.map(({ name }) => name).toSorted();
  };
  return { home, store, file, run, names };
}

describe('import', () => {
  it('fills a register, says what it did, and does nothing the second time', async () => {
    const { home, store, file, names } = await storeAndList();
    const args = ['import', 'organisations', file, '--store', store];
    const first = await cli(args, { home });
    expect(first.stderr).toBe('');
    expect(plain(first.stdout)).toContain('Lignes lues : 2\n');
    expect(plain(first.stdout)).toContain('  nouvelles : 2\n');
    expect(plain(first.stdout)).toContain('Importé. Fiches créées : 2 ; mises à jour : 0');
    expect(first.code).toBe(0);
    expect(await names()).toEqual(['Essor', 'Regain']);
    const before = readFileSync(store);

    const second = await cli(args, { home });
    expect(plain(second.stdout)).toContain('  déjà là, inchangées : 2\n');
    expect(plain(second.stdout)).toContain('Rien à importer');
    expect(second.code).toBe(0);
    expect(readFileSync(store).equals(before)).toBe(true);

    expect((await cli(['undo', '--store', store], { home })).code).toBe(0);
    expect(await names()).toEqual([]);
    expect((await cli(['check', '--store', store], { home })).code).toBe(0);
  });

  it('imports the valid rows, tells of the others and gives them back', async () => {
    const { home, run, names } = await storeAndList([...GOOD, BAD]);
    const rejected = join(home, 'refus.csv');
    const { code, stdout, stderr } = await run('--rejected', rejected);
    expect(plain(stdout)).toContain('Fiches créées : 2');
    expect(plain(stdout)).toContain(`Lignes refusées écrites dans : ${rejected}`);
    expect(plain(stderr)).toMatch(/^Lignes refusées : 1\.\n {2}B4 : « nature inconnue »/);
    expect(code).toBe(1);
    expect(await names()).toEqual(['Essor', 'Regain']);
    const lines = readFileSync(rejected, 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/Nom;Nature;Commune;Ligne;Motif$/);
    expect(lines[1]).toMatch(/^Relais;nature inconnue;Lille;4;/);
  });

  it('imports nothing at all when all was wanted and one row is refused', async () => {
    const { store, run, names } = await storeAndList([...GOOD, BAD]);
    const before = readFileSync(store);
    const { code, stdout, stderr } = await run('--all-or-nothing');
    expect(stdout).toContain('Rien n’a été importé.');
    expect(plain(stderr)).toContain('Lignes refusées : 1.');
    expect(code).toBe(1);
    expect(await names()).toEqual([]);
    expect(readFileSync(store).equals(before)).toBe(true);
  });

  it('only tries when asked to', async () => {
    const { home, run, names } = await storeAndList();
    const before = contentsOf(home);
    const { code, stdout } = await run('--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      register: 'organisations',
      file: 'structures.csv',
      format: 'csv',
      rows: 2,
      counts: { new: 2, update: 0, error: 0 },
      columns: [
        { column: 'A', label: 'Nom', key: 'name' },
        { column: 'B', key: 'organisationKind' },
        { column: 'C', key: 'communeName' },
      ],
      left: [],
      isDryRun: true,
      result: null,
      rejected: null,
    });
    expect(code).toBe(0);
    expect(await names()).toEqual([]);
    expect(contentsOf(home)).toEqual(before);
  });

  it('gives programs the rows that were left, with cell and reason', async () => {
    const { run } = await storeAndList([...GOOD, BAD]);
    const { code, stdout } = await run('--json');
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { new: 2, error: 1 },
      result: { created: 2, updated: 0, left: 1, operationId: expect.any(String) },
      left: [{ row: 4, fate: 'error', problems: [{ cell: 'B4', message: expect.any(String) }] }],
    });
    expect(code).toBe(1);
  });

  it('reads any sheet, with a mapping that was saved', async () => {
    const { home, store } = await storeAndList();
    const mapping = join(home, 'colonnes.json');
    writeFileSync(
      mapping,
      JSON.stringify({
        rapporteur: 'mapping',
        version: 1,
        register: 'organisations',
        columns: { intitule: 'name' },
        fixed: { organisationKind: 'Institution' },
        createsMissing: true,
        clearsEmpty: false,
      }),
    );
    const file = join(home, 'un.csv');
    writeFileSync(file, 'Intitulé;Autre\nRegain;x\n');
    const args = ['import', 'organisations', file, '--store', store, '--mapping', mapping];
    const { code, stdout } = await cliHere([...args, '--sheet', 'UN'], home);
    expect(plain(stdout)).toContain('Fiches créées : 1');
    expect(plain(stdout)).toContain('Colonnes non reprises : Autre.');
    expect(code).toBe(0);

    const wrong = await cliHere([...args, '--sheet', 'Deux'], home);
    expect(plain(wrong.stderr)).toMatch(/^Feuille inconnue : Deux\. Choix possibles : un\./);
    expect(wrong.code).toBe(2);
    const people = ['import', 'people', file, '--store', store, '--mapping', mapping];
    const other = await cliHere(people, home);
    expect(plain(other.stderr)).toMatch(/autre registre : organisations/);
    expect(other.code).toBe(2);
  });

  it('takes the encoding and the separator it is told', async () => {
    const { home, store } = await storeAndList();
    const file = join(home, 'ancien.txt');
    writeFileSync(file, Buffer.from('Nom|Nature\nMusée Noël|Institution\n', 'latin1'));
    const args = ['import', 'organisations', file, '--store', store, '--json'];
    const { stdout, code } = await cliHere(
      [...args, '--encoding', 'windows-1252', '--separator', 'bar'],
      home,
    );
    expect(JSON.parse(stdout)).toMatchObject({
      dialect: { encoding: 'windows-1252', separator: '|' },
      result: { created: 1 },
    });
    expect(code).toBe(0);
    for (const wrong of [
      ['--encoding', 'ebcdic'],
      ['--separator', 'space'],
      ['--rejected', 'refus.pdf'],
    ]) {
      expect((await cliHere([...args, ...wrong], home)).code).toBe(2);
    }
  });

  it('refuses what is no spreadsheet, or cannot fill a register, and touches nothing', async () => {
    const { home, store } = await storeAndList();
    const nameless = join(home, 'sans-nom.csv');
    writeFileSync(nameless, 'Commune;Nature\nLens;Institution\n');
    const before = contentsOf(home);
    const photo = join(fixtures, 'make-fixtures.ts');
    for (const [register, file, code, message] of [
      ['organisations', join(home, 'absent.csv'), 1, /n’est plus là/],
      ['organisations', store, 1, /n’est pas un tableur/],
      ['organisations', nameless, 1, /obligatoire/],
      ['barriers', photo, 2, /^Registre qui ne s’importe pas : barriers/],
    ] as const) {
      const args = ['import', register, file, '--store', store];
      const refused = await cliHere(args, home);
      expect(plain(refused.stderr)).toMatch(message);
      expect(refused.code).toBe(code);
    }
    expect(contentsOf(home)).toEqual(before);
  });

  it('never writes the refused rows over the store', async () => {
    const { store, run } = await storeAndList([...GOOD, BAD]);
    const before = readFileSync(store);
    const { code } = await run('--rejected', `${store}.csv`, '--dry-run');
    expect(code).toBe(1);
    expect(existsSync(`${store}.csv`)).toBe(true);
    const over = await run('--rejected', store);
    expect(over.code).toBe(2); // not called as a spreadsheet is
    expect(readFileSync(store).equals(before)).toBe(true);
  });
});

describe('template', () => {
  it('writes a spreadsheet that can be imported as it is filled', async () => {
    const { home, store } = await storeAndList();
    for (const format of ['xlsx', 'ods']) {
      const out = join(home, `modele.${format}`);
      const made = await cliHere(['template', 'people', '--format', format, '--out', out], home);
      expect(plain(made.stdout)).toBe(`Fichier écrit : ${out}\n`);
      expect(made.code).toBe(0);
      const args = ['import', 'people', out, '--store', store, '--json'];
      const { stdout } = await cliHere(args, home);
      expect(JSON.parse(stdout)).toMatchObject({ rows: 0, warnings: [], result: null });
    }
  });

  it('refuses another format, or a register that is not imported', async () => {
    const home = temporaryFolder();
    const out = join(home, 'modele.csv');
    for (const [register, format] of [
      ['people', 'csv'],
      ['barriers', 'ods'],
    ] as const) {
      const args = ['template', register, '--format', format, '--out', out];
      expect((await cliHere(args, home)).code).toBe(2);
    }
    expect(existsSync(out)).toBe(false);
  });
});
