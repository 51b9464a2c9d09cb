import type { PreparedDocument } from '#documents/prepare.ts';
import type { SlideFrame } from '#documents/slides.frame.ts';
import type { Place, SlideCanvas } from '#documents/slides.stage.ts';
import { flowHeight, portions, slideParagraph } from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';

type Special = keyof SlideFrame['bodies'];

/** Points of further words on special slides, the largest first. */
const SIZES = [24, 20, 18, 16, 14, 12] as const;
const LEAST = 12;

/** Where words go that a layout keeps no place for: under its title. */
function underTitle(kind: Special, { size, titles }: SlideFrame): Place {
  const { place } = titles[kind];
  const y = place.y + place.h + 0.15;
  const room = size.height * 0.9 - y;
  return room >= 0.8
    ? { x: place.x, y, w: place.w, h: room }
    : { x: place.x, y: Math.max(0.3, place.y - 1.4), w: place.w, h: 1.2 };
}

const placeOf = (kind: Special, frame: SlideFrame): Place =>
  frame.bodies[kind] ?? underTitle(kind, frame);

/** Whether a text stands whole on a special slide. */
export const fitsFrame = (
  paragraphs: readonly SlideParagraph[],
  kind: Special,
  frame: SlideFrame,
): boolean => {
  const place = placeOf(kind, frame);
  return flowHeight(paragraphs, place.w, LEAST) <= place.h;
};

/** Further words of a special slide, as large as their place holds; what does not fit is told in the notes. */
export function addFramedText(
  slide: SlideCanvas,
  paragraphs: readonly SlideParagraph[],
  kind: Special,
  frame: SlideFrame,
): void {
  if (paragraphs.length === 0) return;
  const place = placeOf(kind, frame);
  const size = SIZES.find((each) => flowHeight(paragraphs, place.w, each) <= place.h) ?? LEAST;
  const [shown = [], ...rest] = portions(paragraphs, place.w, size, place.h);
  slide.text(shown, place, size, { isInLayout: frame.bodies[kind] !== null });
  for (const { runs } of rest.flat()) slide.note(runs.map(({ text }) => text).join(''));
}

/** What stands beside the title on the first slide. */
export function addFramedCover(
  slide: SlideCanvas,
  document: PreparedDocument,
  frame: SlideFrame,
): void {
  const { meta, titlePage, dateLabel } = document;
  const facts = titlePage.facts.map(({ label: name, value }) => `${name}\u00a0: ${value}`);
  const lines = [meta.subtitle, meta.group, meta.organisation, dateLabel, facts.join('   ·   ')];
  addFramedText(
    slide,
    lines
      .filter((line): line is string => line !== undefined && line !== '')
      .map((text) => slideParagraph([{ type: 'text', text }], document)),
    'cover',
    frame,
  );
}
