import { OdtStyles } from './odt.styles.ts';
import { TemplateError } from './template.ts';
import type { TemplateLook, TemplatePackage } from './template.ts';
import { NS, allOf, attribute, parsePart } from './xml.ts';

/** styles.xml of a template. @throws TemplateError */
export function odtStylesOf({ parts }: TemplatePackage): OdtStyles {
  const part = parts.get('styles.xml');
  if (part === undefined) throw new TemplateError('missingPart', { part: 'styles.xml' });
  return new OdtStyles(parsePart(part, 'styles.xml'));
}

/** Colour of their headings and fonts of their text. @throws TemplateError */
export function odtLook(template: TemplatePackage): TemplateLook {
  const styles = odtStylesOf(template);
  const colors = ['Heading 1', 'Heading 2', 'Title'].map((name) => {
    const style = styles.find('paragraph', name);
    const color = style === null ? null : styles.textProperty(style, NS.fo, 'color');
    const match = /^#([\da-f]{6})$/iu.exec(color ?? '');
    return match?.[1]?.toUpperCase() ?? null;
  });
  const isColoured = (hex: string | null): hex is string => {
    if (hex === null) return false;
    const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.max(...parts) - Math.min(...parts) >= 24;
  };
  const fontOf = (name: string): string | null => {
    const style = styles.find('paragraph', name);
    const declared = styles.textProperty(style, NS.style, 'font-name');
    const face = allOf(styles.tree, NS.style, 'font-face').find(
      (node) => attribute(node, NS.style, 'name') === declared,
    );
    const family =
      attribute(face, NS.svg, 'font-family') ??
      styles.textProperty(style, NS.fo, 'font-family') ??
      declared;
    return family === null ? null : (family.replace(/['"]/gu, '').split(',')[0]?.trim() ?? null);
  };
  return {
    accent: colors.find(isColoured) ?? null,
    second: null,
    textFont: fontOf('Standard'),
    headingFont: fontOf('Heading 1'),
  };
}
