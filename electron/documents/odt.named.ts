import { page } from '#documents/theme.ts';
import type { DocumentTheme, ThemeColors, ThemeFonts } from '#documents/theme.ts';
import { element } from '#documents/xml.ts';

type Pairs = Readonly<Record<string, string | number | undefined>>;

/** A font size in every script, so that Arabic or Chinese is set like the rest. */
export const sized = (points: number | undefined, isBold?: boolean): Pairs =>
  Object.fromEntries(
    ['fo:font', 'style:font', 'style:font'].flatMap((prefix, index) => {
      const suffix = ['', '-asian', '-complex'][index] ?? '';
      return [
        ...(points === undefined ? [] : [[`${prefix}-size${suffix}`, `${points}pt`]]),
        ...(isBold === undefined
          ? []
          : [[`${prefix}-weight${suffix}`, isBold ? 'bold' : 'normal']]),
      ];
    }),
  );

interface ParagraphStyle {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly text?: Pairs;
  readonly paragraph?: Pairs;
  readonly parent?: string;
  readonly next?: string;
  readonly level?: number;
  readonly tabs?: string;
}

const paragraphStyle = (name: string, options: ParagraphStyle): string =>
  element(
    'style:style',
    {
      'style:name': name.replace(/ /gu, '_20_'),
      'style:display-name': name,
      'style:family': 'paragraph',
      'style:parent-style-name': options.parent ?? 'Standard',
      'style:next-style-name': options.next,
      'style:default-outline-level': options.level,
    },
    element('style:paragraph-properties', options.paragraph ?? {}, options.tabs ?? '') +
      element('style:text-properties', { ...sized(options.size, options.isBold), ...options.text }),
  );

const margins = (top: number, bottom: number): Pairs => ({
  'fo:margin-top': `${top}mm`,
  'fo:margin-bottom': `${bottom}mm`,
});

const ruleBelow = (c: ThemeColors): Pairs => ({
  'fo:border-bottom': `1.5pt solid #${c.accent}`,
  'fo:padding-bottom': '1.2mm',
  'style:join-border': 'false',
});

/** Said only where headings have a font of their own. */
const headingFont = ({ text, heading }: ThemeFonts): Pairs =>
  text === heading
    ? {}
    : Object.fromEntries(
        ['', '-asian', '-complex'].map((suffix) => [`style:font-name${suffix}`, heading]),
      );

const heading = (
  { fonts }: DocumentTheme,
  level: number,
  size: number,
  top: number,
  bottom: number,
  more: Pairs,
  color: string,
): string =>
  paragraphStyle(`Heading ${level}`, {
    size,
    isBold: true,
    level,
    next: 'Text_20_body',
    text: { 'fo:color': `#${color}`, ...headingFont(fonts) },
    paragraph: {
      ...margins(top, bottom),
      'fo:keep-with-next': 'always',
      'fo:keep-together': 'always',
      'fo:line-height': '105%',
      ...more,
    },
  });

/** One place at which a tab stops. */
export const tabAt = (position: string, type: 'left' | 'right', leader = false): string =>
  element(
    'style:tab-stops',
    {},
    element('style:tab-stop', {
      'style:position': position,
      'style:type': type,
      'style:leader-style': leader ? 'dotted' : undefined,
      'style:leader-text': leader ? '.' : undefined,
    }),
  );

/** Width of the text in millimetres. */
export const widthMm = page.width - page.left - page.right;

/** Every named paragraph style. */
export const paragraphStyles = (theme: DocumentTheme): string => {
  const { colors: c, fonts } = theme;
  return [
    element('style:style', {
      'style:name': 'Standard',
      'style:family': 'paragraph',
      'style:class': 'text',
    }),
    paragraphStyle('Text body', { paragraph: margins(0, 2.3) }),
    paragraphStyle('Title', {
      size: 28,
      isBold: true,
      text: { 'fo:color': `#${c.accentDark}`, ...headingFont(fonts) },
      paragraph: { ...margins(0, 2.8), 'fo:line-height': '98%' },
    }),
    paragraphStyle('Title Long', { size: 18, parent: 'Title' }),
    paragraphStyle('Title Compact', {
      size: 19,
      parent: 'Title',
      paragraph: { ...margins(2.8, 1), 'fo:line-height': '100%' },
    }),
    paragraphStyle('Subtitle', { size: 14, paragraph: margins(0, 3.5) }),
    paragraphStyle('Cover Organisation', {
      size: 12,
      isBold: true,
      text: { 'fo:color': `#${c.accent}` },
    }),
    paragraphStyle('Cover Bar', {
      size: 4,
      paragraph: {
        ...margins(62, 0),
        'fo:margin-right': `${widthMm - 22}mm`,
        'fo:border-bottom': `6pt solid #${c.accent}`,
      },
    }),
    paragraphStyle('Cover Group', {
      size: 12.5,
      text: { 'fo:color': `#${c.muted}` },
      paragraph: margins(4.5, 1.8),
    }),
    paragraphStyle('Cover Date', {
      size: 12,
      text: { 'fo:color': `#${c.muted}` },
      paragraph: margins(4.5, 0),
    }),
    paragraphStyle('Cover Date Compact', {
      parent: 'Cover_20_Date',
      paragraph: {
        ...margins(1, 2.8),
        'fo:border-bottom': `1.5pt solid #${c.accent}`,
        'fo:padding-bottom': '2mm',
      },
    }),
    paragraphStyle('Cover Fact', {
      size: 10,
      tabs: tabAt('32mm', 'left'),
      paragraph: { ...margins(0, 1), 'fo:margin-left': '32mm', 'fo:text-indent': '-32mm' },
    }),
    paragraphStyle('Cover First Fact', {
      parent: 'Cover_20_Fact',
      tabs: tabAt('32mm', 'left'),
      paragraph: {
        ...margins(60, 1),
        'fo:border-top': `0.5pt solid #${c.rule}`,
        'fo:padding-top': '3mm',
        'style:join-border': 'false',
      },
    }),
    heading(theme, 1, 17, 8.5, 3.6, ruleBelow(c), c.accent),
    heading(theme, 2, 13.5, 6, 2.1, {}, c.accent),
    heading(theme, 3, 11.5, 4.6, 1.6, {}, c.text),
    paragraphStyle('Contents Heading', {
      size: 17,
      isBold: true,
      text: { 'fo:color': `#${c.accent}` },
      paragraph: { ...margins(0, 3.6), 'fo:keep-with-next': 'always', ...ruleBelow(c) },
    }),
    ...[1, 2].map((level) =>
      paragraphStyle(`Contents ${level}`, {
        isBold: level === 1,
        tabs: tabAt(`${widthMm - (level - 1) * 7}mm`, 'right', true),
        paragraph: {
          ...margins(level === 1 ? 2.4 : 0.7, 0.7),
          'fo:margin-left': `${(level - 1) * 7}mm`,
          'fo:margin-right': '8mm',
          'fo:text-indent': '0mm',
        },
      }),
    ),
    paragraphStyle('Lead', { size: 12, paragraph: margins(0, 2.8) }),
    paragraphStyle('Small', {
      size: 9,
      text: { 'fo:color': `#${c.muted}` },
      paragraph: margins(0, 2),
    }),
    paragraphStyle('Letter Address', {
      paragraph: {
        ...margins(0, 4.2),
        'fo:margin-left': `${(page.width - page.left - page.right) / 2}mm`,
      },
    }),
    paragraphStyle('Quotations', {
      size: 11.5,
      text: { 'fo:font-style': 'italic' },
      paragraph: {
        ...margins(2.8, 1),
        'fo:margin-left': '3mm',
        'fo:padding-left': '3.5mm',
        'fo:border-left': `3pt solid #${c.accentMid}`,
        'fo:keep-together': 'always',
        'style:join-border': 'true',
      },
    }),
    paragraphStyle('Quotation Source', {
      size: 9.5,
      parent: 'Quotations',
      text: { 'fo:font-style': 'normal', 'fo:color': `#${c.muted}` },
      paragraph: margins(0, 3.2),
    }),
    paragraphStyle('Caption', {
      size: 10,
      isBold: true,
      paragraph: { ...margins(3.9, 1.9), 'fo:keep-with-next': 'always' },
    }),
    paragraphStyle('Box Title', {
      size: 11,
      isBold: true,
      text: { 'fo:color': `#${c.accent}` },
      paragraph: { ...margins(0, 1), 'fo:keep-with-next': 'always' },
    }),
    paragraphStyle('Box Text', { paragraph: margins(0, 0.9) }),
    paragraphStyle('Table Contents', { size: 10, paragraph: { 'fo:line-height': '105%' } }),
    paragraphStyle('Table Heading', {
      parent: 'Table_20_Contents',
      isBold: true,
      text: { 'fo:color': '#ffffff' },
      paragraph: { 'fo:keep-with-next': 'always' },
    }),
    paragraphStyle('Key Figure', {
      size: 23,
      isBold: true,
      text: { 'fo:color': `#${c.accent}` },
      paragraph: { 'fo:line-height': '100%', 'fo:keep-with-next': 'always' },
    }),
    paragraphStyle('Key Figure Label', { size: 10, paragraph: { 'fo:line-height': '104%' } }),
    paragraphStyle('Step Number', {
      size: 15,
      isBold: true,
      text: { 'fo:color': `#${c.accent}` },
      paragraph: { 'fo:text-align': 'center', 'fo:line-height': '100%' },
    }),
    paragraphStyle('Step Fact', { size: 9.5, isBold: true, text: { 'fo:color': `#${c.accent}` } }),
    paragraphStyle('Timeline Date', {
      isBold: true,
      text: { 'fo:color': `#${c.accent}` },
      paragraph: { 'fo:text-align': 'end' },
    }),
    paragraphStyle('Drawing', { paragraph: { ...margins(0, 1), 'fo:line-height': '100%' } }),
    paragraphStyle('Footnote', {
      size: 8.5,
      paragraph: { 'fo:margin-left': '4mm', 'fo:text-indent': '-4mm', 'fo:line-height': '100%' },
    }),
    paragraphStyle('Header', {
      size: 8.5,
      text: { 'fo:color': `#${c.muted}` },
      paragraph: { 'fo:line-height': '100%' },
    }),
    paragraphStyle('Footer', {
      size: 8.5,
      text: { 'fo:color': `#${c.muted}` },
      tabs: tabAt(`${widthMm}mm`, 'right'),
      paragraph: {
        'fo:line-height': '100%',
        'fo:border-top': `0.5pt solid #${c.rule}`,
        'fo:padding-top': '2mm',
      },
    }),
  ].join('');
};

const textStyle = (name: string, pairs: Pairs): string =>
  element(
    'style:style',
    {
      'style:name': name.replace(/ /gu, '_20_'),
      'style:display-name': name,
      'style:family': 'text',
    },
    element('style:text-properties', pairs),
  );

/** Every named character style. */
export const textStyles = ({ colors: c }: DocumentTheme): string =>
  [
    textStyle('Strong Emphasis', sized(undefined, true)),
    textStyle('Emphasis', { 'fo:font-style': 'italic', 'style:font-style-complex': 'italic' }),
    textStyle('Internet link', {
      'fo:color': `#${c.accent}`,
      'style:text-underline-style': 'solid',
      'style:text-underline-color': 'font-color',
    }),
    textStyle('Visited Internet Link', {
      'fo:color': `#${c.accent}`,
      'style:text-underline-style': 'solid',
    }),
    textStyle('Source Reference', {
      'style:text-position': 'super 62%',
      'fo:color': `#${c.accent}`,
      ...sized(undefined, false),
    }),
    textStyle('Figure Source', { 'style:text-position': '16% 45%', ...sized(undefined, false) }),
    textStyle('Index Link', { 'style:text-underline-style': 'none' }),
    textStyle('Unit', sized(12)),
    textStyle('Muted', { 'fo:color': `#${c.muted}` }),
    textStyle('Heading Number', { 'fo:color': `#${c.number}` }),
    textStyle('List Mark', { 'fo:color': `#${c.accent}`, ...sized(undefined, true) }),
    textStyle('Footnote anchor', { 'style:text-position': 'super 58%' }),
    textStyle('Footnote Symbol', {}),
  ].join('');

const levelPlace = (left: number, hanging: number): string =>
  element(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    element('style:list-level-label-alignment', {
      'text:label-followed-by': 'listtab',
      'text:list-tab-stop-position': `${left}mm`,
      'fo:text-indent': `${-hanging}mm`,
      'fo:margin-left': `${left}mm`,
    }),
  );

const range = (length: number): readonly number[] =>
  Array.from({ length }, (_, index) => index + 1);

/** The two kinds of list. */
export const listStyles = (): string => {
  const bullets = range(10).map((level) =>
    element(
      'text:list-level-style-bullet',
      {
        'text:level': level,
        'text:style-name': 'List_20_Mark',
        'text:bullet-char': ['•', '–', '▪'][(level - 1) % 3],
      },
      levelPlace(6.5 * level, 5),
    ),
  );
  const numbers = range(10).map((level) =>
    element(
      'text:list-level-style-number',
      {
        'text:level': level,
        'text:style-name': 'List_20_Mark',
        'style:num-format': ['1', 'a', 'i'][(level - 1) % 3],
        'style:num-suffix': '.',
      },
      levelPlace(6.5 * level, 5),
    ),
  );
  return (
    element('text:list-style', { 'style:name': 'Bullets' }, bullets.join('')) +
    element('text:list-style', { 'style:name': 'Numbers' }, numbers.join(''))
  );
};

/** Numbering of headings, tied to their levels. */
export const outline = (isNumbered: boolean): string =>
  element(
    'text:outline-style',
    { 'style:name': 'Outline' },
    range(10)
      .map((level) =>
        element(
          'text:outline-level-style',
          {
            'text:level': level,
            'text:style-name': 'Heading_20_Number',
            'style:num-format': isNumbered && level <= 3 ? '1' : '',
            'text:display-levels': isNumbered && level <= 3 ? level : undefined,
          },
          isNumbered && level <= 3
            ? levelPlace(5.5 + 2.5 * level, 5.5 + 2.5 * level)
            : levelPlace(0, 0),
        ),
      )
      .join(''),
  );
