import { element } from '#documents/xml.ts';
import { zipParts } from '#documents/zip.ts';

/** A further part of an OpenDocument package: a picture, a part of a chart, or a folder (ends with `/`). */
export interface OdfPart {
  readonly path: string;
  readonly content: Uint8Array | string;
  readonly mime: string;
}

function manifest(mime: string, paths: readonly string[], parts: readonly OdfPart[]): string {
  const entry = (path: string, type: string): string =>
    element('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:media-type': type,
      'manifest:version': path === '/' ? '1.3' : undefined,
    });
  return `<?xml version="1.0" encoding="UTF-8"?>${element(
    'manifest:manifest',
    {
      'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
      'manifest:version': '1.3',
    },
    entry('/', mime) +
      paths.map((path) => entry(path, 'text/xml')).join('') +
      parts.map((part) => entry(part.path, part.mime)).join(''),
  )}`;
}

/** A whole OpenDocument file: its type first and plain, every part named in the manifest. */
export function odfPackage(
  mime: string,
  main: readonly (readonly [path: string, xml: string])[],
  parts: readonly OdfPart[],
  day: string,
): Uint8Array {
  const paths = main.map(([path]) => path);
  return zipParts(
    [
      ['mimetype', mime],
      ['META-INF/manifest.xml', manifest(mime, paths, parts)],
      ...main,
      ...parts
        .filter(({ path }) => !path.endsWith('/'))
        .map(({ path, content }) => [path, content] as const),
    ],
    day,
    ['mimetype'],
  );
}
