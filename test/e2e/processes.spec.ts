import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ElectronApplication } from '@playwright/test';

import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { askMain, callMain, callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';
import {
  electronExecutable,
  electronSwitches,
  launchApp,
  projectRoot,
  runEnvironment,
} from './launch.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end, as a second start or as the command line. */
function run(home: string, args: readonly string[]): Promise<Ended> {
  const all = [...electronSwitches(), '--log-level=3', projectRoot, ...args];
  return new Promise((ended) => {
    execFile(
      electronExecutable(),
      all,
      { env: runEnvironment(home), cwd: home, timeout: 50_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code ?? -1);
        ended({ code, stdout, stderr });
      },
    );
  });
}

/** Number of the process that keeps the data. */
function storeProcess(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(({ app: running }) => {
    const found = running.getAppMetrics().find(({ name }) => name === 'Rapporteur');
    return found?.pid ?? null;
  });
}

test('the data live in a process of their own', async ({ app, page }) => {
  await callMain(page, 'app:state', {});
  const keeper = await storeProcess(app);
  expect(keeper).not.toBeNull();
  expect(keeper).not.toBe(app.process().pid);
});

test('a killed store process comes back with the store, and nothing is lost', async ({
  app,
  page,
}) => {
  await callMain(page, 'store:openExample', {});
  await openStorePort(page);
  const values = { familyName: 'Survivante', givenName: 'Ada' };
  const { id } = await callStore(page, 'records:create', { table: 'person', values });
  await page.evaluate(() => {
    Object.assign(window, { stopNews: [] });
    const bridge = Reflect.get(window, 'rapporteur');
    bridge.on('store:stopped', (news: unknown) => Reflect.get(window, 'stopNews').push(news));
  });
  const ports = await page.evaluate(() => window.portsReceived ?? 0);
  const before = await storeProcess(app);
  if (before === null) throw new Error('the store process does not run');
  process.kill(before, 'SIGKILL');

  await page.waitForFunction((count) => (window.portsReceived ?? 0) > count, ports);
  expect(await page.evaluate(() => Reflect.get(window, 'stopNews'))).toEqual([{ restarted: true }]);
  const record = await callStore(page, 'records:get', { table: 'person', id });
  expect(record).toMatchObject(values);
  expect((await callStore(page, 'upkeep:check', {})).isSound).toBe(true);
  expect(await storeProcess(app)).not.toBe(before);
  expect((await callMain(page, 'app:state', {})).store?.isExample).toBe(true);
});

test('a store process that dies again and again is given up, until the person tries again', async ({
  app,
  page,
}) => {
  await callMain(page, 'store:openExample', {});
  await page.evaluate(() => {
    Object.assign(window, { stopNews: [] });
    const bridge = Reflect.get(window, 'rapporteur');
    bridge.on('store:stopped', (news: unknown) => Reflect.get(window, 'stopNews').push(news));
  });
  for (let deaths = 1; deaths <= 6; deaths += 1) {
    const pid = await storeProcess(app);
    if (pid === null) throw new Error('the store process does not run');
    process.kill(pid, 'SIGKILL');
    await page.waitForFunction((count) => Reflect.get(window, 'stopNews').length === count, deaths);
  }
  const stops = await page.evaluate(() => Reflect.get(window, 'stopNews'));
  expect(stops.map(({ restarted }: { restarted: boolean }) => restarted)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect((await callMain(page, 'app:state', {})).store).toBeNull();
  expect((await callMain(page, 'store:openExample', {})).store?.isExample).toBe(true);
});

test('a report is printed as PDF by the window’s own process, where the person said', async ({
  app,
  page,
  home,
}) => {
  await callMain(page, 'store:openExample', {});
  await openStorePort(page);
  const path = join(home, 'restitution.pdf');
  await answerSaveDialog(app, join(home, 'restitution'));
  const chosen = await callMain(page, 'dialog:saveFile', {
    suggestedName: 'restitution',
    format: 'pdf',
  });
  expect(chosen?.path).toBe(path);
  const [report] = await callStore(page, 'reports:list', {});
  if (report === undefined || chosen === null) throw new Error('nothing to export');
  const { bytes } = await callStore(page, 'reports:export', {
    report: report.report,
    groupId: report.groupId,
    year: report.year,
    format: 'pdf',
    grant: chosen.grant,
  });
  const written = readFileSync(path);
  expect(written.length).toBe(bytes);
  expect(written.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(written.includes('/MarkInfo')).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test('a grant is worth nothing in another window', async ({ app, page, home }) => {
  await answerSaveDialog(app, join(home, 'liste.csv'));
  const chosen = await callMain(page, 'dialog:saveFile', { suggestedName: 'liste', format: 'csv' });
  if (chosen === null) throw new Error('no grant');
  const refused = await askMain(page, 'shell:openExport', {
    grant: `${chosen.grant}x`,
    how: 'open',
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'path.notGranted' } });
  const absent = await askMain(page, 'shell:openExport', { grant: chosen.grant, how: 'open' });
  expect(absent).toMatchObject({ ok: false, error: { code: 'store.notFound' } });
});

test('a second start gives its file to the first, and ends', async ({ page, home }) => {
  const file = join(home, 'deuxieme.rapporteur');
  expect(await run(home, ['cli', 'create', '--store', file])).toMatchObject({ code: 0 });
  expect((await callMain(page, 'app:state', {})).store).toBeNull();
  const commands = page.evaluate(
    () =>
      new Promise<string>((heard) => {
        const bridge = Reflect.get(window, 'rapporteur');
        bridge.on('menu:command', ({ command }: { command: string }) => heard(command));
      }),
  );
  expect(await run(home, [file])).toMatchObject({ code: 0 });
  expect(await commands).toBe('refresh');
  expect((await callMain(page, 'app:state', {})).store?.path).toBe(file);
});

test('two processes never write the same store', async ({ app, page, home }) => {
  const file = join(home, 'partage.rapporteur');
  expect(await run(home, ['cli', 'create', '--store', file])).toMatchObject({ code: 0 });
  const otherHome = join(home, 'other');
  mkdirSync(otherHome);
  const other = await launchApp(otherHome, [file]);
  const otherPage = await other.firstWindow();
  await otherPage.waitForLoadState('load');
  expect((await callMain(otherPage, 'app:state', {})).store?.path).toBe(file);

  await callMain(page, 'store:openExample', {});
  await answerOpenDialog(app, file);
  const refused = await askMain(page, 'store:openFile', {});
  expect(refused).toMatchObject({ ok: false, error: { code: 'store.locked' } });
  expect((await callMain(page, 'app:state', {})).store?.isExample).toBe(true);
  const reading = await callMain(page, 'store:openFile', { readOnly: true });
  expect(reading?.store).toMatchObject({ path: file, isReadOnly: true });
  await other.close();
});

test('the command line does its work without a window, beside one that is open', async ({
  app,
  home,
}) => {
  const store = join(home, 'cli.rapporteur');
  const pdf = join(home, 'synthese.pdf');
  const created = await run(home, ['cli', 'create', '--store', store, '--example']);
  expect(created).toMatchObject({ code: 0 });
  const wanted = ['--store', store, '--format', 'pdf', '--out', pdf, '--year', '2017'];
  expect(await run(home, ['cli', 'export', 'synthesis', ...wanted])).toMatchObject({ code: 0 });
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const usage = await run(home, ['cli', 'no-such-command']);
  expect(usage.code).toBe(2);
  expect(usage.stderr).not.toBe('');
  expect(existsSync(store)).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test('the window comes back as it was left: the last store, its size, the language', async ({
  home,
}) => {
  const first = await launchApp(home);
  const page = await first.firstWindow();
  await page.waitForLoadState('load');
  await callMain(page, 'app:setPreferences', { language: 'en', theme: 'dark' });
  await callMain(page, 'store:openExample', {});
  await first.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(1100, 700);
  });
  await first.close();

  const second = await launchApp(home);
  const again = await second.firstWindow();
  await again.waitForLoadState('load');
  const state = await callMain(again, 'app:state', {});
  const size = await second.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  );
  expect(state.preferences).toMatchObject({ language: 'en', theme: 'dark' });
  expect(state.store?.isExample).toBe(true);
  expect(size).toEqual([1100, 700]);
  const labels = await second.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(labels).toContain('&File');
  await second.close();
});
