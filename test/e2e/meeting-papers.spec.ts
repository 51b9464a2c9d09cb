import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';

import { answerSaveDialog } from './dialogs.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';
import { addItem, makeMeeting, notesOf, startMeeting } from './meeting-page.ts';

/** The words of a document of Word, without its layout. */
function wordsOfDocx(path: string): string {
  const part = unzipSync(readFileSync(path))['word/document.xml'];
  if (part === undefined) throw new Error('no text in it');
  return new TextDecoder()
    .decode(part)
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '');
}

const hasPoppler = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const wordsOfPdf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

const papers = [
  { name: 'Ordre du jour', says: ['Plénière d’essai', 'Point d’étape'] },
  { name: 'Convocation', says: ['Plénière d’essai', '15 janvier 2018'] },
  { name: 'Feuille d’émargement', says: ['Plénière d’essai', 'Lucile Brionne'] },
  { name: 'Compte rendu', says: ['Les achats innovants progressent', 'Adopter la feuille'] },
  { name: 'Relevé de décisions', says: ['Adopter la feuille de route'] },
  { name: 'Dossier de réunion', says: ['Plénière d’essai', 'Point d’étape'] },
] as const;

test('every document of a meeting is written from its page, as DOCX and as PDF, and says it', async ({
  app,
  page,
  home,
}) => {
  test.setTimeout(180_000);
  await ListPage.openExample(page, '/meetings');
  await makeMeeting(page, 'Plénière d’essai', '15 janvier 2018');
  await addItem(page, 'Point d’étape 10 min');
  await startMeeting(page);
  await page.keyboard.type('Les achats innovants progressent.\n');
  await page.keyboard.type('/décision Adopter la feuille de route');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Nouvelle décision' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(notesOf(page).getByText('Adopter la feuille de route')).toBeVisible();
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Alt+4');

  for (const { name, says } of papers) {
    for (const format of ['docx', 'pdf'] as const) {
      const path = join(home, `${name}.${format}`);
      await answerSaveDialog(app, path);
      await page.getByRole('button', { name, exact: true }).click();
      await page
        .getByRole('menuitem', { name: `Exporter « ${name} » en ${format.toUpperCase()}` })
        .click();
      await expect(page.getByText(`${name}.${format}`).first()).toBeVisible({ timeout: 30_000 });
      if (format === 'pdf') {
        expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-');
        if (!hasPoppler) continue;
      }
      const words = (format === 'docx' ? wordsOfDocx(path) : wordsOfPdf(path)).replaceAll(
        /\s+/g,
        ' ',
      );
      for (const text of says) expect(words, `${name}.${format}`).toContain(text);
    }
  }
});
