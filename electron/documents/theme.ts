/** Colours of every format, as six hex digits; text pairs reach a contrast of at least 4.5. */
export const colors = {
  accent: '0B4F5C',
  accentDark: '073841',
  accentSoft: 'E7F0F1',
  accentMid: '5B949C',
  text: '1C2A2E',
  muted: '55666B',
  rule: 'C6D4D6',
  band: 'F5F8F8',
  white: 'FFFFFF',
  warning: '8A5A12',
  warningSoft: 'FBF3E4',
  success: '2C6B43',
  successSoft: 'E9F4EC',
} as const;

/** Series colours in order, each at least 3 to 1 against white. */
export const seriesColors = ['0B4F5C', '2E8A86', 'A8681A', '6C7F86', '7B4B6E', '4A6FA5'] as const;

/** Colour of the n-th series. */
export const seriesColor = (index: number): string =>
  seriesColors[index % seriesColors.length] ?? colors.accent;

/** Office's common sans serif; Carlito has the same widths where Calibri is missing. */
export const fontName = 'Calibri';
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

export const toneColors = {
  info: { line: colors.accent, fill: colors.accentSoft },
  success: { line: colors.success, fill: colors.successSoft },
  warning: { line: colors.warning, fill: colors.warningSoft },
} as const;
