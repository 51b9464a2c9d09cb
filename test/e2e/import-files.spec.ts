import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import type { Result } from '#contract/errors.ts';

import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { callMain } from './doors.ts';
import { dropFile } from './drop.ts';
import { expect, test } from './fixtures.ts';

function listIn(home: string, name = 'liste.csv'): string {
  const path = join(home, name);
  writeFileSync(path, 'Nom;Ville\nRegain;Lens\n');
  return path;
}

/** Hands the page's bridge the file that its input holds, or whatever `given` makes. */
function dropFromInput(page: Page): Promise<Result<unknown>> {
  return page.evaluate(() => {
    const bridge = Reflect.get(window, 'rapporteur');
    const input = document.querySelector<HTMLInputElement>('#chosen');
    return bridge.dropFile(input?.files?.[0]);
  });
}

/** Drops a file on the page as the system does; gives what the bridge answered for it. */
async function dropOnPage(page: Page, path: string): Promise<Result<unknown>> {
  await page.evaluate(() => {
    const answer = new Promise<unknown>((answered) => {
      window.addEventListener('dragover', (event) => event.preventDefault());
      window.addEventListener('drop', (event) => {
        event.preventDefault();
        const bridge = Reflect.get(window, 'rapporteur');
        answered(bridge.dropFile(event.dataTransfer?.files[0]));
      });
    });
    Object.assign(window, { dropAnswer: { answer } });
  });
  await dropFile(page, path);
  return page.evaluate(() => Reflect.get(window, 'dropAnswer').answer);
}

async function choose(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#chosen')?.remove();
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'chosen';
    document.body.append(input);
  });
  await page.locator('#chosen').setInputFiles(path);
}

test('a dialog gives what stands for a file, never its path', async ({ app, page, home }) => {
  const path = listIn(home);
  await answerOpenDialog(app, path);
  const chosen = await callMain(page, 'dialog:openImport', {});
  expect(chosen?.fileName).toBe('liste.csv');
  expect(JSON.stringify(chosen)).not.toContain(home);
  const mapping = await callMain(page, 'dialog:openMapping', {});
  expect(mapping?.grant).not.toBe(chosen?.grant);
  await answerOpenDialog(app, null);
  expect(await callMain(page, 'dialog:openImport', {})).toBeNull();
  expect(await callMain(page, 'dialog:openMapping', {})).toBeNull();
});

test('a mapping is saved as JSON, whatever name is typed', async ({ app, page, home }) => {
  await answerSaveDialog(app, join(home, 'colonnes'));
  const chosen = await callMain(page, 'dialog:saveFile', {
    suggestedName: 'colonnes',
    format: 'json',
  });
  expect(chosen?.path).toBe(join(home, 'colonnes.json'));
});

test('a file of the machine is taken, with the name it has', async ({ page, home }) => {
  await choose(page, listIn(home, 'Élus & amis.csv'));
  expect(await dropFromInput(page)).toEqual({
    ok: true,
    value: { grant: expect.any(String), fileName: 'Élus & amis.csv' },
  });
});

test('a file dropped on the page is taken, and the page stays', async ({ page, home }) => {
  const before = page.url();
  expect(await dropOnPage(page, listIn(home))).toMatchObject({
    ok: true,
    value: { fileName: 'liste.csv' },
  });
  await expect(page).toHaveURL(before);
});

test('what is no file of the machine, or cannot be imported, is refused', async ({
  page,
  home,
}) => {
  const made = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'rapporteur');
    const forged = new File(['Nom;Ville'], '/etc/passwd.csv');
    Object.assign(forged, { path: '/etc/passwd.csv' });
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Nom'], 'liste.csv'));
    const codes: string[] = [];
    for (const given of [
      forged,
      transfer.files[0],
      new Blob(['Nom']),
      '/etc/passwd.csv',
      { path: '/etc/passwd.csv' },
      null,
      undefined,
    ]) {
      const result = await bridge.dropFile(given);
      codes.push(result.ok ? 'accepted' : result.error.code);
    }
    return codes;
  });
  expect(new Set(made)).toEqual(new Set(['path.notGranted']));

  const photo = join(home, 'photo.png');
  writeFileSync(photo, 'x');
  await choose(page, photo);
  const refused = await dropFromInput(page);
  expect(refused).toMatchObject({ ok: false, error: { code: 'import.unknownFormat' } });
  expect(refused.ok || refused.error.message).toMatch(/XLSX, ODS ou CSV/);

  mkdirSync(join(home, 'dossier.csv'));
  expect(await dropOnPage(page, join(home, 'dossier.csv'))).toMatchObject({
    ok: false,
    error: { code: 'import.fileUnreadable' },
  });
});
