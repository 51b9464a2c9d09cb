import { unzipSync } from 'fflate';
import { distinctLacks } from './clean.ts';
import { CONTENT_MARK, asksForTitle, fillMarks } from './marks.ts';
import { STYLE_NAMES, completeOdtStyles, importOdtStyles, importOutline } from './odt.import.ts';
import { odtStylesOf } from './odt.look.ts';
import { OdtStyles } from './odt.styles.ts';
import { TemplateError } from './template.ts';
import type { DocumentWords, Dressed, TemplateLack, TemplatePackage } from './template.ts';
import {
  NS,
  allOf,
  attribute,
  childOf,
  childrenOf,
  parsePart,
  removeNode,
  serializeNode,
  serializePart,
} from './xml.ts';
import { odfPackage } from '#documents/odf.package.ts';
import type { OdfPart } from '#documents/odf.package.ts';
import { textWidth } from '#documents/theme.ts';

const MIME = 'application/vnd.oasis.opendocument.text';
const OUR_SIZE = 10.5;

/** Elements that run something, or show what lies outside the file. */
const ACTIVE = [
  'scripts',
  'event-listeners',
  'forms',
  'dde-source',
  'dde-connection-decls',
] as const;

const isPart = (path: string): boolean =>
  /^(?:\.\/)?(?:Pictures|media)\/[^/\\]+$/u.test(path) && !path.includes('..');

/** Takes out of a tree what runs, what is embedded and what is fetched from elsewhere. */
function cleanTree(
  tree: Document,
  place: string,
  parts: ReadonlyMap<string, Uint8Array>,
): TemplateLack[] {
  const lacks: TemplateLack[] = [];
  for (const name of ACTIVE) {
    for (const ns of [NS.office, NS.text]) {
      for (const node of allOf(tree, ns, name)) {
        if (node.hasChildNodes()) lacks.push({ code: 'macros', place });
        removeNode(node);
      }
    }
  }
  for (const name of ['object', 'object-ole', 'plugin', 'applet', 'floating-frame']) {
    for (const node of allOf(tree, NS.draw, name)) {
      lacks.push({ code: 'embedded', place });
      removeNode(node);
    }
  }
  for (const node of Array.from(tree.getElementsByTagName('*'))) {
    const href = attribute(node, NS.xlink, 'href');
    if (href === null || href.startsWith('#')) continue;
    const isLink = node.namespaceURI === NS.text && node.localName === 'a';
    if (
      isLink
        ? /^(?:https?:|mailto:)/iu.test(href)
        : isPart(href) && parts.has(href.replace(/^\.\//u, ''))
    )
      continue;
    if (/^(?:[a-z][a-z\d+.-]*:|\/|\.\.\/)/iu.test(href))
      lacks.push({ code: 'external', place, params: { target: href.slice(0, 200) } });
    if (isLink) node.removeAttributeNS(NS.xlink, 'href');
    else removeNode(node);
  }
  return lacks;
}

/** Their master pages for our first page and for those behind it. */
function mastersFor(styles: OdtStyles, hasCover: boolean) {
  const nameOf = (node: Element | null): string => attribute(node, NS.style, 'name') ?? '';
  const standard =
    styles.master(/^standard$|^défaut$|^style de page par défaut$/u) ?? styles.masters[0] ?? null;
  const first = styles.master(
    /^(?:first page|première page|page de garde|couverture|cover|premiere page)$/u,
  );
  const next = attribute(standard, NS.style, 'next-style-name');
  const following = styles.masters.find((node) => nameOf(node) === next) ?? standard;
  const cover = first ?? standard;
  const main = hasCover ? (first === null ? following : standard) : cover;
  return {
    cover,
    main,
    coverName: nameOf(cover),
    mainName: nameOf(main),
    body: hasCover ? main : following,
  };
}

const scaledWidths = (xml: string, ratio: number): string => {
  if (Math.abs(ratio - 1) < 0.005) return xml;
  const by = (factor: number) => (_all: string, head: string, value: string) =>
    `${head}${(Number(value) * factor).toFixed(2)}`;
  return xml
    .replace(/(style:(?:width|column-width)=")(\d+(?:\.\d+)?)(?=mm")/gu, by(ratio))
    .replace(/(svg:(?:width|height)=")(\d+(?:\.\d+)?)(?=mm")/gu, by(Math.min(1, ratio)));
};

/** What their text keeps around ours, with its own automatic styles renamed. */
function keptBody(
  tree: Document,
  words: DocumentWords,
): {
  readonly before: string;
  readonly after: string;
  readonly styles: string;
  readonly hasCover: boolean;
} | null {
  const body = childOf(childOf(tree.documentElement, NS.office, 'body'), NS.office, 'text');
  const children = childrenOf(body);
  const at = children.findIndex((child) => CONTENT_MARK.test(child.textContent ?? ''));
  if (at < 0) return null;
  const before = children.slice(0, at);
  const hasCover = asksForTitle(before.map((node) => node.textContent ?? '').join(' '));
  fillMarks(tree, words);
  const automatic = childOf(tree.documentElement, NS.office, 'automatic-styles');
  const own = new Set(childrenOf(automatic).map((node) => attribute(node, NS.style, 'name')));
  for (const node of Array.from(tree.getElementsByTagName('*'))) {
    for (const entry of Array.from(node.attributes)) {
      const isName =
        (entry.localName.endsWith('style-name') && node.parentNode !== null) ||
        (entry.localName === 'name' &&
          entry.namespaceURI === NS.style &&
          node.parentNode === automatic);
      if (isName && own.has(entry.value)) entry.value = `T${entry.value}`;
    }
  }
  const text = (nodes: readonly Element[]): string =>
    nodes.map((node) => serializeNode(node)).join('');
  const isContent = ({ localName }: Element): boolean => !localName.endsWith('-decls');
  return {
    before: text(before.filter(isContent)),
    after: text(children.slice(at + 1).filter(isContent)),
    styles: text(childrenOf(automatic)),
    hasCover,
  };
}

function setLanguage(styles: OdtStyles, language: 'fr' | 'en'): void {
  const standard = styles.find('paragraph', 'Standard');
  for (const node of styles.lineage(standard)) {
    const properties = childOf(node, NS.style, 'text-properties');
    if (properties === null) continue;
    const isDefault = node.localName === 'default-style';
    if (!isDefault && attribute(properties, NS.fo, 'language') === null) continue;
    properties.setAttributeNS(NS.fo, 'fo:language', language);
    properties.setAttributeNS(NS.fo, 'fo:country', language === 'fr' ? 'FR' : 'GB');
  }
}

/** Puts a text that we wrote into the dress of an OpenDocument template. @throws TemplateError */
export function dressOdt(
  bytes: Uint8Array,
  template: TemplatePackage,
  words: DocumentWords & { readonly language: 'fr' | 'en'; readonly day: string },
): Dressed {
  const ours = new Map(Object.entries(unzipSync(bytes)));
  const part = (path: string): string => new TextDecoder().decode(ours.get(path));
  const { parts } = template;
  const theirs = odtStylesOf(template);
  if (theirs.common === null)
    throw new TemplateError('missingPart', { part: 'styles.xml#office:styles' });
  const lacks = cleanTree(theirs.tree, 'styles.xml', parts);
  if ([...parts.keys()].some((path) => /^(?:Basic|Scripts)\//u.test(path)))
    lacks.push({ code: 'macros', place: 'Basic' });
  const own = new OdtStyles(parsePart(part('styles.xml'), 'styles.xml'));
  let content = part('content.xml');

  const theirContent = parts.get('content.xml');
  const contentTree = theirContent === undefined ? null : parsePart(theirContent, 'content.xml');
  const dropped = contentTree === null ? [] : cleanTree(contentTree, 'content.xml', parts);
  const kept = contentTree === null ? null : keptBody(contentTree, words);
  if (kept !== null) lacks.push(...dropped);
  if (kept === null && contentTree !== null) {
    const body = childOf(contentTree.documentElement, NS.office, 'body');
    if ((body?.textContent ?? '').trim() !== '')
      lacks.push({ code: 'bodyIgnored', place: 'content.xml' });
  }

  const hasCover = content.includes('style:master-page-name="Cover"');
  const masters = mastersFor(theirs, hasCover);
  if (masters.main === null) lacks.push({ code: 'masterPage', place: 'styles.xml' });
  const room = theirs.room(masters.body);
  if (room.width < 105)
    lacks.push({ code: 'narrow', place: 'styles.xml', params: { width: Math.round(room.width) } });

  const used = new Set([...content.matchAll(STYLE_NAMES)].map((match) => match[2] ?? ''));
  for (const style of own.list) {
    if (!used.has(style.name)) continue;
    for (const node of own.lineage(style)) {
      for (const name of ['parent-style-name', 'next-style-name'])
        used.add(attribute(node, NS.style, name) ?? '');
      used.add(attribute(node, NS.style, 'name') ?? '');
    }
  }
  for (const name of [
    'Heading_20_Number',
    'List_20_Mark',
    'Footnote_20_anchor',
    'Footnote_20_Symbol',
  ])
    used.add(name);
  used.delete('');
  const { names, lacks: missing } = importOdtStyles(theirs, own, used, room, OUR_SIZE);
  const keepsOutline = theirs.isOutlineNumbered && own.isOutlineNumbered;
  lacks.push(...missing, ...importOutline(theirs, own, names));
  completeOdtStyles(theirs, names, room.width);
  setLanguage(theirs, words.language);
  fillMarks(theirs.tree, words);

  const master = (name: string): string =>
    name === 'Cover' ? masters.coverName : masters.mainName;
  content = scaledWidths(content, room.width / textWidth)
    .replace(STYLE_NAMES, (all, name: string, value: string) => {
      const found = names.get(value);
      return found === undefined ? all : `${name}="${found}"`;
    })
    .replace(/style:master-page-name="([^"]*)"/gu, (_all, name: string) =>
      masters.main === null ? '' : `style:master-page-name="${master(name)}"`,
    )
    .replaceAll('xlink:href="Pictures/', 'xlink:href="Pictures/r-');
  // Numbers that we wrote into the contents are not those that their headings show.
  if (keepsOutline)
    content = content.replace(/<text:index-body>.*?<\/text:index-body>/su, (list) =>
      list.replace(/>[\d.]+\u2003/gu, '>'),
    );
  if (kept !== null) {
    const start = /<office:text>.*?<\/text:sequence-decls>/su.exec(content);
    const at = (start?.index ?? 0) + (start?.[0].length ?? 0);
    const end = content.lastIndexOf('</office:text>');
    const first = content.slice(at).search(/<text:(?:table-of-content|h)\b/u);
    const from = kept.hasCover && hasCover && first > 0 ? at + first : at;
    content =
      `${content.slice(0, at)}${kept.before}${content.slice(from, end)}${kept.after}${content.slice(end)}`.replace(
        '</office:automatic-styles>',
        () => `${kept.styles}</office:automatic-styles>`,
      );
  }

  const styles = serializePart(theirs.tree);
  const further: OdfPart[] = [];
  for (const [path, bytes] of parts) {
    if (isPart(path) && (styles.includes(path) || content.includes(`"${path}"`)))
      further.push({ path, content: bytes, mime: pictureType(path) });
  }
  const manifest = parsePart(part('META-INF/manifest.xml'), 'META-INF/manifest.xml');
  for (const node of Array.from(manifest.getElementsByTagName('manifest:file-entry'))) {
    const path = node.getAttribute('manifest:full-path') ?? '';
    if (/^(?:\/|content\.xml|styles\.xml|meta\.xml)$/u.test(path)) continue;
    further.push({
      path: path.replace(/^Pictures\//u, 'Pictures/r-'),
      content: ours.get(path) ?? '',
      mime: node.getAttribute('manifest:media-type') ?? '',
    });
  }
  return {
    bytes: odfPackage(
      MIME,
      [
        ['content.xml', content],
        ['styles.xml', styles],
        ['meta.xml', part('meta.xml')],
      ],
      further,
      words.day,
    ),
    lacks: distinctLacks(lacks),
  };
}

function pictureType(path: string): string {
  const types: Readonly<Record<string, string>> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    svg: 'image/svg+xml',
    emf: 'image/x-emf',
    wmf: 'image/x-wmf',
  };
  return types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? '';
}
