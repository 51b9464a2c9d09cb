import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { diffWords } from '#services/meetings/word-diff.ts';

const side = (kind: 'added' | 'removed', segments: ReturnType<typeof diffWords>) =>
  segments
    .filter((segment) => segment.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('comparison by words', () => {
  it('shows the words that changed and no others', () => {
    expect(
      diffWords('Le groupe adopte la feuille.', 'Le groupe valide la feuille de route.'),
    ).toEqual([
      { kind: 'same', text: 'Le groupe ' },
      { kind: 'removed', text: 'adopte' },
      { kind: 'added', text: 'valide' },
      { kind: 'same', text: ' la feuille' },
      { kind: 'added', text: ' de route' },
      { kind: 'same', text: '.' },
    ]);
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('', 'né')).toEqual([{ kind: 'added', text: 'né' }]);
  });

  it('always makes up both texts', () => {
    const words = fc
      .array(fc.constantFrom('le', 'groupe', 'été', ',', ' ', '  ', '\n', 'l’axe', '😀'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (before, after) => {
        const segments = diffWords(before, after);
        expect(side('added', segments)).toBe(before);
        expect(side('removed', segments)).toBe(after);
        expect(segments.some((segment) => segment.kind !== 'same')).toBe(before !== after);
      }),
    );
  });

  it('compares long minutes in a moment, and still word by word', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, n) => `Ligne ${n} du compte rendu, avec des mots.`,
    );
    const changed = lines.map((line, n) => (n % 500 === 7 ? line.replace('mots', 'termes') : line));
    const segments = diffWords(lines.join('\n'), changed.join('\n'));
    expect(side('added', segments)).toBe(lines.join('\n'));
    expect(side('removed', segments)).toBe(changed.join('\n'));
    expect(segments.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(
      Array.from({ length: 6 }, () => 'mots'),
    );
  });

  it('tells two texts with nothing in common apart without searching for long', () => {
    const before = Array.from({ length: 4000 }, (_, n) => `a${n}`).join(' ');
    const after = Array.from({ length: 4000 }, (_, n) => `b${n}`).join('\n');
    const segments = diffWords(before, after);
    expect(side('added', segments)).toBe(before);
    expect(side('removed', segments)).toBe(after);
  });
});
