import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { phasesOf } from '#repositories/selection.repo.ts';
import { createRecord } from '#services/records.ts';
import { createCall } from '#services/selection/method.ts';
import { move } from '#services/selection/move.ts';
import { release } from '#services/selection/release.ts';
import type { StoreSession } from '#services/session.ts';

const by = { author: 'Essai', translate: createTranslator('fr').t };

const blank = {
  description: null,
  agreementId: null,
  eventId: null,
  opensOn: '2018-01-10',
  closesOn: '2018-03-01',
  partnerIds: [],
  segmentIds: [],
};

/** A call under way beside that of the example, whose decisions are all released. */
function callUnderWay(session: StoreSession, workingGroupId: Id<'workingGroup'>) {
  const newCall = (title: string) =>
    createCall(session, by, { ...blank, workingGroupId, title }).value;
  const callId = newCall('AMI en cours');
  const organisations = listRecords(session.reader, 'organisation').slice(0, 12);
  const applications = organisations.map(
    ({ id: organisationId }, index) =>
      createRecord(session, by, 'application', {
        callId,
        organisationId,
        number: index + 1,
        title: `Réponse ${index + 1}`,
        receivedOn: '2018-02-01',
      } satisfies NewRecord<'application'>).value,
  );
  const phases = phasesOf(session.reader, callId).map(({ id }) => id);
  const [triage, committee] = phases;
  if (triage === undefined || committee === undefined) throw new Error('made with the call');
  const said = {
    exclusionReasonId: null,
    reason: null,
    decidedOn: null,
    decidedById: null,
    skipsRefused: false,
  };
  const passed = applications.slice(0, 8);
  move(session, by, { ...said, phaseId: triage, applicationIds: passed, outcome: 'nextPhase' });
  release(session, by, { phaseId: triage, note: null, releasedById: null, acceptsWarnings: true });
  move(session, by, {
    ...said,
    phaseId: committee,
    applicationIds: passed.slice(0, 4),
    outcome: 'reserve',
  });
  const inPreparation = newCall('AMI en préparation');
  return {
    callId,
    inPreparation,
    applications,
    phases,
    triage,
    committee,
    reserve: passed.slice(0, 4),
  };
}

/** Requests about calls and their selection that the open store would grant. */
export function selectionRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const [group] = listRecords(reader, 'workingGroup');
  const [released] = listRecords(reader, 'callForInterest');
  if (group === undefined || released === undefined) return {};
  const { callId, inPreparation, applications, phases, triage, committee, reserve } = callUnderWay(
    session,
    group.id,
  );
  const calls = fc.constantFrom(released.id, callId);
  const known = listRecords(reader, 'application', { callId: released.id }, ['number']);
  const anyApplication = fc.constantFrom(
    ...known.slice(0, 20).map(({ id }) => id),
    ...applications,
  );
  const own = fc.constantFrom(...applications);
  const reasons = listRecords(reader, 'exclusionReason', { callId }).map(({ id }) => id);
  const filters = fc.record(
    {
      text: fc.constantFrom('', 'solution', '%_', '12'),
      segmentIds: fc.subarray([
        null,
        ...listRecords(reader, 'purchaseSegment').map(({ id }) => id),
      ]),
      departementCodes: fc.subarray([null, '59', '62']),
      maturities: fc.subarray([null, 'marketed', 'idea']),
      states: fc.subarray(['late', 'incomplete', 'duplicate', 'withdrawn']),
    },
    { requiredKeys: [] },
  );
  const verdict = {
    phaseId: fc.constantFrom(...phases),
    outcome: fc.constantFrom('nextPhase', 'reserve', 'notRetained', 'excluded', 'pitch', null),
    exclusionReasonId: fc.constantFrom(null, ...reasons),
    reason: fc.constantFrom(null, 'Motif.'),
    decidedOn: fc.constantFrom(null, '2018-03-05'),
  };
  const several = { ...verdict, applicationIds: fc.subarray(applications, { minLength: 1 }) };
  const phase = {
    id: fc.constant(null),
    name: fc.constant('Phase'),
    kind: fc.constantFrom('triage', 'committee', 'finalSelection', 'placement'),
    keptOutcome: fc.constantFrom('nextPhase', 'pitch', 'stand'),
    otherOutcome: fc.constantFrom('notRetained', 'stand', 'reserve'),
    quotaMin: fc.constantFrom(null, 3),
  };
  const criteria = listRecords(reader, 'criterion', { phaseId: committee });
  return {
    'selection:calls': fc.constantFrom({}, { workingGroupId: group.id }),
    'selection:call': fc.record({ id: calls }),
    'selection:createCall': fc.record({
      workingGroupId: fc.constant(group.id),
      title: fc.constantFrom('AMI', '  AMI 2018 '),
      opensOn: fc.constantFrom(null, '2018-01-10'),
      closesOn: fc.constantFrom(null, '2018-03-01', '2017-01-01'),
      segmentIds: fc.subarray(listRecords(reader, 'purchaseSegment').map(({ id }) => id)),
    }),
    'selection:saveMethod': fc.record({
      callId: fc.constantFrom(callId, inPreparation),
      phases: fc.tuple(
        fc.record({ ...phase, key: fc.constant('a'), afterKey: fc.constantFrom(null, 'b') }),
        fc.record({ ...phase, key: fc.constant('b'), afterKey: fc.constantFrom('a', 'b') }),
      ),
    }),
    'selection:board': fc.record({
      callId: calls,
      filters,
      cardsPerColumn: fc.nat(50),
      withScores: fc.boolean(),
    }),
    'selection:cards': fc.record({
      callId: calls,
      filters,
      column: fc.constantFrom(
        'withdrawn',
        `pending:${committee}`,
        `reserve:${committee}`,
        'nowhere',
      ),
      offset: fc.nat(10),
      limit: fc.integer({ min: 1, max: 50 }),
    }),
    'selection:application': fc.record({ id: anyApplication }),
    'selection:compare': fc.record({
      ids: fc.uniqueArray(anyApplication, { minLength: 2, maxLength: 4 }),
    }),
    'selection:triage': fc.record({
      phaseId: fc.constantFrom(triage, committee),
      filters,
      afterId: fc.option(own, { nil: null }),
    }),
    'selection:previewMove': fc.record(several),
    'selection:move': fc.record({ ...several, skipsRefused: fc.boolean() }),
    'selection:decide': fc.record({ ...verdict, applicationId: own, filters }),
    'selection:rerank': fc
      .shuffledSubarray(reserve, { minLength: reserve.length })
      .map((applicationIds) => ({ phaseId: committee, applicationIds })),
    'selection:previewRelease': fc.record({ phaseId: fc.constantFrom(...phases) }),
    'selection:release': fc.record({
      phaseId: fc.constantFrom(...phases),
      acceptsWarnings: fc.boolean(),
    }),
    'selection:except': fc.record({
      applicationId: own,
      phaseId: fc.constant(triage),
      outcome: fc.constantFrom('notRetained', 'nextPhase', 'excluded'),
      exclusionReasonId: fc.constantFrom(null, ...reasons),
      reason: fc.constant('Erreur matérielle.'),
    }),
    'selection:previewWithdrawal': fc.record({ applicationId: anyApplication }),
    'selection:withdraw': fc.record({
      applicationId: own,
      withdrawnOn: fc.constant('2018-03-10'),
      promoteNext: fc.boolean(),
    }),
    'selection:markDuplicate': fc.record({
      applicationId: own,
      duplicateOfId: fc.option(own, { nil: null }),
    }),
    'selection:whatIf': fc.record({
      phaseId: fc.constantFrom(committee, ...phasesOf(reader, released.id).map(({ id }) => id)),
      quota: fc.constantFrom(null, 0, 9),
      threshold: fc.constantFrom(null, 2.5),
      weights: fc.constantFrom(
        {},
        Object.fromEntries(criteria.map(({ id }) => [id, 0])),
        Object.fromEntries(criteria.map(({ id }) => [id, 2])),
      ),
      normalises: fc.constantFrom(null, true),
      aggregation: fc.constantFrom(null, 'median'),
    }),
    'selection:history': fc.record({
      callId: calls,
      applicationId: fc.option(anyApplication, { nil: null }),
      offset: fc.nat(5),
      limit: fc.integer({ min: 1, max: 200 }),
    }),
    'selectionPapers:letters': fc.record({
      callId: calls,
      includesProvisional: fc.boolean(),
      outcome: fc.constantFrom(null, 'pitch', 'reserve', 'excluded'),
      offset: fc.nat(5),
      limit: fc.nat(50),
    }),
    'selectionPapers:preview': fc.record({
      applicationId: anyApplication,
      subject: fc.constantFrom('', 'Votre réponse n° {numero}'),
      body: fc.constantFrom('{motif}', '{inconnu} {', 'Madame, Monsieur,'),
    }),
    'selectionPapers:makeLetters': fc.record({
      callId: calls,
      outcomes: fc.constantFrom(null, ['pitch'], ['notRetained']),
      format: fc.constantFrom('docx', 'odt'),
      skipsProblems: fc.boolean(),
      today: fc.constant('2017-11-01'),
      grant: fc.constant('granted'),
    }),
    'selectionPapers:export': fc.record({
      callId: calls,
      paper: fc.constantFrom('report', 'statistics', 'eventList'),
      format: fc.constantFrom('docx', 'html', 'xlsx'),
      today: fc.constant('2017-11-01'),
      grant: fc.constant('granted'),
    }),
    'selection:statistics': fc.record({
      callId: calls,
      asOfOn: fc.constantFrom(null, '2017-06-30'),
    }),
  };
}
