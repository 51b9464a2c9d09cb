import { unzipSync } from 'fflate';
import { cleanFields, cleanPackage, distinctLacks } from './clean.ts';
import { importNumbering, importStyles, keepHeadings, setLanguage } from './docx.import.ts';
import { WordStyles } from './docx.styles.ts';
import { WordTemplate } from './docx.template.ts';
import { OpcPackage } from './opc.ts';
import type { DocumentWords, Dressed, TemplateLack, TemplatePackage } from './template.ts';
import { OUR_TABLE_STYLE } from './docx.import.ts';
import { NS, attribute, childrenOf, parsePart, removeNode, serializeNode, whole } from './xml.ts';

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Ids of styles named in a part. */
const STYLE_USE = /<w:(pStyle|rStyle|tblStyle) w:val="([^"]+)"/gu;
const RELATION_USE = /\b(r:(?:id|embed|link|pict))="([^"]+)"/gu;

const usedIn = (parts: readonly string[], pattern: RegExp, group: number): Set<string> =>
  new Set(parts.flatMap((part) => [...part.matchAll(pattern)].map((match) => match[group] ?? '')));

/** Ids of styles that others are based on or tied to, added to those used. */
function withBases(styles: WordStyles, used: ReadonlySet<string>): Set<string> {
  const all = new Set(used);
  for (const id of used) {
    for (const style of styles.lineage(styles.byId(id))) {
      all.add(style.id);
      for (const name of ['link', 'next']) {
        const tied = attribute(childrenOf(style.node, NS.w, name)[0], NS.w, 'val');
        if (name === 'link' && tied !== null) all.add(tied);
      }
    }
  }
  return all;
}

const between = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Our width of text, read from what we wrote: the right edge of our last section. */
function ourWidth(xml: string): number {
  const margin = /<w:pgMar\b[^>]*>/u.exec(xml)?.[0] ?? '';
  const size = /<w:pgSz\b[^>]*>/u.exec(xml)?.[0] ?? '';
  const value = (text: string, name: string): number =>
    whole(new RegExp(`w:${name}="(\\d+)"`, 'u').exec(text)?.[1] ?? null) ?? 0;
  const width = value(size, 'w') - value(margin, 'left') - value(margin, 'right');
  return width > 1440 ? width : 9072;
}

/** Fits what was measured for our page to theirs: tables, tabs, pictures, charts. */
function fitted(xml: string, ratio: number): string {
  if (Math.abs(ratio - 1) < 0.005) return xml;
  const scaled = (text: string): string => String(Math.round(Number(text) * ratio));
  const shrink = Math.min(1, ratio);
  return xml
    .replace(/<w:(tblW|tcW)\b[^>]*w:type="dxa"[^>]*>/gu, (tag) =>
      tag.replace(/w:w="(\d+)"/u, (_all, width: string) => `w:w="${scaled(width)}"`),
    )
    .replace(
      /(<w:gridCol w:w=")(\d+)/gu,
      (_all, head: string, width: string) => head + scaled(width),
    )
    .replace(/<w:tab w:val="right"[^>]*>/gu, (tag) =>
      tag.replace(/w:pos="(\d+)"/u, (_all, place: string) => `w:pos="${scaled(place)}"`),
    )
    .replace(
      /(<w:ind w:right=")(\d+)/gu,
      (_all, head: string, width: string) => head + scaled(width),
    )
    .replace(/<(?:wp:extent|a:ext) c[xy]="\d+" c[xy]="\d+"/gu, (tag) =>
      tag.replace(/"(\d+)"/gu, (_all, size: string) => `"${Math.round(Number(size) * shrink)}"`),
    );
}

/** Properties of a paragraph, and whatever names its style. */
const PARAGRAPH = /<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>/gsu;

interface Rules {
  readonly ids: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, string>;
  /** Our ids of headings whose style of theirs is numbered. */
  readonly numberedHeadings: ReadonlySet<string>;
  readonly areHeadingsTheirs: boolean;
  /** Their list styles by level, for bullets. */
  readonly bullets: readonly (string | null)[];
  readonly bulletList: string | null;
}

/** Renames styles and lists; leaves the numbers of headings and bullets to their styles where they have them. */
function renamed(xml: string, rules: Rules): string {
  return xml
    .replace(PARAGRAPH, (properties) => {
      const style = /<w:pStyle w:val="([^"]+)"\/>/u.exec(properties)?.[1] ?? '';
      const list = /<w:numPr>.*?<\/w:numPr>/su.exec(properties)?.[0] ?? null;
      if (/^Heading\d$/u.test(style) && rules.numberedHeadings.has(style)) {
        if (list !== null && rules.areHeadingsTheirs) return properties.replace(list, '');
        if (list === null)
          return properties.replace(
            /(<w:pStyle [^>]*>(?:<w:(?:keepNext|keepLines|pageBreakBefore|widowControl)\b[^>]*>)*)/u,
            '$1<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
          );
      }
      if (list !== null && style === 'ListParagraph' && rules.bulletList !== null) {
        const level = Number(/<w:ilvl w:val="(\d+)"/u.exec(list)?.[1] ?? 0);
        const number = /<w:numId w:val="(\d+)"/u.exec(list)?.[1];
        const theirs = rules.bullets[level] ?? null;
        if (number === rules.bulletList && theirs !== null)
          return properties
            .replace(list, '')
            .replace('<w:pStyle w:val="ListParagraph"/>', `<w:pStyle w:val="\u0000${theirs}"/>`);
      }
      return properties;
    })
    .replace(
      /<w:numId w:val="(\d+)"\/>/gu,
      (_all, id: string) =>
        `<w:numId w:val="${id === '0' ? '0' : (rules.numbers.get(id) ?? '0')}"/>`,
    )
    .replace(STYLE_USE, (_all, kind: string, id: string) => {
      const style = id.startsWith('\u0000') ? id.slice(1) : (rules.ids.get(id) ?? id);
      return `<w:${kind} w:val="${style}"`;
    });
}

/** A title in the size of their title style; a long one no larger than we would set it. */
const titled = (xml: string, size: number): string =>
  xml.replace(
    /<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Title"\/>(?:(?!<\/w:p>).)*<\/w:p>/gsu,
    (paragraph) =>
      paragraph.replace(/<w:sz w:val="(\d+)"\/><w:szCs w:val="\d+"\/>/gu, (_all, own: string) =>
        Number(own) >= 56
          ? ''
          : `<w:sz w:val="${Math.min(Number(own), size)}"/><w:szCs w:val="${Math.min(Number(own), size)}"/>`,
      ),
  );

/** Numbers that we wrote into the contents are not those that their headings will show. */
const withoutContentsNumbers = (xml: string): string =>
  xml.replace(
    /(<w:hyperlink\b[^>]*w:anchor="_Toc[^>]*>)<w:r><w:t[^>]*>[\d.]+<\/w:t><\/w:r><w:r><w:tab\/><\/w:r>(?=<w:r><w:t)/gu,
    '$1',
  );

/** On a header row of theirs the colour of the text is theirs too. */
const plainHeaders = (xml: string): string =>
  xml.replace(/<w:tr>(?:(?!<\/w:tr>).)*?<w:tblHeader\/>.*?<\/w:tr>/gsu, (row) =>
    row.replace(/<w:color w:val="[^"]*"\/>/gu, ''),
  );

/** Copies what our parts are tied to and gives the new id of each tie. */
function importRelations(
  base: OpcPackage,
  to: string,
  ours: OpcPackage,
  from: string,
  used: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const relation of ours.relations(from)) {
    if (!used.has(relation.id)) continue;
    const target = relation.isExternal ? relation.target : base.adopt(ours, relation.target, known);
    ids.set(relation.id, base.relate(to, relation.type, target, relation.isExternal));
  }
  return ids;
}

const retied = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml.replace(RELATION_USE, (all, name: string, id: string) => {
    const found = ids.get(id);
    return found === undefined ? all : `${name}="${found}"`;
  });

/** Our foot notes behind theirs; gives how far our numbers were moved. */
function importFootnotes(
  base: OpcPackage,
  main: string,
  ours: OpcPackage,
  rename: (xml: string) => string,
): number {
  const from = ours.related(ours.main, 'footnotes');
  if (from === null) return 0;
  const xml = ours.text(from);
  const there = base.related(main, 'footnotes');
  const path = there ?? base.freePath('word/footnotes.xml');
  if (there === null) {
    base.set(path, '', `${TYPES}.footnotes+xml`);
    base.relate(main, 'footnotes', path);
  }
  const ids = importRelations(base, path, ours, from, usedIn([xml], RELATION_USE, 2));
  const text = rename(retied(xml, ids));
  if (there === null) {
    base.set(path, text, `${TYPES}.footnotes+xml`);
    return 0;
  }
  const tree = base.tree(path);
  const root = tree.documentElement;
  const idsThere = childrenOf(root, NS.w, 'footnote').map(
    (node) => whole(attribute(node, NS.w, 'id')) ?? 0,
  );
  const shift = Math.max(0, ...idsThere);
  for (const node of childrenOf(parsePart(text, path).documentElement, NS.w, 'footnote')) {
    const id = whole(attribute(node, NS.w, 'id')) ?? 0;
    if (attribute(node, NS.w, 'type') !== null || id <= 0) continue;
    const copy = tree.importNode(node, true);
    copy.setAttributeNS(NS.w, 'w:id', String(id + shift));
    root.appendChild(copy);
  }
  return shift;
}

/** Settings that belong to the template's own life and not to a document made from it. */
const DROPPED_SETTINGS: readonly (readonly [name: string, code: TemplateLack['code'] | null])[] = [
  ['attachedTemplate', null],
  ['documentProtection', 'protection'],
  ['writeProtection', 'protection'],
  ['mailMerge', 'external'],
  ['trackRevisions', 'revisions'],
  ['linkStyles', null],
  ['docVars', null],
  ['saveThroughXslt', 'external'],
];

function cleanSettings(base: OpcPackage, main: string): TemplateLack[] {
  const path = base.related(main, 'settings');
  if (path === null) return [];
  const lacks: TemplateLack[] = [];
  const root = base.tree(path).documentElement;
  for (const [name, code] of DROPPED_SETTINGS) {
    for (const node of childrenOf(root, NS.w, name)) {
      if (code !== null)
        lacks.push({
          code,
          place: path,
          ...(code === 'external' ? { params: { target: name } } : {}),
        });
      removeNode(node);
    }
  }
  return lacks;
}

/** Relations of the main part that a document in the dress keeps. */
const KEPT = new Set([
  'styles',
  'numbering',
  'settings',
  'webSettings',
  'fontTable',
  'theme',
  'footnotes',
  'endnotes',
  'header',
  'footer',
  'customXml',
]);

/** Puts a document that we wrote into the dress of a Word template. @throws TemplateError */
export function dressDocx(
  bytes: Uint8Array,
  template: TemplatePackage,
  words: DocumentWords & { readonly language: 'fr' | 'en'; readonly day: string },
): Dressed {
  const ours = new OpcPackage(new Map(Object.entries(unzipSync(bytes))));
  const base = new OpcPackage(template.parts);
  const lacks = cleanPackage(base);
  const { main } = base;
  const theirs = new WordTemplate(base, words);
  lacks.push(...theirs.lacks, ...cleanSettings(base, main));
  const styles = theirs.styles(ours);
  const ourStylesPath = ours.related(ours.main, 'styles') ?? '';
  const ourStyles = new WordStyles(ours.tree(ourStylesPath));
  let xml = ours.text(ours.main);
  const noteText = ((path) => (path === null ? '' : ours.text(path)))(
    ours.related(ours.main, 'footnotes'),
  );

  const used = withBases(ourStyles, usedIn([xml, noteText], STYLE_USE, 2));
  const imported = importStyles(styles, ourStyles, used);
  lacks.push(...imported.lacks);
  const language = words.language === 'fr' ? 'fr-FR' : 'en-GB';
  setLanguage(styles, language);

  const width = ourWidth(xml);
  const ratio = theirs.box.textWidth / width;
  if (theirs.box.textWidth < 6000)
    lacks.push({
      code: 'narrow',
      place: 'w:sectPr',
      params: { width: Math.round(theirs.box.textWidth / 56.7) },
    });
  const spaced = between((theirs.box.textHeight - 6200) / 7800, 0.15, 1) * 0.9;
  xml = titled(xml, styles.size(styles.byId(imported.ids.get('Title') ?? null)));
  if (imported.hasTableStyle && xml.includes(OUR_TABLE_STYLE)) xml = plainHeaders(xml);
  xml = fitted(xml, ratio).replace(
    /(<w:spacing [^>]*w:before=")(\d{4})"/gu,
    (_all, head: string, before: string) => `${head}${Math.round(Number(before) * spaced)}"`,
  );

  const lists = usedIn([xml, noteText], /<w:numId w:val="(\d+)"/gu, 1);
  const numbers = importNumbering(base, main, ours, lists);
  const headings = ['Heading1', 'Heading2', 'Heading3'].filter((id) => imported.ids.has(id));
  keepHeadings(
    styles,
    headings.map((id) => imported.ids.get(id) ?? ''),
  );
  const numbered = headings.filter(
    (id) => styles.numbering(styles.byId(imported.ids.get(id) ?? null)) !== null,
  );
  const bullets = ['list bullet', 'list bullet 2', 'list bullet 3'].map((name) => {
    const style = styles.find('paragraph', name);
    return style !== null && styles.numbering(style) !== null ? style.id : null;
  });
  const rules: Rules = {
    ids: imported.ids,
    numbers,
    numberedHeadings: new Set(numbered),
    areHeadingsTheirs: numbered.length === headings.length,
    bullets,
    bulletList: bulletListOf(ours),
  };
  const shift = importFootnotes(base, main, ours, (part) => renamed(part, rules));
  base.setRelations(
    main,
    base.relations(main).filter(({ id, kind }) => KEPT.has(kind) || theirs.keptRelations.has(id)),
  );
  const ids = importRelations(
    base,
    main,
    ours,
    ours.main,
    usedIn([xml.replace(/<w:sectPr\b.*?<\/w:sectPr>/gsu, '')], RELATION_USE, 2),
  );
  xml = renamed(xml, rules);
  if (shift > 0)
    xml = xml.replace(
      /(<w:footnoteReference\b[^>]*w:id=")(\d+)/gu,
      (_all, head: string, id: string) => head + String(Number(id) + shift),
    );
  if (rules.areHeadingsTheirs) xml = withoutContentsNumbers(xml);
  base.set(
    main,
    theirs.frame(xml, (part) => retied(part, ids)),
    `${TYPES}.document.main+xml`,
  );
  for (const path of theirs.fieldParts) lacks.push(...cleanFields(base.tree(path), path));
  takeProperties(base, ours);
  return { bytes: base.pack(words.day), lacks: distinctLacks(lacks) };
}

/** The list of our bullets: the one whose first level is a bullet and that is used most. */
function bulletListOf(ours: OpcPackage): string | null {
  const path = ours.related(ours.main, 'numbering');
  if (path === null) return null;
  const root = ours.tree(path).documentElement;
  const bulleted = new Set(
    childrenOf(root, NS.w, 'abstractNum')
      .filter((node) => serializeNode(node).includes('w:lvlText w:val="•"'))
      .map((node) => attribute(node, NS.w, 'abstractNumId')),
  );
  const list = childrenOf(root, NS.w, 'num').find((node) =>
    bulleted.has(attribute(childrenOf(node, NS.w, 'abstractNumId')[0], NS.w, 'val')),
  );
  return attribute(list, NS.w, 'numId');
}

/** Title, author and dates are the document's, not those of the template. */
export function takeProperties(base: OpcPackage, ours: OpcPackage): void {
  for (const kind of ['core-properties', 'extended-properties']) {
    const from = ours.related('', kind);
    if (from === null) continue;
    const path = base.related('', kind);
    if (path !== null) base.set(path, ours.bytes(from));
    else {
      const here = base.adopt(ours, from);
      const relation = ours.relations('').find((each) => each.kind === kind);
      base.relate('', relation?.type ?? kind, here);
    }
  }
}
