import type { ComparisonBlock, FlowBlock } from '#documents/model.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { GAP, stage } from '#documents/slides.stage.ts';
import type { Atom } from '#documents/slides.stage.ts';
import {
  flowHeight,
  paragraphHeight,
  portions,
  slideFlow,
  slideParagraph,
} from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';

interface Side {
  readonly title: SlideParagraph | null;
  readonly paragraphs: readonly SlideParagraph[];
}

/** Two panels side by side, set smaller when they are long, continued when they are longer still. */
function sides(left: Side, right: Side, document: PreparedDocument): readonly Atom[] {
  const gap = 0.35;
  const width = (stage.width - gap) / 2;
  const inner = width - 0.5;
  const titleHeight = (side: Side): number =>
    side.title === null ? 0 : paragraphHeight(side.title, inner, 18);
  const head = Math.max(titleHeight(left), titleHeight(right));
  const room = Math.max(1, stage.height - head - 0.4);
  const tallest = (size: number): number =>
    Math.max(flowHeight(left.paragraphs, inner, size), flowHeight(right.paragraphs, inner, size));
  const size = [18, 16, 14, 12].find((each) => tallest(each) <= room) ?? 13;
  const [lefts, rights] = [left, right].map((side) => portions(side.paragraphs, inner, size, room));
  const count = Math.max(1, lefts?.length ?? 0, rights?.length ?? 0);
  return Array.from({ length: count }, (_, index): Atom => {
    const pair = [lefts?.[index] ?? [], rights?.[index] ?? []];
    const height = Math.max(...pair.map((part) => flowHeight(part, inner, size))) + head + 0.35;
    return {
      height: height + GAP,
      draw: (slide, y) => {
        for (const [rank, side] of [left, right].entries()) {
          const x = stage.x + rank * (width + gap);
          slide.rect({ x: x, y: y, w: width, h: height }, document.theme.colors.band);
          slide.rect(
            { x: x, y: y, w: width, h: 0.08 },
            rank === 0 ? document.theme.colors.accent : document.theme.colors.accentMid,
          );
          if (side.title !== null)
            slide.text([side.title], { x: x + 0.25, y: y + 0.2, w: inner, h: head }, 18);
          slide.text(
            pair[rank] ?? [],
            { x: x + 0.25, y: y + 0.22 + head, w: inner, h: height - head - 0.25 },
            size,
          );
        }
      },
    };
  });
}

/** Two points of view side by side. */
export const comparison = (block: ComparisonBlock, document: PreparedDocument): readonly Atom[] => {
  const side = ({ title, blocks }: ComparisonBlock['left']): Side => ({
    title: slideParagraph(title, document, {
      format: { isBold: true, color: document.theme.colors.accent },
    }),
    paragraphs: slideFlow(blocks, document),
  });
  return sides(side(block.left), side(block.right), document);
};

/** Flowing blocks set in two columns of about the same height. */
export function twoColumns(
  blocks: readonly FlowBlock[],
  document: PreparedDocument,
): readonly Atom[] {
  const paragraphs = slideFlow(blocks, document);
  const total = flowHeight(paragraphs, 5.2, 16);
  let sum = 0;
  const firstOfRight = paragraphs.findIndex((paragraph) => {
    sum += paragraphHeight(paragraph, 5.2, 16);
    return sum > total / 2;
  });
  const at = Math.max(1, firstOfRight + 1);
  return sides(
    { title: null, paragraphs: paragraphs.slice(0, at) },
    { title: null, paragraphs: paragraphs.slice(at) },
    document,
  );
}
