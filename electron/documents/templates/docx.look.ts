import type { OpcPackage } from './opc.ts';
import type { TemplateLook } from './template.ts';
import { WordStyles } from './docx.styles.ts';
import { NS, allOf, attribute, childOf } from './xml.ts';

const HEX = /^[\da-f]{6}$/iu;

/** Colours and fonts that a theme names, by the names that styles use. */
export interface ThemeValues {
  readonly colors: ReadonlyMap<string, string>;
  readonly majorFont: string | null;
  readonly minorFont: string | null;
}

/** Reads a theme part; without one, nothing is named. */
export function readTheme(pack: OpcPackage, path: string | null): ThemeValues {
  const colors = new Map<string, string>();
  if (path === null) return { colors, majorFont: null, minorFont: null };
  const tree = pack.tree(path);
  const [scheme] = allOf(tree, NS.a, 'clrScheme');
  for (let node = scheme?.firstChild ?? null; node !== null; node = node.nextSibling) {
    const value = childOf(node, NS.a, 'srgbClr') ?? childOf(node, NS.a, 'sysClr');
    const hex = attribute(value, null, 'lastClr') ?? attribute(value, null, 'val');
    if (hex !== null && HEX.test(hex)) colors.set((node as Element).localName, hex.toUpperCase());
  }
  const font = (kind: 'majorFont' | 'minorFont'): string | null => {
    const [node] = allOf(tree, NS.a, kind);
    return attribute(childOf(node, NS.a, 'latin'), null, 'typeface');
  };
  return { colors, majorFont: font('majorFont'), minorFont: font('minorFont') };
}

const isGrey = (hex: string): boolean => {
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 24;
};

/** The colour in which their headings stand, else the accent of their theme; and their fonts. */
export function wordLook(pack: OpcPackage): TemplateLook {
  const { main } = pack;
  const theme = readTheme(pack, pack.related(main, 'theme'));
  const path = pack.related(main, 'styles');
  const styles = path === null ? null : new WordStyles(pack.tree(path));
  const colorOf = (name: string): string | null => {
    const style = styles?.find('paragraph', name) ?? null;
    if (styles === null || style === null) return null;
    const node = styles.runProperty(style, 'color');
    const named = attribute(node, NS.w, 'themeColor');
    const hex =
      (named === null ? undefined : theme.colors.get(named)) ?? attribute(node, NS.w, 'val');
    return hex !== null && HEX.test(hex) && !isGrey(hex) ? hex.toUpperCase() : null;
  };
  const fontOf = (name: string | null): string | null => {
    if (styles === null) return null;
    const style = name === null ? styles.normal : styles.find('paragraph', name);
    const node = styles.runProperty(style, 'rFonts');
    const named = attribute(node, NS.w, 'asciiTheme');
    if (named !== null) return named.startsWith('major') ? theme.majorFont : theme.minorFont;
    return attribute(node, NS.w, 'ascii');
  };
  const accent = ['heading 1', 'heading 2', 'title'].map(colorOf).find((each) => each !== null);
  return {
    accent: accent ?? theme.colors.get('accent1') ?? null,
    second: theme.colors.get('accent2') ?? null,
    textFont: fontOf(null) ?? theme.minorFont,
    headingFont: fontOf('heading 1') ?? theme.majorFont,
  };
}
