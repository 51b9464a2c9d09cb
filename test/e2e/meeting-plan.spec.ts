import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expectAccessible } from './axe.ts';
import { answerSaveDialog } from './dialogs.ts';
import { callStore, openStorePort } from './doors.ts';
import { expect, test } from './fixtures.ts';
import { ListPage } from './list-page.ts';
import { makeMeeting, openMeetingId } from './meeting-page.ts';

const path = '/meetings';

/** The invitation that goes with a message. */
function invitationIn(file: string): string {
  const [, part = ''] = readFileSync(file, 'latin1').split('text/calendar');
  const [, body = ''] = part.split('\r\n\r\n');
  return Buffer.from(body.split('\r\n--')[0] ?? '', 'base64')
    .toString('utf8')
    .replaceAll('\r\n ', '');
}

test('the meetings of a year are planned from one, each looked at first', async ({
  page,
  complaints,
}) => {
  const list = await ListPage.openExample(page, path);
  await makeMeeting(page, 'Plénière d’essai', '14 novembre 2017');
  await page.getByRole('link', { name: 'Planifier les prochaines réunions' }).click();
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Plénières');
  const day = (rank: number) => page.getByRole('textbox', { name: `Date de la réunion ${rank}` });
  await expect(day(1)).toHaveValue('13/02/2018');
  await expect(day(2)).toHaveValue('09/05/2018');
  await expect(page.getByText(/au lieu du 8 mai 2018 \(Victoire de 1945\)/)).toBeVisible();
  await expectAccessible(page, 'série');
  await day(1).fill('20 février 2018');
  await day(1).press('Tab');
  await page.getByRole('checkbox', { name: 'Créer la réunion 3' }).uncheck();
  await page.getByRole('button', { name: 'Créer 3 réunions' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /Série.*Plénières/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Plénières, février 2018' })).toBeVisible();
  await expect(page.getByText('20 février 2018')).toBeVisible();
  await page.getByRole('link', { name: 'Plénières, mai 2018' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plénières, mai 2018');
  await list.goTo(path);
  await expect(list.row('Plénières, novembre 2018')).toHaveCount(1);
  await expect(list.row('Plénières, août 2018')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a convened meeting is put off, then cancelled; those convened are told each time', async ({
  app,
  page,
  home,
}) => {
  await ListPage.openExample(page, path);
  await openStorePort(page);
  const email = 'claire.membre@exemple.fr';
  const values = { familyName: 'Membre', givenName: 'Claire', email };
  const { id: personId } = await callStore(page, 'records:create', { table: 'person', values });
  const [group] = await callStore(page, 'records:options', {
    table: 'workingGroup',
    text: '',
    limit: 1,
  });
  await callStore(page, 'records:create', {
    table: 'mandate',
    values: {
      personId,
      workingGroupId: group?.id ?? '',
      role: 'secretariat',
      fromOn: '2018-01-01',
    },
  });
  await makeMeeting(page, 'Plénière déplacée', '12 mars 2018');
  const id = await openMeetingId(page);
  const prepareAs = async (name: string, button: RegExp): Promise<string> => {
    const file = join(home, `${name}.eml`);
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText(`${name}.eml`).first()).toBeVisible({ timeout: 30_000 });
    return file;
  };
  await page.keyboard.press('Alt+4');
  const first = invitationIn(await prepareAs('convocation', /^Convoquer$/));
  expect(first).toContain('METHOD:REQUEST');
  expect(first).toContain('SEQUENCE:0');
  expect(first).toContain(email);
  await expect(page.getByRole('row', { name: /^Convocation/ })).toBeVisible();

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Reporter à une autre date' }).click();
  await page.getByRole('textbox', { name: 'Nouvelle date' }).fill('19 mars 2018');
  await page.getByRole('textbox', { name: 'Début' }).fill('9h30');
  await page.getByRole('button', { name: 'Reporter la réunion' }).click();
  await expect(
    page.getByRole('heading', { name: 'Réunion reportée au 19 mars 2018' }),
  ).toBeVisible();
  const second = invitationIn(await prepareAs('mise-a-jour', /^Préparer la mise à jour$/));
  expect(second).toContain('SEQUENCE:1');
  expect(second).toContain('20180319T093000');

  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Annuler la réunion' }).click();
  await expect(page.getByRole('textbox', { name: 'Motif d’annulation' })).toBeFocused();
  await page.keyboard.type('Salle indisponible');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Réunion annulée' })).toBeVisible();
  await expectAccessible(page, 'annulation');
  const third = invitationIn(await prepareAs('annulation', /^Préparer le message d’annulation$/));
  expect(third).toContain('METHOD:CANCEL');
  expect(third).toContain('SEQUENCE:2');
  expect(third).toContain('Salle indisponible');
  await page.getByRole('button', { name: 'Rétablir la réunion' }).click();
  const restored = await callStore(page, 'records:get', { table: 'meeting', id });
  expect(restored).toMatchObject({ status: 'convened', sequence: 2, cancellationReason: null });
});
