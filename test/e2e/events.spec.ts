import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';

const withdrawn = 'Convergelle';

/** Opens the example's event on the page of its meetings. */
async function openMeetings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate(() => {
    location.hash = '/events';
  });
  await page.getByText('INNOV’EMBER').first().click();
  await page.getByRole('complementary').getByRole('link', { name: 'Rendez-vous B2B' }).click();
  await expect(page.getByText('9 rendez-vous', { exact: true })).toBeVisible();
}

/** Has a timetable worked out, and gives the proposal once it is shown. */
async function solve(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Calculer' }).click();
  const proposal = page.getByRole('region', { name: 'Proposition' });
  await expect(proposal).toBeVisible({ timeout: 60_000 });
  return proposal;
}

async function accept(page: Page, proposal: Locator): Promise<void> {
  await proposal.getByRole('button', { name: 'Retenir cet emploi du temps' }).click();
  await expect(proposal).toBeHidden();
  await expect(page.getByText(/^Emploi du temps retenu le/)).toBeVisible();
}

test('a timetable is worked out, taken over, partly fixed, worked out again without a company, and undone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openMeetings(page);
  const first = await solve(page);
  await expect(first.getByText(/^Maximum possible/)).toBeVisible();
  await expect(first.getByRole('gridcell', { name: new RegExp(withdrawn) }).first()).toBeVisible();
  await expectAccessible(page, 'a proposed timetable');
  await accept(page, first);

  const grid = page.getByRole('grid', { name: 'Emploi du temps des rendez-vous' });
  const meetings = grid.locator('[data-meeting]:not([data-mark])').filter({
    hasNotText: withdrawn,
  });
  const chosen = meetings.first();
  const name = (await chosen.getAttribute('aria-label')) ?? '';
  await chosen.click();
  const panel = page.getByRole('main').getByRole('complementary');
  await panel.getByRole('button', { name: 'Fixer cet horaire' }).click();
  await expect(panel.getByRole('button', { name: 'Libérer cet horaire' })).toBeVisible();
  const fixed = `${name}, fixé`;
  await expect(grid.getByRole('button', { name: fixed })).toBeVisible();
  await expectAccessible(page, 'a timetable with a meeting open');

  await page.getByText('Participants et souhaits', { exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${withdrawn}`) }).click();
  await expectAccessible(page, 'a participant of the meetings');
  await page.getByRole('button', { name: 'Enregistrer son désistement' }).click();
  await expect(page.getByRole('button', { name: 'Réintégrer' })).toBeVisible();

  await page.getByText('Emploi du temps', { exact: true }).click();
  const second = await solve(page);
  await expect(second.getByRole('button', { name: fixed })).toBeVisible();
  await expect(second.getByRole('gridcell', { name: new RegExp(withdrawn) })).toHaveCount(0);
  await expect(second.getByText(/inchangés\s: [1-9]\d*/)).toBeVisible();
  await accept(page, second);

  await page.locator('h1').focus();
  const counted = page.getByText(/^\d+ rendez-vous$/);
  for (let step = 0; step < 4 && (await counted.textContent()) !== '9 rendez-vous'; step += 1) {
    const undone = page.getByText(/^Annulé – /);
    await page
      .getByRole('button', { name: /^Annuler/ })
      .first()
      .click();
    await expect(undone).toBeVisible();
  }
  await expect(counted).toHaveText('9 rendez-vous');
});

test('a meeting is added by hand at a time when both are free, and taken back', async ({
  page,
}) => {
  await openMeetings(page);
  const counted = page.getByText(/^\d+ rendez-vous$/);
  const before = Number((await counted.textContent())?.split(/\s/)[0]);
  await page.getByRole('button', { name: 'Ajouter un rendez-vous' }).click();
  const panel = page.getByRole('complementary', { name: 'Ajouter un rendez-vous' });
  for (const side of ['Acheteur', 'Entreprise', 'Horaire']) {
    await panel.getByRole('combobox', { name: side }).click();
    await page.keyboard.press(side === 'Acheteur' ? 'ArrowDown' : 'ArrowUp');
    await page.keyboard.press('Enter');
  }
  await expectAccessible(page, 'a meeting added by hand');
  await panel.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(counted).toHaveText(`${before + 1} rendez-vous`);
  await page
    .getByRole('button', { name: /^Annuler/ })
    .first()
    .click();
  await expect(counted).toHaveText(`${before} rendez-vous`);
});

test('the parts of an event can be read and used by everybody', async ({ page, complaints }) => {
  test.setTimeout(120_000);
  await openMeetings(page);
  for (const tab of ['Programme', 'Invités', 'Stands', 'Déroulé']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(
      page.getByRole('tabpanel', { name: tab }).locator('ul, ol, table').first(),
    ).toBeVisible();
    await expectAccessible(page, tab);
  }
  for (const part of ['Rapprochements', 'Créneaux']) {
    await page.getByRole('tab', { name: 'Rendez-vous B2B' }).click();
    await page.getByText(part, { exact: true }).click();
    await expectAccessible(page, part);
  }
  expect(complaints).toEqual([]);
});

test('a stand changes place by the keyboard, and takes it back', async ({ page }) => {
  await openMeetings(page);
  await page.getByRole('tab', { name: 'Stands' }).click();
  const plan = page.getByRole('grid', { name: 'Plan' });
  const stand = plan.getByRole('button', { name: /^Rang 1, colonne 1\s: S01/ });
  await stand.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(plan.getByRole('button', { name: /^Rang 1, colonne 2\s: S01/ })).toBeVisible();
  await expect(plan.getByRole('button', { name: /^Rang 1, colonne 1\s: S02/ })).toBeVisible();
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect(stand).toBeVisible();
});
