import { statSync } from 'node:fs';
import { basename, extname, isAbsolute } from 'node:path';

import { shell } from 'electron';

import { AppError } from '#contract/errors.ts';

/** Endings of documents and pictures; what could be a program is only shown in its folder. */
const openable = new Set(
  (
    'pdf docx doc odt rtf dotx ott xlsx xls ods csv tsv pptx ppt odp ppsx txt md png jpg jpeg gif ' +
    'webp tif tiff bmp mp3 m4a wav ogg mp4 mov avi webm zip 7z eml msg ics vcf epub'
  ).split(' '),
);

/**
 * Holds a file that was dropped to be kept: a regular file of this machine.
 * @returns its name without the path
 * @throws AppError `path.notGranted` for what has no path, `attachment.*` for what cannot be kept
 */
export function checkKept(path: string): string {
  if (!isAbsolute(path) || path.includes('\0')) throw new AppError('path.notGranted');
  const fileName = basename(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new AppError('attachment.gone', { fileName });
  if (!found.isFile()) throw new AppError('attachment.notAFile', { fileName });
  return fileName;
}

/**
 * Opens a copy of a kept file with the system's program for it, or shows it in its folder.
 * @throws AppError `attachment.notOpenable` for what may be a program, or has no program
 */
export async function openKept(path: string, how: 'open' | 'showInFolder'): Promise<void> {
  if (how === 'showInFolder') {
    shell.showItemInFolder(path);
    return;
  }
  const fileName = basename(path);
  if (!openable.has(extname(path).slice(1).toLowerCase())) {
    throw new AppError('attachment.notOpenable', { fileName });
  }
  const complaint = await shell.openPath(path);
  if (complaint !== '') throw new AppError('attachment.notOpenable', { fileName });
}
