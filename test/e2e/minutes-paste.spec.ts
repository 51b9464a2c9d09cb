import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';
import { addItem, makeMeeting, notesOf, startMeeting } from './meeting-page.ts';

/** Pastes a page as another program puts it on the clipboard, where the keyboard is. */
async function paste(page: Page, name: string): Promise<void> {
  const file = new URL(`../fixtures/paste/${name}.html`, import.meta.url);
  await page.evaluate(
    (html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', 'Sans mise en forme');
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    readFileSync(file, 'utf8'),
  );
}

test('a page of Word is pasted with its headings, lists, table and links, and without its dirt', async ({
  page,
  complaints,
}) => {
  await ListPage.openExample(page, '/meetings');
  await makeMeeting(page, 'Plénière d’essai', '15 janvier 2018');
  await addItem(page, 'Point d’étape 10 min');
  await startMeeting(page);
  await paste(page, 'word');
  const notes = notesOf(page);
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText([
    'Compte rendu du groupe de travail',
    '1. Point d’étape',
  ]);
  await expect(notes.getByRole('heading', { level: 2 })).toHaveText('Suites');
  await expect(notes.locator('ul > li > ul > li')).toHaveText('Atelier de juin');
  await expect(notes.locator('ol > li')).toHaveText([
    'Publier la feuille de route',
    'Relancer les entreprises',
  ]);
  await expect(notes.locator('th')).toHaveText(['Sous-groupe', 'Échéance']);
  await expect(notes.locator('td[colspan="2"]')).toContainText('Innov’Ember');
  await expect(notes.getByRole('link', { name: 'la page' })).toHaveAttribute(
    'href',
    'https://exemple.fr/innovation?a=1&b=2',
  );
  await expect(notes.locator('strong').first()).toHaveText('trois axes');
  await expect(notes).not.toContainText('Commentaire privé');
  await expect(notes.locator('img')).toHaveCount(0);

  // What was pasted is what is kept.
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Alt+3');
  const minutes = page.getByRole('article');
  await expect(minutes.getByRole('table')).toContainText('Sous-groupe');
  await expect(minutes.getByRole('link', { name: 'la page' })).toBeVisible();
  await expect(minutes).toContainText('Fin de séance à 16h30, validée <relue>.');
  expect(complaints).toEqual([]);
});

test('a page of an online editor keeps only the words that are bold in it', async ({ page }) => {
  await ListPage.openExample(page, '/meetings');
  await makeMeeting(page, 'Plénière d’essai', '15 janvier 2018');
  await addItem(page, 'Point d’étape 10 min');
  await startMeeting(page);
  await paste(page, 'google-docs');
  await expect(notesOf(page).locator('strong')).toHaveText(['adopte']);
  await expect(notesOf(page).locator('ul > li')).toHaveText(['Un']);
});
