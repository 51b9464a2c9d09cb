import { stageShares, startsAtZero } from '#documents/chart-rows.ts';
import type { ChartBlock } from '#documents/model.ts';
import { sized } from '#documents/odt.named.ts';
import { fontFaces, namespaces } from '#documents/odt.style.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { seriesColor, textWidth } from '#documents/theme.ts';
import { formatNumber } from '#documents/typography.ts';
import { element, escapeXml } from '#documents/xml.ts';

type Pairs = Readonly<Record<string, string | number | undefined>>;

const style = (
  name: string,
  chart: Pairs,
  graphic: Pairs,
  text?: Pairs,
  hasFigures = text !== undefined,
): string =>
  element(
    'style:style',
    {
      'style:name': name,
      'style:family': 'chart',
      // Only what shows figures may name a number format: LibreOffice drops the whole chart otherwise.
      'style:data-style-name': hasFigures ? 'N0' : undefined,
    },
    element('style:chart-properties', chart) +
      element('style:graphic-properties', graphic) +
      (text === undefined ? '' : element('style:text-properties', text)),
  );

const label = (text: string): string =>
  element(
    'table:table-cell',
    { 'office:value-type': 'string' },
    element('text:p', {}, escapeXml(text)),
  );

const value = (number: number | null | undefined): string =>
  number === null || number === undefined || !Number.isFinite(number)
    ? element(
        'table:table-cell',
        { 'office:value-type': 'float', 'office:value': 'NaN' },
        element('text:p', {}, 'NaN'),
      )
    : element(
        'table:table-cell',
        { 'office:value-type': 'float', 'office:value': number },
        element('text:p', {}, String(number)),
      );

const columnName = (index: number): string =>
  (index >= 26 ? String.fromCodePoint(64 + Math.floor(index / 26)) : '') +
  String.fromCodePoint(65 + (index % 26));

function categoriesOf(chart: ChartBlock, document: PreparedDocument): readonly string[] {
  if (chart.kind !== 'funnel') return chart.categories;
  const shares = stageShares(
    chart.categories.map((_, index) => chart.series[0]?.values[index] ?? null),
  );
  return chart.categories.map((category, index) => {
    const share = shares[index] ?? null;
    return share === null
      ? category
      : `${category} (${formatNumber(share * 100, document.meta.language, 0)}\u00a0%)`;
  });
}

function dataTable(chart: ChartBlock, document: PreparedDocument): string {
  const head = element(
    'table:table-row',
    {},
    label('') + chart.series.map(({ name }) => label(name)).join(''),
  );
  const rows = categoriesOf(chart, document).map((category, index) =>
    element(
      'table:table-row',
      {},
      label(category) + chart.series.map(({ values }) => value(values[index])).join(''),
    ),
  );
  return element(
    'table:table',
    { 'table:name': 'local-table' },
    element('table:table-header-columns', {}, element('table:table-column', {})) +
      element(
        'table:table-columns',
        {},
        element('table:table-column', { 'table:number-columns-repeated': chart.series.length }),
      ) +
      element('table:table-header-rows', {}, head) +
      element('table:table-rows', {}, rows.join('')),
  );
}

/** Height in millimetres that the chart wants. */
export const chartHeight = (chart: ChartBlock): number =>
  chart.kind === 'bar' || chart.kind === 'line'
    ? 76
    : Math.min(220, 10 + chart.categories.length * (6 + 5 * Math.min(3, chart.series.length)));

/** Millimetres of a chart object and points of its text. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly points: number;
}

/** The content of a chart object: native, with its data, editable in the office. */
export function chartPart(
  chart: ChartBlock,
  document: PreparedDocument,
  size: ChartSize = { width: textWidth, height: chartHeight(chart), points: 9 },
): string {
  const { theme } = document;
  const { colors } = theme;
  const text = {
    'fo:font-family': theme.fonts.text,
    'fo:color': `#${colors.text}`,
    ...sized(size.points),
  };
  const isLying = chart.kind === 'horizontalBar' || chart.kind === 'funnel';
  const hasLegend = chart.series.length > 1;
  const last = chart.categories.length + 1;
  const shownClass = chart.kind === 'line' ? 'chart:line' : 'chart:bar';
  const series = chart.series.map((_, index) => {
    const column = columnName(index + 1);
    return element(
      'chart:series',
      {
        'chart:style-name': `series${index}`,
        'chart:class': shownClass,
        'chart:values-cell-range-address': `local-table.$${column}$2:.$${column}$${last}`,
        'chart:label-cell-address': `local-table.$${column}$1`,
      },
      element('chart:data-point', { 'chart:repeated': chart.categories.length }),
    );
  });
  const styles = [
    element(
      'number:number-style',
      { 'style:name': 'N0' },
      element('number:number', { 'number:min-integer-digits': 1 }),
    ),
    style('chart', {}, { 'draw:stroke': 'none', 'draw:fill': 'none' }),
    style('legend', {}, { 'draw:stroke': 'none', 'draw:fill': 'none' }, text, false),
    style(
      'plot',
      {
        'chart:vertical': isLying ? 'true' : 'false',
        'chart:treat-empty-cells': 'leave-gap',
        'chart:symbol-type': chart.kind === 'line' ? 'automatic' : 'none',
        'chart:include-hidden-cells': 'false',
      },
      {},
    ),
    style(
      'categories',
      {
        'chart:display-label': 'true',
        'chart:reverse-direction': isLying ? 'true' : 'false',
        'chart:tick-marks-major-inner': 'false',
        'chart:tick-marks-major-outer': 'false',
        'chart:gap-width': chart.kind === 'funnel' ? 22 : 55,
        'chart:overlap': 0,
        'chart:text-overlap': 'false',
        'text:line-break': 'true',
      },
      { 'svg:stroke-color': `#${colors.muted}` },
      text,
    ),
    style(
      'values',
      {
        'chart:display-label': isLying ? 'false' : 'true',
        'chart:minimum': startsAtZero(chart) ? 0 : undefined,
        'chart:tick-marks-major-outer': 'false',
        'chart:link-data-style-to-source': 'false',
        'chart:gap-width': chart.kind === 'funnel' ? 22 : 55,
        'chart:overlap': 0,
      },
      { 'draw:stroke': 'none' },
      { ...text, 'fo:color': `#${colors.muted}` },
    ),
    style('grid', {}, { 'svg:stroke-color': `#${colors.rule}` }),
    style('wall', {}, { 'draw:stroke': 'none', 'draw:fill': 'none' }),
    ...chart.series.map((_, index) =>
      style(
        `series${index}`,
        {
          'chart:data-label-number': 'value',
          'chart:label-position': chart.kind === 'line' ? 'top' : 'outside',
          'chart:symbol-type': chart.kind === 'line' ? 'named-symbol' : 'none',
          'chart:symbol-name': chart.kind === 'line' ? 'circle' : undefined,
          'chart:symbol-width': '2mm',
          'chart:symbol-height': '2mm',
        },
        chart.kind === 'line'
          ? {
              'draw:stroke': 'solid',
              'svg:stroke-width': '0.7mm',
              'svg:stroke-color': `#${seriesColor(theme, index)}`,
              'draw:fill-color': `#${seriesColor(theme, index)}`,
            }
          : {
              'draw:stroke': 'none',
              'draw:fill': 'solid',
              'draw:fill-color': `#${seriesColor(theme, index)}`,
            },
        { ...text, 'fo:font-weight': 'bold' },
      ),
    ),
  ].join('');
  const plot = element(
    'chart:plot-area',
    {
      'chart:style-name': 'plot',
      'chart:data-source-has-labels': 'both',
    },
    element(
      'chart:axis',
      { 'chart:dimension': 'x', 'chart:name': 'primary-x', 'chart:style-name': 'categories' },
      element('chart:categories', { 'table:cell-range-address': `local-table.$A$2:.$A$${last}` }),
    ) +
      element(
        'chart:axis',
        { 'chart:dimension': 'y', 'chart:name': 'primary-y', 'chart:style-name': 'values' },
        isLying
          ? ''
          : element('chart:grid', { 'chart:style-name': 'grid', 'chart:class': 'major' }),
      ) +
      series.join('') +
      element('chart:wall', { 'chart:style-name': 'wall' }),
  );
  const body = element(
    'chart:chart',
    {
      'xlink:href': '.',
      'xlink:type': 'simple',
      'svg:width': `${size.width.toFixed(2)}mm`,
      'svg:height': `${size.height.toFixed(2)}mm`,
      'chart:class': shownClass,
      'chart:style-name': 'chart',
    },
    (hasLegend
      ? element('chart:legend', { 'chart:legend-position': 'top', 'chart:style-name': 'legend' })
      : '') +
      plot +
      dataTable(chart, document),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>${element(
    'office:document-content',
    namespaces,
    fontFaces(theme) +
      element('office:automatic-styles', {}, styles) +
      element('office:body', {}, element('office:chart', {}, body)),
  )}`;
}
