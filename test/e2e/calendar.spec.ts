import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { readCalendar, unescaped, valuesOf } from '../helpers/read-calendar.ts';
import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';

const path = '/meetings/calendar';

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
}

/** Opens the calendar of the example group, in the year of its dates. */
async function openCalendar(page: Page) {
  const list = await ListPage.openExample(page, '/meetings');
  await page.getByRole('tab', { name: 'Calendrier' }).click();
  await expect(page.getByRole('grid', { name: 'mai' })).toBeVisible();
  return {
    list,
    day: (name: string | RegExp) => page.getByRole('button', { name }),
    year: page.getByRole('status').filter({ hasText: /^\d{4}$/ }),
  };
}

test('the year of the last dates opens; a click on a date opens its record', async ({ page }) => {
  const { year } = await openCalendar(page);
  await expect(year).toHaveText('2017');
  await page
    .getByRole('list', { name: 'mai 2017' })
    .getByRole('link', { name: /Réunion du GT du 9 mai 2017/ })
    .click();
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(
    'Réunion du GT du 9 mai 2017',
  );
});

test('arrows move by day, week, month and year; Enter opens, and one comes back to the place', async ({
  page,
}) => {
  const { day, year } = await openCalendar(page);
  await expect(page.locator('[data-day][tabindex="0"]')).toHaveCount(1);
  await page.locator('[data-day][tabindex="0"]').focus();
  await expect(day('dimanche 1er janvier 2017')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(day('dimanche 8 janvier 2017')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  for (let month = 0; month < 4; month += 1) await page.keyboard.press('PageDown');
  const held = day(/^mardi 9 mai 2017, Réunion/);
  await expect(held).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText('Réunion du GT du 9 mai 2017');
  await page.getByRole('tab', { name: 'Calendrier' }).click();
  await expect(held).toHaveAttribute('tabindex', '0');
  await held.focus();
  await page.keyboard.press('Shift+PageUp');
  await expect(year).toHaveText('2016');
  await expect(page.getByRole('heading', { name: 'Rien en 2016' })).toBeVisible();
  await expect(day('lundi 9 mai 2016')).toBeFocused();
  await page.getByRole('button', { name: 'Aller à 2017' }).click();
  await expect(year).toHaveText('2017');
});

test('a day of several dates leads into the list of its month', async ({ page }) => {
  const { day } = await openCalendar(page);
  await day(/^vendredi 30 juin 2017/).focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('list', { name: 'juin 2017' }).getByRole('link').nth(1),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Fin du premier tri' }).first()).toBeVisible();
});

test('the agenda is walked by arrows; filters leave what is asked for', async ({ page }) => {
  await openCalendar(page);
  await page.getByText('Agenda', { exact: true }).click();
  const lines = page.locator('[data-line]');
  const count = await lines.count();
  await lines.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(lines.last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await expect(page.locator('[data-line][data-month="2017-06"]').first()).toBeFocused();

  await page.getByRole('button', { name: /^Livrables/ }).click();
  await expect(lines).toHaveCount(count - 14);
  await page.getByRole('combobox', { name: 'Sous-groupe' }).click();
  await page.getByRole('option', { name: 'Convention État-UGAP' }).click();
  await expect(page.getByText('Aucune date ne répond aux filtres.')).toBeVisible();
  await page.getByRole('button', { name: /^Livrables/ }).click();
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText('En retard');
});

test('the year is exported for calendars and read back', async ({ app, page, home }) => {
  await openCalendar(page);
  const file = join(home, 'calendrier.ics');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Exporter en ICS' }).click();
  await expect(page.getByText('« calendrier.ics » est écrit.')).toBeVisible();
  const calendar = readCalendar(readFileSync(file, 'utf8'));
  const events = calendar.parts.filter(({ kind }) => kind === 'VEVENT');
  const titles = events.flatMap((event) => valuesOf(event, 'SUMMARY')).map(unescaped);
  expect(titles).toContain('Réunion du GT du 9 mai 2017');
  expect(titles.filter((title) => title.startsWith('Jalon')).length).toBeGreaterThan(0);
  const owed = events.filter((event) => valuesOf(event, 'SUMMARY')[0]?.startsWith('Livrable'));
  expect(owed).toHaveLength(14);
  const starts = owed.flatMap(({ lines }) => lines.filter(({ name }) => name === 'DTSTART'));
  expect(starts.every(({ parameters }) => parameters.get('VALUE') === 'DATE')).toBe(true);
});

test('the dashboard counts late deliverables as the matrix does, and leads there', async ({
  page,
}) => {
  await openCalendar(page);
  await goTo(page, '/');
  await expect(page.getByText(/^12 livrables en retard/)).toBeVisible();
  await page.getByRole('link', { name: 'Voir la matrice des livrables' }).click();
  await expect(
    page.getByRole('list', { name: 'Légende' }).getByText('En retard (12)'),
  ).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    const { list } = await openCalendar(page);
    await list.setTheme(theme);
    await goTo(page, path);
    await expect(page.getByRole('grid', { name: 'mai' })).toBeVisible();
    await expectAccessible(page, 'douze mois');
    await page.getByText('Agenda', { exact: true }).click();
    await expectAccessible(page, 'agenda');
    await page.getByRole('button', { name: 'Année suivante' }).click();
    await expect(page.getByRole('heading', { name: 'Rien en 2018' })).toBeVisible();
    await expectAccessible(page, 'année vide');
  });
}
