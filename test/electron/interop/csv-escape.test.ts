import { escapeCsvText, unescapeCsvText } from '#interop/csv-escape.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Text made mostly of the signs that matter, so that odd mixtures are really met. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...`='"+-@;,|\t\r\n a1＝＋－＠`, '\u00a0', '\ufeff', '\0') }),
);

describe('escapeCsvText', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    [' =1+1', "' =1+1"],
    ['\t=1+1', "'\t'=1+1"],
    ['abc;=cmd', "abc;'=cmd"],
    ['abc,@SUM(1)', "abc,'@SUM(1)"],
    ['dit "-2"', 'dit "\'-2"'],
    ['un\r\n- deux', "un\r\n'- deux"],
    ['＝1+1', "'＝1+1"],
    ['+33 3 20 00 00 00', "'+33 3 20 00 00 00"],
  ])('guards %j as %j', (text, escaped) => {
    expect(escapeCsvText(text)).toBe(escaped);
    expect(unescapeCsvText(escaped)).toBe(text);
  });

  it.each(['', 'Lille', "l'eau", 'a=b', 'a - b', 'un\r\ndeux', '12/05/2017', "'", 'Société « É »'])(
    'leaves %j alone',
    (text) => {
      expect(escapeCsvText(text)).toBe(text);
      expect(unescapeCsvText(text)).toBe(text);
    },
  );

  it('is undone by unescapeCsvText for any text', () => {
    fc.assert(
      fc.property(nasty, (text) => unescapeCsvText(escapeCsvText(text)) === text),
      { numRuns: 5000 },
    );
  });

  it('lets no text start a formula, at its start or where a reader might cut it', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeCsvText(text);
        expect(escaped).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        for (const piece of escaped.split(/[,;|"\t\r\n]/)) {
          expect(piece.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
        }
        expect(escaped).not.toMatch(/[,;|"][=+\-@\t\r\n]/);
      }),
      { numRuns: 5000 },
    );
  });
});
