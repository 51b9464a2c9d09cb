import type { DuplicateTable } from '#domain/duplicate.ts';
import { duplicateTables } from '#domain/duplicate.ts';
import {
  countLive,
  distinctPairs,
  hasChangedSince,
  lastOperationNumber,
  liveIdsAmong,
  pairKey,
} from '#repositories/duplicates.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { StoreSession } from '#services/session.ts';

import type { LikelyPair } from './finder.ts';
import { createDuplicateFinder } from './finder.ts';

/** How many pairs of a kind are remembered, the surest first: nobody reviews more in one go. */
const MOST_PAIRS = 5000;
/** The first lists of a store come before its duplicates. */
const AFTER_OPENING_MS = 2_500;
/** After a change, others may follow. */
const AFTER_CHANGE_MS = 300;
/** Looking again may take a tenth of the time, so that a large store is not busy with it all day. */
const REST_FACTOR = 10;
const LONGEST_REST_MS = 60_000;

interface Found {
  pairs: LikelyPair[];
  /** Whether there were more than are remembered. */
  hasMore: boolean;
  /** The last operation that the pairs know of; -1 before the first look. */
  upTo: number;
}

export interface FoundPairs {
  readonly pairs: readonly LikelyPair[];
  readonly hasMore: boolean;
}

export interface DuplicateProgress {
  /** False while the pairs do not yet tell the latest changes. */
  readonly isCurrent: boolean;
  readonly done: number;
  readonly total: number;
}

/** Looks for duplicates of an open store by itself, and remembers what it found. */
export interface DuplicateWatch {
  /** Pairs that still stand, the surest first. Asking also sees to it that they are looked for. */
  found(table: DuplicateTable): FoundPairs;
  progress(): DuplicateProgress;
  /** Looks soon, if anything changed. */
  look(): void;
  /** Resolves once everything has been looked at. */
  settled(): Promise<void>;
  /** Gives up what is under way; resolves when nothing reads the store any more. */
  stop(): Promise<void>;
}

const watches = new WeakMap<StoreSession, DuplicateWatch>();

/** The watch over an open store, made when it is first asked for. */
export function duplicatesOf(session: StoreSession): DuplicateWatch {
  const known = watches.get(session);
  if (known !== undefined) return known;
  const made = createWatch(session.reader);
  watches.set(session, made);
  return made;
}

/** Begins to look for duplicates a moment after a store was opened. */
export function watchDuplicates(
  session: StoreSession,
  onFailed: (error: unknown) => void,
): DuplicateWatch {
  const made = createWatch(session.reader, onFailed);
  watches.set(session, made);
  return made;
}

function createWatch(
  reader: ReadableDb,
  onFailed: (error: unknown) => void = () => undefined,
): DuplicateWatch {
  const found = new Map<DuplicateTable, Found>(
    duplicateTables.map((table) => [table, { pairs: [], hasMore: false, upTo: -1 }]),
  );
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let scanning: Promise<void> | null = null;
  let lastTook = 0;
  let progress = { done: 0, total: 0 };

  const of = (table: DuplicateTable): Found =>
    found.get(table) ?? { pairs: [], hasMore: false, upTo: -1 };

  function isOver(): boolean {
    return stopping.signal.aborted || !reader.raw.open;
  }

  function hasNeverLooked(): boolean {
    return [...found.values()].every(({ upTo }) => upTo < 0);
  }

  /** Tables whose pairs do not tell the latest changes; those that nothing touched are brought up. */
  function outdated(): DuplicateTable[] {
    const last = lastOperationNumber(reader);
    return duplicateTables.filter((table) => {
      const known = of(table);
      if (known.upTo === last) return false;
      if (known.upTo >= 0 && !hasChangedSince(reader, table, known.upTo)) {
        known.upTo = last;
        return false;
      }
      return true;
    });
  }

  function plan(delay: number): void {
    if (timer !== null || scanning !== null || isOver()) return;
    timer = setTimeout(begin, delay);
    timer.unref();
  }

  /** Looks now, instead of when it was planned. */
  function begin(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (scanning !== null || isOver()) return;
    scanning = scan()
      .catch((error: unknown) => {
        if (!isOver()) onFailed(error);
      })
      .finally(() => {
        scanning = null;
        look();
      });
  }

  function look(): void {
    if (isOver() || timer !== null || scanning !== null) return;
    if (outdated().length > 0) {
      plan(Math.max(AFTER_CHANGE_MS, Math.min(lastTook * REST_FACTOR, LONGEST_REST_MS)));
    }
  }

  async function scan(): Promise<void> {
    const begun = performance.now();
    const tables = outdated();
    const sizes = tables.map((table) => countLive(reader, table));
    const total = sizes.reduce((sum, size) => sum + size, 0) * 2;
    let before = 0;
    for (const [at, table] of tables.entries()) {
      await scanTable(table, (done) => {
        progress = { done: Math.min(before + done, total), total };
      });
      before += (sizes[at] ?? 0) * 2;
    }
    lastTook = performance.now() - begun;
  }

  async function scanTable(table: DuplicateTable, tell: (done: number) => void): Promise<void> {
    const upTo = lastOperationNumber(reader);
    const { signal } = stopping;
    const finder = await createDuplicateFinder(reader, table, { signal, progress: tell });
    const apart = distinctPairs(reader, table);
    const size = finder.size;
    let pairs: LikelyPair[] = [];
    let hasMore = false;
    const keepBest = (): void => {
      pairs.sort(bySurety);
      hasMore ||= pairs.length > MOST_PAIRS;
      pairs = pairs.slice(0, MOST_PAIRS);
    };
    for await (const pair of finder.pairs({ signal, progress: (done) => tell(size + done) })) {
      if (apart.has(pairKey(pair.firstId, pair.secondId))) continue;
      pairs.push(pair);
      if (pairs.length >= MOST_PAIRS * 2) keepBest();
    }
    keepBest();
    found.set(table, { pairs, hasMore, upTo });
  }

  /** Without those that a merge, a removal or a judgement has settled meanwhile. */
  function standing(table: DuplicateTable): FoundPairs {
    const known = of(table);
    if (known.pairs.length > 0 && known.upTo !== lastOperationNumber(reader)) {
      const ids = known.pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]);
      const live = liveIdsAmong(reader, table, ids);
      const apart = distinctPairs(reader, table);
      known.pairs = known.pairs.filter(
        ({ firstId, secondId }) =>
          live.has(firstId) && live.has(secondId) && !apart.has(pairKey(firstId, secondId)),
      );
    }
    return known;
  }

  plan(AFTER_OPENING_MS);
  return {
    found: (table) => {
      const pairs = standing(table);
      look();
      return pairs;
    },
    progress: () => {
      // Whoever asks before the first look does not wait for its time to come.
      if (hasNeverLooked()) begin();
      else look();
      return { isCurrent: outdated().length === 0, ...progress };
    },
    look,
    settled: async () => {
      while (!isOver() && outdated().length > 0) {
        begin();
        await scanning;
      }
    },
    stop: async () => {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      await scanning;
    },
  };
}

function bySurety(a: LikelyPair, b: LikelyPair): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.firstId < b.firstId ? -1 : 1;
}
