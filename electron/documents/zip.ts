import { unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { validDay } from '#documents/typography.ts';

/** ZIP dates are local time without a zone; noon of the document's date keeps files reproducible. */
const stamp = (isoDate: string): Date => {
  const date = new Date(`${validDay(isoDate)}T12:00:00`);
  const year = date.getFullYear();
  return year >= 1980 && year <= 2099 ? date : new Date('2000-01-01T12:00:00');
};

/** Parts in order, compressed; `stored` ones are kept as they are (ODF wants its mimetype first and plain). */
export function zipParts(
  parts: readonly (readonly [path: string, content: Uint8Array | string])[],
  isoDate: string,
  stored: readonly string[] = [],
): Uint8Array {
  const encoder = new TextEncoder();
  const mtime = stamp(isoDate);
  const entries: Zippable = {};
  for (const [path, content] of parts) {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    entries[path] = [bytes, { level: stored.includes(path) ? 0 : 6, mtime }];
  }
  return zipSync(entries);
}

/** Rewrites a package compressed and reproducible, each text part passed through `edit`. */
export function rezip(
  bytes: Uint8Array,
  isoDate: string,
  edit: (path: string, xml: string) => string = (_path, xml) => xml,
): Uint8Array {
  const decoder = new TextDecoder();
  const parts = Object.entries(unzipSync(bytes))
    .filter(([path]) => !path.endsWith('/'))
    .map(([path, content]): readonly [string, Uint8Array | string] =>
      /\.(?:xml|rels)$/u.test(path) ? [path, edit(path, decoder.decode(content))] : [path, content],
    );
  return zipParts(parts, isoDate);
}
