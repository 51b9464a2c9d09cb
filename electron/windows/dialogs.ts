import { basename, extname, join } from 'node:path';

import type { BrowserWindow, FileFilter } from 'electron';
import { app, dialog } from 'electron';

import type { SavedFormat } from '#contract/app.channels.ts';
import { safeFileName, withExtension } from '#platform/file-names.ts';
import { storeExtension } from '#platform/paths.ts';
import { importExtensions, returnExtensions } from '#windows/import-files.ts';
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
export function askStorePath(window: BrowserWindow): Promise<string | null> {
  return askFile(window, nativeTexts().dialog.openTitle, [storeFilter()]);
}

/** Asks for one file that is there; null when the person gave up. */
async function askFile(
  window: BrowserWindow,
  title: string,
  filters: readonly FileFilter[],
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: nativeTexts().dialog.open,
    defaultPath: app.getPath('documents'),
    filters: [...filters],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks which spreadsheet to import; its content, not its name, says later what it is. */
export function askImportPath(window: BrowserWindow): Promise<string | null> {
  const { importTitle, importFiles, allFiles } = nativeTexts().dialog;
  return askFile(window, importTitle, [
    { name: importFiles, extensions: [...importExtensions] },
    { name: allFiles, extensions: ['*'] },
  ]);
}

/** Asks which files to keep with a record; none when the person gave up. */
export function askAttachmentPaths(window: BrowserWindow): Promise<string[]> {
  const { attachmentTitle, attach, allFiles } = nativeTexts().dialog;
  return askFiles(window, attachmentTitle, attach, [{ name: allFiles, extensions: ['*'] }]);
}

/** Asks which filled-in scoring kits to read; none when the person gave up. */
export function askReturnPaths(window: BrowserWindow): Promise<string[]> {
  const { returnsTitle, returnFiles, open, allFiles } = nativeTexts().dialog;
  return askFiles(window, returnsTitle, open, [
    { name: returnFiles, extensions: [...returnExtensions] },
    { name: allFiles, extensions: ['*'] },
  ]);
}

async function askFiles(
  window: BrowserWindow,
  title: string,
  buttonLabel: string,
  filters: FileFilter[],
): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel,
    defaultPath: app.getPath('documents'),
    filters,
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? [] : filePaths;
}

/** Asks in which folder to look for files that are gone; null when the person gave up. */
export async function askFilesFolder(window: BrowserWindow): Promise<string | null> {
  const { filesFolderTitle, lookHere } = nativeTexts().dialog;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: filesFolderTitle,
    buttonLabel: lookHere,
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks which mapping of columns, saved by an earlier import, to take up. */
export function askMappingPath(window: BrowserWindow): Promise<string | null> {
  const { mappingTitle, mappingFiles } = nativeTexts().dialog;
  return askFile(window, mappingTitle, [{ name: mappingFiles, extensions: ['json'] }]);
}

/** Asks where an export goes. The name always ends as its format wants it. */
export async function askExportPath(
  window: BrowserWindow,
  suggestedName: string,
  format: SavedFormat,
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
