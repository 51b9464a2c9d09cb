import { chartPart } from '#documents/odt.chart.ts';
import { sized } from '#documents/odt.named.ts';
import { autoStyle, odtText } from '#documents/odt.inline.ts';
import { drawn, linked, notesXml, placed, solid, stroke, textBox } from '#documents/odp.style.ts';
import type { OdpContext } from '#documents/odp.style.ts';
import { odpTable } from '#documents/odp.table.ts';
import { odpText } from '#documents/odp.text.ts';
import { slideMasters } from '#documents/slides.masters.ts';
import type { Place, SlideCanvas, SlideDeck, SlideKind } from '#documents/slides.stage.ts';
import { element, escapeXml } from '#documents/xml.ts';

/** A slide while it is drawn. */
interface OdpSlide {
  readonly kind: SlideKind;
  title: string;
  readonly shapes: string[];
  readonly notes: string[];
}

const graphic = (context: OdpContext, properties: string): string =>
  autoStyle(context, 'graphic', properties, { 'style:parent-style-name': 'standard' });

/** A frame around an object with its name and description. */
function described(
  kind: string,
  place: Place,
  inner: string,
  alt: string,
  context: OdpContext,
): string {
  return element(
    'draw:frame',
    {
      'draw:style-name': graphic(
        context,
        element('style:graphic-properties', { 'draw:stroke': 'none', 'draw:fill': 'none' }),
      ),
      'draw:layer': 'layout',
      'draw:name': `${kind} ${context.counters.objects}`,
      ...placed(place),
    },
    inner + element('svg:title', {}, escapeXml(kind)) + element('svg:desc', {}, escapeXml(alt)),
  );
}

function titleXml(text: string, kind: SlideKind, size: number, context: OdpContext): string {
  const { place, color } = slideMasters(context.document)[kind].title;
  const paragraph = autoStyle(
    context,
    'paragraph',
    element('style:text-properties', { ...sized(size, true), 'fo:color': `#${color}` }),
  );
  const run = autoStyle(
    context,
    'text',
    element('style:text-properties', { ...sized(size, true), 'fo:color': `#${color}` }),
  );
  return element(
    'draw:frame',
    {
      'presentation:style-name': `${kind}-title`,
      'draw:layer': 'layout',
      ...placed(place),
      'presentation:class': 'title',
      'presentation:user-transformed': 'true',
    },
    element(
      'draw:text-box',
      {},
      element(
        'text:p',
        { 'text:style-name': paragraph },
        element('text:span', { 'text:style-name': run }, odtText(text)),
      ),
    ),
  );
}

function chartObject(
  chart: Parameters<SlideCanvas['chart']>[0],
  place: Place,
  context: OdpContext,
): string {
  const path = `Object ${(context.counters.objects += 1)}`;
  const size = { width: place.w * 25.4, height: place.h * 25.4, points: 14 };
  context.parts.push(
    { path: `${path}/`, content: '', mime: 'application/vnd.oasis.opendocument.chart' },
    {
      path: `${path}/content.xml`,
      content: chartPart(chart, context.document, size),
      mime: 'text/xml',
    },
  );
  const object = element('draw:object', linked(`./${path}`));
  return described(context.document.words.chart, place, object, chart.alt, context);
}

const odpCanvas = (slide: OdpSlide, context: OdpContext): SlideCanvas => {
  const put = (xml: string): void => void slide.shapes.push(xml);
  return {
    stretch: context.document.theme.fonts.stretch,
    setTitle: (text, size) => {
      slide.title = text;
      slide.shapes.unshift(titleXml(text, slide.kind, size, context));
    },
    text: (paragraphs, place, size, look = {}) => {
      if (paragraphs.length === 0) return;
      put(
        element(
          'draw:frame',
          {
            'draw:style-name': graphic(context, textBox(look.valign ?? 'top')),
            'draw:layer': 'layout',
            ...placed(place),
          },
          element('draw:text-box', {}, odpText(paragraphs, size, look, context)),
        ),
      );
    },
    rect: (place, color) =>
      put(
        element('draw:rect', {
          'draw:style-name': graphic(context, solid(color)),
          'draw:layer': 'layout',
          ...placed(place),
        }),
      ),
    line: (place, color, points) =>
      put(
        element('draw:line', {
          'draw:style-name': graphic(context, stroke(color, points)),
          'draw:layer': 'layout',
          ...drawn(place),
        }),
      ),
    disc: (place, color, label) =>
      put(
        element(
          'draw:ellipse',
          {
            'draw:style-name': graphic(context, solid(color)),
            'draw:layer': 'layout',
            ...placed(place),
          },
          label === undefined
            ? ''
            : odpText(
                [
                  {
                    runs: [{ text: label.text, isBold: true, color: label.color }],
                    level: 0,
                    mark: 'none',
                    scale: 1,
                    isTight: true,
                  },
                ],
                label.size,
                { align: 'center' },
                context,
              ),
        ),
      ),
    picture: (picture, place, alt) => {
      const end = picture.mime === 'image/png' ? 'png' : 'jpg';
      const path = `Pictures/${(context.counters.objects += 1)}.${end}`;
      context.parts.push({ path, content: picture.bytes, mime: picture.mime });
      const image = element('draw:image', linked(path));
      put(described(context.document.words.figure, place, image, alt, context));
    },
    chart: (chart, place) => put(chartObject(chart, place, context)),
    table: (table, place) => put(odpTable(table, place, context)),
    note: (text) => void slide.notes.push(text),
  };
};

function slideXml(slide: OdpSlide, index: number, names: Set<string>, context: OdpContext): string {
  const master = slideMasters(context.document)[slide.kind];
  const style = autoStyle(
    context,
    'drawing-page',
    element('style:drawing-page-properties', {
      'presentation:background-visible': 'true',
      'presentation:background-objects-visible': 'true',
      'presentation:display-footer': master.footer === null ? 'false' : 'true',
      'presentation:display-page-number': master.number === null ? 'false' : 'true',
      'presentation:display-date-time': 'false',
    }),
  );
  const wanted = slide.title.slice(0, 60).trim();
  const name = names.has(wanted) || wanted === '' ? `${index + 1} ${wanted}`.trim() : wanted;
  names.add(name);
  const paragraphs = slide.notes
    .flatMap((note) => note.split('\n'))
    .map((line) => element('text:p', {}, odtText(line)));
  return element(
    'draw:page',
    {
      'draw:name': name,
      'draw:style-name': style,
      'draw:master-page-name': slide.kind,
      'presentation:presentation-page-layout-name': 'TitleOnly',
      'presentation:use-footer-name': master.footer === null ? undefined : 'footer',
    },
    slide.shapes.join('') + notesXml(paragraphs.join(''), index + 1, context),
  );
}

/** An OpenDocument presentation as a deck; `pages` writes what was put on its slides. */
export function odpDeck(context: OdpContext): SlideDeck & { readonly pages: () => string } {
  const slides: OdpSlide[] = [];
  return {
    add: (kind) => {
      const slide: OdpSlide = { kind, title: '', shapes: [], notes: [] };
      slides.push(slide);
      return odpCanvas(slide, context);
    },
    pages: () => {
      const names = new Set<string>();
      return slides.map((slide, index) => slideXml(slide, index, names, context)).join('');
    },
  };
}
