import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';
import * as XLSX from 'xlsx';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';

const organisations = '/actors/organisations';

class ViewsPage extends ListPage {
  readonly tree: Locator;
  readonly views: Locator;

  constructor(page: Page) {
    super(page);
    this.tree = page.getByRole('treegrid');
    this.views = page.getByRole('button', { name: /^Vue\s:/ });
  }

  static override async openExample(page: Page, path: string): Promise<ViewsPage> {
    await ListPage.openExample(page, path);
    return new ViewsPage(page);
  }

  async groupBy(column: string): Promise<void> {
    await this.page.getByRole('button', { name: /^(Grouper|Par )/ }).click();
    await this.page.getByRole('menuitemradio', { name: column, exact: true }).click();
  }

  async saveAs(name: string): Promise<void> {
    await this.views.click();
    await this.page.getByRole('menuitem', { name: /nouvelle vue/ }).click();
    await expect(this.page.getByRole('textbox', { name: 'Nom de la vue' })).toBeFocused();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await expect(this.views).toHaveAccessibleName(new RegExp(`: ${name}$`));
  }

  async choose(name: string): Promise<void> {
    await this.views.click();
    await this.page.getByRole('menuitemradio', { name, exact: true }).click();
  }

  group(name: string): Locator {
    return this.tree.locator('[role="row"][aria-level="1"]').filter({ hasText: name });
  }
}

test('an arrangement is saved as a view, changed, updated, renamed, deleted, and brought back', async ({
  page,
}) => {
  const list = await ViewsPage.openExample(page, organisations);
  const whole = await list.total();
  await page.getByRole('searchbox').fill('lille');
  await expect.poll(() => list.total()).toBeLessThan(whole);
  const found = await list.total();
  await page.getByRole('button', { name: 'Colonnes' }).click();
  await page.getByRole('checkbox', { name: 'SIREN' }).uncheck();
  await page.keyboard.press('Escape');
  await list.saveAs('Lille');

  await list.choose('Tout');
  await expect.poll(() => list.total()).toBe(whole);
  await expect(list.header('SIREN')).toHaveCount(0);
  await list.choose('Lille');
  await expect.poll(() => list.total()).toBe(found);
  await expect(page.getByRole('searchbox')).toHaveValue('lille');

  await list.header('Commune').click();
  await expect(list.views).toHaveAccessibleName(/Lille, modifiée$/);
  await list.views.click();
  await page.getByRole('menuitem', { name: /^Mettre à jour/ }).click();
  await expect(list.views).toHaveAccessibleName(/: Lille$/);

  await list.goTo('/sub-groups');
  await list.goTo(organisations);
  await expect(list.views).toHaveAccessibleName(/: Lille$/);
  await expect.poll(() => list.total()).toBe(found);
  await expect(list.header('Commune')).toHaveAttribute('aria-sort', 'ascending');

  await list.views.click();
  await page.getByRole('menuitem', { name: /^Renommer/ }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la vue' })).toBeFocused();
  await page.keyboard.type('Métropole');
  await page.keyboard.press('Enter');
  await expect(list.views).toHaveAccessibleName(/: Métropole$/);

  await list.views.click();
  await page.getByRole('menuitem', { name: /^Supprimer/ }).click();
  await expect(list.views).toHaveAccessibleName(/: Tout$/);
  await expect.poll(() => list.total()).toBe(whole);
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
  await list.choose('Métropole');
  await expect.poll(() => list.total()).toBe(found);
});

test('a view is found in the palette', async ({ page }) => {
  const list = await ViewsPage.openExample(page, organisations);
  await page.getByRole('searchbox').fill('lille');
  await list.saveAs('Autour de Lille');
  const found = await list.total();
  await list.choose('Tout');
  await expect.poll(() => list.total()).toBeGreaterThan(found);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('autour de lille');
  await page.getByRole('option', { name: /Afficher la vue/ }).click();
  await expect.poll(() => list.total()).toBe(found);
});

test('rows are grouped; groups close and open by keyboard; the rows stay where they belong', async ({
  page,
}) => {
  const list = await ViewsPage.openExample(page, organisations);
  const whole = await list.total();
  await list.groupBy('Nature');
  const rows = (): Promise<number> =>
    list.tree.getAttribute('aria-rowcount').then((count) => Number(count) - 1);
  await expect.poll(rows).toBe(whole + 4);
  const buyers = list.group('Acheteur public');
  const count = Number((await buyers.textContent())?.replaceAll(/\D/g, ''));
  await buyers.getByRole('gridcell').click();
  await expect(buyers).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(rows).toBe(whole + 4 - count);
  await page.keyboard.press('ArrowRight');
  await expect(buyers).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  const companies = list.group('Entreprise innovante');
  await expect(companies.getByRole('gridcell')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list.tree.locator(':focus')).toHaveAttribute('data-cell', /^2:/);
  const first = list.tree.locator('[aria-rowindex="4"]');
  await expect(first).toContainText('Entreprise innovante');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(companies.getByRole('gridcell')).toBeFocused();
  await page.keyboard.press('Control+ArrowDown');
  await expect(list.tree.locator(`[aria-rowindex="${(await rows()) + 1}"]`)).toBeVisible();
});

test('a change to many is shown before it is made, refused where it must be, and undone', async ({
  page,
}) => {
  const list = await ViewsPage.openExample(page, organisations);
  await (await list.cell('Alvéolande', 'Commune')).click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Modifier un champ' }).click();
  const panel = page.getByRole('region', { name: /^Modifier \d+ lignes$/ });
  await panel.getByRole('combobox', { name: 'Champ à modifier' }).click();
  await page.getByRole('option', { name: 'Type d’acheteur' }).click();
  await panel.getByRole('combobox', { name: 'Nouvelle valeur' }).click();
  await page.getByRole('option', { name: 'Hospitalier' }).click();
  const refused = panel.getByRole('region', { name: 'Modifications refusées' });
  await expect(refused).toContainText('resteront comme elles sont');
  await expect(refused).toContainText('Seul un acheteur public');
  const words = (await panel.getByRole('status').textContent()) ?? '';
  const changed = Number(/^\d+/.exec(words)?.[0]);
  expect(changed).toBeGreaterThan(0);
  const lines = panel.getByRole('list', { name: 'Avant et après' }).getByRole('listitem');
  await expect(lines).toHaveCount(changed);
  await expect(lines.first()).toContainText('Hospitalier');
  await expectAccessible(page, 'aperçu d’une modification groupée');

  const name = (await lines.first().locator('span').first().textContent()) ?? '';
  const kind = list.row(name);
  await panel.getByRole('button', { name: `Modifier ${changed} lignes` }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText(/Modification groupée/)).toContainText(`(${changed})`);
  await page.getByRole('button', { name: 'Ne plus rien sélectionner' }).click();
  await list.filterByName(name);
  await expect(kind).toContainText('Hospitalier');
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
  await expect(kind).not.toContainText('Hospitalier');
});

test('a label is added to several rows at once', async ({ page }) => {
  const list = await ViewsPage.openExample(page, organisations);
  const [one, two] = await list.names();
  for (const name of [one, two]) {
    await list
      .row(name ?? '')
      .getByRole('checkbox')
      .click();
  }
  await page.getByRole('button', { name: 'Modifier un champ' }).click();
  const panel = page.getByRole('region', { name: 'Modifier 2 lignes' });
  await panel.getByRole('combobox', { name: 'Champ à modifier' }).click();
  await page.getByRole('option', { name: 'Étiquettes' }).click();
  await panel.getByRole('textbox', { name: 'Étiquette' }).fill('À relancer');
  await panel.getByRole('button', { name: 'Modifier 2 lignes' }).click();
  await page.getByRole('button', { name: 'Colonnes' }).click();
  const tags = page.getByRole('checkbox', { name: 'Étiquettes' });
  if (!(await tags.isChecked())) await tags.check();
  await page.keyboard.press('Escape');
  await expect(await list.cell(one ?? '', 'Étiquettes')).toContainText('À relancer');
  await expect(await list.cell(two ?? '', 'Étiquettes')).toContainText('À relancer');
});

test('the selected rows alone are exported, with what an import recognises them by', async ({
  app,
  page,
  home,
}) => {
  const list = await ViewsPage.openExample(page, organisations);
  const [one, two] = await list.names();
  for (const name of [one, two]) {
    await list
      .row(name ?? '')
      .getByRole('checkbox')
      .click();
  }
  const path = join(home, 'choix.xlsx');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: 'Exporter la liste' }).click();
  await page.getByRole('menuitem', { name: /xlsx/ }).last().click();
  await expect(page.getByText('choix.xlsx')).toBeVisible();
  const book = XLSX.read(readFileSync(path));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const rows: string[][] = XLSX.utils.sheet_to_json(sheet ?? {}, { header: 1 });
  expect(rows).toHaveLength(3);
  expect(rows[0]?.at(-1)).toBe('Identifiant');
  expect(rows.slice(1).map(([name]) => name)).toEqual([one, two]);
  expect(rows[1]?.at(-1)).toMatch(/^[0-9a-f-]{36}$/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    const list = await ViewsPage.openExample(page, organisations);
    await list.setTheme(theme);
    await list.goTo(organisations);
    await list.groupBy('Nature');
    await expect(list.tree).toHaveAttribute('aria-busy', 'false');
    await expectAccessible(page, 'liste groupée');
    await list.views.click();
    await expect(page.getByRole('menuitem', { name: /nouvelle vue/ })).toBeVisible();
    await expectAccessible(page, 'menu des vues');
    await page.getByRole('menuitem', { name: /nouvelle vue/ }).click();
    await expect(page.getByRole('textbox', { name: 'Nom de la vue' })).toBeFocused();
    await expectAccessible(page, 'nom d’une vue');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Par / }).click();
    await expectAccessible(page, 'menu des groupes');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Exporter la liste' }).click();
    await expectAccessible(page, 'menu d’export');
  });
}
