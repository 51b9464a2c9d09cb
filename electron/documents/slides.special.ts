import type { FlowBlock } from '#documents/model.ts';
import { plainText } from '#documents/prepare.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import { addFramedCover, addFramedText, fitsFrame } from '#documents/slides.framed.ts';
import { putLabel, putTitle } from '#documents/slides.labels.ts';
import { slideMasters } from '#documents/slides.masters.ts';
import { slideSize, stage } from '#documents/slides.stage.ts';
import type { Place, SlideCanvas, SlideDeck, SlideKind } from '#documents/slides.stage.ts';
import { flowHeight, portions, slideFlow, slideParagraph } from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';

/** A slide of a kind with its title, which follows the words that continue it. */
export function addTitled(
  deck: SlideDeck,
  kind: SlideKind,
  document: PreparedDocument,
  title: string,
  suffix = '',
): SlideCanvas {
  const slide = deck.add(kind);
  const { place, sizes } = slideMasters(document)[kind].title;
  putTitle(slide, title, place, sizes, suffix);
  return slide;
}

const wholeStage = (): Place => ({ x: stage.x, y: stage.y, w: stage.width, h: stage.height });

/** The first slide. */
export function addCover(deck: SlideDeck, document: PreparedDocument): void {
  const { meta, titlePage } = document;
  const slide = addTitled(deck, 'cover', document, meta.title);
  if (document.slideFrame !== null) {
    addFramedCover(slide, document, document.slideFrame);
    return;
  }
  const { logo } = titlePage;
  const logoHeight = 0.9;
  const logoWidth =
    logo === undefined ? 0 : Math.min(3, (logo.width / Math.max(1, logo.height)) * logoHeight);
  const line = (
    text: string | undefined,
    y: number,
    h: number,
    sizes: readonly number[],
    color: string,
    isBold = false,
    w = 10.9,
  ): void => putLabel(slide, text, { x: 1.2, y, w, h }, { sizes, color, isBold });
  const besideLogo = logo === undefined ? 10.9 : slideSize.width - 2.4 - logoWidth;
  line(
    meta.organisation,
    0.7,
    0.6,
    [18, 16, 14, 12],
    document.theme.colors.accent,
    true,
    besideLogo,
  );
  line(meta.group, 2.35, 0.45, [20, 18, 16, 14, 12, 10.5], document.theme.colors.muted);
  line(meta.subtitle, 4.7, 0.8, [22, 20, 18, 16, 14, 12], document.theme.colors.text);
  line(document.dateLabel, 5.6, 0.4, [18, 16, 14, 12], document.theme.colors.muted);
  const facts = titlePage.facts.map(({ label, value }) => `${label}\u00a0: ${value}`);
  line(facts.join('   ·   '), 6.3, 0.7, [14, 13, 12, 10.5], document.theme.colors.muted);
  if (logo === undefined) return;
  slide.picture(
    logo,
    { x: slideSize.width - 0.9 - logoWidth, y: 0.5, w: logoWidth, h: logoHeight },
    titlePage.logoAlt ?? '',
  );
}

/** The numbered sections of the first level. */
export function addPlan(deck: SlideDeck, document: PreparedDocument): void {
  const sections = document.sections.filter((section) => section.number !== '');
  if (sections.length < 2) return;
  const coloured = sections.map((section): SlideParagraph => {
    const paragraph = slideParagraph(
      [{ type: 'text', text: plainText(section.title, document) }],
      document,
    );
    const number = {
      text: `${section.number}.\u2002`,
      isBold: true,
      color: document.theme.colors.number,
    };
    return { ...paragraph, runs: [number, ...paragraph.runs] };
  });
  const size =
    [26, 24, 22, 20, 18, 16].find(
      (each) => flowHeight(coloured, stage.width, each) * 1.2 <= stage.height,
    ) ?? 15;
  for (const [index, part] of portions(coloured, stage.width, size, stage.height).entries()) {
    const slide = addTitled(
      deck,
      'content',
      document,
      document.words.plan,
      index === 0 ? '' : ` ${document.words.continued}`,
    );
    slide.text(part, wholeStage(), size, { lineSpacing: size > 15 ? 1.15 : 1 });
  }
}

/** A section's title with its number. */
export const titleOf = (section: PreparedSection, document: PreparedDocument): string => {
  const title = plainText(section.title, document);
  return section.number === ''
    ? title
    : `${section.number}${section.level === 1 ? '.' : ''}\u2002${title}`;
};

/** What a part says before its own parts, when it is short enough to stand on the slide that opens it. */
export function openingText(
  section: PreparedSection,
  document: PreparedDocument,
): readonly SlideParagraph[] | null {
  const text = plainFlow(section, document);
  return section.blocks.every(({ type }) => type === 'paragraph') &&
    flowHeight(text, 10.9, 18) <= 1.2
    ? text
    : null;
}

/** Opens a part: a few words, and the list of what is in it. */
export function addDivider(
  deck: SlideDeck,
  section: PreparedSection,
  opening: readonly SlideParagraph[],
  document: PreparedDocument,
): SlideCanvas {
  const slide = addTitled(deck, 'divider', document, titleOf(section, document));
  if (document.slideFrame !== null) {
    const list = section.sections.map((child) =>
      slideParagraph([{ type: 'text', text: titleOf(child, document) }], document),
    );
    addFramedText(slide, [...opening, ...list], 'divider', document.slideFrame);
    return slide;
  }
  const top = 4.15;
  const used = flowHeight(opening, 10.9, 18) + (opening.length === 0 ? 0 : 0.15);
  slide.text(opening, { x: 1.2, y: top, w: 10.9, h: used }, 18, {
    color: document.theme.colors.white,
  });
  const room = 2.7 - used;
  const list = section.sections.map((child) =>
    slideParagraph([{ type: 'text', text: titleOf(child, document) }], document),
  );
  const size = [20, 18, 16, 14].find((each) => flowHeight(list, 10.9, each) < room - 0.1) ?? 13;
  // What does not fit is told by the slides that follow.
  slide.text(
    portions(list, 10.9, size, room)[0] ?? [],
    { x: 1.2, y: top + used, w: 10.9, h: room + 0.05 },
    size,
    { color: document.theme.colors.listOnDark },
  );
  return slide;
}

/** Room for text on the last slide, in inches. */
const CLOSING_ROOM = 3;

/** Paragraphs and lists for dark slides: links look like the rest. */
const plainFlow = (
  section: PreparedSection,
  document: PreparedDocument,
): readonly SlideParagraph[] =>
  slideFlow(
    section.blocks.filter(
      (block): block is FlowBlock => block.type === 'paragraph' || block.type === 'list',
    ),
    document,
  ).map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map(({ href: _href, ...run }) => run),
  }));

/** Whether a closing section is short enough for the last slide; otherwise it is shown like any other. */
export const fitsClosing = (section: PreparedSection, document: PreparedDocument): boolean =>
  section.blocks.every(({ type }) => type === 'paragraph' || type === 'list') &&
  closingFits(plainFlow(section, document), document);

const closingFits = (
  paragraphs: readonly SlideParagraph[],
  { slideFrame }: PreparedDocument,
): boolean =>
  slideFrame === null
    ? flowHeight(paragraphs, 10.9, 14) <= CLOSING_ROOM
    : fitsFrame(paragraphs, 'closing', slideFrame);

/** The last slide: thanks, contacts. */
export function addClosing(
  deck: SlideDeck,
  section: PreparedSection,
  document: PreparedDocument,
): SlideCanvas {
  const slide = addTitled(deck, 'closing', document, plainText(section.title, document));
  const paragraphs = plainFlow(section, document);
  if (document.slideFrame !== null) {
    addFramedText(slide, paragraphs, 'closing', document.slideFrame);
    return slide;
  }
  const size =
    [20, 18, 16, 14].find((each) => flowHeight(paragraphs, 10.9, each) <= CLOSING_ROOM) ?? 14;
  slide.text(paragraphs, { x: 1.2, y: 3.8, w: 10.9, h: CLOSING_ROOM + 0.05 }, size, {
    color: document.theme.colors.white,
  });
  return slide;
}

/** Where the figures come from. */
export function addSources(deck: SlideDeck, document: PreparedDocument): void {
  const { sources, words } = document;
  const paragraphs = sources.map((entry, index) =>
    slideParagraph(entry.label, document, { level: 1, mark: index + 1 }),
  );
  for (const [index, part] of portions(paragraphs, stage.width, 16, stage.height).entries()) {
    const slide = addTitled(
      deck,
      'content',
      document,
      words.sources,
      index === 0 ? '' : ` ${words.continued}`,
    );
    slide.text(part, wholeStage(), 16);
  }
}
