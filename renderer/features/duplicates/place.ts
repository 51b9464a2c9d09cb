import type { DuplicateTable } from '#domain/duplicate.ts';
import { duplicateTables } from '#domain/duplicate.ts';
import { isId } from '#domain/ids.ts';

/** What the address of the review points at: a kind of record, a pair, or a record in search of its double. */
export interface Place {
  readonly table: DuplicateTable;
  readonly firstId: string | null;
  readonly secondId: string | null;
}

const SEPARATOR = '.';

/** Reads the last part of an address; whatever it may hold, a place comes out. */
export function placeAt(address: string | null): Place {
  const [kind, firstId, secondId] = (address ?? '').split(SEPARATOR);
  const table = duplicateTables.find((name) => name === kind) ?? 'organisation';
  const first = isId(firstId) ? firstId : null;
  return { table, firstId: first, secondId: first !== null && isId(secondId) ? secondId : null };
}

/** The last part of the address of a place. */
export function addressOf({ table, firstId, secondId }: Place): string {
  return [table, firstId, secondId].filter((part) => part !== null).join(SEPARATOR);
}

interface PairIds {
  readonly first: { readonly id: string };
  readonly second: { readonly id: string };
}

/** Where a pair stands in a list, whichever of the two is named first; -1 when it does not. */
export function positionOf(
  pairs: readonly PairIds[],
  { firstId, secondId }: Pick<Place, 'firstId' | 'secondId'>,
): number {
  return pairs.findIndex(
    ({ first, second }) =>
      (first.id === firstId && second.id === secondId) ||
      (first.id === secondId && second.id === firstId),
  );
}
