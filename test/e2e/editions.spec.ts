import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FrameLocator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { askStore, callMain, callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';

/** Paragraphs of a document of Word, in order. */
function paragraphsOfDocx(path: string): string[] {
  const part = unzipSync(readFileSync(path))['word/document.xml'];
  if (part === undefined) throw new Error('no text in it');
  return new TextDecoder()
    .decode(part)
    .split('</w:p>')
    .map((paragraph) => paragraph.replaceAll(/<[^>]+>/g, '').trim());
}

const preview = (page: Page): FrameLocator => page.frameLocator('iframe');
const planOf = (page: Page) => page.getByRole('navigation', { name: 'Plan' });
const panel = (page: Page) => page.getByRole('complementary', { name: /^Derrière/ });
const ownText = (page: Page) => page.getByRole('textbox', { name: /^Votre texte avant/ });

async function openReports(page: Page): Promise<void> {
  await callMain(page, 'store:openExample', {});
  await page.goto('app://rapporteur/#/reports');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Restitutions' })).toBeVisible();
}

/** Makes the mid-year edition from the screen as a newcomer finds it. */
async function makeSynthesis(page: Page): Promise<string> {
  await openReports(page);
  await page.getByRole('button', { name: 'Créer l’édition' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Synthèse de travaux à mi-année 2017' }),
  ).toBeVisible();
  return idShown(page);
}

const idShown = (page: Page): string => new URL(page.url()).hash.split('/').at(-1) ?? '';

async function makeRestitution(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Restitutions' }).first().click();
  await page.getByRole('link', { name: 'Nouvelle édition' }).click();
  await page.getByRole('button', { name: 'Créer : Restitution annuelle' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Restitution des travaux 2017' }),
  ).toBeVisible();
  return idShown(page);
}

/** How many colours a page's canvas holds: one for a blank sheet. */
const coloursOf = (page: Page, sheet: number): Promise<number> =>
  page
    .locator(`[data-page="${sheet}"] canvas`)
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement; // selected by its tag
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('nothing to draw on');
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<number>();
      const words = new Uint32Array(data.buffer);
      for (let at = 0; at < words.length; at += 7) seen.add(words[at] ?? 0);
      return seen.size;
    });

test('an edition is made, arranged, written, refreshed, settled and written to a file', async ({
  app,
  page,
  home,
  complaints,
}) => {
  test.setTimeout(120_000);
  const id = await makeSynthesis(page);
  const plan = planOf(page);

  // A section moves by keyboard, with what stands under it.
  const titles = () => plan.locator('[data-item] > div > button:first-of-type').allInnerTexts();
  const before = await titles();
  expect(before.slice(1, 4)).toEqual(['Périmètre', 'Objectifs', 'Premiers constats']);
  await plan.getByRole('button', { name: 'Premiers constats', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(async () => (await titles()).slice(1, 4))
    .toEqual(['Périmètre', 'Premiers constats', 'Objectifs']);
  await expect(plan.getByRole('button', { name: 'Premiers constats', exact: true })).toBeFocused();

  // Another is hidden, which the document follows.
  await expect(preview(page).getByRole('heading', { name: /Conventions appliquées/ })).toHaveCount(
    1,
  );
  await plan.getByRole('button', { name: 'Masquer « Conventions appliquées »' }).click();
  await expect(preview(page).getByRole('heading', { name: /Conventions appliquées/ })).toHaveCount(
    0,
  );

  // A text of the author's own, saved as it is typed.
  await plan.getByRole('button', { name: 'Livrables réalisés', exact: true }).click();
  await ownText(page).click();
  await page.keyboard.type('Le semestre a été consacré aux fondations.');
  await expect(preview(page).getByText('Le semestre a été consacré aux fondations.')).toBeVisible();
  await expect(plan.getByRole('img', { name: 'Un texte de votre main' })).toHaveCount(1);

  // Any figure opens the records behind it, by keyboard as well.
  const figure = preview(page).getByRole('button', { name: /^79/ }).first();
  await figure.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await expect(
    panel(page)
      .getByText(/Appel à manifestation d’intérêt/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);

  // A record changes: the edition says so, and shows what would become of it first.
  await openStorePort(page);
  const facts = await callStore(page, 'editions:facts', { id });
  const counted = facts.find(({ kind, value }) => kind === 'figure' && value === 27);
  const [measurement] = counted?.records ?? [];
  if (measurement === undefined) throw new Error('no record behind the 27 answers');
  await callStore(page, 'records:update', {
    table: 'measurement',
    id: measurement.id,
    patch: { value: 31 },
  });
  const refresh = page.getByRole('button', { name: /^Actualiser \(\d+ changement/ });
  await refresh.click();
  const changes = page.getByRole('region', { name: 'Ce que l’actualisation changerait' });
  const changed = changes.getByRole('listitem').filter({ hasText: '31' }).first();
  await expect(changed).toContainText('27');
  await expect(changed).toContainText('+4');
  expect((await callStore(page, 'editions:facts', { id })).some(({ value }) => value === 31)).toBe(
    false,
  );
  await changes.getByRole('button', { name: 'Actualiser', exact: true }).click();
  await expect(preview(page).getByRole('button', { name: /^31/ }).first()).toBeVisible();
  await expect(preview(page).getByText('Le semestre a été consacré aux fondations.')).toBeVisible();

  // The pages are those of the PDF, drawn.
  await page.getByText('Pages', { exact: true }).click();
  await expect(page.locator('[data-page="1"] canvas')).toBeVisible({ timeout: 30_000 });
  expect(await coloursOf(page, 1)).toBeGreaterThan(8);
  const pages = page.getByRole('region', { name: /^Pages/ });
  await pages.focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('textbox', { name: /^Page 2 sur/ })).toBeVisible();
  await expect(page.locator('[data-page="2"] canvas')).toBeVisible();
  await page.getByText('Lecture', { exact: true }).click();

  // Written to a file: the author's words stand before what is generated of their section.
  const path = join(home, 'synthese.docx');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  await page.getByRole('menuitem', { name: /en DOCX$/ }).click();
  await expect(page.getByText('« synthese.docx » est écrit.')).toBeVisible({ timeout: 20_000 });
  const paragraphs = paragraphsOfDocx(path);
  const title = paragraphs.lastIndexOf('Livrables réalisés');
  expect(paragraphs[title + 1]).toBe('Le semestre a été consacré aux fondations.');
  expect(paragraphs.some((text) => text.includes('Conventions appliquées'))).toBe(false);
  await page.getByRole('tab', { name: 'Fichiers' }).click();
  await expect(page.getByText('synthese.docx').first()).toBeVisible();

  // Settled: nothing of it can be written any more, until that is undone.
  await page.getByRole('button', { name: 'Arrêter', exact: true }).click();
  await expect(page.getByText('Arrêtée', { exact: true })).toBeVisible();
  await expect(plan.getByRole('button', { name: /^Masquer « Périmètre/ })).toBeDisabled();
  const refused = await askStore(page, 'editions:setText', {
    id,
    sectionKey: 'x',
    place: 'before',
    richText: null,
  });
  expect(refused.ok || refused.error.message).toMatch(/Synthèse de travaux.*arrêtée/);
  await page.locator('body').press('Control+z');
  await expect(page.getByText('Brouillon', { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('two editions are compared, figure by figure, each with its records', async ({ page }) => {
  test.setTimeout(60_000);
  const fromId = await makeSynthesis(page);
  const toId = await makeRestitution(page);
  expect(toId).not.toBe(fromId);
  await page.getByRole('link', { name: 'Restitutions' }).first().click();
  await page.getByRole('link', { name: 'Comparer' }).click();
  const main = page.getByRole('group', { name: 'Comparer deux éditions' });
  const figure = main
    .getByRole('listitem')
    .filter({ hasText: /79.*→.*90/ })
    .first();
  await expect(figure).toContainText('+11');
  const rapporteur = main.getByRole('listitem').filter({ hasText: /SILLE/i }).first();
  await expect(rapporteur).toContainText(/BRIONNE/i);
  await figure.getByRole('button').last().click();
  await expect(panel(page)).toBeVisible();
  await expect(panel(page).getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page, 'compare');
});

test('no script of a document runs in the preview, and the page hears what is pressed in it', async ({
  page,
}) => {
  await openReports(page);
  const frame = preview(page);
  await expect(frame.locator('[data-trace]').first()).toBeVisible();
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-same-origin');
  const ran = await page.evaluate(async () => {
    const inner = document.querySelector('iframe')?.contentDocument;
    if (inner === null || inner === undefined) throw new Error('no document');
    Object.assign(window, { ran: [] });
    const script = inner.createElement('script');
    script.textContent = "parent.ran.push('inline')";
    inner.body.append(script);
    const link = inner.createElement('button');
    link.setAttribute('onclick', "parent.ran.push('attribute')");
    inner.body.append(link);
    link.click();
    const file = inner.createElement('script');
    const [own] = document.querySelectorAll<HTMLScriptElement>('script[src]');
    file.src = own?.src ?? '';
    inner.body.append(file);
    const image = inner.createElement('img');
    image.setAttribute('onerror', "parent.ran.push('image')");
    const settled = new Promise((done) => image.addEventListener('error', done));
    image.src = 'data:image/png;base64,AAAA';
    inner.body.append(image);
    await settled;
    return {
      ran: Reflect.get(window, 'ran') as unknown[],
      roots: inner.querySelectorAll('#root > *').length,
    };
  });
  expect(ran).toEqual({ ran: [], roots: 0 });
  await frame.locator('[data-trace]').first().click();
  await expect(panel(page)).toBeVisible();
  // The shortcuts of the program work from within the document.
  await frame.locator('body').press('Control+k');
  await expect(page.getByRole('combobox', { name: /Rechercher|fiche/ })).toBeVisible();
});

test('every state of the screen is accessible, light and dark', async ({ page }) => {
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await makeSynthesis(page);
  await makeRestitution(page);
  const edition = page.url();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(edition);
    await expect(preview(page).locator('h1')).toBeVisible();
    await expectAccessible(page, `edition ${theme}`);
    for (const tab of ['Chiffres', 'Fichiers']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectAccessible(page, `${tab} ${theme}`);
    }
    await page.getByRole('button', { name: /^Actualiser/ }).click();
    await expect(page.getByText(/^Rien ne change/)).toBeVisible();
    await expectAccessible(page, `refresh ${theme}`);
    await page.getByRole('button', { name: 'Laisser tel quel' }).click();
    await page.getByText('Pages', { exact: true }).click();
    await expect(page.locator('[data-page="1"] canvas')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, `pages ${theme}`);
    await page.goto('app://rapporteur/#/reports');
    await expect(preview(page).locator('h1')).toBeVisible();
    await preview(page).locator('[data-trace]').first().click();
    await expect(panel(page)).toBeVisible();
    await expectAccessible(page, `ready ${theme}`);
    await page.getByRole('link', { name: 'Nouvelle édition' }).click();
    await expect(page.getByRole('button', { name: 'Créer : Rapport d’activité' })).toBeVisible();
    await expectAccessible(page, `new ${theme}`);
  }
});
