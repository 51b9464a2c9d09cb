import type { TableBlock } from '#documents/model.ts';
import { autoStyle, odtCaption, odtFlow, odtParagraph, odtRuns } from '#documents/odt.inline.ts';
import type { OdtContext } from '#documents/odt.inline.ts';
import { FORM_ROW, textWidth } from '#documents/theme.ts';
import { element } from '#documents/xml.ts';

type Pairs = Readonly<Record<string, string | number | undefined>>;

/** What stands in a cell, and its table-cell-properties. */
export interface Cell {
  readonly content: string;
  readonly pairs: Pairs;
}

/** Inner margins of panels. */
export const PADDING = {
  'fo:padding-top': '1.9mm',
  'fo:padding-bottom': '1.7mm',
  'fo:padding-left': '3.4mm',
  'fo:padding-right': '3.4mm',
};
/** Cells of tables that only arrange things. */
export const NO_BORDER = { 'fo:border': 'none' };

/** A background colour. */
export const filled = (color: string): Pairs => ({ 'fo:background-color': `#${color}` });

const cellOf = ({ content, pairs }: Cell, context: OdtContext): string =>
  element(
    'table:table-cell',
    {
      'table:style-name': autoStyle(
        context,
        'table-cell',
        element('style:table-cell-properties', pairs),
      ),
      'office:value-type': 'string',
    },
    content === '' ? odtParagraph('Table Contents', '', context) : content,
  );

/** A table of given column widths in millimetres; the first `headers` rows repeat on each page. */
export function odtTable(
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  context: OdtContext,
  headers = 0,
  rowHeight?: number,
): string {
  const name = `T${(context.counters.objects += 1)}`;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const tableStyle = autoStyle(
    context,
    'table',
    element('style:table-properties', {
      'style:width': `${total}mm`,
      'table:align': 'left',
      'fo:margin-top': headers > 0 ? '0mm' : '2.5mm',
      'fo:margin-bottom': '3.5mm',
      'table:border-model': 'collapsing',
      'style:may-break-between-rows': 'true',
    }),
  );
  const columns = widths
    .map((width) =>
      element('table:table-column', {
        'table:style-name': autoStyle(
          context,
          'table-column',
          element('style:table-column-properties', {
            'style:column-width': `${width.toFixed(2)}mm`,
          }),
        ),
      }),
    )
    .join('');
  const rowStyle = (height: number | undefined): string =>
    autoStyle(
      context,
      'table-row',
      element('style:table-row-properties', {
        'fo:keep-together': 'always',
        'style:min-row-height': height === undefined ? undefined : `${height}mm`,
      }),
    );
  const lines = rows.map((row, index) =>
    element(
      'table:table-row',
      { 'table:style-name': rowStyle(index < headers ? undefined : rowHeight) },
      row.map((cell) => cellOf(cell, context)).join(''),
    ),
  );
  const head = lines.slice(0, headers).join('');
  return element(
    'table:table',
    { 'table:name': name, 'table:style-name': tableStyle },
    columns +
      (head === '' ? '' : element('table:table-header-rows', {}, head)) +
      lines.slice(headers).join(''),
  );
}

function shares(weights: readonly number[]): readonly number[] {
  const clean = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0.1));
  const sum = clean.reduce((left, right) => left + right, 0) || 1;
  return clean.map((weight) => (weight / sum) * textWidth);
}

const aligned = (align: 'start' | 'center' | 'end'): 'center' | 'end' | undefined =>
  align === 'start' ? undefined : align;

/** Strong text. */
export const bold = (content: string): string =>
  element('text:span', { 'text:style-name': 'Strong_20_Emphasis' }, content);

/** A table of data with its caption and a header row that repeats. */
export function dataTable(table: TableBlock, context: OdtContext): string {
  if (table.columns.length === 0) return '';
  const { colors: c } = context.document.theme;
  const padding = { 'fo:padding': '1.5mm', 'fo:padding-left': '2mm', 'fo:padding-right': '2mm' };
  const header = table.columns.map((column): Cell => ({
    content: odtParagraph(
      'Table Heading',
      odtRuns(column.header, context),
      context,
      aligned(column.align),
    ),
    pairs: { ...NO_BORDER, ...filled(c.accent), ...padding, 'style:vertical-align': 'bottom' },
  }));
  const rows = table.rows.map((row, rank) =>
    table.columns.map((column, index): Cell => {
      const blocks = row[index]?.blocks ?? [];
      const [only] = blocks;
      const isHeader = index === 0 && table.hasRowHeaders && only?.type === 'paragraph';
      return {
        content: isHeader
          ? odtParagraph(
              'Table Contents',
              bold(odtRuns(only.content, context)),
              context,
              aligned(column.align),
            ) + odtFlow(blocks.slice(1), context, 'Table Contents')
          : odtFlow(blocks, context, 'Table Contents', aligned(column.align)),
        pairs: {
          ...(table.isForm === true
            ? { 'fo:border': `0.5pt solid #${c.rule}` }
            : {
                'fo:border': 'none',
                'fo:border-bottom':
                  rank === table.rows.length - 1
                    ? `1pt solid #${c.accent}`
                    : `0.5pt solid #${c.rule}`,
                ...(rank % 2 === 1 ? filled(c.band) : {}),
              }),
          ...padding,
        },
      };
    }),
  );
  return (
    (table.caption === undefined ? '' : odtCaption('table', table.caption, context)) +
    odtTable(
      shares(table.columns.map(({ weight }) => weight)),
      [header, ...rows],
      context,
      1,
      table.isForm === true ? FORM_ROW : undefined,
    )
  );
}

/** A tinted panel with a coloured edge. */
export const box = (
  content: string,
  color: { readonly line: string; readonly fill: string },
  context: OdtContext,
): string =>
  odtTable(
    [textWidth],
    [
      [
        {
          content,
          pairs: {
            ...NO_BORDER,
            'fo:border-left': `3.5pt solid #${color.line}`,
            ...filled(color.fill),
            ...PADDING,
          },
        },
      ],
    ],
    context,
  );
