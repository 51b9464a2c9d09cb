import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import type { WorkSheet } from 'xlsx';
import { read, utils, write } from 'xlsx';

import { expectAccessible } from './axe.ts';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';

const textIn = (sheet: WorkSheet, row: number, column: number): string =>
  String((sheet[utils.encode_cell({ r: row, c: column })] as { v?: unknown } | undefined)?.v ?? '');

type Cell = string | number | null;

/** Fills a form in by what it shows, with a library that knows nothing of ours. */
function fill(
  form: string,
  head: Readonly<Record<string, string>>,
  needs: readonly (readonly Cell[])[],
  to: string,
): string {
  const book = read(readFileSync(form), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  const rowOf = (label: string, isWhole = false): number => {
    const found = Array.from({ length: 80 }, (_, at) => at).find((at) => {
      const shown = textIn(sheet, at, 1);
      return isWhole ? shown === label : shown.startsWith(label);
    });
    if (found === undefined) throw new Error(`no line « ${label} »`);
    return found;
  };
  for (const [label, value] of Object.entries(head)) {
    utils.sheet_add_aoa(sheet, [[value]], { origin: { r: rowOf(label), c: 2 } });
  }
  for (const [at, cells] of needs.entries()) {
    utils.sheet_add_aoa(sheet, [[...cells]], { origin: { r: rowOf('1', true) + at, c: 2 } });
  }
  writeFileSync(to, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array); // what that type gives
  return to;
}

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((there) => {
    location.hash = there;
  }, hash);

async function openExample(page: Page, hash: string): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await goTo(page, hash);
}

const view = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Parties du recensement' }).getByText(name, { exact: true });

test('a form goes out, comes back with a bad line, is refused, mended, taken, counted and undone', async ({
  app,
  page,
  home,
}) => {
  test.slow();
  await openExample(page, '/steering/2017/needs');
  const sum = page.getByText(/réponses? = /);
  await expect(sum).toHaveText('27 réponses = 17 État + 4 collectivités + 6 sans précision');
  const kinds = page.getByRole('table', { name: 'Par type d’acheteur' });
  await expect(kinds.getByRole('row', { name: /^Sans précision/ })).toContainText('6');

  await view(page, 'Formulaires').click();
  const form = join(home, 'vierge.xlsx');
  await answerSaveDialog(app, form);
  await page.getByRole('button', { name: 'Formulaire vierge (XLSX)' }).click();
  await expect.poll(() => existsSync(form)).toBe(true);

  const head = { 'Nom de la structure': 'Hôpital des Essais', 'Type d’acheteur': 'Hospitalier' };
  const good = ['Suivre des patients à domicile', 'À distance', 'Achats de santé', '2018', 12_000];
  const bad = ['Parapheur électronique', null, 'Plomberie', null, null];
  const returned = fill(form, head, [good, bad], join(home, 'hopital.xlsx'));
  await answerOpenDialog(app, returned);
  await page.getByRole('button', { name: 'Choisir des formulaires' }).click();
  const preview = page.getByRole('table', { name: 'Lignes du formulaire hopital.xlsx' });
  await expect(preview.getByRole('row', { name: /Suivre des patients/ })).toContainText('Nouveau');
  const wrong = preview.getByRole('row', { name: /Parapheur/ });
  await expect(wrong).toContainText('À corriger');
  await expect(wrong).toContainText(/E\d+\s: «\sPlomberie\s» n’est pas un segment de la liste/);
  await expectAccessible(page, 'a form with a bad line');
  await page.getByRole('button', { name: /^Reprendre 2 lignes/ }).click();
  await expect(page.getByText(/est à corriger en E\d+/)).toBeVisible();

  fill(
    returned,
    {},
    [good, ['Parapheur électronique', null, 'Prestations intellectuelles']],
    returned,
  );
  await page.getByRole('button', { name: 'Relire les fichiers' }).click();
  await expect(wrong).toContainText('Nouveau');
  await page.getByRole('button', { name: 'Reprendre 2 lignes' }).click();
  await expect(page.getByText(/Reprise faite\s: 2 nouveaux/)).toBeVisible();

  await page.getByRole('button', { name: 'Choisir des formulaires' }).click();
  await expect(preview.getByRole('row', { name: /Parapheur/ })).toContainText('Déjà repris');
  await expect(page.getByRole('button', { name: 'Rien de nouveau à reprendre' })).toBeVisible();
  await page.getByRole('button', { name: 'Abandonner' }).click();

  await view(page, 'Décompte').click();
  await expect(sum).toHaveText(
    '28 réponses = 17 État + 4 collectivités + 1 hôpital + 6 sans précision',
  );
  await expect(page.getByText('29 besoins exprimés')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(sum).toHaveText('27 réponses = 17 État + 4 collectivités + 6 sans précision');
});

test('an agreement is entered by the keyboard with its parties and its activity', async ({
  page,
}) => {
  await openExample(page, '/steering/2017/activities/agreements');
  await expect(page.getByRole('grid', { name: 'Conventions' })).toBeVisible();
  await page.keyboard.press('Control+n');
  const record = page.getByRole('complementary');
  const name = record.getByLabel('Nom', { exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type('Convention d’essai');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const parties = record.getByRole('group', { name: 'Parties' });
  const party = parties.getByRole('textbox', { name: 'Structure' });
  await party.focus();
  await page.keyboard.type('UGAP');
  await page.keyboard.press('Enter');
  await expect(party).toHaveValue(/UGAP|Union/);
  await parties.getByRole('textbox', { name: 'Rôle' }).focus();
  await page.keyboard.type('Centrale d’achat');
  await page.keyboard.press('Enter');

  const list = record.getByRole('list', { name: 'Parties' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.getByRole('textbox')).toHaveValue('Centrale d’achat');
  await expect(list.getByRole('checkbox')).toBeChecked();

  await record.getByRole('button', { name: 'Ajouter une action menée' }).focus();
  await page.keyboard.press('Enter');
  const title = record.getByLabel('Intitulé', { exact: true }).last();
  await expect(title).toBeFocused();
  await page.keyboard.type('Atelier d’essai');
  await page.keyboard.press('Enter');
  await expect(record.getByRole('link', { name: 'Atelier d’essai' })).toBeVisible();
  await expectAccessible(page, 'an agreement');

  await record.getByRole('link', { name: 'Atelier d’essai' }).focus();
  await page.keyboard.press('Enter');
  await expect(record.getByRole('heading', { name: 'Chiffres' })).toBeVisible();
  await record.getByRole('button', { name: 'Ajouter une valeur' }).focus();
  await page.keyboard.press('Enter');
  const figure = record.getByRole('form', { name: 'Ajouter une valeur' });
  await figure.getByRole('textbox', { name: 'Indicateur' }).focus();
  await page.keyboard.type('personnes');
  await page.keyboard.press('Enter');
  await figure.getByRole('textbox', { name: 'Valeur' }).focus();
  await page.keyboard.type('42');
  await page.keyboard.press('Enter');
  await expect(record.getByRole('list', { name: 'Chiffres' })).toContainText('42');
  await expectAccessible(page, 'an activity with a figure');

  await page.getByRole('tab', { name: 'Actions et conventions' }).focus();
  await page.keyboard.press('Control+z');
  await expect(record.getByText('Aucun chiffre rattaché à cette action.')).toBeVisible();
});

test('a match is accepted, followed up and put back', async ({ page }) => {
  await openExample(page, '/steering/2017/needs');
  await view(page, 'Rapprochements').click();
  const matches = page.getByRole('list', { name: 'Rapprochements' });
  const first = matches.getByRole('listitem').first();
  const pair = await first.locator('p').first().innerText();
  await first.getByRole('button', { name: `Accepter : ${pair}` }).click();
  await page
    .getByRole('radiogroup', { name: 'Rapprochements affichés' })
    .getByText('Décidés')
    .click();
  const accepted = matches.getByRole('listitem').filter({ hasText: pair });
  await expect(accepted).toContainText('Accepté');
  await accepted.getByRole('button', { name: `Suite donnée : ${pair}` }).click();
  const follow = accepted.getByRole('form');
  await follow.getByLabel('Suite donnée').fill('Démonstration prévue');
  await expectAccessible(page, 'a match and what came of it');
  await follow.getByRole('button', { name: 'Enregistrer la suite' }).click();
  await expect(accepted).toContainText('Démonstration prévue');
  await page.keyboard.press('Control+z');
  await expect(accepted).not.toContainText('Démonstration prévue');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`needs, activities and agreements are accessible in ${scheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await openExample(page, '/steering/2017/needs');
    for (const name of ['Décompte', 'Réponses', 'Formulaires', 'Rapprochements']) {
      await view(page, name).click();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page, name);
    }
    for (const list of ['activities', 'activities/new', 'agreements/new', 'practices/new']) {
      await goTo(page, `/steering/2017/activities/${list}`);
      await expect(page.getByRole('radiogroup', { name: 'Listes de l’onglet' })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page, list);
    }
  });
}
