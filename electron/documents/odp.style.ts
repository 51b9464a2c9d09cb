import type { OdfPart } from '#documents/odf.package.ts';
import { autoStyle } from '#documents/odt.inline.ts';
import { sized } from '#documents/odt.named.ts';
import { fontFaces, locales, namespaces } from '#documents/odt.style.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { FOOTER_SIZE, footLogo, slideMasters } from '#documents/slides.masters.ts';
import type { SlideMaster } from '#documents/slides.masters.ts';
import { slideSize } from '#documents/slides.stage.ts';
import type { Place } from '#documents/slides.stage.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { element, escapeXml } from '#documents/xml.ts';

type Pairs = Readonly<Record<string, string | number | undefined>>;

/** What is counted and collected while an ODP is written. */
export interface OdpContext {
  readonly document: PreparedDocument;
  readonly styles: Map<string, string>;
  readonly parts: OdfPart[];
  readonly counters: { objects: number };
}

const inches = (value: number): string => `${value.toFixed(4)}in`;

/** Where an object stands. */
export const placed = ({ x, y, w, h }: Place): Pairs => ({
  'svg:x': inches(x),
  'svg:y': inches(y),
  'svg:width': inches(w),
  'svg:height': inches(h),
});

/** How a part of the package is named where it is shown. */
export const linked = (path: string): Pairs => ({
  'xlink:href': path,
  'xlink:type': 'simple',
  'xlink:show': 'embed',
  'xlink:actuate': 'onLoad',
});

/** Where a line runs. */
export const drawn = ({ x, y, w, h }: Place): Pairs => ({
  'svg:x1': inches(x),
  'svg:y1': inches(y),
  'svg:x2': inches(x + w),
  'svg:y2': inches(y + h),
});

/** Properties of a shape of one colour without an outline. */
export const solid = (color: string): string =>
  element('style:graphic-properties', {
    'draw:stroke': 'none',
    'draw:fill': 'solid',
    'draw:fill-color': `#${color}`,
    'draw:textarea-vertical-align': 'middle',
    'fo:padding': '0in',
  });

/** Properties of a line. */
export const stroke = (color: string, points: number): string =>
  element('style:graphic-properties', {
    'draw:stroke': 'solid',
    'svg:stroke-color': `#${color}`,
    'svg:stroke-width': `${points}pt`,
  });

/** Properties of a text box that keeps the size it was given. */
export const textBox = (valign: 'top' | 'middle'): string =>
  element('style:graphic-properties', {
    'draw:stroke': 'none',
    'draw:fill': 'none',
    'draw:auto-grow-height': 'false',
    'draw:auto-grow-width': 'false',
    'draw:fit-to-size': 'false',
    'fo:wrap-option': 'wrap',
    'fo:padding': '0in',
    'draw:textarea-vertical-align': valign,
    'draw:textarea-horizontal-align': 'justify',
  });

const style = (name: string, family: string, content: string, more: Pairs = {}): string =>
  element('style:style', { 'style:name': name, 'style:family': family, ...more }, content);

/** Notes are printed on A4, the slide above them. */
const notes = { width: 8.27, height: 11.69 } as const;
const notesPlaces = {
  slide: { x: 1, y: 0.9, w: 6.27, h: 3.53 },
  text: { x: 1, y: 4.9, w: 6.27, h: 5.9 },
} as const;

/** The second half of a slide: its picture and what its speaker says. */
export const notesXml = (paragraphs: string, number: number, context: OdpContext): string =>
  element(
    'presentation:notes',
    {
      'draw:style-name': autoStyle(
        context,
        'drawing-page',
        element('style:drawing-page-properties', { 'presentation:display-page-number': 'false' }),
      ),
    },
    element('draw:page-thumbnail', {
      'draw:layer': 'layout',
      ...placed(notesPlaces.slide),
      'draw:page-number': number,
      'presentation:class': 'page',
    }) +
      element(
        'draw:frame',
        {
          'presentation:style-name': 'content-notes',
          'draw:layer': 'layout',
          ...placed(notesPlaces.text),
          'presentation:class': 'notes',
          'presentation:placeholder': paragraphs === '' ? 'true' : undefined,
        },
        element('draw:text-box', {}, paragraphs),
      ),
  );

const pageLayout = (name: string, size: { width: number; height: number }, turn: string): string =>
  element(
    'style:page-layout',
    { 'style:name': name },
    element('style:page-layout-properties', {
      'fo:margin': '0in',
      'fo:page-width': inches(size.width),
      'fo:page-height': inches(size.height),
      'style:print-orientation': turn,
    }),
  );

/** Styles that a kind of slide gives to what stands in its places. */
const masterStyles = (
  kind: string,
  { title }: SlideMaster,
  { colors: c, fonts }: DocumentTheme,
): string =>
  style(
    `${kind}-title`,
    'presentation',
    textBox(title.valign) +
      element('style:paragraph-properties', { 'fo:text-align': 'start' }) +
      element('style:text-properties', {
        ...(fonts.heading === fonts.text ? {} : { 'style:font-name': fonts.heading }),
        'fo:color': `#${title.color}`,
        ...sized(title.sizes[0], true),
      }),
  ) +
  style(
    `${kind}-outline1`,
    'presentation',
    element('style:text-properties', { 'fo:color': `#${c.text}`, ...sized(20) }),
  ) +
  style(
    `${kind}-notes`,
    'presentation',
    element('style:graphic-properties', {
      'draw:stroke': 'none',
      'draw:fill': 'none',
      'draw:auto-grow-height': 'false',
    }) + element('style:text-properties', { 'fo:color': `#${c.text}`, ...sized(12) }),
  );

const small = (color: string, align: 'start' | 'end'): string =>
  element('style:paragraph-properties', { 'fo:text-align': align }) +
  element('style:text-properties', { 'fo:color': `#${color}`, ...sized(FOOTER_SIZE) });

/** Automatic styles of what masters draw. */
const masterAutomatic = (kind: string, master: SlideMaster): string =>
  style(
    `${kind}Background`,
    'drawing-page',
    element('style:drawing-page-properties', {
      'draw:fill': 'solid',
      'draw:fill-color': `#${master.background}`,
      'draw:background-size': 'border',
    }),
  ) +
  master.bars
    .map(({ color }, index) => style(`${kind}Bar${index}`, 'graphic', solid(color)))
    .join('') +
  (master.footer === null
    ? ''
    : style(`${kind}Footer`, 'paragraph', small(master.footer.color, 'start'))) +
  (master.number === null
    ? ''
    : style(`${kind}Number`, 'paragraph', small(master.number.color, 'end')));

function masterPage(kind: string, master: SlideMaster, logo: string): string {
  const field = (place: Place, name: string, paragraph: string, content: string): string =>
    element(
      'draw:frame',
      {
        'presentation:style-name': 'Field',
        'draw:layer': 'backgroundobjects',
        ...placed(place),
        'presentation:class': name,
      },
      element(
        'draw:text-box',
        {},
        element('text:p', { 'text:style-name': `${kind}${paragraph}` }, content),
      ),
    );
  return element(
    'style:master-page',
    {
      'style:name': kind,
      'style:page-layout-name': 'SlideLayout',
      'draw:style-name': `${kind}Background`,
    },
    master.bars
      .map(({ place }, index) =>
        element('draw:rect', {
          'draw:style-name': `${kind}Bar${index}`,
          'draw:layer': 'backgroundobjects',
          ...placed(place),
        }),
      )
      .join('') +
      (master.rule === null
        ? ''
        : element('draw:line', {
            'draw:style-name': 'Rule',
            'draw:layer': 'backgroundobjects',
            ...drawn(master.rule),
          })) +
      element(
        'draw:frame',
        {
          'presentation:style-name': `${kind}-title`,
          'draw:layer': 'backgroundobjects',
          ...placed(master.title.place),
          'presentation:class': 'title',
          'presentation:placeholder': 'true',
        },
        element('draw:text-box', {}),
      ) +
      (master.footer === null ? '' : logo) +
      (master.footer === null
        ? ''
        : field(master.footer.place, 'footer', 'Footer', '<presentation:footer/>')) +
      (master.number === null
        ? ''
        : field(
            master.number.place,
            'page-number',
            'Number',
            '<text:page-number>1</text:page-number>',
          )) +
      element(
        'presentation:notes',
        { 'style:page-layout-name': 'NotesLayout' },
        element('draw:page-thumbnail', {
          'presentation:style-name': `${kind}-title`,
          'draw:layer': 'backgroundobjects',
          ...placed(notesPlaces.slide),
          'presentation:class': 'page',
        }) +
          element(
            'draw:frame',
            {
              'presentation:style-name': `${kind}-notes`,
              'draw:layer': 'backgroundobjects',
              ...placed(notesPlaces.text),
              'presentation:class': 'notes',
              'presentation:placeholder': 'true',
            },
            element('draw:text-box', {}),
          ),
      ),
  );
}

/** The organisation's logo at the foot of slides; empty without one. */
function logoXml({ document, parts, counters }: OdpContext): string {
  const place = footLogo(document);
  if (document.headerLogo === null || place === null) return '';
  const { picture, alt } = document.headerLogo;
  const path = `Pictures/${(counters.objects += 1)}.${picture.mime === 'image/png' ? 'png' : 'jpg'}`;
  parts.push({ path, content: picture.bytes, mime: picture.mime });
  return element(
    'draw:frame',
    {
      'draw:style-name': 'standard',
      'draw:layer': 'backgroundobjects',
      'draw:name': 'Logo',
      ...placed(place),
    },
    element('draw:image', linked(path)) + element('svg:desc', {}, escapeXml(alt)),
  );
}

/** styles.xml: the kinds of slide, the language, what all text has in common. */
export function odpStylesPart(context: OdpContext): string {
  const { document } = context;
  const { meta, theme } = document;
  const { colors: c, fonts } = theme;
  const masters = slideMasters(document);
  const kinds = Object.entries(masters);
  const logo = logoXml(context);
  const text = element('style:text-properties', {
    'style:font-name': fonts.text,
    'style:font-name-asian': fonts.text,
    'style:font-name-complex': fonts.text,
    ...sized(18),
    'fo:color': `#${c.text}`,
    ...locales[meta.language],
    'fo:hyphenate': 'false',
  });
  const ordinary = element('style:paragraph-properties', {
    'fo:margin-top': '0in',
    'fo:margin-bottom': '0in',
    'fo:line-height': '100%',
    'style:writing-mode': 'lr-tb',
  });
  return `<?xml version="1.0" encoding="UTF-8"?>${element(
    'office:document-styles',
    namespaces,
    fontFaces(theme) +
      element(
        'office:styles',
        {},
        element(
          'style:default-style',
          { 'style:family': 'graphic' },
          element('style:graphic-properties', { 'draw:stroke': 'none', 'draw:fill': 'none' }) +
            ordinary +
            text,
        ) +
          style('standard', 'graphic', '') +
          kinds.map(([kind, master]) => masterStyles(kind, master, theme)).join('') +
          element(
            'style:presentation-page-layout',
            { 'style:name': 'TitleOnly' },
            element('presentation:placeholder', {
              'presentation:object': 'title',
              ...placed(masters.content.title.place),
            }),
          ),
      ) +
      element(
        'office:automatic-styles',
        {},
        pageLayout('SlideLayout', slideSize, 'landscape') +
          pageLayout('NotesLayout', notes, 'portrait') +
          style('Rule', 'graphic', stroke(c.rule, 0.75)) +
          style('Field', 'presentation', textBox('top')) +
          kinds.map(([kind, master]) => masterAutomatic(kind, master)).join(''),
      ) +
      element(
        'office:master-styles',
        {},
        element(
          'draw:layer-set',
          {},
          ['layout', 'background', 'backgroundobjects', 'controls', 'measurelines']
            .map((name) => element('draw:layer', { 'draw:name': name }))
            .join(''),
        ) + kinds.map(([kind, master]) => masterPage(kind, master, logo)).join(''),
      ),
  )}`;
}
