import { parseArgs } from 'node:util';

import type { Language } from '#i18n/index.ts';
import { languages } from '#i18n/index.ts';

import type { Command } from './command.ts';
import type { OptionName } from './options.ts';
import { commonOptions, isOptionName, options } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The words of a command line, sorted; which command they make is not yet known. */
export interface CommandLine {
  readonly values: ReadonlyMap<OptionName, string | true>;
  readonly positionals: readonly string[];
}

function tokensOf(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

/** The language asked for, found even in a line that is otherwise wrong. */
export function languageOf(args: readonly string[]): Language | null {
  const token = tokensOf(args).find((one) => one.kind === 'option' && one.name === 'lang');
  const wanted = token?.kind === 'option' ? token.value : undefined;
  return languages.find((language) => language === wanted) ?? null;
}

/** Sorts the words of a line. @throws UsageError naming the first that is wrong */
export function parseLine(args: readonly string[]): CommandLine {
  const values = new Map<OptionName, string | true>();
  const positionals: string[] = [];
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value } = token;
    if (!isOptionName(name)) throw new UsageError('unknownOption', { option });
    if (values.has(name)) throw new UsageError('repeated', { option });
    if (options[name].type === 'boolean') {
      if (value !== undefined) throw new UsageError('noValue', { option });
      values.set(name, true);
      continue;
    }
    // A value that looks like an option is one that was forgotten, unless it is tied on with « = ».
    const isForgotten = value === undefined || (!token.inlineValue && /^-./.test(value));
    if (isForgotten || value === '') throw new UsageError('missingValue', { option });
    values.set(name, value);
  }
  const language = values.get('lang');
  if (language !== undefined && !languages.some((known) => known === language)) {
    throw new UsageError('unknownLanguage', {
      name: String(language),
      known: languages.join(', '),
    });
  }
  return { values, positionals };
}

/**
 * Holds a line against the command it calls. `named` gives the words for an argument that is missing.
 * @throws UsageError
 */
export function checkLine(
  command: Command,
  { values, positionals }: CommandLine,
  named: (argument: string) => string,
): void {
  const allowed = [...command.required, ...command.optional, ...commonOptions];
  for (const name of values.keys()) {
    if (!allowed.includes(name)) throw new UsageError('unknownOption', { option: `--${name}` });
  }
  const given = positionals.slice(1);
  const missing = command.arguments[given.length];
  if (missing !== undefined) throw new UsageError('missingArgument', { argument: named(missing) });
  const extra = given[command.arguments.length];
  if (extra !== undefined) throw new UsageError('tooMany', { argument: extra });
  for (const name of command.required) {
    if (!values.has(name)) throw new UsageError('missingOption', { option: `--${name}` });
  }
}
