import { editDistance } from './distance.ts';
import type { NameForm } from './name-form.ts';
import { numbersIn } from './name-form.ts';

const SHORT_WORD = 4;
const LONG_WORD = 8;

function slipsAllowed(length: number): number {
  if (length >= 20) return 3;
  if (length >= 12) return 2;
  return length >= 5 ? 1 : 0;
}

/** Two words that could be one with a slip: a short word must be the same to the letter. */
function areCloseWords(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORT_WORD) return false;
  const limit = shorter >= LONG_WORD ? 2 : 1;
  return editDistance(a, b, limit) <= limit;
}

/**
 * How many slips of the pen make one name of the other; null when they are too many, or when whole
 * words or numbers differ (« Lille 1 » and « Lille 2 » are two).
 */
export function slipsBetween(a: NameForm, b: NameForm): number | null {
  const limit = slipsAllowed(Math.min(a.whole.length, b.whole.length));
  if (limit === 0 || Math.abs(a.whole.length - b.whole.length) > limit) return null;
  const [mine, other] = [a.core.split(' '), b.core.split(' ')];
  if (mine.length === other.length) {
    for (const [at, word] of mine.entries()) {
      if (!areCloseWords(word, other[at] ?? '')) return null;
    }
  }
  if (numbersIn(a) !== numbersIn(b)) return null;
  const slips = editDistance(a.whole, b.whole, limit);
  return slips > limit ? null : slips;
}
