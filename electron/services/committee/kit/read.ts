import { readFile, stat } from 'node:fs/promises';

import { AppError } from '#contract/errors.ts';
import { isId } from '#domain/ids.ts';
import type { Cell, RawRow } from '#interop/import/sheet.ts';
import { cellAddress, cellKind, cellText, cellValue } from '#interop/import/sheet.ts';
import type { SheetReader } from '#interop/import/spawn-reader.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import {
  ABSTENTION_COLUMN,
  COMMENT_COLUMN,
  exchangeKit,
  KIT_FORMAT,
  KIT_FORMAT_VERSION,
  KIT_MARK,
} from '#interop/kit/exchange-kit.ts';
import { foldText } from '#sql/fold.ts';

import { asAppError } from '#services/import/refusals.ts';
import type { SpawnReader } from '#services/readers.ts';

import { sha256 } from './shown.ts';

/** What a file says on one criterion, before anything of it is believed. */
export interface ReadScore {
  readonly said: number | 'abstention' | 'blank' | 'notANumber' | 'notAnAbstention';
  /** As the file shows it. */
  readonly shown: string;
  /** Where it stands: `Notation, F12`. */
  readonly place: string;
}

export interface ReadRow {
  /** Null for a row that somebody added. */
  readonly applicationId: string | null;
  readonly number: string;
  readonly scores: ReadonlyMap<string, ReadScore>;
  readonly comment: string | null;
  readonly commentPlace: string;
}

/** A returned file as it is read. */
export interface ReadKit {
  readonly sha256: string;
  readonly kitId: string;
  /** Null where the hidden sheet is gone. */
  readonly storeId: string | null;
  readonly fingerprint: string | null;
  /** Criteria that have a column. */
  readonly criteria: ReadonlySet<string>;
  readonly rows: readonly ReadRow[];
}

/** Why a file is no kit that can be read. */
export type ReadRefusal =
  | { readonly code: 'unreadable'; readonly error: AppError }
  | { readonly code: 'notAKit' | 'newerFormat' };

export type ReadOutcome =
  | { readonly kit: ReadKit; readonly sha256: string }
  | { readonly refusal: ReadRefusal; readonly sha256: string | null };

/** Beyond this a file is no kit. */
const MOST_BYTES = 60_000_000;

/**
 * Reads a returned kit: spreadsheets in a process of their own, the program's own files here. Says
 * why where it cannot.
 * @throws the signal's reason
 */
export async function readKitFile(
  path: string,
  spawn: SpawnReader,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  let digest: string | null = null;
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new AppError('import.tooLarge', { size, limit: MOST_BYTES });
    const bytes = await readFile(path, { signal });
    digest = sha256(bytes);
    const kit = looksLikeJson(bytes)
      ? readExchange(bytes, digest)
      : await readSpreadsheet(path, digest, spawn, signal);
    return 'code' in kit ? { refusal: kit, sha256: digest } : { kit, sha256: digest };
  } catch (error) {
    signal.throwIfAborted();
    const known = asAppError(error);
    const refusal =
      known instanceof AppError
        ? known
        : new AppError('import.fileUnreadable', {}, { cause: error });
    return { refusal: { code: 'unreadable', error: refusal }, sha256: digest };
  }
}

function looksLikeJson(bytes: Buffer): boolean {
  const start = bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return start.startsWith('{');
}

function readExchange(bytes: Buffer, digest: string): ReadKit | ReadRefusal {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return { code: 'notAKit' };
  }
  const format = Object(content) as { format?: unknown; formatVersion?: unknown }; // checked next
  if (format.format !== KIT_FORMAT) return { code: 'notAKit' };
  if (Number(format.formatVersion) > KIT_FORMAT_VERSION) return { code: 'newerFormat' };
  const parsed = exchangeKit.safeParse(content);
  if (!parsed.success) return { code: 'notAKit' };
  const { kitId, storeId, fingerprint, applications } = parsed.data;
  const rows = applications.map(({ id, number, comment, marks }): ReadRow => ({
    applicationId: id,
    number: String(number),
    scores: new Map(
      marks.map(({ criterionId, value, isAbstention }) => [
        criterionId,
        { ...scoreOf(value, isAbstention), shown: String(value ?? ''), place: `${number}` },
      ]),
    ),
    comment: comment === null || comment.trim() === '' ? null : comment.trim(),
    commentPlace: `${number}`,
  }));
  const criteria = new Set(rows.flatMap(({ scores }) => [...scores.keys()]));
  return { sha256: digest, kitId, storeId, fingerprint, criteria, rows };
}

/** Text such as `3,5` is a number to whoever typed it. */
function scoreOf(cell: Cell, isAbstention: boolean): Pick<ReadScore, 'said'> {
  const value = cellValue(cell);
  const kind = cellKind(cell);
  if (kind === 'number' && typeof value === 'number') return { said: value };
  const text = kind === 'text' ? String(value).trim() : '';
  if (kind === 'empty' || (kind === 'text' && text === '')) {
    return { said: isAbstention ? 'abstention' : 'blank' };
  }
  if (kind === 'text' && /^[+-]?\d+(?:[.,]\d+)?$/.test(text)) {
    return { said: Number(text.replace(',', '.')) };
  }
  return { said: 'notANumber' };
}

async function readSpreadsheet(
  path: string,
  digest: string,
  spawn: SpawnReader,
  signal: AbortSignal,
): Promise<ReadKit | ReadRefusal> {
  const reader = await openReader({ kind: 'path', path }, { spawn, signal });
  try {
    let facts = new Map<string, string>();
    let filled: Filled | null = null;
    for (const { index, name } of reader.workbook.sheets) {
      const found = await readSheet(reader, index, name);
      if (found instanceof Map) facts = found;
      else filled ??= found;
    }
    if (filled === null) return { code: 'notAKit' };
    if (Number(facts.get(KIT_FORMAT) ?? 0) > KIT_FORMAT_VERSION) return { code: 'newerFormat' };
    return {
      sha256: digest,
      ...filled,
      storeId: facts.get('storeId') ?? null,
      fingerprint: facts.get('kitId') === filled.kitId ? (facts.get('fingerprint') ?? null) : null,
    };
  } finally {
    await reader.close();
  }
}

type Filled = Pick<ReadKit, 'kitId' | 'criteria' | 'rows'>;

/** Where things stand in the sheet that is filled in. */
interface Columns {
  readonly criteria: ReadonlyMap<string, number>;
  readonly abstention: number | null;
  readonly comment: number | null;
}

const textAt = (cells: readonly Cell[], at: number): string => cellText(cells[at] ?? null).trim();

/** The sheet that is filled in, or what the hidden sheet says; null for any other. */
async function readSheet(
  reader: SheetReader,
  sheet: number,
  name: string,
): Promise<Filled | Map<string, string> | null> {
  const facts = new Map<string, string>();
  const rows: ReadRow[] = [];
  let kitId: string | null = null;
  let columns: Columns | null = null;
  let isHeading = false;
  for await (const chunk of reader.readSheet(sheet, { header: null })) {
    for (const row of chunk) {
      const first = textAt(row.cells, 0);
      if (columns === null) {
        if (facts.size > 0 || first === KIT_FORMAT) {
          facts.set(first, textAt(row.cells, 1));
        } else if (first.startsWith(KIT_MARK)) {
          kitId = first.slice(KIT_MARK.length);
          columns = columnsOf(row.cells);
          isHeading = true;
        } else if (row.number > 50) {
          return null;
        }
        continue;
      }
      if (isHeading && !isId(first)) {
        isHeading = false;
        continue;
      }
      const read = readRow(row, columns, name);
      if (read !== null) rows.push(read);
    }
  }
  if (facts.size > 0) return facts;
  if (kitId === null || columns === null) return null;
  return { kitId, criteria: new Set(columns.criteria.keys()), rows };
}

function columnsOf(cells: readonly Cell[]): Columns {
  const marks = cells.map((_, at) => textAt(cells, at));
  const place = (mark: string): number | null => {
    const at = marks.indexOf(mark);
    return at < 0 ? null : at;
  };
  return {
    criteria: new Map(marks.flatMap((mark, at) => (at > 0 && isId(mark) ? [[mark, at]] : []))),
    abstention: place(ABSTENTION_COLUMN),
    comment: place(COMMENT_COLUMN),
  };
}

const YES = new Set(['oui', 'o', 'yes', 'y', 'x', 'a', 'abstention', 'vrai', 'true', '1']);
const NO = new Set(['', 'non', 'n', 'no', 'faux', 'false', '0']);

function readRow({ cells, number: line }: RawRow, columns: Columns, sheet: string): ReadRow | null {
  const first = textAt(cells, 0);
  const abstention = columns.abstention === null ? '' : textAt(cells, columns.abstention);
  const word = foldText(abstention);
  const abstains = YES.has(word);
  const scores = new Map(
    [...columns.criteria].map(([criterionId, at]): [string, ReadScore] => {
      const cell = cells[at] ?? null;
      const { said } = scoreOf(cell, abstains);
      const isOdd = said === 'blank' && !NO.has(word);
      return [
        criterionId,
        {
          said: isOdd ? 'notAnAbstention' : said,
          shown: isOdd ? abstention : cellText(cell),
          place: `${sheet}, ${cellAddress(isOdd ? (columns.abstention ?? at) : at, line)}`,
        },
      ];
    }),
  );
  const comment = columns.comment === null ? '' : textAt(cells, columns.comment);
  const isBlank = comment === '' && [...scores.values()].every(({ said }) => said === 'blank');
  if (!isId(first) && isBlank) return null;
  return {
    applicationId: isId(first) ? first : null,
    number: textAt(cells, 1),
    scores,
    comment: comment === '' ? null : comment,
    commentPlace: `${sheet}, ${cellAddress(columns.comment ?? 0, line)}`,
  };
}
