import { join } from 'node:path';

import { askMain, askStore, callMain, callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';
import { projectRoot } from './launch.ts';

test('main refuses channels it does not know, those of the other door and wrong payloads', async ({
  page,
}) => {
  const codes: string[] = [];
  for (const [channel, input] of [
    ['app:erase', {}],
    ['__proto__', {}],
    ['constructor', {}],
    ['records:get', { table: 'person', id: 'x' }],
    ['app:setPreferences', { language: 'de' }],
    ['app:setPreferences', 'fr'],
    ['store:openRecent', { path: 7 }],
    ['store:openRecent', { path: '/etc/passwd' }],
    ['shell:openExport', { grant: 'invented', how: 'open' }],
  ] as const) {
    const result = await askMain(page, channel, input);
    codes.push(result.ok ? 'accepted' : result.error.code);
  }
  expect(codes).toEqual([
    'request.unknownChannel',
    'request.unknownChannel',
    'request.unknownChannel',
    'request.unknownChannel',
    'request.invalid',
    'request.invalid',
    'request.invalid',
    'path.notGranted',
    'path.notGranted',
  ]);
});

test('the store process refuses the same, and whatever is no request at all', async ({ page }) => {
  await callMain(page, 'store:openExample', {});
  await openStorePort(page);
  await page.evaluate(() => {
    for (const rubbish of [null, 7, 'x', [], {}, { id: 'x' }, { cancel: 'y' }, { id: 1 }]) {
      window.storePort?.post(rubbish);
    }
  });
  const codes: string[] = [];
  for (const [channel, input] of [
    ['app:state', {}],
    ['records:erase', {}],
    ['toString', {}],
    ['records:get', { table: 'sqlite_master', id: 'x' }],
    ['registers:list', { register: 'organisations', limit: 1e9 }],
    ['registers:export', { register: 'organisations', columns: null, format: 'csv', grant: 'x' }],
  ] as const) {
    const result = await askStore(page, channel, input);
    codes.push(result.ok ? 'accepted' : result.error.code);
  }
  expect(codes).toEqual([
    'request.unknownChannel',
    'request.unknownChannel',
    'request.unknownChannel',
    'request.invalid',
    'request.invalid',
    'path.notGranted',
  ]);
  expect((await callStore(page, 'reports:list', {})).length).toBeGreaterThan(0);
});

test('a refusal is a sentence in the person’s language', async ({ page }) => {
  const french = await askMain(page, 'app:erase', {});
  await callMain(page, 'app:setPreferences', { language: 'en' });
  const english = await askMain(page, 'app:erase', {});
  expect(french.ok || french.error.message).toMatch(/n’existe pas/);
  expect(english.ok || english.error.message).toMatch(/does not exist/);
});

test('another page of the same program, in a window that is not ours, is not listened to', async ({
  app,
  page,
}) => {
  await expect.poll(() => page.url()).toContain('app://rapporteur/');
  const answer = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await foreign.loadURL('app://rapporteur/');
      const result: unknown = await foreign.webContents.executeJavaScript(
        `new Promise((done) => {
          let ports = 0;
          addEventListener('message', (event) => { ports += event.ports.length; });
          rapporteur.connectStore();
          Promise.all([
            rapporteur.call('store:openExample', {}),
            rapporteur.dropFile(new File([], 'liste.csv')),
          ]).then(([result, dropped]) => done({ result, dropped, ports }));
        })`,
      );
      foreign.destroy();
      return result;
    },
    join(projectRoot, 'dist/preload/preload.cjs'),
  );
  expect(answer).toMatchObject({
    ports: 0,
    result: { ok: false, error: { code: 'request.foreignSender' } },
    dropped: { ok: false, error: { code: 'request.foreignSender' } },
  });
  expect((await callMain(page, 'app:state', {})).store).toBeNull();
});

test('a frame inside the page has no bridge, and cannot speak in its name', async ({ page }) => {
  const found = await page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<p>preview</p>';
        frame.addEventListener('load', () =>
          done(
            ['rapporteur', 'require', 'process'].filter(
              (name) => name in (frame.contentWindow ?? {}),
            ),
          ),
        );
        document.body.append(frame);
      }),
  );
  expect(found).toEqual([]);
});
