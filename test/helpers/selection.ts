import type { ChannelRequest } from '#contract/channels.ts';
import { selectionFilters } from '#contract/selection.channels.ts';
import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord } from '#domain/registry.ts';
import { runOperation } from '#journal/operation.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { phasesOf } from '#repositories/selection.repo.ts';
import { createRecord } from '#services/records.ts';
import { board } from '#services/selection/board.ts';
import { createCall } from '#services/selection/method.ts';
import { move } from '#services/selection/move.ts';
import { release } from '#services/selection/release.ts';
import { groupStore } from '#test/stores.ts';

export const speaker = { author: 'Essai', translate: createTranslator('fr').t };
export const noFilters = selectionFilters.parse({});

/** What a move leaves unsaid. */
export const noDetail = {
  exclusionReasonId: null,
  reason: null,
  decidedOn: null,
  decidedById: null,
  skipsRefused: false,
} as const;

/** A store with a call by the built-in method, closing on 30 June 2017. */
export function selectionStore() {
  const { session } = groupStore('Groupe');
  const make = <N extends EntityName>(table: N, values: NewRecord<N>): Id<N> =>
    createRecord(session, speaker, table, values).value;
  const [group] = listRecords(session.reader, 'workingGroup');
  if (group === undefined) throw new Error('made with the store');
  const request: ChannelRequest<'selection:createCall'> = {
    workingGroupId: group.id,
    title: 'AMI d’essai',
    description: null,
    agreementId: null,
    eventId: null,
    opensOn: '2017-05-01',
    closesOn: '2017-06-30',
    partnerIds: [],
    segmentIds: [],
  };
  const callId = createCall(session, speaker, request).value;
  const phases = phasesOf(session.reader, callId);
  const [triage, committee, final] = phases;
  if (triage === undefined || committee === undefined || final === undefined) {
    throw new Error('the method has three phases');
  }
  const reasons = listRecords(session.reader, 'exclusionReason', { callId }, ['position']);
  /** Applications of as many companies, received day after day from 1 June. */
  const apply = (count: number, of: Id<'callForInterest'> = callId): Id<'application'>[] => {
    const before = listRecords(session.reader, 'application', { callId: of }).length;
    const numbers = Array.from({ length: count }, (_, index) => before + index + 1);
    const { value } = runOperation(
      session.writer(),
      { author: speaker.author, reason: { key: 'create', params: { table: 'application' } } },
      (op) => {
        const organisations = op.insertMany(
          'organisation',
          numbers.map((number) => ({
            values: {
              name: `Entreprise ${number}`,
              kind: 'company' as const,
              departementCode: number % 3 === 0 ? '62' : '59',
            },
          })),
        );
        return op.insertMany(
          'application',
          organisations.map((organisationId, index) => {
            const number = before + index + 1;
            return {
              values: {
                callId: of,
                organisationId,
                number,
                title: `Solution ${number}`,
                receivedOn: number % 10 === 0 ? '2017-07-02' : '2017-06-12',
                isComplete: number % 7 !== 0,
                maturity: number % 2 === 0 ? ('pilot' as const) : null,
              },
            };
          }),
        );
      },
    );
    return value;
  };
  return {
    session,
    db: session.reader,
    make,
    group,
    callId,
    phases,
    triage,
    committee,
    final,
    reasons,
    apply,
  };
}

type Store = ReturnType<typeof selectionStore>;
type Ids = readonly Id<'application'>[];

const plain = { note: null, releasedById: null } as const;

export function decide(
  { session }: Store,
  phaseId: Id<'phase'>,
  applicationIds: Ids,
  outcome: 'nextPhase' | 'pitch' | 'stand' | 'reserve' | 'notRetained' | 'excluded' | null,
  more: Partial<typeof noDetail> | object = {},
) {
  const ids = [...applicationIds];
  return move(session, speaker, { ...noDetail, phaseId, applicationIds: ids, outcome, ...more });
}

export const announce = ({ session }: Store, phaseId: Id<'phase'>, acceptsWarnings = false) =>
  release(session, speaker, { ...plain, phaseId, acceptsWarnings });

export const gaugeAt = async ({ db, callId }: Store, phaseId: string) => {
  const shown = await board(db, {
    callId,
    filters: noFilters,
    cardsPerColumn: 0,
    withScores: false,
  });
  const found = shown.phases.find(({ id }) => id === phaseId)?.gauge;
  if (found === undefined) throw new Error('a phase of the call');
  return found;
};

/** 90 responses up to the committee's outcome: 24 excluded, 30 invited, 6 in reserve, 30 refused. */
export function upToCommittee(store: Store): Ids {
  const ids = store.apply(90);
  const { triage, committee, reasons } = store;
  reasons.forEach((reason, index) => {
    decide(store, triage.id, ids.slice(index * 8, index * 8 + 8), 'excluded', {
      exclusionReasonId: reason.id,
    });
  });
  decide(store, triage.id, ids.slice(24), 'nextPhase');
  announce(store, triage.id);
  decide(store, committee.id, ids.slice(24, 54), 'nextPhase');
  decide(store, committee.id, ids.slice(54, 60), 'reserve');
  decide(store, committee.id, ids.slice(60), 'notRetained', { reason: 'Besoin trop peu exprimé.' });
  return ids;
}
