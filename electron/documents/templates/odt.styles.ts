import { foldName, namesFor } from './style-names.ts';
import { NS, allOf, attribute, childOf, childrenOf } from './xml.ts';

export interface OdtStyle {
  readonly family: string;
  readonly name: string;
  readonly display: string;
  readonly node: Element;
}

/** A measure such as `2.5cm` in millimetres; null when it is none. */
export function millimetres(text: string | null): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|inch)$/u.exec(text ?? '');
  if (match === null) return null;
  const factors: Readonly<Record<string, number>> = {
    mm: 1,
    cm: 10,
    in: 25.4,
    inch: 25.4,
    pt: 25.4 / 72,
    pc: 25.4 / 6,
  };
  return Number(match[1]) * (factors[match[2] ?? ''] ?? 1);
}

/** styles.xml of an ODT: named styles, pages, outline. */
export class OdtStyles {
  readonly tree: Document;
  readonly common: Element | null;
  readonly list: readonly OdtStyle[];
  readonly masters: readonly Element[];

  constructor(tree: Document) {
    this.tree = tree;
    const root = tree.documentElement;
    this.common = childOf(root, NS.office, 'styles');
    const named = (node: Element, family: string): OdtStyle => {
      const name = attribute(node, NS.style, 'name') ?? '';
      return {
        family,
        name,
        display: attribute(node, NS.style, 'display-name') ?? name.replace(/_20_/gu, ' '),
        node,
      };
    };
    this.list = [
      ...childrenOf(this.common, NS.style, 'style').map((node) =>
        named(node, attribute(node, NS.style, 'family') ?? ''),
      ),
      ...childrenOf(this.common, NS.text, 'list-style').map((node) => named(node, 'list')),
    ];
    this.masters = childrenOf(childOf(root, NS.office, 'master-styles'), NS.style, 'master-page');
  }

  find(family: string, display: string): OdtStyle | null {
    const own = this.list.filter((style) => style.family === family);
    for (const wanted of namesFor(display)) {
      const found = own.find(
        ({ name, display: shown }) => foldName(shown) === wanted || foldName(name) === wanted,
      );
      if (found !== undefined) return found;
    }
    return null;
  }

  /** A style, then its parents, then the default of its family. */
  lineage(style: OdtStyle | null): readonly Element[] {
    const line: Element[] = [];
    for (let at = style; at !== null && !line.includes(at.node);) {
      line.push(at.node);
      const parent = attribute(at.node, NS.style, 'parent-style-name');
      const { family } = at;
      at = this.list.find((each) => each.family === family && each.name === parent) ?? null;
    }
    const base = childrenOf(this.common, NS.style, 'default-style').find(
      (node) => attribute(node, NS.style, 'family') === (style?.family ?? 'paragraph'),
    );
    return base === undefined ? line : [...line, base];
  }

  textProperty(style: OdtStyle | null, ns: string, name: string): string | null {
    for (const node of this.lineage(style)) {
      const found = attribute(childOf(node, NS.style, 'text-properties'), ns, name);
      if (found !== null) return found;
    }
    return null;
  }

  /** Points of ordinary text. */
  get size(): number {
    const size = this.textProperty(this.find('paragraph', 'Standard'), NS.fo, 'font-size');
    const value = millimetres(size);
    return value === null ? 12 : value / (25.4 / 72);
  }

  master(names: RegExp): Element | null {
    return (
      this.masters.find((node) =>
        [attribute(node, NS.style, 'name'), attribute(node, NS.style, 'display-name')].some(
          (name) => name !== null && names.test(foldName(name)),
        ),
      ) ?? null
    );
  }

  /** Room for text on the pages of a master, in millimetres. */
  room(master: Element | null): { readonly width: number; readonly height: number } {
    const wanted = attribute(master, NS.style, 'page-layout-name');
    const layout = allOf(this.tree, NS.style, 'page-layout').find(
      (node) => attribute(node, NS.style, 'name') === wanted,
    );
    const page = childOf(layout, NS.style, 'page-layout-properties');
    const measure = (name: string, fallback: number): number =>
      millimetres(attribute(page, NS.fo, name)) ??
      (name.startsWith('margin-')
        ? (millimetres(attribute(page, NS.fo, 'margin')) ?? fallback)
        : fallback);
    const strip = (name: 'header-style' | 'footer-style'): number => {
      const node = childOf(childOf(layout, NS.style, name), NS.style, 'header-footer-properties');
      return (
        millimetres(attribute(node, NS.svg, 'height')) ??
        millimetres(attribute(node, NS.fo, 'min-height')) ??
        0
      );
    };
    return {
      width: Math.max(
        40,
        measure('page-width', 210) - measure('margin-left', 20) - measure('margin-right', 20),
      ),
      height: Math.max(
        60,
        measure('page-height', 297) -
          measure('margin-top', 20) -
          measure('margin-bottom', 20) -
          strip('header-style') -
          strip('footer-style'),
      ),
    };
  }

  /** Whether its headings of the first level carry numbers. */
  get isOutlineNumbered(): boolean {
    const outline = childOf(this.common, NS.text, 'outline-style');
    const [first] = childrenOf(outline, NS.text, 'outline-level-style');
    return attribute(first, NS.style, 'num-format') !== null;
  }
}
