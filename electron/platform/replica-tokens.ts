import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ReplicaTokens } from '#journal/replica.ts';

import { writeFileAtomically } from './atomic-write.ts';
import { pathDigest } from './paths.ts';

/**
 * What this machine knows of the copy of a store that lies at `storePath`. One file per place, so
 * that a copy made beside the original, or a backup put in its stead, is known for what it is.
 */
export function replicaTokens(folder: string, storePath: string): ReplicaTokens {
  const fileOf = (storeId: string): string =>
    join(folder, `${pathDigest(storePath)}-${storeId.replaceAll(/[^\w-]/g, '')}.token`);
  return {
    read: (storeId) => {
      try {
        return readFileSync(fileOf(storeId), 'utf8').trim();
      } catch {
        return null;
      }
    },
    write: (storeId, token) => writeFileAtomically(fileOf(storeId), token),
  };
}

/** Identifiers of the stores that this machine has seen at that place: a damaged one cannot tell its own. */
export function knownStoreIds(folder: string, storePath: string): string[] {
  if (!existsSync(folder)) return [];
  const start = `${pathDigest(storePath)}-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.token'))
    .map((name) => name.slice(start.length, -'.token'.length));
}
