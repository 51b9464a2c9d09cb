import type { OdfPart } from '#documents/odf.package.ts';
import type { FlowBlock, Inline, ListBlock } from '#documents/model.ts';
import { safeHref, traceText } from '#documents/prepare.ts';
import type { PreparedDocument } from '#documents/prepare.ts';
import { element, escapeXml } from '#documents/xml.ts';

type Pairs = Readonly<Record<string, string | number | undefined>>;

/** What is counted and collected while an ODT is written. */
export interface OdtContext {
  readonly document: PreparedDocument;
  /** Automatic styles by their content, so that equal ones are written once. */
  readonly styles: Map<string, string>;
  /** Further parts of the package: pictures, charts. */
  readonly parts: OdfPart[];
  readonly counters: { notes: number; tables: number; figures: number; objects: number };
}

/** Name of an automatic style of that family and content. */
export function autoStyle(
  context: Pick<OdtContext, 'styles'>,
  family: string,
  content: string,
  more: Pairs = {},
): string {
  const key = `${family}|${JSON.stringify(more)}|${content}`;
  const known = context.styles.get(key);
  if (known !== undefined) return known;
  const name = `A${context.styles.size + 1}`;
  context.styles.set(key, name);
  return name;
}

/** The automatic styles as written into content.xml. */
export const autoStyles = (context: Pick<OdtContext, 'styles'>): string =>
  [...context.styles]
    .map(([key, name]) => {
      const [family = '', more = '{}', ...content] = key.split('|');
      // Written by autoStyle above, from pairs of strings and numbers.
      const pairs = JSON.parse(more) as Pairs;
      return element(
        'style:style',
        { 'style:name': name, 'style:family': family, ...pairs },
        content.join('|'),
      );
    })
    .join('');

/** Text with its runs of spaces kept: ODF folds them otherwise. */
export const odtText = (text: string): string =>
  escapeXml(text).replace(/ {2,}/gu, (run) => ` <text:s text:c="${run.length - 1}"/>`);

export const sourceMark = (
  id: string | undefined,
  context: OdtContext,
  style = 'Source_20_Reference',
): string => {
  const number = id === undefined ? undefined : context.document.sourceNumbers.get(id);
  return number === undefined
    ? ''
    : element(
        'text:a',
        {
          'xlink:type': 'simple',
          'xlink:href': `#source-${number}`,
          'text:style-name': 'Index_20_Link',
          'text:visited-style-name': 'Index_20_Link',
        },
        element('text:span', { 'text:style-name': style }, `[${number}]`),
      );
};

function oneRun(inline: Inline, context: OdtContext): string {
  switch (inline.type) {
    case 'text':
      return odtText(inline.text);
    case 'strong':
      return element(
        'text:span',
        { 'text:style-name': 'Strong_20_Emphasis' },
        odtRuns(inline.content, context),
      );
    case 'emphasis':
      return element(
        'text:span',
        { 'text:style-name': 'Emphasis' },
        odtRuns(inline.content, context),
      );
    case 'break':
      return '<text:line-break/>';
    case 'link': {
      const href = safeHref(inline.href);
      const text = odtRuns(inline.content, context);
      return href === null
        ? text
        : element(
            'text:a',
            {
              'xlink:type': 'simple',
              'xlink:href': href,
              'text:style-name': 'Internet_20_link',
              'text:visited-style-name': 'Visited_20_Internet_20_Link',
            },
            text,
          );
    }
    case 'trace':
      return odtText(traceText(inline, context.document)) + sourceMark(inline.source, context);
    case 'note': {
      const number = (context.counters.notes += 1);
      return element(
        'text:note',
        { 'text:id': `ftn${number}`, 'text:note-class': 'footnote' },
        element('text:note-citation', {}, String(number)) +
          element(
            'text:note-body',
            {},
            element('text:p', { 'text:style-name': 'Footnote' }, odtRuns(inline.content, context)),
          ),
      );
    }
  }
}

export const odtRuns = (content: readonly Inline[], context: OdtContext): string =>
  content.map((inline) => oneRun(inline, context)).join('');

/** A paragraph in a named style, aligned if asked. */
export function odtParagraph(
  style: string,
  content: string,
  context: OdtContext,
  alignment?: 'center' | 'end',
): string {
  const name = style.replace(/ /gu, '_20_');
  const used =
    alignment === undefined
      ? name
      : autoStyle(
          context,
          'paragraph',
          element('style:paragraph-properties', { 'fo:text-align': alignment }),
          { 'style:parent-style-name': name },
        );
  return element('text:p', { 'text:style-name': used }, content);
}

const variantStyles = {
  normal: 'Text body',
  lead: 'Lead',
  small: 'Small',
  address: 'Letter Address',
} as const;

function odtList(
  list: ListBlock,
  context: OdtContext,
  style: string,
  outer: ListBlock | null,
): string {
  const items = list.items.map((item, index) =>
    element(
      'text:list-item',
      {
        'text:start-value':
          list.ordered && index === 0 && list.start !== 1 ? list.start : undefined,
      },
      odtParagraph(style, odtRuns(item.content, context), context) +
        item.blocks
          .map((block) =>
            block.type === 'list'
              ? odtList(block, context, style, list)
              : odtParagraph(style, odtRuns(block.content, context), context),
          )
          .join(''),
    ),
  );
  const name = list.ordered ? 'Numbers' : 'Bullets';
  return items.length === 0
    ? ''
    : element(
        'text:list',
        // Bullets within bullets go on with the signs of the outer list.
        { 'text:style-name': outer?.ordered === false && !list.ordered ? undefined : name },
        items.join(''),
      );
}

/** Paragraphs and lists; `style` replaces the ordinary body style. */
export const odtFlow = (
  blocks: readonly FlowBlock[],
  context: OdtContext,
  style?: string,
  alignment?: 'center' | 'end',
): string =>
  blocks
    .map((block) =>
      block.type === 'list'
        ? odtList(block, context, style ?? listStyle(context), null)
        : odtParagraph(
            block.variant === 'normal' ? (style ?? 'Text body') : variantStyles[block.variant],
            odtRuns(block.content, context),
            context,
            alignment,
          ),
    )
    .join('');

/** List items of the body stand closer than paragraphs. */
const listStyle = (context: OdtContext): string =>
  autoStyle(
    context,
    'paragraph',
    element('style:paragraph-properties', { 'fo:margin-bottom': '1.1mm' }),
    { 'style:parent-style-name': 'Text_20_body' },
  );

/** « Tableau 1 – … » with a counter that the office keeps up to date. */
export function odtCaption(
  kind: 'table' | 'figure',
  content: readonly Inline[],
  context: OdtContext,
): string {
  const number =
    kind === 'table' ? (context.counters.tables += 1) : (context.counters.figures += 1);
  const name = kind === 'table' ? 'Table' : 'Figure';
  const sequence = element(
    'text:sequence',
    {
      'text:name': name,
      'text:formula': `ooow:${name}+1`,
      'style:num-format': '1',
      'text:ref-name': `ref${name}${number}`,
    },
    String(number),
  );
  return odtParagraph(
    'Caption',
    `${context.document.words[kind]}\u00a0${sequence} – ${odtRuns(content, context)}`,
    context,
  );
}
