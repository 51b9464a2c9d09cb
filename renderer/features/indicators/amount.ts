/** An amount as people type it. */
export interface TypedAmount {
  readonly value: number;
  /** True for « plus de … ». */
  readonly isMinimum: boolean;
}

/** What a binary number holds without loss. */
const DIGITS_AT_MOST = 15;
const SPACE = '[ \\u00A0\\u202F]';
const NUMBER = new RegExp(`^[-+−]?(?:\\d{1,3}(?:${SPACE}\\d{3})+|\\d+)(?:[.,]\\d+)?$`);

function readNumber(typed: string): number | null {
  if (!NUMBER.test(typed)) return null;
  const plain = typed
    .replaceAll(/[ \u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  return plain.replaceAll(/\D/g, '').length > DIGITS_AT_MOST ? null : Number(plain);
}

/**
 * Reads « 27 », « 1 250,5 » or « plus de 300 »; null for anything else. `atLeastWords` are the words
 * for a lower bound, parted by bars.
 */
export function readAmount(typed: string, atLeastWords: string): TypedAmount | null {
  const text = typed.trim().toLowerCase();
  const word = atLeastWords.split('|').find((one) => text.startsWith(one.toLowerCase()));
  const value = readNumber(text.slice(word?.length ?? 0).trim());
  return value === null ? null : { value: value + 0, isMinimum: word !== undefined };
}
