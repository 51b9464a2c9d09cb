import { AlignmentType, BorderStyle, LevelFormat, LevelSuffix } from 'docx';
import type {
  IBaseParagraphStyleOptions,
  ILevelsOptions,
  INumberingOptions,
  IParagraphStyleOptions,
  IStylesOptions,
} from 'docx';
import type { DocumentLanguage } from '#documents/model.ts';
import { textWidth } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';

/** Twentieths of a point in a millimetre. */
export const TWIPS = 1440 / 25.4;
export const mm = (value: number): number => Math.round(value * TWIPS);
/** Width of the text in twips. */
export const TEXT_TWIPS = mm(textWidth);
export const TABLE_STYLE = 'RapporteurTable';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

type ParagraphPart = NonNullable<IBaseParagraphStyleOptions['paragraph']>;
type RunPart = NonNullable<IBaseParagraphStyleOptions['run']>;

const paragraphStyle = (
  id: string,
  name: string,
  run: RunPart,
  paragraph: ParagraphPart,
  basedOn = 'Normal',
): IParagraphStyleOptions => ({ id, name, basedOn, quickFormat: true, run, paragraph });

const heading = (
  { colors, fonts }: DocumentTheme,
  size: number,
  color: string,
  before: number,
  after: number,
  rule: boolean,
): IBaseParagraphStyleOptions => ({
  run: { font: fonts.heading, size, bold: true, color },
  next: 'Normal',
  quickFormat: true,
  paragraph: {
    spacing: { before, after, line: 252, lineRule: 'auto' },
    keepNext: true,
    keepLines: true,
    ...(rule
      ? {
          border: {
            bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: colors.accent },
          },
        }
      : {}),
  },
});

/**
 * Rules under rows, accent header, banded rows: a real table style, listed in Word's gallery. The library
 * has no way to add one beside its own styles, so it is put into the written styles part.
 */
export const tableStyleXml = ({ colors }: DocumentTheme): string =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Rapporteur Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="${colors.accent}"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${colors.accent}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${colors.rule}"/></w:tblBorders><w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="110" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${colors.accent}"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr><w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${colors.band}"/></w:tcPr></w:tblStylePr></w:style>`;

const contentsLevel = (level: number, bold: boolean): IParagraphStyleOptions =>
  paragraphStyle(
    `TOC${level}`,
    `toc ${level}`,
    { bold, size: 21 },
    { spacing: { before: bold ? 140 : 40, after: 40 }, indent: { left: (level - 1) * 400 } },
  );

/** Named styles of the whole document, so that it can be restyled in one place. */
export function docxStyles(language: DocumentLanguage, theme: DocumentTheme): IStylesOptions {
  const { colors, fonts } = theme;
  return {
    default: {
      document: {
        run: {
          font: fonts.text,
          size: 21,
          color: colors.text,
          language: { value: locales[language] },
        },
        paragraph: { spacing: { after: 130, line: 271, lineRule: 'auto' } },
      },
      title: {
        run: { font: fonts.heading, size: 56, bold: true, color: colors.accentDark },
        paragraph: { spacing: { before: 0, after: 160, line: 228, lineRule: 'auto' } },
      },
      heading1: heading(theme, 34, colors.accent, 480, 200, true),
      heading2: heading(theme, 27, colors.accent, 340, 120, false),
      heading3: heading(theme, 23, colors.text, 260, 90, false),
      caption: {
        run: { size: 20, bold: true, color: colors.text, italics: false },
        paragraph: { spacing: { before: 220, after: 110 }, keepNext: true },
      },
      hyperlink: { run: { color: colors.accent, underline: {} } },
      footnoteText: {
        run: { size: 17 },
        paragraph: { spacing: { after: 40, line: 240, lineRule: 'auto' } },
      },
    },
    paragraphStyles: [
      paragraphStyle(
        'Subtitle',
        'Subtitle',
        { size: 28 },
        { spacing: { after: 200, line: 252, lineRule: 'auto' } },
      ),
      paragraphStyle(
        'CoverOrganisation',
        'Cover Organisation',
        { size: 24, bold: true, color: colors.accent },
        { spacing: { after: 0 } },
      ),
      paragraphStyle(
        'CoverGroup',
        'Cover Group',
        { size: 25, color: colors.muted },
        { spacing: { before: 240, after: 100, line: 252, lineRule: 'auto' } },
      ),
      paragraphStyle(
        'CoverDate',
        'Cover Date',
        { size: 24, color: colors.muted },
        { spacing: { before: 240, after: 0 } },
      ),
      paragraphStyle(
        'CoverFact',
        'Cover Fact',
        { size: 20 },
        {
          spacing: { after: 60 },
          indent: { left: mm(32), hanging: mm(32) },
          leftTabStop: mm(32),
        },
      ),
      paragraphStyle(
        'ContentsHeading',
        'Contents Heading',
        { size: 34, bold: true, color: colors.accent },
        {
          spacing: { before: 0, after: 200 },
          keepNext: true,
          border: {
            bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: colors.accent },
          },
        },
      ),
      paragraphStyle(
        'Lead',
        'Lead',
        { size: 24 },
        { spacing: { after: 160, line: 276, lineRule: 'auto' } },
      ),
      paragraphStyle('Small', 'Small', { size: 18, color: colors.muted }, {}),
      paragraphStyle(
        'LetterAddress',
        'Letter Address',
        {},
        { spacing: { after: 240 }, indent: { left: Math.round(TEXT_TWIPS / 2) } },
      ),
      paragraphStyle(
        'Quote',
        'Quote',
        { size: 23, italics: true },
        {
          spacing: { before: 160, after: 60 },
          indent: { left: 320 },
          keepLines: true,
          border: {
            left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: colors.accentMid },
          },
        },
      ),
      paragraphStyle(
        'QuoteAttribution',
        'Quote Attribution',
        { size: 19, italics: false, color: colors.muted },
        { spacing: { before: 0, after: 180 } },
        'Quote',
      ),
      paragraphStyle(
        'BoxTitle',
        'Box Title',
        { bold: true, color: colors.accent, size: 22 },
        { spacing: { after: 60 }, keepNext: true },
      ),
      paragraphStyle('BoxText', 'Box Text', {}, { spacing: { after: 50 } }),
      paragraphStyle(
        'CellText',
        'Cell Text',
        { size: 20 },
        { spacing: { before: 0, after: 0, line: 252, lineRule: 'auto' } },
      ),
      paragraphStyle(
        'KeyFigure',
        'Key Figure',
        { size: 46, bold: true, color: colors.accent },
        { spacing: { before: 40, after: 0, line: 240, lineRule: 'auto' }, keepNext: true },
      ),
      paragraphStyle(
        'KeyFigureLabel',
        'Key Figure Label',
        { size: 20 },
        { spacing: { before: 0, after: 60, line: 245, lineRule: 'auto' } },
      ),
      paragraphStyle(
        'StepNumber',
        'Step Number',
        { size: 30, bold: true, color: colors.accent },
        {
          alignment: AlignmentType.CENTER,
          spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' },
        },
      ),
      paragraphStyle(
        'StepFact',
        'Step Fact',
        { size: 19, color: colors.accent, bold: true },
        { spacing: { after: 20 } },
      ),
      paragraphStyle(
        'ChartParagraph',
        'Chart',
        {},
        { spacing: { before: 0, after: 60, line: 240, lineRule: 'auto' } },
      ),
      paragraphStyle(
        'Spacer',
        'Spacer',
        { size: 10 },
        { spacing: { before: 0, after: 0, line: 200, lineRule: 'auto' } },
      ),
      contentsLevel(1, true),
      contentsLevel(2, false),
      contentsLevel(3, false),
    ],
  };
}

const bulletSigns = ['•', '–', '▪'];

const listLevels = (
  { colors }: DocumentTheme,
  make: (level: number) => Pick<ILevelsOptions, 'format' | 'text'>,
): readonly ILevelsOptions[] =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    ...make(level),
    alignment: AlignmentType.LEFT,
    style: {
      run: { color: colors.accent, bold: true },
      paragraph: { indent: { left: 380 * (level + 1), hanging: 300 }, spacing: { after: 60 } },
    },
  }));

/** Lists and the numbering of headings; headings are tied to their styles. */
export const docxNumbering = (theme: DocumentTheme): INumberingOptions => ({
  config: [
    {
      reference: 'headings',
      levels: [1, 2, 3].map((level) => ({
        level: level - 1,
        format: LevelFormat.DECIMAL,
        text: Array.from({ length: level }, (_, index) => `%${index + 1}`).join('.'),
        suffix: LevelSuffix.TAB,
        alignment: AlignmentType.LEFT,
        style: {
          run: { color: theme.colors.number },
          paragraph: {
            indent: { left: 460 + 140 * (level - 1), hanging: 460 + 140 * (level - 1) },
          },
        },
      })),
    },
    {
      reference: 'bullets',
      levels: listLevels(theme, (level) => ({
        format: LevelFormat.BULLET,
        text: bulletSigns[level % 3] ?? '•',
      })),
    },
    {
      reference: 'numbers',
      levels: listLevels(theme, (level) => ({
        format:
          level % 3 === 1
            ? LevelFormat.LOWER_LETTER
            : level % 3 === 2
              ? LevelFormat.LOWER_ROMAN
              : LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
      })),
    },
  ],
});
