/** Multiplier and offset of the FNV hash, 32 bits. */
const PRIME = 16_777_619;
const OFFSET = -2_128_831_035;

const FIRST_BUCKETS = 1 << 12;

/** A well-spread 32-bit hash of a text, different for each kind of key. */
export function keyOf(kind: number, text: string): number {
  let hash = Math.imul(OFFSET ^ kind, PRIME);
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  }
  return mixed(hash);
}

function mixed(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) | 0;
}

const BASE = 0x01000193;
const powers: number[] = [1];
for (let at = 1; at < 256; at += 1) powers.push(Math.imul(powers[at - 1] ?? 1, BASE));

/**
 * Keys of a word and of everything it becomes when one letter is left out: two words that differ by
 * one letter added, lost, changed or swapped share a key. `among` is the key of what stands beside.
 */
export function emitDeletions(among: number, text: string, emit: (key: number) => void): void {
  const length = Math.min(text.length, powers.length - 1);
  let whole = 0;
  for (let at = 0; at < length; at += 1) {
    whole = (Math.imul(whole, BASE) + text.charCodeAt(at)) | 0;
  }
  emit(mixed(whole ^ among));
  let before = 0;
  let after = whole;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const left = length - at - 1;
    after = (after - Math.imul(code, powers[left] ?? 1)) | 0;
    // A letter that is doubled gives the same text whichever of the two is left out.
    if (at === 0 || text.charCodeAt(at - 1) !== code) {
      const rest = (Math.imul(before, powers[left] ?? 1) + after) | 0;
      emit(mixed(rest ^ among));
    }
    before = (Math.imul(before, BASE) + code) | 0;
  }
}

/** Which rows stand under which keys: a hash table in plain memory, so that 100,000 rows fit it. */
export class Postings {
  /** First entry of a bucket plus one; zero for an empty bucket. */
  #heads = new Int32Array(FIRST_BUCKETS);
  /** Three numbers an entry: key, row, and the next entry of its bucket plus one. */
  #entries = new Int32Array(FIRST_BUCKETS * 3);
  #size = 0;
  /** Keys under which too many rows stand. */
  readonly #crowded = new Set<number>();

  add(key: number, row: number): void {
    if (this.#size === this.#heads.length) this.#grow();
    const at = this.#size * 3;
    if (at === this.#entries.length) {
      const larger = new Int32Array(Math.ceil(at / 2) * 3);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries[at] = key;
    this.#entries[at + 1] = row;
    this.#size += 1;
    this.#chain(at);
  }

  /** How many entries stand under a key, counted no further than `most`. */
  count(key: number, most: number): number {
    const entries = this.#entries;
    let found = 0;
    let next = this.#heads[key & (this.#heads.length - 1)] ?? 0;
    while (next !== 0 && found < most) {
      const at = (next - 1) * 3;
      if (entries[at] === key) found += 1;
      next = entries[at + 2] ?? 0;
    }
    return found;
  }

  /** Gathers the rows under a key, unless there are more than `most`: such a key says nothing. */
  gather(key: number, most: number, into: number[]): void {
    if (this.#crowded.has(key)) return;
    const entries = this.#entries;
    const before = into.length;
    let next = this.#heads[key & (this.#heads.length - 1)] ?? 0;
    while (next !== 0) {
      const at = (next - 1) * 3;
      if (entries[at] === key) {
        if (into.length - before === most) {
          into.length = before;
          this.#crowded.add(key);
          return;
        }
        into.push(entries[at + 1] ?? 0);
      }
      next = entries[at + 2] ?? 0;
    }
  }

  #chain(at: number): void {
    const bucket = (this.#entries[at] ?? 0) & (this.#heads.length - 1);
    this.#entries[at + 2] = this.#heads[bucket] ?? 0;
    this.#heads[bucket] = at / 3 + 1;
  }

  #grow(): void {
    this.#heads = new Int32Array(this.#heads.length * 2);
    for (let entry = 0; entry < this.#size; entry += 1) this.#chain(entry * 3);
  }
}
