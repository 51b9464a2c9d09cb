import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { memoryTokens } from '#test/stores.ts';
import { updateRecord } from '#services/records.ts';
import { saveList } from '#services/distribution.ts';
import { distributionDefinition } from '#contract/contact.channels.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { openSession } from '#services/session.ts';

import { cli, cliHere, plain, sha256 } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();
const day = '2017-05-09';

/** A copy of the example in which every person but one has an address. */
function reachable(): { home: string; store: string; missing: string; rapporteurs: string[] } {
  const { home, store } = example.copy();
  const session = openSession({ path: store, home, tokens: memoryTokens() });
  const people = listRecords(session.reader, 'person');
  const held = listMandates(session.reader, { role: 'rapporteur', at: day });
  const missing = held[0]?.personId ?? '';
  people.forEach(({ id }, index) => {
    const email = id === missing ? null : `personne${index}@example.org`;
    updateRecord(session, { author: 'Essai' }, 'person', id, { email });
  });
  saveList(
    session,
    { author: 'Essai' },
    {
      id: null,
      name: 'Mes élus',
      definition: distributionDefinition.parse({ roles: ['rapporteur'], onDay: day }),
    },
  );
  const names = new Set(held.map(({ personId }) => personId));
  session.close();
  return { home, store, missing, rapporteurs: [...names] };
}

describe('addresses', () => {
  it('gives those of a suggested list on a day, and says whom they miss', async () => {
    const { home, store, rapporteurs } = reachable();
    const before = sha256(store);
    const args = ['addresses', 'rapporteurs', '--store', store, '--at', day];
    const { code, stdout, stderr } = await cli(args, { home });
    expect(code).toBe(0);
    const boxes = stdout.trim().split('; ');
    expect(boxes).toHaveLength(rapporteurs.length - 1);
    for (const box of boxes) expect(box).toMatch(/^\S.* <personne\d+@example\.org>$/);
    expect(plain(stderr)).toMatch(/^1 personne sans adresse utilisable : \S/);
    expect(sha256(store)).toBe(before);
  });

  it('takes a saved list by its name, whatever its accents, bare and with commas', async () => {
    const { home, store, rapporteurs, missing } = reachable();
    const args = ['addresses', 'mes elus', '--store', store, '--separator', 'comma', '--bare'];
    const { code, stdout } = await cliHere([...args, '--json'], home);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      list: 'Mes élus',
      day,
      count: rapporteurs.length - 1,
      missing: [{ id: missing, email: null }],
    });
    expect(answer.addresses).toMatch(/^(?:personne\d+@example\.org(?:, |$))+$/);
  });

  it.for<readonly [string, readonly string[], RegExp]>([
    ['an unknown list', ['tous'], /^Liste inconnue : tous\. .*Rapporteurs en fonction/],
    ['an unknown separator', ['members', '--separator', 'tab'], /^Séparateur inconnu : tab\./],
    ['no list', [], /^Il manque l’argument LISTE\./],
  ])('refuses %s', async ([, words, said]) => {
    const { home, store } = example.copy();
    const { code, stderr } = await cliHere(['addresses', ...words, '--store', store], home);
    expect(code).toBe(2);
    expect(plain(stderr)).toMatch(said);
  });
});

describe('export of people', () => {
  it('writes the cards of everyone, or of a list', async () => {
    const { home, store, rapporteurs } = reachable();
    const path = join(home, 'tous.vcf');
    const args = ['export', 'vcard', '--store', store, '--format', 'vcf', '--out', path];
    const { code, stdout } = await cli(args, { home });
    expect(code).toBe(0);
    expect(plain(stdout)).toMatch(/^Fichier écrit : .*tous\.vcf \(cartes de visite : \d+\)/);
    const cards = (): number => readFileSync(path, 'utf8').split('BEGIN:VCARD\r\n').length - 1;
    expect(plain(stdout)).toContain(`(cartes de visite : ${cards()})`);
    expect((await cliHere([...args, '--list', 'Mes élus'], home)).code).toBe(0);
    expect(cards()).toBe(rapporteurs.length);
  });

  it.for(['html', 'odt', 'docx', 'json'])('writes the data of a person as %s', async (format) => {
    const { home, store, missing } = reachable();
    const path = join(home, `personne.${format}`);
    const args = ['export', 'person', '--person', missing, '--store', store];
    const run = await cliHere([...args, '--format', format, '--out', path, '--json'], home);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { bytes }: { bytes: number } = JSON.parse(run.stdout);
    expect(readFileSync(path)).toHaveLength(bytes);
    if (format === 'json') {
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ person: { id: missing } });
    }
  });

  it.for<readonly [string, readonly string[], number, RegExp]>([
    ['no person', ['person', '--format', 'html'], 2, /^Il manque l’option --person\./],
    ['a person that is none', ['person', '--format', 'html', '--person', 'x'], 2, /incorrect : x/],
    [
      'somebody unknown',
      ['person', '--format', 'html', '--person', '0190a0f2-0000-7000-8000-000000000000'],
      1,
      /./,
    ],
    ['another format', ['vcard', '--format', 'csv'], 2, /csv.*vcf/],
    ['an option of reports', ['vcard', '--format', 'vcf', '--year', '2017'], 2, /--year.*vcard/],
    ['a list of a register', ['people', '--format', 'csv', '--list', 'x'], 2, /--list.*people/],
  ])('refuses %s', async ([, words, status, said]) => {
    const { home, store } = example.copy();
    const path = join(home, 'sortie');
    const args = ['export', ...words, '--store', store, '--out', path];
    const { code, stderr } = await cliHere(args, home);
    expect(code).toBe(status);
    expect(plain(stderr)).toMatch(said);
    expect(existsSync(path)).toBe(false);
  });
});
