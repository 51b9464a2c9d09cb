import type PptxGenJS from 'pptxgenjs';
import type { FlowBlock } from '#documents/model.ts';
import { plainText } from '#documents/prepare.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import { putText, slideSize, stage } from '#documents/pptx.stage.ts';
import {
  clampText,
  fittingSize,
  flowHeight,
  portions,
  slideFlow,
  slideParagraph,
} from '#documents/pptx.text.ts';
import { colors } from '#documents/theme.ts';

/** One line in a size near the largest is better than more lines, which need a smaller one to keep their place. */
function titleSize(text: string, width: number, lines: number, sizes: readonly number[]): number {
  const largest = Math.max(...sizes);
  const single = sizes.filter((size) => size >= largest * 0.75);
  const oneLine = fittingSize(text, width, 1, single, true);
  if (clampText(text, width, oneLine, 1, true) === text) return oneLine;
  return fittingSize(
    text,
    width,
    lines,
    sizes.filter((size) => size <= largest * 0.84),
    true,
  );
}

/** Sets a slide's title in the largest size that fits its placeholder. */
export const putTitle = (
  slide: PptxGenJS.Slide,
  text: string,
  width: number,
  lines: number,
  sizes: readonly number[],
): void => {
  const shown = text.trim() === '' ? '–' : text;
  const fontSize = titleSize(shown, width, lines, sizes);
  slide.addText(clampText(shown, width, fontSize, lines, true), { placeholder: 'title', fontSize });
};

/** The first slide. */
export function addCover(file: PptxGenJS, document: PreparedDocument): void {
  const { meta, titlePage } = document;
  const slide = file.addSlide({ masterName: 'COVER' });
  const line = (
    text: string | undefined,
    y: number,
    h: number,
    lines: number,
    options: PptxGenJS.TextPropsOptions,
  ): void => {
    if (text === undefined || text === '') return;
    slide.addText(clampText(text, 10.8, options.fontSize ?? 16, lines, options.bold ?? false), {
      x: 1.2,
      y,
      w: 10.9,
      h,
      margin: 0,
      valign: 'top',
      ...options,
    });
  };
  line(meta.organisation, 0.7, 0.4, 1, { fontSize: 18, bold: true, color: colors.accent });
  line(meta.group, 2.35, 0.45, 1, { fontSize: 20, color: colors.muted });
  putTitle(slide, meta.title, 10.9, 2, [48, 40, 32, 26, 22]);
  line(meta.subtitle, 4.7, 0.8, 2, { fontSize: 22, color: colors.text });
  line(document.dateLabel, 5.6, 0.4, 1, { fontSize: 18, color: colors.muted });
  const facts = titlePage.facts
    .map(({ label, value }) => `${label}\u00a0: ${value}`)
    .join('   ·   ');
  line(facts, 6.5, 0.5, 2, { fontSize: 14, color: colors.muted });
  if (titlePage.logo !== undefined) {
    const { logo } = titlePage;
    const h = 0.9;
    const w = Math.min(3, (logo.width / Math.max(1, logo.height)) * h);
    slide.addImage({
      data: `${logo.mime};base64,${Buffer.from(logo.bytes).toString('base64')}`,
      x: slideSize.width - 0.9 - w,
      y: 0.5,
      w,
      h,
      altText: titlePage.logoAlt ?? '',
    });
  }
}

/** The numbered sections of the first level. */
export function addPlan(file: PptxGenJS, document: PreparedDocument): void {
  const sections = document.sections.filter((section) => section.number !== '');
  if (sections.length < 2) return;
  const paragraphs = sections.map((section) =>
    slideParagraph(
      [
        { type: 'text', text: `${section.number}.\u2002` },
        { type: 'text', text: plainText(section.title, document) },
      ],
      document,
    ),
  );
  const coloured = paragraphs.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map((run, index) =>
      index === 0 ? { ...run, isBold: true, color: colors.accentMid } : run,
    ),
  }));
  const size =
    [26, 24, 22, 20, 18, 16].find(
      (each) => flowHeight(coloured, stage.width, each) * 1.2 <= stage.height,
    ) ?? 15;
  for (const [index, part] of portions(coloured, stage.width, size, stage.height).entries()) {
    const slide = file.addSlide({ masterName: 'CONTENT' });
    putTitle(
      slide,
      index === 0 ? document.words.plan : `${document.words.plan} ${document.words.continued}`,
      stage.width,
      1,
      [32],
    );
    putText(slide, part, { x: stage.x, y: stage.y, w: stage.width, h: stage.height }, size, {
      lineSpacingMultiple: size > 16 ? 1.15 : 1,
    });
  }
}

/** A section's title with its number. */
export const titleOf = (section: PreparedSection, document: PreparedDocument): string => {
  const title = plainText(section.title, document);
  return section.number === ''
    ? title
    : `${section.number}${section.level === 1 ? '.' : ''}\u2002${title}`;
};

/** Opens a part and lists what is in it. */
export function addDivider(
  file: PptxGenJS,
  section: PreparedSection,
  document: PreparedDocument,
): PptxGenJS.Slide {
  const slide = file.addSlide({ masterName: 'DIVIDER' });
  putTitle(slide, titleOf(section, document), 10.9, 2, [44, 36, 30, 24]);
  const list = section.sections.map((child) =>
    slideParagraph([{ type: 'text', text: titleOf(child, document) }], document),
  );
  const size = [20, 18, 16, 14].find((each) => flowHeight(list, 10.9, each) < 2.6) ?? 13;
  putText(
    slide,
    portions(list, 10.9, size, 2.7)[0] ?? [],
    { x: 1.2, y: 4.15, w: 10.9, h: 2.75 },
    size,
    { color: 'E3EEF0' },
  );
  return slide;
}

/** The last slide: thanks, contacts. */
export function addClosing(
  file: PptxGenJS,
  section: PreparedSection,
  document: PreparedDocument,
): PptxGenJS.Slide {
  const slide = file.addSlide({ masterName: 'CLOSING' });
  putTitle(slide, plainText(section.title, document), 10.9, 2, [44, 36, 30, 24]);
  const flow = section.blocks.filter(
    (block): block is FlowBlock => block.type === 'paragraph' || block.type === 'list',
  );
  const paragraphs = slideFlow(flow, document).map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map(({ href: _href, ...run }) => run),
  }));
  const size = [20, 18, 16, 14].find((each) => flowHeight(paragraphs, 10.9, each) < 3) ?? 13;
  putText(
    slide,
    portions(paragraphs, 10.9, size, 3)[0] ?? [],
    { x: 1.2, y: 3.8, w: 10.9, h: 3.05 },
    size,
    { color: colors.white },
  );
  return slide;
}

/** Where the figures come from. */
export function addSources(file: PptxGenJS, document: PreparedDocument): void {
  const { sources, words } = document;
  const paragraphs = sources.map((entry, index) =>
    slideParagraph(entry.label, document, { level: 1, mark: index + 1 }),
  );
  for (const [index, part] of portions(paragraphs, stage.width, 16, stage.height).entries()) {
    const slide = file.addSlide({ masterName: 'CONTENT' });
    putTitle(
      slide,
      index === 0 ? words.sources : `${words.sources} ${words.continued}`,
      stage.width,
      1,
      [32],
    );
    putText(slide, part, { x: stage.x, y: stage.y, w: stage.width, h: stage.height }, 16);
  }
}
