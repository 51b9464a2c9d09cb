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

/** Fills the form in by its labels with a library that knows nothing of ours. */
function fill(form: string, said: Readonly<Record<string, string | number>>, to: string): string {
  const book = read(readFileSync(form), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  for (const [label, value] of Object.entries(said)) {
    const row = Array.from({ length: 60 }, (_, at) => at).find((at) =>
      textIn(sheet, at, 1).startsWith(label),
    );
    if (row === undefined) throw new Error(`no line « ${label} »`);
    utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: 2 } });
  }
  writeFileSync(to, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array); // what that type gives
  return to;
}

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((there) => {
    location.hash = there;
  }, hash);

/** Opens the example group and makes a call of its own in it. */
async function newCall(page: Page): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await goTo(page, '/selection/new');
  await page.getByLabel('Titre').fill('AMI d’essai');
  await page.getByRole('button', { name: 'Créer l’appel' }).click();
  await page.getByRole('tab', { name: 'Appel', exact: true }).click();
}

test('a call is set up, its form sent, two forms read back, one incomplete, and all undone', async ({
  app,
  page,
  home,
}) => {
  await newCall(page);
  await page.getByRole('button', { name: 'Ajouter une question' }).click();
  const questions = page.getByRole('list', { name: 'Questions posées' });
  const title = questions.getByLabel('Question', { exact: true });
  await title.fill('Combien de clients ?');
  await title.press('Enter');
  await questions.getByLabel('Type de réponse').click();
  await page.getByRole('option', { name: 'Nombre' }).click();
  await questions.getByLabel('Obligatoire').click();
  await expect(questions.getByLabel('Obligatoire')).toBeChecked();
  await expect(
    questions.getByRole('button', { name: 'Déplacer « Combien de clients ? »' }),
  ).toBeVisible();

  await page.getByRole('tab', { name: 'Formulaires' }).click();
  const form = join(home, 'formulaire.xlsx');
  await answerSaveDialog(app, form);
  await page.getByRole('button', { name: 'Créer le formulaire (XLSX)' }).click();
  await expect.poll(() => existsSync(form)).toBe(true);
  const whole = { 'Nom de la structure': 'Lumen', 'Nom de la solution': 'Lampe sobre' };
  const one = fill(form, { ...whole, 'Combien de clients': 12 }, join(home, 'lumen.xlsx'));
  const two = fill(form, { 'Nom de la structure': 'Nova' }, join(home, 'nova.xlsx'));

  await answerOpenDialog(app, [one, two]);
  await page.getByRole('button', { name: 'Choisir des formulaires' }).click();
  const preview = page.getByRole('table', { name: 'Formulaires lus' });
  await expect(preview.getByRole('row', { name: /lumen\.xlsx/ })).toContainText('Complète');
  await expect(preview.getByRole('row', { name: /nova\.xlsx/ })).toContainText(
    'réponse obligatoire manquante',
  );
  await expectAccessible(page, 'forms read');
  await page.getByRole('button', { name: 'Reprendre 2 réponses' }).click();
  await expect(page.getByText('2 réponses reprises.')).toBeVisible();

  await page.getByRole('tab', { name: 'Réponses' }).click();
  const list = page.getByRole('grid', { name: 'Réponses à l’appel' });
  await expect(list.getByRole('row', { name: /Lampe sobre/ })).toBeVisible();
  await list.getByRole('rowheader', { name: '2', exact: true }).getByText('2').click();
  const record = page.getByRole('complementary');
  await expect(record.getByText('Il manque 1 réponse obligatoire.')).toBeVisible();
  await record.getByLabel('Combien de clients ?').fill('beaucoup');
  await record.getByLabel('Combien de clients ?').press('Tab');
  await expect(record.getByText(/n’est pas un nombre/)).toBeVisible();
  await expectAccessible(page, 'a response and its wrong answer');
  await record.getByLabel('Combien de clients ?').fill('3');
  await record.getByLabel('Combien de clients ?').press('Tab');
  await expect(record.getByText('Il manque 1 réponse obligatoire.')).toBeHidden();

  await page.getByRole('tab', { name: 'Réponses' }).focus();
  await page.keyboard.press('Control+z');
  await expect(record.getByText('Il manque 1 réponse obligatoire.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Aucune réponse pour le moment')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the call, its responses and its forms are accessible in ${scheme}`, async ({ page }) => {
    // Four screens are gone through by axe.
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await page.getByRole('button', { name: /exemple/ }).click();
    await page.getByRole('navigation').first().waitFor();
    for (const tab of ['call', 'forms', 'responses', 'responses/new'] as const) {
      await goTo(page, `/selection/${tab}`);
      await expect(page.getByRole('tab', { selected: true })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page, tab);
    }
  });
}

test('phases: what cannot work is said and stays as typed; order moves by the keyboard', async ({
  page,
}) => {
  await newCall(page);
  const phases = page.getByRole('list', { name: 'Phases de la sélection' });
  const most = phases.getByLabel('Nombre maximal').nth(1);
  await most.fill('3');
  await most.press('Enter');
  await expect(page.getByText(/Ces phases ne sont pas encore enregistrées/)).toBeVisible();
  await expect(phases.getByText(/maximum est inférieur au minimum/)).toBeVisible();
  await page.getByRole('button', { name: 'Revenir à ce qui est enregistré' }).click();
  await expect(most).toHaveValue('30');

  const reasons = page.getByRole('list', { name: 'Motifs d’écartement' });
  const first = reasons.getByRole('textbox').first();
  const before = await first.inputValue();
  await reasons
    .getByRole('button', { name: /^Déplacer/ })
    .first()
    .press('ArrowDown');
  await expect(reasons.getByRole('textbox').nth(1)).toHaveValue(before);
  await expect(reasons.getByRole('button', { name: /^Déplacer/ }).nth(1)).toBeFocused();
});
