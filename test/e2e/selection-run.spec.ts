import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';

import { fill, makeKits, marks, members, nameMembers } from './committee-kits.ts';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import { callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

/** The call of the example, and how many responses stand in each of its columns. */
async function standing(page: Page) {
  const [call] = await callStore(page, 'selection:calls', {});
  if (call === undefined) throw new Error('the example has a call');
  const board = await callStore(page, 'selection:board', { callId: call.id });
  const total = (kind: string, outcome: string | null): number =>
    board.columns
      .filter((column) => column.kind === kind && column.outcome === outcome)
      .reduce((sum, { count }) => sum + count, 0);
  return { callId: call.id, board, total };
}

/** Takes the example back to its responses: nothing judged, nobody withdrawn, nobody told. */
async function forgetDecisions(page: Page): Promise<void> {
  const { board, callId } = await standing(page);
  const ids: string[] = [];
  for (const { key, count } of board.columns) {
    for (let offset = 0; offset < count; offset += 50) {
      const request = { callId, column: key, offset, limit: 50 };
      const { cards } = await callStore(page, 'selection:cards', request);
      ids.push(...cards.map(({ id }) => id));
    }
  }
  const sheets = [];
  for (const id of new Set(ids)) {
    sheets.push(await callStore(page, 'selection:application', { id }));
  }
  const decisions = sheets.flatMap((sheet) => sheet?.decisions.map(({ id }) => id) ?? []);
  const withdrawals = sheets.flatMap((sheet) => sheet?.withdrawal?.id ?? []);
  await callStore(page, 'records:remove', { table: 'phaseDecision', ids: decisions });
  await callStore(page, 'records:remove', { table: 'withdrawal', ids: withdrawals });
}

const column = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}, `) });

const counted = async (page: Page, name: string, count: number): Promise<void> =>
  expect(
    page.getByRole('region', { name: `${name}, ${String(count)}`, exact: true }),
  ).toBeVisible();

/** Chooses a phase of the board by its place. */
async function choosePhase(page: Page, at: number): Promise<void> {
  await go(page, '/selection/board');
  const phases = page.getByRole('list', { name: 'Phases de la sélection' });
  await phases.getByRole('listitem').nth(at).getByRole('button').click();
}

/** Moves all of a column, its further pages too, after what the panel shows first. */
async function moveAll(page: Page, from: string, to: string, reason?: string): Promise<void> {
  const cards = column(page, from);
  const more = cards.getByRole('button', { name: /^Afficher la suite/ });
  if (await more.isVisible()) await more.click();
  await expect(more).toBeHidden();
  await cards.getByRole('checkbox', { name: /^Sélectionner toute la colonne/ }).check();
  await moveSelected(page, to, reason);
}

async function moveSelected(page: Page, to: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name: /^Déplacer/ }).click();
  await page.getByRole('menuitem', { name: to, exact: true }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText('Effet sur les nombres')).toBeVisible();
  if (reason !== undefined) await panel.getByRole('textbox', { name: /^Motif/ }).fill(reason);
  await panel.getByRole('button', { name: /^Déplacer/ }).click();
  await expect(panel).toBeHidden();
}

async function release(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Annoncer \d+ décisions?…$/ }).click();
  await page.getByRole('button', { name: /^Annoncer (les décisions|malgré tout)$/ }).click();
  await expect(page.getByRole('button', { name: /^Annoncer \d+ décision/ })).toBeHidden();
}

test('the call goes from 90 responses to 9 pitches and stands, and all the way back', async ({
  app,
  page,
  home,
}) => {
  test.setTimeout(300_000);
  await page.getByRole('button', { name: /exemple/ }).click();
  await page.getByRole('navigation').first().waitFor();
  await openStorePort(page);
  await forgetDecisions(page);

  // Screening: one key per reason, then all the others at once.
  await go(page, '/selection/triage');
  const left = (count: number): Locator => page.getByText(`encore ${String(count)} réponses`);
  await expect(left(90)).toBeVisible();
  for (const [at, key] of ['1', '2', '3', '1', '3'].entries()) {
    await page.keyboard.press(key);
    await expect(left(89 - at)).toBeVisible();
  }
  await choosePhase(page, 0);
  await counted(page, 'Écartées', 5);
  await moveAll(page, 'À juger', 'Retenues pour la suite');
  await counted(page, 'Retenues pour la suite', 85);
  await release(page);
  await counted(page, 'Passées à la suite', 85);

  // The committee: three members, one of them recused, three kits.
  await go(page, '/selection/committee/team');
  await nameMembers(page);
  await go(page, '/selection/committee/conflicts');
  await page.getByRole('combobox', { name: 'Membre' }).click();
  await page.getByRole('option', { name: members[0] }).click();
  await page.getByRole('textbox', { name: 'Réponse' }).fill('Douvrance');
  await page.getByRole('option', { name: /Douvrance/ }).click();
  await page.getByRole('textbox', { name: 'En quoi consiste-t-il' }).fill('Associée du dirigeant');
  await page.getByRole('button', { name: 'Déclarer et déporter' }).click();
  await expect(page.getByText('Déporté', { exact: true })).toBeVisible();
  await go(page, '/selection/committee/kits');
  const kits = await makeKits(app, page, home);
  for (const [at, path] of [...kits.values()].entries()) {
    const lines = Array.from({ length: 84 }, (_, row) =>
      marks(row, [(row + at) % 6, (row * 5) % 6, (row + 2) % 6, 5 - (row % 6)]),
    );
    fill(path, Object.assign({}, ...lines) as Record<string, number>); // lines of marks, as made above
  }
  await answerOpenDialog(app, [...kits.values()]);
  await page.getByRole('button', { name: 'Choisir des fichiers…' }).click();
  await page.getByRole('button', { name: /^Reprendre [\d\s]+ notes$/ }).click();
  await expect(page.getByText(/^Notes reprises des dossiers/)).toBeVisible();
  await go(page, '/selection/committee/results');
  await page.getByRole('textbox', { name: 'Nombre de réponses à retenir' }).fill('28');
  await page.getByRole('button', { name: 'Retenir les 28 premières…' }).click();
  const panel = page.getByRole('complementary');
  const apply = page.getByRole('button', { name: 'Déplacer 28 réponses', exact: true });
  await apply.click();
  await expect(apply).toBeHidden();
  await expect(
    panel.getByRole('heading', { name: /^Les \d+ autres\s: Non retenue$/ }),
  ).toBeVisible();
  await choosePhase(page, 1);
  await counted(page, 'Retenues pour la suite', 28);

  // Three in reserve, the others refused: never without a reason.
  const waiting = column(page, 'À juger').getByRole('checkbox', {
    name: /^Sélectionner la réponse/,
  });
  for (const at of [0, 1, 2]) await waiting.nth(at).click();
  await moveSelected(page, 'Liste complémentaire');
  await counted(page, 'Liste complémentaire', 3);
  await moveAll(page, 'À juger', 'Non retenues', 'Moins bien classée par le comité.');
  await counted(page, 'Non retenues', 54);
  await release(page);

  // Nine pitch, the others of those invited hold a stand.
  await choosePhase(page, 2);
  await counted(page, 'À juger', 28);
  const invited = column(page, 'À juger').getByRole('checkbox', {
    name: /^Sélectionner la réponse/,
  });
  await invited.nth(0).click();
  await invited.nth(8).click({ modifiers: ['Shift'] });
  await moveSelected(page, 'Pitch');
  await counted(page, 'Pitch', 9);
  await moveAll(page, 'À juger', 'Stand');
  await counted(page, 'Stand', 19);
  await release(page);

  // One withdraws; the first in reserve is called up and takes the pitch.
  await column(page, 'Pitch').locator('[data-card]').first().getByRole('button').click();
  await panel.getByRole('button', { name: 'Enregistrer un désistement…' }).click();
  await expect(panel.getByRole('checkbox', { name: /^Appeler la suivante/ })).toBeChecked();
  await panel.getByRole('button', { name: 'Enregistrer le désistement' }).click();
  await go(page, '/selection/board');
  await expect(panel).toBeHidden();
  await counted(page, 'Pitch', 8);
  await counted(page, 'À juger', 1);
  await moveAll(page, 'À juger', 'Pitch');
  await counted(page, 'Pitch', 9);
  await release(page);
  expect((await standing(page)).total('withdrawn', null)).toBe(1);

  // Letters and minutes.
  await go(page, '/selection/documents');
  const letters = join(home, 'lettres.docx');
  await answerSaveDialog(app, letters);
  await page.getByRole('button', { name: 'Préparer les lettres' }).click();
  await page.getByRole('menuitem', { name: /DOCX/ }).click();
  await expect.poll(() => existsSync(letters)).toBe(true);
  const minutes = join(home, 'pv.docx');
  await answerSaveDialog(app, minutes);
  await page.getByRole('button', { name: 'Procès-verbal du comité' }).click();
  await page.getByRole('menuitem', { name: /DOCX/ }).click();
  await expect.poll(() => existsSync(minutes)).toBe(true);
  const textOf = (path: string): string =>
    Buffer.from(unzipSync(readFileSync(path))['word/document.xml'] ?? []).toString('utf8');
  expect(textOf(letters)).toContain('Moins bien classée par le comité.');
  expect(textOf(minutes)).toContain(members[0]);
  expect(textOf(minutes)).toContain('Douvrance');

  // Everything is taken back, one operation after the other.
  await go(page, '/selection/board');
  /** How many wait to be screened. */
  const waitingAtFirst = async (): Promise<number> => {
    const { board } = await standing(page);
    return board.columns.find(({ kind }) => kind === 'pending')?.count ?? 0;
  };
  expect(await waitingAtFirst()).toBe(0);
  for (let step = 0; step < 60 && (await waitingAtFirst()) < 90; step += 1) {
    await callStore(page, 'journal:undo', {});
  }
  expect(await waitingAtFirst()).toBe(90);
  await choosePhase(page, 0);
  await counted(page, 'À juger', 90);
});
