/** Colours of every format, as six hex digits; text pairs reach a contrast of at least 4.5. */
export interface ThemeColors {
  readonly accent: string;
  readonly accentDark: string;
  readonly accentSoft: string;
  readonly accentMid: string;
  /** Numbers before headings. */
  readonly number: string;
  readonly text: string;
  readonly muted: string;
  readonly rule: string;
  readonly band: string;
  readonly white: string;
  /** Around the page on screen. */
  readonly desk: string;
  /** Bars, small texts and lists on slides of the accent's colour. */
  readonly barOnDark: string;
  readonly smallOnDark: string;
  readonly listOnDark: string;
  readonly warning: string;
  readonly warningSoft: string;
  readonly success: string;
  readonly successSoft: string;
}

/** What fonts text is set in: names that offices know. */
export interface ThemeFonts {
  readonly text: string;
  readonly heading: string;
  /** How wide their letters are, compared with the font that texts are measured in. */
  readonly stretch: number;
}

/** The look of a document, the same in every format. */
export interface DocumentTheme {
  /** True for the program's own look, whose files hold no colours of an organisation. */
  readonly isBuiltIn: boolean;
  readonly colors: ThemeColors;
  /** Colours of series in order, each at least 3 to 1 against white. */
  readonly series: readonly string[];
  readonly fonts: ThemeFonts;
}

const colors: ThemeColors = {
  accent: '0B4F5C',
  accentDark: '073841',
  accentSoft: 'E7F0F1',
  accentMid: '5B949C',
  number: '5B949C',
  text: '1C2A2E',
  muted: '55666B',
  rule: 'C6D4D6',
  band: 'F5F8F8',
  white: 'FFFFFF',
  desk: 'eef2f2',
  barOnDark: 'B9D3D6',
  smallOnDark: 'D5E4E6',
  listOnDark: 'E3EEF0',
  warning: '8A5A12',
  warningSoft: 'FBF3E4',
  success: '2C6B43',
  successSoft: 'E9F4EC',
};

/** The look of documents without a house style. Calibri is Office's common sans serif. */
export const builtInTheme: DocumentTheme = {
  isBuiltIn: true,
  colors,
  series: ['0B4F5C', '2E8A86', 'A8681A', '6C7F86', '7B4B6E', '4A6FA5'],
  fonts: { text: 'Calibri', heading: 'Calibri', stretch: 1 },
};

/** Colour of the n-th series. */
export const seriesColor = ({ series, colors: { accent } }: DocumentTheme, index: number): string =>
  series[index % series.length] ?? accent;

/** Carlito has the same widths where Calibri is missing. */
export const fontFallbacks = ['Carlito', 'Source Sans 3', 'Segoe UI', 'Liberation Sans', 'Arial'];

/** A4 in millimetres and the margins of the text formats. */
export const page = {
  width: 210,
  height: 297,
  top: 26,
  bottom: 24,
  left: 25,
  right: 25,
} as const;

/** Width of the text in millimetres. */
export const textWidth = page.width - page.left - page.right;

/** Millimetres that a row of a form is tall at least. */
export const FORM_ROW = 14;

type Tone = 'info' | 'success' | 'warning';

/** Edge and background of a callout. */
export const toneColors = (
  { colors: c }: DocumentTheme,
  tone: Tone,
): { readonly line: string; readonly fill: string } =>
  ({
    info: { line: c.accent, fill: c.accentSoft },
    success: { line: c.success, fill: c.successSoft },
    warning: { line: c.warning, fill: c.warningSoft },
  })[tone];
