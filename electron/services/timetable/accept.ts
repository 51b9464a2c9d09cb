import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Translate } from '#platform/translate.ts';
import { basisInWords } from '#contract/basis-words.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import type { Placed } from './clashes.ts';
import { clashesOf, isImpossible } from './clashes.ts';
import { isFixed, isInForce, slotOf } from './data.ts';
import type { Formulation } from './formulate.ts';
import { formulate } from './formulate.ts';
import type { Candidate } from './weigh.ts';

type Request = ChannelRequest<'timetable:accept'>;
type Chosen = Request['meetings'][number];

export interface Accepted {
  readonly added: number;
  readonly moved: number;
  readonly kept: number;
  readonly dropped: number;
}

const keyOf = (buyerId: string, companyId: string): string => `${buyerId} ${companyId}`;

function placed({ data }: Formulation, chosen: readonly Chosen[]): Placed[] {
  return chosen.map(({ meetingId, buyerId, companyId, slot, tableNumber }) => {
    const at = data.slots[slot];
    if (at === undefined) throw new AppError('timetable.noSuchSlot');
    return {
      id: meetingId,
      buyerId,
      companyId,
      from: at.from,
      to: at.to,
      tableNumber,
      isFixed: false,
    };
  });
}

/** What is asked for must still be what was proposed, and must hold by itself. */
function check(formulation: Formulation, { fingerprint, meetings }: Request): void {
  const { data, candidates } = formulation;
  if (data.plan === null) throw new AppError('timetable.noPlan');
  if (formulation.fingerprint !== fingerprint) throw new AppError('timetable.stale');
  const known = new Map(candidates.map((one) => [keyOf(one.buyerId, one.companyId), one]));
  for (const { buyerId, companyId, meetingId } of meetings) {
    const candidate = known.get(keyOf(buyerId, companyId));
    if (candidate === undefined || (candidate.meeting?.id ?? null) !== meetingId) {
      throw new AppError('timetable.stale');
    }
  }
  const isThere = new Map(meetings.map((one) => [keyOf(one.buyerId, one.companyId), one.slot]));
  for (const { buyerId, companyId, locked } of candidates) {
    if (locked !== null && isThere.get(keyOf(buyerId, companyId)) !== locked) {
      throw new AppError('timetable.stale');
    }
  }
  const clash = clashesOf(data, placed(formulation, meetings)).find(isImpossible);
  if (clash !== undefined) throw clashError(clash);
}

/** A clash as the refusal a person reads. */
export function clashError(clash: {
  kind: string;
  name: string;
  startsAt: string | null;
}): AppError {
  const { kind, name, startsAt } = clash;
  return new AppError('timetable.clash', { kind, name, startsAt: startsAt ?? '' });
}

function valuesOf(
  { data }: Formulation,
  candidate: Candidate,
  chosen: Chosen,
  t: Translate,
): Pick<
  NewRecord<'b2bMeeting'>,
  'startsAt' | 'durationMinutes' | 'place' | 'standId' | 'tableNumber' | 'status'
> & { readonly score: number; readonly reason: string | null } {
  const stand = data.byOrganisation.get(chosen.companyId)?.stand ?? null;
  const reason = basisInWords(t, candidate.basis);
  return {
    startsAt: data.slots[chosen.slot]?.startsAt ?? null,
    durationMinutes: data.plan?.slotMinutes ?? null,
    place: stand?.place ?? data.plan?.place ?? null,
    standId: stand?.id ?? null,
    tableNumber: stand === null ? chosen.tableNumber : null,
    status: 'planned',
    score: candidate.weight,
    reason: reason === '' ? null : reason,
  };
}

/** Planned meetings that the new timetable has no place for: asked for still, without a time. */
function dropOthers(op: Operation, { data }: Formulation, kept: ReadonlySet<string>): number {
  const dropped = data.meetings.filter(
    (meeting) => isInForce(meeting) && !isFixed(meeting) && !kept.has(meeting.id),
  );
  op.updateMany(
    'b2bMeeting',
    dropped.map(({ id }) => id),
    { status: 'wished', startsAt: null, tableNumber: null },
  );
  return dropped.length;
}

/**
 * Takes a proposed timetable over, as one operation.
 * @throws AppError `timetable.noPlan`, `timetable.stale` when anything it depends on has changed,
 *   `timetable.clash`, `timetable.noSuchSlot`; DataError `record.notFound`
 */
export function acceptTimetable(
  session: StoreSession,
  { author, translate }: Author & { readonly translate: Translate },
  request: Request,
): OperationResult<Accepted> {
  const reason = { key: 'acceptTimetable', params: { count: request.meetings.length } };
  return runOperation(session.writer(), { author, reason }, (op): Accepted => {
    const formulation = formulate(op.db, request.id, 'steady');
    check(formulation, request);
    const { data, candidates } = formulation;
    const byPair = new Map(candidates.map((one) => [keyOf(one.buyerId, one.companyId), one]));
    const counts = { added: 0, moved: 0, kept: 0 };
    const kept = new Set<string>();
    const added: { values: NewRecord<'b2bMeeting'> }[] = [];
    const changed: { id: Id<'b2bMeeting'>; patch: ReturnType<typeof valuesOf> }[] = [];
    for (const chosen of request.meetings) {
      const candidate = byPair.get(keyOf(chosen.buyerId, chosen.companyId));
      if (candidate === undefined) continue;
      const { meeting, needId, offerId, locked } = candidate;
      const values = valuesOf(formulation, candidate, chosen, translate);
      if (meeting === null) {
        counts.added += 1;
        const { buyerId, companyId } = chosen;
        const links = {
          needId,
          offerId,
        };
        added.push({ values: { eventId: request.id, buyerId, companyId, ...links, ...values } });
        continue;
      }
      kept.add(meeting.id);
      if (!isInForce(meeting)) counts.added += 1;
      else if (slotOf(data.slots, meeting) === chosen.slot) counts.kept += 1;
      else counts.moved += 1;
      // What is fixed stays as it is written, down to its table.
      if (locked === null) changed.push({ id: meeting.id, patch: values });
    }
    op.updateEach('b2bMeeting', changed);
    op.insertMany('b2bMeeting', added);
    const dropped = dropOthers(op, formulation, kept);
    if (data.plan !== null) {
      const { objective, bound } = request;
      op.update('meetingPlan', data.plan.id, {
        objective,
        bound,
        plannedAt: new Date().toISOString(),
      });
    }
    return { ...counts, dropped };
  });
}
