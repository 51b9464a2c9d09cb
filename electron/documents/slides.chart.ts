import type { ChartBlock } from '#documents/model.ts';
import { plainText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { putLabel } from '#documents/slides.labels.ts';
import { stage } from '#documents/slides.stage.ts';
import type { Atom } from '#documents/slides.stage.ts';

/** A native chart that grows into its slide; without data, its description in words. */
export function chartAtom(chart: ChartBlock, document: PreparedDocument): Atom {
  const unit = chart.unit === undefined ? '' : ` (${chart.unit})`;
  const title = plainText(chart.title, document) + unit;
  const origin =
    chart.source === undefined
      ? ''
      : `${document.words.source}\u00a0: ${plainText(chart.source, document)}`;
  const isLying = chart.kind === 'horizontalBar' || chart.kind === 'funnel';
  const hasData = chart.categories.length > 0 && chart.series.length > 0;
  const shown: ChartBlock =
    chart.kind === 'funnel' ? { ...chart, series: chart.series.slice(0, 1) } : chart;
  const least = isLying ? Math.min(4.4, 1 + chart.categories.length * 0.4) : 3.3;
  return {
    height: hasData ? least : 1.2,
    isElastic: hasData,
    draw: (slide, y, height) => {
      const footer = origin === '' ? 0 : 0.32;
      const at = { x: stage.x, w: stage.width };
      putLabel(
        slide,
        title,
        { ...at, y, h: 0.36 },
        {
          sizes: [16, 14, 12, 10.5],
          isBold: true,
          color: document.theme.colors.text,
          valign: 'middle',
        },
      );
      if (hasData) {
        slide.chart(shown, {
          x: stage.x - 0.1,
          y: y + 0.4,
          w: stage.width + 0.2,
          h: height - 0.45 - footer,
        });
      } else {
        putLabel(
          slide,
          chart.alt === '' ? '–' : chart.alt,
          { ...at, y: y + 0.4, h: 0.6 },
          { sizes: [14, 12, 10.5], color: document.theme.colors.muted },
        );
      }
      putLabel(
        slide,
        origin,
        { ...at, y: y + height - footer, h: 0.3 },
        { sizes: [12, 10.5], color: document.theme.colors.muted },
      );
    },
  };
}
