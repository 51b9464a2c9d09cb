import type PptxGenJS from 'pptxgenjs';
import { stageShares, startsAtZero } from '#documents/chart-rows.ts';
import type { ChartBlock } from '#documents/model.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import type { Place } from '#documents/slides.stage.ts';
import { seriesColor } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';
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

function chartOptions(
  chart: ChartBlock,
  isLying: boolean,
  theme: DocumentTheme,
): PptxGenJS.IChartOpts {
  const { colors } = theme;
  const fontName = theme.fonts.text;
  const font = {
    catAxisLabelFontFace: fontName,
    valAxisLabelFontFace: fontName,
    dataLabelFontFace: fontName,
    legendFontFace: fontName,
  };
  return {
    ...font,
    altText: chart.alt,
    chartColors: chart.series.map((_, index) => seriesColor(theme, index)),
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

/** Puts a native chart on a slide. */
export function addPptxChart(
  slide: PptxGenJS.Slide,
  chart: ChartBlock,
  place: Place,
  document: PreparedDocument,
): void {
  const isLying = chart.kind === 'horizontalBar' || chart.kind === 'funnel';
  const labels = labelsOf(chart, document);
  const data = chart.series.map((series, index) => ({
    name: series.name === '' ? String(index + 1) : series.name,
    labels,
    // The library writes null as an empty cell, though its types ask for numbers.
    values: labels.map((_, at) => {
      const value = series.values[at];
      return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
    }) as number[],
  }));
  slide.addChart(chart.kind === 'line' ? 'line' : 'bar', data, {
    ...chartOptions(chart, isLying, document.theme),
    ...place,
  });
}
