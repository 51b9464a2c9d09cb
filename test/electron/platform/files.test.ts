import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { safeFileName, withExtension } from '#platform/file-names.ts';
import { errorFacts, openLog } from '#platform/log.ts';
import { knownStoreIds, replicaTokens } from '#platform/replica-tokens.ts';
import { temporaryFolder } from '#test/stores.ts';

describe('names of files', () => {
  it.each([
    ['Innovation et commande publique', 'Innovation et commande publique'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['../../etc/passwd', 'etc passwd'],
    ['  .caché. ', 'caché'],
    ['CON', 'groupe'],
    ['nul.txt', 'groupe'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['', 'groupe'],
    ['...', 'groupe'],
  ])('%j becomes %j', (text, expected) => expect(safeFileName(text, 'groupe')).toBe(expected));

  it('are never too long, and not cut within a character', () => {
    expect([...safeFileName('é👍'.repeat(500), 'x')]).toHaveLength(120);
  });

  it('end as their format wants', () => {
    expect(withExtension('/a/b', '.csv')).toBe('/a/b.csv');
    expect(withExtension('/a/b.CSV', '.csv')).toBe('/a/b.CSV');
    expect(withExtension('/a/b.xlsx', '.csv')).toBe('/a/b.xlsx.csv');
  });
});

describe('what this machine knows of its copies', () => {
  it('is kept per place and store', () => {
    const folder = join(temporaryFolder(), 'replicas');
    const here = replicaTokens(folder, '/donnees/ada/a.rapporteur');
    const there = replicaTokens(folder, '/donnees/ada/b.rapporteur');
    here.write('store-1', 'token');
    expect(here.read('store-1')).toBe('token');
    expect(there.read('store-1')).toBeNull();
    expect(here.read('../../escape')).toBeNull();
    expect(knownStoreIds(folder, '/donnees/ada/a.rapporteur')).toEqual(['store-1']);
    expect(knownStoreIds(folder, '/donnees/ada/b.rapporteur')).toEqual([]);
  });
});

describe('the log', () => {
  it('is cut at its size and keeps one former file', () => {
    const folder = join(temporaryFolder(), 'logs');
    const log = openLog(folder);
    log.write({ level: 'info', from: 'main', event: 'started' });
    writeFileSync(join(folder, 'rapporteur.log'), 'x'.repeat(600 * 1024));
    log.write({
      level: 'error',
      from: 'store',
      event: 'channel.failed',
      facts: { channel: 'a:b' },
    });
    expect(readdirSync(folder).toSorted()).toEqual(['rapporteur.1.log', 'rapporteur.log']);
    const line: unknown = JSON.parse(readFileSync(join(folder, 'rapporteur.log'), 'utf8'));
    expect(line).toMatchObject({ event: 'channel.failed', facts: { channel: 'a:b' } });
  });

  it('tells where an error happened and nothing of what it said', () => {
    const error = new TypeError(
      'Madame Secrète, 01 23 45 67 89, /donnees/secrete/groupe.rapporteur',
    );
    const facts = JSON.stringify(errorFacts(error));
    expect(facts).toContain('TypeError');
    expect(facts).toContain('files.test.ts');
    expect(facts).not.toMatch(/Secr|secrete|\/home|01 23/);
  });

  it('never stops the work it tells of', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'occupied'), '');
    expect(() =>
      openLog(join(folder, 'occupied')).write({ level: 'info', from: 'main', event: 'x' }),
    ).not.toThrow();
  });
});
