import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { TemplateError } from './template.ts';

const office = 'http://schemas.openxmlformats.org';
/** Namespaces of the parts that templates are made of. */
export const NS = {
  w: `${office}/wordprocessingml/2006/main`,
  r: `${office}/officeDocument/2006/relationships`,
  a: `${office}/drawingml/2006/main`,
  p: `${office}/presentationml/2006/main`,
  rels: `${office}/package/2006/relationships`,
  types: `${office}/package/2006/content-types`,
  o: 'urn:schemas-microsoft-com:office:office',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
} as const;

function decoded(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new TemplateError('badXml', { part: path }, { cause: error });
  }
}

/**
 * A part as a tree. Document types, where entities that multiply or fetch files are declared, are
 * refused before parsing. @throws TemplateError `badXml`, `forbiddenXml`
 */
export function parsePart(bytes: Uint8Array | string, path: string): Document {
  const text = (typeof bytes === 'string' ? bytes : decoded(bytes, path)).replace(
    /^\ufeff?\s*<\?xml[^>]*\?>/u,
    '',
  );
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new TemplateError('forbiddenXml', { part: path });
  const refuse = (message: unknown): never => {
    throw new TemplateError('badXml', { part: path }, { cause: message });
  };
  try {
    const parser = new DOMParser({
      errorHandler: { warning: () => undefined, error: refuse, fatalError: refuse },
    });
    const document = parser.parseFromString(text, 'text/xml');
    // The parser gives nothing for nothing, whatever its types say.
    const root: Element | null | undefined = (document as Document | undefined)?.documentElement;
    if (root === null || root === undefined) refuse('no element');
    return document;
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError('badXml', { part: path }, { cause: error });
  }
}

/** A tree as the text of a part. */
export const serializePart = (document: Document): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(
    document.documentElement,
  )}`;

/** One element as text, with the namespaces it needs. */
export const serializeNode = (node: Node): string => new XMLSerializer().serializeToString(node);

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Elements directly under a node, of a name when one is given. */
export function childrenOf(node: Node | null | undefined, ns?: string, name?: string): Element[] {
  const found: Element[] = [];
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling) {
    if (!isElement(child)) continue;
    if (name !== undefined && (child.localName !== name || child.namespaceURI !== ns)) continue;
    found.push(child);
  }
  return found;
}

/** The first element of a name directly under a node. */
export const childOf = (node: Node | null | undefined, ns: string, name: string): Element | null =>
  childrenOf(node, ns, name)[0] ?? null;

/** Every element of a name below a node; a list of now, whatever is changed while it is walked. */
export const allOf = (node: Document | Element, ns: string, name: string): Element[] =>
  Array.from(node.getElementsByTagNameNS(ns, name));

/** An attribute of a namespace, null when absent or empty. */
export function attribute(
  node: Element | null | undefined,
  ns: string | null,
  name: string,
): string | null {
  if (node === null || node === undefined) return null;
  const value = ns === null ? node.getAttribute(name) : node.getAttributeNS(ns, name);
  return value === null || value === '' ? null : value;
}

/** Value of `w:val` of a child, which is how Word keeps most settings. */
export const wordValue = (node: Element | null | undefined, name: string): string | null =>
  attribute(childOf(node, NS.w, name), NS.w, 'val');

/** Takes a node out of its tree. */
export const removeNode = (node: Node): void => {
  node.parentNode?.removeChild(node);
};

/** A whole number, null when it is none. */
export function whole(text: string | null): number | null {
  const value = text === null ? Number.NaN : Number.parseInt(text, 10);
  return Number.isSafeInteger(value) ? value : null;
}
