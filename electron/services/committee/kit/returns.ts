import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';

import type { SpawnReader } from '#services/readers.ts';
import type { StoreSession } from '#services/session.ts';
import { inTurns } from '../turns.ts';
import type { CellFate, Judgement, Returned, ReturnCell } from './judgement.ts';
import { judgeReturns } from './judge.ts';
import { readKitFile } from './read.ts';
import type { TakenReturns } from './take.ts';
import { takeReturns } from './take.ts';

/** What somebody chose for a cell that differs: the stored value, or that of one of the files. */
export type Choice = 'stored' | number;

export interface OpenReturns {
  readonly id: string;
  readonly owner: number;
  readonly phaseId: Id<'phase'>;
  readonly day: string;
  readonly returned: readonly Returned[];
  judgement: Judgement;
  choices: Map<string, Choice>;
}

export interface ReturnsContext {
  readonly author: string;
  readonly owner: number;
  readonly signal: AbortSignal;
  readonly spawnReader: SpawnReader;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A window that forgets to close its previews loses the oldest. */
const OPEN_AT_ONCE = 4;

const previews = new WeakMap<StoreSession, Map<string, OpenReturns>>();

function previewsOf(session: StoreSession): Map<string, OpenReturns> {
  const known = previews.get(session) ?? new Map<string, OpenReturns>();
  previews.set(session, known);
  return known;
}

/**
 * Reads returned kits and holds them against the store; nothing is written. What cannot be used is
 * told file by file and cell by cell.
 * @throws DataError `record.notFound` for the phase; the signal's reason
 */
export async function openReturns(
  session: StoreSession,
  request: {
    readonly phaseId: Id<'phase'>;
    readonly paths: readonly string[];
    readonly today: string;
  },
  context: ReturnsContext,
): Promise<OpenReturns> {
  const { phaseId, paths, today } = request;
  const returned: Returned[] = [];
  for (const path of paths) {
    const outcome = await readKitFile(path, context.spawnReader, context.signal);
    returned.push({ fileName: basename(path), outcome });
    context.onProgress?.(returned.length, paths.length);
  }
  const judgement = await inTurns(
    judgeReturns(session.reader, phaseId, returned, today),
    context.signal,
  );
  const open = previewsOf(session);
  const own = [...open.values()].filter(({ owner }) => owner === context.owner);
  for (const { id } of own.slice(0, Math.max(0, own.length - OPEN_AT_ONCE + 1))) open.delete(id);
  const { owner } = context;
  const one: OpenReturns = {
    id: randomUUID(),
    owner,
    phaseId,
    day: today,
    returned,
    judgement,
    choices: new Map(),
  };
  open.set(one.id, one);
  return one;
}

/** @throws AppError `committee.returnsNotOpen` */
export function heldReturns(session: StoreSession, id: string, owner: number): OpenReturns {
  const one = previewsOf(session).get(id);
  if (one === undefined || one.owner !== owner) throw new AppError('committee.returnsNotOpen');
  return one;
}

export function closeReturns(session: StoreSession, id: string, owner: number): void {
  if (previewsOf(session).get(id)?.owner === owner) previewsOf(session).delete(id);
}

export type ReturnCounts = Readonly<Record<CellFate | 'undecided', number>>;

export function returnCounts({ judgement, choices }: OpenReturns): ReturnCounts {
  const counts = { new: 0, differs: 0, kept: 0, same: 0, refused: 0, undecided: 0 };
  for (const { key, fate } of judgement.cells.values()) {
    counts[fate] += 1;
    if (fate === 'differs' && !choices.has(key)) counts.undecided += 1;
  }
  return counts;
}

export interface CellsRequest {
  /** Null for all that is not plainly the same. */
  readonly fate: CellFate | null;
  readonly file: number | null;
  readonly offset: number;
  readonly limit: number;
}

export function returnCells(
  { judgement }: OpenReturns,
  { fate, file, offset, limit }: CellsRequest,
): { readonly cells: ReturnCell[]; readonly total: number } {
  const wanted = [...judgement.cells.values()].filter(
    (cell) =>
      (fate === null ? cell.fate !== 'same' : cell.fate === fate) &&
      (file === null || [...cell.offers, ...cell.refused].some((one) => one.file === file)),
  );
  return { cells: wanted.slice(offset, offset + limit), total: wanted.length };
}

export interface DecideRequest {
  readonly cells: readonly string[] | 'undecided' | 'all';
  /** `offered`: the last file that says something of the cell; null to leave it open again. */
  readonly choice: 'stored' | 'offered' | { readonly file: number } | null;
}

/** Says what stands in cells that differ; cells that a chosen file says nothing of stay as they are. */
export function decideReturns(one: OpenReturns, { cells, choice }: DecideRequest): void {
  const { judgement, choices } = one;
  const wanted =
    typeof cells === 'string'
      ? [...judgement.cells.values()]
      : cells.flatMap((key) => judgement.cells.get(key) ?? []);
  for (const { key, fate, offers } of wanted) {
    if (fate !== 'differs' || (cells === 'undecided' && choices.has(key))) continue;
    if (choice === null) choices.delete(key);
    else if (choice === 'stored') choices.set(key, 'stored');
    else if (choice === 'offered') choices.set(key, offers.at(-1)?.file ?? 'stored');
    else if (offers.some(({ file }) => file === choice.file)) choices.set(key, choice.file);
  }
}

/** What of a judgement matters to whoever looked at it. */
function digestOf({ files, cells }: Judgement): string {
  return JSON.stringify([files, [...cells.values()]]);
}

/**
 * Writes what the files bring, as one operation.
 * @throws AppError `committee.undecided`, `committee.nothingToTake`; `committee.returnsStale` when the
 *   store changed what the preview showed: the preview then shows the new state, choices to be made anew
 */
export async function takeOpenReturns(
  session: StoreSession,
  id: string,
  context: ReturnsContext,
): Promise<TakenReturns> {
  const one = heldReturns(session, id, context.owner);
  const now = await inTurns(
    judgeReturns(session.reader, one.phaseId, one.returned, one.day),
    context.signal,
  );
  if (digestOf(now) !== digestOf(one.judgement)) {
    one.judgement = now;
    one.choices = new Map();
    throw new AppError('committee.returnsStale');
  }
  const { undecided } = returnCounts(one);
  if (undecided > 0) throw new AppError('committee.undecided', { count: undecided });
  const taken = await takeReturns(session, one, context);
  previewsOf(session).delete(id);
  return taken;
}
