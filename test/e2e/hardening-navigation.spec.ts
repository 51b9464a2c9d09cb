import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { answerQuestions, questionsAsked } from './dialogs.ts';
import { expect, test } from './fixtures.ts';

const pageUrl = 'app://rapporteur/';

test('the page stays where it is', async ({ app, page, home }) => {
  const file = join(home, 'elsewhere.html');
  writeFileSync(file, '<title>elsewhere</title>');
  const before = page.url();
  await app.evaluate(({ webContents }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    for (const contents of webContents.getAllWebContents()) {
      contents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
        seen.push(`${new URL(url).protocol} ${defaultPrevented ? 'refused' : 'allowed'}`);
      });
    }
  });
  for (const url of ['https://example.invalid/', pathToFileURL(file).href, 'app://other/']) {
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }, url);
  }
  // A link to a file does not even get as far as asking.
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'seen')))
    .toEqual(['https: refused', 'app: refused']);
  expect(page.url()).toBe(before);
});

test('a file dropped on the window is not opened', async ({ page, home }) => {
  const file = join(home, 'dropped.html');
  writeFileSync(file, '<title>dropped</title>');
  const before = page.url();
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await expect(page).toHaveURL(before);
  expect(await page.title()).not.toBe('dropped');
});

test('no second window opens; a link outside is opened only if the person says so', async ({
  app,
  page,
}) => {
  await answerQuestions(app, 1);
  const open = (url: string): Promise<boolean> =>
    page.evaluate((address) => window.open(address) === null, url);
  expect(await open('https://example.invalid/page')).toBe(true);
  await expect
    .poll(async () => (await questionsAsked(app)).details)
    .toEqual(['https://example.invalid/page']);
  expect((await questionsAsked(app)).opened).toEqual([]);

  await answerQuestions(app, 0);
  for (const url of [
    'http://example.invalid/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://example.invalid/share',
    'https://name:secret@example.invalid/',
    'app://rapporteur/',
    'about:blank',
  ]) {
    expect(await open(url)).toBe(true);
  }
  await open('mailto:secretariat@example.invalid');
  await expect
    .poll(async () => (await questionsAsked(app)).opened)
    .toEqual(['mailto:secretariat@example.invalid']);
  expect(app.windows()).toHaveLength(1);
});

test('a webview is an element like any other: it loads nothing', async ({ app, page }) => {
  await page.evaluate((address) => {
    const view = document.createElement('webview');
    view.setAttribute('src', address);
    document.body.append(view);
  }, pageUrl);
  expect(await page.evaluate(() => document.querySelector('webview')?.constructor.name)).toBe(
    'HTMLElement',
  );
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});
