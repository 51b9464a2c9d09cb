import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type {
  Fate,
  ImportFile,
  ImportGuess,
  ImportPlan,
  ImportRegisterName,
  ImportRow,
  ImportSpec,
} from '#contract/import.channels.ts';
import { processReaders } from '#interop/import/process-reader.ts';
import { createTranslator } from '#platform/translate.ts';
import type { ImportContext } from '#services/import/context.ts';
import type { Imports } from '#services/import/surface.ts';
import { createImports } from '#services/import/imports.ts';
import type { StoreSession } from '#services/session.ts';
import { temporaryFolder } from '#test/stores.ts';

const entry = new URL('../../../../electron/import-worker.ts', import.meta.url);

export function importContext(over: Partial<ImportContext> = {}): ImportContext {
  return {
    language: 'fr',
    author: 'Essai',
    translate: createTranslator('fr').t,
    signal: new AbortController().signal,
    progress: () => undefined,
    spawnReader: processReaders(entry),
    home: temporaryFolder(),
    owner: 1,
    ...over,
  };
}

/** One file on its way into a store, step by step as a person takes them. */
export interface Importing {
  readonly imports: Imports;
  readonly context: ImportContext;
  readonly file: ImportFile;
  readonly guess: (register: ImportRegisterName) => ImportGuess;
  readonly plan: (spec: ImportSpec) => Promise<ImportPlan>;
  readonly rows: (fate?: Fate) => ImportRow[];
  readonly run: (mode?: 'all' | 'valid') => ReturnType<Imports['run']>;
}

export async function importing(
  session: StoreSession,
  source: { readonly path: string } | { readonly text: string },
  context = importContext(),
): Promise<Importing> {
  const imports = createImports();
  onTestFinished(() => imports.closeAll());
  const file = await imports.open(
    session,
    {
      source:
        'path' in source
          ? { kind: 'file', path: source.path }
          : { kind: 'paste', text: source.text, html: null },
      encoding: null,
      separator: null,
    },
    context,
  );
  const { importId } = file;
  const sheet = file.suggestion?.sheet ?? 0;
  return {
    imports,
    context,
    file,
    guess: (register) => imports.guess({ importId, register, sheet, isFresh: false }, context),
    plan: (spec) => imports.plan(session, { importId, spec }, context),
    rows: (fate) =>
      imports.rows(session, { importId, fate: fate ?? null, offset: 0, limit: 200 }, context).rows,
    run: (mode = 'valid') => imports.run(session, { importId, mode }, context),
  };
}

/** Opens, guesses and plans at once. */
export async function planned(
  session: StoreSession,
  source: { readonly path: string } | { readonly text: string },
  register: ImportRegisterName,
  over: Partial<ImportSpec> = {},
  context = importContext(),
): Promise<Importing & { readonly result: ImportPlan; readonly guessed: ImportGuess }> {
  const one = await importing(session, source, context);
  const guessed = one.guess(register);
  const result = await one.plan({ ...guessed.spec, ...over });
  return { ...one, result, guessed };
}

export function csvFile(lines: readonly string[], name = 'tableau.csv'): { path: string } {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, `\ufeff${lines.join('\r\n')}\r\n`);
  return { path };
}
