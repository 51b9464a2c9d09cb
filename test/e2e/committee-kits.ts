import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { read, utils, write } from 'xlsx';

import { answerSaveDialog } from './dialogs.ts';
import { expect } from './fixtures.ts';

export const members = ['Lucile Brionne', 'Raouti Chehah', 'Jean-Marie Pruvost'] as const;

/** First line of the applications in a kit; then four criteria, the abstention and the comment. */
export const FIRST_ROW = 3;
const CRITERIA = ['F', 'G', 'H', 'I'] as const;
export const ABSTENTION = 'J';
export const COMMENT = 'K';

/** Names the three members of the committee, from its screen. */
export async function nameMembers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un membre' }).click();
  for (const name of members) {
    const person = page.getByRole('textbox', { name: 'Personne', exact: true });
    await expect(person).toHaveValue('');
    await person.fill(name);
    await page.getByRole('option', { name }).first().click();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
}

/** Fills cells in with a library that knows nothing of ours; gives the numbers that the kit holds. */
export function fill(path: string, cells: Readonly<Record<string, string | number>>): number[] {
  const book = read(readFileSync(path), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  for (const [address, value] of Object.entries(cells)) {
    utils.sheet_add_aoa(sheet, [[value]], { origin: address });
  }
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array); // of that type
  return utils
    .sheet_to_json<unknown[]>(sheet, { header: 1 })
    .flat()
    .flatMap((cell) => (typeof cell === 'number' ? [cell] : []));
}

/** Marks of one application, by the line it has in the kit. */
export const marks = (row: number, values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, at) => [`${CRITERIA[at]}${FIRST_ROW + row}`, value]));

/** Makes the kits of all members and unpacks them; by member. */
export async function makeKits(
  app: ElectronApplication,
  page: Page,
  home: string,
): Promise<Map<string, string>> {
  const archive = join(home, 'Dossiers de notation.zip');
  await answerSaveDialog(app, archive);
  await page.getByRole('button', { name: 'Préparer pour tous…' }).click();
  await expect(page.getByText(/version 1, /)).toHaveCount(3);
  const kits = new Map<string, string>();
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const member = members.find((one) => name.includes(one));
    if (member === undefined) throw new Error(`whose kit is ${name}?`);
    const path = join(home, name);
    writeFileSync(path, bytes);
    kits.set(member, path);
  }
  return kits;
}
