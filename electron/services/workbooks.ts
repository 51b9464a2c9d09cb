import { AppError } from '#contract/errors.ts';
import type { ExportFormat } from '#interop/exporters.ts';
import { exporters } from '#interop/exporters.ts';
import type { ExportOptions, ExportResult, Workbook } from '#interop/table.ts';
import { ExportError } from '#interop/table.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { StoreSession } from './session.ts';

/**
 * Writes a workbook to a file that appears whole or not at all.
 * @throws AppError `export.notWritable`, `export.tooLarge`
 */
export async function writeWorkbook(
  path: string,
  format: ExportFormat,
  workbook: Workbook,
  options: ExportOptions = {},
): Promise<ExportResult> {
  try {
    return await writeFileInto(path, (sink) => exporters[format].write(workbook, sink, options));
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    throw new AppError('export.tooLarge', { path }, { cause: error });
  }
}

/** The same for a workbook of the store as it is now, whatever is written meanwhile. */
export async function exportWorkbook(
  session: StoreSession,
  path: string,
  format: ExportFormat,
  workbookOf: (db: ReadableDb) => Workbook,
  options: ExportOptions = {},
): Promise<ExportResult> {
  const snapshot = session.openSnapshot();
  try {
    return await writeWorkbook(path, format, workbookOf(snapshot.db), options);
  } finally {
    snapshot.close();
  }
}
