import { colors } from '#documents/theme.ts';
import { slideSize, stage } from '#documents/slides.stage.ts';
import type { Place, SlideKind } from '#documents/slides.stage.ts';

/** What all slides of a kind have in common; places in inches. */
export interface SlideMaster {
  readonly background: string;
  /** Bars of one colour behind the text. */
  readonly bars: readonly { readonly place: Place; readonly color: string }[];
  readonly rule: Place | null;
  readonly title: {
    readonly place: Place;
    readonly color: string;
    readonly valign: 'top' | 'middle';
    /** Sizes in points, the largest first. */
    readonly sizes: readonly number[];
  };
  readonly footer: { readonly place: Place; readonly color: string } | null;
  readonly number: { readonly place: Place; readonly color: string } | null;
}

/** Points of footers and slide numbers. */
export const FOOTER_SIZE = 11;

const number: Place = { x: 11.9, y: 7.02, w: 0.73, h: 0.3 };
const onDark = (background: string, barY: number, titleY: number): SlideMaster => ({
  background,
  bars: [{ place: { x: 1.2, y: barY, w: 1, h: 0.1 }, color: 'B9D3D6' }],
  rule: null,
  title: {
    place: { x: 1.2, y: titleY, w: 10.9, h: 1.4 },
    color: colors.white,
    valign: 'top',
    sizes: [44, 36, 30, 24, 20, 18, 16, 14],
  },
  footer: null,
  number: { place: number, color: 'D5E4E6' },
});

/** The four kinds of slide; titles have a place of their own, so that outlines and screen readers find them. */
export const slideMasters: Readonly<Record<SlideKind, SlideMaster>> = {
  cover: {
    background: colors.white,
    bars: [
      { place: { x: 0, y: 0, w: 0.5, h: slideSize.height }, color: colors.accent },
      { place: { x: 1.2, y: 2.1, w: 1, h: 0.1 }, color: colors.accent },
    ],
    rule: null,
    title: {
      place: { x: 1.2, y: 2.85, w: 10.9, h: 1.75 },
      color: colors.accentDark,
      valign: 'top',
      sizes: [48, 40, 32, 26, 22, 18, 16],
    },
    footer: null,
    number: null,
  },
  content: {
    background: colors.white,
    bars: [{ place: { x: 0, y: 0, w: 0.22, h: slideSize.height }, color: colors.accent }],
    rule: { x: stage.x, y: 6.95, w: stage.width, h: 0 },
    title: {
      place: { x: stage.x, y: 0.5, w: stage.width, h: 0.92 },
      color: colors.accent,
      valign: 'middle',
      sizes: [32, 28, 24, 20, 18, 16, 14, 12],
    },
    footer: { place: { x: stage.x, y: 7.02, w: 10.6, h: 0.3 }, color: colors.muted },
    number: { place: number, color: colors.muted },
  },
  divider: onDark(colors.accent, 2.3, 2.6),
  closing: onDark(colors.accentDark, 2, 2.25),
};
