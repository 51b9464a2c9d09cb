import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

import { contrast } from '#domain/colours.ts';
import { pngOf } from '#test/pictures.ts';

import { expectAccessible } from './axe.ts';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { dropFile } from './drop.ts';
import { expect, test } from './fixtures.ts';

const ACCENT = '7A1F3D';
const FOOT = 'Observatoire régional – 12 rue des Essais';

/** Opens the example group with a new style of its own. */
async function openStyle(page: Page): Promise<void> {
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate(() => {
    location.hash = '/settings';
  });
  await page.getByRole('link', { name: 'Ouvrir la charte graphique' }).click();
  await page.getByRole('button', { name: 'Nouvelle charte' }).first().click();
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('Charte graphique');
}

const colourField = (page: Page) => page.getByLabel('Couleur principale', { exact: true });

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Enter');
}

const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

/** What the preview shows, as the frame holds it. */
const previewed = (page: Page): Promise<string | null> =>
  page.getByTitle(/^Aperçu de la charte/).getAttribute('srcdoc');

/** Writes the report that is shown in a format, and reads it back. */
async function exported(
  app: ElectronApplication,
  page: Page,
  home: string,
  format: 'docx' | 'pptx' | 'html',
): Promise<Buffer> {
  const path = join(home, `Restitution.${format}`);
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  await page.getByRole('menuitem', { name: new RegExp(`${format.toUpperCase()}$`) }).click();
  await expect(said(page, `Restitution.${format}`).last()).toBeVisible();
  return readFileSync(path);
}

const partsOf = (file: Buffer): Map<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(new Uint8Array(file))));

const textOf = (parts: ReadonlyMap<string, Uint8Array>, path: RegExp): string =>
  [...parts]
    .filter(([name]) => path.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');

test('a colour, a logo and a foot are in the documents of every format', async ({
  app,
  page,
  home,
}) => {
  await openStyle(page);
  await colourField(page).fill(`#${ACCENT.toLowerCase()}`);
  await expect.poll(() => previewed(page)).toContain(`--accent:#${ACCENT}`);
  await colourField(page).press('Enter');
  await expect(said(page, 'Charte graphique enregistrée')).toBeVisible();
  await type(page, 'Texte du pied de page', FOOT);
  await expect.poll(() => previewed(page)).toContain(FOOT);

  const logo = pngOf(60, 20, [122, 31, 61]);
  const path = join(home, 'logo.png');
  writeFileSync(path, logo);
  await answerOpenDialog(app, path);
  await page.getByRole('button', { name: /^Choisir un fichier\s: Logo$/ }).click();
  await expect(page.getByRole('group', { name: 'Logo', exact: true })).toContainText('logo.png');
  await page.getByRole('switch', { name: 'Logo en haut de chaque page' }).click();
  await expect.poll(() => previewed(page)).toContain(logo.toString('base64'));
  await expectAccessible(page, 'charte graphique');

  await page.getByText('Diapositives', { exact: true }).click();
  await expect.poll(() => previewed(page)).toContain(`background:#${ACCENT}`);

  await page.evaluate(() => {
    location.hash = '/reports';
  });
  const docx = partsOf(await exported(app, page, home, 'docx'));
  expect(textOf(docx, /^word\/styles\.xml$/)).toContain(`w:val="${ACCENT}"`);
  expect(textOf(docx, /^word\/footer\d*\.xml$/)).toContain(FOOT);
  expect(textOf(docx, /^word\/header\d*\.xml$/)).toContain('<w:drawing>');
  const images = [...docx].filter(([name]) => name.startsWith('word/media/'));
  expect(images.some(([, bytes]) => logo.equals(Buffer.from(bytes)))).toBe(true);

  const pptx = partsOf(await exported(app, page, home, 'pptx'));
  expect(textOf(pptx, /^ppt\/theme\/theme1\.xml$/)).toContain(ACCENT);
  expect(textOf(pptx, /^ppt\/slideLayouts\//)).toContain(FOOT);
  const media = [...pptx].filter(([name]) => name.startsWith('ppt/media/'));
  expect(media.some(([, bytes]) => logo.equals(Buffer.from(bytes)))).toBe(true);

  const html = (await exported(app, page, home, 'html')).toString('utf8');
  expect(html).toContain(`--accent:#${ACCENT}`);
  expect(html).toContain(logo.toString('base64'));
  expect(html).toContain(FOOT);
});

test('a colour too pale to be read is darkened, and said; undone, the former one is back', async ({
  page,
}) => {
  await openStyle(page);
  await type(page, 'Couleur principale', `#${ACCENT}`);
  await expect(page.getByText(/^Contraste avec le blanc\s: /).first()).toBeVisible();
  await type(page, 'Couleur principale', '#FFF59D');
  const warning = page.getByText(/Trop pâle pour être lue/);
  await expect(warning).toBeVisible();
  const used = /utilisent #([0-9A-F]{6})/.exec((await warning.textContent()) ?? '')?.[1] ?? '';
  expect(contrast(used, 'FFFFFF')).toBeGreaterThanOrEqual(4.5);
  await expect.poll(() => previewed(page)).toContain(`--accent:#${used}`);

  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect(colourField(page)).toHaveValue(`#${ACCENT}`);
  await expect(warning).toBeHidden();

  await colourField(page).fill('bleu');
  await expect(page.getByText(/Cette couleur n’est pas reconnue/)).toBeVisible();
  await colourField(page).press('Escape');
  await expect(colourField(page)).toHaveValue(`#${ACCENT}`);
});

test('a damaged picture and a drawing are refused in words; a sound one is dropped, and lost', async ({
  app,
  page,
  home,
}) => {
  await openStyle(page);
  const zone = page.getByRole('group', { name: 'Logo', exact: true });
  await zone.scrollIntoViewIfNeeded();
  const drop = async (path: string): Promise<void> => {
    const box = await zone.boundingBox();
    if (box === null) throw new Error('no place for a logo');
    await dropFile(page, path, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  };
  const logo = pngOf(40, 20, [11, 79, 92]);
  const broken = join(home, 'abîmé.png');
  writeFileSync(broken, logo.subarray(0, logo.length - 20));
  await drop(broken);
  await expect(page.getByText(/L’image «\sabîmé\.png\s» est endommagée/)).toBeVisible();
  const drawing = join(home, 'dessin.svg');
  writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  await drop(drawing);
  await expect(page.getByText(/dessin vectoriel \(SVG\)/)).toBeVisible();
  await expect(zone.getByRole('button', { name: /^Retirer/ })).toBeHidden();

  const sound = join(home, 'logo.png');
  writeFileSync(sound, logo);
  await drop(sound);
  await expect(zone).toContainText('logo.png');
  await zone.getByRole('button', { name: /^Retirer/ }).click();
  await expect(zone).not.toContainText('logo.png');
  await page.locator('h1').focus();
  await page.keyboard.press('Control+z');
  await expect(zone).toContainText('logo.png');

  // Gone from the disk: the document is made without it, and says so.
  for (const file of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.parentPath.includes('.rapporteur.files')) continue;
    rmSync(join(file.parentPath, file.name));
  }
  await page.evaluate(() => {
    location.hash = '/reports';
  });
  const docx = partsOf(await exported(app, page, home, 'docx'));
  expect([...docx.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([]);
  await expect(said(page, 'Écrit sans logo.png')).toBeVisible();
});
