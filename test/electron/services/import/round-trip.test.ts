import { join } from 'node:path';

import { expect, test } from 'vitest';

import { importRegisterNames } from '#contract/import.channels.ts';
import type { SpreadsheetFormatName } from '#contract/schemas.ts';
import { spreadsheetFormats } from '#contract/schemas.ts';
import { createTranslator } from '#platform/translate.ts';
import { exportRegister } from '#services/registers.ts';
import { allRows, exampleStore, temporaryFolder } from '#test/stores.ts';

import { planned } from './importing.ts';

const query = { text: '', filters: [], sort: [], at: null };

test.for(
  importRegisterNames.flatMap((register) =>
    spreadsheetFormats.map((format) => [register, format] as const),
  ),
)('%s exported to %s come back without a change', async ([register, format]) => {
  const { session } = exampleStore();
  const before = allRows(session.reader);
  const path = await exported(session, register, format);
  const one = await planned(session, { path }, register);
  const odd = (['new', 'update', 'duplicate', 'error', 'ignored'] as const).flatMap((fate) =>
    one.rows(fate).slice(0, 3),
  );
  expect(odd, JSON.stringify(odd, null, 1)).toEqual([]);
  expect(one.result.rows).toBeGreaterThan(0);
  expect(one.result.counts.unchanged).toBe(one.result.rows);
  await expect(one.run()).rejects.toMatchObject({ code: 'import.nothingToDo' });
  expect(allRows(session.reader)).toEqual(before);
});

async function exported(
  session: ReturnType<typeof exampleStore>['session'],
  register: (typeof importRegisterNames)[number],
  format: SpreadsheetFormatName,
): Promise<string> {
  const path = join(temporaryFolder(), `registre.${format}`);
  await exportRegister(session, path, {
    register,
    query,
    columns: null,
    format,
    language: 'fr',
    author: 'Essai',
    translate: createTranslator('fr').t,
  });
  return path;
}
