import { blockHtml, inlineHtml, tag } from '#documents/html.blocks.ts';
import type { HtmlContext } from '#documents/html.blocks.ts';
import { styleSheet } from '#documents/html.style.ts';
import type { Block, DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { plainText, prepareDocument, runningTexts } from '#documents/prepare.ts';
import type { PreparedDocument, PreparedSection } from '#documents/prepare.ts';
import { colors, page } from '#documents/theme.ts';
import { attributes, escapeXml } from '#documents/xml.ts';

function cover(document: PreparedDocument): string {
  const { meta, titlePage } = document;
  const { logo } = titlePage;
  const line = (name: string, text: string | undefined, kind: string): string =>
    text === undefined || text === '' ? '' : tag(name, escapeXml(text), { class: kind });
  const image =
    logo === undefined
      ? ''
      : `<img${attributes({ class: 'logo', alt: titlePage.logoAlt ?? '', src: `data:${logo.mime};base64,${Buffer.from(logo.bytes).toString('base64')}` })}>`;
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

const sectionHtml = (section: PreparedSection, context: HtmlContext): string =>
  tag(
    'section',
    blocksHtml(section.opening ?? [], context) +
      tag(`h${section.level + 1}`, heading(section, context), { id: section.anchor }) +
      blocksHtml(section.blocks, context) +
      section.sections.map((child) => sectionHtml(child, context)).join('\n'),
    { 'aria-labelledby': section.anchor, class: section.startsPage ? 'newpage' : undefined },
  );

function annex(context: HtmlContext): string {
  const { document, notes } = context;
  const { words } = document;
  const sources = document.sources.map((entry, index) => {
    const count = entry.records.length;
    const records =
      count === 0
        ? ''
        : ` ${tag('span', `(${count} ${count > 1 ? words.records : words.record})`, { class: 'records' })}`;
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

/** The document as one self-contained, accessible web page that prints as A4. */
export function writeHtmlText(model: DocumentModel, options: WriteOptions = {}): string {
  const document = prepareDocument(model, 'text');
  const { meta, words } = document;
  const context: HtmlContext = {
    document,
    notes: [],
    counters: { tables: 0, figures: 0 },
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
    fonts: options.fonts ?? [],
    hasCover: document.titlePage.isCompact !== true,
    numbers:
      options.pageNumbers === 'caller' || document.layout === 'letters'
        ? null
        : { label: words.page, of: words.pageOf, title: runningTexts(document).footer },
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
${document.layout === 'letters' ? '' : tag('footer', [meta.organisation, document.dateLabel].map(escapeXml).join(' – '), { class: 'colophon' })}
</div></body></html>
`;
}

/** Same as `writeHtmlText`, as UTF-8 bytes. */
export const writeHtml = (model: DocumentModel, options: WriteOptions = {}): Promise<Uint8Array> =>
  Promise.resolve(new TextEncoder().encode(writeHtmlText(model, options)));

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
): PdfOptions {
  const document = prepareDocument(model, 'text');
  const { words } = document;
  const running = runningTexts(document);
  const style = `width:100%;margin:0 ${page.right}mm 0 ${page.left}mm;font:8pt Calibri,Carlito,'Source Sans 3',Arial,sans-serif;color:#${colors.muted};display:flex;justify-content:space-between;gap:6mm;-webkit-print-color-adjust:exact`;
  const cut = 'overflow:hidden;text-overflow:ellipsis;white-space:nowrap';
  const number = `${words.page}&#160;<span class="pageNumber"></span> ${words.pageOf} <span class="totalPages"></span>`;
  return {
    pageSize: 'A4',
    printBackground: true,
    preferCSSPageSize: true,
    displayHeaderFooter: pageNumbers === 'caller' && model.layout !== 'letters',
    headerTemplate: `<div style="${style}"><span style="${cut}">${escapeXml(running.header)}</span></div>`,
    footerTemplate: `<div style="${style}"><span style="${cut}">${escapeXml(running.footer)}</span><span style="white-space:nowrap">${number}</span></div>`,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}
