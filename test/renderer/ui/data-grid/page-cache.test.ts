import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { FetchPage } from '#ui/data-grid/page-cache.ts';
import { PageCache } from '#ui/data-grid/page-cache.ts';

interface Row {
  id: string;
  name: string;
}

const rowsOf = (count: number, prefix = 'row'): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${index}`, name: `${index}` }));

/** A register in memory, read by pages, that counts what is asked of it. */
function register(rows: Row[]) {
  const asked: number[] = [];
  let pending: { go: () => void }[] = [];
  const fetch: FetchPage<Row> = (offset, limit, signal) =>
    new Promise((resolve, reject) => {
      asked.push(offset / limit);
      signal.addEventListener('abort', () => {
        reject(new DOMException('stopped', 'AbortError'));
      });
      pending.push({
        go: () => {
          resolve({ rows: rows.slice(offset, offset + limit), total: rows.length });
        },
      });
    });
  const answer = async (): Promise<void> => {
    while (pending.length > 0) {
      const now = pending;
      pending = [];
      for (const { go } of now) go();
      await new Promise(setImmediate);
    }
  };
  return { fetch, asked, answer };
}

describe('a list longer than the screen', () => {
  test('shows every row of a stretch once the store has answered, and asks each page once', async () => {
    const { fetch, asked, answer } = register(rowsOf(100_000));
    const cache = new PageCache(fetch);
    cache.want(0, 40, 'forward');
    await answer();
    expect(cache.total).toBe(100_000);
    cache.want(50_020, 50_160, 'forward');
    await answer();
    for (let index = 50_020; index <= 50_160; index += 1) {
      expect(cache.row(index)?.id).toBe(`row-${index}`);
    }
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('has the following pages at hand when scrolling on, in both directions', async () => {
    const { fetch, answer } = register(rowsOf(5_000));
    const cache = new PageCache(fetch);
    cache.want(0, 40, 'forward');
    await answer();
    cache.want(2_000, 2_040, 'forward');
    await answer();
    expect(cache.row(2_250)).toBeDefined();
    expect(cache.row(1_950)).toBeDefined();
    cache.want(2_000, 2_040, 'backward');
    await answer();
    expect(cache.row(1_820)).toBeDefined();
  });

  test('forgets what was asked for rows already scrolled past', async () => {
    const { fetch, asked, answer } = register(rowsOf(100_000));
    const cache = new PageCache(fetch);
    cache.want(0, 40, 'forward');
    await answer();
    for (let first = 0; first < 90_000; first += 1_000) cache.want(first, first + 40, 'forward');
    cache.want(95_000, 95_040, 'forward');
    await answer();
    expect(cache.row(95_010)?.id).toBe('row-95010');
    const answered = Array.from({ length: 900 }, (_, page) => cache.row(page * 100)).filter(
      Boolean,
    );
    expect(answered.length).toBeLessThan(10);
    expect(asked.length).toBeGreaterThan(0);
  });

  test('keeps showing known rows while the data is read again', async () => {
    const rows = rowsOf(300);
    const { fetch, answer } = register(rows);
    const cache = new PageCache(fetch);
    cache.want(0, 40, 'forward');
    await answer();
    rows[3] = { id: 'row-3', name: 'changed' };
    cache.refresh();
    expect(cache.row(3)?.name).toBe('3');
    await answer();
    expect(cache.row(3)?.name).toBe('changed');
  });

  test('replaces all rows at once when the question changes', async () => {
    const first = register(rowsOf(300));
    const cache = new PageCache(first.fetch);
    cache.want(0, 40, 'forward');
    await first.answer();
    const second = register(rowsOf(5, 'other'));
    cache.reset(second.fetch);
    expect(cache.isStale).toBe(true);
    expect(cache.row(0)?.id).toBe('row-0');
    await second.answer();
    expect(cache.isStale).toBe(false);
    expect(cache.total).toBe(5);
    expect(cache.row(0)?.id).toBe('other-0');
    expect(cache.row(150)).toBeUndefined();
  });

  test('a late answer to an earlier question is not shown', async () => {
    let release: ((page: { rows: Row[]; total: number }) => void) | undefined;
    const cache = new PageCache<Row>(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    cache.want(0, 40, 'forward');
    const late = release;
    const now = register(rowsOf(2, 'now'));
    cache.reset(now.fetch);
    late?.({ rows: rowsOf(9, 'late'), total: 9 });
    await now.answer();
    expect(cache.total).toBe(2);
    expect(cache.row(0)?.id).toBe('now-0');
  });

  test('says what went wrong and asks again when told to, not by itself', async () => {
    let fails = true;
    let asked = 0;
    const cache = new PageCache<Row>(async (offset, limit) => {
      asked += 1;
      await Promise.resolve();
      if (fails) throw new Error('closed');
      return { rows: rowsOf(3).slice(offset, offset + limit), total: 3 };
    });
    cache.want(0, 10, 'forward');
    await new Promise(setImmediate);
    cache.want(0, 10, 'forward');
    await new Promise(setImmediate);
    expect(cache.error).toBeInstanceOf(Error);
    expect(asked).toBe(1);
    fails = false;
    cache.refresh();
    await new Promise(setImmediate);
    expect(cache.error).toBeNull();
    expect(cache.row(2)?.id).toBe('row-2');
  });

  test('keeps a bounded number of pages wherever one scrolls, and never loses the visible ones', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(49_900), { minLength: 1, maxLength: 40 }), async (stops) => {
        const { fetch, answer } = register(rowsOf(50_000));
        const cache = new PageCache(fetch, { maxPages: 8 });
        cache.want(0, 40, 'forward');
        await answer();
        let before = 0;
        for (const stop of stops) {
          cache.want(stop, stop + 60, stop >= before ? 'forward' : 'backward');
          await answer();
          before = stop;
          expect(cache.row(stop)?.id).toBe(`row-${stop}`);
          expect(cache.row(stop + 60)?.id).toBe(`row-${stop + 60}`);
        }
        let pages = 0;
        for (let page = 0; page < 500; page += 1) if (cache.row(page * 100)) pages += 1;
        expect(pages).toBeLessThanOrEqual(12);
      }),
      { numRuns: 25 },
    );
  });

  test('finds the place of a record and loads a stretch for a range', async () => {
    const { fetch, answer } = register(rowsOf(1_000));
    const cache = new PageCache(fetch);
    cache.want(0, 40, 'forward');
    await answer();
    expect(cache.indexOf('row-120')).toBe(120);
    expect(cache.indexOf('row-900')).toBeNull();
    const stretch = cache.load(95, 405, new AbortController().signal);
    await answer();
    await new Promise(setImmediate);
    await answer();
    const ids = (await stretch).map((row) => row.id);
    expect(ids).toHaveLength(311);
    expect(ids[0]).toBe('row-95');
    expect(ids.at(-1)).toBe('row-405');
  });
});
