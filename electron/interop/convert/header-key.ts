import { createHash } from 'node:crypto';

import { foldWords } from './fold.ts';

const KEY_LENGTH = 32;

/**
 * A name for each column by which a mapping can be remembered: the words of its header without case,
 * accents and punctuation, numbered from the second one that reads the same (`nom#2`); `#3` for the
 * third column when it has no header.
 */
export function headerSlots(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, column) => {
    const words = foldWords(header);
    if (words === '') return `#${column + 1}`;
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return count === 1 ? words : `${words}#${count}`;
  });
}

/**
 * The same for two sheets with the same headers, in whatever order the columns stand: a mapping is
 * remembered by slots, not by places. Columns without a header do not count.
 */
export function headerKey(headers: readonly string[]): string {
  const slots = headerSlots(headers).filter((slot) => !slot.startsWith('#'));
  const named = slots.length > 0 ? slots.toSorted() : [`#${headers.length}`];
  return createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, KEY_LENGTH);
}
