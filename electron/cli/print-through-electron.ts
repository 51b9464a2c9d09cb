import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { z } from 'zod';

import { AppError, failureSchema } from '#contract/errors.ts';

import type { CliOutcome, CliRequest } from './command.ts';

const projectRoot = join(import.meta.dirname, '../..');
const refused = z.object({ error: failureSchema });

/** How to start Electron, as the environment says. @throws AppError `export.noEngine` */
function electronCommand(): readonly [string, readonly string[]] {
  const program = process.env['RAPPORTEUR_ELECTRON'];
  if (program === undefined || program === '') throw new AppError('export.noEngine');
  const parsed = z
    .array(z.string())
    .safeParse(JSON.parse(process.env['RAPPORTEUR_ELECTRON_ARGS'] ?? '[]'));
  return [program, parsed.success ? parsed.data : []];
}

/** Runs a program to its end; what it writes on standard error is its own noise. */
function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const binding = process.env['RAPPORTEUR_ELECTRON_SQLITE_BINDING'];
    const env = {
      ...process.env,
      ...(binding === undefined ? {} : { RAPPORTEUR_SQLITE_BINDING: binding }),
    };
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    const child = spawn(program, args, { env, stdio: [...stdio], windowsHide: true });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(Math.max(0, text.indexOf('{'))));
  } catch {
    return null;
  }
}

/**
 * Has the same command carried out by the Electron at hand, whose printer makes the PDF.
 * @throws AppError what it refused, or `export.noEngine` when it cannot be started
 */
export async function printThroughElectron(
  { args, words }: CliRequest,
  path: string,
): Promise<CliOutcome> {
  const [program, switches] = electronCommand();
  const language = ['--lang', words.language];
  const own = [...args.filter((word) => word !== '--json'), '--json'];
  const given = args.includes('--lang') ? own : [...own, ...language];
  const output = await outputOf(program, [...switches, projectRoot, 'cli', ...given]).catch(
    (error: unknown) => {
      throw new AppError('export.noEngine', {}, { cause: error });
    },
  );
  const json = parsedJson(output);
  const refusal = refused.safeParse(json);
  if (refusal.success) throw new AppError(refusal.data.error.code, refusal.data.error.details);
  const done = z.looseObject({ path: z.literal(path) }).safeParse(json);
  if (!done.success) throw new AppError('export.noEngine', {}, { cause: new Error(output) });
  return { json, text: words.t('cli:exported', { path }) };
}
