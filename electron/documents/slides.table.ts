import type { TableBlock } from '#documents/model.ts';
import { plainText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { putLabel } from '#documents/slides.labels.ts';
import { cellPadding, stage } from '#documents/slides.stage.ts';
import type { Atom, SlideRow } from '#documents/slides.stage.ts';
import { flowHeight, portions, slideFlow, slideParagraph } from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';

const aligns = { start: 'left', center: 'center', end: 'right' } as const;

/** A row in as many parts as a height in inches wants: a cell taller than that goes on in the next. */
function rowsOf(
  cells: readonly (readonly SlideParagraph[])[],
  widths: readonly number[],
  size: number,
  limit: number,
): readonly SlideRow[] {
  const inner = widths.map((width) => width - 2 * cellPadding.x);
  const cut = cells.map((cell, index) => portions(cell, inner[index] ?? 1, size, limit));
  const count = Math.max(1, ...cut.map((parts) => parts.length));
  return Array.from({ length: count }, (_, at) => {
    const part = cut.map((parts) => parts[at] ?? []);
    const heights = part.map(
      (cell, index) => flowHeight(cell, inner[index] ?? 1, size) + 2 * cellPadding.y,
    );
    return { cells: part, height: Math.max(0.3, ...heights) };
  });
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
  const build = (
    size: number,
  ): { readonly header: SlideRow; readonly rows: readonly SlideRow[] } => {
    const [header = { cells: [], height: 0.3 }] = rowsOf(
      table.columns.map((column) => [
        slideParagraph(column.header, document, {
          format: { isBold: true, color: document.theme.colors.white },
        }),
      ]),
      widths,
      size,
      1.4,
    );
    const limit = stage.height - header.height - captionHeight - 0.3;
    const rows = table.rows.flatMap((row) =>
      rowsOf(
        table.columns.map((_, index) =>
          slideFlow(row[index]?.blocks ?? [], document).map((paragraph, at) =>
            index === 0 && at === 0 && table.hasRowHeaders
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
  const parts: SlideRow[][] = [[]];
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
        putLabel(
          slide,
          caption,
          { x: stage.x, y, w: stage.width, h: 0.34 },
          {
            sizes: [14, 12, 10.5],
            isBold: true,
            color: document.theme.colors.text,
            valign: 'middle',
          },
        );
        slide.table(
          {
            caption,
            header,
            rows: part,
            widths,
            aligns: table.columns.map(({ align }) => aligns[align]),
            size,
          },
          { x: stage.x, y: y + captionHeight, w: stage.width, h: height },
        );
      },
    };
  });
}
