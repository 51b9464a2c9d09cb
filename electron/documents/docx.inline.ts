import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  SequentialIdentifier,
  TextRun,
} from 'docx';
import type { IParagraphOptions, IRunPropertiesOptions, ParagraphChild } from 'docx';
import type { FlowBlock, Inline, ListBlock, ParagraphBlock } from '#documents/model.ts';
import { plainText, safeHref, traceText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';

/** What is counted while a Word document is written. */
export interface DocxContext {
  readonly document: PreparedDocument;
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }>;
  /** Each numbered list counts from its own start. */
  lists: number;
}

/** The reference to the annex, raised. */
export const sourceMark = (
  id: string | undefined,
  context: DocxContext,
  format: IRunPropertiesOptions = {},
): readonly ParagraphChild[] => {
  const number = id === undefined ? undefined : context.document.sourceNumbers.get(id);
  return number === undefined
    ? []
    : [
        new InternalHyperlink({
          anchor: `source-${number}`,
          children: [new TextRun({ ...format, text: `[${number}]`, superScript: true })],
        }),
      ];
};

/** A big or running figure with its reference to the annex. */
export const tracedRuns = (
  text: string,
  source: string | undefined,
  context: DocxContext,
  format: IRunPropertiesOptions = {},
): readonly ParagraphChild[] => [new TextRun({ ...format, text }), ...sourceMark(source, context)];

function oneRun(
  inline: Inline,
  context: DocxContext,
  format: IRunPropertiesOptions,
): readonly ParagraphChild[] {
  switch (inline.type) {
    case 'text':
      return inline.text === '' ? [] : [new TextRun({ ...format, text: inline.text })];
    case 'strong':
      return runs(inline.content, context, { ...format, bold: true });
    case 'emphasis':
      return runs(inline.content, context, { ...format, italics: true });
    case 'break':
      return [new TextRun({ ...format, break: 1 })];
    case 'link': {
      const href = safeHref(inline.href);
      return href === null
        ? runs(inline.content, context, format)
        : [
            new ExternalHyperlink({
              link: href,
              children: [...runs(inline.content, context, { ...format, style: 'Hyperlink' })],
            }),
          ];
    }
    case 'trace':
      return tracedRuns(traceText(inline, context.document), inline.source, context, format);
    case 'note': {
      const number = Object.keys(context.footnotes).length + 1;
      context.footnotes[number] = { children: [] };
      context.footnotes[number] = {
        children: [
          new Paragraph({ style: 'FootnoteText', children: [...runs(inline.content, context)] }),
        ],
      };
      return [new FootnoteReferenceRun(number)];
    }
  }
}

/** Runs of text; `format` is inherited by all of them. */
export const runs = (
  content: readonly Inline[],
  context: DocxContext,
  format: IRunPropertiesOptions = {},
): readonly ParagraphChild[] => content.flatMap((inline) => oneRun(inline, context, format));

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const LATIN = /\p{Script=Latin}/u;

/** Right-to-left when its first letter is. */
export const isRightToLeft = (content: readonly Inline[]): boolean => {
  const first = content.find(
    (inline) => inline.type === 'text' && (RTL.test(inline.text) || LATIN.test(inline.text)),
  );
  if (first?.type !== 'text') return false;
  const [rtl, latin] = [first.text.search(RTL), first.text.search(LATIN)];
  return rtl >= 0 && (latin < 0 || rtl < latin);
};

export interface FlowStyle {
  readonly style?: string;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly format?: IRunPropertiesOptions;
}

const variantStyles = { lead: 'Lead', small: 'Small', address: 'LetterAddress' } as const;

function listParagraphs(
  list: ListBlock,
  level: number,
  context: DocxContext,
  options: FlowStyle,
): readonly Paragraph[] {
  const instance = list.ordered ? (context.lists += 1) : 0;
  const numbering = {
    reference: list.ordered ? 'numbers' : 'bullets',
    level: Math.min(level, 8),
    instance,
  };
  return list.items.flatMap((item) => [
    new Paragraph({
      ...paragraphOptions(options, true),
      numbering,
      keepNext: item.blocks.length > 0,
      children: [...runs(item.content, context, options.format)],
    }),
    ...item.blocks.flatMap((block) =>
      block.type === 'list'
        ? listParagraphs(block, level + 1, context, options)
        : [
            new Paragraph({
              ...paragraphOptions(options),
              indent: { left: 380 * (level + 1) },
              children: [...runs(block.content, context, options.format)],
            }),
          ],
    ),
  ]);
}

const paragraphOptions = (options: FlowStyle, isList = false): IParagraphOptions => ({
  ...(options.style === undefined
    ? isList
      ? { style: 'ListParagraph' }
      : {}
    : { style: options.style }),
  ...(options.alignment === undefined ? {} : { alignment: options.alignment }),
});

/** Words that end in a colon stay with what they announce. */
const announces = (block: ParagraphBlock, { document }: DocxContext): boolean =>
  /:\s*$/u.test(plainText(block.content, document));

/** Paragraphs and lists as Word paragraphs. */
export const flowParagraphs = (
  blocks: readonly FlowBlock[],
  context: DocxContext,
  options: FlowStyle = {},
): readonly Paragraph[] =>
  blocks.flatMap((block) =>
    block.type === 'list'
      ? listParagraphs(block, 0, context, options)
      : [
          new Paragraph({
            ...paragraphOptions(options),
            ...(announces(block, context) ? { keepNext: true } : {}),
            ...(block.variant === 'normal' ? {} : { style: variantStyles[block.variant] }),
            ...(isRightToLeft(block.content) ? { bidirectional: true } : {}),
            children: [...runs(block.content, context, options.format)],
          }),
        ],
  );

/** At least one paragraph: Word refuses empty cells. */
export const cellParagraphs = (
  blocks: readonly FlowBlock[],
  context: DocxContext,
  options: FlowStyle = {},
): readonly Paragraph[] => {
  const paragraphs = flowParagraphs(blocks, context, options);
  return paragraphs.length > 0 ? paragraphs : [new Paragraph(paragraphOptions(options))];
};

/** « Tableau 1 – … » with a counter that Word keeps up to date. */
export const captionParagraph = (
  kind: 'table' | 'figure',
  content: readonly Inline[],
  context: DocxContext,
): Paragraph => {
  const word = context.document.words[kind];
  return new Paragraph({
    style: 'Caption',
    children: [
      new TextRun({ text: `${word}\u00a0` }),
      new SequentialIdentifier(word),
      new TextRun({ text: ' – ' }),
      ...runs(content, context),
    ],
  });
};

/** A place that links of the document lead to. */
export const bookmarked = (id: string, children: readonly ParagraphChild[]): Bookmark =>
  new Bookmark({ id, children: [...children] });
