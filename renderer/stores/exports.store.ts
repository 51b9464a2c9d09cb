import { create } from 'zustand';

import type { SavedFormat } from '#contract/app.channels.ts';
import type { ChannelInput } from '#contract/channels.ts';
import { documentFormats } from '#contract/schemas.ts';
import type { DocumentFormatName, ReportName, SpreadsheetFormatName } from '#contract/schemas.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';
import type { CallOptions } from '#api/store-door.ts';

import { asTask, reportError, useActivity } from './activity.store.ts';
import { refreshUndo } from './undo.store.ts';

export interface ReportKey {
  readonly report: ReportName;
  readonly groupId: string;
  readonly year: number;
}

/** A file that an export wrote, or failed to. */
export interface ExportedFile {
  readonly id: number;
  readonly fileName: string;
  readonly grant: string;
  readonly format: SavedFormat;
  readonly status: 'running' | 'done' | 'failed';
  readonly error: ApiError | null;
}

interface ExportsState {
  /** Newest first. */
  readonly files: readonly ExportedFile[];
}

export const useExports = create<ExportsState>()(() => ({ files: [] }));

let lastId = 0;

function patchFile(id: number, patch: Partial<ExportedFile>): void {
  useExports.setState((state) => ({
    files: state.files.map((file) => (file.id === id ? { ...file, ...patch } : file)),
  }));
}

/** Whether what was written is also the latest operation of the journal. */
async function wasRecorded(answer: unknown): Promise<boolean> {
  if (typeof answer !== 'object' || answer === null || !('operationId' in answer)) return false;
  const { undo } = await refreshUndo();
  return undo !== null && undo.id === answer.operationId;
}

/** Files of the house style that a document of this format was made without. */
async function lostFor(format: ExportedFile['format']): Promise<readonly string[]> {
  if (!documentFormats.some((one) => one === format)) return [];
  return call('houseStyle:lost', {}).catch(() => []);
}

/** Asks where to write, then writes there by `write`; the outcome appears in `files`. */
export async function exportFile(
  format: ExportedFile['format'],
  suggestedName: string,
  write: (grant: string, options: CallOptions) => Promise<unknown>,
): Promise<void> {
  try {
    const chosen = await call('dialog:saveFile', { suggestedName, format });
    if (chosen === null) return;
    lastId += 1;
    const id = lastId;
    const fileName = chosen.path.split(/[/\\]/).at(-1) ?? suggestedName;
    const file: ExportedFile = {
      id,
      fileName,
      grant: chosen.grant,
      format,
      status: 'running',
      error: null,
    };
    useExports.setState((state) => ({ files: [file, ...state.files].slice(0, 20) }));
    try {
      const answer = await asTask('shell:task.export', (options) => write(chosen.grant, options));
      patchFile(id, { status: 'done' });
      const { grant } = chosen;
      const isUndoable = await wasRecorded(answer);
      const without = await lostFor(format);
      useActivity.getState().notify({ kind: 'export', fileName, grant, isUndoable, without });
    } catch (error) {
      patchFile(id, { status: 'failed', error: toApiError(error) });
      reportError(error);
    }
  } catch (error) {
    reportError(error);
  }
}

/** Asks where to write, then writes a report there; the outcome appears in `files`. */
export function exportReport(
  key: ReportKey,
  format: DocumentFormatName,
  suggestedName: string,
): Promise<void> {
  return exportFile(format, suggestedName, (grant, options) =>
    call('reports:export', { ...key, format, grant }, options),
  );
}

type RegisterExport = ChannelInput<'registers:export'>;
type RegisterChoice = Pick<RegisterExport, Exclude<keyof RegisterExport, 'grant' | 'format'>>;

/** Asks where to write, then writes what a list shows there; the outcome appears in `files`. */
export function exportRegister(
  query: RegisterChoice,
  format: SpreadsheetFormatName,
  suggestedName: string,
): Promise<void> {
  return exportFile(format, suggestedName, (grant, options) =>
    call('registers:export', { ...query, format, grant }, options),
  );
}

export function openExport(grant: string, how: 'open' | 'showInFolder'): void {
  call('shell:openExport', { grant, how }).catch(reportError);
}
