import { foldName, namesFor } from './style-names.ts';
import { NS, allOf, attribute, childOf, childrenOf, whole, wordValue } from './xml.ts';

export type WordStyleType = 'paragraph' | 'character' | 'table' | 'numbering';

export interface WordStyle {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly node: Element;
}

/** The named styles of a Word file. */
export class WordStyles {
  readonly tree: Document;
  readonly list: readonly WordStyle[];
  readonly #byId: ReadonlyMap<string, WordStyle>;

  constructor(tree: Document) {
    this.tree = tree;
    this.list = childrenOf(tree.documentElement, NS.w, 'style').map((node) => ({
      node,
      id: attribute(node, NS.w, 'styleId') ?? '',
      type: attribute(node, NS.w, 'type') ?? 'paragraph',
      name: wordValue(node, 'name') ?? '',
    }));
    this.#byId = new Map(this.list.map((style) => [style.id, style]));
  }

  byId(id: string | null): WordStyle | null {
    return id === null ? null : (this.#byId.get(id) ?? null);
  }

  /** The style of that name, by any of the names that stand for it, aliases included. */
  find(type: WordStyleType, name: string): WordStyle | null {
    const own = this.list.filter((style) => style.type === type);
    const namesOf = (style: WordStyle): readonly string[] => [
      foldName(style.name),
      ...(wordValue(style.node, 'aliases') ?? '').split(',').map(foldName),
    ];
    for (const wanted of namesFor(name)) {
      const found = own.find((style) => namesOf(style).includes(wanted));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The style of what names none. */
  get normal(): WordStyle | null {
    const isDefault = ({ node }: WordStyle): boolean =>
      ['1', 'true', 'on'].includes(attribute(node, NS.w, 'default') ?? '');
    return (
      this.list.find((style) => style.type === 'paragraph' && isDefault(style)) ??
      this.find('paragraph', 'normal')
    );
  }

  /** A style, then those that it is based on. */
  lineage(style: WordStyle | null): readonly WordStyle[] {
    const line: WordStyle[] = [];
    for (let at = style; at !== null && !line.includes(at);) {
      line.push(at);
      at = this.byId(wordValue(at.node, 'basedOn'));
    }
    return line;
  }

  /** The element of a style's run properties that applies, inherited or from the defaults. */
  runProperty(style: WordStyle | null, name: string): Element | null {
    for (const each of this.lineage(style)) {
      const found = childOf(childOf(each.node, NS.w, 'rPr'), NS.w, name);
      if (found !== null) return found;
    }
    const defaults = childOf(
      childOf(this.tree.documentElement, NS.w, 'docDefaults'),
      NS.w,
      'rPrDefault',
    );
    return childOf(childOf(defaults, NS.w, 'rPr'), NS.w, name);
  }

  /** Half-points of a style's text. */
  size(style: WordStyle | null): number {
    return whole(attribute(this.runProperty(style, 'sz'), NS.w, 'val')) ?? 20;
  }

  /** The list that a style belongs to, null when it belongs to none. */
  numbering(style: WordStyle | null): string | null {
    for (const each of this.lineage(style)) {
      const properties = childOf(childOf(each.node, NS.w, 'pPr'), NS.w, 'numPr');
      if (properties === null) continue;
      const id = wordValue(properties, 'numId');
      return id === '0' ? null : id;
    }
    return null;
  }

  /** A table style of theirs that dresses a header row; their own before Office's. */
  get tableStyle(): WordStyle | null {
    const dressed = this.list.filter(
      ({ type, node }) =>
        type === 'table' &&
        allOf(node, NS.w, 'tblStylePr').some(
          (part) => attribute(part, NS.w, 'type') === 'firstRow',
        ),
    );
    const isOwn = ({ node }: WordStyle): boolean => attribute(node, NS.w, 'customStyle') !== null;
    return dressed.find(isOwn) ?? dressed[0] ?? null;
  }
}
