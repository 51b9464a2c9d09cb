import { cleanFields } from './clean.ts';
import {
  inOneColumn,
  onNewPage,
  pageBox,
  sectionsOf,
  standalone,
  withoutFirstPage,
} from './docx.sections.ts';
import type { PageBox } from './docx.sections.ts';
import { WordStyles } from './docx.styles.ts';
import { CONTENT_MARK, CONTENT_NAME, asksForTitle, fillMarks } from './marks.ts';
import type { OpcPackage } from './opc.ts';
import { TemplateError } from './template.ts';
import type { DocumentWords, TemplateLack } from './template.ts';
import { NS, allOf, attribute, childOf, childrenOf, serializeNode, whole } from './xml.ts';
import { escapeXml } from '#documents/xml.ts';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml';

/** Where their body says that the content goes: the child of the body that holds the mark. */
function markedChild(children: readonly Element[]): number {
  return children.findIndex((child) => {
    if (CONTENT_MARK.test(child.textContent ?? '')) return true;
    const names = [
      ...allOf(child, NS.w, 'bookmarkStart').map((node) => attribute(node, NS.w, 'name')),
      ...allOf(child, NS.w, 'tag').map((node) => attribute(node, NS.w, 'val')),
      ...allOf(child, NS.w, 'alias').map((node) => attribute(node, NS.w, 'val')),
    ];
    const own = child.localName === 'bookmarkStart' ? [attribute(child, NS.w, 'name')] : [];
    return [...names, ...own].some((name) => name !== null && CONTENT_NAME.test(name));
  });
}

/** Numbers of bookmarks and drawings of kept parts, moved away from ours. */
function moveIds(node: Element): void {
  for (const name of ['bookmarkStart', 'bookmarkEnd']) {
    for (const mark of [...allOf(node, NS.w, name), ...(node.localName === name ? [node] : [])]) {
      const id = whole(attribute(mark, NS.w, 'id'));
      if (id !== null) mark.setAttributeNS(NS.w, 'w:id', String(id + 100_000));
    }
  }
}

/** A Word template, read: its page, its sections, and the place of the content in its body. */
export class WordTemplate {
  readonly box: PageBox;
  readonly lacks: TemplateLack[] = [];
  /** Relations that kept parts of its main part use. */
  readonly keptRelations = new Set<string>();
  readonly #pack: OpcPackage;
  readonly #root: Element;
  readonly #before: readonly Element[];
  readonly #after: readonly Element[];
  readonly #isMarked: boolean;
  readonly #hasOwnCover: boolean;
  readonly #cover: Element | null;
  readonly #main: Element | null;
  readonly #single: Element | null;

  constructor(pack: OpcPackage, words: DocumentWords) {
    this.#pack = pack;
    const tree = pack.tree(pack.main);
    this.#root = tree.documentElement;
    const body = childOf(this.#root, NS.w, 'body');
    if (body === null) throw new TemplateError('missingPart', { part: `${pack.main}#w:body` });
    this.lacks.push(...cleanFields(tree, pack.main));
    const children = childrenOf(body).filter(({ localName }) => localName !== 'sectPr');
    const at = markedChild(children);
    this.#isMarked = at >= 0;
    const text = children.map((child) => child.textContent ?? '').join(' ');
    if (at < 0 && text.trim() !== '') this.lacks.push({ code: 'bodyIgnored', place: pack.main });
    this.#hasOwnCover = asksForTitle(
      children
        .slice(0, Math.max(0, at))
        .map((child) => child.textContent ?? '')
        .join(' '),
    );

    const sections = sectionsOf(body);
    if (sections.length === 0) this.lacks.push({ code: 'noPage', place: pack.main });
    // The content stands in the section whose end comes first behind the mark.
    const ends = sections.map((section) => children.findIndex((child) => contains(child, section)));
    const own = at < 0 ? sections.length - 1 : ends.findIndex((end) => end === -1 || end >= at);
    const index = own < 0 ? sections.length - 1 : own;
    this.#main = standalone(sections, index);
    this.#cover = standalone(sections, at < 0 ? 0 : index);
    this.#single = standalone(sections, index);
    for (const section of [this.#main, this.#cover, this.#single]) {
      if (section === null) continue;
      inOneColumn(section, section === this.#main ? this.lacks : []);
      onNewPage(section);
    }
    if (this.#main !== null) withoutFirstPage(this.#main);
    this.box = pageBox(this.#main);

    this.#before = at < 0 ? [] : children.slice(0, at);
    this.#after = at < 0 ? [] : children.slice(at + 1);
    if (this.#isMarked) {
      fillMarks(tree, words);
      for (const node of [...this.#before, ...this.#after]) moveIds(node);
    }
    for (const path of this.fieldParts) fillMarks(pack.tree(path), words);
    for (const node of [
      ...this.#before,
      ...this.#after,
      ...[this.#main, this.#cover, this.#single, ...sections].filter((each) => each !== null),
    ]) {
      for (const each of [node, ...Array.from(node.getElementsByTagName('*'))]) {
        for (const { namespaceURI, value } of Array.from(each.attributes))
          if (namespaceURI === NS.r) this.keptRelations.add(value);
      }
    }
  }

  /** Heads and feet of its pages. */
  get fieldParts(): readonly string[] {
    return this.#pack
      .relations(this.#pack.main)
      .filter(({ kind, target }) => /^(?:header|footer)$/u.test(kind) && this.#pack.has(target))
      .map(({ target }) => target);
  }

  /** Its styles; without any, an empty part that takes ours. */
  styles(ours: OpcPackage): WordStyles {
    const pack = this.#pack;
    let path = pack.related(pack.main, 'styles');
    if (path === null) {
      path = pack.freePath('word/styles.xml');
      pack.set(path, ours.bytes(ours.related(ours.main, 'styles') ?? ''), STYLES_TYPE);
      pack.relate(pack.main, 'styles', path);
      this.lacks.push({ code: 'ownStyles', place: path, params: { names: '' } });
    }
    return new WordStyles(pack.tree(path));
  }

  /** Our main part with their pages, and between what they keep of their body. */
  frame(xml: string, retie: (part: string) => string): string {
    const sections = [...xml.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gsu)];
    const last = sections.at(-1);
    const text = (node: Element | null): string => (node === null ? '' : serializeNode(node));
    const start = xml.indexOf('<w:body>') + '<w:body>'.length;
    let content = xml.slice(start, last?.index ?? xml.lastIndexOf('</w:body>'));
    const [first] = sections;
    const hasCover = sections.length > 1 && first !== undefined;
    if (hasCover && this.#isMarked && this.#hasOwnCover) {
      const end = content.indexOf('</w:p>', first.index - start) + '</w:p>'.length;
      content = content.slice(end);
    }
    const own = retie(content.replaceAll(/<w:sectPr\b.*?<\/w:sectPr>/gsu, '<w:sectPr/>')).replace(
      '<w:sectPr/>',
      () => text(this.#cover),
    );
    const final = this.#isMarked
      ? text(childOf(childOf(this.#root, NS.w, 'body'), NS.w, 'sectPr') ?? this.#main)
      : text(hasCover ? this.#main : this.#single);
    const body =
      this.#before.map((node) => text(node)).join('') +
      own +
      this.#after.map((node) => text(node)).join('') +
      final;
    return `${this.#head(xml.slice(0, start - '<w:body>'.length))}<w:body>${body}</w:body></w:document>`;
  }

  /** Our root element, that also knows the prefixes which theirs lets older programs ignore. */
  #head(root: string): string {
    const ignorable = (attribute(this.#root, NS.mc, 'Ignorable') ?? '').split(/\s+/u);
    const prefixes = ignorable.filter(
      (prefix) => prefix !== '' && attribute(this.#root, null, `xmlns:${prefix}`) !== null,
    );
    const added = prefixes
      .filter((prefix) => !root.includes(`xmlns:${prefix}=`))
      .map(
        (prefix) =>
          ` xmlns:${prefix}="${escapeXml(attribute(this.#root, null, `xmlns:${prefix}`) ?? '')}"`,
      )
      .join('');
    return root.replace(/<w:document\b([^>]*)>/u, (_all, rest: string) => {
      const own = /mc:Ignorable="([^"]*)"/u.exec(rest)?.[1]?.split(' ') ?? [];
      const all = [...new Set([...own, ...prefixes])].join(' ');
      return `<w:document${rest.replace(/mc:Ignorable="[^"]*"/u, `mc:Ignorable="${all}"`)}${added}>`;
    });
  }
}

const contains = (node: Node, inner: Node): boolean => {
  for (let at: Node | null = inner; at !== null; at = at.parentNode) if (at === node) return true;
  return false;
};
