import { autoStyle } from '#documents/odt.inline.ts';
import { placed } from '#documents/odp.style.ts';
import type { OdpContext } from '#documents/odp.style.ts';
import { odpText } from '#documents/odp.text.ts';
import { cellPadding } from '#documents/slides.stage.ts';
import type { Place, SlideRow, SlideTable } from '#documents/slides.stage.ts';
import { element, escapeXml } from '#documents/xml.ts';

const { x: padX, y: padY } = cellPadding;

function cellStyle(fill: string, context: OdpContext): string {
  const padding = {
    'fo:padding-top': `${padY}in`,
    'fo:padding-bottom': `${padY}in`,
    'fo:padding-left': `${padX}in`,
    'fo:padding-right': `${padX}in`,
  };
  const border = {
    'fo:border': 'none',
    'fo:border-bottom': `0.75pt solid #${context.document.theme.colors.rule}`,
  };
  return autoStyle(
    context,
    'table-cell',
    element('style:table-cell-properties', {
      'fo:background-color': `#${fill}`,
      'style:vertical-align': 'top',
      ...padding,
      ...border,
    }) +
      // LibreOffice reads the look of cells on slides from its own extension of the format.
      element('loext:graphic-properties', {
        'draw:fill': 'solid',
        'draw:fill-color': `#${fill}`,
        'draw:textarea-vertical-align': 'top',
        ...padding,
      }) +
      element('style:paragraph-properties', border),
  );
}

function rowXml(row: SlideRow, table: SlideTable, fill: string, context: OdpContext): string {
  const style = cellStyle(fill, context);
  const { colors } = context.document.theme;
  const color = fill === colors.accent ? colors.white : colors.text;
  const cells = row.cells.map((cell, index) =>
    element(
      'table:table-cell',
      { 'table:style-name': style },
      odpText(cell, table.size, { align: table.aligns[index] ?? 'left', color }, context) ||
        element('text:p', {}),
    ),
  );
  return element(
    'table:table-row',
    {
      'table:style-name': autoStyle(
        context,
        'table-row',
        element('style:table-row-properties', { 'style:row-height': `${row.height.toFixed(4)}in` }),
      ),
    },
    cells.join(''),
  );
}

/** A native table in a frame; its first row is marked as the header. */
export function odpTable(table: SlideTable, place: Place, context: OdpContext): string {
  const { colors } = context.document.theme;
  const columns = table.widths.map((width) =>
    element('table:table-column', {
      'table:style-name': autoStyle(
        context,
        'table-column',
        element('style:table-column-properties', { 'style:column-width': `${width.toFixed(4)}in` }),
      ),
    }),
  );
  const rows = table.rows.map((row, index) =>
    rowXml(row, table, index % 2 === 1 ? colors.band : colors.white, context),
  );
  return element(
    'draw:frame',
    { 'draw:style-name': 'standard', 'draw:layer': 'layout', ...placed(place) },
    element(
      'table:table',
      { 'table:use-first-row-styles': 'true', 'table:use-banding-rows-styles': 'true' },
      columns.join('') +
        // Not among header rows, which LibreOffice leaves out of tables on slides.
        rowXml(table.header, table, colors.accent, context) +
        rows.join(''),
    ) + (table.caption === '' ? '' : element('svg:title', {}, escapeXml(table.caption))),
  );
}
