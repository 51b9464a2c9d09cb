import type { RecordRef } from '#documents/model.ts';
import type { CallData, CountData, OutcomeKey } from '#documents/reports/data.ts';
import { outcomeKeys } from '#documents/reports/data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';

import type { Gathering } from './context.ts';
import { ref } from './context.ts';

type Call = RecordOf<'callForInterest'>;
type Application = RecordOf<'application'>;
type Decision = RecordOf<'phaseDecision'>;
type Phase = RecordOf<'phase'>;

interface Selection {
  readonly applications: readonly Application[];
  readonly phases: readonly Phase[];
  /** Decisions released and taken by the report's date, in the order of the phases. */
  readonly decisions: readonly Decision[];
  readonly withdrawn: ReadonlySet<string>;
}

function selectionOf(g: Gathering, call: Call): Selection {
  const { db, asOfOn } = g;
  const applications = listRecords(db, 'application', { callId: call.id }, ['number']).filter(
    ({ receivedOn }) => receivedOn <= asOfOn,
  );
  const known = new Set<string>(applications.map(({ id }) => id));
  const phases = listRecords(db, 'phase', { callId: call.id }, ['position']);
  const decisions = phases
    .flatMap((phase) => listRecords(db, 'phaseDecision', { phaseId: phase.id }))
    .filter(
      ({ applicationId, isReleased, decidedOn }) =>
        isReleased && known.has(applicationId) && (decidedOn === null || decidedOn <= asOfOn),
    );
  const withdrawn = listRecords(db, 'withdrawal').filter(
    ({ applicationId, withdrawnOn }) => known.has(applicationId) && withdrawnOn <= asOfOn,
  );
  return {
    applications,
    phases,
    decisions,
    withdrawn: new Set(withdrawn.map(({ applicationId }) => applicationId)),
  };
}

const applicationRefs = (ids: readonly string[]): RecordRef[] =>
  ids.map((id) => ref('application', id));

const counted = (label: string, ids: readonly string[]): CountData => ({
  label,
  count: ids.length,
  records: applicationRefs(ids),
});

const OUTCOMES: Readonly<Record<Decision['outcome'], OutcomeKey>> = {
  nextPhase: 'inProgress',
  pitch: 'pitch',
  stand: 'stand',
  reserve: 'reserve',
  notRetained: 'notRetained',
  excluded: 'excluded',
};

function outcomesOf(selection: Selection): CallData['outcomes'] {
  const last = new Map<string, Decision>();
  for (const decision of selection.decisions) last.set(decision.applicationId, decision);
  const byKey = new Map<OutcomeKey, string[]>();
  for (const { id } of selection.applications) {
    const decision = last.get(id);
    const decided = decision === undefined ? 'pending' : OUTCOMES[decision.outcome];
    const key = selection.withdrawn.has(id) ? 'withdrawn' : decided;
    byKey.set(key, [...(byKey.get(key) ?? []), id]);
  }
  return outcomeKeys.flatMap((key) => {
    const ids = byKey.get(key);
    return ids === undefined ? [] : [{ key, ...counted('', ids) }];
  });
}

/** A placement only shares out those already kept, so it is no stage of the funnel. */
function stagesOf({ phases, decisions }: Selection): CountData[] {
  return phases
    .filter(({ id, kind }) => kind !== 'placement' && decisions.some((d) => d.phaseId === id))
    .map((phase) => {
      const kept = decisions.filter(
        ({ phaseId, outcome }) => phaseId === phase.id && outcome === phase.keptOutcome,
      );
      return counted(
        phase.name,
        kept.map(({ applicationId }) => applicationId),
      );
    });
}

/** Whether the call was alive in the report's year: open, answered, or deciding. */
function isOfYear(
  g: Gathering,
  call: Call,
  { applications, phases, decisions }: Selection,
): boolean {
  const days = [
    call.opensOn,
    call.closesOn,
    ...applications.map(({ receivedOn }) => receivedOn),
    ...phases.map(({ deadlineOn }) => deadlineOn),
    ...decisions.map(({ decidedOn }) => decidedOn),
  ].filter((day) => day !== null);
  if (days.length === 0) return call.status !== 'draft';
  return days.some((day) => day.startsWith(String(g.year))) && (call.opensOn ?? '') <= g.asOfOn;
}

/** Calls of the group in the report's year, each with its method and its funnel. */
export function calls(g: Gathering): CallData[] {
  return listRecords(g.db, 'callForInterest', { workingGroupId: g.groupId }, ['opensOn', 'title'])
    .map((call) => ({ call, selection: selectionOf(g, call) }))
    .filter(({ call, selection }) => isOfYear(g, call, selection))
    .map(({ call, selection }) => {
      const { applications, phases, decisions } = selection;
      const reasons = listRecords(g.db, 'exclusionReason', { callId: call.id }, ['position']);
      return {
        id: call.id,
        title: call.title,
        eventId: call.eventId,
        phases: phases.map(({ id, name, description, deadlineOn, quotaMin, quotaMax }) => ({
          id,
          name,
          description,
          deadlineOn,
          quotaMin,
          quotaMax,
        })),
        exclusionReasons: reasons.map(({ title }) => title),
        received: counted(
          '',
          applications.map(({ id }) => id),
        ),
        stages: stagesOf(selection),
        outcomes: outcomesOf(selection),
        exclusions: reasons
          .map(({ id, title }) =>
            counted(
              title,
              decisions
                .filter(({ exclusionReasonId }) => exclusionReasonId === id)
                .map(({ applicationId }) => applicationId),
            ),
          )
          .filter(({ count }) => count > 0),
        isFictitious: applications.some(({ isFictitious }) => isFictitious),
      };
    });
}
