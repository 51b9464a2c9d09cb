import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { readParts, textOf } from '../documents/read.ts';
import { cli, sha256 } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

describe('export of what belongs to a selection', () => {
  it('writes the documents of the call that its title names, and changes nothing', async () => {
    const { home, store } = example.copy();
    const before = sha256(store);
    for (const [name, words] of [
      ['committee-minutes', 'Critères et méthode'],
      ['event-list', 'Pitchs (9)'],
      ['selection-statistics', 'Par segment d’achat'],
      ['selection-report', 'Les entreprises retenues'],
    ] as const) {
      const out = join(home, `${name}.docx`);
      const args = [
        'export',
        name,
        '--store',
        store,
        '--call',
        'manifestation',
        '--format',
        'docx',
      ];
      const { code, stderr } = await cli([...args, '--out', out, '--lang', 'fr'], { home });
      expect([name, code, stderr]).toEqual([name, 0, '']);
      const document = readParts(readFileSync(out)).get('word/document.xml') ?? '';
      expect(textOf(document, 'document.xml', 'w:t')).toContain(words);
    }
    expect(sha256(store)).toBe(before);
  });

  it('makes letters, says how many, and takes them back', async () => {
    const { home, store } = example.copy();
    const out = join(home, 'lettres.zip');
    const args = ['export', 'selection-letters', '--store', store, '--call', 'manifestation'];
    const { code, stdout } = await cli(
      [...args, '--outcome', 'pitch', '--format', 'docx', '--out', out, '--json'],
      { home },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ export: 'selection-letters', made: 9 });
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(out))))).toHaveLength(9);
    const undone = await cli(['undo', '--store', store], { home });
    expect(undone.code).toBe(0);
  });

  it('refuses an unknown call, an unknown outcome and options of others', async () => {
    const { home, store } = example.copy();
    const out = join(home, 'x.docx');
    const args = ['--store', store, '--format', 'docx', '--out', out, '--lang', 'fr'];
    const run = (...more: string[]) => cli(['export', ...more, ...args], { home });
    const call = await run('event-list', '--call', 'Rien de tel');
    expect([call.code, call.stderr]).toEqual([2, expect.stringContaining('Appel inconnu')]);
    const outcome = await run('selection-letters', '--call', 'manifestation', '--outcome', 'gagné');
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining('Issue inconnue')]);
    const foreign = await run('minutes', '--call', 'manifestation');
    expect([foreign.code, foreign.stderr]).toEqual([2, expect.stringContaining('--call')]);
  });
});
