import { statSync } from 'node:fs';
import { basename, extname, isAbsolute } from 'node:path';

import { AppError } from '#contract/errors.ts';

/** How files that can be imported are usually called; what they are is found by their content. */
export const importExtensions = [
  'xlsx',
  'xlsm',
  'xltx',
  'xltm',
  'xlsb',
  'xls',
  'xlt',
  'ods',
  'ots',
  'fods',
  'csv',
  'tsv',
  'tab',
  'txt',
  'html',
  'htm',
  'xml',
  'vcf',
  'vcard',
] as const;

/** How filled-in scoring kits are called. */
export const returnExtensions = ['xlsx', 'ods', 'json'] as const;

export const extensionsOf: Readonly<Record<'import' | 'return', readonly string[]>> = {
  import: importExtensions,
  return: returnExtensions,
};

/**
 * Holds a dropped file against what an import can read: a regular file, called as such files are.
 * @returns its name without the path
 * @throws AppError `path.notGranted` for what has no path, `import.*` for what is there but is no
 * such file
 */
export function checkDropped(
  path: string,
  extensions: readonly string[] = importExtensions,
): string {
  if (!isAbsolute(path) || path.includes('\0')) throw new AppError('path.notGranted');
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new AppError('import.fileNotFound');
  if (!found.isFile()) throw new AppError('import.fileUnreadable');
  if (!extensions.includes(extname(path).slice(1).toLowerCase())) {
    throw new AppError('import.unknownFormat');
  }
  return basename(path);
}
