import type { Row, SheetInfo } from '#interop/import/sheet.ts';
import { cellText } from '#interop/import/sheet.ts';

export interface HeaderLines {
  readonly firstRow: number;
  readonly lastRow: number;
}

function textAt(row: Row, column: number): string {
  return cellText(row.cells[column] ?? null)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Words over each column, for the header that was guessed or the one that was chosen instead. */
export function labelsOfHeader(sheet: SheetInfo, header: HeaderLines | null): readonly string[] {
  if (header === null) return [];
  const guessed = sheet.header;
  if (guessed?.firstRow === header.firstRow && guessed.lastRow === header.lastRow) {
    return guessed.labels;
  }
  const lines = sheet.preview.filter(
    ({ number }) => number >= header.firstRow && number <= header.lastRow,
  );
  return Array.from({ length: sheet.columnCount }, (_, column) => {
    const parts = lines.map((row) => textAt(row, column)).filter((text) => text !== '');
    return [...new Set(parts)].join(' / ');
  });
}

/** Rows of values among the first ones of the sheet. */
export function sampleRows(sheet: SheetInfo, header: HeaderLines | null): readonly Row[] {
  return sheet.preview.filter(({ number }) => header === null || number > header.lastRow);
}

const JOINT = ' / ';

/**
 * The words that name each column itself: under a heading over several columns, the lower line,
 * unless that says the same of two columns.
 */
export function ownLabels(labels: readonly string[]): readonly string[] {
  const lowest = labels.map((label) => label.split(JOINT).at(-1) ?? label);
  return labels.map((label, at) => {
    const low = lowest[at] ?? label;
    const isOwn = low !== '' && lowest.filter((other) => other === low).length === 1;
    return isOwn ? low : label;
  });
}
