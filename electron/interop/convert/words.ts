import { foldWords } from './fold.ts';

/** The words of one language, as the texts of the program hold them: lists joined by `|`. */
export interface WordTexts {
  /** What people write for true and false; the first one is shown for them. */
  readonly yes: string;
  readonly no: string;
  /** « Nothing to say » in a column that takes no free text. */
  readonly blank: string;
  readonly madam: string;
  readonly sir: string;
  readonly honorific: string;
  /** Headings for the parts of a name. */
  readonly familyName: string;
  readonly givenName: string;
  /** Words that tell nothing in a heading. */
  readonly filler: string;
  readonly euro: string;
  readonly thousand: string;
  readonly million: string;
  readonly billion: string;
  /** What may follow an amount without changing it. */
  readonly tax: string;
  readonly noon: string;
  readonly midnight: string;
  /** Between two values in one cell. */
  readonly and: string;
}

/** The words of all languages, folded for comparing. */
export interface ImportWords {
  readonly booleans: ReadonlyMap<string, boolean>;
  readonly shownBooleans: { readonly yes: string; readonly no: string };
  readonly blanks: ReadonlySet<string>;
  readonly civilities: ReadonlyMap<string, 'madam' | 'sir'>;
  readonly honorifics: ReadonlySet<string>;
  readonly familyNames: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  /** Power of ten by the unit of an amount, folded. */
  readonly units: ReadonlyMap<string, number>;
  readonly taxes: ReadonlySet<string>;
  readonly clockWords: ReadonlyMap<string, string>;
  readonly ands: ReadonlySet<string>;
}

/** `a|b|c` as its parts. */
export function wordList(joined: string): string[] {
  return joined
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Ticks say yes in any language, crosses made to say no say no. */
const YES_SIGNS = ['✓', '✔', '✔\uFE0F', '☑', '☑\uFE0F', '✅', '☒', '×', '✕', '1'];
const NO_SIGNS = ['☐', '✗', '✘', '❌', '0'];

function folded(texts: readonly WordTexts[], key: keyof WordTexts): string[] {
  return texts.flatMap((text) => wordList(text[key]).map(foldWords));
}

function booleansOf(texts: readonly WordTexts[]): Map<string, boolean> {
  const of = (words: readonly string[], value: boolean) =>
    words.map((word): [string, boolean] => [foldWords(word), value]);
  return new Map([
    ...of([...folded(texts, 'yes'), ...YES_SIGNS], true),
    ...of([...folded(texts, 'no'), ...NO_SIGNS], false),
  ]);
}

/** Units of amounts by every spelling: `keur`, `millions euros`, `m`. */
function unitsOf(texts: readonly WordTexts[]): Map<string, number> {
  const euros = ['', 'e', 'eur', ...folded(texts, 'euro')];
  const scales: readonly [number, readonly string[]][] = [
    [0, ['']],
    [3, ['k', ...folded(texts, 'thousand')]],
    [6, ['m', ...folded(texts, 'million')]],
    [9, ['md', 'mds', ...folded(texts, 'billion')]],
  ];
  const units = new Map<string, number>();
  for (const [power, words] of scales) {
    for (const word of words) {
      for (const euro of euros) {
        for (const between of ['', ' ', ' d ', ' de '])
          units.set(`${word}${between}${euro}`.trim(), power);
      }
    }
  }
  return units;
}

/** All languages' words together: a French group also receives English tables, and conversely. */
export function compileWords(texts: readonly WordTexts[]): ImportWords {
  const [first] = texts;
  if (first === undefined) throw new TypeError('words of no language');
  return {
    booleans: booleansOf(texts),
    shownBooleans: { yes: wordList(first.yes)[0] ?? '', no: wordList(first.no)[0] ?? '' },
    blanks: new Set(folded(texts, 'blank')),
    civilities: new Map([
      ...folded(texts, 'madam').map((word): [string, 'madam'] => [word, 'madam']),
      ...folded(texts, 'sir').map((word): [string, 'sir'] => [word, 'sir']),
    ]),
    honorifics: new Set(folded(texts, 'honorific')),
    familyNames: new Set(folded(texts, 'familyName')),
    givenNames: new Set(folded(texts, 'givenName')),
    fillers: new Set(folded(texts, 'filler')),
    units: unitsOf(texts),
    taxes: new Set(folded(texts, 'tax')),
    clockWords: new Map([
      ...folded(texts, 'noon').map((word): [string, string] => [word, '12:00']),
      ...folded(texts, 'midnight').map((word): [string, string] => [word, '00:00']),
    ]),
    ands: new Set(folded(texts, 'and')),
  };
}
