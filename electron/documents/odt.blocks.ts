import type {
  Block,
  ChartBlock,
  FigureBlock,
  Inline,
  KeyFiguresBlock,
  Picture,
} from '#documents/model.ts';
import { chartHeight, chartPart } from '#documents/odt.chart.ts';
import {
  autoStyle,
  odtCaption,
  odtFlow,
  odtParagraph,
  odtRuns,
  odtText,
  sourceMark,
} from '#documents/odt.inline.ts';
import type { OdtContext } from '#documents/odt.inline.ts';
import {
  NO_BORDER,
  PADDING,
  bold,
  box,
  dataTable,
  filled,
  odtTable,
} from '#documents/odt.tables.ts';
import type { Cell } from '#documents/odt.tables.ts';
import { figuresPerRow, isUnitBeside } from '#documents/key-figures.ts';
import type { DocumentLogo } from '#documents/options.ts';
import { valueText } from '#documents/prepare.ts';
import { textWidth, toneColors } from '#documents/theme.ts';
import { element, escapeXml } from '#documents/xml.ts';

function keyFigures(block: KeyFiguresBlock, context: OdtContext): string {
  const perRow = figuresPerRow(block.items.length);
  const gap = 4;
  let result = '';
  for (let from = 0; from < block.items.length; from += perRow) {
    const items = block.items.slice(from, from + perRow);
    const width = (textWidth - gap * (items.length - 1)) / items.length;
    const cells = items.flatMap((item, index): readonly Cell[] => {
      const value = valueText(item.value, undefined, context.document);
      const isBeside = item.unit === undefined || isUnitBeside(value, item.unit, width - 4);
      const unit =
        item.unit === undefined
          ? ''
          : (isBeside ? '' : '<text:line-break/>') +
            element(
              'text:span',
              { 'text:style-name': 'Unit' },
              odtText(isBeside ? `\u00a0${item.unit}` : item.unit),
            );
      const figure = odtParagraph(
        'Key Figure',
        odtText(value) + unit + sourceMark(item.source, context, 'Figure_20_Source'),
        context,
      );
      const cell = {
        content: figure + odtParagraph('Key Figure Label', odtRuns(item.label, context), context),
        pairs: {
          ...NO_BORDER,
          'fo:border-top': `4pt solid #${context.document.theme.colors.accent}`,
          ...filled(context.document.theme.colors.band),
          ...PADDING,
          'fo:padding-left': '2.5mm',
          'fo:padding-right': '1.5mm',
        },
      };
      return index === 0 ? [cell] : [{ content: '', pairs: NO_BORDER }, cell];
    });
    result += odtTable(
      items.flatMap((_, index) => (index === 0 ? [width] : [gap, width])),
      [cells],
      context,
    );
  }
  return result;
}

const frame = (
  width: number,
  height: number,
  inner: string,
  title: string,
  alt: string,
  context: OdtContext,
): string => {
  const style = autoStyle(
    context,
    'graphic',
    element('style:graphic-properties', {
      'style:vertical-pos': 'top',
      'style:vertical-rel': 'baseline',
      'draw:stroke': 'none',
      'draw:fill': 'none',
      'fo:padding': '0mm',
      'fo:border': 'none',
    }),
    { 'style:parent-style-name': 'Graphics' },
  );
  return element(
    'draw:frame',
    {
      'draw:style-name': style,
      'draw:name': `${title} ${context.counters.objects}`,
      'text:anchor-type': 'as-char',
      'svg:width': `${width.toFixed(2)}mm`,
      'svg:height': `${height.toFixed(2)}mm`,
      'draw:z-index': context.counters.objects,
    },
    inner + element('svg:title', {}, escapeXml(title)) + element('svg:desc', {}, escapeXml(alt)),
  );
};

function odtChart(chart: ChartBlock, context: OdtContext): string {
  const { words } = context.document;
  const unit: readonly Inline[] =
    chart.unit === undefined ? [] : [{ type: 'text', text: ` (${chart.unit})` }];
  const caption = odtCaption('figure', [...chart.title, ...unit], context);
  const origin =
    chart.source === undefined
      ? ''
      : odtParagraph('Small', `${words.source}\u00a0: ${odtRuns(chart.source, context)}`, context);
  if (chart.categories.length === 0 || chart.series.length === 0) {
    return (
      caption +
      odtParagraph('Text body', odtText(chart.alt === '' ? '–' : chart.alt), context) +
      origin
    );
  }
  const number = (context.counters.objects += 1);
  const path = `Object ${number}`;
  context.parts.push({
    path: `${path}/`,
    content: '',
    mime: 'application/vnd.oasis.opendocument.chart',
  });
  context.parts.push({
    path: `${path}/content.xml`,
    content: chartPart(chart, context.document),
    mime: 'text/xml',
  });
  const object = element('draw:object', {
    'xlink:href': `./${path}`,
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
  });
  return (
    caption +
    odtParagraph(
      'Drawing',
      frame(textWidth, chartHeight(chart), object, words.chart, chart.alt, context),
      context,
    ) +
    origin
  );
}

/** Puts a picture into the package. @returns its path there */
function keptPicture(
  picture: Picture,
  { counters, parts }: Pick<OdtContext, 'counters' | 'parts'>,
): string {
  const path = `Pictures/${(counters.objects += 1)}.${picture.mime === 'image/png' ? 'png' : 'jpg'}`;
  parts.push({ path, content: picture.bytes, mime: picture.mime });
  return path;
}

const linkedPicture = (path: string): string =>
  element('draw:image', {
    'xlink:href': path,
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
  });

/** A picture at the head of pages, so tall in millimetres; its look is a named style of the same part. */
export function odtHeadPicture(
  { picture, alt }: DocumentLogo,
  height: number,
  widest: number,
  context: Pick<OdtContext, 'counters' | 'parts'>,
): string {
  const path = keptPicture(picture, context);
  const width = (picture.width / Math.max(1, picture.height)) * height;
  const scale = Math.min(1, widest / Math.max(0.1, width));
  return element(
    'draw:frame',
    {
      'draw:style-name': 'HeadLogo',
      'draw:name': 'Logo',
      'text:anchor-type': 'as-char',
      'svg:width': `${(width * scale).toFixed(2)}mm`,
      'svg:height': `${(height * scale).toFixed(2)}mm`,
    },
    linkedPicture(path) + element('svg:desc', {}, escapeXml(alt)),
  );
}

/** Stores a picture in the package and shows it `width` by `height` millimetres. */
export function odtPicture(
  picture: Picture,
  width: number,
  height: number,
  alt: string,
  context: OdtContext,
): string {
  const path = keptPicture(picture, context);
  return frame(width, height, linkedPicture(path), context.document.words.figure, alt, context);
}

function figure(block: FigureBlock, context: OdtContext): string {
  const { width, height } = block.picture;
  const scale = Math.min(25.4 / 96, textWidth / Math.max(1, width), 210 / Math.max(1, height));
  return (
    (block.caption === undefined ? '' : odtCaption('figure', block.caption, context)) +
    odtParagraph(
      'Drawing',
      odtPicture(
        block.picture,
        Math.max(1, width * scale),
        Math.max(1, height * scale),
        block.alt,
        context,
      ),
      context,
    )
  );
}

/** One block of a section as ODF text. */
export function odtBlock(block: Block, context: OdtContext): string {
  const { words } = context.document;
  switch (block.type) {
    case 'paragraph':
    case 'list':
      return odtFlow([block], context);
    case 'quote':
      return (
        odtParagraph('Quotations', odtRuns(block.content, context), context) +
        (block.attribution === undefined
          ? ''
          : odtParagraph('Quotation Source', `— ${odtRuns(block.attribution, context)}`, context))
      );
    case 'callout':
      return box(
        (block.title === undefined
          ? ''
          : odtParagraph('Box Title', odtRuns(block.title, context), context)) +
          odtFlow(block.blocks, context, 'Box Text'),
        toneColors(context.document.theme, block.tone),
        context,
      );
    case 'definitions':
      return block.entries.length === 0
        ? ''
        : box(
            block.entries
              .map(
                (entry) =>
                  odtParagraph('Box Title', odtRuns(entry.term, context), context) +
                  odtParagraph('Box Text', odtRuns(entry.definition, context), context) +
                  (entry.source === undefined
                    ? ''
                    : odtParagraph('Small', odtRuns(entry.source, context), context)),
              )
              .join(''),
            {
              line: context.document.theme.colors.accentMid,
              fill: context.document.theme.colors.band,
            },
            context,
          );
    case 'keyFigures':
      return keyFigures(block, context);
    case 'table':
      return dataTable(block, context);
    case 'comparison': {
      const width = (textWidth - 5) / 2;
      const [left, right] = [block.left, block.right].map((side, index): Cell => ({
        content:
          odtParagraph('Box Title', odtRuns(side.title, context), context) +
          odtFlow(side.blocks, context, 'Box Text'),
        pairs: {
          ...NO_BORDER,
          'fo:border-top': `4pt solid #${index === 0 ? context.document.theme.colors.accent : context.document.theme.colors.accentMid}`,
          ...filled(context.document.theme.colors.band),
          ...PADDING,
        },
      }));
      return left === undefined || right === undefined
        ? ''
        : odtTable([width, 5, width], [[left, { content: '', pairs: NO_BORDER }, right]], context);
    }
    case 'chart':
      return odtChart(block, context);
    case 'steps':
      return block.items.length === 0
        ? ''
        : odtTable(
            [13, textWidth - 13],
            block.items.map((step, index): readonly Cell[] => {
              const facts = [
                step.deadline === undefined ? '' : `${words.deadline}\u00a0: ${step.deadline}`,
                step.quota === undefined ? '' : `${words.quota}\u00a0: ${step.quota}`,
              ].filter((fact) => fact !== '');
              return [
                {
                  content: odtParagraph('Step Number', String(index + 1), context),
                  pairs: {
                    ...NO_BORDER,
                    'fo:border-bottom': '2pt solid #ffffff',
                    ...filled(context.document.theme.colors.accentSoft),
                    'fo:padding': '1.5mm',
                  },
                },
                {
                  content:
                    odtParagraph('Box Text', bold(odtRuns(step.title, context)), context) +
                    odtFlow(step.blocks, context, 'Box Text') +
                    (facts.length === 0
                      ? ''
                      : odtParagraph('Step Fact', odtText(facts.join('  ·  ')), context)),
                  pairs: {
                    ...NO_BORDER,
                    'fo:border-bottom': `0.5pt solid #${context.document.theme.colors.rule}`,
                    'fo:padding': '1.5mm',
                    'fo:padding-left': '3.5mm',
                  },
                },
              ];
            }),
            context,
          );
    case 'timeline':
      return block.items.length === 0
        ? ''
        : odtTable(
            [42, textWidth - 42],
            block.items.map((entry): readonly Cell[] => [
              {
                content: odtParagraph('Timeline Date', odtText(entry.when), context),
                pairs: {
                  ...NO_BORDER,
                  'fo:border-right': `2pt solid #${context.document.theme.colors.accent}`,
                  'fo:padding': '0.9mm',
                  'fo:padding-right': '3.5mm',
                },
              },
              {
                content:
                  odtParagraph('Box Text', bold(odtRuns(entry.title, context)), context) +
                  (entry.detail === undefined
                    ? ''
                    : odtParagraph('Box Text', odtRuns(entry.detail, context), context)),
                pairs: { ...NO_BORDER, 'fo:padding': '0.9mm', 'fo:padding-left': '4mm' },
              },
            ]),
            context,
          );
    case 'figure':
      return figure(block, context);
    case 'pageBreak':
      return block.where === 'slide'
        ? ''
        : element('text:p', {
            'text:style-name': autoStyle(
              context,
              'paragraph',
              element('style:paragraph-properties', { 'fo:break-before': 'page' }),
              { 'style:parent-style-name': 'Drawing' },
            ),
          });
  }
}
