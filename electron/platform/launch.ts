import { resolve } from 'node:path';

import { storeExtension } from './paths.ts';

/** How the program was started. */
export type Launch =
  | { readonly kind: 'window'; readonly file: string | null }
  | { readonly kind: 'cli'; readonly args: readonly string[] };

/** Arguments for the program itself: without the executable, Chromium's switches and the app's path. */
function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const rest = argv.slice(1);
  const first = rest.findIndex((argument) => !argument.startsWith('-'));
  if (first === -1) return [];
  if (isPackaged) return rest.slice(first);
  const own = rest.slice(first + 1);
  const second = own.findIndex((argument) => !argument.startsWith('-'));
  return second === -1 ? [] : own.slice(second);
}

/** Reads the arguments: `cli …` is the command line, a `.rapporteur` file is a store to open. */
export function readLaunch(argv: readonly string[], isPackaged: boolean, folder: string): Launch {
  const own = ownArguments(argv, isPackaged);
  if (own[0] === 'cli') return { kind: 'cli', args: own.slice(1) };
  const file = own.find((argument) => argument.toLowerCase().endsWith(storeExtension));
  return { kind: 'window', file: file === undefined ? null : resolve(folder, file) };
}
