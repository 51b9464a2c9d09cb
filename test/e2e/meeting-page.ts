import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The text of the open item of the minutes. */
export const notesOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^Compte rendu/ });

/** Makes a meeting of the example group from the keyboard; its page opens on what is to prepare. */
export async function makeMeeting(page: Page, title: string, day: string): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.keyboard.type(title);
  const heldOn = page.getByRole('textbox', { name: 'Date', exact: true });
  await heldOn.fill(day);
  await heldOn.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

export async function addItem(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Nouveau point à l’ordre du jour' });
  await field.fill(text);
  await field.press('Enter');
  const title = text.replace(/ \d+ min$/, '');
  await expect(page.getByRole('textbox', { name: /^Intitulé du point/ }).last()).toHaveValue(title);
}

/** Titles of the agenda, from the first. */
export const titlesOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('textbox', { name: /^Intitulé du point/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** Identifier of the meeting whose page is open. */
export const openMeetingId = (page: Page): Promise<string> =>
  page.evaluate(() => location.hash.split('/')[2] ?? '');

/** Opens the meeting under way: its page is on « Tenir », the keyboard in the text. */
export async function startMeeting(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('button', { name: 'Commencer la réunion' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notesOf(page)).toBeFocused();
}
