import { escapeXml } from './cell-text.ts';
import { columnLetters, quoteSheetName } from './spreadsheet-limits.ts';
import { columnWidth } from './cell-value.ts';
import type { ColumnKind, ExportTable, WorkbookProperties } from './table.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const MAIN_NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const MARGINS =
  '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>';
const LANDSCAPE = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';

/** Positions in `cellXfs` of the styles part. */
export const STYLE = { plain: 0, header: 1, date: 2, dateTime: 3, identifier: 4, wrapped: 5 };

/** A sheet as the workbook part lists it; `lastRow` counts the header, null for the notes. */
export interface XlsxSheet {
  readonly name: string;
  readonly columns: number;
  readonly lastRow: number | null;
}

export function columnStyle(kind: ColumnKind): number {
  if (kind === 'date') return STYLE.date;
  if (kind === 'dateTime') return STYLE.dateTime;
  return kind === 'identifier' ? STYLE.identifier : STYLE.plain;
}

export function rootRelations(): string {
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
    `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
    `<Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>` +
    '</Relationships>'
  );
}

export function coreProperties(properties: WorkbookProperties, at: Date): string {
  const instant = at.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const language = properties.language === 'fr' ? 'fr-FR' : 'en-GB';
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(properties.title)}</dc:title>` +
    `<dc:creator>${escapeXml(properties.author)}</dc:creator>` +
    `<dc:language>${language}</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}

export function appProperties(): string {
  return `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Rapporteur</Application></Properties>`;
}

export function styles(): string {
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  const xf = (format: number, rest = ''): string =>
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${format ? ' applyNumberFormat="1"' : ''}${rest || '/>'}`;
  return (
    `${HEAD}<styleSheet xmlns="${MAIN_NS}">` +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>' +
    '<numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>' +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF4"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="6">${xf(0)}` +
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
    `${xf(164)}${xf(165)}${xf(49)}` +
    `${xf(0, ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}

function cols(widths: readonly { width: number; style: number }[]): string {
  const list = widths
    .map(
      ({ width, style }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`,
    )
    .join('');
  return `<cols>${list}</cols>`;
}

/** Everything of a sheet before its first row: frozen first row, widths, formats of new cells. */
export function sheetStart(table: ExportTable, isFirst: boolean): string {
  const widths = table.columns.map((column) => ({
    width: columnWidth(column),
    style: columnStyle(column.kind),
  }));
  return (
    `${HEAD}<worksheet xmlns="${MAIN_NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/>${cols(widths)}<sheetData>`
  );
}

/**
 * Everything of a sheet after its last row: filter, hints, landscape pages under the table's title.
 * `validations` is the element of that name, or empty.
 */
export function sheetEnd(table: ExportTable, lastRow: number, validations = ''): string {
  const title = escapeXml(table.title.slice(0, 200).replaceAll('&', '&&'));
  return (
    `</sheetData><autoFilter ref="A1:${columnLetters(table.columns.length - 1)}${lastRow}"/>${validations}` +
    MARGINS +
    LANDSCAPE +
    `<headerFooter><oddHeader>&amp;C${title}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>` +
    '</worksheet>'
  );
}

/** Widths of a sheet of notes that says none of its own. */
export const NOTES_WIDTHS: readonly number[] = [32, 90];

/** Everything of a sheet of notes before its first row. */
export function notesStart(widths: readonly number[]): string {
  const columns = widths.map((width) => ({ width, style: STYLE.plain }));
  return `${HEAD}<worksheet xmlns="${MAIN_NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="15"/>${cols(columns)}<sheetData>`;
}

/** Everything of a sheet of notes after its last row: landscape pages, as wide as the sheet. */
export function notesEnd(): string {
  return `</sheetData>${MARGINS}${LANDSCAPE}</worksheet>`;
}

export function workbookPart(sheets: readonly XlsxSheet[]): string {
  const list = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, index) => {
    if (sheet.lastRow === null) return [];
    const quoted = escapeXml(quoteSheetName(sheet.name));
    const last = `$${columnLetters(sheet.columns - 1)}$${sheet.lastRow}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!$A$1:${last}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`,
    ];
  });
  return (
    `${HEAD}<workbook xmlns="${MAIN_NS}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
  );
}

export function workbookRelations(sheets: number): string {
  const list = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}` +
    `<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`
  );
}

export function contentTypes(sheets: number): string {
  const list = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${list.join('')}` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>' +
    '</Types>'
  );
}
