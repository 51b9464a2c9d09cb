import PptxGenJS from 'pptxgenjs';
import type { DocumentModel, FlowBlock } from '#documents/model.ts';
import { prepareDocument } from '#documents/prepare.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import { slidePieces } from '#documents/pptx.atoms.ts';
import { twoColumns } from '#documents/pptx.sides.ts';
import {
  addClosing,
  addCover,
  addDivider,
  addPlan,
  addSources,
  putTitle,
  titleOf,
} from '#documents/pptx.special.ts';
import { slideSize, stage } from '#documents/pptx.stage.ts';
import type { Piece } from '#documents/pptx.stage.ts';
import { paginate } from '#documents/pptx.pages.ts';
import { clampText, fittingSize } from '#documents/pptx.text.ts';
import { colors, fontName } from '#documents/theme.ts';
import { validDay } from '#documents/typography.ts';
import { escapeXml } from '#documents/xml.ts';
import { rezip } from '#documents/zip.ts';

/** The four kinds of slide; titles are placeholders, so that outlines and screen readers find them. */
function defineMasters(file: PptxGenJS, document: PreparedDocument): void {
  const { meta } = document;
  const footer = clampText(`${meta.organisation} – ${meta.title}`, 10.5, 11, 1);
  const title = {
    name: 'title',
    type: 'title',
    margin: 0,
    align: 'left',
    fontFace: fontName,
    bold: true,
  } as const;
  file.defineSlideMaster({
    title: 'CONTENT',
    background: { color: colors.white },
    objects: [
      { rect: { x: 0, y: 0, w: 0.22, h: slideSize.height, fill: { color: colors.accent } } },
      {
        line: {
          x: stage.x,
          y: 6.95,
          w: stage.width,
          h: 0,
          line: { color: colors.rule, width: 0.75 },
        },
      },
      {
        text: {
          text: footer,
          options: {
            x: stage.x,
            y: 7.02,
            w: 10.6,
            h: 0.3,
            margin: 0,
            fontSize: 11,
            color: colors.muted,
            fontFace: fontName,
          },
        },
      },
      {
        placeholder: {
          options: {
            ...title,
            x: stage.x,
            y: 0.5,
            w: stage.width,
            h: 0.92,
            valign: 'middle',
            color: colors.accent,
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: 11.9,
      y: 7.02,
      w: 0.73,
      h: 0.3,
      margin: 0,
      align: 'right',
      fontSize: 11,
      color: colors.muted,
      fontFace: fontName,
    },
  });
  file.defineSlideMaster({
    title: 'COVER',
    background: { color: colors.white },
    objects: [
      { rect: { x: 0, y: 0, w: 0.5, h: slideSize.height, fill: { color: colors.accent } } },
      { rect: { x: 1.2, y: 2.1, w: 1, h: 0.1, fill: { color: colors.accent } } },
      {
        placeholder: {
          options: {
            ...title,
            x: 1.2,
            y: 2.85,
            w: 10.9,
            h: 1.75,
            valign: 'top',
            color: colors.accentDark,
          },
          text: '',
        },
      },
    ],
  });
  for (const kind of ['DIVIDER', 'CLOSING']) {
    file.defineSlideMaster({
      title: kind,
      background: { color: kind === 'DIVIDER' ? colors.accent : colors.accentDark },
      objects: [
        {
          rect: {
            x: 1.2,
            y: kind === 'DIVIDER' ? 2.3 : 2,
            w: 1,
            h: 0.1,
            fill: { color: 'B9D3D6' },
          },
        },
        {
          placeholder: {
            options: {
              ...title,
              x: 1.2,
              y: kind === 'DIVIDER' ? 2.6 : 2.25,
              w: 10.9,
              h: 1.4,
              valign: 'top',
              color: colors.white,
            },
            text: '',
          },
        },
      ],
      slideNumber: {
        x: 11.9,
        y: 7.02,
        w: 0.73,
        h: 0.3,
        margin: 0,
        align: 'right',
        fontSize: 11,
        color: 'D5E4E6',
        fontFace: fontName,
      },
    });
  }
}

function piecesOf(
  section: PreparedSection,
  document: PreparedDocument,
  size: number,
): readonly Piece[] {
  const isFlow = (block: PreparedSection['blocks'][number]): block is FlowBlock =>
    block.type === 'paragraph' || block.type === 'list';
  if (section.slide === 'twoColumns' && section.blocks.length > 0 && section.blocks.every(isFlow)) {
    return twoColumns(section.blocks.filter(isFlow), document);
  }
  return section.blocks.flatMap((block) => slidePieces(block, document, size));
}

function addContent(
  file: PptxGenJS,
  section: PreparedSection,
  parents: readonly PreparedSection[],
  document: PreparedDocument,
): PptxGenJS.Slide | null {
  const sizes = [20, 18, 16];
  const tried = sizes.map((size) => ({
    size,
    pages: paginate(piecesOf(section, document, size), size),
  }));
  const fewest = Math.min(...tried.map(({ pages }) => pages.length));
  const chosen = tried.find(({ pages }) => pages.length === fewest) ?? tried.at(-1);
  const parent = parents.at(-1);
  const overline = parent === undefined ? '' : titleOf(parent, document);
  let first: PptxGenJS.Slide | null = null;
  for (const [index, page] of (chosen?.pages ?? []).entries()) {
    const slide = file.addSlide({ masterName: 'CONTENT' });
    first ??= slide;
    if (overline !== '')
      slide.addText(clampText(overline, stage.width, 14, 1), {
        x: stage.x,
        y: 0.25,
        w: stage.width,
        h: 0.3,
        margin: 0,
        fontSize: 14,
        color: colors.muted,
      });
    const title = titleOf(section, document);
    const suffix = index === 0 ? '' : ` ${document.words.continued}`;
    const size = fittingSize(title + suffix, stage.width, 2, [32, 28, 24, 20], true);
    const cut = suffix === '' ? title : clampText(title, stage.width - 1.3, size, 2, true);
    putTitle(slide, cut + suffix, stage.width, 2, [32, 28, 24, 20]);
    for (const draw of page) draw(slide);
  }
  return first;
}

function addSection(
  file: PptxGenJS,
  section: PreparedSection,
  parents: readonly PreparedSection[],
  document: PreparedDocument,
): void {
  const slides: (PptxGenJS.Slide | null)[] = [];
  if (section.slide === 'closing') slides.push(addClosing(file, section, document));
  else {
    const isDivider =
      section.slide === 'divider' || (section.level === 1 && section.sections.length > 0);
    if (isDivider) slides.push(addDivider(file, section, document));
    if (section.blocks.length > 0 || !isDivider)
      slides.push(addContent(file, section, parents, document));
  }
  const first = slides.find((slide) => slide !== null);
  if (first !== undefined && section.speakerNotes.length > 0)
    first?.addNotes(section.speakerNotes.join('\n'));
  for (const child of section.sections) addSection(file, child, [...parents, section], document);
}

/** Properties of a paragraph that the library repeats before each further run: a paragraph has them once, first. */
const REPEATED_PROPERTIES = /(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|[^>]*>.*?<\/a:pPr>)/gsu;

/** A paragraph without a mark is put at the margin whatever its level. */
const UNINDENTED_LEVEL = /lvl="(\d)" indent="0" marL="0"/gu;
/** Twenty points, as marked paragraphs are indented. */
const LEVEL_EMU = 254_000;

/** What the library leaves wrong: repeated properties, the language of texts, dates that change at each run. */
function finishPart(path: string, xml: string, language: string, day: string): string {
  if (path === 'docProps/core.xml')
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T12:00:00Z`);
  if (!path.startsWith('ppt/')) return xml;
  const indented = (_match: string, level: string): string =>
    `lvl="${level}" indent="0" marL="${Number(level) * LEVEL_EMU}"`;
  return xml
    .replace(REPEATED_PROPERTIES, '$1')
    .replace(UNINDENTED_LEVEL, indented)
    .replaceAll('lang="en-US"', `lang="${language}"`);
}

/** The document as a 16:9 presentation with native tables and charts; what is too long goes on « (suite) » slides. */
export async function writePptx(model: DocumentModel): Promise<Uint8Array> {
  const document = prepareDocument(model, 'slides');
  const { meta } = document;
  const file = new PptxGenJS();
  file.defineLayout({ name: 'WIDE', ...slideSize });
  file.layout = 'WIDE';
  file.theme = { headFontFace: fontName, bodyFontFace: fontName };
  file.title = escapeXml(meta.title);
  file.author = escapeXml(meta.author ?? meta.organisation);
  file.company = escapeXml(meta.organisation);
  file.subject = escapeXml(meta.subject ?? meta.subtitle ?? meta.title);
  defineMasters(file, document);
  addCover(file, document);
  addPlan(file, document);
  const isClosing = (section: PreparedSection): boolean => section.slide === 'closing';
  for (const section of document.sections.filter((each) => !isClosing(each))) {
    addSection(file, section, [], document);
  }
  addSources(file, document);
  for (const section of document.sections.filter(isClosing))
    addSection(file, section, [], document);
  const written = await file.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array))
    throw new TypeError('The presentation library returned no bytes.');
  return rezip(written, meta.date, (path, xml) =>
    finishPart(path, xml, meta.language === 'fr' ? 'fr-FR' : 'en-GB', validDay(meta.date)),
  );
}
