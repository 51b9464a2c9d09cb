import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const parse = (xml: string, path: string): Document => {
  const refuse = (message: unknown): never => {
    throw new Error(`${path}: ${String(message)}`);
  };
  return new DOMParser({
    errorHandler: { warning: refuse, error: refuse, fatalError: refuse },
  }).parseFromString(xml, 'text/xml');
};

const all = (tree: Document, name = '*'): Element[] => Array.from(tree.getElementsByTagName(name));

function resolved(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * What a strict reader of an Office package would complain of: parts that do not parse, relations that
 * lead nowhere, ids that are used and not declared, parts without a type, styles and lists that do not
 * exist, ids given twice.
 */
export function packageFaults(bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  const decoder = new TextDecoder();
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const trees = new Map<string, Document>();
  for (const [path, part] of parts) {
    if (!/\.(?:xml|rels)$/u.test(path)) continue;
    try {
      trees.set(path, parse(decoder.decode(part), path));
    } catch (error) {
      faults.push(String(error));
    }
  }
  const types = trees.get('[Content_Types].xml');
  if (types === undefined) return ['no content types'];
  const defaults = new Set(all(types, 'Default').map((node) => node.getAttribute('Extension')));
  const overrides = all(types, 'Override').map((node) => node.getAttribute('PartName') ?? '');
  if (new Set(overrides).size !== overrides.length) faults.push('a part is typed twice');
  for (const path of overrides)
    if (!parts.has(path.slice(1))) faults.push(`typed but missing: ${path}`);
  for (const path of parts.keys()) {
    if (path === '[Content_Types].xml' || overrides.includes(`/${path}`)) continue;
    if (!defaults.has(path.slice(path.lastIndexOf('.') + 1))) faults.push(`no type: ${path}`);
  }
  const reached = new Set<string>();
  for (const [path, tree] of trees) {
    if (!path.endsWith('.rels')) continue;
    const source = path.replace(/_rels\/([^/]*)\.rels$/u, '$1');
    if (source !== '' && !parts.has(source)) faults.push(`relations of nothing: ${path}`);
    const ids = all(tree, 'Relationship').map((node) => node.getAttribute('Id') ?? '');
    if (new Set(ids).size !== ids.length) faults.push(`an id twice: ${path}`);
    for (const node of all(tree, 'Relationship')) {
      if (node.getAttribute('TargetMode') === 'External') continue;
      const target = resolved(source, node.getAttribute('Target') ?? '');
      reached.add(target);
      if (!parts.has(target)) faults.push(`${path} leads nowhere: ${target}`);
    }
    const used = trees.get(source);
    if (used === undefined) continue;
    for (const element of all(used)) {
      for (const entry of Array.from(element.attributes)) {
        if (entry.namespaceURI === R && !ids.includes(entry.value))
          faults.push(`${source} uses ${entry.nodeName}="${entry.value}", which is not declared`);
      }
    }
  }
  for (const [path, tree] of trees) {
    if (path.endsWith('.rels') || trees.has(path.replace(/([^/]*)$/u, '_rels/$1.rels'))) continue;
    for (const element of all(tree)) {
      for (const entry of Array.from(element.attributes))
        if (entry.namespaceURI === R) faults.push(`${path} uses ${entry.value} without relations`);
    }
  }
  for (const path of parts.keys()) {
    if (path === '[Content_Types].xml' || path.endsWith('.rels')) continue;
    if (!reached.has(path)) faults.push(`nothing leads to ${path}`);
  }
  faults.push(...wordFaults(trees), ...slideFaults(trees));
  return faults;
}

function wordFaults(trees: ReadonlyMap<string, Document>): readonly string[] {
  const document = trees.get('word/document.xml');
  const styles = trees.get('word/styles.xml');
  if (document === undefined || styles === undefined) return [];
  const faults: string[] = [];
  const value = (node: Element, name = 'val'): string => node.getAttributeNS(W, name) ?? '';
  const declared = all(styles, 'w:style').map((node) => value(node, 'styleId'));
  if (new Set(declared).size !== declared.length) faults.push('a style id is given twice');
  const styleNames = all(styles, 'w:style').map((node) =>
    Array.from(node.getElementsByTagName('w:name'), (each) => value(each)).join(),
  );
  if (new Set(styleNames).size !== styleNames.length) faults.push('a style name is given twice');
  const lists = trees.get('word/numbering.xml');
  const numbers = new Set(
    lists === undefined ? [] : all(lists, 'w:num').map((node) => value(node, 'numId')),
  );
  const abstracts = new Set(
    lists === undefined
      ? []
      : all(lists, 'w:abstractNum').map((node) => value(node, 'abstractNumId')),
  );
  const notes = trees.get('word/footnotes.xml');
  const noteIds = new Set(
    notes === undefined ? [] : all(notes, 'w:footnote').map((node) => value(node, 'id')),
  );
  for (const [path, tree] of trees) {
    if (!path.startsWith('word/') || path.endsWith('.rels')) continue;
    for (const name of ['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next', 'link'])
      for (const node of all(tree, `w:${name}`))
        if (!declared.includes(value(node))) faults.push(`${path}: no style ${value(node)}`);
    for (const node of all(tree, 'w:numId'))
      if (value(node) !== '0' && !numbers.has(value(node)))
        faults.push(`${path}: no list ${value(node)}`);
    for (const node of all(tree, 'w:footnoteReference'))
      if (!noteIds.has(value(node, 'id')))
        faults.push(`${path}: no foot note ${value(node, 'id')}`);
  }
  if (lists !== undefined) {
    for (const node of all(lists, 'w:abstractNumId'))
      if (!abstracts.has(value(node))) faults.push(`no abstract list ${value(node)}`);
    const order = Array.from(lists.documentElement.childNodes, ({ nodeName }) => nodeName);
    if (order.lastIndexOf('w:abstractNum') > order.indexOf('w:num') && order.includes('w:num'))
      faults.push('abstract lists stand behind lists');
  }
  const marks = all(document, 'w:bookmarkStart').map((node) => value(node, 'id'));
  if (new Set(marks).size !== marks.length) faults.push('a bookmark id is given twice');
  const root = document.documentElement;
  const ignorable = root.getAttribute('mc:Ignorable') ?? '';
  for (const prefix of ignorable.split(' ').filter(Boolean))
    if (!root.hasAttribute(`xmlns:${prefix}`)) faults.push(`ignorable and unknown: ${prefix}`);
  return faults;
}

function slideFaults(trees: ReadonlyMap<string, Document>): readonly string[] {
  const faults: string[] = [];
  for (const [path, tree] of trees) {
    if (!/^ppt\/slides\/[^/]+\.xml$/u.test(path)) continue;
    const ids = all(tree, 'p:cNvPr').map((node) => node.getAttribute('id'));
    if (new Set(ids).size !== ids.length) faults.push(`${path}: a shape id twice`);
    const rels = trees.get(path.replace('ppt/slides/', 'ppt/slides/_rels/') + '.rels');
    const layoutPath =
      rels === undefined
        ? undefined
        : all(rels, 'Relationship')
            .map((node) => resolved(path, node.getAttribute('Target') ?? ''))
            .find((target) => target.startsWith('ppt/slideLayouts/'));
    const layout = trees.get(layoutPath ?? '');
    if (layout === undefined) {
      faults.push(`${path}: no layout`);
      continue;
    }
    const kept = all(layout, 'p:ph').map(
      (node) => `${node.getAttribute('type') ?? ''} ${node.getAttribute('idx') ?? ''}`,
    );
    for (const node of all(tree, 'p:ph')) {
      const mark = `${node.getAttribute('type') ?? ''} ${node.getAttribute('idx') ?? ''}`;
      if (!kept.includes(mark) && mark !== 'title ') faults.push(`${path}: no placeholder ${mark}`);
    }
  }
  return faults;
}
