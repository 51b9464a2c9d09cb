import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

import { AppError } from '#contract/errors.ts';
import { cellText } from '#interop/import/sheet.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import { ImportError } from '#interop/import/import-error.ts';
import type { SpawnReader } from '#services/readers.ts';

import { FORM_MARK, FORM_VERSION } from './layout.ts';

/** What a returned form says, before anything of it is believed. */
export interface ReadForm {
  readonly callId: string;
  /** Texts of the cells that were filled in or left blank, by the code of their line. */
  readonly values: ReadonlyMap<string, string>;
}

export type ReadOutcome =
  | { readonly form: ReadForm; readonly sha256: string }
  | {
      readonly refusal: 'unreadable' | 'notAForm' | 'newerFormat';
      readonly sha256: string | null;
    };

const MOST_BYTES = 60_000_000;
const MOST_ROWS = 2000;

/** Reads a returned form, in a process of its own. @throws the signal's reason */
export async function readFormFile(
  path: string,
  spawn: SpawnReader,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  let sha256: string | null = null;
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return { refusal: 'unreadable', sha256 };
    const bytes = await readFile(path, { signal });
    sha256 = createHash('sha256').update(bytes).digest('hex');
    const reader = await openReader({ kind: 'path', path }, { spawn, signal });
    try {
      for (const { index } of reader.workbook.sheets) {
        const values = new Map<string, string>();
        let mark: string | null = null;
        for await (const chunk of reader.readSheet(index, { header: null })) {
          for (const { cells, number } of chunk) {
            const code = cellText(cells[0] ?? null).trim();
            if (number > MOST_ROWS || code === '') continue;
            if (code.startsWith(`${FORM_MARK}:`)) mark ??= code;
            else values.set(code, cellText(cells[2] ?? null).trim());
          }
        }
        if (mark === null) continue;
        const [, version = '', callId = ''] = mark.split(':');
        if (Number(version) > FORM_VERSION) return { refusal: 'newerFormat', sha256 };
        return { form: { callId, values }, sha256 };
      }
      return { refusal: 'notAForm', sha256 };
    } finally {
      await reader.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    const isOfTheFile =
      error instanceof ImportError ||
      error instanceof AppError ||
      (error instanceof Error && 'code' in error);
    if (!isOfTheFile) throw error;
    return { refusal: 'unreadable', sha256 };
  }
}
