import type { NameForm } from './name-form.ts';
import { numbersIn } from './name-form.ts';
import { emitDeletions, keyOf } from './postings.ts';

/** Beyond so many records under one key, the key tells nothing. */
const MOST = { close: 40, part: 16 } as const;

const LEAST_LETTERS = 5;
const LEAST_WORD = 4;
/** Letters of the beginning or the end of a long name that slips have left alone. */
const PART = 10;
/** Letters of a word that are looked at: a slip after them leaves them as they are. */
const BEGINNING = 8;
/** Words of a long name among which a slip is looked for. */
const WORDS = 6;

/**
 * Keys that names with a slip of the pen share: the slip is in the longest word, whose letters are
 * left out one by one, or in another word, which is left out whole; and names with several slips
 * still begin or end alike.
 */
export function emitCloseKeys(
  kinds: {
    readonly slip: number;
    readonly word: number;
    readonly start: number;
    readonly end: number;
  },
  form: NameForm,
  emit: (key: number, most: number) => void,
): void {
  const { whole, sorted } = form;
  if (whole.length < LEAST_LETTERS) return;
  const words = sorted.split(' ');
  const longest = Math.max(...words.map((word) => word.length));
  for (const [at, word] of words.entries()) {
    if (at >= WORDS && word.length < longest) continue;
    if (word.length < LEAST_WORD && words.length > 1) continue;
    const others = words.length === 1 ? '' : words.toSpliced(at, 1).join(' ');
    if (word.length >= longest - 1) {
      emitDeletions(keyOf(kinds.slip, others), word.slice(0, BEGINNING), (key) =>
        emit(key, MOST.close),
      );
    } else {
      emit(keyOf(kinds.word, `${others}/${word.charAt(0)}`), MOST.close);
    }
  }
  if (whole.length < PART * 2) return;
  const numbers = numbersIn(form);
  emit(keyOf(kinds.start, `${whole.slice(0, PART)}/${numbers}`), MOST.part);
  emit(keyOf(kinds.end, `${whole.slice(-PART)}/${numbers}`), MOST.part);
}
