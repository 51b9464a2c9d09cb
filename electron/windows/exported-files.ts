import { existsSync } from 'node:fs';
import { extname } from 'node:path';

import { shell } from 'electron';

import { AppError } from '#contract/errors.ts';
import { documentFormats, spreadsheetFormats } from '#contract/schemas.ts';

const openable = new Set(
  [...documentFormats, ...spreadsheetFormats, 'vcf', 'json', 'eml', 'ics', 'zip'].map(
    (format) => `.${format}`,
  ),
);

/** Opens an exported file with the system's program for it, or shows it in its folder. */
export async function openExported(path: string, how: 'open' | 'showInFolder'): Promise<void> {
  if (!existsSync(path)) throw new AppError('store.notFound', { path });
  if (how === 'showInFolder') {
    shell.showItemInFolder(path);
    return;
  }
  if (!openable.has(extname(path).toLowerCase())) throw new AppError('path.notGranted');
  await shell.openPath(path);
}
