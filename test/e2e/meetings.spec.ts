import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';
import { addItem, makeMeeting, notesOf as notes, titlesOf as titles } from './meeting-page.ts';

const path = '/meetings';
test('a meeting is prepared, held and validated from the keyboard, and leaves its action to the next', async ({
  page,
  complaints,
}) => {
  const list = await ListPage.openExample(page, path);
  await makeMeeting(page, 'Plénière d’essai', '15 janvier 2018');

  await addItem(page, 'Point d’étape 10 min');
  await addItem(page, 'Feuille de route 20 min');
  await addItem(page, 'Questions diverses');
  const last = page.getByRole('textbox', { name: 'Intitulé du point 3' });
  await last.focus();
  await last.press('Alt+ArrowUp');
  await expect
    .poll(() => titles(page))
    .toEqual(['Point d’étape', 'Questions diverses', 'Feuille de route']);
  await expect(page.getByText('30 min prévues')).toBeVisible();

  await page.keyboard.press('Alt+2');
  const start = page.getByRole('button', { name: 'Commencer la réunion' });
  await expect(start).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notes(page)).toBeFocused();
  await expect(page.getByRole('heading', { level: 2, name: 'Point d’étape' })).toBeVisible();

  // Attendance: one letter each.
  const people = page.getByRole('region', { name: 'Présences' });
  await expect(people.getByRole('group').first()).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.type('pe');
  await expect(
    people.getByRole('group').nth(0).getByRole('button', { name: 'Présent', exact: true }),
  ).toHaveAttribute('aria-pressed', 'true');
  await expect(
    people.getByRole('group').nth(1).getByRole('button', { name: 'Excusé', exact: true }),
  ).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Shift+F6');
  await expect(notes(page)).toBeFocused();
  await page.keyboard.type('## Constats\nLes ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('achats innovants');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' progressent, selon @Brionne');
  await expect(page.getByRole('option', { name: /Brionne/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/décision Adopter la feuille de route');
  await expect(page.getByRole('option', { name: /Décision/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const decision = page.getByRole('form', { name: 'Nouvelle décision' });
  await expect(decision.getByRole('textbox', { name: 'Décision' })).toHaveValue(
    'Adopter la feuille de route',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(notes(page)).toBeFocused();
  await expect(notes(page).getByText(/pour 12, contre 0/)).toBeVisible();

  await page.keyboard.type('/act');
  await page.keyboard.press('Enter');
  const action = page.getByRole('form', { name: 'Nouvelle action' });
  await expect(action.getByRole('textbox', { name: 'Action à mener' })).toBeFocused();
  await page.keyboard.type('Envoyer la note de synthèse@Brionne');
  await expect(page.getByRole('option', { name: /Lucile Brionne/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const due = action.getByRole('textbox', { name: 'Échéance' });
  await due.focus();
  await page.keyboard.type('fin septembre');
  await page.keyboard.press('Enter');
  await expect(notes(page)).toBeFocused();
  await expect(notes(page).getByText('Envoyer la note de synthèse')).toBeVisible();
  await expect(notes(page).getByText(/Lucile Brionne · pour le 30 septembre/)).toBeVisible();
  await page.keyboard.type('Fin du point.');

  // Next item, put off to the next meeting.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Questions diverses' })).toBeVisible();
  await expect(notes(page)).toBeFocused();
  await page.keyboard.type('/rep');
  await expect(page.getByRole('option', { name: /Report/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const items = page.getByRole('navigation', { name: 'Points' });
  await expect(items.getByText('Reporté')).toBeVisible();
  await expect(items.getByText('Traité')).toBeVisible();

  // What was typed is there after a reload of the window.
  await page.keyboard.press('Alt+ArrowUp');
  await expect(notes(page)).toContainText('Fin du point.');
  await expect(notes(page)).toBeFocused();
  await page.keyboard.type(' Encore');
  await expect(notes(page)).toContainText('Fin du point. Encore');
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /Point d’étape/ }).click();
  await expect(notes(page)).toContainText('Fin du point. Encore');
  await expect(notes(page).getByRole('heading', { name: 'Constats' })).toBeVisible();

  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('article')).toContainText(
    'Les achats innovants progressent, selon Lucile Brionne',
  );
  await page.getByRole('textbox', { name: 'Validé par' }).fill('Brionne');
  await page.getByRole('option', { name: /Lucile Brionne/ }).waitFor();
  await page.keyboard.press('Enter');
  const on = page.getByRole('textbox', { name: 'Validé le' });
  await on.fill('20/01/2018');
  await on.press('Enter');
  await expect(page.getByRole('heading', { name: /^Compte rendu CR-2018-01$/ })).toBeVisible();
  await expect(page.getByText(/Validé le 20 janvier 2018 par Lucile Brionne/)).toBeVisible();

  // Locked: read, not typed into.
  await page.keyboard.press('Alt+2');
  await expect(page.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false');

  await list.goTo(path);
  await makeMeeting(page, 'Plénière suivante', '15 avril 2018');
  const adopt = page.getByRole('button', { name: 'Reprendre « Envoyer la note de synthèse »' });
  await expect(adopt).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Reprendre « Questions diverses »' }),
  ).toBeVisible();
  await adopt.click();
  await expect(adopt).toBeHidden();
  await expect.poll(() => titles(page)).toEqual(['Envoyer la note de synthèse']);
  expect(complaints).toEqual([]);
});

test('an addendum follows validated minutes, and their versions are compared', async ({ page }) => {
  const list = await ListPage.openExample(page, path);
  await makeMeeting(page, 'Comité d’essai', '1er février 2018');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('button', { name: 'Commencer la réunion' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notes(page)).toBeFocused();
  await page.keyboard.type('Première phrase.');
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: 'Validé par' }).fill('Brionne');
  await page.getByRole('option', { name: /Lucile Brionne/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Valider le compte rendu' }).click();
  await page.getByRole('button', { name: 'Ajouter un additif' }).click();
  await notes(page).click();
  await page.keyboard.type('Une précision.');
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Validé par' }).fill('Brionne');
  await page.getByRole('option', { name: /Lucile Brionne/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Valider l’additif' }).click();
  await expect(page.getByRole('heading', { name: /^Additif CR-2018-01-A1$/ })).toBeVisible();
  await expect(page.getByText('Une précision.')).toBeVisible();
  await page.getByRole('button', { name: 'Voir les versions' }).click();
  await expect(page.getByRole('heading', { name: 'Versions' })).toBeVisible();
  await expectAccessible(page, 'versions');
  await list.goTo(path);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    const list = await ListPage.openExample(page, path);
    await list.setTheme(theme);
    await list.goTo(path);
    await expectAccessible(page, 'réunions');
    await makeMeeting(page, 'Plénière d’essai', '15 janvier 2018');
    await addItem(page, 'Point d’étape 10 min');
    await page.getByRole('button', { name: 'Détails du point 1' }).click();
    await expectAccessible(page, 'préparer');
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('button', { name: 'Commencer la réunion' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(notes(page)).toBeFocused();
    await page.keyboard.type('Un texte.\n/');
    await expect(page.getByRole('listbox', { name: 'Commandes' })).toBeVisible();
    await expectAccessible(page, 'commandes');
    await page.keyboard.type('act');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('form', { name: 'Nouvelle action' })).toBeVisible();
    await expectAccessible(page, 'tenir');
    await page.keyboard.type('Agir');
    await page.keyboard.press('Enter');
    await expect(notes(page).getByText('Agir')).toBeVisible();
    await page.keyboard.press('Alt+3');
    await expect(page.getByRole('article')).toContainText('Agir');
    await expectAccessible(page, 'compte rendu');
  });
}
