import type { Layout, Placeholder, SlideTemplate } from './pptx.layouts.ts';
import type { TemplateLack } from './template.ts';
import type { SlideFrame } from '#documents/slides.frame.ts';
import type { Place, SlideKind } from '#documents/slides.stage.ts';

/** Which layout each kind of slide takes, and the geometry that this gives our slides. */
export interface SlidePlan {
  readonly layouts: Readonly<Record<SlideKind, Layout>>;
  /** Text alone stands in the place that this one keeps for it. */
  readonly textLayout: Layout | null;
  readonly frame: SlideFrame;
  /** Inches of our geometry in an inch of theirs: slides are composed at an ordinary height. */
  readonly scale: number;
  readonly lacks: readonly TemplateLack[];
}

/** Slides are composed about this tall, where sizes of text suit; theirs may be of any size. */
const HEIGHT = 7.5;
const LEAST_WIDTH = 9;
/** The least room in which tables, figures and charts still stand well. */
const LEAST = { w: 6, h: 3 } as const;

const isTitle = ({ type }: Placeholder): boolean => type === 'title' || type === 'ctrTitle';
const isBody = ({ type }: Placeholder): boolean =>
  type === 'body' || type === 'obj' || type === 'subTitle' || type === 'tbl';

export const titleOf = (layout: Layout): Placeholder | null =>
  layout.placeholders.find(isTitle) ?? null;

const area = (place: Place | null): number => (place === null ? 0 : place.w * place.h);

/** The largest place for text of a layout. */
export const bodyOf = (layout: Layout): Placeholder | null =>
  layout.placeholders
    .filter(isBody)
    .toSorted((left, right) => area(right.place) - area(left.place))[0] ?? null;

export const placeholderOf = (layout: Layout, type: string): Placeholder | null =>
  layout.placeholders.find((each) => each.type === type) ?? null;

const scaled = ({ x, y, w, h }: Place, by: number): Place => ({
  x: x * by,
  y: y * by,
  w: w * by,
  h: h * by,
});

/** Without the inner margins that PowerPoint gives text boxes. */
const inside = ({ x, y, w, h }: Place): Place => ({
  x: x + 0.1,
  y: y + 0.05,
  w: Math.max(0.5, w - 0.2),
  h: Math.max(0.3, h - 0.1),
});

/** Sizes of a text, from that of the template downwards. */
const sizesFrom = (size: number, least: number): readonly number[] => {
  const sizes: number[] = [];
  for (let each = size; each > least; each -= each > 24 ? 4 : 2) sizes.push(each);
  return [...sizes, least];
};

/** Chooses layouts and measures them; tells which ones are missing. */
export function planSlides(template: SlideTemplate): SlidePlan {
  const lacks: TemplateLack[] = [];
  const { width, height } = template;
  const scale = Math.max(HEIGHT / height, LEAST_WIDTH / width);
  const missing = (kind: string): void => {
    lacks.push({ code: 'layout', place: kind });
  };
  const [first] = template.layouts;
  if (first === undefined) throw new RangeError('No layout.');
  const body = template.content ?? template.titleOnly;
  if (template.content === null) missing('content');
  const withTitle = template.layouts.find((layout) => titleOf(layout) !== null) ?? first;
  const content = body ?? withTitle;
  if (template.cover === null) missing('cover');
  if (template.divider === null) missing('divider');
  const cover = template.cover ?? content;
  const divider = template.divider ?? cover;
  const closing = template.closing ?? template.divider ?? cover;
  const mixed = template.titleOnly ?? content;

  const bodyPlace = bodyOf(content)?.place ?? null;
  const title = titleOf(mixed) ?? titleOf(content);
  const titlePlace = title?.place ?? null;
  const fallback: Place = {
    x: width * 0.06,
    y: titlePlace === null ? height * 0.2 : titlePlace.y + titlePlace.h + height * 0.02,
    w: width * 0.88,
    h: 0,
  };
  const foot = Math.min(
    height * 0.92,
    ...content.placeholders
      .filter(
        ({ type, place }) => /^(?:dt|ftr|sldNum)$/u.test(type) && (place?.y ?? 0) > height / 2,
      )
      .map(({ place }) => place?.y ?? height),
  );
  const whole = { ...fallback, h: foot - fallback.y - height * 0.02 };
  if (template.content !== null && bodyPlace === null)
    lacks.push({ code: 'noBody', place: content.name });
  const wished = bodyPlace ?? whole;
  const isSmall = wished.w * scale < LEAST.w || wished.h * scale < LEAST.h;
  if (bodyPlace !== null && isSmall) lacks.push({ code: 'smallBody', place: content.name });
  const stagePlace = scaled(isSmall ? whole : wished, scale);
  const inner = isSmall || bodyPlace === null ? stagePlace : inside(stagePlace);

  const titles = (layout: Layout, size: number): SlideFrame['titles'][SlideKind] => {
    const found = titleOf(layout);
    if (found === null) lacks.push({ code: 'noTitle', place: layout.name });
    const place = found?.place ?? {
      x: width * 0.06,
      y: height * 0.05,
      w: width * 0.88,
      h: height * 0.13,
    };
    const natural = (found?.size ?? size / scale) * scale;
    return { place: inside(scaled(place, scale)), sizes: sizesFrom(natural, 12) };
  };
  const bodies = (layout: Layout): Place | null => {
    const place = bodyOf(layout)?.place ?? null;
    return place === null || layout === content ? null : inside(scaled(place, scale));
  };
  const places = {
    cover: cover === content ? inner : bodies(cover),
    divider: divider === content ? inner : bodies(divider),
    closing: closing === content ? inner : bodies(closing),
  };
  const layouts = { cover, content: mixed, divider, closing };
  for (const kind of ['sldNum', 'ftr'] as const) {
    if (placeholderOf(mixed, kind) === null)
      lacks.push({ code: kind === 'ftr' ? 'noFooter' : 'noNumber', place: mixed.name });
  }
  return {
    layouts,
    textLayout: template.content !== null && bodyPlace !== null && !isSmall ? content : null,
    scale,
    lacks,
    frame: {
      size: { width: width * scale, height: height * scale },
      stage: { x: inner.x, y: inner.y, width: inner.w, height: inner.h },
      titles: {
        cover: titles(cover, 44),
        content: titles(mixed, 32),
        divider: divider === cover ? titlesQuietly(cover) : titles(divider, 40),
        closing:
          closing === divider || closing === cover ? titlesQuietly(closing) : titles(closing, 40),
      },
      bodies: places,
    },
  };

  function titlesQuietly(layout: Layout): SlideFrame['titles'][SlideKind] {
    const found = titles(layout, 40);
    if (titleOf(layout) === null) lacks.pop();
    return found;
  }
}
