import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Id } from '#domain/ids.ts';
import { isId } from '#domain/ids.ts';
import { writeFileAtomically } from '#platform/atomic-write.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';

import { saveMinutesItem } from './minutes.ts';

interface Entry {
  readonly author: string;
  readonly minutesId: Id<'minutes'>;
  readonly agendaItemId: Id<'agendaItem'> | null;
  readonly body: string | null;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { author, minutesId, agendaItemId, body } = value as Partial<Entry>; // each is checked here
  return (
    typeof author === 'string' &&
    isId(minutesId) &&
    (agendaItemId === null || isId(agendaItemId)) &&
    (body === null || typeof body === 'string')
  );
}

/** Beside the program's own things on this machine, one file for each store that is written in. */
function placeOf({ home, path }: StoreSession): string {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return join(home, 'typed-ahead', `${name}.json`);
}

function readEntries(place: string): Entry[] {
  if (!existsSync(place)) return [];
  try {
    const found: unknown = JSON.parse(readFileSync(place, 'utf8'));
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    // Written whole or not at all: what cannot be read was never ours.
    return [];
  }
}

const isSameText = (a: Entry, b: Entry): boolean =>
  a.minutesId === b.minutesId && a.agendaItemId === b.agendaItemId;

function put(place: string, kept: readonly Entry[]): void {
  if (kept.length === 0) rmSync(place, { force: true });
  else writeFileAtomically(place, JSON.stringify(kept));
}

/**
 * Keeps what was typed on the disk while the store itself is held by work of several seconds, so that
 * not even the loss of every process takes it away.
 * @returns what to do once the text is in the store, or was refused
 */
export function keepTyped(session: StoreSession, typed: Entry): () => void {
  const place = placeOf(session);
  const { author, minutesId, agendaItemId, body } = typed;
  const own: Entry = { author, minutesId, agendaItemId, body };
  put(place, [...readEntries(place).filter((one) => !isSameText(one, own)), own]);
  return () => {
    const others = readEntries(place).filter(
      (one) => !(isSameText(one, own) && one.body === own.body),
    );
    put(place, others);
  };
}

/**
 * Writes into the store what was typed when every process was lost. A text that the store refuses by
 * now (validated or removed meanwhile) is given up.
 */
export function settleTyped(session: StoreSession): void {
  if (session.isReadOnly) return;
  const place = placeOf(session);
  for (const { author, ...typed } of readEntries(place)) {
    try {
      saveMinutesItem(session, { author }, typed);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
    }
  }
  rmSync(place, { force: true });
}
