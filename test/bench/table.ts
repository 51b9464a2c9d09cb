import type { BenchFigure, BenchRow } from './bench-types.ts';

function figureText({ label, value, unit }: BenchFigure): string {
  if (unit === 'bytes') return `${label} ${(value / 1_000_000).toFixed(1)} MB`;
  if (unit === '×') return `${label} ${value.toFixed(2)}`;
  const text = unit === 'ms' && value < 100 ? value.toFixed(1) : value.toFixed(0);
  return `${label} ${text} ${unit}`;
}

function reached({ ok, reach }: BenchRow): string {
  if (ok === undefined || reach === undefined) return '–';
  return ok ? 'yes' : 'NO';
}

/** The bench as one table, and below it the absolute figures behind each ratio. */
export function tableOf(rows: readonly BenchRow[]): string {
  const head = ['measure', 'ratio', 'reach', 'reached', 'peak'];
  const lines = rows.map((row) => [
    `${row.name}: ${row.measure}`,
    row.ratio === null ? 'not measured' : row.ratio.toFixed(2),
    row.reach === undefined ? '–' : `≤ ${row.reach}`,
    row.ratio === null ? '–' : reached(row),
    row.peakMemoryMb === null ? '–' : `${row.peakMemoryMb.toFixed(0)} MB`,
  ]);
  const widths = head.map((cell, at) =>
    Math.max(cell.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  const format = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const figures = rows.map(({ name, figures: of, note }) => {
    const parts = [...of.map(figureText), ...(note === undefined ? [] : [note])];
    return `${name}: ${parts.join(' · ')}`;
  });
  const rule = widths.map((width) => '-'.repeat(width));
  return [format(head), format(rule), ...lines.map(format), '', ...figures].join('\n');
}
