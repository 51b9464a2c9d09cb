import { createHash } from 'node:crypto';

import type { ReadableDb } from '#sql/sql.ts';

import type { TimetableData } from './data.ts';
import { timetableData } from './data.ts';
import type { Problem } from './problem.ts';
import type { Candidate } from './weigh.ts';
import { candidatesOf } from './weigh.ts';

/** A timetable to be worked out: the problem for the solver, and what its numbers stand for. */
export interface Formulation {
  readonly data: TimetableData;
  /** In the order of the problem's pairs. */
  readonly candidates: readonly Candidate[];
  /** Organisations, in the order of the problem's parties. */
  readonly organisationIds: readonly string[];
  readonly problem: Problem;
  /** Changes whenever anything does that the timetable depends on. */
  readonly fingerprint: string;
}

/** A planned meeting is moved only where that is worth more than two of the strongest meetings. */
const CHANGE_COST = 2;

/**
 * Puts an event's timetable as a problem for the solver.
 * @param mode `steady`: planned meetings that could stay cost something to move or drop
 * @throws DataError `record.notFound`
 */
export function formulate(db: ReadableDb, eventId: string, mode: 'anew' | 'steady'): Formulation {
  const data = timetableData(db, eventId);
  const candidates = candidatesOf(db, data);
  const parties = data.participants.filter(({ record }) => !record.isWithdrawn);
  const placeOf = new Map(parties.map(({ organisationId }, index) => [organisationId, index]));
  const withWish = new Set(data.wishes.map(({ fromOrganisationId }) => fromOrganisationId));
  const isKept = mode === 'steady';
  const strongest = Math.max(1, ...candidates.map(({ weight }) => weight));
  const problem: Problem = {
    slotCount: data.slots.length,
    tables: data.plan?.tableCount ?? null,
    parties: parties.map(({ organisationId, side, record, stand, min, max, busy }) => ({
      side,
      person: record.personId,
      hasStand: stand !== null,
      min,
      max,
      busy: busy.map(({ slot }) => slot),
      hasWish: withWish.has(organisationId),
    })),
    pairs: candidates.map(({ buyerId, companyId, weight, locked, planned }) => ({
      buyer: placeOf.get(buyerId) ?? -1,
      company: placeOf.get(companyId) ?? -1,
      weight,
      locked,
      planned: isKept ? planned : null,
    })),
    changeCost: isKept ? CHANGE_COST * strongest : 0,
  };
  const basis = {
    slots: data.slots,
    parties: parties.map(({ organisationId, stand }) => [organisationId, stand?.id]),
    problem: {
      ...problem,
      changeCost: 0,
      pairs: problem.pairs.map((pair) => ({ ...pair, planned: null })),
    },
    candidates: candidates.map(({ meeting, planned }) => [meeting?.id, planned]),
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(basis)).digest('hex');
  return {
    data,
    candidates,
    organisationIds: parties.map(({ organisationId }) => organisationId),
    problem,
    fingerprint,
  };
}
