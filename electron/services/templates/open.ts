import { crc32, inflateRawSync } from 'node:zlib';

import { TemplateError } from '#documents/templates/template.ts';
import type { TemplateKind, TemplatePackage } from '#documents/templates/template.ts';
import { ImportError } from '#interop/import/import-error.ts';
import { defaultLimits } from '#interop/import/limits.ts';
import { readZipDirectory } from '#interop/import/zip-directory.ts';
import type { ZipEntry } from '#interop/import/zip-directory.ts';

const MB = 1024 * 1024;

/** What a template may cost; larger ones are refused, never cut. */
export const templateLimits = {
  ...defaultLimits,
  fileBytes: 40 * MB,
  zipEntries: 3000,
  inflatedBytes: 160 * MB,
  ratioFromBytes: 8 * MB,
} as const;

const OLE = 'd0cf11e0a1b11ae1';

/** An ImportError of the ZIP directory in the words of templates. */
function refused(error: ImportError): TemplateError {
  const part = typeof error.details['name'] === 'string' ? error.details['name'] : '';
  const options = { cause: error };
  switch (error.code) {
    case 'encrypted':
      return new TemplateError('encrypted', {}, options);
    case 'bomb':
      return new TemplateError('bomb', { part }, options);
    case 'forgedZip':
      return new TemplateError('forged', { part }, options);
    default:
      return new TemplateError('damaged', { part }, options);
  }
}

/** A part, no longer than announced and with the announced sum. */
function inflated(zip: Buffer, entry: ZipEntry): Uint8Array {
  const packed = zip.subarray(entry.start, entry.start + entry.packedSize);
  let bytes: Buffer;
  try {
    bytes = entry.isDeflated
      ? inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
      : packed;
  } catch (error) {
    throw new TemplateError('damaged', { part: entry.name }, { cause: error });
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw new TemplateError('damaged', { part: entry.name });
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

const MAIN_TYPES: Readonly<Record<TemplateKind, RegExp>> = {
  docx: /application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled\.main|ms-word\.(?:document|template)\.macroEnabledTemplate\.main)\+xml/u,
  pptx: /application\/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:presentation|template|slideshow)\.main|ms-powerpoint\.(?:presentation|template|slideshow)\.macroEnabled\.main)\+xml/u,
  odt: /^application\/vnd\.oasis\.opendocument\.text(?:-template)?$/u,
};

/** What a package is, by its parts; a word that a person knows it by. */
function foundKind(parts: ReadonlyMap<string, Uint8Array>): string {
  const text = (path: string): string => {
    const part = parts.get(path);
    return part === undefined ? '' : new TextDecoder().decode(part.subarray(0, MB));
  };
  const mime = text('mimetype').trim();
  if (mime !== '') return MAIN_TYPES.odt.test(mime) ? 'odt' : mime;
  const types = text('[Content_Types].xml');
  if (MAIN_TYPES.docx.test(types)) return 'docx';
  if (MAIN_TYPES.pptx.test(types)) return 'pptx';
  if (types.includes('spreadsheetml')) return 'xlsx';
  return types === '' ? 'zip' : 'ooxml';
}

/**
 * The parts of a template, inflated under watch. Nothing of it is trusted: sizes, sums, names and the kind
 * of file are checked before anything is read.
 * @throws TemplateError
 */
export function openTemplate(kind: TemplateKind, bytes: Uint8Array): TemplatePackage {
  if (bytes.length === 0) throw new TemplateError('empty');
  if (bytes.length > templateLimits.fileBytes)
    throw new TemplateError('tooLarge', { limit: templateLimits.fileBytes / MB });
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (zip.subarray(0, 8).toString('hex') === OLE) {
    // Office keeps files with a password in this older container, under this name.
    const isEncrypted = zip.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new TemplateError(isEncrypted ? 'encrypted' : 'oldFormat');
  }
  if (zip.length < 4 || zip.readUInt16LE(0) !== 0x4b50) throw new TemplateError('notAZip');
  const parts = new Map<string, Uint8Array>();
  try {
    for (const entry of readZipDirectory(zip, templateLimits))
      if (!entry.name.endsWith('/')) parts.set(entry.name, inflated(zip, entry));
  } catch (error) {
    if (error instanceof ImportError) throw refused(error);
    throw error;
  }
  const found = foundKind(parts);
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw new TemplateError('encrypted');
  if (found !== kind) throw new TemplateError('wrongKind', { found, wanted: kind });
  if (kind !== 'odt') {
    const rels = parts.get('_rels/.rels');
    if (rels === undefined) throw new TemplateError('missingPart', { part: '_rels/.rels' });
    if (new TextDecoder().decode(rels).includes('purl.oclc.org/ooxml'))
      throw new TemplateError('strict');
  }
  return { kind, parts };
}
