import type { TextParams } from '#platform/translate.ts';

/** A command that is not well written: which text of `cli:usage` says so, and what it names. */
export class UsageError extends Error {
  readonly key: string;
  readonly params: TextParams;

  constructor(key: string, params: TextParams = {}) {
    super(key);
    this.name = 'UsageError';
    this.key = key;
    this.params = params;
  }
}
