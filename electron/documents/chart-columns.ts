import { LABEL, WIDTH, allValues, label, legend } from '#documents/chart-shapes.ts';
import type { ChartDrawing, Shape } from '#documents/chart-shapes.ts';
import type { ChartBlock } from '#documents/model.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { clampLines, textLength, wrapText } from '#documents/text-metrics.ts';
import { seriesColor } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { formatNumber } from '#documents/typography.ts';

/** Ends and step of an axis in round numbers that holds zero and every value. */
export function axisOf(values: readonly number[]): {
  readonly min: number;
  readonly max: number;
  readonly step: number;
} {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step || step, step };
}

function categoryLabels(
  chart: ChartBlock,
  theme: DocumentTheme,
  left: number,
  slot: number,
  baseline: number,
): readonly Shape[] {
  const every = Math.max(1, Math.ceil(30 / slot));
  const width = slot * every - 8;
  return chart.categories.flatMap((category, index) =>
    index % every === 0
      ? clampLines(wrapText(category, width, LABEL - 1), 3, width, LABEL - 1).map((line, row) =>
          label(theme, left + slot * (index + 0.5), baseline + 18 + row * 15, line, {
            anchor: 'middle',
            size: LABEL - 1,
          }),
        )
      : [],
  );
}

/** Gridlines and their figures; returns the place of a value. */
function verticalAxis(
  chart: ChartBlock,
  document: PreparedDocument,
  top: number,
  bottom: number,
): {
  readonly shapes: readonly Shape[];
  readonly left: number;
  readonly at: (value: number) => number;
} {
  const { theme } = document;
  const axis = axisOf(allValues(chart));
  const at = (value: number): number =>
    bottom - ((value - axis.min) / (axis.max - axis.min)) * (bottom - top);
  const ticks = Array.from(
    { length: Math.round((axis.max - axis.min) / axis.step) + 1 },
    (_, index) => axis.min + index * axis.step,
  );
  const texts = ticks.map((tick) => formatNumber(tick, document.meta.language));
  const left = Math.max(...texts.map((text) => textLength(text, LABEL - 1))) + 10;
  const shapes = ticks.flatMap((tick, index): readonly Shape[] => [
    {
      kind: 'line',
      x1: left,
      y1: at(tick),
      x2: WIDTH,
      y2: at(tick),
      stroke: Math.abs(tick) < axis.step / 1e6 ? theme.colors.muted : theme.colors.rule,
      width: 1,
    },
    label(theme, left - 8, at(tick) + 4, texts[index] ?? '', {
      anchor: 'end',
      size: LABEL - 1,
      fill: theme.colors.muted,
    }),
  ]);
  return { shapes, left, at };
}

/** Upright bars, grouped by category. */
export function bars(chart: ChartBlock, document: PreparedDocument): ChartDrawing {
  const head = legend(chart, 0, document.theme);
  const [top, bottom] = [head.height + 18, head.height + 228];
  const { theme } = document;
  const axis = verticalAxis(chart, document, top, bottom);
  const slot = (WIDTH - axis.left) / Math.max(1, chart.categories.length);
  const width = Math.min(64, (slot * 0.72) / chart.series.length);
  const shapes = chart.series.flatMap((series, rank) =>
    series.values.slice(0, chart.categories.length).flatMap((value, index): readonly Shape[] => {
      if (value === null || !Number.isFinite(value)) return [];
      const x = axis.left + slot * (index + 0.5) + (rank - chart.series.length / 2) * width;
      const [from, to] = [axis.at(Math.max(0, value)), axis.at(Math.min(0, value))];
      const text = formatNumber(value, document.meta.language);
      return [
        {
          kind: 'rect',
          x: x + 1,
          y: from,
          width: Math.max(1, width - 2),
          height: Math.max(1, to - from),
          fill: seriesColor(theme, rank),
        },
        ...(textLength(text, LABEL, true) <=
        Math.max(width + 4, chart.series.length === 1 ? slot : 0)
          ? [
              label(theme, x + width / 2, value < 0 ? to + 14 : from - 5, text, {
                anchor: 'middle',
                isBold: true,
              }),
            ]
          : []),
      ];
    }),
  );
  return {
    width: WIDTH,
    height: bottom + 66,
    shapes: [
      ...head.shapes,
      ...axis.shapes,
      ...shapes,
      ...categoryLabels(chart, theme, axis.left, slot, bottom),
    ],
  };
}

/** A line per series; a gap breaks it. */
export function lines(chart: ChartBlock, document: PreparedDocument): ChartDrawing {
  const head = legend(chart, 0, document.theme);
  const [top, bottom] = [head.height + 18, head.height + 228];
  const { theme } = document;
  const axis = verticalAxis(chart, document, top, bottom);
  const slot = (WIDTH - axis.left) / Math.max(1, chart.categories.length);
  const shapes = chart.series.flatMap((series, rank) => {
    const fill = seriesColor(theme, rank);
    const points = series.values
      .slice(0, chart.categories.length)
      .map((value, index) =>
        value === null || !Number.isFinite(value)
          ? null
          : { x: axis.left + slot * (index + 0.5), y: axis.at(value), value },
      );
    return points.flatMap((point, index): readonly Shape[] => {
      if (point === null) return [];
      const before = points[index - 1] ?? null;
      const text = formatNumber(point.value, document.meta.language);
      return [
        ...(before === null
          ? []
          : [
              {
                kind: 'line' as const,
                x1: before.x,
                y1: before.y,
                x2: point.x,
                y2: point.y,
                stroke: fill,
                width: 2.5,
              },
            ]),
        { kind: 'dot', x: point.x, y: point.y, radius: 4, fill },
        ...(textLength(text, LABEL, true) < slot && rank < 2
          ? [label(theme, point.x, point.y - 9, text, { anchor: 'middle', isBold: true, fill })]
          : []),
      ];
    });
  });
  return {
    width: WIDTH,
    height: bottom + 66,
    shapes: [
      ...head.shapes,
      ...axis.shapes,
      ...shapes,
      ...categoryLabels(chart, theme, axis.left, slot, bottom),
    ],
  };
}
