import type { ImportFile } from '#contract/import.channels.ts';
import type { ImportWarning, ReadWorkbook } from '#interop/import/sheet.ts';
import { cellText } from '#interop/import/sheet.ts';
import type { Translate } from '#platform/translate.ts';

const PREVIEWED = 12;
const PREVIEWED_COLUMNS = 60;
const PREVIEWED_TEXT = 200;

/** What is odd about a file or a sheet, one sentence each. */
export function warningsInWords(
  warnings: readonly ImportWarning[],
  translate: Translate,
): ImportFile['warnings'] {
  return warnings.map(({ code, sheet, count, first }) => ({
    code,
    message: translate(`imports:warning.${code}`, {
      sheet: sheet ?? '',
      count,
      first: first ?? '',
    }).trim(),
  }));
}

/** An opened file as the window shows it: its sheets, and their first rows. */
export function fileInWords(
  workbook: ReadWorkbook,
  translate: Translate,
): Pick<ImportFile, 'format' | 'dialect' | 'sheets' | 'warnings'> {
  return {
    format: workbook.format,
    dialect: workbook.dialect,
    sheets: workbook.sheets.map(({ header, preview, ...sheet }) => ({
      ...sheet,
      header: header === null ? null : { firstRow: header.firstRow, lastRow: header.lastRow },
      preview: preview.slice(0, PREVIEWED).map(({ number, role, cells }) => ({
        number,
        role,
        cells: cells
          .slice(0, PREVIEWED_COLUMNS)
          .map((cell) => cellText(cell).slice(0, PREVIEWED_TEXT)),
      })),
    })),
    warnings: warningsInWords(workbook.warnings, translate),
  };
}
