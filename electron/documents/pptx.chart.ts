import type PptxGenJS from 'pptxgenjs';
import { stageShares, startsAtZero } from '#documents/chart-rows.ts';
import type { ChartBlock } from '#documents/model.ts';
import { plainText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { stage } from '#documents/pptx.stage.ts';
import type { Atom } from '#documents/pptx.stage.ts';
import { clampText } from '#documents/pptx.text.ts';
import { colors, fontName, seriesColor } from '#documents/theme.ts';
import { formatNumber } from '#documents/typography.ts';

/** Category names as shown: the stages of a funnel also say what share came through. */
function labelsOf(chart: ChartBlock, document: PreparedDocument): string[] {
  const shares = stageShares(
    chart.categories.map((_, index) => chart.series[0]?.values[index] ?? null),
  );
  return chart.categories.map((category, index) => {
    const share = chart.kind === 'funnel' ? (shares[index] ?? null) : null;
    const name = category === '' ? '–' : category;
    return share === null
      ? name
      : `${name} (${formatNumber(share * 100, document.meta.language, 0)}\u00a0%)`;
  });
}

function chartOptions(chart: ChartBlock, isLying: boolean): PptxGenJS.IChartOpts {
  const font = {
    catAxisLabelFontFace: fontName,
    valAxisLabelFontFace: fontName,
    dataLabelFontFace: fontName,
    legendFontFace: fontName,
  };
  return {
    ...font,
    altText: chart.alt,
    chartColors: chart.series.map((_, index) => seriesColor(index)),
    showLegend: chart.series.length > 1 && chart.kind !== 'funnel',
    legendPos: 't',
    legendFontSize: 14,
    legendColor: colors.text,
    showValue: true,
    dataLabelFontSize: 14,
    dataLabelFontBold: true,
    dataLabelColor: colors.text,
    dataLabelFormatCode: 'General',
    dataLabelPosition: chart.kind === 'line' ? 't' : 'outEnd',
    catAxisLabelFontSize: 14,
    catAxisLabelColor: colors.text,
    catAxisLineColor: colors.muted,
    valAxisLabelFontSize: 12,
    valAxisLabelColor: colors.muted,
    valAxisLabelFormatCode: 'General',
    ...(startsAtZero(chart) ? { valAxisMinVal: 0 } : {}),
    valAxisLineShow: false,
    valGridLine: isLying ? { style: 'none' } : { color: colors.rule, size: 0.75 },
    valAxisHidden: isLying,
    displayBlanksAs: 'gap',
    barDir: isLying ? 'bar' : 'col',
    // The library reverses the axis with 'maxMin', which its types leave out.
    catAxisOrientation: (isLying ? 'maxMin' : 'minMax') as 'minMax',
    barGapWidthPct: chart.kind === 'funnel' ? 22 : 55,
    lineSize: 2.5,
    lineDataSymbolSize: 9,
  };
}

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
  const shown = chart.kind === 'funnel' ? chart.series.slice(0, 1) : chart.series;
  const labels = labelsOf(chart, document);
  const least = isLying ? Math.min(4.4, 1 + labels.length * 0.4) : 3.3;
  return {
    height: hasData ? least : 1.2,
    isElastic: hasData,
    draw: (slide, y, height) => {
      const footer = origin === '' ? 0 : 0.32;
      slide.addText(clampText(title, stage.width, 16, 1, true), {
        x: stage.x,
        y,
        w: stage.width,
        h: 0.36,
        margin: 0,
        bold: true,
        fontSize: 16,
        color: colors.text,
        valign: 'middle',
      });
      if (hasData) {
        const data = shown.map((series, index) => ({
          name: series.name === '' ? String(index + 1) : series.name,
          labels,
          // The library writes null as an empty cell, though its types ask for numbers.
          values: labels.map((_, at) => {
            const value = series.values[at];
            return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
          }) as number[],
        }));
        slide.addChart(chart.kind === 'line' ? 'line' : 'bar', data, {
          ...chartOptions(chart, isLying),
          x: stage.x - 0.1,
          y: y + 0.4,
          w: stage.width + 0.2,
          h: height - 0.45 - footer,
        });
      } else {
        slide.addText(clampText(chart.alt === '' ? '–' : chart.alt, stage.width, 14, 2), {
          x: stage.x,
          y: y + 0.4,
          w: stage.width,
          h: 0.6,
          margin: 0,
          fontSize: 14,
          color: colors.muted,
        });
      }
      if (origin !== '')
        slide.addText(clampText(origin, stage.width, 12, 1), {
          x: stage.x,
          y: y + height - footer,
          w: stage.width,
          h: 0.3,
          margin: 0,
          fontSize: 12,
          color: colors.muted,
        });
    },
  };
}
