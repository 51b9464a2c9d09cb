import { SheetNames } from '#interop/sheet-names.ts';
import { columnLetters } from '#interop/spreadsheet-limits.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('SheetNames', () => {
  it('keeps good names and changes the others', () => {
    const names = new SheetNames();
    expect(names.take('Sous-groupes')).toBe('Sous-groupes');
    expect(names.take('SOUS-GROUPES')).toBe('SOUS-GROUPES (2)');
    expect(names.take('Réunions: 2017/2018 [GT]')).toBe('Réunions 2017 2018 GT');
    expect(names.take("'guillemets'")).toBe('guillemets');
    expect(names.take('')).toBe('1');
    expect(names.take('History')).toBe('History (2)');
    expect(names.take('Un nom de feuille beaucoup trop long')).toBe(
      'Un nom de feuille beaucoup trop',
    );
  });

  it('gives any list of names distinct names that spreadsheets accept', () => {
    const wanted = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('A', 'a', "'", '[', '😀'.repeat(20))),
    );
    fc.assert(
      fc.property(wanted, (list) => {
        const names = new SheetNames();
        const taken = list.map((name) => names.take(name));
        expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(list.length);
        for (const name of taken) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/);
          expect(Buffer.from(name, 'utf8').toString('utf8')).toBe(name);
        }
      }),
    );
  });
});

describe('columnLetters', () => {
  it('counts as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
  });
});
