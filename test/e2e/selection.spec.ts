import type { Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';

async function openSelection(page: Page, tab = 'board'): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((name) => {
    location.hash = `/selection/${name}`;
  }, tab);
  await expect(page.getByRole('heading', { level: 1, name: 'Sélection' })).toBeVisible();
}

const column = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('the board shows each phase with its numbers; filters narrow it down', async ({ page }) => {
  await openSelection(page);
  const phases = page.getByRole('list', { name: 'Phases de la sélection' });
  await expect(phases.getByRole('button')).toHaveCount(4);
  await phases.getByRole('button', { name: /28 retenues pour 20 à 30/ }).click();
  await expect(column(page, /^Passées à la suite, 28$/)).toBeVisible();
  await expect(column(page, /^Non retenues, 30$/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Filtrer' }).fill('tissandrel');
  await expect(page.getByText('1 sur 90')).toBeVisible();
  await expect(column(page, /^Liste complémentaire, 1$/)).toContainText('Tissandrel');
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  await expect(column(page, /^Non retenues, 30$/)).toBeVisible();
});

test('a released decision changes only as a reasoned exception, by keyboard, and is undone', async ({
  page,
}) => {
  await openSelection(page);
  await page.getByRole('button', { name: /28 retenues pour 20 à 30/ }).click();
  const reserve = column(page, /^Liste complémentaire/);
  const first = reserve.getByRole('button', { name: /Tissandrel/ });
  await first.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(/est une dérogation/)).toBeVisible();
  const reason = panel.getByRole('textbox', { name: /Motif de la dérogation/ });
  await expect(panel.getByRole('button', { name: 'Enregistrer la dérogation' })).toBeDisabled();
  await reason.fill('Demande du comité.');
  await panel.getByRole('button', { name: 'Enregistrer la dérogation' }).click();
  await expect(column(page, /^Non retenues, 31$/)).toBeVisible();
  await page.getByRole('button', { name: 'Annuler', exact: true }).first().click();
  await expect(column(page, /^Non retenues, 30$/)).toBeVisible();
});

test('a new call begins with the method; responses are judged one by one by key', async ({
  page,
}) => {
  await openSelection(page);
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'Titre' }).fill('Appel d’essai');
  await page.getByRole('button', { name: 'Créer l’appel' }).click();
  await expect(page.getByRole('combobox', { name: 'Appel affiché' })).toHaveValue('Appel d’essai');
  await expect(page.getByRole('list', { name: 'Phases de la sélection' })).toContainText(
    'Tri des réponses',
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: theme });
    await openSelection(page);
    await page.getByRole('button', { name: /28 retenues pour 20 à 30/ }).click();
    await expect(column(page, /^Non retenues, 30$/)).toBeVisible();
    await expectAccessible(page, 'board');
    await column(page, /^Non retenues/)
      .getByRole('button', { name: /Bétumance/ })
      .click();
    await expect(page.getByRole('complementary')).toContainText('Décisions');
    await expectAccessible(page, 'response');
    for (const [tab, words] of [
      ['triage', 'Tout est jugé'],
      ['what-if', 'Hypothèses'],
      ['figures', 'Historique des décisions'],
    ] as const) {
      await page.evaluate((name) => {
        location.hash = `/selection/${name}`;
      }, tab);
      await expect(
        page
          .getByText(words)
          .or(page.getByRole('region', { name: words }))
          .first(),
      ).toBeVisible();
      await expectAccessible(page, tab);
    }
  });
}
