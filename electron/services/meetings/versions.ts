import type { ChannelRequest } from '#contract/channels.ts';
import type { MinutesVersion, Segment } from '#contract/minutes.channels.ts';
import { parseRichText, plainTextOf, refsOf } from '#domain/rich-text.ts';
import type { RecordRef } from '#domain/rich-text.ts';
import type { ChangeRow, OperationRow } from '#journal/entries.ts';
import { entriesOfRows, latest, valueFor } from '#journal/entries.ts';
import { instantOf } from '#journal/clock.ts';
import { parseReason } from '#journal/history.ts';
import { operationsOf } from '#journal/operations-of.ts';
import { TYPING } from '#journal/undo.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import { positionsOf, rowsOfMinutes } from '#repositories/minutes.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { mustGet } from './find.ts';
import { diffWords } from './word-diff.ts';

/** Typing that is taken up again after so many milliseconds begins another version. */
const PAUSE = 5 * 60_000;

interface Life {
  /** Operations that touched the minutes or their items, the oldest first. */
  readonly operations: readonly OperationRow[];
  readonly entries: ReadonlyMap<string, readonly ChangeRow[]>;
}

function lifeOf(db: ReadableDb, minutesId: string): Life {
  const rows = rowsOfMinutes(db, minutesId);
  return { operations: operationsOf(db, rows), entries: entriesOfRows(db, rows) };
}

/** Who wrote when, latest first. Typing by one person without a long pause is one version. */
export function minutesVersions(
  db: ReadableDb,
  { minutesId }: ChannelRequest<'minutes:versions'>,
): MinutesVersion[] {
  mustGet(db, 'minutes', minutesId);
  const versions: MinutesVersion[] = [];
  for (const operation of lifeOf(db, minutesId).operations) {
    const at = instantOf(operation.hlc);
    const { key } = parseReason(operation.reason);
    const version = { operationId: operation.id, at, author: operation.author, reason: key };
    const last = versions.at(-1);
    const isGoingOn =
      last !== undefined &&
      key === TYPING &&
      last.reason === TYPING &&
      last.author === operation.author &&
      Date.parse(at) - Date.parse(last.at) <= PAUSE;
    if (isGoingOn) versions[versions.length - 1] = { ...version, saves: last.saves + 1 };
    else versions.push({ ...version, saves: 1 });
  }
  return versions.toReversed();
}

/** What was written by item of the agenda at the time of an operation; null stands for now. */
type Text = ReadonlyMap<string | null, string>;

function textAt(life: Life, minutesId: string, operationId: string | null): Text {
  const until =
    operationId === null ? null : life.operations.find((operation) => operation.id === operationId);
  if (until === undefined) {
    throw new DataError('journal.operationNotFound', { id: operationId ?? '' });
  }
  const text = new Map<string | null, string>();
  for (const [row, entries] of life.entries) {
    const seen = until === null ? entries : entries.filter(({ hlc }) => hlc <= until.hlc);
    const cell = (col: string): unknown => {
      const winner = latest(seen.filter((entry) => entry.op === 'insert' || entry.col === col));
      return winner === null ? null : valueFor(winner, col);
    };
    const body = cell('body');
    if (typeof body !== 'string' || cell('deletedAt') !== null) continue;
    const itemId = row === minutesId ? null : cell('agendaItemId');
    text.set(typeof itemId === 'string' ? itemId : null, body);
  }
  return text;
}

/** Decisions and actions placed in a text are compared by what they are called today. */
function wordingOfRefs(db: ReadableDb, texts: readonly Text[]): (ref: RecordRef) => string {
  const refs = texts.flatMap((text) =>
    [...text.values()].flatMap((body) => refsOf(parseRichText(body))),
  );
  const named = (type: RecordRef['type']) =>
    refs.filter((ref) => ref.type === type).map((ref) => ref.attrs.id);
  const labels = new Map([
    ...labelsOf(db, 'decision', named('decisionRef')),
    ...labelsOf(db, 'actionItem', named('actionRef')),
  ]);
  return ({ attrs }) => labels.get(attrs.id) ?? '';
}

export interface ComparedItem {
  readonly agendaItemId: string | null;
  readonly title: string | null;
  readonly hasChanged: boolean;
  readonly segments: Segment[];
}

/** What changed in the words between two versions of minutes, item by item in the agenda's order. */
export function compareMinutes(
  db: ReadableDb,
  { minutesId, from, to }: ChannelRequest<'minutes:compare'>,
): ComparedItem[] {
  mustGet(db, 'minutes', minutesId);
  const life = lifeOf(db, minutesId);
  const [before, after] = [textAt(life, minutesId, from), textAt(life, minutesId, to)];
  const wordingOf = wordingOfRefs(db, [before, after]);
  const plain = (body: string | undefined) =>
    body === undefined ? '' : plainTextOf(parseRichText(body), wordingOf);
  const itemIds = [...new Set([...before.keys(), ...after.keys()])];
  const known = itemIds.flatMap((id) => id ?? []);
  const titles = labelsOf(db, 'agendaItem', known);
  const positions = positionsOf(db, known);
  const placeOf = (id: string | null) => (id === null ? -1 : (positions.get(id) ?? Infinity));
  return itemIds
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((agendaItemId) => {
      const segments = diffWords(plain(before.get(agendaItemId)), plain(after.get(agendaItemId)));
      return {
        agendaItemId,
        title: agendaItemId === null ? null : (titles.get(agendaItemId) ?? ''),
        hasChanged: segments.some(({ kind }) => kind !== 'same'),
        segments,
      };
    });
}
