import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { odfPackage } from '#documents/odf.package.ts';
import { odtBlock, odtHeadPicture, odtPicture } from '#documents/odt.blocks.ts';
import { autoStyle, autoStyles, odtParagraph, odtRuns, odtText } from '#documents/odt.inline.ts';
import type { OdtContext } from '#documents/odt.inline.ts';
import { sized } from '#documents/odt.named.ts';
import { fontFaces, metaPart, namespaces, stylesPart } from '#documents/odt.style.ts';
import { plainText, prepareDocument } from '#documents/prepare.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import { validDay } from '#documents/typography.ts';
import { element, escapeXml } from '#documents/xml.ts';

const MIME = 'application/vnd.oasis.opendocument.text';

/** Space below, in millimetres, of the styles that may open a page; an automatic style must repeat it. */
const SPACE_BELOW: Readonly<Record<string, number>> = {
  'Cover Organisation': 0,
  'Contents Heading': 3.6,
  'Heading 1': 3.6,
  'Heading 2': 2.1,
  'Heading 3': 1.6,
};

/** A variant of a style at the top of a page; `master` names the kind of page it begins. */
const opening = (
  context: OdtContext,
  parent: string,
  master: string | undefined,
  more: Readonly<Record<string, string>> = {},
): string =>
  autoStyle(
    context,
    'paragraph',
    element('style:paragraph-properties', {
      'fo:margin-top': '0mm',
      'fo:margin-bottom': `${SPACE_BELOW[parent] ?? 0}mm`,
      ...(master === undefined ? { 'fo:break-before': 'page' } : { 'style:page-number': 'auto' }),
      ...more,
    }),
    { 'style:parent-style-name': parent.replace(/ /gu, '_20_'), 'style:master-page-name': master },
  );

/** Space between the logo and what follows it. */
const below = (picture: string): Readonly<Record<string, string>> =>
  picture === '' ? {} : { 'fo:margin-bottom': '3mm' };

function cover(context: OdtContext): string {
  const { meta, titlePage, dateLabel, layout } = context.document;
  if (layout === 'letters') return '';
  const { logo } = titlePage;
  const line = (style: string, text: string | undefined): string =>
    text === undefined || text === '' ? '' : odtParagraph(style, odtText(text), context);
  const pictured = (height: number, widest: number): string => {
    if (logo === undefined) return '';
    const width = (logo.width / Math.max(1, logo.height)) * height;
    const scale = Math.min(1, widest / Math.max(0.1, width));
    return odtPicture(logo, width * scale, height * scale, titlePage.logoAlt ?? '', context);
  };
  const facts = titlePage.facts.map(({ label, value }, index) =>
    odtParagraph(
      index === 0 ? 'Cover First Fact' : 'Cover Fact',
      `${element('text:span', { 'text:style-name': 'Muted' }, odtText(label))}<text:tab/>${odtText(value)}`,
      context,
    ),
  );
  if (titlePage.isCompact === true) {
    const picture = context.document.headerLogo === null ? pictured(13.8, 69) : '';
    return [
      element(
        'text:p',
        { 'text:style-name': opening(context, 'Cover Organisation', 'Standard', below(picture)) },
        picture === '' ? odtText(meta.organisation) : picture,
      ),
      picture === '' ? '' : line('Cover Organisation', meta.organisation),
      line('Cover Group', meta.group),
      line('Title Compact', meta.title),
      line('Subtitle', meta.subtitle),
      line('Cover Date Compact', dateLabel),
      ...titlePage.facts.map(({ label, value }) =>
        odtParagraph(
          'Cover Fact',
          `${element('text:span', { 'text:style-name': 'Muted' }, odtText(label))}<text:tab/>${odtText(value)}`,
          context,
        ),
      ),
    ].join('');
  }
  const picture = pictured(18, 80);
  return [
    element(
      'text:p',
      { 'text:style-name': opening(context, 'Cover Organisation', 'Cover', below(picture)) },
      picture === '' ? odtText(meta.organisation) : picture,
    ),
    picture === '' ? '' : line('Cover Organisation', meta.organisation),
    odtParagraph('Cover Bar', '', context),
    line('Cover Group', meta.group),
    line(meta.title.length > 90 ? 'Title Long' : 'Title', meta.title),
    line('Subtitle', meta.subtitle),
    line('Cover Date', dateLabel),
    ...facts,
  ].join('');
}

function contentsEntries(sections: readonly PreparedSection[], document: PreparedDocument): string {
  return sections
    .map((section) => {
      if (section.level > 2) return '';
      const number = section.number === '' ? '' : `${section.number}\u2003`;
      const title = plainText(section.title, document);
      // A reference field, so that the page is right as soon as the office has laid the text out.
      const pageNumber = element(
        'text:bookmark-ref',
        { 'text:reference-format': 'page', 'text:ref-name': section.anchor },
        '1',
      );
      return (
        element(
          'text:p',
          { 'text:style-name': `Contents_20_${section.level}` },
          element(
            'text:a',
            {
              'xlink:type': 'simple',
              'xlink:href': `#${section.anchor}`,
              'text:style-name': 'Index_20_Link',
              'text:visited-style-name': 'Index_20_Link',
            },
            `${escapeXml(number)}${odtText(title)}<text:tab/>${pageNumber}`,
          ),
        ) + contentsEntries(section.sections, document)
      );
    })
    .join('');
}

function contents(context: OdtContext): string {
  const { document } = context;
  const template = (level: number): string =>
    element(
      'text:table-of-content-entry-template',
      { 'text:outline-level': level, 'text:style-name': `Contents_20_${level}` },
      '<text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-span>\u2003</text:index-entry-span><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>',
    );
  const title = element(
    'text:p',
    { 'text:style-name': opening(context, 'Contents Heading', 'Standard') },
    document.words.contents,
  );
  return element(
    'text:table-of-content',
    { 'text:name': 'Contents', 'text:protected': 'false' },
    element(
      'text:table-of-content-source',
      { 'text:outline-level': 2 },
      element(
        'text:index-title-template',
        { 'text:style-name': 'Contents_20_Heading' },
        document.words.contents,
      ) +
        template(1) +
        template(2),
    ) +
      element(
        'text:index-body',
        {},
        element('text:index-title', { 'text:name': 'Contents_Head' }, title) +
          contentsEntries(document.sections, document) +
          (document.sources.length === 0
            ? ''
            : contentsEntries([annexSection(document)], document)),
      ),
  );
}

const annexSection = (document: PreparedDocument): PreparedSection => ({
  title: [{ type: 'text', text: document.words.sources }],
  blocks: [],
  sections: [],
  slide: 'content',
  speakerNotes: [],
  startsPage: false,
  isNumbered: false,
  level: 1,
  number: '',
  anchor: 'annex-sources',
});

/** Without a number, a heading gives up the numbering and its indent. */
const UNNUMBERED = { 'fo:margin-left': '0mm', 'fo:text-indent': '0mm' } as const;

function heading(section: PreparedSection, context: OdtContext, isOpening: boolean): string {
  const parent = `Heading ${section.level}`;
  const plain = section.number === '' ? UNNUMBERED : {};
  const isLetter = context.document.layout === 'letters';
  const size = isLetter ? element('style:text-properties', sized(12)) : '';
  const style =
    section.opening === undefined && (isOpening || section.startsPage)
      ? opening(context, parent, isOpening ? 'Standard' : undefined, plain)
      : section.number === ''
        ? autoStyle(context, 'paragraph', element('style:paragraph-properties', plain) + size, {
            'style:parent-style-name': parent.replace(' ', '_20_'),
          })
        : parent.replace(' ', '_20_');
  const mark = { 'text:name': section.anchor };
  return element(
    'text:h',
    {
      'text:style-name': style,
      'text:outline-level': section.level,
      'text:is-list-header': section.number === '' ? 'true' : undefined,
    },
    element('text:bookmark-start', mark) +
      odtRuns(section.title, context) +
      element('text:bookmark-end', mark),
  );
}

/** What stands above a section's title, on the page that it opens. */
function sectionOpening(section: PreparedSection, context: OdtContext, isOpening: boolean): string {
  if (section.opening === undefined) return '';
  const starts = isOpening || section.startsPage;
  const first = starts
    ? element('text:p', {
        'text:style-name': opening(context, 'Drawing', isOpening ? 'Standard' : undefined),
      })
    : '';
  return first + section.opening.map((block) => odtBlock(block, context)).join('');
}

const sectionXml = (section: PreparedSection, context: OdtContext, isOpening: boolean): string =>
  sectionOpening(section, context, isOpening) +
  heading(section, context, isOpening) +
  section.blocks.map((block) => odtBlock(block, context)).join('') +
  section.sections.map((child) => sectionXml(child, context, false)).join('');

function annex(context: OdtContext, isOpening: boolean): string {
  const { sources, words } = context.document;
  if (sources.length === 0) return '';
  const items = sources.map((entry, index) => {
    const count = entry.records.length;
    const records =
      count === 0
        ? ''
        : element(
            'text:span',
            { 'text:style-name': 'Muted' },
            odtText(` (${count} ${count > 1 ? words.records : words.record})`),
          );
    const mark = { 'text:name': `source-${index + 1}` };
    return element(
      'text:list-item',
      {},
      odtParagraph(
        'Box Text',
        element('text:bookmark-start', mark) +
          odtRuns(entry.label, context) +
          element('text:bookmark-end', mark) +
          records,
        context,
      ),
    );
  });
  return (
    heading(annexSection(context.document), context, isOpening) +
    element('text:list', { 'text:style-name': 'Numbers' }, items.join(''))
  );
}

/** The logo at the head of pages, or above letters; empty without one. */
function headPicture(context: OdtContext): string {
  const { headerLogo, titlePage, layout } = context.document;
  const { logo, logoAlt = '' } = titlePage;
  if (layout !== 'letters') {
    return headerLogo === null ? '' : odtHeadPicture(headerLogo, 9, 53, context);
  }
  const letterLogo = { picture: logo, alt: logoAlt, isInHeader: true };
  return letterLogo.picture === undefined
    ? ''
    : odtHeadPicture({ ...letterLogo, picture: letterLogo.picture }, 11.6, 58, context);
}

/** The document as OpenDocument text: named styles, outline, fields, native charts with their data. */
export function writeOdt(model: DocumentModel, options: WriteOptions = {}): Promise<Uint8Array> {
  const document = prepareDocument(model, 'text', options);
  const context: OdtContext = {
    document,
    styles: new Map(),
    parts: [],
    counters: { notes: 0, tables: 0, figures: 0, objects: 0 },
  };
  const hasContents = document.hasContents && document.sections.length > 1;
  const isOpening =
    !hasContents && (document.titlePage.isCompact !== true || document.layout === 'letters');
  const body =
    cover(context) +
    (hasContents ? contents(context) : '') +
    document.sections
      .map((section, index) => sectionXml(section, context, index === 0 && isOpening))
      .join('') +
    annex(context, document.sections.length === 0 && isOpening);
  const sequences = element(
    'text:sequence-decls',
    {},
    ['Table', 'Figure']
      .map((name) =>
        element('text:sequence-decl', { 'text:display-outline-level': 0, 'text:name': name }),
      )
      .join(''),
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?>${element(
    'office:document-content',
    namespaces,
    fontFaces(document.theme) +
      element('office:automatic-styles', {}, autoStyles(context)) +
      element('office:body', {}, element('office:text', {}, sequences + body)),
  )}`;
  const day = validDay(model.meta.date);
  return Promise.resolve(
    odfPackage(
      MIME,
      [
        ['content.xml', content],
        ['styles.xml', stylesPart(document, headPicture(context))],
        ['meta.xml', metaPart(document.meta, day)],
      ],
      context.parts,
      day,
    ),
  );
}
