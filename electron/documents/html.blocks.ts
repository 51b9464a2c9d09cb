import { chartSvg } from '#documents/chart-svg.ts';
import type {
  Block,
  ChartBlock,
  FigureBlock,
  FlowBlock,
  Inline,
  ListBlock,
  ParagraphBlock,
  RecordRef,
  TableBlock,
} from '#documents/model.ts';
import { figuresPerRow } from '#documents/key-figures.ts';
import { plainText, safeHref, traceText, valueText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { formatNumber } from '#documents/typography.ts';
import { attributes, escapeXml } from '#documents/xml.ts';

/** What is counted while a page is written: foot notes, captions, ids. */
export interface HtmlContext {
  readonly document: PreparedDocument;
  readonly notes: string[];
  readonly counters: { tables: number; figures: number };
  readonly hasPressableFigures: boolean;
}

/** An element with an end tag, whatever its content: HTML knows no `<p/>`. */
export const tag = (
  name: string,
  content: string,
  pairs: Readonly<Record<string, string | number | undefined>> = {},
): string => `<${name}${attributes(pairs)}>${content}</${name}>`;

export const recordList = (records: readonly RecordRef[]): string | undefined =>
  records.length === 0 ? undefined : records.map(({ table, id }) => `${table}:${id}`).join(' ');

/** What lets a figure be reached and pressed, where the reader of the page listens for it. */
export const pressable = (
  records: readonly RecordRef[],
  { hasPressableFigures }: HtmlContext,
): Readonly<Record<string, string>> =>
  hasPressableFigures && records.length > 0
    ? { role: 'button', tabindex: '0', class: 'trace', 'data-trace': '' }
    : {};

const sourceMark = (id: string | undefined, context: HtmlContext): string => {
  const number = id === undefined ? undefined : context.document.sourceNumbers.get(id);
  return number === undefined
    ? ''
    : tag(
        'sup',
        tag('a', `[${number}]`, {
          href: `#source-${number}`,
          'aria-label': `${context.document.words.source} ${number}`,
        }),
      );
};

export function inlineHtml(content: readonly Inline[], context: HtmlContext): string {
  return content.map((inline) => oneInline(inline, context)).join('');
}

function oneInline(inline: Inline, context: HtmlContext): string {
  switch (inline.type) {
    case 'text':
      return escapeXml(inline.text);
    case 'strong':
      return tag('strong', inlineHtml(inline.content, context));
    case 'emphasis':
      return tag('em', inlineHtml(inline.content, context));
    case 'break':
      return '<br>';
    case 'link': {
      const href = safeHref(inline.href);
      const text = inlineHtml(inline.content, context);
      return href === null ? text : tag('a', text, { href, rel: 'noreferrer' });
    }
    case 'trace':
      return (
        tag('data', escapeXml(traceText(inline, context.document)), {
          value: inline.value,
          'data-records': recordList(inline.records),
          ...pressable(inline.records, context),
        }) + sourceMark(inline.source, context)
      );
    case 'note': {
      const number = context.notes.length + 1;
      context.notes.push('');
      context.notes[number - 1] = inlineHtml(inline.content, context);
      return tag(
        'sup',
        tag('a', String(number), {
          id: `call-${number}`,
          href: `#note-${number}`,
          role: 'doc-noteref',
          'aria-label': `${context.document.words.note} ${number}`,
        }),
      );
    }
  }
}

const listHtml = (list: ListBlock, context: HtmlContext): string =>
  tag(
    list.ordered ? 'ol' : 'ul',
    list.items
      .map((item) => tag('li', inlineHtml(item.content, context) + flowHtml(item.blocks, context)))
      .join(''),
    { start: list.ordered && list.start !== 1 ? list.start : undefined },
  );

/** Words that end in a colon stay on the page of what they announce. */
const paragraphClass = (block: ParagraphBlock, { document }: HtmlContext): string | undefined => {
  const classes = [
    ...(block.variant === 'normal' ? [] : [block.variant]),
    ...(/:\s*$/u.test(plainText(block.content, document)) ? ['announcing'] : []),
  ];
  return classes.length === 0 ? undefined : classes.join(' ');
};

/** Paragraphs and lists. */
export const flowHtml = (blocks: readonly FlowBlock[], context: HtmlContext): string =>
  blocks
    .map((block) =>
      block.type === 'list'
        ? listHtml(block, context)
        : tag('p', inlineHtml(block.content, context), { class: paragraphClass(block, context) }),
    )
    .join('');

/** A cell of one paragraph needs no paragraph of its own. */
const cellHtml = (blocks: readonly FlowBlock[], context: HtmlContext): string => {
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'paragraph'
    ? inlineHtml(only.content, context)
    : flowHtml(blocks, context);
};

const caption = (
  kind: 'table' | 'figure',
  content: readonly Inline[],
  context: HtmlContext,
): string => {
  const number =
    kind === 'table' ? (context.counters.tables += 1) : (context.counters.figures += 1);
  return `${tag('span', `${context.document.words[kind]}\u00a0${number}`, { class: 'label' })} – ${inlineHtml(content, context)}`;
};

/** Rows of a table that a page holds whole. */
const SHORT_TABLE = 12;

function tableHtml(table: TableBlock, context: HtmlContext): string {
  const total = table.columns.reduce((sum, column) => sum + column.weight, 0) || 1;
  const alignOf = (index: number): string | undefined => {
    const align = table.columns[index]?.align;
    return align === undefined || align === 'start' ? undefined : align;
  };
  const columns = table.columns
    .map((column) => `<col style="width:${((column.weight / total) * 100).toFixed(2)}%">`)
    .join('');
  const header = table.columns
    .map((column, index) =>
      tag('th', inlineHtml(column.header, context), { scope: 'col', class: alignOf(index) }),
    )
    .join('');
  const rows = table.rows.map((row) =>
    tag(
      'tr',
      table.columns
        .map((_, index) => {
          const isHeader = index === 0 && table.hasRowHeaders;
          return tag(isHeader ? 'th' : 'td', cellHtml(row[index]?.blocks ?? [], context), {
            scope: isHeader ? 'row' : undefined,
            class: alignOf(index),
          });
        })
        .join(''),
    ),
  );
  const title =
    table.caption === undefined ? '' : tag('caption', caption('table', table.caption, context));
  return tag(
    'div',
    tag(
      'table',
      `${title}<colgroup>${columns}</colgroup>${tag('thead', tag('tr', header))}${tag('tbody', rows.join(''))}`,
    ),
    {
      class: [
        'table',
        ...(table.rows.length <= SHORT_TABLE ? ['short'] : []),
        ...(table.isForm === true ? ['form'] : []),
      ].join(' '),
    },
  );
}

function chartHtml(chart: ChartBlock, context: HtmlContext): string {
  const { document } = context;
  const unit =
    chart.unit === undefined
      ? ''
      : ` ${tag('span', `(${escapeXml(chart.unit)})`, { class: 'unit' })}`;
  const title = tag('figcaption', caption('figure', chart.title, context) + unit);
  const id = `chart-${context.counters.figures}`;
  const head = [
    tag('th', escapeXml(document.words.category), { scope: 'col' }),
    ...chart.series.map((series) =>
      tag('th', escapeXml(series.name), { scope: 'col', class: 'end' }),
    ),
  ];
  const rows = chart.categories.map((category, index) =>
    tag(
      'tr',
      tag('th', escapeXml(category), { scope: 'row' }) +
        chart.series
          .map(({ values }) => {
            const value = values[index];
            return tag(
              'td',
              value === null || value === undefined
                ? '–'
                : formatNumber(value, document.meta.language),
              { class: 'end' },
            );
          })
          .join(''),
    ),
  );
  const data = tag(
    'details',
    tag('summary', document.words.chartData) +
      tag('table', tag('thead', tag('tr', head.join(''))) + tag('tbody', rows.join(''))),
  );
  const origin =
    chart.source === undefined
      ? ''
      : tag('p', `${document.words.source}\u00a0: ${inlineHtml(chart.source, context)}`, {
          class: 'origin',
        });
  return tag('figure', title + chartSvg(chart, document, id) + origin + data);
}

function figureHtml(figure: FigureBlock, context: HtmlContext): string {
  const { picture } = figure;
  const image = `<img${attributes({
    src: `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}`,
    width: picture.width,
    height: picture.height,
    alt: figure.alt,
  })}>`;
  return tag(
    'figure',
    (figure.caption === undefined
      ? ''
      : tag('figcaption', caption('figure', figure.caption, context))) + image,
  );
}

/** One block of a section. */
export function blockHtml(block: Block, context: HtmlContext): string {
  const { document } = context;
  switch (block.type) {
    case 'paragraph':
    case 'list':
      return flowHtml([block], context);
    case 'quote':
      return tag(
        'blockquote',
        tag('p', inlineHtml(block.content, context)) +
          (block.attribution === undefined
            ? ''
            : tag('footer', `— ${inlineHtml(block.attribution, context)}`)),
      );
    case 'callout':
      return tag(
        'div',
        (block.title === undefined
          ? ''
          : tag('p', inlineHtml(block.title, context), { class: 'title' })) +
          flowHtml(block.blocks, context),
        { class: `callout ${block.tone}`, role: 'note' },
      );
    case 'definitions':
      return tag(
        'dl',
        block.entries
          .map(
            (entry) =>
              tag('dt', inlineHtml(entry.term, context)) +
              tag(
                'dd',
                inlineHtml(entry.definition, context) +
                  (entry.source === undefined
                    ? ''
                    : tag('span', inlineHtml(entry.source, context), { class: 'origin' })),
              ),
          )
          .join(''),
        { class: 'definitions' },
      );
    case 'keyFigures':
      return tag(
        'dl',
        block.items
          .map((item) =>
            tag(
              'div',
              tag('dt', inlineHtml(item.label, context)) +
                tag(
                  'dd',
                  tag('data', escapeXml(valueText(item.value, undefined, document)), {
                    value: item.value,
                    'data-records': recordList(item.records),
                    ...pressable(item.records, context),
                  }) +
                    (item.unit === undefined
                      ? sourceMark(item.source, context)
                      : ` ${tag('span', escapeXml(item.unit) + sourceMark(item.source, context), { class: 'unit' })}`),
                ),
            ),
          )
          .join(''),
        { class: 'figures', style: `--columns:${figuresPerRow(block.items.length)}` },
      );
    case 'table':
      return tableHtml(block, context);
    case 'comparison':
      return tag(
        'div',
        [block.left, block.right]
          .map((side) =>
            tag(
              'div',
              tag('p', inlineHtml(side.title, context), { class: 'title' }) +
                flowHtml(side.blocks, context),
              { role: 'group', 'aria-label': plainText(side.title, document) },
            ),
          )
          .join(''),
        { class: 'comparison' },
      );
    case 'chart':
      return chartHtml(block, context);
    case 'steps':
      return tag(
        'ol',
        block.items
          .map((step) => {
            const facts = [
              step.deadline === undefined
                ? ''
                : tag('span', `${document.words.deadline}\u00a0: ${escapeXml(step.deadline)}`),
              step.quota === undefined
                ? ''
                : tag('span', `${document.words.quota}\u00a0: ${escapeXml(step.quota)}`),
            ]
              .join(' ')
              .trim();
            return tag(
              'li',
              tag('p', inlineHtml(step.title, context), { class: 'title' }) +
                flowHtml(step.blocks, context) +
                (facts === '' ? '' : tag('p', facts, { class: 'facts' })),
            );
          })
          .join(''),
        { class: 'steps' },
      );
    case 'timeline':
      return tag(
        'ol',
        block.items
          .map((item) =>
            tag(
              'li',
              tag('span', escapeXml(item.when), { class: 'when' }) +
                tag(
                  'div',
                  tag('p', inlineHtml(item.title, context)) +
                    (item.detail === undefined ? '' : tag('p', inlineHtml(item.detail, context))),
                  { class: 'what' },
                ),
            ),
          )
          .join(''),
        { class: 'timeline' },
      );
    case 'figure':
      return figureHtml(block, context);
    case 'pageBreak':
      return block.where === 'slide' ? '' : '<div class="newpage"></div>';
  }
}
