import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';

const answers = 'Recensement des besoins auprès des acheteurs régionaux';
const applications = /^Appel à manifestation d’intérêt auprès des entreprises régionales/;
const attendance = 'Personnes présentes à INNOV’EMBER';

/** The steering screen on one of its tabs, in the year of the example. */
class Steering {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary');
  }

  static async openExample(page: Page, tab: 'indicators' | 'frame'): Promise<Steering> {
    await page.getByRole('button', { name: /exemple/ }).click();
    const steering = new Steering(page);
    await steering.goTo(tab);
    return steering;
  }

  async goTo(tab: 'indicators' | 'frame'): Promise<void> {
    await this.page.getByRole('navigation').first().waitFor();
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `/steering/2017/${tab}`);
    const shown = { indicators: 'Indicateurs', frame: 'Traités actuellement' }[tab];
    await expect(this.page.getByRole('list', { name: shown, exact: true })).toBeVisible();
  }

  row(name: string | RegExp): Locator {
    const list = this.page.getByRole('list', { name: 'Indicateurs', exact: true });
    return list.getByRole('listitem').filter({ has: this.button(name) });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Takes back what was last done, as a person would from the screen's heading. */
  async undo(): Promise<void> {
    await this.page.locator('h1').focus();
    await this.page.keyboard.press('Control+z');
  }
}

test('a breakdown that does not add up says what it leaves out, at each of its dates', async ({
  page,
}) => {
  const steering = await Steering.openExample(page, 'indicators');
  const row = steering.row(answers);
  await expect(row.getByText('27 réponses', { exact: true })).toBeVisible();
  const parts = row.getByRole('list', { name: 'Ventilation de 27' });
  await expect(parts.getByRole('listitem')).toHaveText([
    '17 acheteurs de l’État',
    '4 collectivités (MEL, CD 80 et CD 62)',
    '6 non ventilées',
  ]);
  await expect(row.getByText(/au 31 décembre 2017/)).toBeVisible();
  await page.getByRole('button', { name: '30 juin' }).click();
  await expect(row.getByText(/au 30 juin 2017/)).toBeVisible();
  await expect(parts.getByText('6 non ventilées')).toBeVisible();

  await steering.button(answers).click();
  await expect(
    steering.panel.getByRole('img', { name: /27 réponses le 30 juin 2017/ }),
  ).toBeVisible();
  const values = steering.panel.getByRole('table');
  await expect(values.getByRole('rowheader')).toHaveText(['30/06/2017', '31/12/2017']);
  await expect(values.getByText('6 non ventilées')).toHaveCount(2);
});

test('a value is typed by the keyboard, refused while it is no number, kept though it does not add up, and undone', async ({
  page,
}) => {
  const steering = await Steering.openExample(page, 'indicators');
  const { panel } = steering;
  const { keyboard } = page;
  await steering.button(attendance).focus();
  await keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await panel.getByRole('button', { name: 'Ajouter une valeur' }).focus();
  await keyboard.press('Enter');
  const value = panel.getByRole('textbox', { name: /^Valeur \(personnes présentes\)/ });
  await expect(value).toBeFocused();
  await keyboard.type('douze');
  await keyboard.press('Enter');
  await expect(panel.getByText(/^Ce n’est pas un nombre/)).toBeVisible();
  await expect(value).toBeFocused();
  await expect(value).toHaveAttribute('aria-invalid', 'true');

  await keyboard.press('Control+a');
  await keyboard.type('plus de 1 250,5');
  await keyboard.press('Tab');
  await expect(panel.getByRole('checkbox', { name: /^Valeur minimale/ })).toBeChecked();
  await keyboard.press('Tab');
  await keyboard.type('2 janvier 2018');
  await keyboard.press('Tab');
  await expect(panel.getByRole('textbox', { name: 'À la date du' })).toHaveValue('02/01/2018');
  await panel.getByRole('button', { name: 'Autre document…' }).press('Enter');
  await panel.getByRole('textbox', { name: 'Titre du document' }).focus();
  await keyboard.type('Bilan de l’événement');

  const add = panel.getByRole('button', { name: 'Ajouter une part' });
  await add.focus();
  await keyboard.press('Enter');
  await keyboard.type('Acheteurs');
  await keyboard.press('Tab');
  await keyboard.type('250,25');
  const remainder = panel.getByRole('status').filter({ hasText: 'Reste à ventiler' });
  await expect(remainder).toContainText(/1\s000,25 non ventilées/);
  await add.focus();
  await keyboard.press('Enter');
  await keyboard.type('Entreprises');
  await keyboard.press('Tab');
  await keyboard.type('mille');
  await keyboard.press('Enter');
  const second = panel.getByRole('group', { name: 'Part 2' });
  await expect(second.getByText(/^Ce n’est pas un nombre/)).toBeVisible();
  await expect(second.getByRole('textbox', { name: 'Valeur' })).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('1 000,5');
  await expect(remainder).toContainText('0,25 de trop');
  await keyboard.press('Enter');

  await expect(panel.getByRole('rowheader', { name: '02/01/2018' })).toBeVisible();
  await expect(panel.getByText('0,25 de trop')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Bilan de l’événement' })).toBeVisible();
  await expect(page.getByText(/^Valeur constatée enregistrée/).first()).toBeVisible();
  // The year's own value stays true at its date.
  await expect(steering.row(attendance).getByText('350 personnes présentes')).toBeVisible();

  await panel.getByRole('button', { name: 'Modifier la valeur au 2 janvier 2018' }).click();
  await expect(panel.getByRole('textbox', { name: 'Valeur (personnes présentes)' })).toHaveValue(
    /^1\s250,5$/,
  );
  await panel.getByRole('button', { name: 'Retirer la part 2' }).click();
  await panel.getByRole('button', { name: 'Enregistrer la valeur' }).click();
  await expect(panel.getByText(/1\s000,25 non ventilées/)).toBeVisible();
  await steering.undo();
  await expect(panel.getByText('0,25 de trop')).toBeVisible();
  await steering.undo();
  await expect(panel.getByRole('rowheader', { name: '02/01/2018' })).toHaveCount(0);
  await expect(panel.getByRole('rowheader', { name: '20/11/2017' })).toBeVisible();

  await panel.getByRole('button', { name: 'Supprimer la valeur au 20 novembre 2017' }).click();
  await expect(panel.getByText('Aucune valeur constatée.')).toBeVisible();
  await steering.undo();
  await expect(panel.getByRole('rowheader', { name: '20/11/2017' })).toBeVisible();
});

test('a computed value is 90 at the end of the year and 79 at mid-year, with its records behind', async ({
  page,
}) => {
  const steering = await Steering.openExample(page, 'indicators');
  const { panel } = steering;
  const row = steering.row(applications);
  await expect(row.getByRole('button', { name: 'Voir les 90 réponses' })).toBeVisible();
  const day = page.getByRole('textbox', { name: 'Situation au' });
  await day.fill('30/06/2017');
  await day.press('Enter');
  await row.getByRole('button', { name: 'Voir les 79 réponses' }).click();
  const records = panel.getByRole('list', { name: 'Compté dans le registre' });
  await expect(records.getByRole('link')).toHaveCount(79);
  await page.getByRole('button', { name: '31 décembre' }).click();
  await expect(records.getByRole('link')).toHaveCount(90);

  await panel.getByRole('searchbox').fill('parapheur');
  await expect(records.getByRole('link')).toHaveCount(1);
  await expect(panel.getByText('1 sur 90')).toBeVisible();
  await records.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Parapheur électronique/);
});

test('what a document says beside a count must name the document, and the difference is shown', async ({
  page,
}) => {
  const steering = await Steering.openExample(page, 'indicators');
  const { panel } = steering;
  await steering.button(applications).click();
  await expect(panel.getByText(/ne se saisit pas/)).toBeVisible();
  await panel.getByRole('button', { name: 'Citer une valeur' }).click();
  const value = panel.getByRole('textbox', { name: /^Valeur \(/ });
  await value.fill('92');
  await value.press('Enter');
  await expect(panel.getByText(/^Cet indicateur est compté dans le registre/)).toBeVisible();
  const source = panel.getByRole('textbox', { name: 'Document source' });
  await source.fill('Restitutions');
  await page.getByRole('option', { name: /Restitutions des travaux/ }).click();
  await panel.getByRole('textbox', { name: 'À la date du' }).fill('15/12/2017');
  await panel.getByRole('button', { name: 'Enregistrer la valeur' }).click();
  await expect(panel.getByText(/^Écart avec le registre\s: \+2 \(Restitutions/)).toBeVisible();
  const day = page.getByRole('textbox', { name: 'Situation au' });
  await day.fill('20/12/2017');
  await day.press('Enter');
  await expect(steering.row(applications).getByText('écart +2')).toBeVisible();
  await expect(steering.row(applications).getByText('92 réponses d’entreprises')).toBeVisible();
  await steering.undo();
  await expect(steering.row(applications).getByText('écart +2')).toHaveCount(0);
});

test('an indicator and a result are made, linked to an objective, and taken back', async ({
  page,
}) => {
  const steering = await Steering.openExample(page, 'indicators');
  const { panel } = steering;
  await page.keyboard.press('Control+n');
  await panel.getByRole('textbox', { name: 'Indicateur' }).fill('Marchés conclus');
  await panel.getByRole('textbox', { name: 'Cible', exact: true }).fill('dix');
  await panel.getByRole('textbox', { name: 'Cible', exact: true }).press('Enter');
  await expect(panel.getByText(/^Ce n’est pas un nombre/)).toBeVisible();
  await panel.getByRole('textbox', { name: 'Cible', exact: true }).fill('10');
  await panel.getByRole('button', { name: 'Créer l’indicateur' }).click();
  await expect(steering.row('Marchés conclus').getByText('Cible : 10')).toBeVisible();
  await steering.undo();
  await expect(steering.row('Marchés conclus')).toHaveCount(0);

  await page.getByRole('button', { name: 'Ajouter un résultat' }).click();
  await panel.getByRole('textbox', { name: 'Intitulé' }).fill('Guide de l’achat innovant');
  await panel.getByRole('button', { name: 'Créer le résultat' }).click();
  const results = page.getByRole('list', { name: 'Résultats de 2017' });
  const result = results.getByRole('listitem').filter({ hasText: 'Guide de l’achat innovant' });
  await expect(result).toContainText('Aucun objectif relié');
  await panel.getByRole('combobox', { name: 'Relier un objectif' }).click();
  await page.getByRole('option', { name: /^Construire une méthodologie de sélection/ }).click();
  await expect(result).toContainText('Construire une méthodologie de sélection');
  await steering.undo();
  await expect(result).toContainText('Aucun objectif relié');

  const event = results.getByRole('listitem').filter({ hasText: 'Événement INNOV’EMBER du' });
  await expect(event).toContainText('350 personnes présentes');
  await event.getByRole('link', { name: /Événement\s: INNOV’EMBER/ }).click();
  await expect(page).toHaveURL(/#\/events\//);
});

test('a segment is moved from later to current, axes are reordered, and both come back', async ({
  page,
}) => {
  await Steering.openExample(page, 'frame');
  const steering = new Steering(page);
  const later = page.getByRole('list', { name: 'Traités dans un deuxième temps' });
  const current = page.getByRole('list', { name: 'Traités actuellement' });
  await expect(page.getByRole('textbox', { name: 'Définition du périmètre' })).toHaveValue(
    /^Sont innovants les travaux/,
  );
  await expect(page.getByRole('textbox', { name: 'Référence du périmètre' })).toHaveValue(
    'décret 2016-360 du 25 mars 2016',
  );
  const stage = later.getByRole('combobox', { name: 'Étape' });
  await expect(stage).toHaveCount(1);
  await stage.focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('option', { name: 'En cours' }).filter({ visible: true }),
  ).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(current.getByRole('listitem')).toHaveCount(5);
  await expect(current.getByRole('combobox', { name: 'Étape' }).last()).toBeFocused();
  await expect(page.getByText('Aucun segment remis à plus tard.')).toBeVisible();
  await steering.undo();
  await expect(current.getByRole('listitem')).toHaveCount(4);
  await expect(later.getByRole('textbox', { name: 'Nom' })).toHaveValue(/innovation sociale/i);

  const axes = page.getByRole('list', { name: 'Axes stratégiques' });
  const names = axes.getByRole('textbox', { name: 'Nom' });
  await expect(names.first()).toHaveValue(/^Sensibiliser/);
  await axes.getByRole('button', { name: /^Déplacer «\sSensibiliser/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(names.nth(1)).toHaveValue(/^Sensibiliser/);
  // Shown at once, stored a moment later.
  await expect(page.getByText(/^Ordre modifié/).first()).toBeVisible();
  await steering.undo();
  await expect(names.first()).toHaveValue(/^Sensibiliser/);

  await page.getByRole('button', { name: 'Ajouter un segment' }).click();
  const made = current.getByRole('textbox', { name: 'Nom' }).last();
  await expect(made).toBeFocused();
  await expect(made).toHaveValue('Nouveau segment');
  await page.keyboard.type('Achats de mobilité');
  await page.keyboard.press('Enter');
  await expect(current.getByText('Enregistré')).toBeVisible();
  await current.getByRole('button', { name: /^Retirer.*Achats de mobilité/ }).click();
  await expect(current.getByRole('listitem')).toHaveCount(4);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    const steering = await Steering.openExample(page, 'indicators');
    await new ListPage(page).setTheme(theme);
    await steering.goTo('indicators');
    await expectAccessible(page, 'indicateurs');
    await steering.button(answers).click();
    await expect(steering.panel.getByRole('table')).toBeVisible();
    await expectAccessible(page, 'indicateur');
    await steering.panel
      .getByRole('button', { name: /^Modifier la valeur/ })
      .first()
      .click();
    await steering.panel.getByRole('textbox', { name: /^Valeur \(/ }).fill('x');
    await steering.panel.getByRole('button', { name: 'Enregistrer la valeur' }).click();
    await expect(steering.panel.getByText(/^Ce n’est pas un nombre/)).toBeVisible();
    await expectAccessible(page, 'valeur');
    await page.keyboard.press('Escape');
    await steering.panel.getByRole('button', { name: 'Voir les 27 besoins' }).click();
    await expect(steering.panel.getByRole('link')).toHaveCount(27);
    await expectAccessible(page, 'fiches comptées');
    await steering.button(/^Événement INNOV’EMBER du/).click();
    await expect(steering.panel.getByRole('textbox', { name: 'Intitulé' })).toBeVisible();
    await expectAccessible(page, 'résultat');
    await steering.goTo('frame');
    await expect(page.getByRole('textbox', { name: 'Mission' })).toBeVisible();
    await expectAccessible(page, 'cadre');
  });
}
