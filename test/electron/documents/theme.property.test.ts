import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { contrast, distance, readHex } from '#domain/colours.ts';
import {
  GRAPHIC_CONTRAST,
  TEXT_CONTRAST,
  deriveTheme,
  readableAccent,
} from '#documents/derive-theme.ts';
import { builtInTheme, toneColors } from '#documents/theme.ts';
import type { DocumentTheme } from '#documents/theme.ts';

const hex = fc
  .integer({ min: 0, max: 0xff_ffff })
  .map((value) => value.toString(16).padStart(6, '0').toUpperCase());

/** Every pair of a text and what it stands on, in any writer. */
function textPairs({ colors: c, series }: DocumentTheme): readonly (readonly [string, string])[] {
  const papers = [c.white, c.band, c.accentSoft];
  const tones = (['info', 'success', 'warning'] as const).map((tone) =>
    toneColors({ ...builtInTheme, colors: c }, tone),
  );
  return [
    ...papers.flatMap((paper) =>
      [c.text, c.muted, c.accent, c.accentDark].map((text) => [text, paper] as const),
    ),
    ...tones.flatMap(({ line, fill }) => [[line, fill] as const, [c.text, fill] as const]),
    [c.number, c.white],
    [c.white, c.accent],
    [c.white, c.accentDark],
    [c.smallOnDark, c.accent],
    [c.smallOnDark, c.accentDark],
    [c.listOnDark, c.accent],
    ...series.slice(0, 2).map((one) => [one, c.white] as const),
  ];
}

describe('a theme derived from any colours', () => {
  test('keeps text readable and graphics visible', () => {
    fc.assert(
      fc.property(hex, fc.option(hex), (accent, secondary) => {
        const theme = deriveTheme({ accent, secondary });
        for (const [text, paper] of textPairs(theme)) {
          expect(contrast(text, paper), `${text} on ${paper}`).toBeGreaterThanOrEqual(
            TEXT_CONTRAST,
          );
        }
        const { colors: c, series } = theme;
        for (const one of [...series, c.accentMid]) {
          expect(contrast(one, c.white), one).toBeGreaterThanOrEqual(GRAPHIC_CONTRAST);
        }
        for (const dark of [c.accent, c.accentDark]) {
          expect(contrast(c.barOnDark, dark)).toBeGreaterThanOrEqual(GRAPHIC_CONTRAST);
        }
        for (const color of [...Object.values(c), ...series]) {
          expect(color).toMatch(/^[0-9A-Fa-f]{6}$/);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('tells series apart', () => {
    fc.assert(
      fc.property(hex, fc.option(hex), (accent, secondary) => {
        const { series } = deriveTheme({ accent, secondary });
        expect(series.length).toBeGreaterThanOrEqual(4);
        for (const [index, one] of series.entries()) {
          for (const other of series.slice(index + 1)) {
            expect(distance(one, other), `${one} ${other}`).toBeGreaterThan(0.05);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('takes a colour as it is where it can be read', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        const used = readableAccent(accent);
        expect(readableAccent(used)).toBe(used);
        if (contrast(accent, 'FFFFFF') >= 5) expect(used).toBe(accent);
        else expect(contrast(used, 'FFFFFF')).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }),
    );
  });
});

test('a pale yellow is darkened and stays a yellow', () => {
  const used = readableAccent('FFF59D');
  expect(contrast(used, 'FFFFFF')).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  expect(contrast(used, 'FFFFFF')).toBeLessThan(6);
  expect(distance(used, '6F6A00')).toBeLessThan(0.1);
});

test('without any wish the look is the program’s own', () => {
  expect(deriveTheme({})).toBe(builtInTheme);
  expect(deriveTheme({ accent: null, textFont: 'Calibri' })).toBe(builtInTheme);
  expect(deriveTheme({ textFont: 'Verdana' })).toMatchObject({
    isBuiltIn: false,
    colors: builtInTheme.colors,
    fonts: { text: 'Verdana', heading: 'Verdana', stretch: 1.32 },
  });
});

test('colours are read as people write them', () => {
  expect(readHex(' #0b4f5c ')).toBe('0B4F5C');
  expect(readHex('#0bf')).toBe('00BBFF');
  for (const wrong of ['', '#12', 'bleu', '#0b4f5c80', '0B4F5G']) expect(readHex(wrong)).toBeNull();
});
