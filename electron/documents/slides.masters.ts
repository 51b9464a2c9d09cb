import type { PreparedDocument } from '#documents/prepare.ts';
import type { SlideFrame } from '#documents/slides.frame.ts';
import type { ThemeColors } from '#documents/theme.ts';
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
const onDark = (
  colors: ThemeColors,
  background: string,
  barY: number,
  titleY: number,
): SlideMaster => ({
  background,
  bars: [{ place: { x: 1.2, y: barY, w: 1, h: 0.1 }, color: colors.barOnDark }],
  rule: null,
  title: {
    place: { x: 1.2, y: titleY, w: 10.9, h: 1.4 },
    color: colors.white,
    valign: 'top',
    sizes: [44, 36, 30, 24, 20, 18, 16, 14],
  },
  footer: null,
  number: { place: number, color: colors.smallOnDark },
});

/** What a kind of slide needs to know of its document. */
type Mastered = Pick<PreparedDocument, 'theme' | 'headerLogo' | 'hasPageNumbers'> &
  Partial<Pick<PreparedDocument, 'slideFrame'>>;

/** Kinds of slide on a template: what surrounds the title and the content is the template's. */
function framedMasters(
  { titles }: SlideFrame,
  { accent, white }: ThemeColors,
): Readonly<Record<SlideKind, SlideMaster>> {
  const master = (kind: SlideKind): SlideMaster => ({
    background: white,
    bars: [],
    rule: null,
    title: { ...titles[kind], color: accent, valign: 'middle' },
    footer: null,
    number: null,
  });
  return {
    cover: master('cover'),
    content: master('content'),
    divider: master('divider'),
    closing: master('closing'),
  };
}

/** The organisation's logo at the foot of slides, beside their number; null where none is wanted. */
export function footLogo({ headerLogo }: Mastered): Place | null {
  if (headerLogo === null) return null;
  const { width, height } = headerLogo.picture;
  const h = 0.36;
  const w = Math.min(1.8, (width / Math.max(1, height)) * h);
  const tall = Math.min(h, (w * height) / Math.max(1, width));
  return { x: number.x - w - 0.1, y: 6.99 + (h - tall) / 2, w, h: tall };
}

/** The four kinds of slide; titles have a place of their own, so that outlines and screen readers find them. */
export function slideMasters(document: Mastered): Readonly<Record<SlideKind, SlideMaster>> {
  const { colors } = document.theme;
  const frame = document.slideFrame ?? null;
  if (frame !== null) return framedMasters(frame, colors);
  const logo = footLogo(document);
  const ofKinds = {
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
      footer: {
        place: { x: stage.x, y: 7.02, w: logo === null ? 10.6 : logo.x - stage.x - 0.2, h: 0.3 },
        color: colors.muted,
      },
      number: { place: number, color: colors.muted },
    },
    divider: onDark(colors, colors.accent, 2.3, 2.6),
    closing: onDark(colors, colors.accentDark, 2, 2.25),
  } as const satisfies Readonly<Record<SlideKind, SlideMaster>>;
  if (document.hasPageNumbers) return ofKinds;
  const { cover, content, divider, closing } = ofKinds;
  return {
    cover,
    content: { ...content, number: null },
    divider: { ...divider, number: null },
    closing: { ...closing, number: null },
  };
}
