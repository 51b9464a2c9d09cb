import type { PreparedDocument } from '#documents/prepare.ts';
import { FOOTER_SIZE, slideMasters } from '#documents/slides.masters.ts';
import type { Place, SlideCanvas, TextLook } from '#documents/slides.stage.ts';
import { LINE_HEIGHT, SAFETY, label } from '#documents/slides.text.ts';
import { clampLines, wrapText } from '#documents/text-metrics.ts';

/** Text as it fits a place: its size in points, and what had to be left out. */
export interface Fitted {
  readonly text: string;
  readonly size: number;
  readonly isCut: boolean;
}

const points = (width: number): number => width * 72 * SAFETY;

/** Lines of a size that a height in inches has room for. */
const linesIn = (height: number, size: number): number =>
  Math.max(1, Math.floor((height * 72) / (size * LINE_HEIGHT) + 0.02));

/**
 * Text in the largest of some sizes (points, falling) at which it stays within a box in inches; at the
 * smallest it ends with an ellipsis when even that is too large.
 */
export function fitText(
  text: string,
  { w, h }: Pick<Place, 'w' | 'h'>,
  sizes: readonly number[],
  isBold = false,
  stretch = 1,
): Fitted {
  const width = points(w) / stretch;
  const count = (size: number): number => wrapText(text, width, size, isBold).length;
  const size = sizes.find((each) => count(each) <= linesIn(h, each));
  if (size !== undefined) return { text, size, isCut: false };
  const last = sizes.at(-1) ?? 12;
  const cut = clampLines(wrapText(text, width, last, isBold), linesIn(h, last), width, last, isBold)
    .join(' ')
    .replace(/(?<=[-–/]) (?=\p{L})/gu, '');
  return { text: cut, size: last, isCut: true };
}

/** One line in a size near the largest is better than more lines in the largest. */
function fitTitle(
  text: string,
  place: Pick<Place, 'w' | 'h'>,
  sizes: readonly number[],
  stretch: number,
): Fitted {
  const largest = Math.max(...sizes);
  const single = sizes.filter((size) => size >= largest * 0.75);
  const width = points(place.w) / stretch;
  const oneLine = single.find((size) => wrapText(text, width, size, true).length === 1);
  return oneLine === undefined
    ? fitText(
        text,
        place,
        sizes.filter((size) => size <= largest * 0.84),
        true,
        stretch,
      )
    : { text, size: oneLine, isCut: false };
}

/** A text in a box of its own, as large as it fits; what had to be cut is told whole in the notes. */
export function putLabel(
  slide: SlideCanvas,
  text: string | undefined,
  place: Place,
  options: TextLook & {
    readonly sizes: readonly number[];
    readonly color: string;
    readonly isBold?: boolean;
  },
): void {
  if (text === undefined || text === '') return;
  const { sizes, color, isBold = false, ...look } = options;
  const fitted = fitText(text, place, sizes, isBold, slide.stretch);
  slide.text([label(fitted.text, { isBold, color })], place, fitted.size, look);
  if (fitted.isCut) slide.note(text);
}

/**
 * The title of a slide, as large as its place holds; `suffix` follows it whatever is cut. What had to
 * be cut is told whole in the notes.
 */
export function putTitle(
  slide: SlideCanvas,
  text: string,
  place: Place,
  sizes: readonly number[],
  suffix = '',
): void {
  const shown = (text.trim() === '' ? '–' : text) + suffix;
  const fitted = fitTitle(shown, place, sizes, slide.stretch);
  if (!fitted.isCut) {
    slide.setTitle(shown, fitted.size);
    return;
  }
  let kept = text;
  while (kept !== '' && fitTitle(`${kept}…${suffix}`, place, sizes, slide.stretch).isCut) {
    kept = [...kept].slice(0, -4).join('').trimEnd();
  }
  slide.setTitle(`${kept}…${suffix}`, fitted.size);
  if (suffix === '') slide.note(text);
}

/** What stands at the foot of slides. */
export function footerText(document: PreparedDocument): string {
  const { meta, ownFooter, theme } = document;
  const text = ownFooter === '' ? `${meta.organisation} – ${meta.title}` : ownFooter;
  const w = (slideMasters(document).content.footer?.place.w ?? 10.6) - 0.1;
  return fitText(text, { w: w / theme.fonts.stretch, h: 0.3 }, [FOOTER_SIZE]).text;
}
