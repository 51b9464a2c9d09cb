import { resolve } from 'node:path';

import type { Failure } from '#contract/errors.ts';
import { dataHome, homePaths } from '#platform/paths.ts';
import { openSettings } from '#platform/settings.ts';
import type { Translator } from '#platform/translate.ts';
import { createTranslator } from '#platform/translate.ts';

import type { CliRequest, Command } from './command.ts';
import { allCommands, isCommandName, loadCommand } from './commands/index.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { CliIo } from './io.ts';
import type { CommandLine } from './parse.ts';
import { checkLine, languageOf, parseLine } from './parse.ts';
import { UsageError } from './usage-error.ts';

const DONE = 0;
const REFUSED = 1;
const USAGE = 2;

function commandNamed(name: string | undefined): Promise<Command> {
  if (name === undefined) throw new UsageError('noCommand');
  if (!isCommandName(name)) throw new UsageError('unknownCommand', { command: name });
  return loadCommand(name);
}

function requestOf(
  command: Command,
  { values, positionals }: CommandLine,
  context: Pick<CliRequest, 'args' | 'io' | 'home' | 'author' | 'words'>,
): CliRequest {
  const value: CliRequest['value'] = (name) => {
    const given = values.get(name);
    return typeof given === 'string' ? given : null;
  };
  return {
    ...context,
    value,
    required: (name) => value(name) ?? '', // `checkLine` saw that it is there
    argument: (name) => positionals[1 + command.arguments.indexOf(name)] ?? '', // as above
    isSet: (name) => values.has(name),
    path: (typed) => resolve(typed),
  };
}

async function carryOut(
  args: readonly string[],
  context: Pick<CliRequest, 'args' | 'io' | 'home' | 'author' | 'words'>,
): Promise<number> {
  const { io, words } = context;
  const line = parseLine(args);
  const name = line.positionals[0];
  if (line.values.has('help')) {
    const text =
      name === undefined
        ? generalHelp(await allCommands(), words)
        : commandHelp(name, await commandNamed(name), words);
    io.stdout(`${text}\n`);
    return DONE;
  }
  const command = await commandNamed(name);
  checkLine(command, line, (argument) => words.t(`cli:argument.${argument}`));
  const { json, text, complaint } = await command.run(requestOf(command, line, context));
  const printed = line.values.has('json') ? JSON.stringify(json, null, 2) : text;
  if (printed !== '') io.stdout(`${printed}\n`);
  if (complaint === undefined) return DONE;
  io.stderr(`${complaint}\n`);
  return REFUSED;
}

function explain(
  args: readonly string[],
  { key, params }: UsageError,
  { t }: Translator,
): Omit<Failure, 'code'> & { readonly code: string } {
  const name = args.find(isCommandName);
  const hint =
    name === undefined ? t('cli:usage.hint') : t('cli:usage.commandHint', { command: name });
  return { code: 'usage', message: `${t(`cli:usage.${key}`, params)}\n${hint}`, details: params };
}

/**
 * The command line: does what the arguments ask and gives the exit code (0 done, 1 refused and
 * nothing changed, 2 not well written). Never throws; refusals are sentences on standard error and,
 * with `--json`, an object on standard output.
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const home = io.home ?? dataHome();
  const { author, language } = openSettings(homePaths(home).settings).current().preferences;
  const words = createTranslator(languageOf(args) ?? language);
  try {
    return await carryOut(args, { args, io, home, author, words });
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const failure = isUsage ? explain(args, error, words) : words.failure(error);
    if (args.includes('--json')) io.stdout(`${JSON.stringify({ error: failure }, null, 2)}\n`);
    io.stderr(`${failure.message}\n`);
    if (failure.code === 'unexpected' && process.env['RAPPORTEUR_DEBUG'] === '1') {
      io.stderr(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    return isUsage ? USAGE : REFUSED;
  }
}
