import type { FlowBlock, Inline, ListBlock } from '#documents/model.ts';
import { safeHref, traceText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { wrapText } from '#documents/text-metrics.ts';

/** A stretch of text in one format. */
export interface SlideRun {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly color?: string;
  readonly href?: string;
  readonly isRaised?: boolean;
  /** Size relative to its paragraph. */
  readonly scale?: number;
}

/** A paragraph on a slide, before it is given a size and a place. */
export interface SlideParagraph {
  readonly runs: readonly SlideRun[];
  readonly level: number;
  readonly mark: 'none' | 'bullet' | number;
  /** Size relative to the body text. */
  readonly scale: number;
  /** How wide its letters are, compared with those that texts are measured in; 1 when left out. */
  readonly stretch?: number;
  /** Without space below: a label in a box of its own. */
  readonly isTight?: boolean;
}

type RunFormat = Omit<SlideRun, 'text'>;

function inlineRuns(
  inline: Inline,
  document: PreparedDocument,
  format: RunFormat,
): readonly SlideRun[] {
  switch (inline.type) {
    case 'text':
      return inline.text === '' ? [] : [{ ...format, text: inline.text }];
    case 'strong':
      return slideRuns(inline.content, document, { ...format, isBold: true });
    case 'emphasis':
      return slideRuns(inline.content, document, { ...format, isItalic: true });
    case 'break':
      return [{ ...format, text: '\n' }];
    case 'link': {
      const href = safeHref(inline.href);
      return slideRuns(inline.content, document, href === null ? format : { ...format, href });
    }
    case 'trace': {
      const number =
        inline.source === undefined ? undefined : document.sourceNumbers.get(inline.source);
      return [
        { ...format, text: traceText(inline, document) },
        ...(number === undefined ? [] : [{ ...format, text: `[${number}]`, isRaised: true }]),
      ];
    }
    case 'note':
      return [
        { ...format, text: ' (', color: document.theme.colors.muted },
        ...slideRuns(inline.content, document, { ...format, color: document.theme.colors.muted }),
        { ...format, text: ')', color: document.theme.colors.muted },
      ];
  }
}

/** Runs of a slide; foot notes, which slides do not have, follow in brackets. */
export const slideRuns = (
  content: readonly Inline[],
  document: PreparedDocument,
  format: RunFormat = {},
): readonly SlideRun[] => content.flatMap((inline) => inlineRuns(inline, document, format));

/** One paragraph of runs. */
export const slideParagraph = (
  content: readonly Inline[],
  document: PreparedDocument,
  options: Partial<Omit<SlideParagraph, 'runs'>> & { readonly format?: RunFormat } = {},
): SlideParagraph => ({
  runs: slideRuns(content, document, options.format),
  level: options.level ?? 0,
  mark: options.mark ?? 'none',
  scale: options.scale ?? 1,
  ...(document.theme.fonts.stretch === 1 ? {} : { stretch: document.theme.fonts.stretch }),
});

/** One line of plain text in a box of its own. */
export const label = (text: string, format: RunFormat = {}): SlideParagraph => ({
  runs: [{ ...format, text }],
  level: 0,
  mark: 'none',
  scale: 1,
  isTight: true,
});

const listParagraphs = (
  list: ListBlock,
  document: PreparedDocument,
  level: number,
): readonly SlideParagraph[] =>
  list.items.flatMap((item, index) => [
    slideParagraph(item.content, document, {
      level: level + 1,
      mark: list.ordered ? list.start + index : 'bullet',
      scale: level === 0 ? 1 : 0.9,
    }),
    ...item.blocks.flatMap((block) =>
      block.type === 'list'
        ? listParagraphs(block, document, level + 1)
        : [slideParagraph(block.content, document, { level: level + 1, scale: 0.9 })],
    ),
  ]);

const scales = { normal: 1, lead: 1.1, small: 0.75, address: 1 } as const;

/** Paragraphs and lists as slide paragraphs. */
export const slideFlow = (
  blocks: readonly FlowBlock[],
  document: PreparedDocument,
): readonly SlideParagraph[] =>
  blocks.flatMap((block) =>
    block.type === 'list'
      ? listParagraphs(block, document, 0)
      : [
          slideParagraph(block.content, document, {
            scale: scales[block.variant],
            ...(block.variant === 'small'
              ? { format: { color: document.theme.colors.muted } }
              : {}),
          }),
        ],
  );

/** Points of indent of one level. */
export const INDENT = 20;
/** Leaves room for two digits and their stop. */
export const NUMBER_INDENT = 28;
/** Distance of lines, and space below a paragraph, in multiples of its size. */
export const LINE_HEIGHT = 1.22;
export const SPACE_AFTER = 0.35;
/** Text is set a little narrower than the box, as no office measures quite like another. */
export const SAFETY = 0.96;

/** A paragraph as plain text. */
export const slideText = (paragraph: SlideParagraph): string =>
  paragraph.runs.map((run) => run.text).join('');

const isAllBold = (paragraph: SlideParagraph): boolean =>
  paragraph.runs.some((run) => run.isBold === true);

const lineWidth = (paragraph: SlideParagraph, width: number): number =>
  Math.max(40, ((width * 72 - paragraph.level * INDENT) * SAFETY) / (paragraph.stretch ?? 1));

const linesOf = (paragraph: SlideParagraph, width: number, size: number): readonly string[] =>
  wrapText(
    slideText(paragraph),
    lineWidth(paragraph, width),
    size * paragraph.scale,
    isAllBold(paragraph),
  );

/** Height in inches of a paragraph in a box `width` inches wide, its space below included. */
export const paragraphHeight = (paragraph: SlideParagraph, width: number, size: number): number =>
  (linesOf(paragraph, width, size).length * LINE_HEIGHT + SPACE_AFTER) *
  ((size * paragraph.scale) / 72);

export const flowHeight = (
  paragraphs: readonly SlideParagraph[],
  width: number,
  size: number,
): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(paragraph, width, size), 0);

/** Takes the first `count` characters of runs, and the rest. */
function cutRuns(
  runs: readonly SlideRun[],
  count: number,
): readonly [readonly SlideRun[], readonly SlideRun[]] {
  const head: SlideRun[] = [];
  const tail: SlideRun[] = [];
  let left = count;
  for (const run of runs) {
    if (left >= run.text.length) head.push(run);
    else if (left <= 0) tail.push(run);
    else {
      head.push({ ...run, text: run.text.slice(0, left) });
      tail.push({ ...run, text: run.text.slice(left).trimStart() });
    }
    left -= run.text.length;
  }
  return [head, tail];
}

/** Cuts a paragraph after as many lines as fit `height` inches; null when it fits or not even one line does. */
export function cutParagraph(
  paragraph: SlideParagraph,
  width: number,
  size: number,
  height: number,
): readonly [SlideParagraph, SlideParagraph] | null {
  const lines = linesOf(paragraph, width, size);
  const count = Math.floor((height * 72) / (size * paragraph.scale) / LINE_HEIGHT - SPACE_AFTER);
  if (count < 1 || count >= lines.length) return null;
  const text = slideText(paragraph);
  let at = 0;
  for (const line of lines.slice(0, count)) at = text.indexOf(line, at) + line.length;
  const [head, tail] = cutRuns(paragraph.runs, Math.max(1, at));
  return [
    { ...paragraph, runs: head },
    { ...paragraph, runs: tail, mark: 'none' },
  ];
}

/** Paragraphs in portions that each fit a height in inches. */
export function portions(
  paragraphs: readonly SlideParagraph[],
  width: number,
  size: number,
  height: number,
): readonly (readonly SlideParagraph[])[] {
  const result: SlideParagraph[][] = [];
  let current: SlideParagraph[] = [];
  let left = height;
  const queue = [...paragraphs];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const needed = paragraphHeight(next, width, size);
    if (
      needed <= left ||
      (current.length === 0 && cutParagraph(next, width, size, left) === null)
    ) {
      current.push(next);
      left -= needed;
      continue;
    }
    const parts = needed > height ? cutParagraph(next, width, size, left) : null;
    if (parts !== null) current.push(parts[0]);
    queue.unshift(parts === null ? next : parts[1]);
    result.push(current);
    current = [];
    left = height;
  }
  return current.length > 0 ? [...result, current] : result;
}

const RTL = /^[^\p{Script=Latin}]*[\u0590-\u08ff]/u;

/** Whether a paragraph is read from right to left: its first letter says so. */
export const isRightToLeft = (paragraph: SlideParagraph): boolean => RTL.test(slideText(paragraph));
