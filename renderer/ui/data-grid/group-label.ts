import type { CellWords } from './cell-format.ts';
import { formatCell } from './cell-format.ts';
import type { CellValue, GridColumn } from './grid.types.ts';

export interface GroupWords extends CellWords {
  /** What rows without a value are gathered under. */
  readonly none: string;
}

const GROUPABLE: ReadonlySet<GridColumn['kind']> = new Set([
  'text',
  'choice',
  'boolean',
  'date',
  'dateTime',
  'integer',
  'identifier',
]);

export function isGroupable({ kind }: GridColumn): boolean {
  return GROUPABLE.has(kind);
}

const FEW_VALUES: ReadonlySet<GridColumn['kind']> = new Set(['choice', 'boolean', 'date']);

/** Columns to offer: those on screen but for the name, and hidden ones that hold few values. */
export function groupableColumns(
  columns: readonly GridColumn[],
  order: readonly string[],
  hidden: readonly string[],
): GridColumn[] {
  const ordered = order.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const isShown = ({ key }: GridColumn): boolean => !hidden.includes(key);
  return [
    ...ordered.filter(isShown).slice(1).filter(isGroupable),
    ...ordered.filter((column) => !isShown(column) && FEW_VALUES.has(column.kind)),
  ];
}

/** What a group's header says: a year for days, the words of the value otherwise. */
export function groupLabel(value: CellValue, column: GridColumn, words: GroupWords): string {
  if (value === null) return words.none;
  if (column.kind === 'date' || column.kind === 'dateTime') return String(value);
  const text = formatCell(value, column, words);
  return column.kind === 'boolean' || column.kind === 'integer'
    ? `${column.label} : ${text}`
    : text;
}
