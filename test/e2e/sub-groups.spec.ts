import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { launchApp } from './launch.ts';
import { ListPage } from './list-page.ts';

const path = '/sub-groups';
const evaluate = 'Évaluer le déploiement des achats innovants';

test('says who was rapporteur on any day, in the list and in the record', async ({ page }) => {
  const list = await ListPage.openExample(page, path);
  await expect(await list.cell(evaluate, 'Rapporteurs')).toContainText('Lucile Brionne');
  const day = page.getByRole('textbox', { name: 'Situation au' });
  await day.fill('9 mai 2017');
  await day.press('Enter');
  await expect(await list.cell(evaluate, 'Rapporteurs')).toContainText('Alexandre Sille');

  await list.open(evaluate);
  await expect(list.panel.getByText(/Rapporteur\s: Alexandre Sille/)).toBeVisible();
  const ownDay = list.panel.getByRole('textbox', { name: 'Situation au' });
  await ownDay.fill('01/12/2017');
  await ownDay.press('Enter');
  await expect(list.panel.getByText(/Rapporteur\s: Lucile Brionne/)).toBeVisible();
  await expect(
    list.panel.getByRole('img', { name: /Alexandre Sille.*Lucile Brionne/ }),
  ).toBeVisible();
});

test('a mandate is handed over in one step, and the succession is there after a restart', async ({
  home,
  app,
  page,
}) => {
  const list = await ListPage.openExample(page, path);
  await list.open(evaluate);
  await list.panel.getByRole('button', { name: 'Passer le relais de Lucile Brionne' }).click();
  await list.panel.getByRole('textbox', { name: 'Personne' }).fill('Trigaut');
  await page.getByRole('option', { name: /Mikaël Trigaut/ }).click();
  const from = list.panel.getByRole('textbox', { name: 'Prend le relais le' });
  await from.fill('1er marz 2018');
  await from.press('Enter');
  await expect(list.panel.getByText(/Cette date n’est pas comprise/)).toBeVisible();
  await from.fill('1er mars 2018');
  await from.press('Enter');
  const former = list.panel
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Lucile Brionne' }) });
  await expect(former).toContainText('28 février 2018');
  await expect(await list.cell(evaluate, 'Rapporteurs')).toContainText('Mikaël Trigaut');

  await app.close();
  const again = await launchApp(home);
  const list2 = await ListPage.at(await again.firstWindow(), path);
  await expect(await list2.cell(evaluate, 'Rapporteurs')).toContainText('Mikaël Trigaut');
  await expect(await list2.cell(evaluate, 'Rapporteurs')).not.toContainText('Lucile Brionne');
  await again.close();
});

test('a successor who would begin before the predecessor is refused, with the reason', async ({
  page,
}) => {
  const list = await ListPage.openExample(page, path);
  await list.open(evaluate);
  await list.panel.getByRole('button', { name: 'Passer le relais de Lucile Brionne' }).click();
  await list.panel.getByRole('textbox', { name: 'Personne' }).fill('Trigaut');
  await page.getByRole('option', { name: /Mikaël Trigaut/ }).click();
  const from = list.panel.getByRole('textbox', { name: 'Prend le relais le' });
  await from.fill('01/01/2016');
  await list.panel.getByRole('button', { name: 'Passer le relais', exact: true }).click();
  await expect(list.panel.getByText(/La fin précède le début/)).toBeVisible();
  await expect(await list.cell(evaluate, 'Rapporteurs')).toContainText('Lucile Brionne');
});

test('a sub-group is made, takes the next place, and its mission is saved as it is typed', async ({
  page,
}) => {
  const list = await ListPage.openExample(page, path);
  const before = await list.total();
  await page.keyboard.press('Control+n');
  await page.keyboard.type('Mesurer les effets');
  await page.keyboard.press('Enter');
  await expect(list.panel.getByRole('heading', { level: 2 })).toHaveText('Mesurer les effets');
  await expect(await list.cell('Mesurer les effets', 'Ordre')).toHaveText(String(before + 1));
  await list.field('Mission').pressSequentially('Suivre les achats');
  await expect(list.panel.getByText('Enregistré')).toBeVisible();
  await expect(list.panel.getByText(/Mission\s:\s«\sSuivre les achats\s»/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list.field('Mission')).toHaveValue('');
});

test('a deleted sub-group goes with its mandates and comes back whole', async ({ page }) => {
  const list = await ListPage.openExample(page, path);
  const before = await list.total();
  await list.open(evaluate);
  await list.panel.getByRole('button', { name: 'Supprimer cette fiche' }).click();
  await expect.poll(() => list.total()).toBe(before - 1);
  await expect(list.panel).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(() => list.total()).toBe(before);
  await expect(await list.cell(evaluate, 'Rapporteurs')).toContainText('Lucile Brionne');
});

test('a milestone is made to wait for another by keyboard; a circle is refused, the order watched', async ({
  page,
}) => {
  const list = await ListPage.openExample(page, path);
  await list.open(evaluate);
  const { panel } = list;
  for (const [title, day] of [
    ['Questionnaire', '01/06/2017'],
    ['Analyse', '01/05/2017'],
  ] as const) {
    await panel.getByRole('button', { name: 'Ajouter un jalon' }).click();
    await panel.getByRole('textbox', { name: 'Titre du jalon' }).fill(title);
    await panel.getByRole('textbox', { name: 'Échéance' }).last().fill(day);
    await panel.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter');
    await expect(panel.getByRole('textbox', { name: 'Titre du jalon' })).toBeHidden();
  }
  const mark = (title: string) =>
    panel.getByRole('button', { name: new RegExp(`^Jalon «\\s${title}\\s»`) });
  await mark('Analyse').focus();
  await page.keyboard.press('d');
  const waitsFor = panel.getByRole('textbox', { name: 'attend que soit fait' });
  await expect(waitsFor).toBeFocused();
  await page.keyboard.type('Questionnaire');
  await page.getByRole('option', { name: /Questionnaire/ }).waitFor();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Relier', exact: true }).press('Enter');
  await expect(mark('Analyse')).toBeFocused();
  await expect(mark('Analyse')).toHaveAccessibleName(/après «\sQuestionnaire\s»/);
  await expect(panel.getByText(/«\sAnalyse\s» est placé avant «\sQuestionnaire\s»/)).toBeVisible();

  await mark('Questionnaire').focus();
  await page.keyboard.press('d');
  await page.keyboard.type('Analyse');
  await page.getByRole('option', { name: /Analyse/ }).waitFor();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Relier', exact: true }).press('Enter');
  await expect(panel.getByText(/Ce lien tournerait en rond/)).toBeVisible();
  await expectAccessible(page, 'dépendance refusée');
  await panel.getByRole('button', { name: 'Renoncer' }).press('Enter');

  await panel.getByRole('button', { name: /Analyse\s» n’attend plus/ }).press('Enter');
  await expect(mark('Analyse')).not.toHaveAccessibleName(/après/);
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect(mark('Analyse')).toHaveAccessibleName(/après «\sQuestionnaire\s»/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    const list = await ListPage.openExample(page, path);
    await list.setTheme(theme);
    await list.goTo(path);
    await expectAccessible(page, 'sous-groupes');
    await list.open(evaluate);
    await list.panel.getByRole('button', { name: /^Passer le relais de/ }).click();
    await expectAccessible(page, 'succession');
    await page.getByRole('button', { name: 'Choisir dans un calendrier' }).first().click();
    await expectAccessible(page, 'calendrier');
  });
}
