import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  WidthType,
} from 'docx';
import type { ITableCellOptions, TableRow } from 'docx';
import { TEXT_TWIPS } from '#documents/docx.style.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;
/** A background of one colour. */
export const fill = (color: string) =>
  ({ type: ShadingType.CLEAR, fill: color, color: 'auto' }) as const;
/** A border of a colour, as thick as eighths of a point say. */
export const line = (color: string, size: number) =>
  ({ style: BorderStyle.SINGLE, size, color }) as const;

/** A table holds no space around it: a thin empty paragraph does. */
export const spacer = (keepNext = false): Paragraph => new Paragraph({ style: 'Spacer', keepNext });

/** Whole twips that share the text width in proportion to the weights. */
export function shares(weights: readonly number[], total = TEXT_TWIPS): readonly number[] {
  const clean = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0.1));
  const sum = clean.reduce((left, right) => left + right, 0) || 1;
  return clean.map((weight) => Math.floor((weight / sum) * total));
}

/** A table that only arranges things. */
export const layoutTable = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows,
    columnWidths: widths,
    borders: noBorders,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  });

/** A cell with the inner margins of panels. */
export const boxCell = (options: ITableCellOptions): TableCell =>
  new TableCell({ margins: { top: 110, bottom: 90, left: 190, right: 190 }, ...options });
