import type { DuplicateReason, DuplicateTable } from '#domain/duplicate.ts';
import { LEAST_SCORE } from '#domain/duplicate.ts';
import { comparedActors, countLive } from '#repositories/duplicates.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { ActorValues, Beside, Matcher } from './matcher.ts';
import { NOTHING_BESIDE } from './matcher.ts';
import { organisationMatcher } from './organisation.matcher.ts';
import { personMatcher } from './person.matcher.ts';
import { Postings } from './postings.ts';
import { sliced } from './slices.ts';

export type { DuplicateReason, DuplicateTable } from '#domain/duplicate.ts';

/** A known record that may be the one described. */
export interface Candidate {
  readonly id: string;
  /** From 0.6 to 1; `likelihoodOf` puts it in words. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** Two known records that may be one. */
export interface LikelyPair {
  readonly firstId: string;
  readonly secondId: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface CandidateOptions {
  /** A record that is never given, such as the one described itself. */
  readonly exclude?: string;
  /** At most so many, five unless told. */
  readonly limit?: number;
}

/** Answers which known records may be the one described, from memory. */
export interface DuplicateFinder {
  readonly table: DuplicateTable;
  /** How many records are known. */
  readonly size: number;
  /** Best first. Columns that are not given are not compared. */
  candidates(values: ActorValues, options?: CandidateOptions): Candidate[];
  /** The same for a record that is known, with all that is known of it. */
  candidatesOf(id: string, limit?: number): Candidate[];
  /** Makes a record known, or known anew under other values. */
  add(id: string, values: ActorValues, beside?: Beside): void;
  remove(id: string): void;
  /** Every pair of known records that may be one, in slices. @throws the reason of the signal */
  pairs(options?: SlicedOptions): AsyncGenerator<LikelyPair, void, undefined>;
}

export interface SlicedOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

const SHOWN = 5;
/** Namesakes are counted no further: more say no more. */
const ENOUGH_NAMESAKES = 20;

class MemoryFinder<P extends { readonly id: string }> implements DuplicateFinder {
  readonly table: DuplicateTable;
  readonly #matcher: Matcher<P>;
  readonly #postings = new Postings();
  /** Profiles by row; null for those removed. */
  readonly #profiles: (P | null)[] = [];
  readonly #rows = new Map<string, number>();
  /** At which question a row was last looked at, so that it is looked at once. */
  #seen = new Int32Array(1024);
  #question = 0;

  constructor(table: DuplicateTable, matcher: Matcher<P>) {
    this.table = table;
    this.#matcher = matcher;
  }

  get size(): number {
    return this.#rows.size;
  }

  add(id: string, values: ActorValues, beside: Beside = NOTHING_BESIDE): void {
    this.remove(id);
    const profile = this.#matcher.profile(id, values, beside);
    const row = this.#profiles.push(profile) - 1;
    this.#rows.set(id, row);
    if (row >= this.#seen.length) {
      const larger = new Int32Array(this.#seen.length * 2);
      larger.set(this.#seen);
      this.#seen = larger;
    }
    this.#matcher.keys(profile, (key) => this.#postings.add(key, row));
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#profiles[row] = null;
    this.#rows.delete(id);
  }

  candidates(
    values: ActorValues,
    { exclude = '', limit = SHOWN }: CandidateOptions = {},
  ): Candidate[] {
    return this.#like(this.#matcher.profile(exclude, values, NOTHING_BESIDE), limit);
  }

  candidatesOf(id: string, limit = SHOWN): Candidate[] {
    const profile = this.#profiles[this.#rows.get(id) ?? -1];
    return profile === null || profile === undefined ? [] : this.#like(profile, limit);
  }

  #like(asked: P, limit: number): Candidate[] {
    const found: Candidate[] = [];
    this.#eachLike(asked, this.#profiles.length, ({ id }, { score, reasons }) => {
      if (id !== asked.id) found.push({ id, score, reasons });
    });
    return found.toSorted((a, b) => b.score - a.score).slice(0, limit);
  }

  async *pairs({ signal, progress }: SlicedOptions = {}): AsyncGenerator<LikelyPair> {
    const pause = sliced(signal);
    const total = this.#profiles.length;
    let found: LikelyPair[] = [];
    for (let row = 0; row < total; row += 1) {
      const profile = this.#profiles[row];
      if (profile === null || profile === undefined) continue;
      this.#eachLike(profile, row, (other, likeness) => {
        found.push({ firstId: other.id, secondId: profile.id, ...likeness });
      });
      if (found.length > 0) {
        yield* found;
        found = [];
      }
      const pausing = pause();
      if (pausing !== undefined) {
        progress?.(row, total);
        await pausing;
      }
    }
    progress?.(total, total);
  }

  /** Tells the rows before `end` that may be the one described. */
  #eachLike(
    asked: P,
    end: number,
    tell: (profile: P, likeness: { score: number; reasons: readonly DuplicateReason[] }) => void,
  ): void {
    this.#question += 1;
    const question = this.#question;
    const nameKey = this.#matcher.nameKey(asked);
    const namesakes = this.#postings.count(nameKey, ENOUGH_NAMESAKES);
    const rows: number[] = [];
    this.#matcher.keys(asked, (key, most) => this.#postings.gather(key, most, rows));
    for (const row of rows) {
      if (row >= end || this.#seen[row] === question) continue;
      this.#seen[row] = question;
      const profile = this.#profiles[row];
      if (profile === null || profile === undefined) continue;
      const otherKey = this.#matcher.nameKey(profile);
      const known =
        otherKey === nameKey ? namesakes : this.#postings.count(otherKey, ENOUGH_NAMESAKES);
      const likeness = this.#matcher.compare(profile, asked, Math.max(namesakes, known));
      if (likeness.score >= LEAST_SCORE) tell(profile, likeness);
    }
  }
}

/** A finder that knows nothing yet: records are made known with `add`. */
export function emptyFinder(table: DuplicateTable): DuplicateFinder {
  return table === 'organisation'
    ? new MemoryFinder(table, organisationMatcher)
    : new MemoryFinder(table, personMatcher);
}

const PAGE = 200;
/** Before any identifier. */
const START = '';

/**
 * Reads the live records of a table once, in slices that give way, and answers from memory from then
 * on. @throws the reason of the signal
 */
export async function createDuplicateFinder(
  db: ReadableDb,
  table: DuplicateTable,
  { signal, progress }: SlicedOptions = {},
): Promise<DuplicateFinder> {
  signal?.throwIfAborted();
  const finder = emptyFinder(table);
  const pause = sliced(signal);
  const total = countLive(db, table);
  let after = START;
  for (;;) {
    const page = comparedActors(db, table, { after, limit: PAGE });
    for (const { id, values, aliases, organisationIds } of page) {
      finder.add(id, values, { aliases, organisationIds });
      await pause();
    }
    progress?.(finder.size, total);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return finder;
    after = last.id;
  }
}
