import type { EntityName } from '#domain/registry.ts';
import { isEntityName } from '#domain/registry.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, one, sql } from '#sql/sql.ts';

export interface SearchHit {
  readonly table: EntityName;
  readonly id: string;
  readonly title: string;
  readonly snippet: string;
}

interface TitleRow {
  readonly id: number;
  readonly title: string;
}

interface DocRow {
  readonly tbl: string;
  readonly row: string;
  readonly title: string;
  readonly body: string;
}

const LETTER = /[\p{L}\p{N}]/u;
const RANKED_HITS = 2000;
const SNIPPET_LENGTH = 120;
const CONTEXT_BEFORE = 40;

/** Words as the index cuts them; each becomes a prefix, so that results come while typing. */
function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Records whose words begin with every word typed, best first. Only the newest 2,000 hits are ranked,
 * by their titles, and excerpts are cut here, for those shown, rather than by the index: that keeps a
 * two-letter search instant over a million records.
 */
export function search(db: ReadableDb, text: string, limit: number): SearchHit[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const match = words.map(matchOf).join(' AND ');
  const titles = all<TitleRow>(
    db,
    sql`SELECT id, title FROM search_doc
        WHERE id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${match}
                     ORDER BY rowid DESC LIMIT ${RANKED_HITS})`,
  );
  return titles
    .map(({ id, title }) => {
      const folded = foldText(title);
      return { id, folded, rank: rankOf(folded, words) };
    })
    .toSorted((a, b) => b.rank - a.rank || compare(a.folded, b.folded) || a.id - b.id)
    .slice(0, limit)
    .flatMap(({ id }) => {
      const doc = one<DocRow>(
        db,
        sql`SELECT tbl, row, title, body FROM search_doc WHERE id = ${id}`,
      );
      return doc !== null && isEntityName(doc.tbl)
        ? [{ table: doc.tbl, id: doc.row, title: doc.title, snippet: snippetOf(doc, words) }]
        : [];
    });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** One word as a prefix; `oe` also finds `œ`, which the index keeps as one letter. */
function matchOf(word: string): string {
  const ligature = word.replaceAll('oe', 'œ').replaceAll('ae', 'æ');
  return ligature === word ? `"${word}"*` : `("${word}"* OR "${ligature}"*)`;
}

/** Whole title, then title that begins so, then words of the title, then words of the body. */
function rankOf(title: string, words: readonly string[]): number {
  if (title === words.join(' ')) return 100;
  let rank = title.startsWith(words[0] ?? '') ? 20 : 0;
  for (const word of words) rank += placeIn(title, word);
  return rank - Math.min(title.length / 100, 3);
}

/** 12 for a whole word of the title, 8 for the beginning of one, 1 for none. */
function placeIn(title: string, word: string): number {
  let place = 1;
  for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
    if (at > 0 && LETTER.test(title.charAt(at - 1))) continue;
    const after = title.charAt(at + word.length);
    if (after === '' || !LETTER.test(after)) return 12;
    place = 8;
  }
  return place;
}

function snippetOf(doc: DocRow, words: readonly string[]): string {
  const text = doc.body.replaceAll(/\s+/g, ' ').trim();
  if (text.length <= SNIPPET_LENGTH) return text;
  // Lower case without accents keeps one letter per letter for French, enough to place the excerpt.
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const at = words.map((word) => plain.indexOf(word)).filter((index) => index >= 0);
  const start = Math.max(0, Math.min(...(at.length > 0 ? at : [0])) - CONTEXT_BEFORE);
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const cut = text.slice(from, from + SNIPPET_LENGTH);
  return `${from > 0 ? '… ' : ''}${cut}${from + SNIPPET_LENGTH < text.length ? ' …' : ''}`;
}
