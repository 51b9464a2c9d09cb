import { ImportError } from './import-error.ts';
import { CsvRecords } from './csv-records.ts';
import type { CsvDialect } from './csv-records.ts';

const SEPARATORS = [';', '\t', ',', '|'] as const;
const SAMPLE_ROWS = 200;

function lineEndOf(sample: string): '\n' | '\r' {
  return !sample.includes('\n') && sample.includes('\r') ? '\r' : '\n';
}

function fieldsInside(sample: string, quote: string): number {
  const field = new RegExp(
    `(?:^|[;,|\\t])${quote}[^${quote}\\r\\n]*${quote}(?=[;,|\\t\\r\\n]|$)`,
    'gm',
  );
  return sample.match(field)?.length ?? 0;
}

/** Apostrophes count as quotes only where they surround whole fields and no other quote does. */
function quoteOf(sample: string): '"' | "'" {
  return fieldsInside(sample, '"') === 0 && fieldsInside(sample, "'") >= 3 ? "'" : '"';
}

function widths(sample: string, dialect: CsvDialect, isWhole: boolean): number[] {
  const records = new CsvRecords(dialect, sample.length + 1);
  try {
    return records
      .feed(sample, isWhole)
      .slice(0, SAMPLE_ROWS)
      .map(({ fields }) => fields.length);
  } catch (error) {
    // An unclosed quote speaks against this separator, or will be told when the file is read.
    if (error instanceof ImportError) return [];
    throw error;
  }
}

/** How well a separator fits: the share of lines of the usual width, wider tables first. */
function fit(counts: readonly number[]): number {
  const byWidth = new Map<number, number>();
  for (const count of counts) byWidth.set(count, (byWidth.get(count) ?? 0) + 1);
  let best = 0;
  for (const [width, lines] of byWidth) {
    if (width < 2) continue;
    const share = lines / counts.length;
    best = Math.max(best, share * share * (1 + Math.log2(width)));
  }
  // Lines with this separator at all speak for it, though no width prevails.
  const split = counts.filter((count) => count > 1).length / Math.max(1, counts.length);
  return best + split / 10;
}

/** An empty `separator` of the first line `sep=;`, which Excel writes and reads. */
export function announcedSeparator(text: string): { separator: string; length: number } | null {
  const match = /^sep=(.)\r?\n/i.exec(text);
  return match?.[1] === undefined ? null : { separator: match[1], length: match[0].length };
}

/** Finds the dialect from the first lines; a table of one column gets `;`. */
export function findDialect(sample: string, isWhole: boolean): CsvDialect {
  const lineEnd = lineEndOf(sample);
  const quote = quoteOf(sample);
  let separator: string = ';';
  let best = 0;
  for (const candidate of SEPARATORS) {
    if (!sample.includes(candidate)) continue;
    const score = fit(widths(sample, { separator: candidate, quote, lineEnd }, isWhole));
    if (score > best + 1e-9) {
      best = score;
      separator = candidate;
    }
  }
  return { separator, quote, lineEnd };
}
