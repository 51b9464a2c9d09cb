import { drawChart } from '#documents/chart-layout.ts';
import { shapeSvg } from '#documents/chart-svg.ts';
import type { ChartBlock, DocumentModel, Picture } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { prepareDocument } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { composeSlides } from '#documents/slides.compose.ts';
import { footerText } from '#documents/slides.labels.ts';
import { FOOTER_SIZE, footLogo, slideMasters } from '#documents/slides.masters.ts';
import { slideSize } from '#documents/slides.stage.ts';
import type {
  Place,
  SlideCanvas,
  SlideKind,
  SlideTable,
  TextLook,
} from '#documents/slides.stage.ts';
import { INDENT, LINE_HEIGHT, SPACE_AFTER } from '#documents/slides.text.ts';
import type { SlideParagraph, SlideRun } from '#documents/slides.text.ts';
import { fontFallbacks } from '#documents/theme.ts';
import { attributes, escapeXml } from '#documents/xml.ts';

/** Inches and points in hundredths of a slide's width, so that slides are as large as there is room for. */
const inches = (value: number): string => `${((value / slideSize.width) * 100).toFixed(3)}cqw`;
const points = (value: number): string => inches(value / 72);

const boxed = ({ x, y, w, h }: Place, more = ''): string =>
  `style="left:${inches(x)};top:${inches(y)};width:${inches(w)};height:${inches(h)};${more}"`;

const box = (place: Place, inner: string, more = ''): string =>
  `<div class="box" ${boxed(place, more)}>${inner}</div>`;

function runHtml({ text, isBold, isItalic, color, isRaised, scale }: SlideRun): string {
  const look = [
    isBold === true ? 'font-weight:700' : '',
    isItalic === true ? 'font-style:italic' : '',
    color === undefined ? '' : `color:#${color}`,
    isRaised === true ? 'vertical-align:super;font-size:60%' : '',
    scale === undefined ? '' : `font-size:${scale}em`,
  ].filter((one) => one !== '');
  const said = text === '\n' ? '<br>' : escapeXml(text);
  return look.length === 0 ? said : `<span style="${look.join(';')}">${said}</span>`;
}

const markOf = ({ mark }: SlideParagraph): string =>
  mark === 'none' ? '' : `<i>${mark === 'bullet' ? '•' : `${mark}.`}</i>`;

const paragraphs = (some: readonly SlideParagraph[], size: number): string =>
  some
    .map((one) => {
      const own = size * one.scale;
      const below = one.isTight === true ? 0 : own * SPACE_AFTER;
      return `<p style="font-size:${points(own)};margin:0 0 ${points(below)} ${points(one.level * INDENT)}">${markOf(one)}${one.runs.map(runHtml).join('')}</p>`;
    })
    .join('');

const flow = (look: TextLook): string =>
  [
    `text-align:${look.align ?? 'left'}`,
    look.valign === 'middle' ? 'display:flex;flex-direction:column;justify-content:center' : '',
    look.color === undefined ? '' : `color:#${look.color}`,
  ]
    .filter((one) => one !== '')
    .join(';');

const image = ({ mime, bytes }: Picture, place: Place, alt: string): string =>
  `<img class="box" ${boxed(place)}${attributes({ alt, src: `data:${mime};base64,${Buffer.from(bytes).toString('base64')}` })}>`;

function tableHtml(table: SlideTable, place: Place, { theme }: PreparedDocument): string {
  const { colors: c } = theme;
  let y = place.y;
  return [table.header, ...table.rows]
    .map((row, at) => {
      const fill = at === 0 ? c.accent : at % 2 === 0 ? c.band : c.white;
      const color = at === 0 ? c.white : c.text;
      let x = place.x;
      const cells = row.cells.map((cell, index) => {
        const w = table.widths[index] ?? 1;
        const at = { x: x + 0.1, y: y + 0.05, w: w - 0.2, h: row.height - 0.1 };
        x += w;
        return box(
          at,
          paragraphs(cell, table.size),
          `text-align:${table.aligns[index] ?? 'left'};color:#${color}`,
        );
      });
      const band = box(
        { ...place, y, h: row.height },
        '',
        `background:#${fill};border-bottom:1px solid #${c.rule}`,
      );
      y += row.height;
      return band + cells.join('');
    })
    .join('');
}

function chartHtml(chart: ChartBlock, place: Place, document: PreparedDocument): string {
  const drawing = drawChart(chart, document);
  return `<svg class="box" role="img" ${boxed(place)}${attributes({ 'aria-label': chart.alt, viewBox: `0 0 ${drawing.width} ${drawing.height}` })}>${drawing.shapes.map(shapeSvg).join('')}</svg>`;
}

interface Page {
  readonly kind: SlideKind;
  readonly parts: string[];
}

function canvasOf(page: Page, document: PreparedDocument): SlideCanvas {
  const { theme } = document;
  const put = (html: string): void => void page.parts.push(html);
  return {
    stretch: theme.fonts.stretch,
    setTitle: (text, size) => {
      const { place, color, valign } = slideMasters(document)[page.kind].title;
      const middle = valign === 'middle' ? 'display:flex;align-items:center;' : '';
      put(
        `<h2 class="box" ${boxed(place, `${middle}font-size:${points(size)};color:#${color}`)}>${escapeXml(text)}</h2>`,
      );
    },
    text: (some, place, size, look = {}) => put(box(place, paragraphs(some, size), flow(look))),
    rect: (place, color) => put(box(place, '', `background:#${color}`)),
    line: ({ x, y, w, h }, color, width) =>
      put(
        box(
          { x, y, w: Math.max(w, width / 72), h: Math.max(h, width / 72) },
          '',
          `background:#${color}`,
        ),
      ),
    disc: (place, color, label) =>
      put(
        box(
          place,
          escapeXml(label?.text ?? ''),
          `background:#${color};border-radius:50%;display:grid;place-items:center;font-weight:700;${label === undefined ? '' : `font-size:${points(label.size)};color:#${label.color}`}`,
        ),
      ),
    picture: (picture, place, alt) => put(image(picture, place, alt)),
    chart: (chart, place) => put(chartHtml(chart, place, document)),
    table: (table, place) => put(tableHtml(table, place, document)),
    note: () => undefined,
  };
}

/** What all slides of a kind bear: bars, rule, foot, number, logo. */
function masterHtml(kind: SlideKind, index: number, document: PreparedDocument): string {
  const master = slideMasters(document)[kind];
  const { headerLogo, theme } = document;
  const logo = footLogo(document);
  const small = (place: Place, color: string, text: string, align: string): string =>
    box(
      place,
      escapeXml(text),
      `font-size:${points(FOOTER_SIZE)};color:#${color};text-align:${align}`,
    );
  return [
    ...master.bars.map(({ place, color }) => box(place, '', `background:#${color}`)),
    master.rule === null
      ? ''
      : box({ ...master.rule, h: 0.01 }, '', `background:#${theme.colors.rule}`),
    master.footer === null
      ? ''
      : small(master.footer.place, master.footer.color, footerText(document), 'left'),
    master.number === null
      ? ''
      : small(master.number.place, master.number.color, String(index + 1), 'right'),
    master.footer === null || headerLogo === null || logo === null
      ? ''
      : image(headerLogo.picture, logo, ''),
  ].join('');
}

/** The slides of a document as one web page, to be looked at: places, colours and fonts are those of the files. */
export function slidesHtml(model: DocumentModel, options: WriteOptions = {}): string {
  const document = prepareDocument(model, 'slides', options);
  const { theme, meta } = document;
  const pages: Page[] = [];
  composeSlides(
    {
      add: (kind) => {
        const page: Page = { kind, parts: [] };
        pages.push(page);
        return canvasOf(page, document);
      },
    },
    document,
  );
  const quoted = (fonts: readonly string[]): string =>
    [...fonts, ...fontFallbacks]
      .map((font) => `'${font.replace(/[^\p{L}\p{N}\p{M} ._+-]/gu, '')}'`)
      .join(',');
  const slides = pages.map(({ kind, parts }, index) => {
    const { background } = slideMasters(document)[kind];
    return `<section><div class="slide" style="background:#${background}">${masterHtml(kind, index, document)}${parts.join('')}</div></section>`;
  });
  return `<!doctype html>
<html lang="${meta.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeXml(meta.title)}</title>
<style>*{box-sizing:border-box}body{margin:0;background:#${theme.colors.desk};color:#${theme.colors.text};font-family:${quoted([theme.fonts.text])},sans-serif}main{padding:12px;display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:12px}
section{container-type:inline-size;overflow:hidden;box-shadow:0 0 0 1px #${theme.colors.rule}}
.slide{position:relative;width:100cqw;height:${inches(slideSize.height)};overflow:hidden}
.box{position:absolute;line-height:${LINE_HEIGHT}}h2{margin:0;font-family:${quoted([theme.fonts.heading])},sans-serif}p{position:relative}p>i{position:absolute;left:-${points(16)};font-style:normal;color:#${theme.colors.accent}}</style></head>
<body><main>${slides.join('\n')}</main></body></html>
`;
}
