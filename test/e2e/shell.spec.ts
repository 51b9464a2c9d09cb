import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';

const screens = [
  'Tableau de bord',
  'Acteurs',
  'Sous-groupes',
  'Réunions',
  'Livrables',
  'Sélection',
  'Événements',
  'Pilotage',
  'Échanges',
  'Restitutions',
  'Journal',
  'Réglages',
];

/** Letters of the screens beyond the ninth, which Ctrl and a figure do not reach. */
const letters: Readonly<Record<string, string>> = {
  Restitutions: 'r',
  Journal: 'j',
  Réglages: 'p',
};

async function goTo(page: Page, name: string): Promise<void> {
  const letter = letters[name];
  if (letter === undefined) {
    await page.keyboard.press(`Control+${screens.indexOf(name) + 1}`);
  } else {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
  }
}

async function setPreferences(page: Page, patch: Record<string, string>): Promise<void> {
  await page.evaluate((wanted) => {
    const bridge: unknown = Reflect.get(window, 'rapporteur');
    return Reflect.apply(Reflect.get(Object(bridge), 'call'), bridge, [
      'app:setPreferences',
      wanted,
    ]);
  }, patch);
  await page.reload();
}

async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Découvrir le groupe d’exemple/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Innovation et commande publique',
  );
}

const screenLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByRole('link', { name, exact: true });

async function palette(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Rechercher/ }).fill(text);
}

test.beforeEach(async ({ page }) => {
  await setPreferences(page, { language: 'fr', theme: 'light' });
});

test('the first screen offers three ways to begin, by keyboard alone', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rapporteur');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /groupe d’exemple/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /Créer un groupe/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /Ouvrir un fichier/ })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Nom du groupe' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Donnez un nom au groupe.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Créer un groupe/ })).toBeVisible();
});

test('a new group says where to begin, and comes back among the recent files', async ({
  app,
  home,
  page,
}) => {
  const path = join(home, 'Mon groupe.rapporteur');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: /Créer un groupe/ }).click();
  await page.getByRole('textbox', { name: 'Nom du groupe' }).fill('Achats durables');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Achats durables');
  await expect(page.getByRole('heading', { name: 'Par où commencer' })).toBeVisible();
  await expectAccessible(page, 'new group');
  await palette(page, 'fermer');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Mon groupe\.rapporteur/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Achats durables');
});

test('a file that is not a store is refused in place and left as it was', async ({
  app,
  home,
  page,
}) => {
  const path = join(home, 'abime.rapporteur');
  writeFileSync(path, 'ceci n’est pas une base');
  await answerOpenDialog(app, path);
  await page.getByRole('button', { name: /Ouvrir un fichier/ }).click();
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Ce fichier n’a pas pu être ouvert');
  await expect(refusal).toContainText('abime.rapporteur');
  await expect(refusal.getByRole('button', { name: 'Choisir un autre fichier' })).toBeVisible();
  await expectAccessible(page, 'refused file');
  expect(readFileSync(path, 'utf8')).toBe('ceci n’est pas une base');
});

test('the example is alive at once: figures with their date, rapporteurs, funnel', async ({
  page,
}) => {
  await openExample(page);
  await expect(page.getByRole('list').filter({ hasText: 'Recensement des besoins' })).toContainText(
    'au 31/12/2017',
  );
  await expect(page.getByRole('region', { name: 'Sous-groupes et rapporteurs' })).toContainText(
    'Mikaël Trigaut',
  );
  await expect(
    page.getByRole('region', { name: 'De l’appel à l’événement' }).getByRole('listitem').first(),
  ).toHaveText(/Réponses reçues\s*90/);
});

test('the palette finds records whatever the accents, and opens them from the keyboard', async ({
  page,
}) => {
  await openExample(page);
  await palette(page, 'evaluer deploiement');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Évaluer le déploiement des achats innovants');
  await expect(first).toHaveAttribute('data-combobox-selected', 'true');
  await expectAccessible(page, 'palette');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Évaluer le déploiement');
  await palette(page, 'zzzzzz');
  await expect(page.getByText('Rien ne correspond à')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await palette(page, 'theme sombre');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('an edit is saved, answered, undone and redone by keyboard', async ({ page }) => {
  await openExample(page);
  await palette(page, 'Personnes présentes');
  await expect(page.getByRole('option').first()).toContainText('Personnes présentes');
  await page.keyboard.press('Enter');
  const unit = page.getByRole('textbox', { name: 'Unité' });
  await expect(unit).toHaveValue('personnes présentes');
  await unit.fill('participants');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('banner').getByText('Enregistré')).toBeVisible();
  const notice = page.getByRole('status').filter({ hasText: 'Modification' });
  await expect(notice.getByRole('button', { name: 'Annuler' })).toBeVisible();
  await expectAccessible(page, 'notice');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect(unit).toHaveValue('personnes présentes');
  await page.keyboard.press('Control+Shift+z');
  await expect(unit).toHaveValue('participants');
  await page.keyboard.press('Control+z');
  await expect(unit).toHaveValue('personnes présentes');
  await page.keyboard.press('Control+y');
  await expect(unit).toHaveValue('participants');
  await goTo(page, 'Journal');
  await page.getByRole('button', { name: /^Annuler – Modification/ }).click();
  await expect(page.getByText('Annulée').first()).toBeVisible();
});

test('screens are reached by their keys, and the sheet of shortcuts tells them', async ({
  page,
}) => {
  await openExample(page);
  for (const name of [...screens.slice(1), ...screens.slice(0, 1)]) {
    await goTo(page, name);
    await expect(screenLink(page, name)).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('h1')).toBeFocused();
  }
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal des opérations');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
  await expectAccessible(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('language and theme change at once and stay', async ({ page }) => {
  await openExample(page);
  await goTo(page, 'Réglages');
  await page.getByRole('radiogroup', { name: 'Langue' }).getByText('English').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Dashboard', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('a report is shown as it will be written, and written where one says', async ({
  app,
  home,
  page,
}) => {
  await openExample(page);
  const path = join(home, 'restitution.html');
  await answerSaveDialog(app, path);
  await goTo(page, 'Restitutions');
  await page.getByRole('link', { name: /Restitution annuelle 2017/ }).click();
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 1 }).first()).toContainText('2017');
  await page.getByRole('button', { name: /^Exporter/ }).click();
  await page.getByRole('menuitem', { name: /HTML/ }).click();
  await expect(page.getByText('est écrit.')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('INNOV’EMBER');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen (${theme})`, async ({ page }) => {
    await setPreferences(page, { theme });
    await expectAccessible(page, 'first run');
    await openExample(page);
    await expect(page.getByRole('region', { name: 'De l’appel à l’événement' })).toBeVisible();
    for (const name of screens) {
      await goTo(page, name);
      await expect(screenLink(page, name)).toHaveAttribute('aria-current', 'page');
      if (name === 'Restitutions') await expect(page.locator('iframe')).toBeVisible();
      await expectAccessible(page, name);
    }
  });
}
