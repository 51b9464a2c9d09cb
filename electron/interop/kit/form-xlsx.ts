import { cleanCellText, escapeXml, truncateCellText } from '../cell-text.ts';
import { columnLetters, quoteSheetName } from '../spreadsheet-limits.ts';
import * as parts from '../xlsx-parts.ts';
import { ZipWriter } from '../zip-writer.ts';
import type {
  FormBook,
  FormCell,
  FormRow,
  FormRule,
  FormSheet,
  FormStyle,
  WriteForm,
} from './form-book.ts';
import { ROWS_IN_A_TURN } from './form-book.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAX_TITLE = 32;
const MAX_TEXT = 255;
const MAX_LIST = 255;

/** Positions in `cellXfs`. */
const STYLES: Readonly<Record<FormStyle, number>> = {
  text: 0,
  heading: 1,
  title: 2,
  number: 3,
  note: 4,
  choice: 5,
  code: 6,
};

function styles(): string {
  const font = '<name val="Calibri"/><family val="2"/>';
  const fill = (rgb: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
  const edge = (side: string): string => `<${side} style="thin"><color rgb="FF8A97A8"/></${side}>`;
  const xf = (
    format: number,
    [fontId, fillId, borderId]: readonly number[],
    rest: string,
  ): string =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${rest}</xf>`;
  const top = '<alignment horizontal="left" vertical="top" wrapText="1"/>';
  const middle = '<alignment horizontal="center" vertical="top"/>';
  const open = '<protection locked="0"/>';
  return (
    `${HEAD}<styleSheet xmlns="${parts.MAIN_NS}">` +
    `<fonts count="3"><font><sz val="11"/>${font}</font><font><b/><sz val="11"/>${font}</font><font><b/><sz val="14"/>${font}</font></fonts>` +
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE8EDF4')}${fill('FFFFFBE6')}</fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="7">' +
    xf(0, [0, 0, 0], top) +
    xf(0, [1, 2, 0], '<alignment vertical="center" wrapText="1"/>') +
    xf(0, [2, 0, 0], '<alignment vertical="center"/>') +
    xf(0, [0, 3, 1], middle + open) +
    xf(49, [0, 3, 1], top + open) +
    xf(0, [0, 3, 1], middle + open) +
    xf(49, [0, 0, 0], '<alignment vertical="top"/>') +
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function cellXml({ style, value }: FormCell, column: number, row: number): string {
  const start = `<c r="${columnLetters(column)}${row}" s="${STYLES[style]}"`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (value === null || value === '') return `${start}/>`;
  const text = escapeXml(truncateCellText(cleanCellText(value)));
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** No row may be higher. */
const MOST_LINES = 27;
const LINE_HEIGHT = 15;

/** Lines that wrapped texts take: not every program counts them itself. */
function linesOf({ cells }: FormRow, columns: FormSheet['columns']): number {
  const counts = cells.map(({ value, style }, at) => {
    if (typeof value !== 'string' || style === 'code' || style === 'title') return 1;
    const width = columns[at]?.width ?? 1;
    return value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
  });
  return Math.min(Math.max(1, ...counts), MOST_LINES);
}

function rowXml(one: FormRow, row: number, columns: FormSheet['columns']): string {
  const { cells, isHidden } = one;
  const lines = linesOf(one, columns);
  const height = lines === 1 ? '' : ` ht="${lines * LINE_HEIGHT + 2}" customHeight="1"`;
  const hidden = isHidden === true ? ' hidden="1"' : height;
  return `<row r="${row}"${hidden}>${cells.map((cell, at) => cellXml(cell, at, row)).join('')}</row>`;
}

function sheetStart({ columns, headingRow, isHidden }: FormSheet, isFirst: boolean): string {
  const below = headingRow + 2;
  const pane =
    headingRow < 0
      ? ''
      : `<pane ySplit="${headingRow + 1}" topLeftCell="A${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  const cols = columns.map(
    ({ width, isHidden: isAway }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${isAway === true ? ' hidden="1"' : ''}/>`,
  );
  return (
    `${HEAD}<worksheet xmlns="${parts.MAIN_NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${isFirst && isHidden !== true ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`
  );
}

const cut = (text: string, length: number): string =>
  escapeXml(text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`);

function validation(rule: FormRule, range: string): string {
  const texts =
    ` errorTitle="${cut(rule.title, MAX_TITLE)}" error="${cut(rule.refusal, MAX_TEXT)}"` +
    ` promptTitle="${cut(rule.title, MAX_TITLE)}" prompt="${cut(rule.help, MAX_TEXT)}"`;
  const common = ` allowBlank="1" showInputMessage="1" showErrorMessage="1"${texts} sqref="${range}"`;
  if (rule.kind === 'decimal') {
    return `<dataValidation type="decimal" operator="between"${common}><formula1>${rule.min}</formula1><formula2>${rule.max}</formula2></dataValidation>`;
  }
  if (rule.range !== undefined) {
    return `<dataValidation type="list"${common}><formula1>${escapeXml(rule.range)}</formula1></dataValidation>`;
  }
  const list = rule.choices.map((choice) => choice.replaceAll(',', ' ')).join(',');
  const source = `"${list.replaceAll('"', '""').slice(0, MAX_LIST)}"`;
  return `<dataValidation type="list"${common}><formula1>${escapeXml(source)}</formula1></dataValidation>`;
}

function sheetEnd({ columns, headingRow, rowCount, cellRules = [] }: FormSheet): string {
  const first = headingRow + 2;
  const single = cellRules.map(({ row, column, rule }) =>
    validation(rule, `${columnLetters(column)}${row}`),
  );
  const common = columns.flatMap(({ rule }, at) => {
    if (rule === undefined || rowCount < first) return [];
    const letters = columnLetters(at);
    return [validation(rule, `${letters}${first}:${letters}${rowCount}`)];
  });
  const rules = [...common, ...single];
  return (
    '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' +
    (rules.length === 0
      ? ''
      : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`) +
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  );
}

function workbookPart({ sheets }: FormBook): string {
  const list = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${isHidden === true ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, headingRow }, at) =>
    headingRow < 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeXml(quoteSheetName(name))}!$${headingRow + 1}:$${headingRow + 1}</definedName>`,
        ],
  );
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return (
    `${HEAD}<workbook xmlns="${parts.MAIN_NS}" xmlns:r="${RELATIONS}"><workbookProtection lockStructure="1"/>` +
    `<bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${names}</workbook>`
  );
}

/** Writes a form as an Office Open XML workbook. */
export const writeFormXlsx: WriteForm = async (book, sink, turn) => {
  const at = new Date(book.properties.date);
  const zip = new ZipWriter(sink, at);
  await zip.add('_rels/.rels', parts.rootRelations());
  await zip.add('docProps/core.xml', parts.coreProperties(book.properties, at));
  await zip.add('docProps/app.xml', parts.appProperties());
  await zip.add('xl/styles.xml', styles());
  for (const [index, sheet] of book.sheets.entries()) {
    const part = await zip.open(`xl/worksheets/sheet${index + 1}.xml`);
    try {
      let text = sheetStart(sheet, index === 0);
      let row = 0;
      for (const one of sheet.rows) {
        text += rowXml(one, (row += 1), sheet.columns);
        if (row % ROWS_IN_A_TURN !== 0) continue;
        await part.write(text);
        text = '';
        await turn();
      }
      await part.write(text + sheetEnd(sheet));
      await part.close();
    } catch (error) {
      part.destroy();
      throw error;
    }
  }
  await zip.add('xl/workbook.xml', workbookPart(book));
  await zip.add('xl/_rels/workbook.xml.rels', parts.workbookRelations(book.sheets.length));
  await zip.add('[Content_Types].xml', parts.contentTypes(book.sheets.length));
  await zip.finish();
};
