import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';

import type { ChannelName, StoreChannel } from '#contract/channels.ts';
import { channelOf, channels, isChannelName } from '#contract/channels.ts';
import { AppError, failureSchema } from '#contract/errors.ts';
import { checkStore } from '#services/check.ts';
import { createStoreDoor } from '#ipc/store-door.ts';
import { createImports } from '#services/import/imports.ts';
import { nodeReaders } from '#services/readers.ts';
import { translatorOf } from '#ipc/failures.ts';
import { formTaken } from '#test/application-form-requests.ts';
import { arbitraryInput } from '#test/arbitrary-input.ts';
import { keepOneFile } from '#test/deliverable-requests.ts';
import { kitRequests } from '#test/committee-requests.ts';
import { importRequests } from '#test/import-requests.ts';
import { needsTaken } from '#test/needs-requests.ts';
import { pngOf } from '#test/pictures.ts';
import { validRequests } from '#test/valid-requests.ts';
import { exampleStore, temporaryFolder } from '#test/stores.ts';
import { all, sql } from '#sql/sql.ts';

const PAYLOADS = 1000;
const SEED = 20_170_509;

const isStoreChannel = (name: ChannelName): name is StoreChannel =>
  channelOf(name).door === 'store';
const storeChannels = Object.keys(channels).filter(isChannelName).filter(isStoreChannel);

/** How often a channel whose work takes long may do it; other payloads it would accept are skipped. */
const longWork: Partial<Record<StoreChannel, number>> = {
  'upkeep:check': 10,
  'upkeep:backupNow': 10,
  'upkeep:backups': 10,
  'reports:export': 30,
  'editions:get': 60,
  'editions:create': 60,
  'editions:previewRefresh': 60,
  'editions:refresh': 60,
  'editions:reopen': 100,
  'editions:compare': 100,
  'editions:facts': 100,
  'editions:html': 60,
  'editions:export': 30,
  'meetingDocuments:export': 40,
  'meetingDocuments:preview': 100,
  'convocations:draft': 60,
  'convocations:remind': 100,
  'calendar:export': 60,
  'chain:export': 24,
  'imports:open': 20,
  'applicationForm:write': 60,
  'applicationForm:read': 20,
  'applicationForm:take': 20,
  'needs:writeForm': 40,
  'needs:askBuyers': 20,
  'needs:readForms': 20,
  'needs:takeForms': 20,
  'imports:plan': 60,
  'imports:rejected': 60,
  'imports:template': 60,
  'timetable:solve': 6,
  'committee:makeKits': 20,
  'committee:openReturns': 20,
  'selectionPapers:makeLetters': 20,
  'selectionPapers:export': 20,
  'matching:propose': 40,
  'matching:decide': 60,
  'attachments:add': 40,
  'attachments:export': 40,
};

/** Those that need a member in office, whose kit has come back. */
const kitChannels: ReadonlySet<ChannelName> = new Set([
  'committee:score',
  'committee:makeKits',
  'committee:openReturns',
  'committee:returns',
  'committee:returnCells',
  'committee:decideReturns',
  'committee:takeReturns',
]);

function doorOnARealStore() {
  const { session } = exampleStore();
  const folder = temporaryFolder();
  const granted = join(folder, 'export');
  writeFileSync(granted, 'Un document.');
  const unexpected: unknown[] = [];
  const imports = createImports();
  onTestFinished(() => imports.closeAll());
  const door = createStoreDoor({
    session: () => session,
    context: ({ signal, progress }) => ({
      language: 'fr',
      author: 'Essai',
      translate: translatorOf('fr').t,
      signal,
      progress,
      resolveGrant: (grant) => {
        if (grant !== 'granted') throw new AppError('path.notGranted');
        return granted;
      },
      spawnReader: nodeReaders(),
      imports,
      owner: 1,
      // What a browser prints is tried where there is one.
      printPdf: () => Promise.resolve(new TextEncoder().encode('%PDF-1.7')),
    }),
    language: () => 'fr',
    checksAnswers: () => true,
    onUnexpected: (channel, error) => unexpected.push({ channel, error }),
  });
  const call = { owner: 1, signal: new AbortController().signal, progress: () => undefined };
  const ids = all<{ id: string }>(
    session.reader,
    sql`SELECT row AS id FROM search_doc UNION SELECT id FROM operation LIMIT 400`,
  ).map(({ id }) => id);
  return {
    session,
    granted,
    ids,
    unexpected,
    ask: (channel: unknown, input: unknown) => door(channel, input, call),
  };
}

const resultSchema = (output: z.ZodType) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: output }),
    z.object({ ok: z.literal(false), error: failureSchema }),
  ]);

describe('the store door, whatever comes in', () => {
  it.each(storeChannels)(
    `%s answers ${PAYLOADS} payloads with typed results`,
    async (name) => {
      const { ask, ids, unexpected, session, granted } = doorOnARealStore();
      await ask('contacts:saveList', { id: null, name: 'Une liste', definition: {} });
      await keepOneFile(session, granted);
      for (const familyName of ['Un', 'Deux', 'Trois']) {
        await ask('records:create', { table: 'person', values: { familyName } });
      }
      if (name === 'houseStyle:setFile') writeFileSync(granted, pngOf(8, 4, [11, 79, 92]));
      const channel = channelOf(name);
      const result = resultSchema(channel.output);
      const requests = validRequests(session);
      // Last of all that is written, so that there is something to do again.
      await ask('records:create', { table: 'person', values: { familyName: 'Quatre' } });
      await ask('journal:undo', {});
      // A plan stands only as long as nothing is written after it.
      const valid = name.startsWith('imports:')
        ? await importRequests(ask)
        : name === 'applicationForm:take'
          ? formTaken(session, granted)
          : name === 'needs:takeForms'
            ? needsTaken(session, granted)
            : kitChannels.has(name)
              ? await kitRequests(session, ask, granted)
              : requests;
      const payloads = arbitraryInput(channel.input, ids, valid[name]);
      let left = longWork[name] ?? PAYLOADS;
      let accepted = 0;
      await fc.assert(
        fc.asyncProperty(payloads, async (input) => {
          if (channel.input.safeParse(input).success && (left -= 1) < 0) return;
          const answer = await ask(name, input);
          expect(result.safeParse(answer).error).toBeUndefined();
          expect(unexpected).toEqual([]);
          if (answer.ok) accepted += 1;
          // An answer that cannot be copied would never reach the window.
          expect(() => structuredClone(answer)).not.toThrow();
        }),
        { numRuns: PAYLOADS, seed: SEED, endOnFailure: true },
      );
      expect(accepted).toBeGreaterThan(0); // otherwise nothing behind the schema was tried
      expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
      const checks = await checkStore(session.reader);
      expect(checks.filter(({ isOk }) => !isOk)).toEqual([]);
    },
    180_000,
  );

  it('refuses any name that is no channel of its own', async () => {
    const { ask, unexpected } = doorOnARealStore();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.string()), async (name) => {
        if (typeof name === 'string' && storeChannels.some((known) => known === name)) return;
        const answer = await ask(name, {});
        expect(answer).toMatchObject({ ok: false, error: { code: 'request.unknownChannel' } });
      }),
      { numRuns: PAYLOADS, seed: SEED },
    );
    expect(unexpected).toEqual([]);
  });
});
