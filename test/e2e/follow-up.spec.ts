import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';

const path = '/meetings/follow-up';
const late = 'Rassembler les points écrits des sous-groupes (action fictive)';

const rowOf = (page: Page, title: string): Locator =>
  page.getByRole('row').filter({ hasText: title });

/** Waits until what is typed has found somebody, and Enter would choose them. */
async function found(page: Page, name: RegExp): Promise<void> {
  await expect(page.getByRole('option', { name })).toHaveAttribute(
    'data-combobox-selected',
    'true',
  );
}

const choice = (page: Page, group: string, name: RegExp): Locator =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name });

test('a late action is found, done, undone, put off and given to somebody, from the keyboard', async ({
  page,
  complaints,
}) => {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('suivi des décisions et des actions');
  await expect(page.getByRole('option', { name: /Suivi des décisions/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Suivi des décisions et des actions',
  );

  const open = choice(page, 'Où cela en est', /^Ouvertes/);
  await expect(open).toBeChecked();
  await open.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(choice(page, 'Où cela en est', /^En retard/)).toBeChecked();
  const row = rowOf(page, late);
  await expect(row).toContainText('en retard');
  expect(page.url()).toContain('/meetings/follow-up/actions/state=late');

  // The state: one key; the action is no longer late, and comes back when that is undone.
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Enter');
  await expect(row).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Rien n’est en retard' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Annuler', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toContainText('En cours');

  // By when: in words. The list of what is open still holds it, no longer late.
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: `Échéance de « ${late} »` })).toBeFocused();
  await page.keyboard.type('dans 3 mois');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Rien n’est en retard' })).toBeVisible();
  await choice(page, 'Où cela en est', /^En retard/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(row).not.toContainText('en retard');

  // Who: chosen by name; the row then stands under theirs.
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Enter');
  await expect(row).toBeFocused();
  await page.keyboard.press('q');
  await expect(page.getByRole('textbox', { name: 'Personne responsable' })).toBeFocused();
  await page.keyboard.type('Valencelle');
  await found(page, /Rémi Valencelle/);
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Rémi Valencelle');
  await expect(row).toBeFocused();

  // Two at once: selected, then blocked as one operation.
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 lignes choisies')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('row').filter({ hasText: 'Bloqué' })).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row').filter({ hasText: 'Bloqué' })).toHaveCount(0);

  // The record beside, and back.
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.locator('[data-row-id]:focus')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('who the user is, is asked once and remembered', async ({ page }) => {
  await ListPage.openExample(page, path);
  const mine = page.getByRole('button', { name: 'Les miennes' });
  await mine.click();
  const who = page.getByRole('textbox', { name: 'Je suis' });
  await expect(who).toBeFocused();
  await page.keyboard.type('Brancourtel');
  await found(page, /Odile Brancourtel/);
  await page.keyboard.press('Enter');
  await expect(mine).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-row-id]')).toHaveCount(1);
  await expect(rowOf(page, late)).toBeVisible();
  await page.reload();
  await expect(mine).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-row-id]')).toHaveCount(1);
});

test('a reminder is drafted, with whom it does not reach told, and entered in the register', async ({
  page,
  app,
  home,
}) => {
  const list = await ListPage.openExample(page, `${path}/actions/state=late`);
  const file = join(home, 'relance.eml');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Préparer les relances' }).click();
  const panel = list.panel;
  await expect(panel.getByText(/1 destinataire sans adresse utilisable/)).toBeVisible();
  await panel.getByRole('button', { name: 'Préparer la relance de Odile Brancourtel' }).click();
  await expect(page.getByText('« relance.eml » est écrit.')).toBeVisible();
  await expect(page.getByRole('status').getByRole('button', { name: 'Annuler' })).toBeVisible();
  const message = readFileSync(file, 'utf8');
  expect(message).toContain('X-Unsent: 1');
  expect(message).toMatch(/^Subject: .*action/m);
  expect(message.replaceAll(/=\r\n/g, '')).toContain('Rassembler les points');
  await expect(panel.getByText(/sans destinataire/)).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Réunion du GT du 9 mai 2017' })).toBeVisible();
  await expectAccessible(page, 'reminders');
});

test('the decisions of a period are compiled, and what is shown goes to a spreadsheet', async ({
  page,
  app,
  home,
}) => {
  await ListPage.openExample(page, `${path}/decisions`);
  await page.getByRole('textbox', { name: 'Prises du' }).fill('1er mai 2017');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Prises au' }).fill('31/05/2017');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row-id]')).toHaveCount(1);
  await expect(page.getByText('pour 6, contre 0, abstentions 1')).toBeVisible();

  const file = join(home, 'releve.docx');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Relevé des décisions' }).click();
  await page.getByRole('menuitem', { name: 'Word (DOCX)' }).click();
  await expect(page.getByText('« releve.docx » est écrit.')).toBeVisible();
  const xml = Buffer.from(unzipSync(readFileSync(file))['word/document.xml'] ?? []).toString();
  const text = xml.replaceAll(/<[^>]*>/g, '').replaceAll(/[\u00A0\u202F]/g, ' ');
  expect(text).toContain('Relevé des décisions');
  expect(text).toContain('Demander à chaque sous-groupe un point écrit');
  expect(text).toContain('1er mai 2017');
  expect(text).not.toContain('Constituer 4 sous-groupes');

  const sheet = join(home, 'decisions.csv');
  await answerSaveDialog(app, sheet);
  await page.getByRole('button', { name: 'Tableur' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByText('« decisions.csv » est écrit.')).toBeVisible();
  const lines = readFileSync(sheet, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Demander à chaque sous-groupe un point écrit');

  // A decision is superseded with one key, and that is undone.
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Enter');
  await page.keyboard.press('m');
  await expect(page.locator('[data-row-id]')).toContainText('Remplacée');
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-row-id]')).toContainText('Adoptée');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the follow-up is accessible in the ${theme} theme`, async ({ page }) => {
    const list = await ListPage.openExample(page, path);
    await list.setTheme(theme);
    await list.goTo(`${path}/actions/state=all`);
    await expectAccessible(page, 'actions');
    await page.locator('[data-row-id]').first().focus();
    await page.keyboard.press('Enter');
    await expect(list.panel.getByRole('heading', { level: 2 })).toBeFocused();
    await expectAccessible(page, 'an action');
    await list.goTo(`${path}/decisions`);
    await expectAccessible(page, 'decisions');
    await page
      .getByRole('button', { name: /^État de/ })
      .first()
      .click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await expectAccessible(page, 'states');
  });
}

test('the dashboard leads to the late actions', async ({ page }) => {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('link', { name: 'Suivre les actions en retard' }).click();
  await expect(choice(page, 'Où cela en est', /^En retard/)).toBeChecked();
  await expect(rowOf(page, late)).toBeVisible();
});
