import type { ErrorCode } from '#contract/errors.ts';
import { AppError } from '#contract/errors.ts';
import { ImportError } from '#interop/import/import-error.ts';

/** What a reader refuses, as the person at the screen is told it; anything else as it is. */
export function asAppError(error: unknown): unknown {
  if (!(error instanceof ImportError)) return error;
  const code: ErrorCode = `import.${error.code}`;
  return new AppError(code, { ...error.details }, { cause: error });
}
