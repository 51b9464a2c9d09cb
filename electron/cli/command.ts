import type { Translator } from '#platform/translate.ts';

import type { CliIo } from './io.ts';
import type { OptionName } from './options.ts';

export type ArgumentName = 'register' | 'report' | 'text' | 'table' | 'id' | 'file' | 'list';

/** A command as it was asked for: its words checked, its paths made absolute against `folder`. */
export interface CliRequest {
  readonly args: readonly string[];
  readonly io: CliIo;
  readonly home: string;
  readonly author: string;
  readonly words: Translator;
  readonly argument: (name: ArgumentName) => string;
  readonly value: (name: OptionName) => string | null;
  /** An option that the command requires. */
  readonly required: (name: OptionName) => string;
  readonly isSet: (name: OptionName) => boolean;
  /** Absolute path of what a person typed. */
  readonly path: (typed: string) => string;
}

/** What a command did: for a program, and for a person. */
export interface CliOutcome {
  readonly json: unknown;
  readonly text: string;
  /** Said on standard error beside the result; the command then counts as refused. */
  readonly complaint?: string;
}

export interface Command {
  readonly arguments: readonly ArgumentName[];
  readonly required: readonly OptionName[];
  readonly optional: readonly OptionName[];
  readonly run: (request: CliRequest) => CliOutcome | Promise<CliOutcome>;
}
