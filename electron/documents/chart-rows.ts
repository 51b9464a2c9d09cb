import { LABEL, WIDTH, allValues, label, legend } from '#documents/chart-shapes.ts';
import type { ChartDrawing, Shape } from '#documents/chart-shapes.ts';
import type { ChartBlock } from '#documents/model.ts';
import { valueText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { clampLines, textLength, wrapText } from '#documents/text-metrics.ts';
import { seriesColor } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { formatNumber } from '#documents/typography.ts';

const LINE = 16;

/** Names at the left of rows, wrapped to three lines; returns their width and the height of each row. */
function rowLabels(
  chart: ChartBlock,
  barHeight: number,
): {
  readonly left: number;
  readonly texts: readonly (readonly string[])[];
  readonly heights: readonly number[];
} {
  const widest = Math.max(0, ...chart.categories.map((category) => textLength(category, LABEL)));
  const left = Math.min(220, widest + 2) + 14;
  const texts = chart.categories.map((category) =>
    clampLines(wrapText(category, left - 14, LABEL), 3, left - 14, LABEL),
  );
  return {
    left,
    texts,
    heights: texts.map((text) => Math.max(barHeight, text.length * LINE) + 12),
  };
}

const rowText = (
  theme: DocumentTheme,
  lines: readonly string[],
  x: number,
  middle: number,
): readonly Shape[] =>
  lines.map((line, index) =>
    label(theme, x, middle + 4.5 + (index - (lines.length - 1) / 2) * LINE, line, {
      anchor: 'end',
    }),
  );

/** Lying bars, one row per category. */
export function horizontalBars(chart: ChartBlock, document: PreparedDocument): ChartDrawing {
  const { theme } = document;
  const head = legend(chart, 0, document.theme);
  const thickness = Math.max(12, 24 - 4 * (chart.series.length - 1));
  const rows = rowLabels(chart, thickness * chart.series.length);
  const values = allValues(chart);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room =
    Math.max(
      0,
      ...values.map((value) =>
        textLength(formatNumber(value, document.meta.language), LABEL, true),
      ),
    ) + 10;
  const start = rows.left + (low < 0 ? room : 0);
  const scale = (WIDTH - start - room) / (high - low || 1);
  const zero = start - low * scale;
  const shapes: Shape[] = [];
  let y = head.height;
  for (const [index] of chart.categories.entries()) {
    const height = rows.heights[index] ?? 0;
    const middle = y + height / 2;
    shapes.push(...rowText(theme, rows.texts[index] ?? [], rows.left - 12, middle));
    for (const [rank, series] of chart.series.entries()) {
      const value = series.values[index];
      if (value === null || value === undefined || !Number.isFinite(value)) continue;
      const top = middle + (rank - chart.series.length / 2) * thickness;
      const length = Math.max(1, Math.abs(value) * scale);
      shapes.push({
        kind: 'rect',
        x: value < 0 ? zero - length : zero,
        y: top + 1,
        width: length,
        height: thickness - 2,
        fill: seriesColor(theme, rank),
      });
      shapes.push(
        label(
          theme,
          value < 0 ? zero - length - 6 : zero + length + 6,
          top + thickness / 2 + 4.5,
          formatNumber(value, document.meta.language),
          { isBold: true, anchor: value < 0 ? 'end' : 'start' },
        ),
      );
    }
    y += height;
  }
  shapes.push({
    kind: 'line',
    x1: zero,
    y1: head.height,
    x2: zero,
    y2: y,
    stroke: theme.colors.muted,
    width: 1,
  });
  return { width: WIDTH, height: y + 4, shapes: [...head.shapes, ...shapes] };
}

/** Whether lengths tell values, so that the axis has to begin at zero. */
export const startsAtZero = (chart: ChartBlock): boolean =>
  chart.kind !== 'line' && allValues(chart).every((value) => value >= 0);

/** Share of each stage in the one before, null for the first or when it cannot be said. */
export const stageShares = (values: readonly (number | null)[]): readonly (number | null)[] =>
  values.map((value, index) => {
    const before = values[index - 1];
    return value === null || before === null || before === undefined || before <= 0
      ? null
      : value / before;
  });

/** Stages from the most to the fewest, centred, with the share that passed. */
export function funnel(chart: ChartBlock, document: PreparedDocument): ChartDrawing {
  const { theme } = document;
  const values = chart.categories.map((_, index) => chart.series[0]?.values[index] ?? null);
  const rows = rowLabels(chart, 38);
  const shares = stageShares(values);
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const right = 74;
  const room = WIDTH - rows.left - right;
  const center = rows.left + room / 2;
  const spans = values.map((value) => Math.max(3, (Math.max(0, value ?? 0) / most) * room));
  const shapes: Shape[] = [];
  let y = 0;
  for (const [index, value] of values.entries()) {
    const height = rows.heights[index] ?? 0;
    const [barTop, barBottom] = [y + 3, y + height - 3];
    const middle = y + height / 2;
    const span = spans[index] ?? 3;
    const text = value === null ? '–' : valueText(value, undefined, document);
    const isInside = textLength(text, 17, true) + 16 < span;
    const next = spans[index + 1];
    if (next !== undefined) {
      const gap = y + height + 3;
      shapes.push({
        kind: 'polygon',
        fill: theme.colors.accentSoft,
        points: [
          { x: center - span / 2, y: barBottom },
          { x: center + span / 2, y: barBottom },
          { x: center + next / 2, y: gap },
          { x: center - next / 2, y: gap },
        ],
      });
    }
    shapes.push({
      kind: 'rect',
      x: center - span / 2,
      y: barTop,
      width: span,
      height: barBottom - barTop,
      fill: theme.colors.accent,
    });
    shapes.push(...rowText(theme, rows.texts[index] ?? [], rows.left - 12, middle));
    shapes.push(
      label(theme, isInside ? center : center + span / 2 + 8, middle + 6, text, {
        anchor: isInside ? 'middle' : 'start',
        isBold: true,
        size: 17,
        fill: isInside ? theme.colors.white : theme.colors.accent,
      }),
    );
    const share = shares[index] ?? null;
    if (share !== null) {
      shapes.push(
        label(
          theme,
          WIDTH,
          middle + 4.5,
          `${formatNumber(share * 100, document.meta.language, 0)}\u00a0%`,
          { anchor: 'end', fill: theme.colors.muted },
        ),
      );
    }
    y += height;
  }
  return { width: WIDTH, height: y + 2, shapes };
}
