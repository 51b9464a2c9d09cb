import type { Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';

const organisations = '/actors/organisations';

async function openReview(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Doublons/ }).click();
}

function pairs(page: Page) {
  return page.getByRole('navigation', { name: 'Paires à examiner' }).getByRole('link');
}

async function addOrganisation(page: Page, list: ListPage, name: string): Promise<void> {
  await list.goTo(organisations);
  await page.keyboard.press('Control+n');
  await expect(list.field('Nom')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(list.panel.getByRole('heading', { level: 2 })).toHaveText(name);
}

test('a double is found by itself, merged by keyboard, undone, and told to be another', async ({
  page,
  complaints,
}) => {
  const list = await ListPage.openExample(page, organisations);
  await openReview(page);
  await expect(page.getByRole('heading', { name: 'Aucun doublon en vue' })).toBeVisible();
  await expectAccessible(page, 'no pair');

  await addOrganisation(page, list, 'LilleisFrenchTech');
  const address = await page.evaluate(() => location.hash.slice(1));
  await openReview(page);
  await expect(pairs(page)).toHaveCount(1);
  await expect(pairs(page).first()).toContainText('Lille is French Tech');
  await expect(pairs(page).first()).toContainText('LilleisFrenchTech');
  await expect(pairs(page).first()).toContainText('Très probable');
  await expect(page.getByRole('heading', { name: /Est-ce la même structure/ })).toBeVisible();
  await expect(page.getByText('Même nom, écrit autrement').first()).toBeVisible();
  await expectAccessible(page, 'a pair, light');

  // The fuller name is suggested; the arrows choose the other one and come back.
  const names = page.getByRole('radiogroup', { name: 'Nom' });
  const fuller = names.getByRole('radio', { name: 'Lille is French Tech' });
  await expect(fuller).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(fuller).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(names.getByRole('radio', { name: 'LilleisFrenchTech' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(fuller).toBeChecked();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status').filter({ hasText: 'Fusion de deux fiches' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Aucun doublon en vue' })).toBeVisible();

  // The address of the lost record leads to the kept one, which knows the other name.
  await list.goTo(address);
  await expect(list.panel.getByRole('heading', { level: 2 })).toHaveText('Lille is French Tech');
  await expect(list.panel.getByText('LilleisFrenchTech').first()).toBeVisible();
  await expect(list.panel.getByText(/a été fusionnée avec celle-ci/)).toBeVisible();

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await openReview(page);
  await expect(pairs(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { name: /Est-ce la même structure/ })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Aucun doublon en vue' })).toBeVisible();
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(pairs(page)).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('any two records can be merged by hand; the choice is the person’s', async ({ page }) => {
  const list = await ListPage.openExample(page, organisations);
  await list.setTheme('dark');
  await list.goTo(organisations);
  const before = await list.total();
  await list.filterByName('Alvéolande');
  await list.open('Alvéolande');
  await list.panel.getByRole('link', { name: 'Fusionner avec…' }).click();
  await expect(page.getByRole('heading', { name: /Fusionner «\sAlvéolande\s»/ })).toBeVisible();
  await expectAccessible(page, 'choosing the other record');
  await page.getByLabel('Autre structure').fill('Euratechnologies');
  await page
    .getByRole('option', { name: /Euratechnologies/ })
    .first()
    .click();
  await expect(page.getByText('Fiche absorbée')).toBeVisible();
  await expectAccessible(page, 'a pair, dark');

  const keptName = () => page.getByRole('radiogroup', { name: 'Nom' }).getByRole('radio').first();
  await page.getByRole('button', { name: 'Intervertir' }).click();
  await expect(keptName()).toHaveAccessibleName('Alvéolande');
  await keptName().check();
  await page.getByRole('button', { name: /^Fusionner/ }).click();
  await expect(list.panel.getByRole('heading', { level: 2 })).toHaveText('Alvéolande');
  await list.goTo(organisations);
  await expect.poll(() => list.total()).toBe(before - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => list.total()).toBe(before);
});
