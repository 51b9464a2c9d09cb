import { Paragraph, TextRun } from 'docx';
import type { FileChild } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ChartRunOptions, ChartSeries as DocxSeries } from 'docx/charts';
import { stageShares, startsAtZero } from '#documents/chart-rows.ts';
import { captionParagraph, runs } from '#documents/docx.inline.ts';
import type { DocxContext } from '#documents/docx.inline.ts';
import type { ChartBlock, ChartSeries } from '#documents/model.ts';
import { seriesColor } from '#documents/theme.ts';
import { formatNumber } from '#documents/typography.ts';

/** Pixels at 96 to the inch that the text width holds. */
const WIDTH = 600;

const finite = (series: ChartSeries, length: number): readonly (number | null)[] =>
  series.values
    .slice(0, length)
    .map((value) => (value !== null && Number.isFinite(value) ? value : null));

/** A native Word chart: drawn by the office in its own way and editable with its data. */
function chartOptions(chart: ChartBlock, context: DocxContext): ChartRunOptions {
  const { categories } = chart;
  const { meta, theme } = context.document;
  const { language } = meta;
  const { colors } = theme;
  const axisFont = { name: theme.fonts.text, size: 9, color: colors.text } as const;
  const labelFont = { name: theme.fonts.text, size: 9, bold: true, color: colors.text } as const;
  const series = chart.series.map((each, index): DocxSeries => {
    const values = finite(each, categories.length);
    const shares = chart.kind === 'funnel' ? stageShares(values) : [];
    return {
      name: each.name === '' ? String(index + 1) : each.name,
      values,
      color: seriesColor(theme, index),
      ...(chart.kind === 'line'
        ? { markers: { size: 7 }, line: { color: seriesColor(theme, index), width: 2.25 } }
        : {}),
      ...(chart.kind === 'funnel'
        ? {
            pointLabels: values.map((value, rank) => {
              const share = shares[rank] ?? null;
              return value === null || share === null
                ? undefined
                : {
                    text: `${formatNumber(value, language)}  (${formatNumber(share * 100, language, 0)}\u00a0%)`,
                    position: 'outsideEnd' as const,
                    font: labelFont,
                  };
            }),
          }
        : {}),
    };
  });
  const isLying = chart.kind === 'horizontalBar' || chart.kind === 'funnel';
  const shared = {
    categories: categories.map((category) => (category === '' ? '–' : category)),
    series: chart.kind === 'funnel' ? series.slice(0, 1) : series,
    font: { name: theme.fonts.text, color: colors.text },
    chartArea: { fill: 'none', border: 'none' },
    legend:
      chart.series.length > 1 && chart.kind !== 'funnel'
        ? { position: 'top' as const, font: axisFont }
        : false,
    altText: { name: context.document.words.chart, description: chart.alt },
    dataLabels: { value: true, numberFormat: '#,##0.##;-#,##0.##', font: labelFont },
    transformation: {
      width: WIDTH,
      height: isLying
        ? Math.min(840, 40 + categories.length * (24 + 18 * Math.min(3, chart.series.length)))
        : 290,
    },
  } as const;
  const labels = { ...shared.dataLabels, numberFormat: 'General' };
  if (isLying) {
    return {
      ...shared,
      dataLabels: labels,
      type: 'bar',
      gapWidth: chart.kind === 'funnel' ? 22 : 50,
      categoryAxis: { reverseOrder: true, font: axisFont },
      valueAxis: { visible: false, gridlines: false },
    };
  }
  const axes = {
    categoryAxis: { font: axisFont },
    valueAxis: {
      font: { ...axisFont, color: colors.muted },
      numberFormat: 'General',
      ...(startsAtZero(chart) ? { minimum: 0 } : {}),
    },
  };
  return chart.kind === 'line'
    ? { ...shared, ...axes, dataLabels: { ...labels, position: 'above' }, type: 'line' }
    : { ...shared, ...axes, dataLabels: labels, type: 'column', gapWidth: 60, overlap: 0 };
}

/** A chart with its caption above and its source below; without data, its description in words. */
export function docxChart(chart: ChartBlock, context: DocxContext): readonly FileChild[] {
  const hasData = chart.categories.length > 0 && chart.series.length > 0;
  const unit =
    chart.unit === undefined ? [] : [{ type: 'text' as const, text: ` (${chart.unit})` }];
  const { words } = context.document;
  return [
    captionParagraph('figure', [...chart.title, ...unit], context),
    new Paragraph({
      style: 'ChartParagraph',
      keepNext: chart.source !== undefined,
      children: hasData
        ? [new ChartRun(chartOptions(chart, context))]
        : [new TextRun({ text: chart.alt === '' ? '–' : chart.alt })],
    }),
    ...(chart.source === undefined
      ? []
      : [
          new Paragraph({
            style: 'Small',
            children: [
              new TextRun({ text: `${words.source}\u00a0: ` }),
              ...runs(chart.source, context),
            ],
          }),
        ]),
  ];
}
