import type { ErrorCode, Failure, Result } from '#contract/errors.ts';
import { AppError } from '#contract/errors.ts';
import type { Language } from '#i18n/index.ts';
import type { Translator } from '#platform/translate.ts';
import { createTranslator } from '#platform/translate.ts';
import { DataError } from '#sql/errors.ts';

const translators = new Map<Language, Translator>();

/** The translator of a language, made once. */
export function translatorOf(language: Language): Translator {
  const known = translators.get(language) ?? createTranslator(language);
  translators.set(language, known);
  return known;
}

/** A refusal as the window shows it: its code, and a sentence for a person. */
export function failure(code: ErrorCode, details: Failure['details'], language: Language): Failure {
  return translatorOf(language).failure(new AppError(code, details));
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** True for errors that no code foresaw: they are logged. */
export function isUnexpected(error: unknown): boolean {
  return !(error instanceof DataError || error instanceof AppError || isCancelled(error));
}

/** Any error as a refusal. What nobody foresaw tells the window nothing but that it happened. */
export function refused(error: unknown, language: Language): Result<never> {
  const told = isCancelled(error) ? new AppError('request.cancelled') : error;
  return { ok: false, error: translatorOf(language).failure(told) };
}
