import { blockHtml, inlineHtml, pressable, recordList, tag } from '#documents/html.blocks.ts';
import type { HtmlContext } from '#documents/html.blocks.ts';
import { styleSheet } from '#documents/html.style.ts';
import type { Block, DocumentModel, Picture, RecordRef } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { plainText, prepareDocument, runningTexts } from '#documents/prepare.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import { builtInTheme, page } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { attributes, escapeXml } from '#documents/xml.ts';

const dataUri = ({ mime, bytes }: Picture): string =>
  `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;

/** The organisation's logo; where each page bears it, the printed first page does not repeat it. */
function logoHtml({ titlePage, headerLogo }: PreparedDocument): string {
  const { logo, logoAlt = '' } = titlePage;
  if (logo === undefined) return '';
  const isRepeated = headerLogo !== null && titlePage.isCompact === true;
  const kind = isRepeated ? 'logo onscreen' : 'logo';
  return `<img${attributes({ class: kind, alt: logoAlt, src: dataUri(logo) })}>`;
}

function cover(document: PreparedDocument): string {
  const { meta, titlePage } = document;
  const line = (name: string, text: string | undefined, kind: string): string =>
    text === undefined || text === '' ? '' : tag(name, escapeXml(text), { class: kind });
  const image = document.layout === 'letters' ? '' : logoHtml(document);
  const facts = titlePage.facts
    .map(({ label, value }) => tag('dt', escapeXml(label)) + tag('dd', escapeXml(value)))
    .join('');
  return tag(
    'header',
    `${image}${line('p', meta.organisation, 'organisation')}<div class="bar"></div>${line('p', meta.group, 'group')}${tag('h1', escapeXml(meta.title))}${line('p', meta.subtitle, 'subtitle')}${line('p', document.dateLabel, 'date')}${facts === '' ? '' : tag('dl', facts)}`,
    { class: titlePage.isCompact === true ? 'cover compact' : 'cover' },
  );
}

const heading = (section: PreparedSection, context: HtmlContext): string =>
  (section.number === '' ? '' : tag('span', section.number, { class: 'number' })) +
  inlineHtml(section.title, context);

const contentsEntry = (section: PreparedSection, { document }: HtmlContext): string =>
  tag(
    'a',
    (section.number === '' ? '' : tag('span', section.number, { class: 'number' })) +
      escapeXml(plainText(section.title, document)),
    { href: `#${section.anchor}` },
  );

function contents(
  sections: readonly PreparedSection[],
  context: HtmlContext,
  depth: number,
): string {
  if (sections.length === 0 || depth > 2) return '';
  return tag(
    'ol',
    sections
      .map((each) =>
        tag('li', contentsEntry(each, context) + contents(each.sections, context, depth + 1)),
      )
      .join(''),
  );
}

const blocksHtml = (blocks: readonly Block[], context: HtmlContext): string =>
  blocks.map((block) => blockHtml(block, context)).join('\n');

/** Above each letter stands the organisation's logo. */
const letterLogo = ({ document }: HtmlContext, section: PreparedSection): string =>
  document.layout === 'letters' && section.level === 1 ? logoHtml(document) : '';

const sectionHtml = (section: PreparedSection, context: HtmlContext): string =>
  tag(
    'section',
    letterLogo(context, section) +
      blocksHtml(section.opening ?? [], context) +
      tag(`h${section.level + 1}`, heading(section, context), { id: section.anchor }) +
      blocksHtml(section.blocks, context) +
      section.sections.map((child) => sectionHtml(child, context)).join('\n'),
    {
      'aria-labelledby': section.anchor,
      class: section.startsPage ? 'newpage' : undefined,
      'data-section': context.hasPressableFigures ? section.key : undefined,
    },
  );

/** The count of a source's records opens them, where figures do. */
const sourcePress = (records: readonly RecordRef[], context: HtmlContext) => {
  const press = pressable(records, context);
  return 'class' in press
    ? { ...press, class: 'records trace', 'data-records': recordList(records) }
    : {};
};

function annex(context: HtmlContext): string {
  const { document, notes } = context;
  const { words } = document;
  const sources = document.sources.map((entry, index) => {
    const count = entry.records.length;
    const records =
      count === 0
        ? ''
        : ` ${tag('span', `(${count} ${count > 1 ? words.records : words.record})`, { class: 'records', ...sourcePress(entry.records, context) })}`;
    return tag('li', inlineHtml(entry.label, context) + records, {
      id: `source-${index + 1}`,
      'data-records': entry.records.map(({ table, id }) => `${table}:${id}`).join(' '),
    });
  });
  const items = notes.map((text, index) =>
    tag(
      'li',
      `${text} ${tag('a', '↩', { href: `#call-${index + 1}`, role: 'doc-backlink', 'aria-label': `${words.note} ${index + 1}` })}`,
      { id: `note-${index + 1}` },
    ),
  );
  return (
    (items.length === 0
      ? ''
      : tag('section', tag('h2', words.notes, { id: 'notes' }) + tag('ol', items.join('')), {
          class: 'annex',
          role: 'doc-endnotes',
          'aria-labelledby': 'notes',
        })) +
    (sources.length === 0
      ? ''
      : tag('section', tag('h2', words.sources, { id: 'sources' }) + tag('ol', sources.join('')), {
          class: 'annex',
          'aria-labelledby': 'sources',
        }))
  );
}

const colophon = ({ meta, dateLabel, ownFooter }: PreparedDocument): string =>
  [meta.organisation, dateLabel].map(escapeXml).join(' – ') +
  (ownFooter === '' ? '' : `<br>${escapeXml(ownFooter)}`);

/** The document as one self-contained, accessible web page that prints as A4. */
export function writeHtmlText(model: DocumentModel, options: WriteOptions = {}): string {
  const document = prepareDocument(model, 'text', options);
  const { meta, words } = document;
  const context: HtmlContext = {
    document,
    notes: [],
    counters: { tables: 0, figures: 0 },
    hasPressableFigures: options.hasPressableFigures ?? false,
  };
  const list =
    document.hasContents && document.sections.length > 1
      ? tag(
          'nav',
          tag('h2', words.contents, { id: 'contents' }) + contents(document.sections, context, 1),
          { class: 'contents', 'aria-labelledby': 'contents' },
        )
      : '';
  const body = document.sections.map((section) => sectionHtml(section, context)).join('\n');
  const style = styleSheet({
    theme: document.theme,
    hasLogo: document.titlePage.logo !== undefined && options.logo !== undefined,
    fonts: options.fonts ?? [],
    hasCover: document.titlePage.isCompact !== true,
    numbers:
      options.pageNumbers === 'caller' || document.layout === 'letters'
        ? null
        : {
            label: document.hasPageNumbers ? words.page : null,
            of: words.pageOf,
            title: runningTexts(document).footer,
          },
    hasPressableFigures: context.hasPressableFigures,
  });
  const metas = [
    ['author', meta.author ?? meta.organisation],
    ['description', meta.subject ?? meta.subtitle],
    ['keywords', meta.keywords?.join(', ')],
    ['dcterms.date', meta.date],
  ]
    .map(([name, content]) =>
      content === undefined ? '' : `<meta${attributes({ name, content })}>`,
    )
    .join('');
  return `<!doctype html>
<html lang="${meta.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${escapeXml(meta.title)}</title>${metas}
<style>${style}</style></head>
<body${document.layout === undefined ? '' : ` class="${document.layout}"`}>${tag('a', words.skipToContent, { class: 'skip', href: '#content' })}
<div class="sheet">${cover(document)}${list}
<main id="content">${body}
${annex(context)}</main>
${document.layout === 'letters' ? '' : tag('footer', colophon(document), { class: 'colophon' })}
</div></body></html>
`;
}

/** Same as `writeHtmlText`, as UTF-8 bytes. */
export const writeHtml = (model: DocumentModel, options: WriteOptions = {}): Promise<Uint8Array> =>
  Promise.resolve(new TextEncoder().encode(writeHtmlText(model, options)));

const pdfFont = ({ fonts }: DocumentTheme): string =>
  fonts.text === builtInTheme.fonts.text
    ? ''
    : `'${fonts.text.replace(/[^\p{L}\p{N} ._+-]/gu, '')}',`;

/** What the caller hands to the browser's PDF printer, for a page written with `pageNumbers: 'caller'`. */
export interface PdfOptions {
  readonly pageSize: 'A4';
  readonly printBackground: true;
  readonly preferCSSPageSize: true;
  readonly displayHeaderFooter: boolean;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
  readonly generateTaggedPDF: true;
  readonly generateDocumentOutline: true;
}

/**
 * Options of Electron's `printToPDF`: tagged, with bookmarks and « Page 2 sur 9 » at the foot. Give the
 * `pageNumbers` the page was written with: 'css' (Chromium 131 and later draws them in the margins and
 * leaves the title page free) or 'caller' (any version, on every page).
 */
export function pdfOptions(
  model: DocumentModel,
  pageNumbers: NonNullable<WriteOptions['pageNumbers']> = 'caller',
  options: WriteOptions = {},
): PdfOptions {
  const document = prepareDocument(model, 'text', options);
  const { words, theme } = document;
  const running = runningTexts(document);
  const style = `width:100%;margin:0 ${page.right}mm 0 ${page.left}mm;font:8pt ${pdfFont(theme)}Calibri,Carlito,'Source Sans 3',Arial,sans-serif;color:#${theme.colors.muted};display:flex;justify-content:space-between;gap:6mm;-webkit-print-color-adjust:exact`;
  const cut = 'overflow:hidden;text-overflow:ellipsis;white-space:nowrap';
  const logo =
    document.headerLogo === null
      ? ''
      : `<img style="height:8.5mm;max-width:50mm;object-fit:contain;object-position:left" alt="" src="${dataUri(document.headerLogo.picture)}">`;
  const number = !document.hasPageNumbers
    ? ''
    : `${words.page}&#160;<span class="pageNumber"></span> ${words.pageOf} <span class="totalPages"></span>`;
  return {
    pageSize: 'A4',
    printBackground: true,
    preferCSSPageSize: true,
    displayHeaderFooter: pageNumbers === 'caller' && model.layout !== 'letters',
    headerTemplate: `<div style="${style}${logo === '' ? '' : ';align-items:center'}">${logo}<span style="${cut}">${escapeXml(running.header)}</span></div>`,
    footerTemplate: `<div style="${style}"><span style="${document.ownFooter === '' ? cut : ''}">${escapeXml(running.footer)}</span><span style="white-space:nowrap">${number}</span></div>`,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}
