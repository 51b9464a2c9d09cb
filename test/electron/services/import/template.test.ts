import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { ImportGuess, ImportRegisterName } from '#contract/import.channels.ts';
import { importRegisterNames } from '#contract/import.channels.ts';
import { exporters } from '#interop/exporters.ts';
import { cellText } from '#interop/import/sheet.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { createTranslator } from '#platform/translate.ts';
import type { ImportContext } from '#services/import/context.ts';
import { createImports } from '#services/import/imports.ts';
import { writeTemplate } from '#services/import/template.ts';
import { nodeReaders } from '#services/readers.ts';
import { exampleStore, temporaryFolder } from '#test/stores.ts';

const formats = ['xlsx', 'ods'] as const;
const spawn = nodeReaders();

async function templateFile(
  register: ImportRegisterName,
  format: 'xlsx' | 'ods',
  language: 'fr' | 'en' = 'fr',
): Promise<string> {
  const path = join(temporaryFolder(), `modele.${format}`);
  await writeTemplate(path, { register, format, language, author: 'Essai' });
  return path;
}

function importing(language: 'fr' | 'en' = 'fr') {
  const { session } = exampleStore();
  const imports = createImports();
  onTestFinished(() => imports.closeAll());
  const context: ImportContext = {
    language,
    author: 'Essai',
    translate: createTranslator(language).t,
    signal: new AbortController().signal,
    progress: () => undefined,
    spawnReader: spawn,
    home: session.home,
    owner: 1,
  };
  const open = (path: string) =>
    imports.open(
      session,
      { source: { kind: 'file', path }, encoding: null, separator: null },
      context,
    );
  return { session, imports, context, open };
}

/** Cells of a sheet as they are shown. */
async function shown(path: string, sheet: number): Promise<string[][]> {
  const reader = await openReader({ kind: 'path', path }, { spawn });
  const rows: string[][] = [];
  for await (const some of reader.readSheet(sheet)) {
    rows.push(...some.map(({ cells }) => cells.map(cellText)));
  }
  await reader.close();
  return rows;
}

const columnsOf = ({ columns }: ImportGuess): (string | null)[] => columns.map(({ key }) => key);

describe.each(formats)('a template in %s', (format) => {
  it.each(importRegisterNames)(
    'for %s is read back whole, empty and without a warning',
    async (register) => {
      const { session, imports, context, open } = importing();
      const file = await open(await templateFile(register, format));
      expect(file.warnings).toEqual([]);
      expect(file.suggestion).toEqual({ sheet: 0, register });
      const { importId } = file;
      const guess = imports.guess({ importId, register, sheet: 0, isFresh: true }, context);
      expect(columnsOf(guess)).not.toContain(null);
      expect(new Set(columnsOf(guess)).size).toBe(guess.columns.length);
      const required = guess.available.filter(({ isRequired }) => isRequired).map(({ key }) => key);
      expect(columnsOf(guess)).toEqual(expect.arrayContaining(required));
      const plan = await imports.plan(session, { importId, spec: guess.spec }, context);
      expect(plan).toMatchObject({ rows: 0, warnings: [], obstacles: [] });
    },
  );

  it('explains every column, in the reader’s language', async () => {
    const french = await shown(await templateFile('organisations', format), 1);
    const heads = french.findIndex(([first]) => first === 'Colonne');
    expect(french[heads]).toEqual(['Colonne', 'Obligatoire', 'Que saisir', 'Exemple']);
    const [labels = []] = await shown(await templateFile('organisations', format), 0);
    expect(french.slice(heads + 1).map(([label]) => label)).toEqual(labels);
    expect(french.find(([label]) => label === 'Nom')?.[1]).toBe('oui');
    expect(french.find(([label]) => label === 'Nature')?.[2]).toContain('Entreprise innovante');
    const english = await shown(await templateFile('organisations', format, 'en'), 1);
    expect(english.flat()).toContain('What to write');
    expect(english.flat()).not.toContain('Colonne');
  });
});

describe('a template that is filled in', () => {
  it.each(['fr', 'en'] as const)(
    'with its own examples is accepted, in %s',
    async (language) => {
      const { session, imports, context, open } = importing(language);
      for (const register of importRegisterNames) {
        const path = await templateFile(register, 'xlsx', language);
        const guide = await shown(path, 1);
        const start = guide.findIndex((row) => row.length === 4) + 1;
        const examples = guide
          .slice(start)
          .map(([label = '', , , example = '']) => ({ label, example }));
        const filled = join(temporaryFolder(), 'rempli.csv');
        const line = (cells: readonly string[]): string =>
          cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
        writeFileSync(
          filled,
          `${line(examples.map(({ label }) => label))}\n${line(examples.map(({ example }) => example))}\n`,
        );
        const { importId } = await open(filled);
        const { spec } = imports.guess({ importId, register, sheet: 0, isFresh: true }, context);
        await imports.plan(session, { importId, spec }, context);
        const request = { importId, fate: null, offset: 0, limit: 10 };
        const [row] = imports.rows(session, request, context).rows;
        // What is refused can only be what the guide gives no example of.
        const given = new Set(
          spec.mapping
            .filter(({ column }) => examples[column]?.example !== '')
            .map(({ key }) => key),
        );
        const refused = row?.problems.filter(({ key }) => key !== null && given.has(key));
        expect({ register, refused }).toEqual({ register, refused: [] });
        await imports.close(importId, 1);
      }
    },
    120_000,
  );

  it('keeps its zeros and dates, and is imported', async () => {
    const { session, imports, context, open } = importing();
    const path = join(temporaryFolder(), 'rempli.ods');
    const labels = ['Nom', 'Nature', 'SIRET', 'Code postal'];
    await writeFileInto(path, (sink) =>
      exporters.ods.write(
        {
          properties: { title: 'x', author: 'x', date: '2017-12-20', language: 'fr' },
          labels: { yes: 'Oui', no: 'Non' },
          tables: [
            {
              name: 'Structures',
              title: 'Structures',
              columns: labels.map((label) => ({
                key: label,
                label,
                kind: 'identifier',
                hint: { text: label, choices: [] },
              })),
              rows: [['Regain', 'Institution', '12345678200010', '01000']],
            },
          ],
        },
        sink,
      ),
    );
    const { importId } = await open(path);
    const { spec } = imports.guess(
      { importId, register: 'organisations', sheet: 0, isFresh: true },
      context,
    );
    const plan = await imports.plan(session, { importId, spec }, context);
    expect(plan.counts).toMatchObject({ new: 1, error: 0 });
    await imports.run(session, { importId, mode: 'all' }, context);
    const request = { importId, fate: null, offset: 0, limit: 10 };
    const [row] = imports.rows(session, request, context).rows;
    expect(row?.cells).toEqual(
      expect.arrayContaining([
        { key: 'postalCode', text: '01000' },
        { key: 'siret', text: expect.stringMatching(/^123\s?456\s?782\s?00010$/u) },
      ]),
    );
  });
});
