import { text } from 'node:stream/consumers';

import { z } from 'zod';

import { runCli } from './run.ts';

/**
 * Runs several command lines in one process, for scripts that would otherwise start one for each:
 * a JSON list of argument lists on standard input. Ends with 1 when one of them was not done.
 */
const commandLines = z.array(z.array(z.string())).parse(JSON.parse(await text(process.stdin)));

for (const args of commandLines) {
  const code = await runCli(args, {
    stdout: () => undefined,
    stderr: (said) => process.stderr.write(`${args.join(' ')}\n${said}`),
  });
  if (code !== 0) process.exitCode = 1;
}
