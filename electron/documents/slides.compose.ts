import type { FlowBlock } from '#documents/model.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import { slidePieces } from '#documents/slides.atoms.ts';
import { putLabel } from '#documents/slides.labels.ts';
import { paginate } from '#documents/slides.pages.ts';
import { twoColumns } from '#documents/slides.sides.ts';
import {
  addClosing,
  addCover,
  addDivider,
  addPlan,
  addSources,
  addTitled,
  fitsClosing,
  openingText,
  titleOf,
} from '#documents/slides.special.ts';
import { onStage, stage } from '#documents/slides.stage.ts';
import type { Piece, SlideCanvas, SlideDeck } from '#documents/slides.stage.ts';
import { flowHeight, label, slideFlow } from '#documents/slides.text.ts';
import type { SlideParagraph } from '#documents/slides.text.ts';

/** Sizes of body text in points; the first one that needs no more slides than any other is taken. */
const SIZES = [20, 18, 16];

/** Parts that say little: points of their text, inches that they may take, space between them. */
const SHORT_SIZES = [20, 18, 16] as const;
const SHORT_HEIGHT = 1.5;
const SHORT_GAP = 0.18;

const isFlow = (block: PreparedSection['blocks'][number]): block is FlowBlock =>
  block.type === 'paragraph' || block.type === 'list';

function piecesOf(
  section: PreparedSection,
  document: PreparedDocument,
  size: number,
): readonly Piece[] {
  if (section.slide === 'twoColumns' && section.blocks.length > 0 && section.blocks.every(isFlow)) {
    return twoColumns(section.blocks.filter(isFlow), document);
  }
  return section.blocks.flatMap((block) => slidePieces(block, document, size));
}

/** A slide of content: its title, and above it the part that it belongs to. */
function addPage(
  deck: SlideDeck,
  document: PreparedDocument,
  title: string,
  overline: string,
  suffix: string,
  page: readonly ((slide: SlideCanvas) => void)[],
): SlideCanvas {
  const slide = addTitled(deck, 'content', document, title, suffix);
  putLabel(
    slide,
    // Above a title of theirs stands what the organisation put there.
    document.slideFrame === null ? overline : '',
    { x: stage.x, y: 0.2, w: stage.width, h: 0.3 },
    { sizes: [14, 12, 10.5], color: document.theme.colors.muted },
  );
  for (const draw of page) draw(slide);
  return slide;
}

function addContent(
  deck: SlideDeck,
  section: PreparedSection,
  parents: readonly PreparedSection[],
  document: PreparedDocument,
): SlideCanvas | null {
  const tried = SIZES.map((size) => paginate(piecesOf(section, document, size), size));
  const fewest = Math.min(...tried.map((pages) => pages.length));
  const chosen = tried.find((pages) => pages.length === fewest) ?? [];
  const parent = parents.at(-1);
  const overline = parent === undefined ? '' : titleOf(parent, document);
  const slides = chosen.map((page, index) =>
    addPage(
      deck,
      document,
      titleOf(section, document),
      overline,
      index === 0 ? '' : ` ${document.words.continued}`,
      page,
    ),
  );
  return slides[0] ?? null;
}

/** The text of a section with nothing else in it that says little, under its title; null otherwise. */
function shortText(
  section: PreparedSection,
  document: PreparedDocument,
): readonly SlideParagraph[] | null {
  const isShort =
    section.slide === 'content' &&
    section.sections.length === 0 &&
    section.blocks.length > 0 &&
    section.speakerNotes.length === 0 &&
    section.blocks.every(isFlow);
  if (!isShort) return null;
  const title = label(titleOf(section, document), {
    isBold: true,
    color: document.theme.colors.accent,
  });
  const text = [
    { ...title, isTight: false },
    ...slideFlow(section.blocks.filter(isFlow), document),
  ];
  return flowHeight(text, stage.width, SHORT_SIZES[0]) <= SHORT_HEIGHT ? text : null;
}

/** The texts of the first sections that fit one slide together. */
function fitting(
  sections: readonly PreparedSection[],
  document: PreparedDocument,
  size: number,
): readonly (readonly SlideParagraph[])[] {
  const texts: (readonly SlideParagraph[])[] = [];
  let left = stage.height;
  for (const section of sections) {
    const text = shortText(section, document);
    const height = text === null ? 0 : flowHeight(text, stage.width, size) + SHORT_GAP;
    if (text === null || height > left) break;
    texts.push(text);
    left -= height;
  }
  return texts;
}

/**
 * Neighbours that say little share a slide under the title of their part: one line on a slide of its own
 * looks forgotten. Gives how many of the sections from the first on were put on a slide, 0 for none.
 */
function addTogether(
  deck: SlideDeck,
  sections: readonly PreparedSection[],
  parent: PreparedSection,
  document: PreparedDocument,
): number {
  const tried = SHORT_SIZES.map((size) => ({ size, texts: fitting(sections, document, size) }));
  const most = Math.max(...tried.map(({ texts }) => texts.length));
  const { size, texts: together } = tried.find(({ texts }) => texts.length === most) ?? {
    size: SHORT_SIZES[0],
    texts: [],
  };
  if (together.length < 2) return 0;
  addPage(deck, document, titleOf(parent, document), '', '', [
    (slide) => {
      let y: number = stage.y;
      for (const text of together) {
        const h = flowHeight(text, stage.width, size);
        slide.text(text, { x: stage.x, y, w: stage.width, h }, size);
        y += h + SHORT_GAP;
      }
    },
  ]);
  return together.length;
}

function addSection(
  deck: SlideDeck,
  section: PreparedSection,
  parents: readonly PreparedSection[],
  document: PreparedDocument,
): void {
  const slides: (SlideCanvas | null)[] = [];
  const isGathering = section.sections.length > 0;
  if (section.slide === 'closing' && fitsClosing(section, document)) {
    slides.push(addClosing(deck, section, document));
  } else {
    const isDivider = section.slide === 'divider' || (section.level === 1 && isGathering);
    const opening = isDivider ? openingText(section, document) : null;
    if (isDivider) slides.push(addDivider(deck, section, opening ?? [], document));
    // What only gathers others is named above their titles.
    if (opening === null && (section.blocks.length > 0 || (!isDivider && !isGathering)))
      slides.push(addContent(deck, section, parents, document));
  }
  const first = slides.find((slide) => slide !== null) ?? null;
  for (const line of section.speakerNotes) first?.note(line);
  for (let at = 0; at < section.sections.length;) {
    const rest = section.sections.slice(at);
    const count = addTogether(deck, rest, section, document);
    for (const child of count === 0 ? rest.slice(0, 1) : []) {
      addSection(deck, child, [...parents, section], document);
    }
    at += Math.max(1, count);
  }
}

/** The whole presentation: title, plan, sections, sources, thanks; what is too long goes on « (suite) » slides. */
export function composeSlides(deck: SlideDeck, document: PreparedDocument): void {
  onStage(document.slideFrame?.stage ?? null, () => composeAll(deck, document));
}

function composeAll(deck: SlideDeck, document: PreparedDocument): void {
  const isClosing = (section: PreparedSection): boolean => section.slide === 'closing';
  addCover(deck, document);
  addPlan(deck, document);
  for (const section of document.sections.filter((each) => !isClosing(each))) {
    addSection(deck, section, [], document);
  }
  addSources(deck, document);
  for (const section of document.sections.filter(isClosing)) {
    addSection(deck, section, [], document);
  }
}
