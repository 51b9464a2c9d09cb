import type { Segment } from '#contract/minutes.channels.ts';

/** Texts that differ by more words than that are compared line by line first. */
const MOST_EDITS = 1500;

type Kind = Segment['kind'];

interface Step {
  readonly kind: Kind;
  readonly tokens: readonly string[];
}

/** Words, each run of white space and each sign on its own, so that a comma changes no word. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Furthest places reached on each diagonal, before each number of edits; the last row ends the search. */
type Trace = readonly Int32Array[];

/**
 * Looks for the fewest edits from one list to the other (E. W. Myers, « An O(ND) Difference Algorithm
 * and Its Variations », Algorithmica 1, 1986). Null when it takes more than is worth looking for.
 */
function search(a: readonly string[], b: readonly string[]): Trace | null {
  const most = Math.min(a.length + b.length, MOST_EDITS);
  const middle = most + 1;
  const reached = new Int32Array(2 * most + 3);
  const at = (diagonal: number): number => reached[middle + diagonal] ?? 0;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reached.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isDown =
        diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
      let x = isDown ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reached[middle + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
  }
  return null;
}

/** The edits that a search found, from the end back to the beginning. */
function* backwards(a: readonly string[], b: readonly string[], trace: Trace): Generator<Step> {
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const at = (diagonal: number): number => trace[edits]?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const isDown =
      diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const before = isDown ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = [at(before), at(before) - before];
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      yield { kind: 'same', tokens: [a[x] ?? ''] };
    }
    if (edits === 0) return;
    yield isDown
      ? { kind: 'added', tokens: [b[fromY] ?? ''] }
      : { kind: 'removed', tokens: [a[fromX] ?? ''] };
    [x, y] = [fromX, fromY];
  }
}

/** Steps from one list to another, what both begin and end with set apart; null when they differ too much. */
function stepsOf(a: readonly string[], b: readonly string[]): Step[] | null {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const trace = search(left, right);
  if (trace === null) return null;
  return [
    { kind: 'same', tokens: a.slice(0, start) },
    ...[...backwards(left, right, trace)].toReversed(),
    { kind: 'same', tokens: a.slice(a.length - end) },
  ];
}

/** Neighbouring steps of one kind as one; in each change, what goes stands before what comes. */
function joined(found: Iterable<Step>): Segment[] {
  const segments: Segment[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') segments.push({ kind: 'removed', text: removed });
    if (added !== '') segments.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, tokens } of found) {
    const text = tokens.join('');
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = segments.at(-1);
      if (last?.kind === 'same') segments[segments.length - 1] = { kind, text: last.text + text };
      else segments.push({ kind, text });
    }
  }
  flush();
  return segments;
}

/**
 * What changed from one text to another, word by word. Without the added parts the segments make up
 * the first text, without the removed ones the second.
 */
export function diffWords(before: string, after: string): Segment[] {
  return joined(stepsOf(wordsOf(before), wordsOf(after)) ?? byLines(before, after));
}

const replaced = (before: string, after: string): Step[] => [
  { kind: 'removed', tokens: [before] },
  { kind: 'added', tokens: [after] },
];

/** Texts that differ a lot: lines first, then the words of each run of lines that changed. */
function byLines(before: string, after: string): Step[] {
  const steps = stepsOf(linesOf(before), linesOf(after));
  if (steps === null) return replaced(before, after);
  const runs = joined(steps);
  return runs.flatMap((run, at): Step[] => {
    const [former, next] = [runs[at - 1], runs[at + 1]];
    if (run.kind === 'removed' && next?.kind === 'added') {
      return stepsOf(wordsOf(run.text), wordsOf(next.text)) ?? replaced(run.text, next.text);
    }
    // Told together with the run before it, which it takes the place of.
    if (run.kind === 'added' && former?.kind === 'removed') return [];
    return [{ kind: run.kind, tokens: [run.text] }];
  });
}
