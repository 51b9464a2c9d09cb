import { sized } from '#documents/odt.named.ts';
import { autoStyle, odtText } from '#documents/odt.inline.ts';
import type { OdpContext } from '#documents/odp.style.ts';
import { INDENT, NUMBER_INDENT, SPACE_AFTER, isRightToLeft } from '#documents/slides.text.ts';
import type { SlideParagraph, SlideRun } from '#documents/slides.text.ts';
import type { TextLook } from '#documents/slides.stage.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { element } from '#documents/xml.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

function runXml(run: SlideRun, points: number, color: string, context: OdpContext): string {
  if (run.text === '\n') return '<text:line-break/>';
  const style = autoStyle(
    context,
    'text',
    element('style:text-properties', {
      ...sized(round(points * (run.scale ?? 1)), run.isBold ?? false),
      'fo:font-style': run.isItalic === true ? 'italic' : undefined,
      'style:font-style-complex': run.isItalic === true ? 'italic' : undefined,
      'fo:color': `#${run.href === undefined ? (run.color ?? color) : context.document.theme.colors.accent}`,
      'style:text-position': run.isRaised === true ? '33% 58%' : undefined,
      'style:text-underline-style': run.href === undefined ? undefined : 'solid',
    }),
  );
  // A link within the span: LibreOffice leaves out the text of a span within a link.
  const text = odtText(run.text);
  const content =
    run.href === undefined
      ? text
      : element('text:a', { 'xlink:type': 'simple', 'xlink:href': run.href }, text);
  return element('text:span', { 'text:style-name': style }, content);
}

function paragraphXml(
  paragraph: SlideParagraph,
  size: number,
  look: TextLook,
  context: OdpContext,
): string {
  const points = round(size * paragraph.scale);
  const isRtl = isRightToLeft(paragraph);
  const align = look.align ?? 'left';
  const style = autoStyle(
    context,
    'paragraph',
    element('style:paragraph-properties', {
      'fo:margin-bottom': paragraph.isTight === true ? '0pt' : `${round(points * SPACE_AFTER)}pt`,
      // Text that stands in a list item without its mark keeps the indent of the level.
      'fo:text-align':
        align === 'center' ? 'center' : (align === 'right') === isRtl ? 'start' : 'end',
      'fo:line-height':
        look.lineSpacing === undefined ? undefined : `${Math.round(look.lineSpacing * 100)}%`,
      'style:writing-mode': isRtl ? 'rl-tb' : 'lr-tb',
    }) + element('style:text-properties', sized(points)),
  );
  const runs = paragraph.runs.map((run) =>
    runXml(run, points, look.color ?? context.document.theme.colors.text, context),
  );
  return element('text:p', { 'text:style-name': style }, runs.join(''));
}

/** A list and what follows under its items, from one level down. */
function listXml(
  run: readonly SlideParagraph[],
  level: number,
  size: number,
  look: TextLook,
  context: OdpContext,
): string {
  const lists: { isOrdered: boolean; items: { start: number | undefined; xml: string }[] }[] = [];
  let expected = Number.NaN;
  const current = (): { start: number | undefined; xml: string } => {
    const list = lists.at(-1) ?? { isOrdered: false, items: [] };
    if (lists.length === 0) lists.push(list);
    const item = list.items.at(-1) ?? { start: -1, xml: '' };
    if (list.items.length === 0) list.items.push(item);
    return item;
  };
  for (let index = 0; index < run.length; index += 1) {
    const paragraph = run[index];
    if (paragraph === undefined) break;
    if (paragraph.level > level) {
      const next = run.findIndex((each, at) => at > index && each.level <= level);
      const end = next === -1 ? run.length : next;
      current().xml += listXml(run.slice(index, end), level + 1, size, look, context);
      index = end - 1;
      continue;
    }
    const xml = paragraphXml(paragraph, size, look, context);
    if (paragraph.mark === 'none') {
      current().xml += xml;
      continue;
    }
    const isOrdered = paragraph.mark !== 'bullet';
    const last = lists.at(-1);
    const list = last?.isOrdered === isOrdered ? last : { isOrdered, items: [] };
    if (list !== last) lists.push(list);
    const mark = paragraph.mark === 'bullet' ? undefined : paragraph.mark;
    list.items.push({ start: mark === expected ? undefined : mark, xml });
    expected = (mark ?? Number.NaN) + 1;
  }
  return lists
    .map(({ isOrdered, items }) =>
      element(
        'text:list',
        { 'text:style-name': isOrdered ? 'Numbers' : 'Bullets' },
        items
          .map(({ start, xml }) =>
            start === -1
              ? element('text:list-header', {}, xml)
              : element('text:list-item', { 'text:start-value': start }, xml),
          )
          .join(''),
      ),
    )
    .join('');
}

/** Paragraphs and lists of a text box or a cell. */
export function odpText(
  paragraphs: readonly SlideParagraph[],
  size: number,
  look: TextLook,
  context: OdpContext,
): string {
  let result = '';
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) break;
    if (paragraph.level === 0) {
      result += paragraphXml(paragraph, size, look, context);
      continue;
    }
    const next = paragraphs.findIndex((each, at) => at > index && each.level === 0);
    const end = next === -1 ? paragraphs.length : next;
    result += listXml(paragraphs.slice(index, end), 1, size, look, context);
    index = end - 1;
  }
  return result;
}

/** The two kinds of list, as `odpText` names them. */
export const odpListStyles = ({ colors }: DocumentTheme): string => {
  const levels = Array.from({ length: 10 }, (_, index) => index + 1);
  const place = (level: number, width: number): string =>
    element('style:list-level-properties', {
      'text:space-before': `${(level - 1) * INDENT}pt`,
      'text:min-label-width': `${width}pt`,
    });
  const mark = element('style:text-properties', {
    'fo:color': `#${colors.accent}`,
    'fo:font-size': '100%',
  });
  const bullets = levels.map((level) =>
    element(
      'text:list-level-style-bullet',
      { 'text:level': level, 'text:bullet-char': ['•', '–', '▪'][(level - 1) % 3] },
      place(level, INDENT) + mark,
    ),
  );
  const numbers = levels.map((level) =>
    element(
      'text:list-level-style-number',
      {
        'text:level': level,
        'style:num-format': ['1', 'a', 'i'][(level - 1) % 3],
        'style:num-suffix': '.',
      },
      place(level, NUMBER_INDENT) + mark,
    ),
  );
  return (
    element('text:list-style', { 'style:name': 'Bullets' }, bullets.join('')) +
    element('text:list-style', { 'style:name': 'Numbers' }, numbers.join(''))
  );
};
