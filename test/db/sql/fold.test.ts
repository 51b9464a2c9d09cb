import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldAnything, foldText } from '#sql/fold.ts';

describe('folding', () => {
  it('gives by table what the rules of Unicode give, for any text', () => {
    const french = fc.stringMatching(/^[A-Za-zÀ-ÿŒœ0-9 '’‑–\-\u00A0\u202F]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(french, fc.string({ unit: 'grapheme' }), fc.string()), (text) => {
        expect(foldText(text)).toBe(foldAnything(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('sets aside case, accents, ligatures, apostrophes, hyphens and spaces', () => {
    expect(foldText('  L’Œuvre  de Saint-Étienne\u00A0! ')).toBe('l oeuvre de saint etienne !');
    expect(foldText('Villeneuve‑d’Ascq')).toBe(foldText("villeneuve d'ascq"));
  });
});
