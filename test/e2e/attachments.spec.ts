import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expectAccessible } from './axe.ts';
import { answerOpenDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import type { Page } from '@playwright/test';

const store = (home: string): string => join(home, 'exemple.rapporteur');
const filesIn = (home: string): string => `${store(home)}.files`;

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** Opens the example and keeps a document with one of its deliverables. */
async function attach(page: Page): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await go(page, '/deliverables');
  const grid = page.getByRole('grid', { name: 'Livrables par sous-groupe et par trimestre' });
  await grid.getByRole('button', { name: /^Présentation, Sensibiliser.*T3 2017/ }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Joindre' }).click();
  await expect(page.getByRole('button', { name: /^Ouvrir Diapositives/ })).toBeVisible();
}

test('an attached file that is gone is told at opening, and found again under a chosen folder', async ({
  app,
  page,
  home,
}) => {
  const source = join(home, 'Diapositives – été.odp');
  writeFileSync(source, 'Les diapositives.');
  await answerOpenDialog(app, source);
  await attach(page);

  await page.evaluate(() => {
    location.hash = '/settings';
  });
  await page.getByRole('button', { name: 'Fermer ce groupe' }).click();
  rmSync(filesIn(home), { recursive: true });
  rmSync(join(home, 'backups'), { recursive: true, force: true });
  const folder = join(home, 'Ancien ordinateur');
  mkdirSync(folder);
  renameSync(source, join(folder, 'sans nom'));

  await page.getByRole('button', { name: 'exemple.rapporteur' }).click();
  await expect(
    page.getByText(/1 fichier joint est introuvable.*Diapositives – été\.odp/),
  ).toBeVisible();
  await go(page, '/settings');
  await expect(page.getByText('1 fichier joint introuvable ou modifié')).toBeVisible();
  await expect(page.getByText('Diapositives – été.odp', { exact: true })).toBeVisible();
  await expectAccessible(page, 'fichiers introuvables');

  await page.getByRole('button', { name: 'Vérifier maintenant' }).click();
  await expect(page.getByText(/Les données sont saines, mais/)).toBeVisible();
  await page.getByRole('button', { name: 'Chercher dans les sauvegardes' }).click();
  await expect(page.getByText(/Aucun de ces fichiers n’a été trouvé/)).toBeVisible();
  await answerOpenDialog(app, folder);
  await page.getByRole('button', { name: 'Choisir un dossier…' }).click();
  await expect(page.getByText('1 fichier joint retrouvé.')).toBeVisible();
  await expect(page.getByText('Tout est en ordre.')).toBeVisible();
  await expect(page.getByText('1 fichier joint introuvable ou modifié')).toBeHidden();
  const kept = readdirSync(filesIn(home), { recursive: true, withFileTypes: true });
  expect(kept.filter((entry) => entry.isFile())).toHaveLength(1);
});

test('a backup holds the attached files, says when one is lacking, and gives it back', async ({
  app,
  page,
  home,
}) => {
  const source = join(home, 'Diapositives.odp');
  writeFileSync(source, 'Les diapositives.');
  await answerOpenDialog(app, source);
  await attach(page);
  await go(page, '/settings');
  const now = page.getByRole('button', { name: 'Sauvegarder maintenant' });
  await now.click();
  await expect(page.getByText(/^Sauvegarde faite/)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Au complet' }).first()).toBeVisible();
  await expectAccessible(page, 'sauvegardes');

  rmSync(filesIn(home), { recursive: true });
  await page.getByRole('button', { name: 'Vérifier maintenant' }).click();
  await expect(page.getByText('1 fichier joint introuvable ou modifié')).toBeVisible();
  await page.getByRole('button', { name: 'Chercher dans les sauvegardes' }).click();
  await expect(page.getByText('1 fichier joint retrouvé.')).toBeVisible();
  await expect(page.getByText('Tout est en ordre.')).toBeVisible();
});
