import { expect, test } from 'vitest';

import { fold, markWords, wordsOf } from '#ui/fold.ts';

const marked = (text: string, words: readonly string[]): string =>
  markWords(text, words)
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join('');

test('letters are compared without case or accents', () => {
  expect(fold('ÉVALUER l’Œuvre')).toBe('evaluer l’oeuvre');
  expect(wordsOf("  Mikaël d'Évry-2017 ")).toEqual(['mikael', 'd', 'evry', '2017']);
});

test.each([
  ['Mikaël Trigaut', ['trig'], 'Mikaël [Trig]aut'],
  ['Mikaël Trigaut', ['mikae'], '[Mikaë]l Trigaut'],
  ['Évaluer', ['eval'], '[Éval]uer'],
  ['E\u0301valuer', ['e'], '[E\u0301]valuer'],
  ['Œuvre', ['oe'], '[Œ]uvre'],
  ['INNOV’EMBER', ['innov', 'ember'], '[INNOV]’[EMBER]'],
  ['sans rapport', ['port'], 'sans rapport'],
  ['rien', [], 'rien'],
])('what the words found in « %s » is marked', (text, words, expected) => {
  expect(marked(text, words)).toBe(expected);
});
