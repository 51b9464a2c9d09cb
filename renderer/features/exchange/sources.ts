import { call, client } from '#api/client.ts';
import { reportError, useActivity } from '#stores/activity.store.ts';

import type { ImportSource } from './import-state.ts';

/** What a paste or a drop carries: the parts of a `DataTransfer` that are read. */
type Carried = Pick<DataTransfer, 'files' | 'getData'>;

/** The most characters of a pasted table that the store takes in, as text and as a web page. */
const MAX_TEXT = 20_000_000;
const MAX_HTML = 40_000_000;

/** Asks for a file to import; null when the person gave up. */
export async function pickFile(): Promise<ImportSource | null> {
  try {
    const chosen = await call('dialog:openImport', {});
    return chosen === null ? null : { kind: 'file', ...chosen };
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** The file that was dropped or pasted, which the person granted by doing so. */
async function grantedFile(files: FileList): Promise<ImportSource | null> {
  const [first] = files;
  if (first === undefined) return null;
  try {
    const source: ImportSource = { kind: 'file', ...(await client.dropFile(first)) };
    if (files.length > 1) {
      useActivity.getState().notify({
        kind: 'info',
        messageKey: 'exchange:drop.onlyOne',
        params: { fileName: source.fileName },
      });
    }
    return source;
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** A file, or a table copied from a spreadsheet, a document or a page; null when there is none. */
export async function carriedSource(carried: Carried | null): Promise<ImportSource | null> {
  if (carried === null) return null;
  if (carried.files.length > 0) return grantedFile(carried.files);
  const text = carried.getData('text/plain');
  const html = carried.getData('text/html');
  if (text.trim() === '' && html === '') return null;
  if (text.length > MAX_TEXT) {
    const notice = { kind: 'info' as const, messageKey: 'exchange:paste.tooLarge', params: {} };
    useActivity.getState().notify(notice);
    return null;
  }
  return { kind: 'paste', text, html: html === '' || html.length > MAX_HTML ? null : html };
}
