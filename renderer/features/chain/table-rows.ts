import type { ChainGraph, ChainPath } from '#contract/chain.views.ts';
import { chainColumns } from '#domain/chain.ts';
import { fold } from '#ui/fold.ts';

export interface TableSort {
  /** Number of a column. */
  readonly at: number;
  readonly direction: 'asc' | 'desc';
}

interface Words {
  readonly titleOf: (id: string) => string;
  readonly missing: (at: number) => string;
  readonly language: 'fr' | 'en';
}

/** What a cell says, as it is looked for and sorted by. */
function textIn({ cells }: ChainPath, at: number, { titleOf, missing }: Words): string {
  const cell = cells[at];
  if (cell?.state === 'cards') return cell.ids.map(titleOf).join(' ');
  return cell?.state === 'missing' ? missing(at) : '';
}

/** The paths that say all the words, in the order of one column; empty cells come last. */
export function rowsOf(
  { paths }: Pick<ChainGraph, 'paths'>,
  { text, sort }: { readonly text: string; readonly sort: TableSort | null },
  words: Words,
): ChainPath[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  const found = paths.filter((path) => {
    const said = fold(chainColumns.map((_, at) => textIn(path, at, words)).join(' '));
    return wanted.every((word) => said.includes(word));
  });
  if (sort === null) return found;
  const { compare } = new Intl.Collator(words.language, { numeric: true });
  const way = sort.direction === 'asc' ? 1 : -1;
  return found.toSorted((a, b) => {
    const [left, right] = [textIn(a, sort.at, words), textIn(b, sort.at, words)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return way * compare(left, right);
  });
}
