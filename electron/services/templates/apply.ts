import { readFile } from 'node:fs/promises';

import type { TemplateKind, TemplatePackage } from '#documents/templates/template.ts';

import { openTemplate } from './open.ts';

/** Where the bytes of a kept template lie. */
interface Kept {
  /** Absolute path. */
  readonly place: string;
}

const isKind = (format: string): format is TemplateKind =>
  format === 'docx' || format === 'odt' || format === 'pptx';

/**
 * The template that documents of a format are written on; null where there is none, or none that can be
 * read: documents are then written in the ordinary look.
 */
export async function templateFor(
  templates: Readonly<Record<TemplateKind, Kept | null>>,
  format: string,
): Promise<TemplatePackage | null> {
  const kept = isKind(format) ? templates[format] : null;
  if (!isKind(format) || kept === null) return null;
  try {
    return openTemplate(format, new Uint8Array(await readFile(kept.place)));
  } catch {
    return null;
  }
}
