import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { AppError } from '#contract/errors.ts';
import type { TemplateReport } from '#contract/template.channels.ts';
import type { TemplateKind } from '#documents/templates/template.ts';
import type { Translate } from '#platform/translate.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { loadStyle } from '#services/house-style/style.ts';
import type { StylePlace } from '#services/house-style/style.ts';
import { DataError } from '#sql/errors.ts';

import { templateLimits } from './open.ts';

interface Wording {
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

/**
 * What the template that a style keeps in a role lacks; null when it keeps none that is sound.
 * @throws DataError `record.notFound`; AppError `template.*`
 */
export async function checkKeptTemplate(
  place: StylePlace,
  { styleId, role }: { readonly styleId: string; readonly role: TemplateKind },
  wording: Wording,
): Promise<TemplateReport | null> {
  const style = getRecord(place.db, 'houseStyle', styleId);
  if (style === null) throw new DataError('record.notFound', { table: 'houseStyle', id: styleId });
  const kept = (await loadStyle(place, style)).templates[role];
  if (kept === null) return null;
  const bytes = await readFile(kept.place).catch((cause: unknown) => {
    throw new AppError('attachment.unreadable', { fileName: kept.fileName }, { cause });
  });
  const { checkTemplate } = await import('./check.ts');
  return checkTemplate(role, new Uint8Array(bytes), { fileName: kept.fileName, ...wording });
}

/** What a file that the person chose lacks. @throws AppError `attachment.*`, `template.*` */
export async function checkChosenTemplate(
  path: string,
  role: TemplateKind,
  wording: Wording,
): Promise<TemplateReport> {
  const fileName = basename(path);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AppError('attachment.gone', { fileName });
  if (!found.isFile()) throw new AppError('attachment.notAFile', { fileName });
  if (found.size > templateLimits.fileBytes) {
    const limit = Math.floor(templateLimits.fileBytes / 1_000_000);
    throw new AppError('template.tooLarge', { fileName, limit, wanted: role.toUpperCase() });
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('attachment.unreadable', { fileName }, { cause });
  });
  const { checkTemplate } = await import('./check.ts');
  return checkTemplate(role, new Uint8Array(bytes), { fileName, ...wording });
}
