import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';

const title = 'Former les acheteurs hospitaliers';
const parts = ['Deux journées de formation', 'Un guide de poche'] as const;

const rowOf = (page: Page, text: string): Locator =>
  page.getByRole('row').filter({ has: page.getByText(text, { exact: true }) });

async function openExample(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await goTo(page, path);
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });
const closedBadge = (page: Page): Locator => page.getByText('Année clôturée', { exact: true });

test('a year is worked, closed, followed by the next, and all of it undone, from the keyboard', async ({
  page,
  complaints,
}) => {
  await openExample(page, '/');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pilotage');
  const year = page.getByRole('combobox', { name: 'Année' });
  await expect(year).toHaveValue('2018');
  await page.keyboard.press('Control+PageUp');
  await expect(year).toHaveValue('2017');
  await page.keyboard.press('Control+PageDown');
  await expect(year).toHaveValue('2018');
  const firstOf2018 = 'Élargir la convention Innovation État-UGAP à d’autres partenaires';
  await expect(rowOf(page, firstOf2018)).toBeVisible();
  await expect(page.getByText('5 objectifs', { exact: false })).toBeVisible();

  // An objective, typed; then in the list its parts, its judgement, its place.
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: 'Nouvel objectif' })).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  const row = rowOf(page, title);
  await expect(row).toContainText('6');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(row).toBeFocused();
  await page.keyboard.press('d');
  await expect(page.getByRole('textbox', { name: 'Parties de l’objectif' })).toBeFocused();
  await page.keyboard.type(parts.join('\n'));
  await page.keyboard.press('Control+Enter');
  await expect(rowOf(page, parts[0])).toContainText('6.1');
  await expect(rowOf(page, parts[1])).toContainText('6.2');
  await expect(row).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.getByRole('radio', { name: 'Atteint', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Atteint');
  await expect(row).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rowOf(page, parts[0])).toContainText('5.1');
  await expect(row).toBeFocused();
  const id = await row.getAttribute('data-row-id');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText('Clos le');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);

  // The year is closed; a change of what belongs to it is refused, and says what to do.
  await tab(page, 'Clôture').click();
  await expect(page.getByText('7 objectifs encore ouverts')).toBeVisible();
  await page.getByRole('button', { name: 'Clore l’année 2018' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'L’année 2018 est clôturée' })).toBeVisible();
  await expect(closedBadge(page)).toBeVisible();
  await tab(page, 'Objectifs').click();
  await expect(page.getByRole('treegrid')).toHaveAttribute('aria-readonly', 'true');
  await expect(page.getByRole('textbox', { name: 'Nouvel objectif' })).toHaveCount(0);
  await goTo(page, `/records/objective/${id ?? ''}`);
  await page.getByRole('textbox', { name: 'Intitulé' }).fill('Autre chose');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/L’année 2018 est clôturée.*rouvrez-la dans Pilotage/)).toBeVisible();

  // What goes on the year after, seen in advance, then written as one operation.
  await goTo(page, '/steering/2018/closing');
  await expect(page.getByRole('heading', { name: 'Ouvrir l’année 2019' })).toBeVisible();
  const preview = page.getByText(/fiches à créer en 2019/);
  await preview.click();
  await expect(
    page.getByRole('listitem').filter({ hasText: `Objectif ${parts[0]}` }),
  ).toBeVisible();
  await expect(page.getByRole('checkbox', { name: `5 ${title}` })).not.toBeChecked();
  await page.getByRole('button', { name: 'Ouvrir l’année 2019' }).focus();
  await page.keyboard.press('Enter');
  await expect(preview).toHaveCount(0);
  await page.keyboard.press('Control+PageDown');
  await expect(year).toHaveValue('2019');
  await expect(closedBadge(page)).toHaveCount(0);
  await tab(page, 'Objectifs').click();
  await expect(rowOf(page, parts[0])).toContainText('reconduit de 2018');
  await expect(rowOf(page, title)).toHaveCount(0);

  // Everything undone, in the order it was done.
  await goTo(page, '/steering/2018/objectives');
  await expect(closedBadge(page)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect(rowOf(page, firstOf2018)).not.toContainText('reconduit en 2019');
  await page.keyboard.press('Control+z');
  await expect(closedBadge(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rowOf(page, parts[0])).toContainText('6.1');
  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('Atteint');
  await page.keyboard.press('Control+z');
  await expect(rowOf(page, parts[0])).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row).toHaveCount(0);
  await expect(page.getByText('5 objectifs', { exact: false })).toBeVisible();
  expect(complaints).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`objectives and the closing of a year are accessible in the ${theme} theme`, async ({
    page,
  }) => {
    await openExample(page, '/steering/2017/objectives');
    await new ListPage(page).setTheme(theme);
    await goTo(page, '/steering/2017/objectives');
    const first = page.getByRole('row').filter({ has: page.getByText('3.1.1', { exact: true }) });
    await expect(first).toBeVisible();
    await expectAccessible(page, 'objectives');
    await first.focus();
    await page.keyboard.press('c');
    await expect(page.getByRole('complementary')).toBeVisible();
    await expectAccessible(page, 'an objective beside the list');
    await tab(page, 'Clôture').click();
    await page.getByText(/objectifs encore ouverts/).click();
    await expectAccessible(page, 'the checklist');
    await page.getByRole('button', { name: 'Clore l’année 2017' }).click();
    await expect(closedBadge(page)).toBeVisible();
    await expectAccessible(page, 'a closed year');
  });
}
