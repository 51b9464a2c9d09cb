import type { Cell } from '#interop/import/sheet.ts';
import { bestPairs } from './assignment.ts';
import { headerScorer } from './header-score.ts';
import type { HeaderScore } from './header-score.ts';
import type { ChoiceWords, ConvertKind, ConvertOptions } from './targets.ts';
import { columnShape } from './value-shapes.ts';
import type { ColumnShape } from './value-shapes.ts';

/** A column of a register that a sheet may hold. */
export interface MappingCandidate {
  readonly key: string;
  readonly labels: readonly string[];
  readonly synonyms?: readonly string[];
  readonly kind: ConvertKind;
  readonly choices?: readonly ChoiceWords[];
  readonly isRequired?: boolean;
}

/** `values`: the header says nothing, the values do. */
export type MappingConfidence = 'exact' | 'synonym' | 'similar' | 'values';

export interface ColumnGuess {
  readonly column: number;
  readonly key: string | null;
  readonly confidence: MappingConfidence | null;
}

interface Scored {
  readonly score: number;
  readonly confidence: MappingConfidence;
}

/** Columns further right are left to be chosen by hand. */
const MOST_COLUMNS = 200;
const LEAST_SCORE = 0.45;
const SURE = 0.85;
const WELL_BELOW = 0.15;
const FREE_TEXT: ReadonlySet<ConvertKind> = new Set(['text', 'longText', 'labels']);
/** Kinds whose values cannot be taken for anything else, the surest first. */
const TELLING: readonly ConvertKind[] = ['siret', 'siren', 'email', 'url', 'phone', 'postalCode'];
/** Kinds that values tell only where no header says something else. */
const TELLING_ALONE: readonly ConvertKind[] = ['date'];
const MOSTLY = 0.8;
const HARDLY = 0.2;
const FEW = 3;
const CONTRADICTED = 0.5;
/** Free text takes anything, but is not meant for addresses of e-mail or the web. */
const REFUTED = 0.4;
const DOUBTFUL = 0.8;

/** How far the values bear a header out: 1, or less where they are of another kind. */
function support(candidate: MappingCandidate, shape: ColumnShape): number {
  if (shape.count < FEW) return 1;
  if (FREE_TEXT.has(candidate.kind)) {
    const isOther = (['siret', 'email', 'url'] as const).some(
      (kind) => shape.strictFit(kind) >= MOSTLY,
    );
    return isOther ? REFUTED : 1;
  }
  const { kind, choices } = candidate;
  const fit = shape.fit({ kind, ...(choices === undefined ? {} : { choices }) });
  if (fit <= HARDLY) return CONTRADICTED;
  return fit < MOSTLY ? DOUBTFUL : 1;
}

function scored(
  header: HeaderScore,
  candidate: MappingCandidate,
  shape: ColumnShape,
): Scored | null {
  const factor = support(candidate, shape);
  const score = header.score * factor;
  if (score < LEAST_SCORE - 0.02) return null;
  return { score, confidence: factor === CONTRADICTED ? 'similar' : header.match };
}

/**
 * How much a pair counts: one sure header more than two doubtful ones, and nothing where the header
 * surely names something else. Of two equal headers the first one is meant.
 */
function weight(score: number, best: number, column: number): number {
  if (score === 0 || (best >= SURE && score < best - WELL_BELOW)) return 0;
  return score ** 4 - column * 1e-6;
}

/** Columns whose header says nothing, given to the only candidate left of the kind of their values. */
function addByValues(
  guesses: Map<number, { key: string; confidence: MappingConfidence }>,
  headers: readonly string[],
  shapes: readonly ColumnShape[],
  candidates: readonly MappingCandidate[],
): void {
  const isTaken = (key: string): boolean =>
    [...guesses.values()].some((guess) => guess.key === key);
  const free = (kind: ConvertKind): MappingCandidate[] =>
    candidates.filter((candidate) => candidate.kind === kind && !isTaken(candidate.key));
  const take = (
    columns: readonly number[],
    choose: (shape: ColumnShape) => string | null,
  ): void => {
    for (const column of columns) {
      const shape = shapes[column];
      if (shape === undefined || shape.count < 2 || guesses.has(column)) continue;
      const key = choose(shape);
      if (key !== null) guesses.set(column, { key, confidence: 'values' });
    }
  };
  const only = (kind: ConvertKind): string | null => {
    const [first, ...others] = free(kind);
    return first === undefined || others.length > 0 ? null : first.key;
  };
  const all = [...shapes.keys()];
  const silent = all.filter((column) => (headers[column] ?? '').trim() === '');
  for (const kind of TELLING) {
    take(all, (shape) => (shape.strictFit(kind) >= MOSTLY ? only(kind) : null));
  }
  for (const kind of TELLING_ALONE) {
    take(silent, (shape) => (shape.strictFit(kind) >= MOSTLY ? only(kind) : null));
  }
  take(silent, (shape) => {
    const fitting = free('choice').filter(
      ({ choices }) => choices !== undefined && shape.fit({ kind: 'choice', choices }) >= MOSTLY,
    );
    return fitting.length === 1 ? (fitting[0]?.key ?? null) : null;
  });
}

const NAME_KEYS = { full: 'fullName', family: 'familyName', given: 'givenName' };

/** « Nom » above « Jean DUPONT » is the full name where no column has the given names. */
function asFullNames(
  guesses: Map<number, { key: string; confidence: MappingConfidence }>,
  shapes: readonly ColumnShape[],
  candidates: readonly MappingCandidate[],
): void {
  const columnOf = (key: string): number | undefined =>
    [...guesses].find(([, guess]) => guess.key === key)?.[0];
  const family = columnOf(NAME_KEYS.family);
  const hasOthers = columnOf(NAME_KEYS.given) ?? columnOf(NAME_KEYS.full);
  if (family === undefined || hasOthers !== undefined) return;
  const shape = shapes[family];
  const isKnown = candidates.some(({ key }) => key === NAME_KEYS.full);
  if (!isKnown || shape === undefined || shape.count < 2 || shape.namesFit() < MOSTLY) return;
  guesses.set(family, { key: NAME_KEYS.full, confidence: 'values' });
}

/**
 * Which column of a sheet is which of a register: the best choice overall by the words of headers,
 * held against the values, then by the values alone. Each key once; every column has its line.
 * `samples` by column; columns beyond the headers count as unnamed.
 */
export function guessMapping(
  headers: readonly string[],
  samples: readonly (readonly Cell[])[],
  candidates: readonly MappingCandidate[],
  options: ConvertOptions,
): ColumnGuess[] {
  const count = Math.max(headers.length, samples.length);
  const columns = Array.from({ length: Math.min(count, MOST_COLUMNS) }, (_, at) => at);
  const shapes = columns.map((column) => columnShape(samples[column] ?? [], options));
  const scorer = headerScorer(candidates, options.words);
  const scores = candidates.map((candidate) =>
    columns.map((column) => {
      const header = headers[column] ?? '';
      const found = header.trim() === '' ? null : scorer.score(header, candidate.key);
      const shape = shapes[column];
      return found === null || shape === undefined ? null : scored(found, candidate, shape);
    }),
  );
  const best = columns.map((column) =>
    Math.max(0, ...scores.map((row) => row[column]?.score ?? 0)),
  );
  const pairs = bestPairs(
    scores.map((row) => row.map((one, at) => weight(one?.score ?? 0, best[at] ?? 0, at))),
  );
  const guesses = new Map<number, { key: string; confidence: MappingConfidence }>();
  for (const [row, column] of pairs.entries()) {
    const [candidate, found] = [candidates[row], scores[row]?.[column ?? -1]];
    if (column === null || candidate === undefined || found === null || found === undefined)
      continue;
    guesses.set(column, { key: candidate.key, confidence: found.confidence });
  }
  addByValues(guesses, headers, shapes, candidates);
  asFullNames(guesses, shapes, candidates);
  return Array.from({ length: count }, (_, column) => {
    const guess = guesses.get(column);
    return { column, key: guess?.key ?? null, confidence: guess?.confidence ?? null };
  });
}
