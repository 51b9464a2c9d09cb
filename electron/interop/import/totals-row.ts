import { cellKind, cellText } from './sheet.ts';
import type { Cell, RawRow } from './sheet.ts';

/** Words that open a line of totals, in French and English; a name such as TotalEnergies is none. */
const WORDS =
  /^(?:(?:sous|s)[-\s/]?tota(?:l|ux)|(?:grand\s+)?tota(?:l|ux)|sub-?total|ensemble|sommes?|sum|moyenne|average)(?:\s+(?:g[ée]n[ée]ra(?:l|ux)|hors taxes?|ht|ttc|des?\s.*|du\s.*|of\s.*))?\s*[:=]?$/i;
const NUMBER_LIKE = /^[+-]?[\d\s\u00a0\u202f.,]*\d\s*(?:€|%|k€|M€)?$/;

function isFigure(cell: Cell): boolean {
  return (
    cellKind(cell) === 'number' || (cellKind(cell) === 'text' && NUMBER_LIKE.test(cellText(cell)))
  );
}

function computed(row: RawRow): number {
  return row.cells.filter((cell) => cell !== null && typeof cell === 'object' && cell.hasFormula)
    .length;
}

/** Whether a row at the end of a table adds it up, by its word or by formulas that rows above lack. */
export function isTotalsRow(row: RawRow, above: RawRow | null): boolean {
  const cells = row.cells.filter((cell) => cell !== null);
  const [first = null] = cells;
  if (WORDS.test(cellText(first).trim())) {
    return cells.length <= 2 || cells.slice(1).some(isFigure);
  }
  const figures = cells.filter((cell) => cellKind(cell) === 'number').length;
  const formulas = computed(row);
  return (
    formulas > 0 &&
    formulas === figures &&
    cells.length - formulas <= 1 &&
    above !== null &&
    computed(above) === 0 &&
    above.cells.filter((cell) => cell !== null).length > cells.length
  );
}
