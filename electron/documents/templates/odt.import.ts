import { foldName } from './style-names.ts';
import { millimetres } from './odt.styles.ts';
import type { OdtStyle, OdtStyles } from './odt.styles.ts';
import type { TemplateLack } from './template.ts';
import { NS, allOf, attribute, childOf, childrenOf, removeNode } from './xml.ts';

/** Styles that every office knows, missed when a template lacks them; the others are the program's own. */
const EXPECTED = new Set(
  [
    'Heading 1',
    'Heading 2',
    'Heading 3',
    'Title',
    'Subtitle',
    'Caption',
    'Text body',
    'Footnote',
  ].map(foldName),
);

export interface ImportedOdtStyles {
  /** Our names by theirs. */
  readonly names: ReadonlyMap<string, string>;
  readonly lacks: readonly TemplateLack[];
}

/** Attributes whose value is the name of a named style. */
export const STYLE_NAMES =
  /\b((?:text|style|draw|table):(?:style-name|parent-style-name|next-style-name|visited-style-name|citation-style-name|citation-body-style-name|list-style-name|default-style-name))="([^"]+)"/gu;

function fitCopy(
  node: Element,
  room: { readonly width: number; readonly height: number },
  ratio: number,
): void {
  for (const properties of allOf(node, NS.style, 'text-properties')) {
    for (const entry of Array.from(properties.attributes)) {
      if (/font-name/u.test(entry.localName)) properties.removeAttributeNode(entry);
      else if (/font-size/u.test(entry.localName) && entry.value.endsWith('pt'))
        entry.value = `${Math.round(Number.parseFloat(entry.value) * ratio * 2) / 2}pt`;
    }
  }
  const name = attribute(node, NS.style, 'name') ?? '';
  for (const properties of allOf(node, NS.style, 'paragraph-properties')) {
    const top = millimetres(attribute(properties, NS.fo, 'margin-top'));
    if (top !== null && top > 40) {
      const share = Math.min(1, Math.max(0.15, (room.height - 110) / 137));
      properties.setAttributeNS(NS.fo, 'fo:margin-top', `${Math.round(top * share * 0.9)}mm`);
    }
    if (name.startsWith('Cover_20_Bar'))
      properties.setAttributeNS(NS.fo, 'fo:margin-right', `${Math.round(room.width - 22)}mm`);
    if (name.startsWith('Letter_20_Address'))
      properties.setAttributeNS(NS.fo, 'fo:margin-left', `${Math.round(room.width / 2)}mm`);
    for (const tab of allOf(properties, NS.style, 'tab-stop')) {
      if (attribute(tab, NS.style, 'type') === 'right')
        tab.setAttributeNS(NS.style, 'style:position', `${Math.round(room.width)}mm`);
    }
  }
}

/** Finds their style for each of ours that is used; copies those that they lack. */
export function importOdtStyles(
  theirs: OdtStyles,
  ours: OdtStyles,
  used: ReadonlySet<string>,
  room: { readonly width: number; readonly height: number },
  ourSize: number,
): ImportedOdtStyles {
  const names = new Map<string, string>();
  const lacks: TemplateLack[] = [];
  const own: string[] = [];
  const taken = new Set(theirs.list.map(({ family, name }) => `${family} ${name}`));
  const wanted = ours.list.filter(({ name }) => used.has(name));
  const copied: OdtStyle[] = [];
  for (const style of wanted) {
    const match =
      style.family === 'list' && style.name === 'Bullets'
        ? theirs.find('list', 'List 1')
        : style.family === 'list' && style.name === 'Numbers'
          ? (theirs.find('list', 'Numbering 123') ?? theirs.find('list', 'Numbering 1'))
          : theirs.find(style.family, style.display);
    if (match !== null) {
      names.set(style.name, match.name);
      continue;
    }
    let { name } = style;
    for (let number = 2; taken.has(`${style.family} ${name}`); number += 1)
      name = `${style.name}_20_R${number}`;
    taken.add(`${style.family} ${name}`);
    names.set(style.name, name);
    copied.push(style);
    if (style.family !== 'paragraph') continue;
    if (EXPECTED.has(foldName(style.display))) lacks.push({ code: 'style', place: style.display });
    else own.push(style.display);
  }
  if (own.length > 0)
    lacks.push({ code: 'ownStyles', place: 'styles.xml', params: { names: own.join(', ') } });
  const ratio = theirs.size / ourSize;
  for (const style of copied) {
    const node = theirs.tree.importNode(style.node, true);
    node.setAttributeNS(NS.style, 'style:name', names.get(style.name) ?? style.name);
    for (const each of [node, ...Array.from(node.getElementsByTagName('*'))]) {
      for (const entry of Array.from(each.attributes)) {
        if (
          !/^(?:parent-style-name|next-style-name|style-name|list-style-name)$/u.test(
            entry.localName,
          )
        )
          continue;
        const found = names.get(entry.value);
        if (found === undefined) each.removeAttributeNode(entry);
        else entry.value = found;
      }
    }
    fitCopy(node, room, ratio);
    theirs.common?.appendChild(node);
  }
  return { names, lacks };
}

const paragraphProperties = (style: OdtStyle, tree: Document): Element => {
  const there = childOf(style.node, NS.style, 'paragraph-properties');
  if (there !== null) return there;
  const added = tree.createElementNS(NS.style, 'style:paragraph-properties');
  style.node.insertBefore(added, style.node.firstChild);
  return added;
};

/** What reports rely on: headings stay with what follows, page numbers of the contents stand at the right. */
export function completeOdtStyles(
  theirs: OdtStyles,
  names: ReadonlyMap<string, string>,
  width: number,
): void {
  const mapped = (name: string): OdtStyle | null => {
    const found = names.get(name);
    return theirs.list.find((each) => each.family === 'paragraph' && each.name === found) ?? null;
  };
  for (const level of [1, 2, 3]) {
    const heading = mapped(`Heading_20_${level}`);
    if (heading !== null) {
      const keeps = theirs
        .lineage(heading)
        .some(
          (node) =>
            attribute(childOf(node, NS.style, 'paragraph-properties'), NS.fo, 'keep-with-next') !==
            null,
        );
      if (!keeps)
        paragraphProperties(heading, theirs.tree).setAttributeNS(
          NS.fo,
          'fo:keep-with-next',
          'always',
        );
    }
    const contents = mapped(`Contents_20_${level}`);
    if (contents === null) continue;
    const hasTab = theirs
      .lineage(contents)
      .some((node) =>
        allOf(node, NS.style, 'tab-stop').some(
          (tab) => attribute(tab, NS.style, 'type') === 'right',
        ),
      );
    if (hasTab) continue;
    const properties = paragraphProperties(contents, theirs.tree);
    childrenOf(properties, NS.style, 'tab-stops').forEach(removeNode);
    const stops = theirs.tree.createElementNS(NS.style, 'style:tab-stops');
    const stop = theirs.tree.createElementNS(NS.style, 'style:tab-stop');
    const pairs = [
      ['position', `${Math.round(width)}mm`],
      ['type', 'right'],
      ['leader-style', 'dotted'],
      ['leader-text', '.'],
    ] as const;
    for (const [name, value] of pairs) stop.setAttributeNS(NS.style, `style:${name}`, value);
    stops.appendChild(stop);
    properties.insertBefore(stops, properties.firstChild);
  }
}

/** Takes our numbering of headings where theirs has none, or where the document wants none. */
export function importOutline(
  theirs: OdtStyles,
  ours: OdtStyles,
  names: ReadonlyMap<string, string>,
): TemplateLack[] {
  if (theirs.isOutlineNumbered && ours.isOutlineNumbered) return [];
  const own = childOf(ours.common, NS.text, 'outline-style');
  if (own === null || theirs.common === null) return [];
  const copy = theirs.tree.importNode(own, true);
  for (const level of childrenOf(copy, NS.text, 'outline-level-style')) {
    const style = names.get(attribute(level, NS.text, 'style-name') ?? '');
    if (style === undefined) level.removeAttributeNS(NS.text, 'style-name');
    else level.setAttributeNS(NS.text, 'text:style-name', style);
  }
  const there = childOf(theirs.common, NS.text, 'outline-style');
  if (there === null) theirs.common.appendChild(copy);
  else theirs.common.replaceChild(copy, there);
  return ours.isOutlineNumbered ? [{ code: 'outline', place: 'styles.xml' }] : [];
}
