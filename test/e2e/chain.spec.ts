import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';

/** The chain of the example's first year, in a window as small as it has to fit. */
async function openChain(page: Page): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate(() => {
    location.hash = '/steering/2017/chain';
  });
  await expect(column(page, 'Freins').getByRole('listitem')).toHaveCount(16);
}

const column = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
/** A card by the beginning of its words. */
const card = (page: Page, words: string): Locator =>
  page
    .getByRole('listitem')
    .getByRole('button', { name: new RegExp(`^${words}`) })
    .first();
const link = (page: Page, from: string, to: string): Locator =>
  page.getByRole('button', { name: `Lien de « ${from} » vers « ${to} »` });
const view = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: 'Présentation' })
    .locator('label')
    .filter({ hasText: name })
    .click();

/** Pulls a link from a card's handle onto another card. */
async function drawLink(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await from.hover();
  const handle = from.locator('xpath=..').locator('[data-link-handle]');
  const start = await handle.boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('Both cards have to be on screen.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
  await page.mouse.up();
}

test('a link is drawn by keyboard, removed, undone; what it ends is no longer an orphan', async ({
  page,
  complaints,
}) => {
  await openChain(page);
  const from = 'Freins financiers';
  const orphan = 'Aucun levier n’y répond';
  await expect(card(page, from)).toContainText(orphan);

  // From card to card by arrows, then « Relier à… ».
  await card(page, 'Craintes juridiques').focus();
  await page.keyboard.press('ArrowUp');
  await expect(card(page, from)).toBeFocused();
  await page.keyboard.press('l');
  const picker = page.getByRole('dialog', { name: `Relier « ${from} » à…` });
  await expect(picker.getByRole('combobox').or(picker.getByRole('textbox'))).toBeFocused();
  await page.keyboard.type('soutien hier');
  await expect(picker.getByRole('option', { name: 'Soutien hiérarchique' })).toHaveAttribute(
    'data-combobox-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(picker).toHaveCount(0);
  await expect(link(page, from, 'Soutien hiérarchique')).toHaveCount(1);
  await expect(card(page, from)).not.toContainText(orphan);
  await expect(card(page, from)).toBeFocused();

  // Its links are one key away; Suppr removes, Ctrl+Z brings back, whole chains light up meanwhile.
  await expect(page.locator('[data-card][data-lit]', { hasText: 'Sensibiliser' })).toHaveCount(1);
  await page.keyboard.press('k');
  await expect(link(page, from, 'Soutien hiérarchique')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(link(page, from, 'Soutien hiérarchique')).toHaveCount(0);
  await expect(card(page, from)).toContainText(orphan);
  await expect(card(page, from)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(link(page, from, 'Soutien hiérarchique')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(card(page, from)).toContainText(orphan);

  // The order within a column, by keyboard.
  await page.keyboard.press('Alt+ArrowUp');
  const second = column(page, 'Freins').getByRole('listitem').nth(2);
  await expect(second).toContainText(from);
  await page.keyboard.press('Control+z');
  await expect(second).not.toContainText(from);
  expect(complaints).toEqual([]);
});

test('a link is pulled by mouse, a backward one is refused in words', async ({
  page,
  complaints,
}) => {
  await openChain(page);
  const [from, to] = ['Freins financiers', 'Communication'];
  await drawLink(page, card(page, from), card(page, to));
  await expect(link(page, from, to)).toHaveCount(1);
  await expect(card(page, from)).not.toContainText('Aucun levier');
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(link(page, from, to)).toHaveCount(0);

  await drawLink(page, card(page, to), card(page, from));
  await expect(page.getByText(/il reviendrait en arrière/)).toBeVisible();
  await expect(link(page, to, from)).toHaveCount(0);

  // A link that is clicked offers to be removed where it runs.
  const known = link(page, 'Méconnaissance de la thématique', 'Professionnalisation');
  await known.focus();
  await page.getByRole('button', { name: 'Retirer ce lien' }).click();
  await expect(known).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a card is added in its column, opened beside, put aside with its links', async ({ page }) => {
  await openChain(page);
  const remedies = column(page, 'Solutions');
  await remedies.getByRole('button', { name: 'Ajouter une solution' }).click();
  await page.keyboard.type('Former les juristes aux procédures négociées');
  await page.keyboard.press('Enter');
  const made = card(page, 'Former les juristes');
  await expect(made).toBeFocused();
  await expect(made).toContainText('Ne vient d’aucun levier ni frein');

  await card(page, 'Professionnalisation').click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Professionnalisation');
  await expect(
    panel.getByRole('button', { name: 'Craintes juridiques', exact: true }),
  ).toBeVisible();
  await panel.getByRole('button', { name: /Supprimer/ }).click();
  await expect(card(page, 'Craintes juridiques')).toContainText('Aucun levier n’y répond');
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(link(page, 'Craintes juridiques', 'Professionnalisation')).toHaveCount(1);
});

test('the same chain as a table, its orphans named; the evolution of the findings; a file', async ({
  app,
  page,
  home,
  complaints,
}) => {
  await openChain(page);
  await view(page, 'Tableau');
  const table = page.getByRole('table', { name: 'Chaîne en tableau' });
  const row = table.getByRole('row').filter({ hasText: 'Freins financiers' });
  await expect(row).toContainText('aucun levier');
  await page.getByRole('searchbox', { name: 'Filtrer le tableau' }).fill('aucun levier');
  await expect(row).toHaveCount(1);
  await expect(table.getByRole('row').filter({ hasText: 'Craintes juridiques' })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Filtrer le tableau' }).fill('');
  await table.getByRole('button', { name: 'Freins', exact: true }).click();
  await expect(table.getByRole('columnheader', { name: 'Freins' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expectAccessible(page, 'chain table');

  await view(page, 'Évolution');
  const evolution = page.getByRole('table', { name: 'Évolution des énoncés' });
  const changed = evolution.getByRole('row').filter({ hasText: 'Craintes juridiques' });
  await expect(changed).toContainText('Formulé autrement');
  await expect(changed).toContainText('Craintes (notamment d’un risque juridique)');
  await expect(changed.locator('ins')).toHaveText('juridiques');
  await expect(
    evolution.getByRole('row').filter({ hasText: 'Manque de moyens pour répondre' }),
  ).toContainText('Manque de structure et de temps homme');
  await expect(
    evolution.getByRole('row').filter({ hasText: 'Changement de mentalité' }),
  ).toContainText('N’est plus énoncé');
  await expectAccessible(page, 'evolution');

  await view(page, 'Image');
  const path = join(home, 'chaine.docx');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Exporter la chaîne en DOCX' }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  const text = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('Craintes juridiques');
  expect(text).toContain('aucun levier');
  expect(complaints).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the picture is accessible, ${theme}`, async ({ page }) => {
    // Five looks at a page of many cards.
    test.setTimeout(150_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate((wanted) => {
      const bridge: unknown = Reflect.get(window, 'rapporteur');
      return Reflect.apply(Reflect.get(Object(bridge), 'call'), bridge, [
        'app:setPreferences',
        { theme: wanted },
      ]);
    }, theme);
    await openChain(page);
    await expectAccessible(page, 'chain');
    await card(page, 'Freins financiers').focus();
    await expectAccessible(page, 'chain, lit');
    await page.keyboard.press('l');
    await expect(page.getByRole('dialog', { name: /Relier/ })).toBeVisible();
    await expectAccessible(page, 'chain, linking');
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: /Orphelins seulement/ }).check();
    await expect(card(page, 'Craintes juridiques')).toHaveCount(0);
    await expect(card(page, 'Freins financiers')).toBeVisible();
    await page.getByRole('button', { name: 'Comment lire cette image' }).click();
    await expectAccessible(page, 'chain, orphans');
    await page.keyboard.press('Escape');
    await card(page, 'Freins financiers').click();
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(
      'Freins financiers',
    );
    await expectAccessible(page, 'chain, record');
  });
}
