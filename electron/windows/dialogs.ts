import { basename, extname, join } from 'node:path';

import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';

import type { DocumentFormatName, SpreadsheetFormatName } from '#contract/schemas.ts';
import { safeFileName, withExtension } from '#platform/file-names.ts';
import { storeExtension } from '#platform/paths.ts';
import { nativeTexts } from '#windows/texts.ts';

const storeFilter = () => ({
  name: nativeTexts().dialog.storeFiles,
  extensions: [storeExtension.slice(1)],
});

function inDocuments(fileName: string): string {
  return join(app.getPath('documents'), fileName);
}

/** Asks where a new group's file goes; null when the person gave up. */
export async function askNewStorePath(
  window: BrowserWindow,
  groupName: string,
): Promise<string | null> {
  const texts = nativeTexts().dialog;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.createTitle,
    buttonLabel: texts.create,
    defaultPath: inDocuments(safeFileName(groupName, texts.newGroupFile) + storeExtension),
    filters: [storeFilter()],
  });
  return canceled || filePath === '' ? null : withExtension(filePath, storeExtension);
}

/** Asks which group to open; null when the person gave up. */
export async function askStorePath(window: BrowserWindow): Promise<string | null> {
  const texts = nativeTexts().dialog;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: texts.openTitle,
    buttonLabel: texts.open,
    defaultPath: app.getPath('documents'),
    filters: [storeFilter()],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where an export goes. The name always ends as its format wants it. */
export async function askExportPath(
  window: BrowserWindow,
  suggestedName: string,
  format: DocumentFormatName | SpreadsheetFormatName,
): Promise<string | null> {
  const { dialog: texts, format: formats } = nativeTexts();
  const extension = `.${format}`;
  const bare = basename(suggestedName, extname(suggestedName) === extension ? extension : '');
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.saveTitle,
    buttonLabel: texts.save,
    defaultPath: inDocuments(safeFileName(bare, texts.newGroupFile) + extension),
    filters: [{ name: formats[format], extensions: [format] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return canceled || filePath === '' ? null : withExtension(filePath, extension);
}
