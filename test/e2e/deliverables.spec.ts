import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { dropFile } from './drop.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';

const raise = 'Sensibiliser';
const evaluate = 'Évaluer le déploiement des achats innovants';

/** Opens the example group at the matrix, in the year of its deliverables. */
async function openMatrix(page: Page) {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate(() => {
    location.hash = '/deliverables';
  });
  const grid = page.getByRole('grid', { name: 'Livrables par sous-groupe et par trimestre' });
  await expect(grid.getByRole('columnheader', { name: 'T3 2017' })).toBeVisible();
  return {
    grid,
    panel: page.getByRole('complementary'),
    slot: (kind: string, subGroup: string, quarter: string) =>
      grid.getByRole('button', { name: new RegExp(`^${kind}, ${subGroup}.*${quarter}`) }),
  };
}

/** Programs are not started in tests: what would be opened is kept instead. */
async function watchOpening(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openPath = (path) => {
      opened.push(path);
      return Promise.resolve('');
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened); // put there above
}

/** Drops a file on the open deliverable. */
async function dropOnPanel(page: Page, path: string): Promise<void> {
  const box = await page.getByRole('complementary').boundingBox();
  if (box === null) throw new Error('nothing is open');
  await dropFile(page, path, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
}

test('a late deliverable is opened from the matrix, received by a drop, and late again once undone', async ({
  app,
  page,
  home,
}) => {
  const { panel, slot } = await openMatrix(page);
  const late = slot('Feuille de route', evaluate, 'T3 2017');
  await expect(late).toHaveAccessibleName(/En retard/);
  await late.click();
  await expect(panel.getByText('En retard', { exact: true })).toBeVisible();
  await expect(panel.getByText(/Rapporteur à cette date\s: Lucile Brionne/)).toBeVisible();

  const path = join(home, 'Feuille de route – évaluer.odt');
  writeFileSync(path, 'Le plan de travail du sous-groupe.');
  await dropOnPanel(page, path);
  await expect(panel.getByRole('button', { name: /^Ouvrir Feuille de route/ })).toBeVisible();
  await expect(panel.getByText('Reçu (après l’échéance)')).toBeVisible();
  await expect(slot('Feuille de route', evaluate, 'T3 2017')).toHaveAccessibleName(/Reçu/);

  const opened = await watchOpening(app);
  rmSync(path);
  await panel.getByRole('button', { name: /^Ouvrir Feuille de route/ }).click();
  await expect.poll(async () => (await opened()).length).toBe(1);
  expect((await opened())[0]).toMatch(/Feuille de route – évaluer\.odt$/);
  expect((await opened())[0]).not.toBe(path);

  await page.keyboard.press('Escape');
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect(slot('Feuille de route', evaluate, 'T3 2017')).toHaveAccessibleName(/En retard/);
});

test('the matrix is walked by arrows; Enter opens, and Esc comes back to the place', async ({
  page,
}) => {
  const { grid, panel, slot } = await openMatrix(page);
  await slot('Feuille de route', raise, 'T3 2017').focus();
  await page.keyboard.press('ArrowDown');
  const second = slot('Contribution écrite', raise, 'T3 2017');
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(second).toBeFocused();

  await page.keyboard.press('End');
  await expect(slot('Contribution écrite', raise, 'T4 2017')).toBeFocused();
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Titre' })).toHaveValue(
    new RegExp(`^Contribution écrite – ${raise}.*T4 2017$`),
  );
  await page.keyboard.press('Enter');
  await expect(slot('Contribution écrite', raise, 'T4 2017')).toHaveAccessibleName(/En retard/);
});

test('the deliverables of a quarter are expected of every sub-group, and undone as one', async ({
  page,
}) => {
  const { grid, panel, slot } = await openMatrix(page);
  const later = page.getByRole('button', { name: 'Trimestres suivants' });
  await page.getByRole('button', { name: 'Attendre pour un trimestre…' }).click();
  await panel.getByRole('button', { name: 'Attendre ces livrables' }).click();
  const year = new Date().getFullYear();
  await expect(grid.getByRole('columnheader', { name: `T1 ${year}` })).toBeVisible();
  const made = grid.getByRole('button', { name: /: Attendu$/ });
  await expect(made).toHaveCount(12);
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect(made).toHaveCount(0);
  await later.click();
  await expect(slot('Présentation', raise, `T1 ${year + 1}`)).toHaveAccessibleName(/rien de prévu/);
});

test('files are chosen, told altered when they were, and exported together', async ({
  app,
  page,
  home,
}) => {
  const { panel, slot } = await openMatrix(page);
  await slot('Présentation', raise, 'T3 2017').click();
  const path = join(home, 'Présentation.pptx');
  writeFileSync(path, 'Diapositives');
  await answerOpenDialog(app, path);
  await panel.getByRole('button', { name: 'Joindre' }).click();
  await expect(panel.getByRole('button', { name: 'Ouvrir Présentation.pptx' })).toBeVisible();

  const archive = join(home, 'livrable.zip');
  await answerSaveDialog(app, archive);
  await panel.getByRole('button', { name: 'Exporter en ZIP' }).click();
  await expect(page.getByText('« livrable.zip » est écrit.')).toBeVisible();

  const second = join(home, 'livrables.zip');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Liste' }).click();
  const list = new ListPage(page);
  await page.getByRole('searchbox').fill(`Présentation des travaux – ${raise}`);
  await expect.poll(() => list.total()).toBe(1);
  await list.grid.getByRole('checkbox').first().check();
  await answerSaveDialog(app, second);
  await page.getByRole('button', { name: 'Fichiers en ZIP' }).click();
  await expect(page.getByText('« livrables.zip » est écrit.')).toBeVisible();
  await page.getByRole('tab', { name: 'Matrice' }).click();

  const folder = join(home, 'exemple.rapporteur.files');
  const [kept] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  writeFileSync(join(kept?.parentPath ?? '', kept?.name ?? ''), 'Autre chose!');
  await slot('Feuille de route', raise, 'T3 2017').click();
  await expect(panel.getByText(/Aucun fichier/)).toBeVisible();
  await panel.getByLabel('Titre', { exact: true }).fill('Feuille de route modifiée');
  await expect(panel.getByText('Enregistré')).toBeVisible();
  await slot('Présentation', raise, 'T3 2017').click();
  await expect(panel.getByText(/Fichier modifié hors de Rapporteur/)).toBeVisible();
  await panel.getByRole('button', { name: 'Ouvrir Présentation.pptx' }).click();
  await expect(page.getByText(/a été modifié hors de Rapporteur/)).toBeVisible();
});

test('a milestone is moved by the keyboard and by a drag, each one operation', async ({ page }) => {
  const list = await ListPage.openExample(page, '/sub-groups');
  await list.open(evaluate);
  await list.panel.getByRole('button', { name: 'Ajouter un jalon' }).click();
  await list.panel.getByRole('textbox', { name: 'Titre du jalon' }).fill('Questionnaire envoyé');
  const day = list.panel.getByRole('textbox', { name: 'Échéance', exact: true });
  await day.fill('15/09/2017');
  await day.press('Enter');
  const mark = list.panel.getByRole('button', { name: /^Jalon «\sQuestionnaire envoyé\s»/ });
  await expect(mark).toHaveAccessibleName(/15 septembre 2017/);

  await mark.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(mark).toHaveAccessibleName(/23 septembre 2017/);
  await expect(page.getByText(/Modification\s: jalon/i).first()).toBeVisible();
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect(mark).toHaveAccessibleName(/15 septembre 2017/);

  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  if (box === null) throw new Error('the mark is not on screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 6 });
  await page.mouse.up();
  await expect(mark).not.toHaveAccessibleName(/15 septembre 2017/);
  await expect(mark).toHaveAccessibleName(/2017/);
  await expect(page).toHaveURL(/sub-groups/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    const { slot, panel } = await openMatrix(page);
    await new ListPage(page).setTheme(theme);
    await expect(slot('Feuille de route', raise, 'T3 2017')).toBeVisible();
    await expectAccessible(page, 'matrice');
    await slot('Feuille de route', raise, 'T3 2017').click();
    await expect(panel.getByText('Aucun fichier.', { exact: false })).toBeVisible();
    await expectAccessible(page, 'livrable');
    await page.getByRole('button', { name: 'Attendre pour un trimestre…' }).click();
    await expectAccessible(page, 'attendre');
    const list = new ListPage(page);
    await list.goTo('/deliverables/list');
    await expectAccessible(page, 'liste');
    await list.goTo('/sub-groups');
    await list.open(evaluate);
    await expectAccessible(page, 'feuille de route');
  });
}
