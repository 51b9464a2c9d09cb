interface Identified {
  readonly id: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export type FetchPage<Row> = (
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<Page<Row>>;

export type ScrollDirection = 'forward' | 'backward';

interface KeptPage<Row> {
  readonly rows: readonly Row[];
  readonly generation: number;
}

export interface PageCacheOptions {
  /** Rows per page. */
  readonly pageSize?: number;
  /** Pages kept; the ones used longest ago go first. */
  readonly maxPages?: number;
  /** Pages fetched beyond the visible ones, on the side one is scrolling to. */
  readonly ahead?: number;
}

const CONCURRENT = 3;

interface View {
  /** Rows on screen, in order: closed groups leave gaps between. */
  readonly stretches: readonly (readonly [first: number, last: number])[];
  readonly direction: ScrollDirection;
}

const top: View = { stretches: [[0, 0]], direction: 'forward' };

/**
 * Rows of a list far longer than what is on screen: fetches the pages around the viewport, those in
 * the direction of scrolling first, and keeps serving known rows while newer ones are on their way.
 */
export class PageCache<Row extends Identified> {
  readonly pageSize: number;
  readonly #maxPages: number;
  readonly #ahead: number;
  readonly #pages = new Map<number, KeptPage<Row>>();
  readonly #underWay = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  #fetch: FetchPage<Row>;
  #generation = 0;
  #dropsOlder = false;
  #view: View = top;
  #wanted: readonly number[] = [];
  #failedAt = -1;
  #total: number | null = null;
  #error: unknown = null;
  #version = 0;

  constructor(fetch: FetchPage<Row>, options: PageCacheOptions = {}) {
    this.#fetch = fetch;
    this.pageSize = options.pageSize ?? 100;
    this.#maxPages = options.maxPages ?? 60;
    this.#ahead = options.ahead ?? 2;
  }

  /** Number of rows that match, null before the first answer. */
  get total(): number | null {
    return this.#total;
  }

  /** What the last answer failed with, null while all is well. */
  get error(): unknown {
    return this.#error;
  }

  /** Grows with every change, so that a view knows when to draw anew. */
  get version(): number {
    return this.#version;
  }

  /** True while what is shown belongs to an earlier question than the one asked. */
  get isStale(): boolean {
    return this.#dropsOlder;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / this.pageSize))?.rows[index % this.pageSize];
  }

  /** Position of a record among the rows at hand, null when it is in none of them. */
  indexOf(id: string): number | null {
    for (const [page, { rows }] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * this.pageSize + at;
    }
    return null;
  }

  /** Says which rows are on screen; both bounds count. */
  want(first: number, last: number, direction: ScrollDirection): void {
    this.wantAll([[first, last]], direction);
  }

  /** The same where closed groups leave gaps between the rows on screen. */
  wantAll(stretches: View['stretches'], direction: ScrollDirection): void {
    // Without a single row on screen, the first page still tells how many there are.
    this.#view = stretches.length === 0 ? top : { stretches, direction };
    this.#pump();
  }

  /** The data changed: asks again for what is on screen, and keeps showing it meanwhile. */
  refresh(): void {
    this.#begin();
    this.#pump();
  }

  /** Another question: what was shown stays until the first answer to the new one. */
  reset(fetch: FetchPage<Row>): void {
    this.#fetch = fetch;
    this.#begin();
    this.#dropsOlder = true;
    this.#view = top;
    this.#changed();
    this.#pump();
  }

  /** Shows cells as they were just typed, until the store answers. */
  patch(id: string, change: (row: Row) => Row): void {
    for (const [page, kept] of this.#pages) {
      if (!kept.rows.some((row) => row.id === id)) continue;
      const rows = kept.rows.map((row) => (row.id === id ? change(row) : row));
      this.#pages.set(page, { ...kept, rows });
      this.#changed();
    }
  }

  /** Rows of a stretch, fetched where they are not at hand; both bounds count. */
  async load(first: number, last: number, signal: AbortSignal): Promise<Row[]> {
    const found: Row[] = [];
    for (let page = this.#pageOf(first); page <= this.#pageOf(last); page += 1) {
      const offset = page * this.pageSize;
      const rows =
        this.#pages.get(page)?.rows ?? (await this.#fetch(offset, this.pageSize, signal)).rows;
      found.push(...rows.slice(Math.max(0, first - offset), last - offset + 1));
    }
    return found;
  }

  /** Stops what is under way; to call when the list leaves the screen. */
  stop(): void {
    for (const controller of this.#underWay.values()) controller.abort();
    this.#underWay.clear();
  }

  #pageOf(index: number): number {
    return Math.floor(index / this.pageSize);
  }

  #begin(): void {
    this.#generation += 1;
    this.#failedAt = -1;
    this.stop();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  /** Pages to have at hand, the visible ones first. */
  #pagesInView(): number[] {
    const { stretches, direction } = this.#view;
    // Until something is known of this question, only its first page is sure to exist.
    const known = this.#dropsOlder ? null : this.#total;
    const lastPage = known === null ? 0 : this.#pageOf(Math.max(0, known - 1));
    const inView = new Set<number>();
    for (const [first, last] of stretches) {
      const until = Math.min(this.#pageOf(last), lastPage);
      for (let page = Math.min(this.#pageOf(first), lastPage); page <= until; page += 1) {
        inView.add(page);
      }
    }
    const pages = [...inView];
    const from = Math.min(...pages);
    const to = Math.max(...pages);
    for (let step = 1; step <= this.#ahead; step += 1) {
      pages.push(direction === 'forward' ? to + step : from - step);
    }
    pages.push(direction === 'forward' ? from - 1 : to + 1);
    return pages.filter((page) => page >= 0 && page <= lastPage);
  }

  #pump(): void {
    this.#wanted = this.#pagesInView();
    for (const [page, controller] of this.#underWay) {
      if (this.#wanted.includes(page)) continue;
      controller.abort();
      this.#underWay.delete(page);
    }
    if (this.#failedAt === this.#generation) return;
    for (const page of this.#wanted) {
      if (this.#underWay.size >= CONCURRENT) return;
      if (this.#underWay.has(page)) continue;
      if (this.#pages.get(page)?.generation === this.#generation) continue;
      void this.#ask(page);
    }
  }

  async #ask(page: number): Promise<void> {
    const controller = new AbortController();
    const generation = this.#generation;
    this.#underWay.set(page, controller);
    try {
      const answer = await this.#fetch(page * this.pageSize, this.pageSize, controller.signal);
      if (this.#underWay.get(page) !== controller) return;
      this.#underWay.delete(page);
      this.#keep(page, generation, answer);
    } catch (error) {
      if (this.#underWay.get(page) !== controller) return;
      this.#underWay.delete(page);
      this.#error = error;
      this.#failedAt = generation;
      this.#changed();
    }
    this.#pump();
  }

  #keep(page: number, generation: number, answer: Page<Row>): void {
    if (this.#dropsOlder) {
      this.#pages.clear();
      this.#dropsOlder = false;
    }
    this.#error = null;
    this.#total = answer.total;
    this.#pages.delete(page);
    this.#pages.set(page, { rows: answer.rows, generation });
    const lastPage = this.#pageOf(Math.max(0, answer.total - 1));
    for (const known of this.#pages.keys()) {
      const isSpare = this.#pages.size > this.#maxPages && !this.#wanted.includes(known);
      if (known > lastPage || isSpare) this.#pages.delete(known);
    }
    this.#changed();
  }
}
