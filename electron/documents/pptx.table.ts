import type PptxGenJS from 'pptxgenjs';
import type { TableBlock } from '#documents/model.ts';
import { plainText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { stage } from '#documents/pptx.stage.ts';
import type { Atom } from '#documents/pptx.stage.ts';
import {
  clampText,
  flowHeight,
  portions,
  pptxText,
  slideFlow,
  slideParagraph,
} from '#documents/pptx.text.ts';
import type { SlideParagraph } from '#documents/pptx.text.ts';
import { colors } from '#documents/theme.ts';

/** Space inside a cell, in inches. */
const PAD_X = 0.1;
const PAD_Y = 0.05;

const aligns = { start: 'left', center: 'center', end: 'right' } as const;

interface Row {
  readonly cells: readonly (readonly SlideParagraph[])[];
  readonly height: number;
}

function rowOf(
  cells: readonly (readonly SlideParagraph[])[],
  widths: readonly number[],
  size: number,
  limit: number,
): Row {
  // A cell taller than a slide keeps what fits: a table row cannot be continued.
  const cut = cells.map(
    (cell, index) => portions(cell, (widths[index] ?? 1) - 2 * PAD_X, size, limit)[0] ?? [],
  );
  const height = Math.max(
    0.3,
    ...cut.map(
      (cell, index) => flowHeight(cell, (widths[index] ?? 1) - 2 * PAD_X, size) + 2 * PAD_Y,
    ),
  );
  return { cells: cut, height };
}

/** A table in as many parts as slides need, each with the header row and the caption. */
export function tableAtoms(table: TableBlock, document: PreparedDocument): readonly Atom[] {
  if (table.columns.length === 0) return [];
  const weights = table.columns.map(({ weight }) =>
    Number.isFinite(weight) && weight > 0 ? weight : 0.1,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => (weight / total) * stage.width);
  const caption = table.caption === undefined ? '' : plainText(table.caption, document);
  const captionHeight = caption === '' ? 0 : 0.42;
  const build = (size: number): { readonly header: Row; readonly rows: readonly Row[] } => {
    const header = rowOf(
      table.columns.map((column) => [
        slideParagraph(column.header, document, { format: { isBold: true, color: colors.white } }),
      ]),
      widths,
      size,
      1.4,
    );
    const limit = stage.height - header.height - captionHeight - 0.3;
    const rows = table.rows.map((row) =>
      rowOf(
        table.columns.map((_, index) =>
          slideFlow(row[index]?.blocks ?? [], document).map((paragraph) =>
            index === 0 && table.hasRowHeaders
              ? { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, isBold: true })) }
              : paragraph,
          ),
        ),
        widths,
        size,
        limit,
      ),
    );
    return { header, rows };
  };
  const heightOf = ({ header, rows }: ReturnType<typeof build>): number =>
    header.height + rows.reduce((sum, row) => sum + row.height, 0) + captionHeight;
  const size = [16, 14, 13].find((each) => heightOf(build(each)) <= stage.height - 0.1) ?? 12;
  const { header, rows } = build(size);
  const room = stage.height - header.height - captionHeight - 0.15;
  const parts: Row[][] = [[]];
  let left = room;
  for (const row of rows) {
    if (row.height > left && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push(row);
    left -= row.height;
  }
  return parts.map((part): Atom => {
    const height = header.height + part.reduce((sum, row) => sum + row.height, 0);
    return {
      height: captionHeight + height + 0.15,
      draw: (slide, y) => {
        if (caption !== '')
          slide.addText(clampText(caption, stage.width, 14, 1, true), {
            x: stage.x,
            y,
            w: stage.width,
            h: 0.34,
            margin: 0,
            bold: true,
            fontSize: 14,
            color: colors.text,
            valign: 'middle',
          });
        slide.addTable(
          [
            tableRow(header, table, size, colors.accent),
            ...part.map((row, index) =>
              tableRow(row, table, size, index % 2 === 1 ? colors.band : colors.white),
            ),
          ],
          {
            x: stage.x,
            y: y + captionHeight,
            w: stage.width,
            colW: widths,
            rowH: [header.height, ...part.map((row) => row.height)],
            margin: [PAD_Y, PAD_X, PAD_Y, PAD_X],
            fontSize: size,
            autoPage: false,
          },
        );
      },
    };
  });
}

function tableRow(row: Row, table: TableBlock, size: number, fill: string): PptxGenJS.TableRow {
  const edge = { type: 'solid', pt: 0.75, color: colors.rule } as const;
  const none = { type: 'none' } as const;
  return row.cells.map((cell, index) => {
    const align = aligns[table.columns[index]?.align ?? 'start'];
    return {
      // The library takes runs of text in cells as in boxes; its types know only nested cells.
      text: pptxText(cell, size, fill === colors.accent ? colors.white : colors.text).map(
        (run) => ({ ...run, options: { ...run.options, align } }),
      ) as PptxGenJS.TableCell[],
      options: { fill: { color: fill }, align, valign: 'top', border: [none, none, edge, none] },
    };
  });
}
