import type { ChartBlock, Picture } from '#documents/model.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';

/** A 16:9 slide, in inches. */
export const slideSize = { width: 13.33, height: 7.5 } as const;

/** The part of a slide that content may fill, in inches. */
export interface Stage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ownStage: Stage = { x: 0.7, y: 1.55, width: 11.93, height: 5.2 };
let current: Stage = ownStage;

/** The stage in force: the program's own, or while `onStage` composes, the one given to it. */
export const stage: Stage = {
  get x() {
    return current.x;
  },
  get y() {
    return current.y;
  },
  get width() {
    return current.width;
  },
  get height() {
    return current.height;
  },
};

/** Composes slides on another stage. Composing waits for nothing, so no two can meet. */
export function onStage<T>(place: Stage | null, compose: () => T): T {
  const before = current;
  current = place ?? ownStage;
  try {
    return compose();
  } finally {
    current = before;
  }
}

/** Space under what is drawn whole, in inches. */
export const GAP = 0.14;

/** A rectangle of a slide, in inches. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** How a text box sets what it holds. */
export interface TextLook {
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle';
  /** Of runs that name none. */
  readonly color?: string;
  /** Multiple of the ordinary distance of lines. */
  readonly lineSpacing?: number;
  /** The text belongs in the place that a layout keeps for it, in that layout's colours. */
  readonly isInLayout?: boolean;
}

/** One row: the paragraphs of each cell, and how tall they are in inches. */
export interface SlideRow {
  readonly cells: readonly (readonly SlideParagraph[])[];
  readonly height: number;
}

/** A table that is known to fit its slide; the first row names the columns. */
export interface SlideTable {
  readonly caption: string;
  readonly header: SlideRow;
  readonly rows: readonly SlideRow[];
  readonly widths: readonly number[];
  readonly aligns: readonly ('left' | 'center' | 'right')[];
  /** Points of its text. */
  readonly size: number;
}

/** Space inside a table cell, in inches. */
export const cellPadding = { x: 0.1, y: 0.05 } as const;

/** What can be put on a slide; each presentation format draws it in its own way. */
export interface SlideCanvas {
  /** How wide its letters are, compared with those that texts are measured in. */
  readonly stretch: number;
  /** The slide's title, in the place that its kind keeps for it. */
  readonly setTitle: (text: string, size: number) => void;
  /** Text in a box that is known to hold it. */
  readonly text: (
    paragraphs: readonly SlideParagraph[],
    place: Place,
    size: number,
    look?: TextLook,
  ) => void;
  readonly rect: (place: Place, color: string) => void;
  /** A straight line between two opposite corners of a place. */
  readonly line: (place: Place, color: string, points: number) => void;
  /** A filled ellipse, with a number in it or none. */
  readonly disc: (
    place: Place,
    color: string,
    label?: { readonly text: string; readonly size: number; readonly color: string },
  ) => void;
  readonly picture: (picture: Picture, place: Place, alt: string) => void;
  readonly chart: (chart: ChartBlock, place: Place) => void;
  readonly table: (table: SlideTable, place: Place) => void;
  /** Adds a line to the speaker's notes. */
  readonly note: (text: string) => void;
}

export type SlideKind = 'cover' | 'content' | 'divider' | 'closing';

/** A presentation under construction. */
export interface SlideDeck {
  readonly add: (kind: SlideKind) => SlideCanvas;
}

/** Something that is drawn whole, `height` inches tall, at a place of a slide. */
export interface Atom {
  readonly height: number;
  /** Grows into the room that is left on its slide. */
  readonly isElastic?: boolean;
  readonly draw: (slide: SlideCanvas, y: number, height: number) => void;
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
