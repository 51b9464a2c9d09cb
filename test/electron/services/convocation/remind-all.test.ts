import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { translatorOf } from '#ipc/failures.ts';
import { draftReminder, draftReminders } from '#services/convocation/remind.ts';
import { undoOne } from '#services/journal.ts';
import { reminders, sentReminders } from '#services/meetings/follow-up.ts';
import { by, meetingStore, today } from '#test/meetings.ts';
import { temporaryFolder } from '#test/stores.ts';

const { t: translate } = translatorOf('fr');
const now = '2017-06-15T08:00:00.000Z';
const options = { language: 'fr', translate, now } as const;
const wanted = {
  today,
  workingGroupId: null,
  subGroupId: null,
  personId: null,
  organisationId: null,
  onlyLate: false,
} as const;

function store() {
  const base = meetingStore();
  const { make, group, meeting } = base;
  const [first, second] = [meeting('2017-03-10'), meeting('2017-04-10')];
  const odile = make('person', { familyName: 'Brancourtel', email: 'odile@example.org' });
  const other = make('person', { familyName: 'Brancourtel', email: 'pas une adresse' });
  const action = (meetingId: typeof first, responsiblePersonId: typeof odile, dueOn: string) =>
    make('actionItem', {
      workingGroupId: group,
      meetingId,
      responsiblePersonId,
      dueOn,
      title: `Action du ${dueOn}`,
    });
  action(first, odile, '2017-05-01');
  action(second, odile, '2017-07-01');
  action(first, other, '2017-05-02');
  return { ...base, first, second, odile, other, path: join(temporaryFolder(), 'relances.zip') };
}

describe('the reminders of everybody', () => {
  it('are one message each in one archive, whoever has no address told', async () => {
    const { session, db, path, odile, first, second } = store();
    const { value, operationId } = await draftReminders(session, path, by, wanted, options);
    expect(value).toEqual({ messages: 2, withoutAddress: 1 });
    const files = Object.entries(unzipSync(readFileSync(path)));
    expect(files.map(([name]) => name)).toEqual([
      'Relance – Brancourtel.eml',
      'Relance – Brancourtel (2).eml',
    ]);
    const texts = files.map(([, bytes]) => Buffer.from(bytes).toString('utf8'));
    expect(
      texts.filter((text) => text.includes('To: Brancourtel <odile@example.org>')),
    ).toHaveLength(1);
    expect(texts.every((text) => text.includes('X-Unsent: 1'))).toBe(true);

    const sent = sentReminders(db, 50);
    expect(sent).toHaveLength(2);
    expect(sent.map(({ recipients }) => recipients)).toContainEqual([
      { name: 'Brancourtel', address: 'odile@example.org' },
    ]);
    const toOdile = sent.find(({ recipients }) => recipients.length > 0);
    expect(toOdile?.meetings.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
    const states = reminders(db, wanted).map(({ personId, isReachable, remindedAt }) => [
      personId === odile,
      isReachable,
      remindedAt,
    ]);
    expect(states).toContainEqual([true, true, now]);
    expect(states).toContainEqual([false, false, null]);

    undoOne(session, operationId ?? '', by);
    expect(sentReminders(db, 50)).toEqual([]);
  });

  it('tell the latest first, each message once', async () => {
    const { session, db, odile, path } = store();
    const request = { ...wanted, personId: odile };
    for (const at of ['2017-06-15T08:00:00.000Z', '2017-06-16T08:00:00.000Z']) {
      await draftReminder(session, path, by, request, { ...options, now: at });
    }
    expect(sentReminders(db, 50).map(({ at }) => at)).toEqual([
      '2017-06-16T08:00:00.000Z',
      '2017-06-15T08:00:00.000Z',
    ]);
    expect(sentReminders(db, 1)).toHaveLength(1);
    expect(reminders(db, request)[0]?.remindedAt).toBe('2017-06-16T08:00:00.000Z');
  });

  it('are refused when nobody has anything left to do, and nothing is written', async () => {
    const { session, db } = meetingStore();
    const path = join(temporaryFolder(), 'relances.zip');
    await expect(draftReminders(session, path, by, wanted, options)).rejects.toMatchObject({
      code: 'meeting.nothingToRemind',
    });
    expect(existsSync(path)).toBe(false);
    expect(sentReminders(db, 50)).toEqual([]);
  });
});
