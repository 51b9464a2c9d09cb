import type { TFunction } from 'i18next';

import type { ImportState } from './import-state.ts';

/** How the import under way is called: its file's name, or that it was pasted. */
export function nameOf({ source }: Pick<ImportState, 'source'>, t: TFunction): string {
  return source?.kind === 'file' ? source.fileName : t('exchange:paste.name');
}

/** The same without what follows the last point, for names of files made from it. */
export function stemOf(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '');
}
