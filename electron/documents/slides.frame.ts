import type { Place, SlideKind, Stage } from '#documents/slides.stage.ts';

/** The geometry that a template of an organisation leaves to slides, in inches. */
export interface SlideFrame {
  readonly size: { readonly width: number; readonly height: number };
  /** The part that content may fill. */
  readonly stage: Stage;
  readonly titles: Readonly<
    Record<SlideKind, { readonly place: Place; readonly sizes: readonly number[] }>
  >;
  /** Where the further words of special slides stand; null where their layout keeps no place for any. */
  readonly bodies: Readonly<Record<Exclude<SlideKind, 'content'>, Place | null>>;
}
