import { escapeXml } from './cell-text.ts';
import { columnWidth } from './cell-value.ts';
import { columnLetters, quoteSheetName } from './spreadsheet-limits.ts';
import type { ColumnKind, ExportTable, NotesSheet, Workbook, WorkbookProperties } from './table.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const odsNamespaces =
  ['office', 'table', 'text', 'style', 'meta', 'config']
    .map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join('') +
  ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"' +
  ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"' +
  ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/"' +
  ' xmlns:ooo="http://openoffice.org/2004/office"' +
  ' office:version="1.3"';

export const ODS_MIME = 'application/vnd.oasis.opendocument.spreadsheet';

/** Millimetres of a character of the default 10-point font. */
const MM_PER_CHARACTER = 2.1;
/** Widths of a sheet of notes that says none of its own. */
const NOTES_WIDTHS = [32, 90];

/** A sheet as the settings and the filters name it; `lastRow` is null for the notes. */
export interface OdsSheet {
  readonly name: string;
  readonly columns: number;
  readonly lastRow: number | null;
}

/** Name of the cell style that a column hands to its cells. */
function columnCellStyle(kind: ColumnKind): string {
  if (kind === 'date') return 'cd';
  if (kind === 'dateTime') return 'ct';
  return kind === 'identifier' ? 'ci' : 'Default';
}

export function manifest(): string {
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return (
    `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
    entry('/', ODS_MIME) +
    ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']
      .map((path) => entry(path, 'text/xml'))
      .join('') +
    '</manifest:manifest>'
  );
}

export function meta(properties: WorkbookProperties, at: Date): string {
  const instant = at.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const author = escapeXml(properties.author);
  return (
    `${HEAD}<office:document-meta${odsNamespaces}><office:meta><meta:generator>Rapporteur</meta:generator>` +
    `<dc:title>${escapeXml(properties.title)}</dc:title>` +
    `<meta:initial-creator>${author}</meta:initial-creator><dc:creator>${author}</dc:creator>` +
    `<meta:creation-date>${instant}</meta:creation-date><dc:date>${instant}</dc:date>` +
    `<dc:language>${properties.language === 'fr' ? 'fr-FR' : 'en-GB'}</dc:language>` +
    '</office:meta></office:document-meta>'
  );
}

export function styles(language: WorkbookProperties['language']): string {
  const country = language === 'fr' ? 'FR' : 'GB';
  return (
    `${HEAD}<office:document-styles${odsNamespaces}><office:styles>` +
    '<style:default-style style:family="table-cell">' +
    `<style:text-properties fo:font-family="Calibri, Carlito, 'Liberation Sans'" fo:font-size="10pt" fo:language="${language}" fo:country="${country}"/>` +
    '</style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>' +
    '<office:automatic-styles><style:page-layout style:name="pl"><style:page-layout-properties' +
    ' fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"' +
    ' fo:margin-top="10mm" fo:margin-bottom="10mm" fo:margin-left="10mm" fo:margin-right="10mm"' +
    ' style:scale-to-X="1"/>' +
    '<style:header-style><style:header-footer-properties fo:min-height="7mm" fo:margin-bottom="2mm"/></style:header-style>' +
    '<style:footer-style><style:header-footer-properties fo:min-height="7mm" fo:margin-top="2mm"/></style:footer-style>' +
    '</style:page-layout></office:automatic-styles><office:master-styles>' +
    '<style:master-page style:name="mp" style:page-layout-name="pl">' +
    '<style:header><text:p><text:sheet-name>-</text:sheet-name></text:p></style:header>' +
    '<style:footer><text:p><text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer>' +
    '</style:master-page></office:master-styles></office:document-styles>'
  );
}

function allWidths(tables: readonly ExportTable[], notes: NotesSheet | undefined): number[] {
  return [
    ...new Set([
      ...tables.flatMap((table) => table.columns.map(columnWidth)),
      ...(notes?.widths ?? NOTES_WIDTHS),
    ]),
  ];
}

function widthStyle(width: number): string {
  return `co${String(width).replace('.', '_')}`;
}

/** Everything of the content part before its first table. */
export function contentStart({ tables, notes }: Pick<Workbook, 'tables' | 'notes'>): string {
  const widths = allWidths(tables, notes).map(
    (width) =>
      `<style:style style:name="${widthStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * MM_PER_CHARACTER).toFixed(2)}mm"/></style:style>`,
  );
  const day =
    '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>';
  const time =
    '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>';
  const cell = (name: string, data: string): string =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data}`;
  return (
    `${HEAD}<office:document-content${odsNamespaces}><office:automatic-styles>${widths.join('')}` +
    '<style:style style:name="ta" style:family="table" style:master-page-name="mp"><style:table-properties table:display="true"/></style:style>' +
    `<number:date-style style:name="nd">${day}</number:date-style>` +
    `<number:date-style style:name="nt">${day}${time}</number:date-style>` +
    '<number:text-style style:name="ni"><number:text-content/></number:text-style>' +
    cell('cd', ' style:data-style-name="nd"/>') +
    cell('ct', ' style:data-style-name="nt"/>') +
    cell('ci', ' style:data-style-name="ni"/>') +
    cell(
      'ch',
      ' style:data-style-name="ni"><style:table-cell-properties fo:background-color="#e8edf4" fo:wrap-option="wrap" style:vertical-align="middle"/><style:text-properties fo:font-weight="bold"/></style:style>',
    ) +
    cell(
      'cw',
      '><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
    ) +
    '</office:automatic-styles><office:body><office:spreadsheet>'
  );
}

/** Everything of a table before its rows; `header` is the row that repeats on each page. */
export function tableStart(name: string, table: ExportTable, header: string): string {
  const columns = table.columns.map(
    (column) =>
      `<table:table-column table:style-name="${widthStyle(columnWidth(column))}" table:default-cell-style-name="${columnCellStyle(column.kind)}"/>`,
  );
  return (
    `<table:table table:name="${escapeXml(name)}" table:style-name="ta">` +
    `<table:title>${escapeXml(table.title)}</table:title>${columns.join('')}` +
    `<table:table-header-rows>${header}</table:table-header-rows>`
  );
}

export function notesStart(
  name: string,
  columns: number,
  widths: readonly number[] = NOTES_WIDTHS,
): string {
  const list = Array.from({ length: columns }, (_, index) => {
    const width = widths[Math.min(index, widths.length - 1)] ?? NOTES_WIDTHS[0] ?? 32;
    return `<table:table-column table:style-name="${widthStyle(width)}" table:default-cell-style-name="cw"/>`;
  });
  return `<table:table table:name="${escapeXml(name)}" table:style-name="ta">${list.join('')}`;
}

/** Everything of the content part after its last table: the filters. */
export function contentEnd(sheets: readonly OdsSheet[]): string {
  const ranges = sheets.flatMap((sheet, index) => {
    if (sheet.lastRow === null) return [];
    const quoted = quoteSheetName(sheet.name);
    const range = `${quoted}.A1:${quoted}.${columnLetters(sheet.columns - 1)}${sheet.lastRow}`;
    return [
      `<table:database-range table:name="__Anonymous_Sheet_DB__${index}" table:target-range-address="${escapeXml(range)}" table:display-filter-buttons="true"/>`,
    ];
  });
  const list =
    ranges.length > 0 ? `<table:database-ranges>${ranges.join('')}</table:database-ranges>` : '';
  return `${list}</office:spreadsheet></office:body></office:document-content>`;
}

/** View settings: the first row of every register stays in sight. */
export function settings(sheets: readonly OdsSheet[]): string {
  const item = (name: string, type: string, value: string): string =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const frozen = [
    item('CursorPositionX', 'int', '0'),
    item('CursorPositionY', 'int', '1'),
    item('HorizontalSplitMode', 'short', '0'),
    item('VerticalSplitMode', 'short', '2'),
    item('HorizontalSplitPosition', 'int', '0'),
    item('VerticalSplitPosition', 'int', '1'),
    item('ActiveSplitRange', 'short', '2'),
    item('PositionTop', 'int', '0'),
    item('PositionBottom', 'int', '1'),
  ].join('');
  const tables = sheets
    .filter((sheet) => sheet.lastRow !== null)
    .map(
      (sheet) =>
        `<config:config-item-map-entry config:name="${escapeXml(sheet.name)}">${frozen}</config:config-item-map-entry>`,
    );
  return (
    `${HEAD}<office:document-settings${odsNamespaces}><office:settings>` +
    '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">' +
    `<config:config-item-map-entry>${item('ViewId', 'string', 'view1')}` +
    (tables.length === 0
      ? ''
      : `<config:config-item-map-named config:name="Tables">${tables.join('')}</config:config-item-map-named>`) +
    `${item('ActiveTable', 'string', escapeXml(sheets[0]?.name ?? ''))}</config:config-item-map-entry>` +
    '</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  );
}
