import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { dropFile } from './drop.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';
import { liveContent } from './live-content.ts';
import { writeMessyWorkbook } from './messy-workbook.ts';

const organisations = '/actors/organisations';

/** Drops a messy workbook, and says what the sheet does not: the kind of the organisations. */
async function dropWorkbook(page: Page, path: string): Promise<void> {
  writeMessyWorkbook(path);
  await dropFile(page, path);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('suivi.xlsx');
  await page.getByRole('combobox', { name: /Nature, pour toutes les lignes/ }).click();
  await page.getByRole('option', { name: 'Entreprise innovante' }).click();
  await expect(page.getByRole('button', { name: /Importer les/ })).toBeEnabled();
}

test('a messy workbook is dropped, mapped, previewed, imported, its double merged, and all undone', async ({
  app,
  page,
  home,
  complaints,
}) => {
  const store = join(home, 'exemple.rapporteur');
  const list = await ListPage.openExample(page, organisations);
  const total = await list.total();
  const before = liveContent(store);

  await dropWorkbook(page, join(home, 'suivi.xlsx'));
  await expect(page.getByText(/La feuille «\s*Ancien\s*» est masquée/).first()).toBeVisible();
  for (const [fate, count] of [
    ['Nouvelles', 1],
    ['Mises à jour', 1],
    ['Doublons possibles', 1],
    ['Erreurs', 1],
    ['Ignorées', 1],
  ] as const) {
    await expect(page.getByRole('button', { name: `${fate} ${count}` })).toBeVisible();
  }
  await expectAccessible(page, 'preview, light');

  await page.getByRole('button', { name: /^Erreurs/ }).click();
  await expect(page.getByText(/a perdu des chiffres/).first()).toBeVisible();
  await expect(page.getByText(/B8/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tout ou rien' })).toBeDisabled();

  // The name that is only spelled otherwise is made all the same, to be merged afterwards.
  await page.getByRole('button', { name: /^Doublons possibles/ }).click();
  await page
    .getByRole('button', { name: /^Créer quand même/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Importer les 3 lignes valables' }).click();
  await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible();
  const rejected = join(home, 'refusées.csv');
  await answerSaveDialog(app, rejected);
  await page.getByRole('button', { name: /Enregistrer les lignes refusées/ }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect
    .poll(() => {
      try {
        return readFileSync(rejected, 'utf8');
      } catch {
        return '';
      }
    })
    .toMatch(/Société abîmée.*8.*SIRET/);
  await expectAccessible(page, 'done, light');

  await list.goTo(organisations);
  expect(await list.total()).toBe(total + 2);
  await expect(await list.cell('Atelier des Dunes', 'Commune')).toHaveText('Dunkerque');

  await page.getByRole('tab', { name: /Doublons/ }).click();
  const pairs = page.getByRole('navigation', { name: 'Paires à examiner' }).getByRole('link');
  await expect(pairs.filter({ hasText: 'Alvéolandde' })).toHaveCount(1);
  await pairs.filter({ hasText: 'Alvéolandde' }).click();
  await page.getByRole('button', { name: /^Fusionner/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Fusion de deux fiches' })).toBeVisible();

  // The merge stands in the way of undoing the import; once it is undone, the import is too.
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(pairs.filter({ hasText: 'Alvéolandde' })).toHaveCount(1);
  await page.evaluate(() => {
    location.hash = '/exchange';
  });
  await page.getByRole('button', { name: /^Annuler cet import/ }).click();
  await expect(page.getByText('Annulé', { exact: true }).first()).toBeVisible();
  expect(liveContent(store)).toEqual(before);
  await expectAccessible(page, 'past imports, light');
  expect(complaints).toEqual([]);
});

test('the same file brings nothing twice, and its mapping is remembered', async ({
  page,
  home,
}) => {
  await ListPage.openExample(page, organisations);
  const path = join(home, 'suivi.xlsx');
  await dropWorkbook(page, path);
  await page.getByRole('button', { name: /^Doublons possibles/ }).click();
  await page
    .getByRole('button', { name: /^Laisser de côté/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Importer les 2 lignes valables' }).click();
  await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible();
  await dropFile(page, path);
  await expect(page.getByText(/Correspondance reprise du dernier import/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Inchangées 2' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Importer/ }).first()).toBeDisabled();
});

test('a pasted table is imported; the page in the dark', async ({ page, complaints }) => {
  const list = await ListPage.openExample(page, organisations);
  await list.setTheme('dark');
  await page.evaluate(() => {
    location.hash = '/exchange';
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Échanges' })).toBeVisible();
  await expectAccessible(page, 'exchange, dark');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Prénom\tNom\tMail\nÉlise\tEssai\telise.essai@exemple.fr\n');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole('button', { name: 'Importer la ligne valable' })).toBeEnabled();
  await expectAccessible(page, 'preview, dark');
  await page.getByRole('button', { name: 'Importer la ligne valable' }).click();
  await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible();
  await list.goTo('/actors/people');
  await list.filterByName('Élise Essai');
  expect(complaints).toEqual([]);
});
