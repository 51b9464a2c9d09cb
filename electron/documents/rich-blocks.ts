import type {
  Block as RichBlock,
  Inline as RichInline,
  ListItem as RichItem,
  Mark,
  RecordRef,
  RichText,
  TableCell as RichCell,
} from '#domain/rich-text.ts';
import { emphasis, lineBreak, link, paragraph, section, strong } from '#documents/compose.ts';
import type {
  Block,
  FlowBlock,
  Inline,
  ListBlock,
  Section,
  TableBlock,
  TableCell,
} from '#documents/model.ts';

/** How the decisions and actions placed in a text are shown. */
export interface RefForms {
  readonly block: (ref: RecordRef) => readonly Block[];
  readonly inline: (ref: RecordRef) => readonly Inline[];
}

const marked = (inline: Inline, mark: Mark): Inline => {
  switch (mark.type) {
    case 'bold':
      return strong([inline]);
    case 'link':
      return link(mark.attrs.href, [inline]);
    default:
      // The model knows one way to stress a word: underlined and italic look alike.
      return emphasis([inline]);
  }
};

function inlinesOf(nodes: readonly RichInline[] | undefined, forms: RefForms): readonly Inline[] {
  return (nodes ?? []).flatMap((node): readonly Inline[] => {
    switch (node.type) {
      case 'text':
        return [(node.marks ?? []).reduce(marked, { type: 'text', text: node.text } as Inline)]; // widened, so that marks may wrap it
      case 'hardBreak':
        return [lineBreak];
      case 'mention':
        return [{ type: 'text', text: node.attrs.label }];
      default:
        return forms.inline(node);
    }
  });
}

const isWritten = (content: readonly Inline[]): boolean =>
  content.some((inline) => inline.type !== 'text' || inline.text.trim() !== '');

/** Blocks that may lie in lists and cells; tables within them are told cell after cell. */
function flowOf(nodes: readonly RichBlock[], forms: RefForms): readonly FlowBlock[] {
  return nodes.flatMap((node): readonly FlowBlock[] => {
    switch (node.type) {
      case 'paragraph': {
        const content = inlinesOf(node.content, forms);
        return isWritten(content) ? [paragraph(content)] : [];
      }
      case 'heading':
        return [paragraph(strong([...inlinesOf(node.content, forms)]))];
      case 'bulletList':
      case 'orderedList':
        return [listOf(node, forms)];
      case 'table':
        return node.content.flatMap((row) =>
          row.content.flatMap((cell) => flowOf(cell.content, forms)),
        );
      default:
        return [paragraph([...forms.inline(node)])];
    }
  });
}

function itemOf(node: RichItem, forms: RefForms): ListBlock['items'][number] {
  const [first, ...others] = flowOf(node.content, forms);
  if (first === undefined) return { content: [], blocks: [] };
  return first.type === 'paragraph'
    ? { content: first.content, blocks: others }
    : { content: [], blocks: [first, ...others] };
}

function listOf(
  node: Extract<RichBlock, { type: 'bulletList' | 'orderedList' }>,
  forms: RefForms,
): ListBlock {
  const isOrdered = node.type === 'orderedList';
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? (node.attrs?.start ?? 1) : 1,
    items: node.content.map((item) => itemOf(item, forms)),
  };
}

/** Rows of cells as a grid: a cell that spans several leaves empty ones behind. */
function gridOf(
  node: Extract<RichBlock, { type: 'table' }>,
): readonly (readonly (RichCell | null)[])[] {
  const grid: (RichCell | null | undefined)[][] = node.content.map(() => []);
  node.content.forEach((row, y) => {
    let x = 0;
    for (const cell of row.content) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const { colspan, rowspan } = cell.attrs ?? { colspan: 1, rowspan: 1 };
      for (let down = 0; down < rowspan; down += 1) {
        const line = grid[y + down];
        if (line === undefined) break;
        for (let along = 0; along < colspan; along += 1) {
          line[x + along] = down === 0 && along === 0 ? cell : null;
        }
      }
      x += colspan;
    }
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? null));
}

function tableOf(node: Extract<RichBlock, { type: 'table' }>, forms: RefForms): readonly Block[] {
  const [first = [], ...others] = gridOf(node);
  if (first.length === 0) return [];
  const toCell = (cell: RichCell | null): TableCell => ({
    blocks: cell === null ? [] : flowOf(cell.content, forms),
  });
  const headerOf = (cell: RichCell | null): readonly Inline[] =>
    toCell(cell).blocks.flatMap((block, index): readonly Inline[] => [
      ...(index === 0 ? [] : [lineBreak]),
      ...(block.type === 'paragraph'
        ? block.content
        : block.items.flatMap(({ content }, rank) => [
            ...(rank === 0 ? [] : [lineBreak]),
            ...content,
          ])),
    ]);
  const table: TableBlock = {
    type: 'table',
    columns: first.map((cell) => ({ header: headerOf(cell), align: 'start', weight: 1 })),
    rows: others.map((row) => row.map(toCell)),
    hasRowHeaders: others.length > 0 && others.every(([cell]) => cell?.type === 'tableHeader'),
  };
  return [table];
}

interface Part {
  readonly level: number;
  readonly title: readonly Inline[];
  readonly blocks: Block[];
}

/** Parts that follow one another as sections within sections, by the level of their headings. */
function nested(parts: readonly Part[]): readonly Section[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const end = others.findIndex(({ level }) => level <= first.level);
  const inside = end < 0 ? others : others.slice(0, end);
  const after = end < 0 ? [] : others.slice(end);
  return [
    section([...first.title], first.blocks, { sections: nested(inside), isNumbered: false }),
    ...nested(after),
  ];
}

/** A rich text as the blocks before its first heading, and a section for each heading. */
export function richParts(
  doc: RichText,
  forms: RefForms,
): { readonly blocks: readonly Block[]; readonly sections: readonly Section[] } {
  const before: Block[] = [];
  const parts: Part[] = [];
  for (const node of doc.content) {
    const blocks = parts.at(-1)?.blocks ?? before;
    if (node.type === 'heading') {
      const title = inlinesOf(node.content, forms);
      if (isWritten(title)) parts.push({ level: node.attrs.level, title, blocks: [] });
    } else if (node.type === 'table') {
      blocks.push(...tableOf(node, forms));
    } else if (node.type === 'decisionRef' || node.type === 'actionRef') {
      blocks.push(...forms.block(node));
    } else {
      blocks.push(...flowOf([node], forms));
    }
  }
  return { blocks: before, sections: nested(parts) };
}

/** A rich text as blocks of one section: headings become lines that stand out. */
export function richFlow(doc: RichText, forms: RefForms): readonly Block[] {
  return doc.content.flatMap((node): readonly Block[] => {
    if (node.type === 'table') return tableOf(node, forms);
    if (node.type === 'decisionRef' || node.type === 'actionRef') return forms.block(node);
    return flowOf([node], forms);
  });
}
