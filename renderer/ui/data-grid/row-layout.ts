/** What stands at one place of a list on screen: a row by its place in the data, or a group's header. */
export type Place =
  | { readonly kind: 'row'; readonly offset: number }
  | { readonly kind: 'group'; readonly group: number };

export interface GroupSpan {
  readonly count: number;
  readonly isCollapsed: boolean;
}

/** Both ends count. */
export type Stretch = readonly [first: number, last: number];

/**
 * Where rows and headers of groups stand on screen. Any place is found by halving, so that a list of
 * any length, with any groups closed, answers at once.
 */
export class RowLayout {
  /** Lines on screen, headers included. */
  readonly count: number;
  readonly groupCount: number;
  readonly #spans: readonly GroupSpan[];
  /** Place on screen of each group's header. */
  readonly #headers: Float64Array;
  /** Place in the data of each group's first row. */
  readonly #firsts: Float64Array;

  /** `spans` is null for a list without groups, of `total` rows. */
  constructor(total: number, spans: readonly GroupSpan[] | null) {
    this.#spans = spans ?? [];
    this.groupCount = this.#spans.length;
    this.#headers = new Float64Array(this.groupCount);
    this.#firsts = new Float64Array(this.groupCount);
    let [line, offset] = [0, 0];
    this.#spans.forEach(({ count, isCollapsed }, group) => {
      this.#headers[group] = line;
      this.#firsts[group] = offset;
      line += 1 + (isCollapsed ? 0 : count);
      offset += count;
    });
    this.count = spans === null ? total : line;
  }

  at(line: number): Place {
    if (this.groupCount === 0) return { kind: 'row', offset: line };
    const group = lastAtMost(this.#headers, line);
    const under = line - this.#header(group) - 1;
    if (under < 0) return { kind: 'group', group };
    return { kind: 'row', offset: this.#first(group) + under };
  }

  /** Line of a row, or of its group's header when the group is closed. */
  lineOf(offset: number): number {
    if (this.groupCount === 0) return offset;
    const group = this.#groupOfOffset(offset);
    const header = this.#header(group);
    const isClosed = this.#spans[group]?.isCollapsed === true;
    return isClosed ? header : header + 1 + offset - this.#first(group);
  }

  /** The group that a line belongs to, null in a list without groups. */
  groupAt(line: number): number | null {
    return this.groupCount === 0 ? null : lastAtMost(this.#headers, line);
  }

  headerLine(group: number): number {
    return this.#header(group);
  }

  /** Rows of the data that stand between two lines, in order; closed groups leave theirs out. */
  stretches(firstLine: number, lastLine: number): Stretch[] {
    if (lastLine < firstLine || this.count === 0) return [];
    if (this.groupCount === 0) return [[firstLine, lastLine]];
    const found: Stretch[] = [];
    const until = lastAtMost(this.#headers, lastLine);
    for (let group = lastAtMost(this.#headers, firstLine); group <= until; group += 1) {
      const { count, isCollapsed } = this.#spans[group] ?? { count: 0, isCollapsed: true };
      const header = this.#header(group);
      const from = Math.max(0, firstLine - header - 1);
      const to = Math.min(count - 1, lastLine - header - 1);
      if (isCollapsed || to < from) continue;
      const first = this.#first(group) + from;
      const last = this.#first(group) + to;
      const before = found.at(-1);
      if (before !== undefined && before[1] === first - 1)
        found[found.length - 1] = [before[0], last];
      else found.push([first, last]);
    }
    return found;
  }

  #header(group: number): number {
    return this.#headers[group] ?? 0;
  }

  #first(group: number): number {
    return this.#firsts[group] ?? 0;
  }

  #groupOfOffset(offset: number): number {
    return lastAtMost(this.#firsts, offset);
  }
}

/** Index of the last value not above the wanted one; 0 when all are. */
function lastAtMost(values: Float64Array, wanted: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
