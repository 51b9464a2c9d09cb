import type { ImportSource } from './byte-source.ts';
import type { TextOptions } from './csv-book.ts';

/** What `openReader` takes for a paste. */
export interface ClipboardTable {
  readonly source: ImportSource;
  readonly text: TextOptions;
}

/**
 * The table on the clipboard: as HTML where that holds one (exact values, line breaks, merged
 * cells), else as text, split at tabs where it has some. `name` becomes the sheet's name.
 */
export function clipboardTable(
  content: { readonly html: string; readonly text: string },
  name: string,
): ClipboardTable {
  if (/<table[\s>]/i.test(content.html)) {
    // Browsers may give a bare fragment: the table then starts somewhere in it.
    const bytes = Buffer.from(`<html>${content.html}</html>`, 'utf8');
    return { source: { kind: 'bytes', bytes, name: `${name}.html` }, text: {} };
  }
  const bytes = Buffer.from(`\ufeff${content.text}`, 'utf8');
  const text: TextOptions = content.text.includes('\t') ? { separator: '\t', quote: '"' } : {};
  return { source: { kind: 'bytes', bytes, name: `${name}.tsv` }, text };
}
