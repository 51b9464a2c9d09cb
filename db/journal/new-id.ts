import { randomFillSync } from 'node:crypto';

import { v7 } from 'uuid';

const ID_BYTES = 16;
const SEQUENCE_LIMIT = 0x7fffffff;

/** Random bytes drawn for many identifiers at once: one draw each costs a third of a bulk insert's checks. */
const pool = Buffer.allocUnsafe(ID_BYTES * 256);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/** A new record's identifier: UUID v7, each greater than the one before it in this process. */
export function newId(): string {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = random.readUInt32BE(0) >>> 2;
  } else if (sequence < SEQUENCE_LIMIT) {
    sequence += 1;
  } else {
    lastMs += 1;
    sequence = 0;
  }
  return v7({ random, msecs: lastMs, seq: sequence });
}
