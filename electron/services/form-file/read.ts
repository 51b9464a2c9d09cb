import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

import { AppError } from '#contract/errors.ts';
import { cellText } from '#interop/import/sheet.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import { ImportError } from '#interop/import/import-error.ts';
import type { SpawnReader } from '#services/readers.ts';

/** Marks a kind of form of ours, in a cell that reads `<mark>:<version>:<whose>…`. */
export interface FormMark {
  readonly mark: string;
  readonly version: number;
}

/** A line of a returned form, as its file shows it. */
export interface ReadLine {
  /** Row of the sheet, from 1. */
  readonly row: number;
  /** Texts of the cells from the third column on, trimmed. */
  readonly texts: readonly string[];
}

/** What a returned form says, before anything of it is believed. */
export interface ReadForm {
  /** What follows the version in its mark. */
  readonly about: readonly string[];
  /** By the code of the line. */
  readonly lines: ReadonlyMap<string, ReadLine>;
}

export type FormRefusal = 'unreadable' | 'notAForm' | 'newerFormat';

export type ReadOutcome =
  | { readonly form: ReadForm; readonly sha256: string }
  | { readonly refusal: FormRefusal; readonly sha256: string | null };

export interface ReadWork {
  readonly signal: AbortSignal;
  readonly spawnReader: SpawnReader;
}

const MOST_BYTES = 60_000_000;
const MOST_ROWS = 2000;
const FIRST_ANSWER = 2;

/** Reads a returned form, in a process of its own. @throws the signal's reason */
export async function readFormFile(
  path: string,
  { mark: kind, version: ours }: FormMark,
  { spawnReader: spawn, signal }: ReadWork,
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
        const lines = new Map<string, ReadLine>();
        let mark: string | null = null;
        for await (const chunk of reader.readSheet(index, { header: null })) {
          for (const { cells, number } of chunk) {
            const code = cellText(cells[0] ?? null).trim();
            if (number > MOST_ROWS || code === '') continue;
            if (code.startsWith(`${kind}:`)) mark ??= code;
            else {
              const texts = cells.slice(FIRST_ANSWER).map((cell) => cellText(cell).trim());
              lines.set(code, { row: number, texts });
            }
          }
        }
        if (mark === null) continue;
        const [, version = '', ...about] = mark.split(':');
        if (Number(version) > ours) return { refusal: 'newerFormat', sha256 };
        return { form: { about, lines }, sha256 };
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

/** Reads several, telling after each how many are done. @throws the signal's reason */
export async function readFormFiles(
  paths: readonly string[],
  mark: FormMark,
  work: ReadWork & { readonly onProgress?: (done: number, total: number) => void },
): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = [];
  for (const path of paths) {
    outcomes.push(await readFormFile(path, mark, work));
    work.onProgress?.(outcomes.length, paths.length);
  }
  return outcomes;
}
