import { contrast, darkened, distance, hexOf, luminance, mixed, tintOf } from '#domain/colours.ts';
import type { Hex } from '#domain/colours.ts';
import { builtInTheme } from '#documents/theme.ts';
import type { DocumentTheme, ThemeColors } from '#documents/theme.ts';

/** Least contrast of text, and of what is seen without being read (WCAG 2.2, 1.4.3 and 1.4.11). */
export const TEXT_CONTRAST = 4.5;
export const GRAPHIC_CONTRAST = 3;

const WHITE = 'FFFFFF';

/** What an organisation asks for; what is left out is as the program has it. */
export interface ThemeWishes {
  readonly accent?: Hex | null;
  readonly secondary?: Hex | null;
  readonly textFont?: string | null;
  readonly headingFont?: string | null;
}

/** How wide letters are, compared with Calibri: so much room is kept on slides. */
const STRETCH: Readonly<Record<string, number>> = {
  calibri: 1,
  carlito: 1,
  'source sans 3': 1.01,
  'times new roman': 1.03,
  'liberation serif': 1.03,
  garamond: 1,
  cambria: 1.08,
  candara: 1.03,
  corbel: 1.03,
  lato: 1.08,
  aptos: 1.09,
  roboto: 1.12,
  tahoma: 1.13,
  'segoe ui': 1.13,
  arial: 1.15,
  helvetica: 1.15,
  'liberation sans': 1.15,
  'trebuchet ms': 1.12,
  georgia: 1.17,
  'open sans': 1.19,
  marianne: 1.2,
  'century gothic': 1.24,
  verdana: 1.32,
  'dejavu sans': 1.32,
};
const UNKNOWN_STRETCH = 1.3;

const stretchOf = (font: string): number => STRETCH[font.toLowerCase()] ?? UNKNOWN_STRETCH;

/** A light tint behind text of the accent's colour: as strong as the contrast lets it be. */
function softOf(accent: Hex): Hex | null {
  for (const share of [0.1, 0.08, 0.06, 0.045, 0.03]) {
    const soft = mixed(WHITE, accent, share);
    if (contrast(accent, soft) >= TEXT_CONTRAST) return soft;
  }
  return null;
}

/** A grey with a breath of the accent in it. */
const grey = (accent: Hex, light: number, chroma: number): Hex => {
  const tint = tintOf(accent);
  return hexOf({ light, hue: tint.hue, chroma: Math.min(tint.chroma * 0.3, chroma) });
};

/** Behind figures and every other row. */
const bandOf = (accent: Hex): Hex => grey(accent, 0.978, 0.004);

const isReadable = (accent: Hex): boolean =>
  softOf(accent) !== null && contrast(accent, bandOf(accent)) >= TEXT_CONTRAST;

/** The colour itself where text can be read in it; as little darker as it takes otherwise. */
export function readableAccent(wished: Hex): Hex {
  const tint = tintOf(wished);
  let accent = darkened(wished, TEXT_CONTRAST);
  for (let light = Math.min(tint.light, tintOf(accent).light); !isReadable(accent);) {
    light -= 0.004;
    accent = hexOf({ ...tint, light, chroma: Math.min(tint.chroma, light * 0.6) });
  }
  return accent;
}

/** The colour itself where a bar of it can be seen on white; as little darker as it takes otherwise. */
export const visibleSecondary = (wished: Hex): Hex => darkened(wished, GRAPHIC_CONTRAST);

/** Something light enough to be read on both dark backgrounds of slides. */
function lightOn(backgrounds: readonly Hex[], wished: Hex): Hex {
  for (let share = 0; share <= 1; share += 0.05) {
    const one = mixed(wished, WHITE, share);
    if (backgrounds.every((each) => contrast(one, each) >= TEXT_CONTRAST)) return one;
  }
  return WHITE;
}

/** Between the accent and white, yet seen on white. */
function midOf(accent: Hex): Hex {
  const tint = tintOf(accent);
  return darkened(
    hexOf({ ...tint, light: tint.light + 0.22, chroma: tint.chroma * 0.8 }),
    GRAPHIC_CONTRAST,
  );
}

function darkOf(accent: Hex): Hex {
  const tint = tintOf(accent);
  const light = Math.max(0.12, tint.light - 0.1);
  const darker = hexOf({ ...tint, light, chroma: Math.min(tint.chroma, light * 0.5) });
  const chosen = luminance(darker) < luminance(accent) ? darker : accent;
  return darkened(chosen, 7);
}

function colorsOf(accent: Hex, secondary: Hex | null): ThemeColors {
  const accentDark = darkOf(accent);
  const mid = secondary ?? midOf(accent);
  const pale = mixed(WHITE, accent, 0.12);
  const darks = [accent, accentDark];
  const soft = softOf(accent) ?? WHITE;
  const backgrounds = [WHITE, soft, bandOf(accent)];
  return {
    ...builtInTheme.colors,
    accent,
    accentDark,
    accentSoft: soft,
    accentMid: mid,
    number: darkened(mid, TEXT_CONTRAST),
    text: darkened(grey(accent, 0.27, 0.02), 7, backgrounds),
    muted: darkened(grey(accent, 0.49, 0.02), TEXT_CONTRAST, backgrounds),
    rule: grey(accent, 0.86, 0.016),
    band: bandOf(accent),
    desk: grey(accent, 0.955, 0.006),
    barOnDark: lightOn(darks, mixed(WHITE, accent, 0.28)),
    smallOnDark: lightOn(darks, pale),
    listOnDark: lightOn(darks, pale),
  };
}

/** Two series that look alike cannot be told apart in a legend. */
const ALIKE = 0.11;

/** The accent, the second colour, then colours of the program's that look like neither. */
function seriesOf(accent: Hex, secondary: Hex | null): readonly Hex[] {
  // The values beside the first two lines of a chart are written in their colours.
  const own = [accent, ...(secondary === null ? [] : [darkened(secondary, TEXT_CONTRAST)])];
  const others = [...own, ...builtInTheme.series, '2B6CB0', '9C4221', '2F6F44', '6B46C1', '97266D']
    .map((one) => darkened(one, TEXT_CONTRAST))
    .reduce<readonly Hex[]>(
      (kept, one) => (kept.every((each) => distance(each, one) >= ALIKE) ? [...kept, one] : kept),
      [],
    );
  return others.slice(0, builtInTheme.series.length);
}

/**
 * The look that an organisation's colours and fonts give: whatever they are, text keeps a contrast of
 * 4.5 with what it stands on, and bars and lines one of 3 with white.
 */
export function deriveTheme(wishes: ThemeWishes): DocumentTheme {
  const { accent, secondary, textFont, headingFont } = wishes;
  const text = textFont ?? builtInTheme.fonts.text;
  const heading = headingFont ?? text;
  const fonts = { text, heading, stretch: Math.max(stretchOf(text), stretchOf(heading)) };
  if ((accent ?? null) === null && (secondary ?? null) === null) {
    const isSame = text === builtInTheme.fonts.text && heading === builtInTheme.fonts.heading;
    return isSame ? builtInTheme : { ...builtInTheme, isBuiltIn: false, fonts };
  }
  const main = readableAccent(accent ?? builtInTheme.colors.accent);
  const second = (secondary ?? null) === null ? null : visibleSecondary(secondary ?? main);
  return {
    isBuiltIn: false,
    colors: colorsOf(main, second),
    series: seriesOf(main, second),
    fonts,
  };
}
