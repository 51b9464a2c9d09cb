import type { DocumentLanguage, DocumentModel } from '#documents/model.ts';
import { runningTexts } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import {
  listStyles,
  outline,
  paragraphStyles,
  sized,
  tabAt,
  textStyles,
  widthMm,
} from '#documents/odt.named.ts';
import { page } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { element, escapeXml } from '#documents/xml.ts';

/** Namespaces of the parts; LibreOffice's own is needed for nothing and left out. */
export const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'xmlns:number': 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:chart': 'urn:oasis:names:tc:opendocument:xmlns:chart:1.0',
  'xmlns:presentation': 'urn:oasis:names:tc:opendocument:xmlns:presentation:1.0',
  'office:version': '1.3',
} as const;

type Pairs = Readonly<Record<string, string | number | undefined>>;

/** How a language and its country are named in the properties of text. */
export const locales: Readonly<Record<DocumentLanguage, Pairs>> = {
  fr: { 'fo:language': 'fr', 'fo:country': 'FR' },
  en: { 'fo:language': 'en', 'fo:country': 'GB' },
};

const layout = (name: string, hasFooter: boolean): string =>
  element(
    'style:page-layout',
    { 'style:name': name },
    element('style:page-layout-properties', {
      'fo:page-width': `${page.width}mm`,
      'fo:page-height': `${page.height}mm`,
      'style:print-orientation': 'portrait',
      'fo:margin-top': `${hasFooter ? 12 : page.top}mm`,
      'fo:margin-bottom': `${hasFooter ? 11 : page.bottom}mm`,
      'fo:margin-left': `${page.left}mm`,
      'fo:margin-right': `${page.right}mm`,
    }) +
      (hasFooter
        ? element(
            'style:header-style',
            {},
            element('style:header-footer-properties', {
              'fo:min-height': `${page.top - 12}mm`,
              'fo:margin-bottom': '8mm',
            }),
          ) +
          element(
            'style:footer-style',
            {},
            element('style:header-footer-properties', {
              'fo:min-height': `${page.bottom - 11}mm`,
              'fo:margin-top': '5mm',
            }),
          )
        : ''),
  );

const headLogoStyles =
  element(
    'style:style',
    {
      'style:name': 'HeadLine',
      'style:family': 'paragraph',
      'style:parent-style-name': 'Header',
    },
    element('style:paragraph-properties', {}, tabAt(`${widthMm}mm`, 'right')),
  ) +
  element(
    'style:style',
    {
      'style:name': 'HeadLogo',
      'style:family': 'graphic',
      'style:parent-style-name': 'Graphics',
    },
    element('style:graphic-properties', {
      'style:vertical-pos': 'middle',
      'style:vertical-rel': 'line',
      'draw:stroke': 'none',
      'draw:fill': 'none',
      'fo:padding': '0mm',
      'fo:border': 'none',
    }),
  );

/** styles.xml: every named style, the page layouts, header and footer. */
export function stylesPart(document: PreparedDocument, headPicture = ''): string {
  const { meta, words, theme } = document;
  const running = runningTexts(document);
  const isLetters = document.layout === 'letters';
  const header = element(
    'style:header',
    {},
    element(
      'text:p',
      { 'text:style-name': headPicture === '' ? 'Header' : 'HeadLine' },
      headPicture +
        (headPicture === '' || running.header === '' ? '' : '<text:tab/>') +
        escapeXml(running.header),
    ),
  );
  const number = `<text:tab/>${words.page}\u00a0<text:page-number text:select-page="current">1</text:page-number> ${words.pageOf} <text:page-count>1</text:page-count>`;
  const footer = element(
    'style:footer',
    {},
    element(
      'text:p',
      { 'text:style-name': 'Footer' },
      escapeXml(running.footer) + (document.hasPageNumbers ? number : ''),
    ),
  );
  const font = {
    'style:font-name': theme.fonts.text,
    'style:font-name-asian': theme.fonts.text,
    'style:font-name-complex': theme.fonts.text,
  };
  const defaults = element(
    'style:default-style',
    { 'style:family': 'paragraph' },
    element('style:paragraph-properties', {
      'fo:line-height': '113%',
      'fo:orphans': 2,
      'fo:widows': 2,
      'style:tab-stop-distance': '12.5mm',
      'style:writing-mode': 'page',
    }) +
      element('style:text-properties', {
        ...font,
        ...sized(10.5),
        'fo:color': `#${theme.colors.text}`,
        ...locales[meta.language],
        'fo:hyphenate': 'false',
      }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>${element(
    'office:document-styles',
    namespaces,
    fontFaces(theme) +
      element(
        'office:styles',
        {},
        defaults +
          element(
            'style:default-style',
            { 'style:family': 'table' },
            element('style:table-properties', { 'table:border-model': 'collapsing' }),
          ) +
          element(
            'style:default-style',
            { 'style:family': 'table-row' },
            element('style:table-row-properties', { 'fo:keep-together': 'always' }),
          ) +
          element(
            'style:default-style',
            { 'style:family': 'graphic' },
            element('style:paragraph-properties', {}) +
              element('style:text-properties', locales[meta.language]),
          ) +
          paragraphStyles(theme) +
          textStyles(theme) +
          listStyles() +
          outline(document.numbering === 'decimal') +
          element(
            'style:style',
            { 'style:name': 'Graphics', 'style:family': 'graphic' },
            element('style:graphic-properties', {
              'text:anchor-type': 'as-char',
              'style:vertical-pos': 'top',
              'style:vertical-rel': 'baseline',
            }),
          ) +
          element('text:notes-configuration', {
            'text:note-class': 'footnote',
            'style:num-format': '1',
            'text:start-value': 0,
            'text:footnotes-position': 'page',
            'text:start-numbering-at': 'document',
            'text:citation-style-name': 'Footnote_20_Symbol',
            'text:citation-body-style-name': 'Footnote_20_anchor',
          }),
      ) +
      element(
        'office:automatic-styles',
        {},
        layout('CoverLayout', false) +
          layout('PageLayout', true) +
          (headPicture === '' ? '' : headLogoStyles),
      ) +
      element(
        'office:master-styles',
        {},
        element('style:master-page', {
          'style:name': 'Cover',
          'style:page-layout-name': 'CoverLayout',
          'style:next-style-name': 'Standard',
        }) +
          element(
            'style:master-page',
            { 'style:name': 'Standard', 'style:page-layout-name': 'PageLayout' },
            isLetters ? (headPicture === '' ? '' : header) : header + footer,
          ),
      ),
  )}`;
}

/** Declared in each part that names the fonts. */
export const fontFaces = ({ fonts }: DocumentTheme): string =>
  element(
    'office:font-face-decls',
    {},
    [...new Set([fonts.text, fonts.heading])]
      .map((name) =>
        element('style:font-face', {
          'style:name': name,
          'svg:font-family': name.includes(' ') ? `'${name}'` : name,
          'style:font-family-generic': 'swiss',
          'style:font-pitch': 'variable',
        }),
      )
      .join(''),
  );

/** meta.xml: what the file says of itself. */
export function metaPart(meta: DocumentModel['meta'], day: string): string {
  const moment = `${day}T12:00:00`;
  const line = (name: string, text: string | undefined): string =>
    text === undefined ? '' : element(name, {}, escapeXml(text));
  return `<?xml version="1.0" encoding="UTF-8"?>${element(
    'office:document-meta',
    namespaces,
    element(
      'office:meta',
      {},
      line('dc:title', meta.title) +
        line('dc:description', meta.subtitle) +
        line('dc:subject', meta.subject) +
        (meta.keywords ?? []).map((keyword) => line('meta:keyword', keyword)).join('') +
        line('meta:initial-creator', meta.author ?? meta.organisation) +
        line('dc:creator', meta.author ?? meta.organisation) +
        line('meta:creation-date', moment) +
        line('dc:date', moment) +
        line('dc:language', meta.language === 'fr' ? 'fr-FR' : 'en-GB'),
    ),
  )}`;
}
