const GAP = '  ';

export interface TableColumn {
  readonly label: string;
  readonly align?: 'start' | 'end';
  /** Longest cell shown, in characters; longer ones are cut with « … ». */
  readonly width?: number;
}

const MAXIMUM_WIDTH = 40;
const segments = new Intl.Segmenter();

/** Letters as they are seen, whatever code units they take. */
const lettersOf = (text: string): string[] => [...segments.segment(text)].map((one) => one.segment);

function cut(text: string, width: number): string {
  const line = text.replaceAll(/\s*[\r\n\t]+\s*/g, ' ').trim();
  const letters = lettersOf(line);
  return letters.length <= width
    ? line
    : `${letters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
}

function pad(text: string, width: number, align: 'start' | 'end'): string {
  const blank = ' '.repeat(Math.max(0, width - lettersOf(text).length));
  return align === 'end' ? blank + text : text + blank;
}

/** Rows as aligned text under their headings. Columns without a single value are left out. */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string {
  const shown = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => rows.some((row) => (row[index] ?? '') !== ''))
    .map(({ label, align = 'start', width = MAXIMUM_WIDTH, index }) => {
      const cells = rows.map((row) => cut(row[index] ?? '', width));
      const widest = Math.max(...[label, ...cells].map((cell) => lettersOf(cell).length));
      return { label, align, cells, widest };
    });
  const line = (cellOf: (column: (typeof shown)[number]) => string): string =>
    shown
      .map((column) => pad(cellOf(column), column.widest, column.align))
      .join(GAP)
      .trimEnd();
  return [
    line(({ label }) => label),
    line(({ widest }) => '─'.repeat(widest)),
    ...rows.map((_row, index) => line(({ cells }) => cells[index] ?? '')),
  ].join('\n');
}
