/** A colour as six hexadecimal digits in capitals, without a sign before them. */
export type Hex = string;

const HEX = /^[0-9A-F]{6}$/;

export const isHex = (text: string): boolean => HEX.test(text);

/** A colour as people write it (`#0b4f5c`, `0B4F5C`, `#0bf`) in the form it is kept in; null when it is none. */
export function readHex(text: string): Hex | null {
  const digits = text.trim().replace(/^#/, '').toUpperCase();
  const long = /^[0-9A-F]{3}$/.test(digits) ? [...digits].map((one) => one + one).join('') : digits;
  return isHex(long) ? long : null;
}

type Triple = readonly [number, number, number];

const channels = (hex: Hex): Triple => [
  Number.parseInt(hex.slice(0, 2), 16) / 255,
  Number.parseInt(hex.slice(2, 4), 16) / 255,
  Number.parseInt(hex.slice(4, 6), 16) / 255,
];

const linear = (value: number): number =>
  value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const gamma = (value: number): number =>
  value <= 0.003_130_8 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

const toHex = (values: Triple): Hex =>
  values
    .map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

/** Relative luminance of WCAG 2.2, from 0 for black to 1 for white. */
export function luminance(hex: Hex): number {
  const [red, green, blue] = channels(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of WCAG 2.2 between two colours, from 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Lightness (0 to 1), chroma and hue (radians) as the eye tells them apart: OKLCH of Björn Ottosson. */
export interface Tint {
  readonly light: number;
  readonly chroma: number;
  readonly hue: number;
}

export function tintOf(hex: Hex): Tint {
  const [red, green, blue] = channels(hex).map(linear) as unknown as Triple; // three stay three
  const l = Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
  const m = Math.cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
  const s = Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
  const a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
  const b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
  return {
    light: 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** The nearest colour of the screen to a tint; what lies beyond it is cut off. */
export function hexOf({ light, chroma, hue }: Tint): Hex {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (light + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3;
  const m = (light - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3;
  const s = (light - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3;
  return toHex([
    gamma(Math.max(0, 4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s)),
    gamma(Math.max(0, -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s)),
    gamma(Math.max(0, -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s)),
  ]);
}

/** Black or white, mixed in: `share` of `into`, from 0 to 1. */
export function mixed(hex: Hex, into: Hex, share: number): Hex {
  const [one, other] = [channels(hex), channels(into)];
  return toHex(
    one.map(
      (value, index) => value * (1 - share) + (other[index] ?? 0) * share,
    ) as unknown as Triple, // three stay three
  );
}

/** How far apart two colours look, about 0.1 for two that nobody confuses. */
export function distance(one: Hex, other: Hex): number {
  const [a, b] = [tintOf(one), tintOf(other)];
  const flat = Math.hypot(
    a.chroma * Math.cos(a.hue) - b.chroma * Math.cos(b.hue),
    a.chroma * Math.sin(a.hue) - b.chroma * Math.sin(b.hue),
  );
  return Math.hypot(a.light - b.light, flat);
}

/** The same hue, as little darker as it takes to reach a contrast on each of the backgrounds. */
export function darkened(hex: Hex, least: number, backgrounds: readonly Hex[] = ['FFFFFF']): Hex {
  const reaches = (one: Hex): boolean =>
    backgrounds.every((background) => contrast(one, background) >= least);
  if (reaches(hex)) return hex;
  const tint = tintOf(hex);
  for (let light = tint.light; light > 0; light -= 0.004) {
    const one = hexOf({ ...tint, light, chroma: Math.min(tint.chroma, light * 0.6) });
    if (reaches(one)) return one;
  }
  return '000000';
}
