import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ElectronApplication, Locator, Page } from '@playwright/test';

import { vcardLines, vcardText } from '#interop/import/vcard-lines.ts';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';

const day = '2017-05-09';
const rail = (page: Page): Locator => page.getByRole('navigation', { name: 'Listes' });

/** Opens the example group with an address for every person but one rapporteur of that day. */
async function openLists(page: Page): Promise<{ boxes: string[]; missing: string; ids: string[] }> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await openStorePort(page);
  const { rows } = await callStore(page, 'registers:list', { register: 'people', limit: 200 });
  const { suggestions } = await callStore(page, 'contacts:lists', { today: day });
  const definition = suggestions[0]?.definition;
  if (definition === undefined) throw new Error('the example has suggestions');
  const before = await callStore(page, 'contacts:members', { definition, today: day });
  const [missing, ...others] = before.unreached;
  if (missing === undefined) throw new Error('the example has rapporteurs');
  const boxes = new Map<string, string>();
  for (const [index, { id }] of rows.entries()) {
    const email = `personne${index}@example.org`;
    boxes.set(id, email);
    if (id === missing.id) continue;
    await callStore(page, 'records:update', { table: 'person', id, patch: { email } });
  }
  await page.evaluate(() => {
    location.hash = '/actors/lists';
  });
  await rail(page).waitFor();
  return {
    boxes: others.map(({ id, name }) => `${name} <${boxes.get(id)}>`),
    ids: before.unreached.map(({ id }) => id),
    missing: missing.name,
  };
}

async function openOnDay(page: Page): Promise<void> {
  await rail(page)
    .getByRole('link', { name: /^Rapporteurs en fonction/ })
    .click();
  await page.getByRole('button', { name: 'Critères' }).click();
  await page.getByText('À une date').click();
  const field = page.getByRole('textbox', { name: 'Situation au' });
  await field.fill('9 mai 2017');
  await field.press('Enter');
  await expect(page.getByText(/au 9 mai 2017$/).last()).toBeVisible();
}

const clipboardText = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

test('the addresses of the rapporteurs in office on a day are copied, with names or for a blind copy', async ({
  app,
  page,
}) => {
  const { boxes, missing } = await openLists(page);
  await openOnDay(page);
  await expect(
    page.getByText(`${boxes.length + 1} personnes · ${boxes.length} adresses · au 9 mai 2017`),
  ).toBeVisible();
  const unreached = page.getByRole('region', { name: '1 personne sans adresse' });
  await expect(unreached.getByRole('row').filter({ hasText: missing })).toHaveCount(1);

  await page.getByRole('button', { name: 'Copier les adresses' }).click();
  await expect(page.getByText(`${boxes.length} adresses copiées.`)).toBeVisible();
  expect(await clipboardText(app)).toBe(boxes.join('; '));

  await page.getByRole('button', { name: 'Séparateur des adresses' }).click();
  await page.getByRole('menuitemradio', { name: /^Virgule/ }).click();
  await page.getByRole('button', { name: 'Copier pour Cci' }).click();
  const bare = boxes.map((box) => box.slice(box.indexOf('<') + 1, -1)).join(', ');
  await expect.poll(() => clipboardText(app)).toBe(bare);
});

test('a list is saved as contact cards and as a spreadsheet', async ({ app, page, home }) => {
  const { boxes, ids } = await openLists(page);
  await openOnDay(page);
  const path = join(home, 'rapporteurs.vcf');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: 'Enregistrer sous' }).click();
  await page.getByRole('menuitem', { name: /vcf/ }).click();
  await expect(page.getByText('« rapporteurs.vcf » est écrit.')).toBeVisible();
  const lines = vcardLines(readFileSync(path, 'utf8'));
  const values = (name: string): string[] =>
    lines.filter((line) => line.name === name).map(({ value }) => vcardText(value));
  expect(values('UID').toSorted()).toEqual(ids.map((id) => `urn:uuid:${id}`).toSorted());
  expect(values('EMAIL').toSorted()).toEqual(
    boxes.map((box) => box.slice(box.indexOf('<') + 1, -1)).toSorted(),
  );

  await answerSaveDialog(app, join(home, 'rapporteurs.csv'));
  await page.getByRole('button', { name: 'Enregistrer sous' }).click();
  await page.getByRole('menuitem', { name: /csv/ }).click();
  await expect(page.getByText('« rapporteurs.csv » est écrit.')).toBeVisible();
  const rows = readFileSync(join(home, 'rapporteurs.csv'), 'utf8').trim().split('\r\n');
  expect(rows).toHaveLength(ids.length + 1);
});

test('a list is kept, changed by hand, and each step is undone', async ({ page }) => {
  await openLists(page);
  await openOnDay(page);
  await page.getByRole('textbox', { name: 'Nom de la liste' }).fill('Les cinq');
  await page.getByRole('button', { name: 'Enregistrer la liste' }).click();
  const saved = rail(page).getByRole('link', { name: /^Les cinq/ });
  await expect(saved).toHaveAttribute('aria-current', 'page');
  const reached = page.getByRole('region', { name: 'Personnes joignables' });
  const people = await reached.getByRole('row').count();
  const takeOut = reached.getByRole('button', { name: /^Retirer/ }).first();
  await takeOut.click();
  await expect(reached.getByRole('row')).toHaveCount(people - 1);
  await expect(page.getByText('1 personne retirée à la main')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(reached.getByRole('row')).toHaveCount(people);
  await page.getByRole('button', { name: 'Supprimer la liste' }).click();
  await expect(saved).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await expect(saved).toBeVisible();
});

test('a new list begins with its name and takes a person added by hand', async ({ page }) => {
  await openLists(page);
  await page.keyboard.press('Control+n');
  const name = page.getByRole('textbox', { name: 'Nom de la liste' });
  await expect(name).toBeFocused();
  await name.fill('À la main');
  await page.getByRole('textbox', { name: 'Ajouter une personne' }).fill('Dupuis');
  await page.getByRole('option', { name: /Pierre Dupuis/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Ajout à la main' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Enregistrer la liste' }).click();
  await expect(rail(page).getByRole('link', { name: /^À la main/ })).toBeVisible();
});

test('all the data of a person are saved from their page', async ({ app, page, home }) => {
  const { ids } = await openLists(page);
  const id = ids[1] ?? '';
  await page.evaluate((person) => {
    location.hash = `/actors/people/${person}`;
  }, id);
  for (const format of ['json', 'html'] as const) {
    const path = join(home, `personne.${format}`);
    await answerSaveDialog(app, path);
    await page.getByRole('button', { name: 'Données de cette personne' }).click();
    await page.getByRole('menuitem', { name: new RegExp(`\\.${format}`) }).click();
    await expect(page.getByText(`« personne.${format} » est écrit.`)).toBeVisible();
  }
  const file = JSON.parse(readFileSync(join(home, 'personne.json'), 'utf8'));
  expect(file).toMatchObject({ person: { id } });
  const address = file.person.values.email;
  expect(readFileSync(join(home, 'personne.html'), 'utf8')).toContain(address);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the lists, ${theme}`, async ({ page }) => {
    await openLists(page);
    await page.evaluate((wanted) => {
      const bridge: unknown = Reflect.get(window, 'rapporteur');
      return Reflect.apply(Reflect.get(Object(bridge), 'call'), bridge, [
        'app:setPreferences',
        { theme: wanted },
      ]);
    }, theme);
    await page.reload();
    await rail(page).waitFor();
    await expectAccessible(page, 'aucune liste ouverte');
    await openOnDay(page);
    await page
      .getByRole('button', { name: /^Retirer/ })
      .first()
      .click();
    await expect(page.getByText('1 personne retirée à la main')).toBeVisible();
    await expectAccessible(page, 'liste ouverte');
    await page.getByRole('button', { name: 'Enregistrer sous' }).click();
    await expectAccessible(page, 'menu ouvert');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Séparateur des adresses' }).click();
    await expectAccessible(page, 'choix du séparateur');
  });
}
