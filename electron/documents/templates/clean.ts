import type { OpcPackage, Relation } from './opc.ts';
import type { TemplateLack } from './template.ts';
import { NS, allOf, removeNode } from './xml.ts';

/** What runs, or brings foreign files in: no place in a document that one sends. */
const ACTIVE = new Set([
  'vbaProject',
  'wordVbaData',
  'attachedToolbars',
  'keyMapCustomizations',
  'userCustomization',
  'control',
  'activeXControlBinary',
  'ctrlProp',
  'ui',
]);
const EMBEDDED = new Set([
  'oleObject',
  'package',
  'aFChunk',
  'subDocument',
  'frame',
  'htmlPubSaveAs',
]);
/** Elements that make no sense without what they named. */
const OWNERS = new Set([
  'control',
  'OLEObject',
  'attachedTemplate',
  'subDoc',
  'altChunk',
  'oleObj',
  'embed',
  'link',
]);
/** Fields that fetch a file or speak to another program when they are brought up to date. */
const FETCHING =
  /^\s*(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|RD|IMPORTEPICTURE|INCLUREIMAGE|INCLURETEXTE|LIAISON)\b/iu;

const isHarmlessLink = ({ kind, target }: Relation): boolean =>
  kind === 'hyperlink' && /^(?:https?:|mailto:)/iu.test(target);

/** Takes the uses of dropped relations out of a part. */
function dropUses(pack: OpcPackage, path: string, dropped: ReadonlySet<string>): void {
  const tree = pack.tree(path);
  for (const node of Array.from(tree.getElementsByTagName('*'))) {
    for (const attribute of Array.from(node.attributes)) {
      if (attribute.namespaceURI !== NS.r || !dropped.has(attribute.value)) continue;
      if (OWNERS.has(node.localName)) removeNode(node);
      else node.removeAttributeNode(attribute);
    }
  }
}

/**
 * Takes out of a package what runs, what is embedded and what is fetched from elsewhere; links that
 * one presses stay. Tells what was taken and where.
 */
export function cleanPackage(pack: OpcPackage): TemplateLack[] {
  const lacks: TemplateLack[] = [];
  for (const path of ['', ...pack.paths]) {
    const relations = pack.relations(path);
    const dropped = new Set<string>();
    for (const relation of relations) {
      if (ACTIVE.has(relation.kind)) {
        lacks.push({ code: 'macros', place: path });
      } else if (relation.isExternal && !isHarmlessLink(relation)) {
        lacks.push({ code: 'external', place: path, params: { target: relation.target } });
      } else if (EMBEDDED.has(relation.kind) && !path.includes('charts/')) {
        lacks.push({ code: 'embedded', place: path });
      } else if (relation.isExternal || pack.has(relation.target)) continue;
      dropped.add(relation.id);
    }
    if (dropped.size === 0) continue;
    pack.setRelations(
      path,
      relations.filter(({ id }) => !dropped.has(id)),
    );
    if (/\.xml$/iu.test(path) && pack.has(path)) dropUses(pack, path, dropped);
  }
  return lacks;
}

/** Makes the fields of a part that fetch something from elsewhere say nothing. */
export function cleanFields(tree: Document, place: string): TemplateLack[] {
  const lacks: TemplateLack[] = [];
  const note = (instruction: string): void => {
    const [name = ''] = instruction.trim().split(/\s/u);
    lacks.push({ code: 'field', place, params: { field: name.toUpperCase() } });
  };
  for (const node of allOf(tree, NS.w, 'instrText')) {
    if (!FETCHING.test(node.textContent ?? '')) continue;
    note(node.textContent ?? '');
    node.textContent = ' QUOTE "" ';
  }
  for (const node of allOf(tree, NS.w, 'fldSimple')) {
    const instruction = node.getAttributeNS(NS.w, 'instr') ?? '';
    if (!FETCHING.test(instruction)) continue;
    note(instruction);
    node.setAttributeNS(NS.w, 'w:instr', ' QUOTE "" ');
  }
  return lacks;
}

/** The same lack is told once for each place. */
export function distinctLacks(lacks: readonly TemplateLack[]): TemplateLack[] {
  const seen = new Set<string>();
  return lacks.filter((lack) => {
    const key = JSON.stringify([lack.code, lack.place, lack.params ?? {}]);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}
