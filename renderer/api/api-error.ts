import type { ErrorCode, Failure } from '#contract/errors.ts';

/** A refusal as the window meets it; `message` is already a sentence for the person, when the other side gave one. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: Failure['details'];

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = 'ApiError';
    this.code = failure.code;
    this.details = failure.details;
  }
}

/** A refusal met in the window itself; screens word it from its code. */
export function localError(code: ErrorCode, cause?: unknown): ApiError {
  return new ApiError({ code, message: '', details: {} }, { cause });
}

/** Whatever was thrown, as a refusal that can be shown. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : localError('unexpected', thrown);
}
