import { cleanCellText, escapeXml, truncateCellText } from '../cell-text.ts';
import { numberText } from '../number-text.ts';
import { manifest, meta, ODS_MIME, odsNamespaces, settings, styles } from '../ods-parts.ts';
import { quoteSheetName } from '../spreadsheet-limits.ts';
import { ZipWriter } from '../zip-writer.ts';
import type { FormBook, FormCell, FormRow, FormRule, FormSheet, WriteForm } from './form-book.ts';
import { OPEN_STYLES, ROWS_IN_A_TURN } from './form-book.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Millimetres of a character of the default 10-point font. */
const MM_PER_CHARACTER = 2.1;

const widthName = (width: number): string => `co${String(width).replace('.', '_')}`;

function cellStyles(): string {
  const edge =
    'fo:border="0.5pt solid #8a97a8" fo:background-color="#fffbe6" style:cell-protect="none"';
  const top = 'fo:wrap-option="wrap" style:vertical-align="top"';
  const style = (name: string, cell: string, more = ''): string =>
    `<style:style style:name="f-${name}" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties ${cell}/>${more}</style:style>`;
  const centred = '<style:paragraph-properties fo:text-align="center"/>';
  const bold = (size: string): string =>
    `<style:text-properties fo:font-weight="bold" fo:font-size="${size}"/>`;
  return (
    style('text', `${top} style:cell-protect="protected"`) +
    style(
      'heading',
      'fo:background-color="#e8edf4" fo:wrap-option="wrap" style:vertical-align="middle" style:cell-protect="protected"',
      bold('10pt'),
    ) +
    style('title', 'style:cell-protect="protected"', bold('14pt')) +
    style('number', `${edge} style:vertical-align="top"`, centred) +
    style('note', `${edge} ${top}`) +
    style('choice', `${edge} style:vertical-align="top"`, centred) +
    style('code', 'style:cell-protect="protected"')
  );
}

/** The rules of a sheet's columns and of its single cells. */
function rulesOf({ columns, cellRules = [] }: FormSheet): FormRule[] {
  return [...columns.flatMap(({ rule }) => rule ?? []), ...cellRules.map(({ rule }) => rule)];
}

/** Names of the rules of all sheets. */
function ruleNames({ sheets }: FormBook): Map<FormRule, string> {
  return new Map(sheets.flatMap(rulesOf).map((rule, at) => [rule, `v${at + 1}`]));
}

function declaration(rule: FormRule, name: string, base: string): string {
  const condition =
    rule.kind === 'decimal'
      ? `of:cell-content-is-decimal-number() and cell-content-is-between(${rule.min},${rule.max})`
      : `of:cell-content-is-in-list(${rule.choices.map((choice) => `"${choice.replaceAll('"', '""')}"`).join(';')})`;
  const list = rule.kind === 'list' ? ' table:display-list="unsorted"' : '';
  const message = (element: string, more: string, text: string): string =>
    `<table:${element} table:title="${escapeXml(rule.title)}"${more} table:display="true"><text:p>${escapeXml(text)}</text:p></table:${element}>`;
  return (
    `<table:content-validation table:name="${name}" table:condition="${escapeXml(condition)}" table:allow-empty-cell="true"${list} table:base-cell-address="${escapeXml(base)}">` +
    message('help-message', '', rule.help) +
    message('error-message', ' table:message-type="stop"', rule.refusal) +
    '</table:content-validation>'
  );
}

function contentStart(book: FormBook, names: ReadonlyMap<FormRule, string>): string {
  const widths = [
    ...new Set(book.sheets.flatMap(({ columns }) => columns.map((one) => one.width))),
  ];
  const declared = book.sheets.flatMap((sheet) =>
    rulesOf(sheet).flatMap((rule) => {
      const name = names.get(rule);
      return name === undefined
        ? []
        : [declaration(rule, name, `${quoteSheetName(sheet.name)}.A1`)];
    }),
  );
  const table = (name: string, isShown: boolean): string =>
    `<style:style style:name="${name}" style:family="table" style:master-page-name="mp"><style:table-properties table:display="${isShown}"/></style:style>`;
  return (
    `${HEAD}<office:document-content${odsNamespaces}><office:automatic-styles>` +
    widths
      .map(
        (width) =>
          `<style:style style:name="${widthName(width)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * MM_PER_CHARACTER).toFixed(2)}mm"/></style:style>`,
      )
      .join('') +
    '<style:style style:name="ro" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>' +
    table('ta', true) +
    table('th', false) +
    cellStyles() +
    '</office:automatic-styles><office:body><office:spreadsheet table:structure-protected="true">' +
    (declared.length === 0
      ? ''
      : `<table:content-validations>${declared.join('')}</table:content-validations>`)
  );
}

function sheetStart({ name, isHidden, columns }: FormSheet): string {
  const list = columns.map(
    ({ width, isHidden: isAway }) =>
      `<table:table-column table:style-name="${widthName(width)}"${isAway === true ? ' table:visibility="collapse"' : ''} table:default-cell-style-name="f-text"/>`,
  );
  return (
    `<table:table table:name="${escapeXml(name)}" table:style-name="${isHidden === true ? 'th' : 'ta'}" table:protected="true">` +
    list.join('')
  );
}

function cellXml({ style, value }: FormCell, rule: string | undefined): string {
  const hint =
    rule === undefined || !OPEN_STYLES.has(style) ? '' : ` table:content-validation-name="${rule}"`;
  const start = `<table:table-cell table:style-name="f-${style}"${hint}`;
  if (typeof value === 'number') {
    const exact = numberText(value, '.');
    return `${start} office:value-type="float" office:value="${exact}"><text:p>${exact}</text:p></table:table-cell>`;
  }
  if (value === null || value === '') return `${start}/>`;
  const text = escapeXml(truncateCellText(cleanCellText(value)))
    .replaceAll(/ {2,}/g, (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '</text:p><text:p>');
  return `${start} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
}

function rowXml({ cells, isHidden }: FormRow, rules: readonly (string | undefined)[]): string {
  const hidden = isHidden === true ? ' table:visibility="collapse"' : '';
  const list = cells.map((cell, at) => cellXml(cell, rules[at]));
  return `<table:table-row table:style-name="ro"${hidden}>${list.join('') || '<table:table-cell/>'}</table:table-row>`;
}

/** Writes a form as an OpenDocument spreadsheet. */
export const writeFormOds: WriteForm = async (book, sink, turn) => {
  const at = new Date(book.properties.date);
  const zip = new ZipWriter(sink, at);
  await zip.add('mimetype', ODS_MIME, true);
  await zip.add('META-INF/manifest.xml', manifest());
  await zip.add('meta.xml', meta(book.properties, at));
  await zip.add('styles.xml', styles(book.properties.language));
  await zip.add('settings.xml', settings([]));
  const names = ruleNames(book);
  const part = await zip.open('content.xml');
  try {
    await part.write(contentStart(book, names));
    for (const sheet of book.sheets) {
      const rules = sheet.columns.map(({ rule }) => rule && names.get(rule));
      const single = new Map(
        (sheet.cellRules ?? []).map((one) => [`${one.row} ${one.column}`, names.get(one.rule)]),
      );
      let text = sheetStart(sheet);
      let row = 0;
      for (const one of sheet.rows) {
        text += rowXml(
          one,
          sheet.columns.map((_, at) => single.get(`${row + 1} ${at}`) ?? rules[at]),
        );
        row += 1;
        if (row % ROWS_IN_A_TURN !== 0) continue;
        await part.write(text);
        text = '';
        await turn();
      }
      await part.write(`${text}</table:table>`);
    }
    await part.write('</office:spreadsheet></office:body></office:document-content>');
    await part.close();
  } catch (error) {
    part.destroy();
    throw error;
  }
  await zip.finish();
};
