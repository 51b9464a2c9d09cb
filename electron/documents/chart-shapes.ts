import type { ChartBlock } from '#documents/model.ts';
import { clampLines, textLength, wrapText } from '#documents/text-metrics.ts';
import { seriesColor } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';

/** What a chart is drawn with, in pixels; each format draws these in its own way. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
      readonly width: number;
    }
  | { readonly kind: 'polygon'; readonly points: readonly Point[]; readonly fill: string }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly size: number;
      readonly fill: string;
      readonly isBold: boolean;
    };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A chart without its title: shapes on a canvas. Text is placed by its baseline. */
export interface ChartDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Width of every chart in pixels. */
export const WIDTH = 640;
/** Size of labels in pixels. */
export const LABEL = 13;

/** Text on a chart; 13 px, dark, starting at x unless said otherwise. */
export const label = (
  theme: DocumentTheme,
  x: number,
  y: number,
  text: string,
  options: {
    readonly anchor?: 'start' | 'middle' | 'end';
    readonly fill?: string;
    readonly isBold?: boolean;
    readonly size?: number;
  } = {},
): Shape => ({
  kind: 'text',
  x,
  y,
  text,
  anchor: options.anchor ?? 'start',
  size: options.size ?? LABEL,
  fill: options.fill ?? theme.colors.text,
  isBold: options.isBold ?? false,
});

/** Values of every series, gaps left out. */
export const allValues = (chart: ChartBlock): readonly number[] =>
  chart.series.flatMap((series) =>
    series.values.filter((value) => value !== null && Number.isFinite(value)),
  ) as number[];

/** A key to the series above the plot, nothing for a single one. */
export function legend(
  chart: ChartBlock,
  y: number,
  theme: DocumentTheme,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  if (chart.series.length < 2) return { shapes: [], height: 0 };
  const shapes: Shape[] = [];
  let [x, row] = [0, 0];
  for (const [index, series] of chart.series.entries()) {
    const name =
      clampLines(wrapText(series.name, WIDTH - 40, LABEL), 1, WIDTH - 40, LABEL)[0] ?? '';
    const needed = 18 + textLength(name, LABEL) + 24;
    if (x > 0 && x + needed > WIDTH) [x, row] = [0, row + 1];
    const top = y + row * 20;
    shapes.push({
      kind: 'rect',
      x,
      y: top,
      width: 12,
      height: 12,
      fill: seriesColor(theme, index),
    });
    shapes.push(label(theme, x + 18, top + 11, name));
    x += needed;
  }
  return { shapes, height: (row + 1) * 20 + 8 };
}
