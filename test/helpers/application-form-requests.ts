import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import fc from 'fast-check';
import { utils, write } from 'xlsx';

import type { StoreChannel } from '#contract/channels.ts';
import type { NewRecord } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { markOf } from '#services/application-form/layout.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

const by = { author: 'Essai' };

/** Requests about the responses to a call and their form that the open store would grant. */
export function applicationFormRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const [call] = listRecords(reader, 'callForInterest');
  if (call === undefined) return {};
  const callId = fc.constant(call.id);
  const asked: NewRecord<'callQuestion'>[] = [
    { callId: call.id, position: 11, title: 'Combien ?', kind: 'number' },
    { callId: call.id, position: 12, title: 'Où ?', kind: 'choice', options: ['Ici', 'Là'] },
  ];
  const [number, choice] = asked.map(
    (values) => createRecord(session, by, 'callQuestion', values).value,
  );
  const answers = fc.constantFrom('', '12', '1 200,5', 'Ici', 'ailleurs');
  const application = fc.constantFrom(
    ...listRecords(reader, 'application', { callId: call.id })
      .slice(0, 5)
      .map(({ id }) => id),
  );
  const organisation = fc.constantFrom(
    null,
    ...listRecords(reader, 'organisation')
      .slice(0, 3)
      .map(({ id }) => id),
  );
  const grant = fc.constant('granted');
  const receivedOn = fc.constantFrom('2017-06-01', '2018-02-28');
  return {
    'applicationForm:create': fc.record({
      callId,
      organisationId: organisation,
      organisationName: fc.constantFrom('', 'Une entreprise'),
      title: fc.constantFrom('', 'Réponse'),
      receivedOn,
      maturity: fc.constantFrom(null, 'pilot'),
      contacts: fc.constantFrom([], [{ familyName: 'Essai', email: 'essai@exemple.invalid' }]),
      offers: fc.constantFrom([], [{ title: 'Solution', isMarketed: false }]),
      answers: fc.array(
        fc.record({ questionId: fc.constantFrom(number, choice), value: answers }),
        {
          maxLength: 2,
        },
      ),
    }),
    'applicationForm:answer': fc.record({
      applicationId: application,
      questionId: fc.constantFrom(number, choice),
      value: answers,
    }),
    'applicationForm:contacts': fc.record({ applicationId: application }),
    'applicationForm:order': fc.record({
      callId,
      table: fc.constant('callQuestion'),
      ids: fc.shuffledSubarray([number, choice]),
    }),
    'applicationForm:write': fc.record({
      callId,
      format: fc.constantFrom('xlsx', 'ods'),
      grant,
    }),
    'applicationForm:read': fc.record({ callId, receivedOn, grants: fc.tuple(grant) }),
  };
}

/** Puts a filled form where the grant leads, and asks to take it in. */
export function formTaken(
  session: StoreSession,
  path: string,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const [call] = listRecords(session.reader, 'callForInterest');
  if (call === undefined) return {};
  const sheet = utils.aoa_to_sheet([
    [markOf(call.id), call.title],
    ['organisation.name', 'Nom', 'Une entreprise'],
  ]);
  const book = { SheetNames: ['Réponse'], Sheets: { Réponse: sheet } };
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array; // what that type gives
  writeFileSync(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = fc.record({
    grant: fc.constant('granted'),
    sha256: fc.constantFrom(sha256, '0'),
    fate: fc.constantFrom('take', 'duplicate'),
  });
  return {
    'applicationForm:take': fc.record({
      callId: fc.constant(call.id),
      receivedOn: fc.constantFrom('2017-06-01', '2018-02-28'),
      files: fc.array(file, { minLength: 1, maxLength: 2 }),
    }),
  };
}
