import { randomBytes } from 'node:crypto';

import { v7 as newUuid } from 'uuid';

import type { WritableDb } from '#sql/sql.ts';
import { transaction } from '#sql/sql.ts';

import { getMeta, setMeta } from './meta.ts';

/** Where the machine remembers, outside the store, which copy of it is the one it knows. */
export interface ReplicaTokens {
  readonly read: (storeId: string) => string | null;
  readonly write: (storeId: string, token: string) => void;
}

/**
 * Gives this copy of the store its own name in the journal. The token is renewed at every opening
 * and closing and kept both in the file and outside it: a file that was copied, restored or moved to
 * another machine brings another token, and so gets a new name instead of writing under the old one.
 */
export function claimReplica(db: WritableDb, tokens: ReplicaTokens): string {
  const storeId = getMeta(db, 'storeId') ?? newUuid();
  const inside = getMeta(db, 'replicaToken');
  const isKnownCopy = inside !== null && tokens.read(storeId) === inside;
  const known = getMeta(db, 'replica');
  const replica = isKnownCopy && known !== null ? known : `r${randomBytes(5).toString('hex')}`;
  transaction(db, () => {
    setMeta(db, 'storeId', storeId);
    setMeta(db, 'replica', replica);
  });
  renewToken(db, tokens);
  return replica;
}

/** At closing too, so that a copy taken while the store was open is not mistaken for it. */
export function renewToken(db: WritableDb, tokens: ReplicaTokens): void {
  const storeId = getMeta(db, 'storeId');
  if (storeId === null) return;
  const token = randomBytes(16).toString('hex');
  setMeta(db, 'replicaToken', token);
  tokens.write(storeId, token);
}

/** Makes a file a copy in its own right: whoever opens it gets a new name. For backups. */
export function forgetToken(db: WritableDb): void {
  setMeta(db, 'replicaToken', '');
}
