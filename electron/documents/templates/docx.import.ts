import type { OpcPackage } from './opc.ts';
import type { TemplateLack } from './template.ts';
import type { WordStyle, WordStyles } from './docx.styles.ts';
import { foldName, namesFor } from './style-names.ts';
import { NS, allOf, attribute, childOf, childrenOf, removeNode, whole, wordValue } from './xml.ts';

/** Styles that every office knows, missed when a template lacks them; the others are the program's own. */
const EXPECTED = new Set([
  'heading 1',
  'heading 2',
  'heading 3',
  'title',
  'subtitle',
  'caption',
  'list paragraph',
  'toc 1',
  'toc 2',
  'footnote text',
  'hyperlink',
  'quote',
]);

export const OUR_TABLE_STYLE = 'RapporteurTable';

/** Our style ids by what they are in the result. */
export interface ImportedStyles {
  readonly ids: ReadonlyMap<string, string>;
  /** Whether tables take a style of theirs. */
  readonly hasTableStyle: boolean;
  readonly lacks: readonly TemplateLack[];
}

const isDefault = ({ node }: WordStyle): boolean => attribute(node, NS.w, 'default') !== null;

/** Sets the sizes of a copied style in proportion to their ordinary text. */
function scaleSizes(node: Element, ratio: number): void {
  for (const name of ['sz', 'szCs']) {
    for (const size of allOf(node, NS.w, name)) {
      const value = whole(attribute(size, NS.w, 'val'));
      if (value !== null) size.setAttributeNS(NS.w, 'w:val', String(Math.round(value * ratio)));
    }
  }
}

/**
 * Finds for each of our styles the one of theirs that stands for it; copies those that they lack, based on
 * their ordinary text, so that fonts and spacing stay theirs.
 */
export function importStyles(
  theirs: WordStyles,
  ours: WordStyles,
  used: ReadonlySet<string>,
): ImportedStyles {
  const ids = new Map<string, string>();
  const lacks: TemplateLack[] = [];
  const copied: Element[] = [];
  const own: string[] = [];
  const takenIds = new Set(theirs.list.map(({ id }) => id));
  const takenNames = new Set(theirs.list.map(({ name }) => foldName(name)));
  const { normal, tableStyle } = theirs;
  const ourNormal = ours.normal;
  if (ourNormal !== null && normal !== null) ids.set(ourNormal.id, normal.id);
  const wanted = ours.list.filter(
    ({ id, type }) => used.has(id) && !ids.has(id) && type !== 'numbering',
  );
  for (const style of wanted) {
    const isTable = style.id === OUR_TABLE_STYLE;
    const type = style.type === 'character' || style.type === 'table' ? style.type : 'paragraph';
    const match = isTable
      ? tableStyle
      : type === 'table' && isDefault(style)
        ? (theirs.list.find((each) => each.type === 'table' && isDefault(each)) ?? null)
        : theirs.find(type, style.name);
    if (match !== null) {
      ids.set(style.id, match.id);
      continue;
    }
    let id = style.id;
    for (let number = 2; takenIds.has(id); number += 1) id = `${style.id}R${number}`;
    takenIds.add(id);
    ids.set(style.id, id);
    if (isTable) lacks.push({ code: 'tableStyle', place: 'word/styles.xml' });
    else if (EXPECTED.has(namesFor(style.name)[0] ?? ''))
      lacks.push({ code: 'style', place: style.name });
    else if (type === 'paragraph') own.push(style.name);
  }
  if (own.length > 0)
    lacks.push({ code: 'ownStyles', place: 'word/styles.xml', params: { names: own.join(', ') } });
  const ratio = theirs.size(normal) / ours.size(ourNormal);
  for (const style of wanted) {
    const id = ids.get(style.id) ?? style.id;
    if (theirs.byId(id) !== null) continue;
    const node = theirs.tree.importNode(style.node, true);
    node.setAttributeNS(NS.w, 'w:styleId', id);
    node.removeAttributeNS(NS.w, 'default');
    const name = childOf(node, NS.w, 'name');
    if (takenNames.has(foldName(style.name)))
      name?.setAttributeNS(NS.w, 'w:val', `${style.name} (Rapporteur)`);
    for (const tie of ['basedOn', 'next', 'link']) {
      const link = childOf(node, NS.w, tie);
      const target = ids.get(attribute(link, NS.w, 'val') ?? '');
      if (link === null) continue;
      if (target !== undefined) link.setAttributeNS(NS.w, 'w:val', target);
      else if (tie === 'basedOn' && style.type === 'table') {
        const base = theirs.list.find((each) => each.type === 'table' && isDefault(each));
        if (base === undefined) removeNode(link);
        else link.setAttributeNS(NS.w, 'w:val', base.id);
      } else removeNode(link);
    }
    const isHeading = /^(?:heading|title|subtitle|contents heading)/iu.test(style.name);
    const headingFont = theirs.runProperty(theirs.find('paragraph', 'heading 1'), 'rFonts');
    for (const fonts of allOf(node, NS.w, 'rFonts')) {
      if (isHeading && headingFont !== null)
        fonts.parentNode?.replaceChild(headingFont.cloneNode(true), fonts);
      else removeNode(fonts);
    }
    scaleSizes(node, ratio);
    copied.push(node);
  }
  for (const node of copied) theirs.tree.documentElement.appendChild(node);
  return { ids, lacks, hasTableStyle: tableStyle !== null };
}

/** Headings of theirs stay with what follows them, whatever their styles say. */
export function keepHeadings(styles: WordStyles, ids: readonly string[]): void {
  for (const id of ids) {
    const style = styles.byId(id);
    if (style === null) continue;
    const keeps = styles
      .lineage(style)
      .some(({ node }) => childOf(childOf(node, NS.w, 'pPr'), NS.w, 'keepNext') !== null);
    if (keeps) continue;
    let properties = childOf(style.node, NS.w, 'pPr');
    if (properties === null) {
      properties = styles.tree.createElementNS(NS.w, 'w:pPr');
      style.node.insertBefore(properties, childOf(style.node, NS.w, 'rPr'));
    }
    properties.insertBefore(styles.tree.createElementNS(NS.w, 'w:keepNext'), properties.firstChild);
  }
}

/** Sets the language of texts that name none. */
export function setLanguage(styles: WordStyles, language: string): void {
  const root = styles.tree.documentElement;
  const normal = styles.normal?.node ?? null;
  const defaults = childOf(
    childOf(childOf(root, NS.w, 'docDefaults'), NS.w, 'rPrDefault'),
    NS.w,
    'rPr',
  );
  for (const properties of [defaults, childOf(normal, NS.w, 'rPr')]) {
    const lang = childOf(properties, NS.w, 'lang');
    if (lang !== null) lang.setAttributeNS(NS.w, 'w:val', language);
    else if (properties !== null && properties === defaults) {
      const added = styles.tree.createElementNS(NS.w, 'w:lang');
      added.setAttributeNS(NS.w, 'w:val', language);
      // Of what may follow it, only East Asian settings ever stand in defaults.
      properties.appendChild(added);
    }
  }
}

/** Adds the lists of ours that are used to theirs; gives the new number of each. */
export function importNumbering(
  base: OpcPackage,
  main: string,
  ours: OpcPackage,
  used: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const ourPath = ours.related(ours.main, 'numbering');
  if (ourPath === null || used.size === 0) return numbers;
  let path = base.related(main, 'numbering');
  if (path === null) {
    path = base.freePath('word/numbering.xml');
    base.set(
      path,
      `<w:numbering xmlns:w="${NS.w}"/>`,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml',
    );
    base.relate(main, 'numbering', path);
  }
  const tree = base.tree(path);
  const root = tree.documentElement;
  const source = ours.tree(ourPath).documentElement;
  const next = (name: 'abstractNum' | 'num', id: string): number =>
    Math.max(
      0,
      ...childrenOf(root, NS.w, name).map((node) => whole(attribute(node, NS.w, id)) ?? 0),
    ) + 1;
  let abstractId = next('abstractNum', 'abstractNumId');
  let numberId = next('num', 'numId');
  const abstracts = new Map<string, string>();
  const firstNumber =
    childOf(root, NS.w, 'num') ?? childOf(root, NS.w, 'numIdMacAtCleanup') ?? null;
  const cleanup = childOf(root, NS.w, 'numIdMacAtCleanup');
  for (const node of childrenOf(source, NS.w, 'num')) {
    const id = attribute(node, NS.w, 'numId') ?? '';
    if (!used.has(id)) continue;
    const of = wordValue(node, 'abstractNumId') ?? '';
    if (!abstracts.has(of)) {
      const abstract = childrenOf(source, NS.w, 'abstractNum').find(
        (each) => attribute(each, NS.w, 'abstractNumId') === of,
      );
      if (abstract === undefined) continue;
      const copy = tree.importNode(abstract, true);
      copy.setAttributeNS(NS.w, 'w:abstractNumId', String(abstractId));
      for (const extra of Array.from(copy.attributes))
        if (extra.namespaceURI !== NS.w) copy.removeAttributeNode(extra);
      allOf(copy, NS.w, 'rFonts').forEach(removeNode);
      root.insertBefore(copy, firstNumber);
      abstracts.set(of, String(abstractId));
      abstractId += 1;
    }
    const copy = tree.importNode(node, true);
    copy.setAttributeNS(NS.w, 'w:numId', String(numberId));
    childOf(copy, NS.w, 'abstractNumId')?.setAttributeNS(NS.w, 'w:val', abstracts.get(of) ?? '0');
    root.insertBefore(copy, cleanup);
    numbers.set(id, String(numberId));
    numberId += 1;
  }
  return numbers;
}
