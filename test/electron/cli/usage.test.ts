import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  documentFormats,
  registerNames,
  reportNames,
  spreadsheetFormats,
} from '#contract/schemas.ts';

import { cli, cliHere, plain, temporaryFolder } from './cli-process.ts';

const store = ['--store', '/rien/rien.rapporteur'];
const out = ['--out', '/rien/sortie'];
const id = '0190a0f2-0000-7000-8000-000000000000';

describe('a command that is not well written', () => {
  it.for<readonly [string, readonly string[], RegExp]>([
    ['nothing at all', [], /^Indiquez une commande\./],
    ['an unknown command', ['lister', ...store], /^Commande inconnue : lister\./],
    [
      'an unknown option',
      ['list', 'people', ...store, '--verbose'],
      /^Option inconnue : --verbose\./,
    ],
    ['an option of another command', ['list', 'people', ...store, '--year', '2017'], /--year/],
    ['no store', ['list', 'people'], /^Il manque l’option --store\./],
    ['a store without its path', ['list', 'people', '--store'], /--store attend une valeur/],
    [
      'a path that is an option',
      ['list', 'people', '--store', '--lang'],
      /--store attend une valeur/,
    ],
    [
      'a flag with a value',
      ['create', ...store, '--example=oui'],
      /--example ne prend pas de valeur/,
    ],
    [
      'the same option twice',
      ['list', 'people', ...store, ...store],
      /--store est donnée plusieurs fois/,
    ],
    ['no register', ['list', ...store], /^Il manque l’argument REGISTRE\./],
    [
      'an unknown register',
      ['list', 'gens', ...store],
      /^Registre inconnu : gens\. .*organisations, people/,
    ],
    ['one word too many', ['search', 'deux', 'mots', ...store], /^Argument en trop : mots\./],
    ['an empty search', ['search', ' ', ...store], /^Indiquez le texte à chercher\./],
    [
      'a day that does not exist',
      ['list', 'people', ...store, '--at', '2017-02-30'],
      /--at : 2017-02-30/,
    ],
    ['a day written otherwise', ['list', 'people', ...store, '--at', '09/05/2017'], /2017-06-30/],
    [
      'an unknown report',
      ['export', 'bilan', ...store, ...out, '--format', 'pdf'],
      /inconnu : bilan/,
    ],
    [
      'a format for documents on a register',
      ['export', 'people', ...store, ...out, '--format', 'docx'],
      /people : docx.*xlsx, ods, csv/,
    ],
    [
      'a format for registers on a report',
      ['export', 'synthesis', ...store, ...out, '--format', 'csv'],
      /synthesis : csv.*docx, odt, pptx, odp, html, pdf/,
    ],
    ['an export without format', ['export', 'people', ...store, ...out], /--format/],
    ['an export without file', ['export', 'people', ...store, '--format', 'csv'], /--out/],
    [
      'a year that is none',
      ['export', 'synthesis', ...store, ...out, '--format', 'odt', '--year', '17'],
      /--year : 17/,
    ],
    [
      'a year for a register',
      ['export', 'people', ...store, ...out, '--format', 'csv', '--year', '2017'],
      /--year ne vaut que pour une restitution/,
    ],
    [
      'an unknown kind of record',
      ['history', 'gens', id, ...store],
      /^Type de fiche inconnu : gens\./,
    ],
    [
      'an identifier that is none',
      ['history', 'person', '12', ...store],
      /^Identifiant incorrect : 12\./,
    ],
    [
      'an operation that is none',
      ['undo', ...store, '--operation', 'dernière'],
      /^Identifiant incorrect : dernière\./,
    ],
    ['a backup without file', ['backup', ...store], /--out/],
    ['a restore without file', ['restore', ...store], /^Il manque l’argument FICHIER\./],
    [
      'an unknown language',
      ['list', 'people', ...store, '--lang', 'de'],
      /^Langue inconnue : de\./,
    ],
  ])('%s: exits 2, names what is wrong, touches nothing', async ([, args, message]) => {
    const home = temporaryFolder();
    const { code, stdout, stderr } = await cliHere(args, home);
    expect(plain(stderr)).toMatch(message);
    expect(stderr).toContain('--help');
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(readdirSync(home)).toEqual([]);
  });

  it('says so from its own process', async () => {
    const { code, stdout, stderr } = await cli(['list', 'gens', ...store], {
      home: temporaryFolder(),
    });
    expect(plain(stderr)).toMatch(/^Registre inconnu : gens\./);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('says so in English when asked', async () => {
    const { code, stderr } = await cli(['lister', '--lang', 'en'], { home: temporaryFolder() });
    expect(stderr).toMatch(/^Unknown command: lister\./);
    expect(code).toBe(2);
  });

  it('says so to programs too', async () => {
    const { code, stdout } = await cli(['list', 'gens', ...store, '--json'], {
      home: temporaryFolder(),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'usage', details: { name: 'gens' } },
    });
    expect(code).toBe(2);
  });
});

describe('the help', () => {
  it('names every command, register, report and format', async () => {
    const { code, stdout, stderr } = await cli(['--help'], { home: temporaryFolder() });
    const commands = [
      'create',
      'list',
      'search',
      'export',
      'import',
      'template',
      'undo',
      'history',
      'check',
      'backup',
      'restore',
    ];
    const names = [
      ...commands,
      ...registerNames,
      ...reportNames,
      ...documentFormats,
      ...spreadsheetFormats,
    ];
    for (const name of names) expect(stdout).toMatch(new RegExp(`(?:^|\\s)${name}(?:\\s|$)`, 'm'));
    expect(stdout).toContain('Structures');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('explains one command, in either language', async () => {
    const home = temporaryFolder();
    const french = await cli(['list', '--help'], { home });
    expect(french.stdout).toContain('rapporteur list REGISTRE --store FICHIER [--at AAAA-MM-JJ]');
    expect(french.code).toBe(0);
    const english = await cli(['-h', 'list', '--lang', 'en'], { home });
    expect(english.stdout).toContain('rapporteur list REGISTER --store FILE [--at YYYY-MM-DD]');
    expect(english.code).toBe(0);
  });
});
