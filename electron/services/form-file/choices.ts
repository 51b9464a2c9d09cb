import type { Translator } from '#platform/translate.ts';
import { createTranslator } from '#platform/translate.ts';
import { foldText } from '#sql/fold.ts';

const speakers = [createTranslator('fr').t, createTranslator('en').t];

/** The value that a cell names in either language: a form may be sent back by an English office. */
export function choiceIn<T>(
  text: string,
  values: readonly T[],
  wordOf: (value: T, t: Translator['t']) => string,
): T | null {
  const folded = foldText(text);
  const found = values.find((value) => speakers.some((t) => foldText(wordOf(value, t)) === folded));
  return found ?? null;
}
