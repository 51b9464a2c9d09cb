/** One figure of a measure, e.g. the median time of one side. */
export interface BenchFigure {
  readonly label: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'rows' | 'bytes' | '×';
}

/** One line of the bench table: a measure beside its limit or peer in the same run. */
export interface BenchRow {
  readonly name: string;
  /** What is divided by what, in words. */
  readonly measure: string;
  /** Median of the per-round ratios, null when it could not be measured. */
  readonly ratio: number | null;
  readonly figures: readonly BenchFigure[];
  /** Highest ratio that counts as reached. */
  readonly reach?: number;
  readonly ok?: boolean;
  /** Highest resident memory of our side over the rounds. */
  readonly peakMemoryMb: number | null;
  /** Why there is no ratio, or what else to know. */
  readonly note?: string;
}

/** The middle value; throws RangeError for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  if (high === undefined) throw new RangeError('median of nothing');
  const low = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? high) : high;
  return (low + high) / 2;
}
