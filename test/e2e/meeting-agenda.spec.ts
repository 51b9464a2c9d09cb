import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { dropFile } from './drop.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';
import { addItem, makeMeeting, titlesOf } from './meeting-page.ts';

const path = '/meetings';

async function prepare(page: Page, ...items: readonly string[]): Promise<ListPage> {
  const list = await ListPage.openExample(page, path);
  await makeMeeting(page, 'Plénière d’essai', '15 janvier 2018');
  for (const item of items) await addItem(page, item);
  return list;
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not on screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const handle = (page: Page, rank: number): Locator =>
  page.getByRole('button', { name: `Déplacer le point ${rank}`, exact: true });

/** Drags an item by its handle to the height of another one, below or above its middle. */
async function drag(page: Page, from: number, to: number, shift: number): Promise<void> {
  const start = await middleOf(handle(page, from));
  const end = await middleOf(handle(page, to));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y + shift, { steps: 4 });
  await page.mouse.up();
}

test('items are dragged by their handles, and undone', async ({ page, complaints }) => {
  await prepare(page, 'Un 10 min', 'Deux', 'Trois', 'Quatre');
  await drag(page, 1, 3, 6);
  await expect.poll(() => titlesOf(page)).toEqual(['Deux', 'Trois', 'Un', 'Quatre']);
  await drag(page, 4, 1, -6);
  await expect.poll(() => titlesOf(page)).toEqual(['Quatre', 'Deux', 'Trois', 'Un']);
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => titlesOf(page)).toEqual(['Deux', 'Trois', 'Un', 'Quatre']);
  expect(complaints).toEqual([]);
});

test('a finger moves items as well', async ({ page }) => {
  await prepare(page, 'Un', 'Deux', 'Trois');
  const start = await middleOf(handle(page, 3));
  const end = await middleOf(handle(page, 1));
  const browser = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: start.x, y }],
    });
  await touch('touchStart', start.y);
  await touch('touchMove', (start.y + end.y) / 2);
  await touch('touchMove', end.y - 6);
  await touch('touchEnd', end.y - 6);
  await expect.poll(() => titlesOf(page)).toEqual(['Trois', 'Un', 'Deux']);
});

test('Alt with the arrows moves an item, and the next key is not lost', async ({ page }) => {
  await prepare(page, 'Un', 'Deux', 'Trois');
  const field = page.getByRole('textbox', { name: 'Intitulé du point 3' });
  await field.focus();
  await page.keyboard.press('End');
  // Alt is let go before the arrow, as fingers do.
  await page.keyboard.down('Alt');
  await page.keyboard.down('ArrowUp');
  await page.keyboard.up('Alt');
  await page.keyboard.up('ArrowUp');
  await page.keyboard.type(' bis');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.type(' ter');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.type('!');
  await page.keyboard.press('Enter');
  await expect.poll(() => titlesOf(page)).toEqual(['Un', 'Trois bis ter!', 'Deux']);
  await expect(page.getByRole('textbox', { name: 'Intitulé du point 2' })).toBeFocused();
});

test('an item has a presenter, a note and documents, dropped on it', async ({ page, home }) => {
  await prepare(page, 'Budget 15 min', 'Suites');
  await page.getByRole('button', { name: 'Détails du point 1' }).click();
  const presenter = page
    .getByRole('combobox', { name: 'Présenté par' })
    .or(page.getByLabel('Présenté par'));
  await presenter.first().fill('Brionne');
  // Struck before the store has answered: the first match is the one.
  await page.keyboard.press('Enter');
  await expect(presenter.first()).toHaveValue('Lucile Brionne');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Prévoir le vidéoprojecteur');
  await page.keyboard.press('Tab');
  const file = join(home, 'Tableau des dépenses.ods');
  writeFileSync(file, 'Les dépenses du groupe');
  await dropFile(
    page,
    file,
    await middleOf(page.getByRole('textbox', { name: 'Intitulé du point 2' })),
  );
  await expect(page.getByText('1 document', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Détails du point 2' }).click();
  await expect(page.getByRole('button', { name: 'Ouvrir Tableau des dépenses.ods' })).toBeVisible();
  await expect(page.getByText('Lucile Brionne · note')).toBeVisible();
  await expectAccessible(page, 'détails d’un point');
});

test('Esc leaves what is open first, then the page', async ({ page }) => {
  const list = await prepare(page, 'Un');
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plénière d’essai');
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Série de réunions' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /aucune série/ })).toBeVisible();
  await expect(page.getByRole('menu')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('textbox', { name: 'Nouveau point à l’ordre du jour' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Réunions');
  await expect(list.grid).toBeVisible();
});
