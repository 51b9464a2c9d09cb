import { createHash } from 'node:crypto';

import type { EditionKind } from '#contract/edition.views.ts';
import { AppError } from '#contract/errors.ts';
import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { one, sql } from '#sql/sql.ts';

import type { EditionScope, EditionWords } from './kinds.ts';
import { kindOf } from './kinds.ts';

export type Edition = RecordOf<'reportEdition'>;

/** Written at the head of the data, so that a later program knows how to read them. */
const FORMAT = 1;

export const sha256 = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');

export interface TakenData {
  readonly data: unknown;
  /** As they are kept. */
  readonly text: string;
  readonly sha256: string;
}

/** Data of a report in the form in which they are kept. */
export function keepable(kind: EditionKind, gathered: unknown): TakenData {
  const text = JSON.stringify({ format: FORMAT, kind, data: gathered });
  // The documents are made from what is kept, so what is read back is what counts.
  return { data: dataIn(text, kind), text, sha256: sha256(text) };
}

/** Reads what a report says from the store, in the form in which it is kept. */
export async function takeData(
  db: ReadableDb,
  kind: EditionKind,
  scope: EditionScope,
  words: EditionWords,
): Promise<TakenData> {
  return keepable(kind, await kindOf(kind).gather(db, scope, words));
}

/** The data that a snapshot's text holds; null when it is not of that kind or cannot be read. */
function dataIn(text: string, kind: EditionKind): unknown {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || !('data' in kept) || !('kind' in kept))
      return null;
    return kept.kind === kind ? kept.data : null;
  } catch {
    return null;
  }
}

export interface SnapshotHead {
  readonly id: string;
  readonly takenAt: string;
  readonly asOfOn: string;
  readonly sha256: string;
}

/** Snapshots of an edition without their data, the latest first. */
export function snapshotsOf(db: ReadableDb, { id, asOfOn }: Edition): SnapshotHead[] {
  return listRecords(db, 'snapshot', { editionId: id }, ['frozenAt'])
    .toReversed()
    .map((one) => ({
      id: one.id,
      takenAt: one.frozenAt,
      asOfOn: one.asOfOn ?? asOfOn,
      sha256: one.sha256,
    }));
}

export function takenAtOf(db: ReadableDb, editionId: string): string | null {
  return (
    one<{ at: string | null }>(
      db,
      sql`SELECT max(frozen_at) AS at FROM snapshot WHERE edition_id = ${editionId} AND deleted_at IS NULL`,
    )?.at ?? null
  );
}

export interface KeptData {
  readonly text: string;
  readonly data: unknown;
  readonly sha256: string;
}

/**
 * The data that an edition is made from: those of its latest snapshot.
 * @throws AppError `edition.noData` when there are none, or they are not what they were
 */
export function keptData(db: ReadableDb, edition: Edition): KeptData {
  const [latest] = listRecords(db, 'snapshot', { editionId: edition.id }, [
    'frozenAt',
  ]).toReversed();
  const data =
    latest === undefined || sha256(latest.data) !== latest.sha256
      ? null
      : dataIn(latest.data, edition.kind);
  if (latest === undefined || data === null) {
    throw new AppError('edition.noData', { title: edition.title });
  }
  return { text: latest.data, data, sha256: latest.sha256 };
}
