import { TemplateError } from './template.ts';
import { NS, childrenOf, parsePart, serializePart } from './xml.ts';
import { escapeXml } from '#documents/xml.ts';
import { zipParts } from '#documents/zip.ts';

/** Office's kinds of relation, without what they all begin with. */
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** One part's tie to another, or to an address outside. */
export interface Relation {
  readonly id: string;
  /** Last word of the type, as `image`, or the whole type where it is no office's. */
  readonly kind: string;
  readonly type: string;
  /** Path of the part, or the address. */
  readonly target: string;
  readonly isExternal: boolean;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const relsPath = (path: string): string =>
  `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

function resolved(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folderOf(from).split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function relative(from: string, target: string): string {
  const base = folderOf(from).split('/').filter(Boolean);
  const steps = target.split('/');
  let shared = 0;
  while (shared < base.length && shared < steps.length - 1 && base[shared] === steps[shared])
    shared += 1;
  return [...base.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** An Office package that can be changed: parts, how they are tied, and of what type they are. */
export class OpcPackage {
  readonly #parts = new Map<string, Uint8Array | string>();
  readonly #trees = new Map<string, Document>();
  readonly #relations = new Map<string, Relation[]>();
  readonly #defaults = new Map<string, string>();
  readonly #overrides = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** @throws TemplateError `missingPart`, `badXml`, `forbiddenXml` */
  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    for (const [path, bytes] of parts) {
      if (path.endsWith('/')) continue;
      this.#parts.set(path, bytes);
      this.#names.set(path.toLowerCase(), path);
    }
    const types = this.tree('[Content_Types].xml');
    for (const node of childrenOf(types.documentElement)) {
      const type = node.getAttribute('ContentType') ?? '';
      if (node.localName === 'Default')
        this.#defaults.set((node.getAttribute('Extension') ?? '').toLowerCase(), type);
      else this.#overrides.set(this.#found((node.getAttribute('PartName') ?? '').slice(1)), type);
    }
    this.#trees.delete('[Content_Types].xml');
    this.#parts.delete('[Content_Types].xml');
    for (const path of this.#parts.keys()) {
      if (path.endsWith('.rels')) this.#readRelations(path);
    }
    for (const path of this.#parts.keys()) if (path.endsWith('.rels')) this.#parts.delete(path);
  }

  /** Names are found whatever their case. */
  #found(path: string): string {
    let plain = path;
    try {
      plain = decodeURIComponent(path);
    } catch {
      // A lone per cent sign is kept as it is.
    }
    return this.#names.get(plain.toLowerCase()) ?? this.#names.get(path.toLowerCase()) ?? plain;
  }

  #readRelations(path: string): void {
    const folder = folderOf(path).replace(/_rels\/$/u, '');
    const source = folder + path.slice(folderOf(path).length, -'.rels'.length);
    const list: Relation[] = [];
    for (const node of childrenOf(this.tree(path).documentElement, NS.rels, 'Relationship')) {
      const type = node.getAttribute('Type') ?? '';
      const target = node.getAttribute('Target') ?? '';
      const isExternal = node.getAttribute('TargetMode') === 'External';
      list.push({
        id: node.getAttribute('Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        type,
        target: isExternal ? target : this.#found(resolved(source, target)),
        isExternal,
      });
    }
    this.#trees.delete(path);
    this.#relations.set(this.#found(source), list);
  }

  get paths(): string[] {
    return [...this.#parts.keys()];
  }

  has(path: string): boolean {
    return this.#parts.has(path);
  }

  /** @throws TemplateError `missingPart` */
  bytes(path: string): Uint8Array {
    const part = this.#parts.get(path);
    if (part === undefined) throw new TemplateError('missingPart', { part: path });
    return typeof part === 'string' ? new TextEncoder().encode(part) : part;
  }

  text(path: string): string {
    return new TextDecoder().decode(this.bytes(path));
  }

  /** The part as a tree that may be changed: it is written as it then is. */
  tree(path: string): Document {
    const known = this.#trees.get(path);
    if (known !== undefined) return known;
    const tree = parsePart(this.bytes(path), path);
    this.#trees.set(path, tree);
    return tree;
  }

  set(path: string, content: Uint8Array | string, type?: string): void {
    this.#trees.delete(path);
    this.#parts.set(path, content);
    this.#names.set(path.toLowerCase(), path);
    if (type !== undefined) this.#overrides.set(path, type);
  }

  delete(path: string): void {
    this.#names.delete(path.toLowerCase());
    this.#trees.delete(path);
    this.#parts.delete(path);
    this.#relations.delete(path);
    this.#overrides.delete(path);
  }

  typeOf(path: string): string {
    return this.#overrides.get(path) ?? this.#defaults.get(extensionOf(path)) ?? '';
  }

  setType(path: string, type: string): void {
    this.#overrides.set(path, type);
  }

  /** Relations of a part; '' is the package itself. */
  relations(path: string): readonly Relation[] {
    return this.#relations.get(path) ?? [];
  }

  setRelations(path: string, relations: readonly Relation[]): void {
    this.#relations.set(path, [...relations]);
  }

  /** The part that another is tied to in a way, null when there is none. */
  related(path: string, kind: string): string | null {
    const found = this.relations(path).find((each) => each.kind === kind && !each.isExternal);
    return found !== undefined && this.has(found.target) ? found.target : null;
  }

  relationOf(path: string, id: string | null): Relation | null {
    return this.relations(path).find((each) => each.id === id) ?? null;
  }

  /** Ties a part to another under a new id. */
  relate(path: string, kind: string, target: string, isExternal = false): string {
    const list = this.#relations.get(path) ?? [];
    const used = new Set(list.map(({ id }) => id));
    let number = list.length + 1;
    while (used.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const type = kind.includes(':') ? kind : `${OFFICE}${kind}`;
    list.push({ id, kind: kind.slice(kind.lastIndexOf('/') + 1), type, target, isExternal });
    this.#relations.set(path, list);
    return id;
  }

  /** A path like the wished one that no part has. */
  freePath(wished: string): string {
    const dot = wished.lastIndexOf('.');
    let path = wished;
    for (let number = 2; this.#names.has(path.toLowerCase()); number += 1)
      path = `${wished.slice(0, dot)}-${number}${wished.slice(dot)}`;
    return path;
  }

  /** Copies a part of another package with all that it is tied to; gives its path here. */
  adopt(from: OpcPackage, path: string, known = new Map<string, string>()): string {
    const already = known.get(path);
    if (already !== undefined) return already;
    const here = this.freePath(path);
    known.set(path, here);
    this.set(here, from.bytes(path), from.typeOf(path));
    this.setRelations(
      here,
      from
        .relations(path)
        .map((each) =>
          each.isExternal || !from.has(each.target)
            ? each
            : { ...each, target: this.adopt(from, each.target, known) },
        ),
    );
    return here;
  }

  /** The main part. @throws TemplateError `missingPart` */
  get main(): string {
    const main = this.related('', 'officeDocument');
    if (main === null) throw new TemplateError('missingPart', { part: 'officeDocument' });
    return main;
  }

  /** Drops what nothing leads to, then packs; every part is typed and every relation leads somewhere. */
  pack(day: string): Uint8Array {
    const kept = new Set<string>();
    const walk = (path: string): void => {
      for (const { target, isExternal } of this.relations(path)) {
        if (isExternal || kept.has(target) || !this.has(target)) continue;
        kept.add(target);
        walk(target);
      }
    };
    walk('');
    const attribute = (value: string): string => escapeXml(value);
    const types = [
      ...[...this.#defaults]
        .filter(([extension]) => extension !== 'xml' && extension !== 'rels')
        .map(
          ([extension, type]) =>
            `<Default Extension="${attribute(extension)}" ContentType="${attribute(type)}"/>`,
        ),
      ...[...kept]
        .filter((path) => this.#overrides.has(path))
        .map(
          (path) =>
            `<Override PartName="/${attribute(path)}" ContentType="${attribute(this.typeOf(path))}"/>`,
        ),
    ];
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    const out: [string, Uint8Array | string][] = [
      [
        '[Content_Types].xml',
        `${head}<Types xmlns="${NS.types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
      ],
    ];
    for (const path of ['', ...kept]) {
      if (path !== '') {
        const tree = this.#trees.get(path);
        out.push([path, tree === undefined ? this.bytes(path) : serializePart(tree)]);
      }
      const list = this.relations(path).filter(
        ({ isExternal, target }) => isExternal || kept.has(target),
      );
      if (list.length === 0) continue;
      const lines = list.map(
        ({ id, type, target, isExternal }) =>
          `<Relationship Id="${attribute(id)}" Type="${attribute(type)}" Target="${attribute(
            isExternal ? target : relative(path, target),
          )}"${isExternal ? ' TargetMode="External"' : ''}/>`,
      );
      out.push([
        relsPath(path),
        `${head}<Relationships xmlns="${NS.rels}">${lines.join('')}</Relationships>`,
      ]);
    }
    return zipParts(out, day);
  }
}
