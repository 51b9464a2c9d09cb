import type { TemplateLack } from './template.ts';
import { NS, allOf, attribute, childOf, childrenOf, removeNode, whole } from './xml.ts';

/** A4 upright with margins of 25 mm, in twentieths of a point, for what a template leaves open. */
const PAPER = { width: 11_906, height: 16_838, margin: 1417 };

/** Page of a section, in twentieths of a point. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
  /** Room for text. */
  readonly textWidth: number;
  readonly textHeight: number;
}

const number = (node: Element | null, name: string): number | null =>
  whole(attribute(node, NS.w, name));

export function pageBox(section: Element | null): PageBox {
  const size = childOf(section, NS.w, 'pgSz');
  const margin = childOf(section, NS.w, 'pgMar');
  const width = number(size, 'w') ?? PAPER.width;
  const height = number(size, 'h') ?? PAPER.height;
  const side = (name: string): number => Math.abs(number(margin, name) ?? PAPER.margin);
  const gutter = number(margin, 'gutter') ?? 0;
  return {
    width,
    height,
    textWidth: Math.max(1440, width - side('left') - side('right') - gutter),
    textHeight: Math.max(1440, height - side('top') - side('bottom')),
  };
}

/** The sections of a body in order: those that end in a paragraph, then that of the whole. */
export function sectionsOf(body: Element): readonly Element[] {
  const last = childOf(body, NS.w, 'sectPr');
  return allOf(body, NS.w, 'sectPr').filter(
    // An element's parent is an element here.
    (node) => node === last || (node.parentNode as Element | null)?.localName === 'pPr',
  );
}

const REFERENCES = ['headerReference', 'footerReference'] as const;

/** A copy of a section that stands alone: what it takes over from those before it is written out. */
export function standalone(sections: readonly Element[], index: number): Element | null {
  const own = sections[index];
  if (own === undefined) return null;
  // cloneNode gives a node of the same kind.
  const copy = own.cloneNode(true) as Element;
  const effective = new Map<string, Element>();
  for (const section of sections.slice(0, index + 1)) {
    for (const name of REFERENCES) {
      for (const node of childrenOf(section, NS.w, name))
        effective.set(`${name} ${attribute(node, NS.w, 'type') ?? 'default'}`, node);
    }
  }
  for (const name of REFERENCES) childrenOf(copy, NS.w, name).forEach(removeNode);
  for (const node of [...effective.values()].reverse())
    copy.insertBefore(node.cloneNode(true), copy.firstChild);
  // Marks of tracked changes name hands that this document never had.
  allOf(copy, NS.w, 'sectPrChange').forEach(removeNode);
  return copy;
}

/** Sets text in one column: tables and figures of reports need the width of the page. */
export function inOneColumn(section: Element, lacks: TemplateLack[]): void {
  const columns = childOf(section, NS.w, 'cols');
  const count = number(columns, 'num') ?? 1;
  if (columns === null || count < 2) return;
  lacks.push({ code: 'columns', place: 'w:sectPr', params: { count } });
  removeNode(columns);
}

/** A section without a first page of its own, where another section already showed it. */
export function withoutFirstPage(section: Element): void {
  childrenOf(section, NS.w, 'titlePg').forEach(removeNode);
  for (const name of REFERENCES) {
    for (const node of childrenOf(section, NS.w, name))
      if (attribute(node, NS.w, 'type') === 'first') removeNode(node);
  }
}

/** Makes a section begin on a new page, whatever it said. */
export function onNewPage(section: Element): void {
  childrenOf(section, NS.w, 'type').forEach(removeNode);
}
