import type { ChannelRequest } from '#contract/channels.ts';
import type {
  DroppedMeeting,
  Obstacle,
  ProposedMeeting,
  TimetableProposal,
} from '#contract/timetable.channels.ts';
import type { StoreSession } from '#services/session.ts';

import { clashesOf, isImpossible, placedOf } from './clashes.ts';
import { isFixed, isInForce } from './data.ts';
import type { Impossibility } from './diagnose.ts';
import type { Formulation } from './formulate.ts';
import { formulate } from './formulate.ts';
import type { Timetable } from './problem.ts';
import { possibleSlots } from './problem.ts';
import type { SolverAnswer } from './protocol.ts';
import { solveInThread } from './solver-thread.ts';
import { assignTables } from './tables.ts';

interface SolveContext {
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
}

/** What a timetable made of pairs and slots means for people. */
export function proposedMeetings(
  { data, candidates, problem }: Formulation,
  timetable: Timetable,
): ProposedMeeting[] {
  const chosen = [...timetable]
    .flatMap(([pair, slot]) => {
      const candidate = candidates[pair];
      return candidate === undefined ? [] : [{ candidate, slot }];
    })
    .toSorted((a, b) => a.slot - b.slot || b.candidate.weight - a.candidate.weight);
  const standOf = (id: string) => data.byOrganisation.get(id)?.stand ?? null;
  const atTables = chosen.filter(({ candidate }) => standOf(candidate.companyId) === null);
  const tables = assignTables(
    atTables.map(({ candidate: { companyId, meeting, planned }, slot }) => ({
      companyId,
      slot,
      table: planned === slot ? (meeting?.tableNumber ?? null) : null,
    })),
    problem.tables ?? 0,
  );
  const tableOf = new Map(atTables.map((one, index) => [one, tables[index] ?? null]));
  return chosen.map((one): ProposedMeeting => {
    const { candidate, slot } = one;
    const { meeting, planned, locked, buyerId, companyId } = candidate;
    const stand = standOf(companyId);
    const wasPlanned = meeting !== null && isInForce(meeting);
    const isKept = wasPlanned && planned === slot;
    return {
      meetingId: meeting?.id ?? null,
      buyerId,
      buyerName: data.names.get(buyerId) ?? '',
      companyId,
      companyName: data.names.get(companyId) ?? '',
      needId: candidate.needId,
      needTitle: candidate.needTitle,
      offerId: candidate.offerId,
      offerTitle: candidate.offerTitle,
      slot,
      startsAt: data.slots[slot]?.startsAt ?? '',
      standId: stand?.id ?? null,
      standNumber: stand?.number ?? null,
      tableNumber: tableOf.get(one) ?? null,
      isLocked: locked !== null,
      change: isKept ? 'kept' : wasPlanned ? 'moved' : 'added',
      movedFrom: wasPlanned && !isKept ? meeting.startsAt : null,
      weight: candidate.weight,
      basis: candidate.basis,
    };
  });
}

function droppedMeetings(
  { data, candidates, problem }: Formulation,
  timetable: Timetable,
): DroppedMeeting[] {
  const possible = possibleSlots(problem);
  const pairOf = new Map(candidates.map(({ meeting }, pair) => [meeting?.id, pair]));
  const nameOf = (id: string): string => data.names.get(id) ?? '';
  const isOut = (id: string): boolean => data.byOrganisation.get(id)?.record.isWithdrawn !== false;
  return data.meetings
    .filter((meeting) => isInForce(meeting) && !isFixed(meeting))
    .flatMap((meeting): DroppedMeeting[] => {
      const pair = pairOf.get(meeting.id);
      if (pair !== undefined && timetable.has(pair)) return [];
      const { id, buyerId, companyId, startsAt } = meeting;
      const isPossible = pair !== undefined && (possible[pair]?.length ?? 0) > 0;
      const isWithdrawn = isOut(buyerId) || isOut(companyId);
      return [
        {
          meetingId: id,
          buyerName: nameOf(buyerId),
          companyName: nameOf(companyId),
          startsAt,
          cause: isWithdrawn ? 'withdrawn' : isPossible ? 'outweighed' : 'impossible',
        },
      ];
    });
}

/** Why no timetable is to be worked out at all, or none could be, before the solver is asked. */
function plainObstacles({ data, candidates, problem }: Formulation): Obstacle[] {
  if (data.slots.length === 0) return [{ kind: 'noSlots' }];
  if (problem.parties.length === 0) return [{ kind: 'noParticipants' }];
  const locked = placedOf(data, data.meetings.filter(isFixed));
  const clashes = clashesOf(data, locked).filter(isImpossible);
  if (clashes.length > 0) return clashes.map((clash) => ({ kind: 'locked', clash }));
  return candidates.length === 0 ? [{ kind: 'noPairs' }] : [];
}

function obstacleOf({ data, organisationIds, problem }: Formulation, why: Impossibility): Obstacle {
  const named = (party: number) => {
    const organisationId = organisationIds[party] ?? '';
    const name = data.names.get(organisationId) ?? '';
    return { organisationId, name, minimum: problem.parties[party]?.min ?? 0 };
  };
  if (why.kind === 'minimum') {
    const { party, reachable, partners, freeSlots } = why;
    return { kind: 'minimum', ...named(party), reachable, partners, freeSlots };
  }
  const participants = [...why.short].map(([party, missing]) => {
    const one = named(party);
    return { ...one, reached: one.minimum - missing };
  });
  return {
    kind: 'minimaTogether',
    participants,
    missing: [...why.short.values()].reduce((sum, missing) => sum + missing, 0),
    relievedBy: [...why.relievedBy],
  };
}

function leftOut({ data, candidates, problem }: Formulation, timetable: Timetable) {
  const meets = new Set<string>();
  for (const pair of timetable.keys()) {
    const candidate = candidates[pair];
    if (candidate === undefined) continue;
    meets.add(candidate.buyerId).add(candidate.companyId);
  }
  const wishesOf = (id: string): number =>
    data.wishes.filter(({ fromOrganisationId }) => fromOrganisationId === id).length;
  return problem.parties.length === 0
    ? []
    : data.participants
        .filter(({ organisationId, record }) => !record.isWithdrawn && !meets.has(organisationId))
        .map(({ organisationId, name }) => ({
          organisationId,
          name,
          wishes: wishesOf(organisationId),
        }))
        .filter(({ wishes }) => wishes > 0);
}

function wishesGranted({ data, candidates }: Formulation, timetable: Timetable) {
  const met = new Set<string>();
  for (const pair of timetable.keys()) {
    const candidate = candidates[pair];
    if (candidate === undefined) continue;
    met.add(`${candidate.buyerId} ${candidate.companyId}`);
    met.add(`${candidate.companyId} ${candidate.buyerId}`);
  }
  const isGranted = (wish: { fromOrganisationId: string; toOrganisationId: string }): boolean =>
    met.has(`${wish.fromOrganisationId} ${wish.toOrganisationId}`);
  return { made: data.wishes.length, granted: data.wishes.filter(isGranted).length };
}

/** Distance of the bound from what was found, as a part of it. */
export function gapOf(objective: number, bound: number | null): number | null {
  return bound === null ? null : Math.max(0, bound - objective) / Math.max(1, Math.abs(objective));
}

function proposalOf(formulation: Formulation, answer: SolverAnswer): TimetableProposal {
  const { solution, impossible, solver } = answer;
  const { status, timetable, objective, bound, seconds } = solution;
  const hasTimetable = status === 'optimal' || status === 'feasible';
  return {
    status,
    objective: hasTimetable ? objective : null,
    bound: hasTimetable ? bound : null,
    gap: hasTimetable ? gapOf(objective, bound) : null,
    seconds,
    solver,
    pairs: formulation.candidates.length,
    meetings: hasTimetable ? proposedMeetings(formulation, timetable) : [],
    dropped: hasTimetable ? droppedMeetings(formulation, timetable) : [],
    obstacles: impossible.map((why) => obstacleOf(formulation, why)),
    leftOut: hasTimetable ? leftOut(formulation, timetable) : [],
    wishes: wishesGranted(formulation, timetable),
    fingerprint: formulation.fingerprint,
  };
}

/**
 * Works out a timetable in a thread of its own; nothing is written.
 * @throws DataError `record.notFound`; AppError `timetable.solverStopped`; the signal's reason
 */
export async function proposeTimetable(
  session: StoreSession,
  { signal, progress }: SolveContext,
  { id, mode, seconds }: ChannelRequest<'timetable:solve'>,
): Promise<TimetableProposal> {
  const formulation = formulate(session.reader, id, mode);
  const obstacles = plainObstacles(formulation);
  const { problem, fingerprint } = formulation;
  if (obstacles.length > 0) {
    return {
      status: 'infeasible',
      objective: null,
      bound: null,
      gap: null,
      seconds: 0,
      solver: '',
      pairs: formulation.candidates.length,
      meetings: [],
      dropped: [],
      obstacles,
      leftOut: [],
      wishes: wishesGranted(formulation, new Map()),
      fingerprint,
    };
  }
  progress('timetable', 0, seconds);
  const onProgress = ({ seconds: done }: { readonly seconds: number }): void =>
    progress('timetable', Math.min(seconds, Math.round(done * 10) / 10), seconds);
  const answer = await solveInThread({ problem, seconds, signal, onProgress });
  return proposalOf(formulation, answer);
}
