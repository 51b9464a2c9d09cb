import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import fc from 'fast-check';
import { utils, write } from 'xlsx';

import type { StoreChannel } from '#contract/channels.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { headCode, markOf, needCode } from '#services/needs/layout.ts';
import type { StoreSession } from '#services/session.ts';

const grant = fc.constant('granted');
const receivedOn = fc.constantFrom('2017-06-01', '2018-02-28');

/** Requests about censuses, activities and agreements that the open store would grant. */
export function needsRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const idsOf = (table: Parameters<typeof listRecords>[1]) =>
    fc.constantFrom(
      ...listRecords(reader, table)
        .slice(0, 5)
        .map(({ id }) => id),
    );
  const surveyId = idsOf('needsSurvey');
  const groupId = idsOf('workingGroup');
  const organisationId = idsOf('organisation');
  const format = fc.constantFrom('xlsx', 'ods');
  const day = fc.constantFrom(null, '2017-06-22');
  const party = fc.record({ organisationId, role: fc.constantFrom('', 'Partenaire') });
  return {
    'needs:surveys': fc.record({ groupId }),
    'needs:counts': fc.record({ surveyId }),
    'needs:need': fc.record({ id: idsOf('need') }),
    'needs:buyers': fc.record({ surveyId, text: fc.constantFrom('', 'service') }),
    'needs:writeForm': fc.record({ surveyId, format, grant }),
    'needs:askBuyers': fc.record({
      surveyId,
      organisationIds: fc.array(organisationId, { minLength: 1, maxLength: 3 }),
      askedOn: receivedOn,
      format,
      grant,
    }),
    'needs:readForms': fc.record({ surveyId, receivedOn, grants: fc.tuple(grant) }),
    'activities:activity': fc.record({ id: idsOf('activity') }),
    'activities:agreement': fc.record({ id: idsOf('agreement') }),
    'activities:practice': fc.record({ id: idsOf('goodPractice') }),
    'activities:values': fc.record({ groupId }),
    'activities:create': fc.record({
      groupId,
      title: fc.constantFrom('Atelier', 'Visite'),
      startsOn: day,
      agreementId: idsOf('agreement'),
      organiserId: organisationId,
      partners: fc.array(party, { maxLength: 2 }),
    }),
    'activities:createAgreement': fc.record({
      groupId,
      name: fc.constantFrom('Convention', 'Avenant'),
      signedOn: day,
      parties: fc.array(party, { maxLength: 2 }),
    }),
    'activities:addFigure': fc.record({
      activityId: idsOf('activity'),
      indicatorId: idsOf('indicator'),
      asOfOn: receivedOn,
      value: fc.nat(100),
    }),
  };
}

/** Puts a filled form where the grant leads, and asks to take it in. */
export function needsTaken(
  session: StoreSession,
  path: string,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const [survey] = listRecords(session.reader, 'needsSurvey');
  if (survey === undefined) return {};
  const about = { surveyId: survey.id, formId: 'essai', organisationId: '' };
  const sheet = utils.aoa_to_sheet([
    [markOf(about), survey.title],
    [headCode('buyer'), 'Nom', 'Une mairie'],
    [needCode(1), '1', 'Un besoin'],
  ]);
  const book = { SheetNames: ['Besoins'], Sheets: { Besoins: sheet } };
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array; // what that type gives
  writeFileSync(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = fc.record({ grant, sha256: fc.constantFrom(sha256, '0') });
  return {
    'needs:takeForms': fc.record({
      surveyId: fc.constant(survey.id),
      receivedOn,
      files: fc.array(file, { minLength: 1, maxLength: 2 }),
    }),
  };
}
