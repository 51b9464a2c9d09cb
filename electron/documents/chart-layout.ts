import { bars, lines } from '#documents/chart-columns.ts';
import { funnel, horizontalBars } from '#documents/chart-rows.ts';
import type { ChartDrawing } from '#documents/chart-shapes.ts';
import type { ChartBlock } from '#documents/model.ts';
import type { PreparedDocument } from '#documents/prepare.ts';

/** Draws a chart; bars of nothing are drawn one pixel long so that zero is seen as zero. */
export function drawChart(chart: ChartBlock, document: PreparedDocument): ChartDrawing {
  switch (chart.kind) {
    case 'bar':
      return bars(chart, document);
    case 'line':
      return lines(chart, document);
    case 'horizontalBar':
      return horizontalBars(chart, document);
    case 'funnel':
      return funnel(chart, document);
  }
}
