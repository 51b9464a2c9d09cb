import type {
  Block,
  BreakBlock,
  CalloutBlock,
  ChartBlock,
  ComparisonBlock,
  DefinitionsBlock,
  DocumentMeta,
  DocumentModel,
  EmphasisInline,
  FigureBlock,
  FlowBlock,
  Inline,
  KeyFigure,
  KeyFiguresBlock,
  LinkInline,
  ListBlock,
  ListItem,
  NoteInline,
  ParagraphBlock,
  Picture,
  QuoteBlock,
  RecordRef,
  Section,
  SlideLayout,
  SourceEntry,
  Step,
  StepsBlock,
  StrongInline,
  TableBlock,
  TableCell,
  TableColumn,
  TimelineBlock,
  TitlePage,
  TraceInline,
} from '#documents/model.ts';

/** Text in any of the shapes a builder finds handy. */
export type InlineInput = string | Inline | readonly (string | Inline)[];
/** Text or blocks; text becomes one paragraph. */
export type FlowInput = InlineInput | { readonly blocks: readonly FlowBlock[] };

const isMany = (input: InlineInput): input is readonly (string | Inline)[] => Array.isArray(input);

/** Runs of text from a string, a run or a mixture of both. */
export function inlines(input: InlineInput): readonly Inline[] {
  const parts = isMany(input) ? input : [input];
  return parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
}

/** Blocks from text (one paragraph, none when empty) or from blocks as they are. */
export function flow(input: FlowInput): readonly FlowBlock[] {
  if (typeof input === 'object' && 'blocks' in input) return input.blocks;
  return input === '' ? [] : [paragraph(input)];
}

export const strong = (input: InlineInput): StrongInline => ({
  type: 'strong',
  content: inlines(input),
});
export const emphasis = (input: InlineInput): EmphasisInline => ({
  type: 'emphasis',
  content: inlines(input),
});
export const link = (href: string, input: InlineInput = href): LinkInline => ({
  type: 'link',
  href,
  content: inlines(input),
});
export const lineBreak: Inline = { type: 'break' };
export const note = (input: InlineInput): NoteInline => ({ type: 'note', content: inlines(input) });

/** A figure with the records behind it. */
export const trace = (
  value: number | string,
  records: readonly RecordRef[],
  options: { readonly unit?: string; readonly source?: string } = {},
): TraceInline => ({ type: 'trace', value, records, ...options });

export const paragraph = (
  input: InlineInput,
  variant: ParagraphBlock['variant'] = 'normal',
): ParagraphBlock => ({ type: 'paragraph', content: inlines(input), variant });

/** A list item: its text, then what belongs under it. */
export const item = (input: InlineInput, ...blocks: readonly FlowBlock[]): ListItem => ({
  content: inlines(input),
  blocks,
});

const isItem = (input: InlineInput | ListItem): input is ListItem =>
  typeof input === 'object' && 'blocks' in input;
const toItem = (input: InlineInput | ListItem): ListItem => (isItem(input) ? input : item(input));

export const bullets = (...items: readonly (InlineInput | ListItem)[]): ListBlock => ({
  type: 'list',
  ordered: false,
  start: 1,
  items: items.map(toItem),
});
export const numbered = (...items: readonly (InlineInput | ListItem)[]): ListBlock => ({
  type: 'list',
  ordered: true,
  start: 1,
  items: items.map(toItem),
});

export const quote = (input: InlineInput, attribution?: InlineInput): QuoteBlock => ({
  type: 'quote',
  content: inlines(input),
  ...(attribution === undefined ? {} : { attribution: inlines(attribution) }),
});

export const callout = (
  input: FlowInput,
  options: { readonly title?: InlineInput; readonly tone?: CalloutBlock['tone'] } = {},
): CalloutBlock => ({
  type: 'callout',
  tone: options.tone ?? 'info',
  blocks: flow(input),
  ...(options.title === undefined ? {} : { title: inlines(options.title) }),
});

export const definitions = (
  ...entries: readonly {
    readonly term: InlineInput;
    readonly definition: InlineInput;
    readonly source?: InlineInput;
  }[]
): DefinitionsBlock => ({
  type: 'definitions',
  entries: entries.map(({ term, definition, source }) => ({
    term: inlines(term),
    definition: inlines(definition),
    ...(source === undefined ? {} : { source: inlines(source) }),
  })),
});

/** A big number with what it counts. */
export const keyFigure = (
  value: number | string,
  label: InlineInput,
  options: {
    readonly unit?: string;
    readonly records?: readonly RecordRef[];
    readonly source?: string;
  } = {},
): KeyFigure => ({ value, label: inlines(label), records: [], ...options });

export const keyFigures = (...items: readonly KeyFigure[]): KeyFiguresBlock => ({
  type: 'keyFigures',
  items,
});

export const column = (
  header: InlineInput,
  options: { readonly align?: TableColumn['align']; readonly weight?: number } = {},
): TableColumn => ({
  header: inlines(header),
  align: options.align ?? 'start',
  weight: options.weight ?? 1,
});

/** A table; short rows are filled with empty cells, long ones cut, by the writers. */
export const table = (
  columns: readonly (TableColumn | string)[],
  rows: readonly (readonly FlowInput[])[],
  options: {
    readonly caption?: InlineInput;
    readonly hasRowHeaders?: boolean;
    readonly isForm?: boolean;
  } = {},
): TableBlock => ({
  type: 'table',
  columns: columns.map((each) => (typeof each === 'string' ? column(each) : each)),
  rows: rows.map((row) => row.map((each): TableCell => ({ blocks: flow(each) }))),
  hasRowHeaders: options.hasRowHeaders ?? true,
  ...(options.isForm === undefined ? {} : { isForm: options.isForm }),
  ...(options.caption === undefined ? {} : { caption: inlines(options.caption) }),
});

export const comparison = (
  left: { readonly title: InlineInput; readonly content: FlowInput },
  right: { readonly title: InlineInput; readonly content: FlowInput },
): ComparisonBlock => ({
  type: 'comparison',
  left: { title: inlines(left.title), blocks: flow(left.content) },
  right: { title: inlines(right.title), blocks: flow(right.content) },
});

export const chart = (
  options: Omit<ChartBlock, 'type' | 'title' | 'source'> & {
    readonly title: InlineInput;
    readonly source?: InlineInput;
  },
): ChartBlock => {
  const { title, source, ...rest } = options;
  return {
    type: 'chart',
    ...rest,
    title: inlines(title),
    ...(source === undefined ? {} : { source: inlines(source) }),
  };
};

/** One phase of a process. */
export const step = (
  title: InlineInput,
  options: {
    readonly content?: FlowInput;
    readonly deadline?: string;
    readonly quota?: string;
  } = {},
): Step => {
  const { content, ...rest } = options;
  return { title: inlines(title), blocks: content === undefined ? [] : flow(content), ...rest };
};
export const steps = (...items: readonly Step[]): StepsBlock => ({ type: 'steps', items });

export const timeline = (
  ...items: readonly {
    readonly when: string;
    readonly title: InlineInput;
    readonly detail?: InlineInput;
  }[]
): TimelineBlock => ({
  type: 'timeline',
  items: items.map(({ when, title, detail }) => ({
    when,
    title: inlines(title),
    ...(detail === undefined ? {} : { detail: inlines(detail) }),
  })),
});

export const figure = (picture: Picture, alt: string, caption?: InlineInput): FigureBlock => ({
  type: 'figure',
  picture,
  alt,
  ...(caption === undefined ? {} : { caption: inlines(caption) }),
});

export const pageBreak = (where: BreakBlock['where'] = 'page'): BreakBlock => ({
  type: 'pageBreak',
  where,
});

/** A section with its blocks and sub-sections. */
export const section = (
  title: InlineInput,
  blocks: readonly Block[],
  options: {
    readonly key?: string;
    readonly isRepeatable?: boolean;
    readonly sections?: readonly Section[];
    readonly opening?: readonly ParagraphBlock[];
    readonly slide?: SlideLayout;
    readonly speakerNotes?: readonly string[];
    readonly only?: 'slides' | 'text';
    readonly startsPage?: boolean;
    readonly isNumbered?: boolean;
  } = {},
): Section => ({
  title: inlines(title),
  blocks,
  sections: [],
  slide: 'content',
  speakerNotes: [],
  startsPage: false,
  isNumbered: true,
  ...options,
});

export const source = (
  id: string,
  label: InlineInput,
  records: readonly RecordRef[] = [],
): SourceEntry => ({ id, label: inlines(label), records });

/** The whole document. Contents are on, headings are numbered, unless said otherwise. */
export const documentModel = (options: {
  readonly meta: DocumentMeta;
  readonly layout?: DocumentModel['layout'];
  readonly titlePage?: Partial<TitlePage>;
  readonly numbering?: DocumentModel['numbering'];
  readonly hasContents?: boolean;
  readonly sections: readonly Section[];
  readonly sources?: readonly SourceEntry[];
}): DocumentModel => ({
  meta: options.meta,
  ...(options.layout === undefined ? {} : { layout: options.layout }),
  titlePage: { facts: [], ...options.titlePage },
  numbering: options.numbering ?? 'decimal',
  hasContents: options.hasContents ?? true,
  sections: options.sections,
  sources: options.sources ?? [],
});
