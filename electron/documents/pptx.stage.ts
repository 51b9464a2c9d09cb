import type PptxGenJS from 'pptxgenjs';
import { pptxText } from '#documents/pptx.text.ts';
import type { SlideParagraph } from '#documents/pptx.text.ts';
import { colors } from '#documents/theme.ts';

/** A 16:9 slide, in inches. */
export const slideSize = { width: 13.33, height: 7.5 } as const;

/** The part of a slide that content may fill, in inches. */
export const stage = { x: 0.7, y: 1.55, width: 11.93, height: 5.2 } as const;

/** Something that is drawn whole, `height` inches tall, at a place of a slide. */
export interface Atom {
  readonly height: number;
  /** Grows into the room that is left on its slide. */
  readonly isElastic?: boolean;
  readonly draw: (slide: PptxGenJS.Slide, y: number, height: number) => void;
}

/** Text that flows: neighbours on a slide become one text box, so that it stays easy to edit. */
export interface TextAtom {
  readonly paragraph: SlideParagraph;
}
/** Forces a continuation slide. */
export interface BreakAtom {
  readonly isBreak: true;
}
export type Piece = Atom | TextAtom | BreakAtom;

/** Space under what is drawn whole, in inches. */
export const GAP = 0.14;

/** A plain rectangle of one colour. */
export const box = (
  slide: PptxGenJS.Slide,
  x: number,
  y: number,
  w: number,
  h: number,
  color: string,
): void => {
  slide.addShape('rect', { x, y, w, h, fill: { color }, line: { type: 'none' } });
};

/** Text in a box that is known to hold it. */
export const putText = (
  slide: PptxGenJS.Slide,
  paragraphs: readonly SlideParagraph[],
  place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  size: number,
  options: PptxGenJS.TextPropsOptions = {},
): void => {
  if (paragraphs.length === 0) return;
  slide.addText(
    pptxText(paragraphs, size, typeof options.color === 'string' ? options.color : colors.text),
    { ...place, margin: 0, valign: 'top', fit: 'none', ...options },
  );
};
