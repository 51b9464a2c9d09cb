import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type { FileChild } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { docxBlock } from '#documents/docx.blocks.ts';
import { bookmarked, runs } from '#documents/docx.inline.ts';
import type { DocxContext } from '#documents/docx.inline.ts';
import { TEXT_TWIPS, docxNumbering, docxStyles, mm, tableStyleXml } from '#documents/docx.style.ts';
import type { DocumentModel } from '#documents/model.ts';
import { prepareDocument, runningTexts } from '#documents/prepare.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import type { DocumentLogo, WriteOptions } from '#documents/options.ts';
import { page } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { validDay } from '#documents/typography.ts';
import { rezip } from '#documents/zip.ts';

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** Title size in half-points: long titles are set smaller. */
const titleSize = (title: string): number =>
  title.length > 200 ? 30 : title.length > 90 ? 42 : 56;

/** The logo of the title page, so tall in pixels. */
function coverLogo(
  { logo, logoAlt = '' }: PreparedDocument['titlePage'],
  height: number,
  widest: number,
): readonly Paragraph[] {
  if (logo === undefined) return [];
  const image = logoRun({ picture: logo, alt: logoAlt, isInHeader: false }, height, widest);
  return [
    new Paragraph({ style: 'CoverOrganisation', spacing: { after: 160 }, children: [image] }),
  ];
}

function cover(document: PreparedDocument): readonly FileChild[] {
  const { meta, titlePage } = document;
  const { colors } = document.theme;
  const { logo } = titlePage;
  const line = (style: string, text: string | undefined): readonly Paragraph[] =>
    text === undefined || text === ''
      ? []
      : [new Paragraph({ style, children: [new TextRun({ text })] })];
  if (document.layout === 'letters') return [];
  if (titlePage.isCompact === true) return compactHead(document, line);
  return [
    ...coverLogo(titlePage, 68, 300),
    ...line('CoverOrganisation', meta.organisation),
    new Paragraph({
      spacing: { before: mm(logo === undefined ? 62 : 42), after: 0 },
      indent: { right: TEXT_TWIPS - mm(22) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 48, color: colors.accent, space: 1 } },
    }),
    ...line('CoverGroup', meta.group),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: [new TextRun({ text: meta.title, size: titleSize(meta.title) })],
    }),
    ...line('Subtitle', meta.subtitle),
    ...line('CoverDate', document.dateLabel),
    ...titlePage.facts.map(
      ({ label, value }, index) =>
        new Paragraph({
          style: 'CoverFact',
          ...(index === 0
            ? {
                spacing: { before: mm(60), after: 60 },
                border: {
                  top: { style: BorderStyle.SINGLE, size: 4, color: colors.rule, space: 8 },
                },
              }
            : {}),
          children: [
            new TextRun({ text: label, color: colors.muted }),
            new TextRun({ children: [new Tab(), value] }),
          ],
        }),
    ),
  ];
}

/** The title at the head of the first page, for papers of a page or two. */
function compactHead(
  { meta, titlePage, dateLabel, headerLogo, theme: { colors } }: PreparedDocument,
  line: (style: string, text: string | undefined) => readonly Paragraph[],
): readonly FileChild[] {
  return [
    ...(headerLogo === null ? coverLogo(titlePage, 52, 260) : []),
    ...line('CoverOrganisation', meta.organisation),
    ...line('CoverGroup', meta.group),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: 160, after: 60 },
      children: [new TextRun({ text: meta.title, size: meta.title.length > 90 ? 30 : 38 })],
    }),
    ...line('Subtitle', meta.subtitle),
    new Paragraph({
      style: 'CoverDate',
      spacing: { before: 60, after: 160 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: colors.accent, space: 6 } },
      children: [new TextRun({ text: dateLabel })],
    }),
    ...titlePage.facts.map(
      ({ label, value }) =>
        new Paragraph({
          style: 'CoverFact',
          children: [
            new TextRun({ text: label, color: colors.muted }),
            new TextRun({ children: [new Tab(), value] }),
          ],
        }),
    ),
  ];
}

function contents(document: PreparedDocument): readonly FileChild[] {
  return [
    new Paragraph({
      style: 'ContentsHeading',
      children: [new TextRun({ text: document.words.contents })],
    }),
    new TableOfContents(document.words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

function sectionChildren(
  section: PreparedSection,
  context: DocxContext,
  isFirst: boolean,
): readonly FileChild[] {
  const { opening = [] } = section;
  const startsPage = section.startsPage && !isFirst;
  const isLetter = context.document.layout === 'letters';
  const heading = new Paragraph({
    heading: headings[section.level],
    ...(section.number === ''
      ? {}
      : { numbering: { reference: 'headings', level: section.level - 1 } }),
    ...(startsPage && opening.length === 0
      ? { pageBreakBefore: true, spacing: { before: 0 } }
      : {}),
    children: [
      bookmarked(section.anchor, runs(section.title, context, isLetter ? { size: 24 } : undefined)),
    ],
  });
  return [
    ...(startsPage && opening.length > 0
      ? docxBlock({ type: 'pageBreak', where: 'page' }, context)
      : []),
    ...opening.flatMap((block) => docxBlock(block, context)),
    heading,
    ...section.blocks.flatMap((block) => docxBlock(block, context)),
    ...section.sections.flatMap((child) => sectionChildren(child, context, false)),
  ];
}

function annex(context: DocxContext): readonly FileChild[] {
  const { sources, words, theme } = context.document;
  const { colors } = theme;
  if (sources.length === 0) return [];
  const instance = (context.lists += 1);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun({ text: words.sources })],
    }),
    ...sources.map((entry, index) => {
      const count = entry.records.length;
      const records = count === 0 ? '' : ` (${count} ${count > 1 ? words.records : words.record})`;
      return new Paragraph({
        style: 'ListParagraph',
        numbering: { reference: 'numbers', level: 0, instance },
        children: [
          bookmarked(`source-${index + 1}`, runs(entry.label, context)),
          new TextRun({ text: records, color: colors.muted }),
        ],
      });
    }),
  ];
}

/** Paragraphs, items and cells up to which laying the document out for page numbers costs well under a second. */
const LAYOUT_LIMIT = 700;

const weightOf = (sections: readonly PreparedSection[]): number =>
  sections.reduce(
    (sum, section) =>
      sum +
      weightOf(section.sections) +
      section.blocks.reduce(
        (total, block) =>
          total +
          (block.type === 'table'
            ? block.rows.length * block.columns.length
            : block.type === 'list'
              ? block.items.length
              : 2),
        1,
      ),
    0,
  );

/**
 * Adds the table style, and makes the same document give the same parts: the library draws relationship ids
 * at random and counts drawings and bookmarks on from one document to the next.
 */
function finishParts(day: string, theme: DocumentTheme): (path: string, xml: string) => string {
  const ids = new Map<string, string>();
  const renumber = (kind: string, id: string): string => {
    const key = `${kind} ${id}`;
    const known = ids.get(key) ?? String(ids.size + 1);
    ids.set(key, known);
    return known;
  };
  return (path, xml) => {
    if (path === 'docProps/core.xml') {
      return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T12:00:00Z`);
    }
    const withStyle =
      path === 'word/styles.xml'
        ? xml.replace('</w:styles>', `${tableStyleXml(theme)}</w:styles>`)
        : xml;
    return withStyle
      .replace(/(?<==")rId([\w-]{12,})(?=")/gu, (_all, id: string) => `rIdX${renumber('r', id)}`)
      .replace(/\b_Toc(\d+)/gu, (_all, id: string) => `_Toc${renumber('t', id)}`)
      .replace(/(?<=<wp:docPr id=")(\d+)(?=")/gu, (_all, id: string) => renumber('d', id))
      .replace(/(?<=<w:bookmark(?:Start|End)[^>]*w:id=")(\d+)(?=")/gu, (_all, id: string) =>
        renumber('b', id),
      );
  };
}

/** The logo so tall in pixels, no wider than it may be. */
function logoRun({ picture, alt }: DocumentLogo, height: number, widest: number): ImageRun {
  const width = (picture.width / Math.max(1, picture.height)) * height;
  const scale = Math.min(1, widest / Math.max(1, width));
  return new ImageRun({
    type: picture.mime === 'image/png' ? 'png' : 'jpg',
    data: picture.bytes,
    transformation: {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    },
    altText: { name: 'logo', description: alt },
  });
}

/** Above letters stands the organisation's logo and nothing else. */
function letterHead({ titlePage }: PreparedDocument) {
  const { logo, logoAlt = '' } = titlePage;
  if (logo === undefined) return {};
  const image = logoRun({ picture: logo, alt: logoAlt, isInHeader: true }, 44, 220);
  return {
    headers: { default: new Header({ children: [new Paragraph({ children: [image] })] }) },
  };
}

/** What stands at the head and the foot of the pages. */
function pageFrame(prepared: PreparedDocument) {
  const { words, theme, headerLogo, hasPageNumbers } = prepared;
  const { colors } = theme;
  const running = runningTexts(prepared);
  const small = { size: 17, color: colors.muted };
  const text = new TextRun({ ...small, text: running.header });
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_TWIPS }];
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            spacing: { after: 0 },
            ...(headerLogo === null ? {} : { tabStops }),
            children:
              headerLogo === null
                ? [text]
                : [
                    logoRun(headerLogo, 34, 200),
                    new TextRun({ ...small, children: [new Tab(), running.header] }),
                  ],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            tabStops,
            spacing: { after: 0 },
            border: {
              top: { style: BorderStyle.SINGLE, size: 4, color: colors.rule, space: 6 },
            },
            children: [
              new TextRun({
                ...small,
                text: running.footer,
              }),
              ...(hasPageNumbers
                ? [
                    new TextRun({
                      ...small,
                      children: [
                        new Tab(),
                        `${words.page}\u00a0`,
                        PageNumber.CURRENT,
                        ` ${words.pageOf} `,
                        PageNumber.TOTAL_PAGES,
                      ],
                    }),
                  ]
                : []),
            ],
          }),
        ],
      }),
    },
  };
}

/** The document for Word: real styles, numbering, fields, native charts with their data. */
export async function writeDocx(
  model: DocumentModel,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const prepared = prepareDocument(model, 'text', options);
  const { meta, theme } = prepared;
  const context: DocxContext = { document: prepared, footnotes: {}, lists: 0 };
  const margin = {
    top: mm(page.top),
    bottom: mm(page.bottom),
    left: mm(page.left),
    right: mm(page.right),
    header: mm(12),
    footer: mm(11),
  };
  const size = { width: mm(page.width), height: mm(page.height) };
  const isLetters = prepared.layout === 'letters';
  const isCompact = isLetters || prepared.titlePage.isCompact === true;
  const body = [
    ...(isCompact ? cover(prepared) : []),
    ...(prepared.hasContents && prepared.sections.length > 1 ? contents(prepared) : []),
    ...prepared.sections.flatMap((section, index) =>
      sectionChildren(
        section,
        context,
        index === 0 && !prepared.hasContents && (!isCompact || isLetters),
      ),
    ),
    ...annex(context),
  ];
  const file = new Document({
    title: meta.title,
    creator: meta.author ?? meta.organisation,
    lastModifiedBy: meta.author ?? meta.organisation,
    ...(meta.subject === undefined ? {} : { subject: meta.subject }),
    ...(meta.keywords === undefined ? {} : { keywords: meta.keywords.join(', ') }),
    ...(meta.subtitle === undefined ? {} : { description: meta.subtitle }),
    styles: docxStyles(meta.language, theme),
    numbering: docxNumbering(theme),
    footnotes: context.footnotes,
    // Beyond the limit the contents list no pages until Word updates the field, which it offers to.
    ...(weightOf(prepared.sections) <= LAYOUT_LIMIT
      ? { pageNumbers: estimatePageNumbersWith({ guess: true }) }
      : {}),
    sections: [
      ...(isCompact
        ? []
        : [
            {
              properties: { page: { size, margin } },
              headers: { default: new Header({ children: [new Paragraph({})] }) },
              footers: { default: new Footer({ children: [new Paragraph({})] }) },
              children: [...cover(prepared)],
            },
          ]),
      {
        properties: {
          ...(isCompact ? {} : { type: SectionType.NEXT_PAGE }),
          page: { size, margin },
        },
        ...(isLetters ? letterHead(prepared) : pageFrame(prepared)),
        children: body,
      },
    ],
  });
  const packed = await Packer.pack(file, 'uint8array');
  return rezip(packed, meta.date, finishParts(validDay(meta.date), theme));
}
