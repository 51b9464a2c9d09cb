import { cellKind, cellValue } from '#interop/import/sheet.ts';
import { editDistance, foldWords, stemWords } from './fold.ts';
import type {
  ChoiceWords,
  Converted,
  ConvertOptions,
  ConvertTarget,
  TextReader,
} from './targets.ts';
import { accepted, BLANK, noted, refused } from './targets.ts';

/** Shown words of choices that a refusal names. */
const MOST_NAMED = 12;
/** Shorter words are too near to one another to be corrected. */
const SHORTEST_TYPO = 6;
const MOST_KNOWN = 10_000;

interface ChoiceIndex {
  readonly exact: ReadonlyMap<string, string>;
  /** By stems; null where two choices share them. */
  readonly stems: ReadonlyMap<string, string | null>;
  readonly named: string;
}

function indexOf(choices: readonly ChoiceWords[]): ChoiceIndex {
  const exact = new Map<string, string>();
  const stems = new Map<string, string | null>();
  for (const { value, words } of choices) {
    for (const word of [value, value.replace(/(?<=[a-z])(?=[A-Z])/g, ' '), ...words]) {
      const folded = foldWords(word);
      if (folded === '') continue;
      if (!exact.has(folded)) exact.set(folded, value);
      const stemmed = stemWords(folded);
      const before = stems.get(stemmed);
      stems.set(stemmed, before === undefined || before === value ? value : null);
    }
  }
  const named = choices.slice(0, MOST_NAMED).map(({ value, words }) => words[0] ?? value);
  const more = choices.length > MOST_NAMED ? ', …' : '';
  return { exact, stems, named: `${named.join(', ')}${more}` };
}

/** The only choice that is one slip of the keyboard away. */
function nearest(stemmed: string, stems: ReadonlyMap<string, string | null>): string | null {
  if (stemmed.length < SHORTEST_TYPO) return null;
  const most = stemmed.length >= 12 ? 2 : 1;
  const near = new Set<string>();
  for (const [known, value] of stems) {
    if (
      value !== null &&
      known.length >= SHORTEST_TYPO &&
      editDistance(stemmed, known, most) <= most
    ) {
      near.add(value);
    }
  }
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : null;
}

/** Reads choices by their words; what was met before is remembered. */
export function choiceReader(
  target: ConvertTarget,
  { words }: ConvertOptions,
): (text: string) => Converted {
  const choices = target.choices ?? [];
  const index = indexOf(choices);
  const known = new Map<string, Converted>();
  const shownOf = new Map(choices.map(({ value, words }) => [value, words[0] ?? value]));

  const read = (text: string): Converted => {
    const folded = foldWords(text);
    const exact = index.exact.get(folded);
    if (exact !== undefined) return accepted(exact);
    const stemmed = stemWords(folded);
    const stem = index.stems.get(stemmed) ?? null;
    if (stem !== null) return accepted(stem);
    if (folded === '') return BLANK;
    if (words.blanks.has(folded)) return noted(null, 'readAsBlank', text);
    const near = nearest(stemmed, index.stems);
    if (near !== null)
      return noted(near, 'nearChoice', text, { choice: shownOf.get(near) ?? near });
    return refused('unknownChoice', text, { choices: index.named });
  };

  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = read(text);
    if (known.size < MOST_KNOWN) known.set(text, found);
    return found;
  };
}

/** Yes or no, in words, as 1 or 0, or by a tick; what was met before is remembered. */
export function booleanReader({ words }: ConvertOptions): TextReader {
  const known = new Map<string, Converted>();
  return (text, cell) => {
    const value = cellValue(cell);
    if (typeof value === 'boolean') return accepted(value);
    if (cellKind(cell) === 'date') return refused('notABoolean', text);
    const typed = typeof value === 'number' ? String(value) : text;
    const before = known.get(typed);
    if (before !== undefined) return before;
    const said = words.booleans.get(foldWords(typed));
    const found = said === undefined ? refused('notABoolean', text) : accepted(said);
    if (known.size < MOST_KNOWN) known.set(typed, found);
    return found;
  };
}
