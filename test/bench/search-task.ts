import { search } from '#repositories/search.repo.ts';
import { foldText } from '#sql/fold.ts';
import { openReadable } from '#sql/open.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';
import { check } from './processes.ts';

/** What is typed: the first two letters of many words, and words that many records hold. */
export const TYPED = {
  prefixes: [
    'so', 'co', 'pr', 'et', 'li', 'de', 'hé', 'qu', 'ma', 'ro', 'sa', 'in', 'en', 'ac', 'tr', '59',
  ],
  words: [
    'société', 'établissements', 'marchés', 'énergie', 'lille', 'nettoyage', 'plateforme',
    'dématérialisation', 'hospitalier', 'comité', 'région', 'filtration', 'véhicules', 'essai',
    'réunion', 'fournisseurs',
  ],
} as const; // prettier-ignore

export type TypedClass = keyof typeof TYPED;
export type SearchTimes = Readonly<Record<TypedClass, { p95: number; median: number }>>;

const SHOWN = 20;

interface Hit {
  readonly title: string;
  readonly body: string;
}

function plain(db: ReadableDb, text: string): number {
  return all(
    db,
    sql`SELECT f.rowid, d.tbl, d.row, d.title, bm25(search_index) AS score,
          snippet(search_index, -1, '', '', '…', 16) AS excerpt
        FROM search_index f JOIN search_doc d ON d.id = f.rowid
        WHERE search_index MATCH ${`"${text}"*`} ORDER BY rank LIMIT ${SHOWN}`,
  ).length;
}

/** What is shown must hold a word that begins so. */
function verify(db: ReadableDb, text: string): number {
  const hits = search(db, text, SHOWN);
  const wanted = foldText(text);
  for (const { id } of hits) {
    const [doc] = all<Hit>(db, sql`SELECT title, body FROM search_doc WHERE row = ${id}`);
    const words = foldText(`${doc?.title} ${doc?.body}`).split(/[^\p{L}\p{N}]+/u);
    check(
      words.some((word) => word.startsWith(wanted)),
      `search ${text}: ${doc?.title}`,
    );
  }
  return hits.length;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Times of one side over everything typed, in milliseconds, after one pass to warm up. */
export function measureSearch(path: string, isOurs: boolean, passes: number): SearchTimes {
  const db = openReadable(path);
  const look = (text: string): number =>
    isOurs ? search(db, text, SHOWN).length : plain(db, text);
  const timesOf = (typed: readonly string[]): { p95: number; median: number } => {
    for (const text of typed) {
      const found = isOurs ? verify(db, text) : plain(db, text);
      check(found === SHOWN, `search ${text}: ${found} found`);
    }
    const times: number[] = [];
    for (let pass = 0; pass < passes; pass += 1) {
      for (const text of typed) {
        const start = performance.now();
        look(text);
        times.push(performance.now() - start);
      }
    }
    const sorted = times.toSorted((a, b) => a - b);
    return { p95: at(sorted, 0.95), median: at(sorted, 0.5) };
  };
  return { prefixes: timesOf(TYPED.prefixes), words: timesOf(TYPED.words) };
}
