import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import {
  ABSTENTION,
  COMMENT,
  fill,
  FIRST_ROW,
  makeKits,
  marks,
  members,
  nameMembers,
} from './committee-kits.ts';
import { answerOpenDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';

async function go(page: Page, view: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/selection/committee/${view}`);
}

async function cellOf(grid: Locator, application: string, member: string): Promise<Locator> {
  const column = await grid
    .getByRole('columnheader', { name: member })
    .getAttribute('aria-colindex');
  return grid
    .getByRole('row', { name: application })
    .locator(`[role="gridcell"][aria-colindex="${column}"]`);
}

test.beforeEach(async ({ page }) => {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await go(page, 'team');
});

test('three kits go out, come back filled in, and are taken in and undone; a recusal holds', async ({
  app,
  page,
  home,
}) => {
  test.setTimeout(180_000);
  await nameMembers(page);
  await expectAccessible(page, 'membres et critères');

  // One member is recused from the second application, before kits are made.
  await go(page, 'conflicts');
  await page.getByRole('combobox', { name: 'Membre' }).click();
  await page.getByRole('option', { name: members[0] }).click();
  await page.getByRole('textbox', { name: 'Réponse' }).fill('Brévanel');
  await page.getByRole('option', { name: /n° 2 / }).click();
  await page.getByRole('textbox', { name: 'En quoi consiste-t-il' }).fill('Associée du dirigeant');
  await page.getByRole('button', { name: 'Déclarer', exact: true }).click();
  await page.getByRole('button', { name: `Déporter ${members[0]} de la réponse n° 2` }).click();
  await expect(page.getByText('Déporté', { exact: true })).toBeVisible();
  await expectAccessible(page, 'conflits');

  await go(page, 'kits');
  const kits = await makeKits(app, page, home);
  expect(kits.size).toBe(3);
  await expectAccessible(page, 'dossiers');
  const kit = (member: string): string => kits.get(member) ?? '';
  const own = fill(kit(members[0]), {
    ...marks(0, [4, 3, 4, 5]),
    [`${COMMENT}${FIRST_ROW}`]: 'Net',
  });
  const second = fill(kit(members[1]), { ...marks(0, [2, 3, 1, 2]), ...marks(1, [5, 5, 4, 4]) });
  fill(kit(members[2]), { ...marks(0, [9, 3, 3, 3]), [`${ABSTENTION}${FIRST_ROW + 1}`]: 'Oui' });
  expect(second).toContain(2);
  expect(own.length).toBeLessThan(second.length);

  await answerOpenDialog(app, [...kits.values()]);
  await page.getByRole('button', { name: 'Choisir des fichiers…' }).click();
  await expect(page.getByRole('heading', { name: 'Aperçu de la reprise' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Fichiers lus' }).getByRole('listitem')).toHaveCount(
    3,
  );
  await expect(page.getByText(/9 est hors de l’échelle/)).toBeVisible();
  await expectAccessible(page, 'aperçu de la reprise');
  await page.getByRole('button', { name: /^Reprendre \d+ notes$/ }).click();
  const notice = page.getByText(/^Notes reprises des dossiers/);
  await expect(notice).toBeVisible();

  await go(page, 'scores');
  const grid = page.getByRole('grid', { name: 'Notes par réponse et par membre' });
  await expect(await cellOf(grid, 'Brévanel', members[0])).toHaveText('Déport');
  await expect(await cellOf(grid, 'Brévanel', members[1])).toHaveText('5');
  await expect(await cellOf(grid, 'Brévanel', members[2])).toHaveText('Abst.');
  await expectAccessible(page, 'notes');

  await page.keyboard.press('Control+z');
  await expect(await cellOf(grid, 'Brévanel', members[1])).toHaveText('sans note');
  await expect(await cellOf(grid, 'Brévanel', members[0])).toHaveText('Déport');
  await page.keyboard.press('Control+Shift+z');
  await expect(await cellOf(grid, 'Brévanel', members[1])).toHaveText('5');

  // The same kit again, with another score: both are shown, and one is chosen.
  fill(kit(members[1]), marks(1, [1]));
  await go(page, 'kits');
  await answerOpenDialog(app, [kit(members[1])]);
  await page.getByRole('button', { name: 'Choisir des fichiers…' }).click();
  await expect(page.getByText('1 note différente reste à départager.')).toBeVisible();
  const take = page.getByRole('button', { name: 'Reprendre 1 note', exact: true });
  await expect(take).toBeDisabled();
  const row = page.getByRole('row').filter({ hasText: members[1] });
  await expect(row.getByRole('cell').nth(3)).toHaveText('5');
  await expect(row.getByRole('cell').nth(4)).toContainText('1');
  await row.getByText('Remplacer', { exact: true }).click();
  await expect(page.getByText('Tout est départagé.')).toBeVisible();
  await take.click();
  await expect(notice).toBeVisible();
  await go(page, 'scores');
  await expect(await cellOf(grid, 'Brévanel', members[1])).toHaveText('1');

  await go(page, 'results');
  const ranking = page.getByRole('grid', { name: 'Classement' });
  await expect(ranking.getByRole('row').nth(1)).toContainText('Brévanel');
  await expectAccessible(page, 'résultats');
});

test('scores are entered by keyboard; a weight of nothing and a score off the scale are refused', async ({
  page,
}) => {
  await nameMembers(page);
  const weight = page.getByRole('textbox', { name: /^Poids du critère/ });
  for (const at of [0, 1, 2]) {
    await weight.nth(at).fill('0');
    await weight.nth(at).press('Enter');
    await expect(page.getByText('0 %', { exact: true })).toHaveCount(at + 1);
  }
  await weight.nth(3).fill('0');
  await weight.nth(3).press('Enter');
  await expect(page.getByText(/la somme serait nulle/)).toBeVisible();
  await weight.nth(3).press('Escape');
  await expect(page.getByText(/la somme serait nulle/)).toBeHidden();

  await go(page, 'scores');
  const grid = page.getByRole('grid', { name: 'Notes par réponse et par membre' });
  const first = grid.getByRole('row').nth(1);
  await first.getByRole('gridcell').first().click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(first.getByRole('gridcell').first()).toHaveText('4');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/hors de l’échelle/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('a');
  await expect(first.getByRole('gridcell').nth(1)).toHaveText('Abst.');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('c');
  const panel = page.getByRole('complementary', { name: /réponse n° 1$/ });
  const comment = panel.getByRole('textbox', { name: 'Commentaire' }).first();
  await comment.fill('Solide');
  await comment.blur();
  await expect(first.getByRole('gridcell').first()).toContainText('avec commentaire');
  await page.keyboard.press('Escape');
});
