import type { ElectronApplication, Page } from '@playwright/test';

import { callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';
import { launchApp } from './launch.ts';
import { ListPage } from './list-page.ts';
import { addItem, makeMeeting, notesOf, openMeetingId, startMeeting } from './meeting-page.ts';

const SENTENCE =
  'Le groupe prend acte de l’avancée des travaux et demande que la feuille de route soit publiée avant la fin du mois. ';

/** Every process of the program at once, with no time to put anything in order. */
async function killAll(app: ElectronApplication): Promise<void> {
  const pids = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ pid }) => pid),
  );
  const closed = app.waitForEvent('close');
  const main = app.process().pid;
  for (const pid of new Set([...(main === undefined ? [] : [main]), ...pids])) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
  await closed;
}

/** Types without a pause for some time; tells when each letter was struck. */
async function typeFor(page: Page, text: string, duration: number): Promise<readonly number[]> {
  const struck: number[] = [];
  const end = Date.now() + duration;
  for (const letter of text) {
    if (Date.now() > end) break;
    await page.keyboard.type(letter);
    struck.push(Date.now());
  }
  return struck;
}

async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return page;
}

test('killed in the middle of a sentence, the program loses at most its last second', async ({
  home,
}) => {
  let app = await launchApp(home);
  let page = await firstPage(app);
  await ListPage.openExample(page, '/meetings');
  await makeMeeting(page, 'Plénière interrompue', '15 janvier 2018');
  await addItem(page, 'Point d’étape 10 min');
  await startMeeting(page);
  const id = await openMeetingId(page);

  let known = '';
  for (const round of [1, 2, 3]) {
    const text = `Passage ${round} : ${SENTENCE.repeat(6)}`;
    const struck = await typeFor(page, text, 2500 + 370 * round);
    const killedAt = Date.now();
    await killAll(app);
    const safe = struck.filter((at) => killedAt - at >= 1000).length;
    expect(safe).toBeGreaterThan(20);

    app = await launchApp(home);
    page = await firstPage(app);
    await page
      .getByRole('navigation')
      .first()
      .or(page.getByRole('button', { name: /exemple/ }))
      .first()
      .waitFor();
    if (await page.getByRole('button', { name: /exemple/ }).isVisible()) {
      await page.getByRole('button', { name: /exemple/ }).click();
    }
    await page.getByRole('navigation').first().waitFor();
    await openStorePort(page);
    expect((await callStore(page, 'upkeep:check', {})).isSound).toBe(true);
    await page.evaluate((meeting) => {
      location.hash = `/meetings/${meeting}/hold`;
    }, id);
    const notes = notesOf(page);
    await notes.waitFor();
    const wanted = known + text.slice(0, safe).trimEnd();
    await expect(notes).toContainText(wanted);
    const kept = (await notes.textContent()) ?? '';
    expect((known + text).startsWith(kept.trimEnd())).toBe(true);

    // The editor goes on where it was left.
    await notes.press('Control+End');
    await page.keyboard.type(' Suite. ');
    await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
    await expect(notes).toContainText('Suite.');
    known = (await notes.textContent()) ?? '';
  }
  await app.close();
});
