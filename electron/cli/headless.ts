import { join } from 'node:path';

import {
  documentFormats,
  registerNames,
  reportNames,
  spreadsheetFormats,
} from '#contract/schemas.ts';

import { runCli } from './run.ts';

/**
 * The main job where there is no display, in one process: makes the example group in the store given
 * first, then writes both reports and every register in all their formats into the folder given
 * second. Ends with 1 when one of them was not written; what went wrong is on standard error.
 */
const [store = '', folder = ''] = process.argv.slice(2);

function exportsOf(names: readonly string[], formats: readonly string[]): string[][] {
  return names.flatMap((name) =>
    formats.map((format) => {
      const out = join(folder, `${name}.${format}`);
      return ['export', name, '--store', store, '--format', format, '--out', out];
    }),
  );
}

const commandLines = [
  ['create', '--store', store, '--example'],
  ...exportsOf(reportNames, documentFormats),
  ...exportsOf(registerNames, spreadsheetFormats),
];

for (const args of commandLines) {
  const code = await runCli(args, {
    stdout: () => undefined,
    stderr: (said) => process.stderr.write(`${args.join(' ')}\n${said}`),
  });
  if (code !== 0) process.exitCode = 1;
}
