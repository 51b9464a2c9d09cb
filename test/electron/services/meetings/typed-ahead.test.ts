import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import type { HandlerContext } from '#ipc/handler-context.ts';
import type { PortCall } from '#ipc/port-server.ts';
import { createStoreDoor } from '#ipc/store-door.ts';
import { runLongOperation } from '#journal/long-operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { startMeeting } from '#services/meetings/lifecycle.ts';
import { validateMinutes } from '#services/meetings/minutes.ts';
import { keepTyped, settleTyped } from '#services/meetings/typed-ahead.ts';
import { by, meetingStore, richText } from '#test/meetings.ts';

function typing() {
  const store = meetingStore();
  const { session, meeting, item } = store;
  const id = meeting('2017-06-20');
  const agendaItemId = item(id, 1, 'Bilan');
  const { value: minutesId } = startMeeting(session, by, { id });
  const folder = join(session.home, 'typed-ahead');
  const kept = () => (existsSync(folder) ? readdirSync(folder) : []);
  const words = () => listRecords(store.db, 'minutesItem').map(({ body }) => body);
  return { ...store, id, agendaItemId, minutesId, kept, words };
}

it('what is typed while the store is held is on the disk at once, and in the store afterwards', async () => {
  const { session, agendaItemId, minutesId, kept, words } = typing();
  const door = createStoreDoor({
    session: () => session,
    // Of what a handler may use, these channels use no more.
    context: ({ signal }) =>
      ({ author: 'Essai', signal, progress: () => {} }) as unknown as HandlerContext,
    language: () => 'fr',
    checksAnswers: () => true,
    onUnexpected: (_channel, error) => {
      throw error;
    },
  });
  const { signal } = new AbortController();
  const type = (text: string) =>
    door('minutes:saveItem', { minutesId, agendaItemId, body: richText(text) }, {
      owner: 1,
      signal,
      progress: () => {},
    } satisfies PortCall);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const work = runLongOperation(
    session.writer(),
    { author: 'Essai', reason: { key: 'import' } },
    async (operation) => {
      operation.insert('organisation', { name: 'Importée', kind: 'company' });
      await gate;
    },
    { signal },
  );
  const saves = [type('Le groupe'), type('Le groupe décide')];
  await new Promise(setImmediate);
  expect(kept()).toHaveLength(1);
  expect(words()).toEqual([]);
  open();
  await work;
  for (const saved of await Promise.all(saves)) expect(saved).toMatchObject({ ok: true });
  expect(words()[0]).toContain('Le groupe décide');
  expect(kept()).toEqual([]);
});

it('is written at the next opening when every process was lost, the last text of each item', () => {
  const { session, agendaItemId, minutesId, kept, words } = typing();
  const typed = { author: 'Rapporteuse', minutesId, agendaItemId };
  keepTyped(session, { ...typed, body: richText('Le gr') });
  keepTyped(session, { ...typed, body: richText('Le groupe') });
  keepTyped(session, { ...typed, agendaItemId: null, body: richText('En ouverture') });
  settleTyped(session);
  expect(words()).toHaveLength(1);
  expect(words()[0]).toContain('Le groupe');
  expect(listRecords(session.reader, 'minutes')[0]?.body).toContain('En ouverture');
  expect(kept()).toEqual([]);
});

it('gives up what the store refuses by now', () => {
  const { session, person, agendaItemId, minutesId, kept, words } = typing();
  keepTyped(session, { author: 'E', minutesId, agendaItemId, body: richText('Trop tard') });
  validateMinutes(session, by, { minutesId, validatedById: person('Trigaut'), on: '2017-06-21' });
  settleTyped(session);
  expect(words()).toEqual([]);
  expect(kept()).toEqual([]);
});
