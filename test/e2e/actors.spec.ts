import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { launchApp } from './launch.ts';
import { ListPage } from './list-page.ts';

const organisations = '/actors/organisations';

test('an organisation is made by keyboard, refused in place, corrected, and there after a restart', async ({
  home,
  app,
  page,
}) => {
  const list = await ListPage.openExample(page, organisations);
  const before = await list.total();
  await page.keyboard.press('Control+n');
  await expect(list.field('Nom')).toBeFocused();
  await page.keyboard.type('Atelier des Dunes');
  await page.keyboard.press('Enter');
  await expect(list.panel.getByRole('heading', { level: 2 })).toHaveText('Atelier des Dunes');
  expect(await list.total()).toBe(before + 1);

  await list.field('SIREN').fill('123 456 780');
  await list.field('SIREN').press('Tab');
  await expect(list.panel.getByText(/Ce numéro SIREN est faux/)).toBeVisible();
  await expect(list.field('SIREN')).toHaveValue('123 456 780');
  await list.field('SIREN').fill('732829320');
  await list.field('SIREN').press('Tab');
  await expect(list.field('SIREN')).toHaveValue('732\u00A0829\u00A0320');
  await expect(list.panel.getByText(/Ce numéro SIREN est faux/)).toBeHidden();
  await list.field('Commune').fill('Dunkerque');
  await list.field('Commune').press('Enter');
  await expect(await list.cell('Atelier des Dunes', 'Commune')).toHaveText('Dunkerque');

  await app.close();
  const again = await launchApp(home);
  const list2 = await ListPage.at(await again.firstWindow(), organisations);
  expect(await list2.total()).toBe(before + 1);
  await list2.filterByName('Atelier des Dunes');
  await expect(await list2.cell('Atelier des Dunes', 'SIREN')).toHaveText('732\u00A0829\u00A0320');
  await again.close();
});

test('a cell is edited in place; history tells it; undo and redo by keyboard', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  const cell = await list.cell('Alvéolande', 'Commune');
  await expect(cell).toHaveText('Strasbourg');
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Metz');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('Metz');

  await list.open('Alvéolande');
  await expect(list.panel.getByText(/Commune\s:\s«\sStrasbourg\s» → «\sMetz\s»/)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(list.panel).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('Strasbourg');
  await page.keyboard.press('Control+Shift+z');
  await expect(cell).toHaveText('Metz');
});

test('a refusal is said under the cell, and Esc brings back what was there', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  const cell = await list.cell('Alvéolande', 'SIREN');
  const before = await cell.textContent();
  await cell.click();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('SIREN est faux');
  await expect(cell.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText(before ?? '');
  await expect(cell).toBeFocused();
});

test('sorts by several columns and says so', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  await list.header('Nature').click();
  await expect(list.header('Nature')).toHaveAttribute('aria-sort', 'ascending');
  await list.header('Nom').click({ modifiers: ['Shift'] });
  await list.header('Nom').click({ modifiers: ['Shift'] });
  await expect(list.header('Nom')).toHaveAttribute('aria-sort', 'descending');
  await expect(list.header('Nature')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await list.names())[0]).not.toBe('Abricelle');
  const names = await list.names();
  const buyers = names.slice(0, 5);
  expect(buyers).toEqual(buyers.toSorted((a, b) => b.localeCompare(a, 'fr')));
});

test('filters by name and by column, shows the filters, and clears them', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  const whole = await list.total();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('euratechnologies');
  await expect.poll(() => list.total()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => list.total()).toBe(whole);

  await list.header('Nature').hover();
  await page.getByRole('button', { name: /Colonne Nature/ }).click();
  await page.getByRole('checkbox', { name: 'Institution', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Plateforme régionale', exact: true }).check();
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
  await expect.poll(() => list.total()).toBeLessThan(30);
  const kinds = await list.grid
    .locator(`[aria-colindex="${await list.header('Nature').getAttribute('aria-colindex')}"]`)
    .allTextContents();
  expect(new Set(kinds.filter((kind) => kind !== 'Nature'))).toEqual(
    new Set(['Institution', 'Plateforme régionale']),
  );
  await page.getByRole('searchbox').fill('zzzz');
  await expect(page.getByRole('heading', { name: /Rien ne correspond/ })).toBeVisible();
  await page.getByRole('button', { name: 'Effacer tous les filtres' }).last().click();
  await expect.poll(() => list.total()).toBe(whole);
});

test('several rows are selected by keyboard, changed together, deleted, and brought back', async ({
  page,
}) => {
  const list = await ListPage.openExample(page, organisations);
  const whole = await list.total();
  const names = (await list.names()).slice(0, 3);
  await (await list.cell(names[0] ?? '', 'Commune')).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 lignes sélectionnées')).toBeVisible();

  await page.getByRole('button', { name: 'Modifier un champ' }).click();
  const form = page.getByRole('region', { name: 'Modifier 3 lignes' });
  await form.getByRole('combobox', { name: 'Champ à modifier' }).click();
  await page.getByRole('option', { name: 'Commune', exact: true }).click();
  await form.getByRole('textbox', { name: 'Nouvelle valeur' }).fill('Arras');
  await form.getByRole('button', { name: /Modifier 3 lignes/ }).click();
  for (const name of names) {
    await expect(await list.cell(name, 'Commune')).toHaveText('Arras');
  }

  await (await list.cell(names[0] ?? '', 'Commune')).press('Delete');
  await expect.poll(() => list.total()).toBe(whole - 3);
  await expect(list.row(names[0] ?? '')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => list.total()).toBe(whole);
  await expect(await list.cell(names[2] ?? '', 'Commune')).toHaveText('Arras');
  await page.keyboard.press('Control+z');
  await expect(await list.cell(names[2] ?? '', 'Commune')).not.toHaveText('Arras');
});

test('everything that matches is selected at once, also what was never scrolled to', async ({
  page,
}) => {
  const list = await ListPage.openExample(page, organisations);
  const whole = await list.total();
  await (await list.cell('Alvéolande', 'Commune')).click();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`${whole} lignes sélectionnées`)).toBeVisible();
  await page.keyboard.press('Control+End');
  await expect(list.grid.locator(`[aria-rowindex="${whole + 1}"]`)).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a function is added with a person made on the spot, then ended', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  await list.filterByName('Eurasanté');
  await list.open('Eurasanté');
  await list.panel.getByRole('button', { name: 'Ajouter une personne' }).click();
  await list.panel.getByRole('textbox', { name: 'Personne' }).fill('Camille Essai');
  await page.getByRole('option', { name: /Créer/ }).click();
  await list.panel.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const line = list.panel.getByRole('listitem').filter({ hasText: 'Camille Essai' });
  await line.getByRole('button', { name: /^Terminer/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Terminer/ });
  await dialog.getByRole('textbox', { name: 'Dernier jour' }).fill('15 sept. 2017');
  await dialog.getByRole('textbox', { name: 'Dernier jour' }).press('Enter');
  await dialog.getByRole('button', { name: 'Terminer' }).click();
  await expect(line).toContainText('15 septembre 2017');
});

test('the columns keep the person’s arrangement', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  await page.getByRole('button', { name: 'Colonnes' }).click();
  await page.getByRole('checkbox', { name: 'SIREN' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(list.header('SIREN')).toHaveCount(0);
  await list.goTo('/actors/people');
  await list.goTo(organisations);
  await expect(list.header('SIREN')).toHaveCount(0);
  await expect(list.header('Nature')).toHaveCount(1);
});

test('what is on screen is exported', async ({ app, page, home }) => {
  const list = await ListPage.openExample(page, organisations);
  await page.getByRole('searchbox').fill('euratechnologies');
  await expect.poll(() => list.total()).toBe(1);
  const path = join(home, 'structures.csv');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: 'Exporter la liste' }).click();
  await page.getByRole('menuitem', { name: /csv/ }).click();
  await expect(page.getByText('structures.csv')).toBeVisible();
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('Nature');
  expect(lines[1]).toContain('Euratechnologies');
});

test('Alt and the arrows go from record to record, Esc gives the keyboard back to the list', async ({
  page,
}) => {
  const list = await ListPage.openExample(page, '/actors/people');
  const [first, second] = await list.names();
  await (await list.cell(first ?? '', 'Fonctions')).click();
  await page.keyboard.press('Enter');
  const title = list.panel.getByRole('heading', { level: 2 });
  await expect(title).toHaveText(first ?? '');
  await expect(title).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(title).toHaveText(second ?? '');
  await page.keyboard.press('Escape');
  await expect(list.panel).toBeHidden();
  await expect(list.row(second ?? '').locator(':focus')).toHaveCount(1);
});

test('a commune is found by its postal code and fills the codes in one operation', async ({
  page,
}) => {
  const list = await ListPage.openExample(page, organisations);
  await list.filterByName('Abricelle');
  await list.open('Abricelle');
  await expect(list.panel.getByText('Hauts-de-France · Aisne (02)')).toBeVisible();
  await list.field('Commune').fill('62500');
  await expect(page.getByRole('option', { name: /^Saint-Omer/ })).toBeVisible();
  await list.field('Commune').press('Enter');
  await expect(list.field('Commune')).toHaveValue('Saint-Omer');
  await expect(list.field('Code postal')).toHaveValue('62500');
  await expect(
    list.panel.getByText(/Hauts-de-France · Pas-de-Calais \(62\) · .* hab\./),
  ).toBeVisible();
  await expect(await list.cell('Abricelle', 'Département')).toHaveText('Pas-de-Calais');

  await list.field('Nom').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(await list.cell('Abricelle', 'Commune')).toHaveText('Laon');
  await expect(await list.cell('Abricelle', 'Département')).toHaveText('Aisne');
});

test('a SIRET brings its SIREN; a wrong one is refused at the field', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  await page.keyboard.press('Control+n');
  await page.keyboard.type('Atelier des Dunes');
  await page.keyboard.press('Enter');
  await list.field('SIRET').fill('732 829 320 00075');
  await list.field('SIRET').press('Tab');
  await expect(list.panel.getByText(/Ce numéro SIRET est faux/)).toBeVisible();
  await list.field('SIRET').fill('732 829 320 00074');
  await list.field('SIRET').press('Tab');
  await expect(list.field('SIREN')).toHaveValue('732\u00A0829\u00A0320');
  await expect(list.panel.getByText(/Ce numéro SIRET est faux/)).toBeHidden();
});

test('tags in use are proposed, and the list shows them', async ({ page }) => {
  const list = await ListPage.openExample(page, '/actors/people');
  await list.filterByName('Pierre Dupuis');
  await list.open('Pierre Dupuis');
  await list.field('Étiquettes').fill('contact');
  await page.getByRole('option', { name: 'contact du GT' }).click();
  await expect(await list.cell('Pierre Dupuis', 'Étiquettes')).toHaveText('contact du GT');
  await list.field('Étiquettes').fill('relecteur');
  await list.field('Étiquettes').press('Enter');
  await expect(await list.cell('Pierre Dupuis', 'Étiquettes')).toHaveText(
    'contact du GT, relecteur',
  );
});

test('publication is agreed field by field, with its day', async ({ page }) => {
  const list = await ListPage.openExample(page, '/actors/people');
  await list.filterByName('Pierre Dupuis');
  await list.open('Pierre Dupuis');
  const email = page.getByRole('switch', { name: 'Publier\u00A0: adresse électronique' });
  const line = list.panel.getByRole('listitem').filter({ has: email });
  await expect(line).toContainText('Pas d’accord');
  await email.focus();
  await page.keyboard.press('Space');
  await expect(line).toContainText('Accord donné le');
  await page.keyboard.press('Space');
  await expect(line).toContainText('Accord retiré le');
});

test('the register is shown as it was on a day, the list and the open record', async ({ page }) => {
  const list = await ListPage.openExample(page, '/actors/people');
  const whole = await list.total();
  await list.filterByName('Pierre Dupuis');
  await list.open('Pierre Dupuis');
  const held = list.panel.getByRole('listitem').filter({ hasText: 'Union des groupements' });
  await held.getByRole('button', { name: /^Modifier/ }).click();
  await held.getByRole('textbox', { name: 'Au', exact: true }).fill('30/06/2017');
  await held.getByRole('textbox', { name: 'Au', exact: true }).press('Enter');
  await expect(held).toContainText('30 juin 2017');
  await page.getByRole('searchbox').fill('');

  const day = page.getByRole('textbox', { name: 'Situation au' });
  await day.fill('30 juin 2017');
  await day.press('Enter');
  await expect(list.panel.getByText(/tels qu’ils étaient le 30 juin 2017/)).toBeVisible();
  await expect(list.panel.getByRole('heading', { name: 'Le 30 juin 2017' }).first()).toBeVisible();
  await expect(await list.cell('Pierre Dupuis', 'Fonctions')).toContainText('UGAP');
  await day.fill('1 juil. 2017');
  await day.press('Enter');
  await expect(list.panel.getByText(/tels qu’ils étaient le 1er juillet 2017/)).toBeVisible();
  await expect(await list.cell('Pierre Dupuis', 'Fonctions')).toHaveText('');
  await day.fill('');
  await day.press('Enter');
  await expect(list.panel.getByText(/tels qu’ils étaient/)).toBeHidden();
  await expect.poll(() => list.total()).toBe(whole);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    const list = await ListPage.openExample(page, organisations);
    await list.setTheme(theme);
    await list.goTo(organisations);
    await expectAccessible(page, 'structures');
    await list.filterByName('Eurasanté');
    await list.open('Eurasanté');
    await list.panel.getByRole('button', { name: 'Plus de détails' }).click();
    await expectAccessible(page, 'structure ouverte');
    await list.field('Commune').fill('saint om');
    await expect(page.getByRole('option', { name: /^Saint-Omer/ }).first()).toBeVisible();
    await expectAccessible(page, 'choix de la commune');
    await page.keyboard.press('Escape');
    await list.goTo('/actors/people');
    const [first] = await list.names();
    await list.open(first ?? '');
    await expectAccessible(page, 'personne ouverte');
    await page.keyboard.press('Control+n');
    await expect(list.field('Prénom')).toBeFocused();
    await expectAccessible(page, 'nouvelle personne');
  });
}
