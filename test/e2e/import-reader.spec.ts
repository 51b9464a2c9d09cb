import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ElectronApplication, Page } from '@playwright/test';

import type { ImportFile } from '#contract/import.channels.ts';
import { defaultLimits } from '#interop/import/limits.ts';

import { makeZip, worksheet, xlsxParts } from '../electron/interop/import/zip-maker.ts';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { askStore, callMain, callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';
import { electronExecutable, electronSwitches, projectRoot, runEnvironment } from './launch.ts';

const fixtures = join(import.meta.dirname, '../fixtures/import');

/** Numbers of the processes of that name. */
function processes(app: ElectronApplication, name: string): Promise<number[]> {
  return app.evaluate(
    ({ app: running }, wanted) =>
      running
        .getAppMetrics()
        .filter((metric) => metric.name === wanted)
        .map(({ pid }) => pid),
    name,
  );
}

const readers = (app: ElectronApplication): Promise<number[]> =>
  processes(app, 'Rapporteur reader');

async function choose(app: ElectronApplication, page: Page, path: string): Promise<string> {
  await answerOpenDialog(app, path);
  const chosen = await callMain(page, 'dialog:openImport', {});
  if (chosen === null) throw new Error('nothing was chosen');
  return chosen.grant;
}

async function openFile(app: ElectronApplication, page: Page, path: string): Promise<ImportFile> {
  const grant = await choose(app, page, path);
  return callStore(page, 'imports:open', { source: { kind: 'file', grant } });
}

function listIn(home: string): string {
  const path = join(home, 'structures.csv');
  writeFileSync(path, 'Nom;Nature;Commune\nRegain;Institution;Lens\nEssor;Institution;Arras\n');
  return path;
}

/** The example group, with its state told as what may be compared. */
async function openExample(page: Page): Promise<() => Promise<number>> {
  await callMain(page, 'store:openExample', {});
  await openStorePort(page);
  return async () => (await callStore(page, 'journal:list', { offset: 0, limit: 200 })).length;
}

test('a file is read in a process of its own, from the dialog to the store and back', async ({
  app,
  page,
  home,
}) => {
  const operations = await openExample(page);
  const before = await operations();
  const file = await openFile(app, page, listIn(home));
  expect(file).toMatchObject({ fileName: 'structures.csv', format: 'csv' });
  const [reader] = await readers(app);
  const [keeper] = await processes(app, 'Rapporteur');
  expect(reader).toBeDefined();
  expect(new Set([reader, keeper, app.process().pid]).size).toBe(3);

  const { importId } = file;
  const { spec } = await callStore(page, 'imports:guess', {
    importId,
    register: 'organisations',
    sheet: 0,
  });
  const plan = await callStore(page, 'imports:plan', { importId, spec });
  expect(plan.counts).toMatchObject({ new: 2, error: 0 });
  const { operationId, created } = await callStore(page, 'imports:run', { importId, mode: 'all' });
  expect(created).toBe(2);
  const [found] = await callStore(page, 'search:find', { text: 'Regain', limit: 5 });
  expect(found?.label).toBe('Regain');
  await callStore(page, 'imports:close', { importId });
  await expect.poll(() => readers(app)).toEqual([]);
  if (operationId === null) throw new Error('nothing was imported');
  await callStore(page, 'journal:undoOperation', { operationId });
  expect(await callStore(page, 'search:find', { text: 'Regain', limit: 5 })).toEqual([]);
  expect(await operations()).toBe(before + 2);
});

test('workbooks of all kinds are read there', async ({ app, page }) => {
  await openExample(page);
  for (const name of ['messy.xlsx', 'messy.xls', 'messy.xlsb', 'messy-calc.ods', 'contacts.vcf']) {
    const { sheets, importId } = await openFile(app, page, join(fixtures, name));
    expect(sheets[0]?.rowCount).toBeGreaterThan(0);
    await callStore(page, 'imports:close', { importId });
  }
  await expect.poll(() => readers(app)).toEqual([]);
});

test('a table that was pasted is read there too', async ({ app, page }) => {
  await openExample(page);
  const html = readFileSync(join(fixtures, 'clipboard-excel.html'), 'utf8');
  const source = { kind: 'paste', text: '', html } as const;
  const { importId, sheets } = await callStore(page, 'imports:open', { source });
  expect(sheets[0]?.columnCount).toBeGreaterThan(1);
  expect(await readers(app)).toHaveLength(1);
  await callStore(page, 'imports:close', { importId });
  await expect.poll(() => readers(app)).toEqual([]);
});

test('a bomb is refused with a sentence; the window and the store live on', async ({
  app,
  page,
  home,
}) => {
  const operations = await openExample(page);
  const before = await operations();
  const path = join(home, 'bombe.xlsx');
  const zeros = { name: 'xl/media/zeros.bin', data: Buffer.alloc(64 * 1024 * 1024) };
  writeFileSync(path, makeZip([...xlsxParts(worksheet('')), zeros]));
  const grant = await choose(app, page, path);
  const refused = await askStore(page, 'imports:open', { source: { kind: 'file', grant } });
  expect(refused).toMatchObject({ ok: false, error: { code: 'import.bomb' } });
  expect(refused.ok || refused.error.message).toMatch(/masse de données démesurée/);
  await expect.poll(() => readers(app)).toEqual([]);
  expect(await operations()).toBe(before);
  expect((await callMain(page, 'app:state', {})).store?.isExample).toBe(true);
});

test('a file that takes too much memory ends its thread, and is told of as that', async ({
  app,
  home,
}) => {
  const strings = Array.from(
    { length: 500_000 },
    (_, at) => `<si><t>${'abcdefgh'.repeat(20)} ${at}</t></si>`,
  );
  const path = join(home, 'lourd.xlsx');
  const shared = { name: 'xl/sharedStrings.xml', data: `<sst>${strings.join('')}</sst>` };
  const cell = '<row><c t="s"><v>0</v></c></row>';
  writeFileSync(path, makeZip([...xlsxParts(worksheet(cell)), shared]));
  const limits = { ...defaultLimits, memoryMb: 64 };
  const worker = join(projectRoot, 'dist/main/import-worker.js');
  // The reader as main starts it, but with less memory than files are given.
  const told = await app.evaluate(
    ({ utilityProcess, MessageChannelMain }, given) =>
      new Promise<unknown>((answered) => {
        const child = utilityProcess.fork(given.worker, [], { env: {}, stdio: 'ignore' });
        const { port1, port2 } = new MessageChannelMain();
        port2.on('message', ({ data }) => {
          const { limits, path } = given;
          const source = { kind: 'path', path };
          const open = { type: 'open', source, limits, text: {}, ownsProcess: true };
          if (data.type === 'ready') port2.postMessage(open);
          else answered(data);
        });
        child.once('exit', (code) => answered({ code }));
        child.postMessage({ memoryMb: given.limits.memoryMb }, [port1]);
        port2.start();
      }),
    { worker, path, limits },
  );
  expect(told).toEqual({ type: 'failed', code: 'memoryLimit', details: {} });
});

test('a reader that was killed is told of, and the file can be opened again', async ({
  app,
  page,
  home,
}) => {
  await openExample(page);
  const path = listIn(home);
  const { importId } = await openFile(app, page, path);
  const { spec } = await callStore(page, 'imports:guess', {
    importId,
    register: 'organisations',
    sheet: 0,
  });
  const [reader] = await readers(app);
  if (reader === undefined) throw new Error('no reader runs');
  process.kill(reader, 'SIGKILL');
  await expect.poll(() => readers(app)).toEqual([]);
  expect(await askStore(page, 'imports:plan', { importId, spec })).toMatchObject({
    ok: false,
    error: { code: 'import.readerStopped' },
  });
  expect((await openFile(app, page, path)).fileName).toBe('structures.csv');
});

test('readers go with the store that is closed, the page that is left and the process they read for', async ({
  app,
  page,
  home,
}) => {
  const path = listIn(home);
  await openExample(page);
  await openFile(app, page, path);
  expect(await readers(app)).toHaveLength(1);
  await callMain(page, 'store:close', {});
  await expect.poll(() => readers(app)).toEqual([]);

  await openExample(page);
  await openFile(app, page, path);
  expect(await readers(app)).toHaveLength(1);
  await page.reload();
  await expect.poll(() => readers(app)).toEqual([]);

  await openStorePort(page);
  await openFile(app, page, path);
  const [keeper] = await processes(app, 'Rapporteur');
  if (keeper === undefined) throw new Error('the store process does not run');
  process.kill(keeper, 'SIGKILL');
  await expect.poll(() => readers(app)).toEqual([]);
});

test('the command line reads files in a process of their own too', async ({ home }) => {
  const run = async (...args: string[]): Promise<string> => {
    const all = [...electronSwitches(), '--log-level=3', projectRoot, 'cli', ...args, '--json'];
    const ended = await promisify(execFile)(electronExecutable(), all, {
      env: runEnvironment(home),
      cwd: home,
    });
    return ended.stdout.slice(ended.stdout.indexOf('{'));
  };
  const store = join(home, 'cli.rapporteur');
  await run('create', '--store', store);
  const imported = await run('import', 'organisations', listIn(home), '--store', store);
  expect(JSON.parse(imported)).toMatchObject({ counts: { new: 2 }, result: { created: 2 } });
  const again = await run('import', 'organisations', listIn(home), '--store', store);
  expect(JSON.parse(again)).toMatchObject({ counts: { unchanged: 2 }, result: null });
});

test('a template is written where the person said', async ({ app, page, home }) => {
  await openExample(page);
  const path = join(home, 'modele.ods');
  await answerSaveDialog(app, path);
  const chosen = await callMain(page, 'dialog:saveFile', { suggestedName: 'x', format: 'ods' });
  if (chosen === null) throw new Error('nothing was chosen');
  const { bytes } = await callStore(page, 'imports:template', {
    register: 'organisations',
    format: 'ods',
    grant: chosen.grant,
  });
  expect(readFileSync(path).length).toBe(bytes);
  const { suggestion } = await openFile(app, page, path);
  expect(suggestion).toEqual({ sheet: 0, register: 'organisations' });
});

test('a grant to write is none to read, nor the other way round', async ({ app, page, home }) => {
  await openExample(page);
  const path = listIn(home);
  await answerSaveDialog(app, path);
  const saved = await callMain(page, 'dialog:saveFile', { suggestedName: 'x', format: 'csv' });
  const toRead = await choose(app, page, path);
  expect(
    await askStore(page, 'imports:open', { source: { kind: 'file', grant: saved?.grant } }),
  ).toMatchObject({ ok: false, error: { code: 'path.notGranted' } });
  const wanted = { register: 'people', columns: null, format: 'csv', grant: toRead };
  expect(await askStore(page, 'registers:export', wanted)).toMatchObject({
    ok: false,
    error: { code: 'path.notGranted' },
  });
});
