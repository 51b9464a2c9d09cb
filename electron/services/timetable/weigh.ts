import type { MatchBasis } from '#contract/event.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { NeedText, OfferText } from '#repositories/event-planning.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { matcherOf } from '#services/matching/propose.ts';
import type { Matcher } from '#services/matching/score.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Meeting, TimetableData } from './data.ts';
import { isFixed, isInForce, slotOf } from './data.ts';

/** A buyer and a company that might meet, why, and what that weighs. */
export interface Candidate {
  readonly buyerId: string;
  readonly companyId: string;
  readonly needId: string | null;
  readonly needTitle: string | null;
  readonly offerId: string | null;
  readonly offerTitle: string | null;
  readonly basis: MatchBasis;
  readonly weight: number;
  /** The meeting of the two that stands so far, if any. */
  readonly meeting: Meeting | null;
  /** Slot that it keeps whatever happens, and slot in which it stands so far. */
  readonly locked: number | null;
  readonly planned: number | null;
}

/**
 * Whole numbers, so that the solver can prove the best. A match counts by its score, more once it was
 * accepted; a wish by its strength, wishes on both sides more than their sum.
 */
const WEIGHTS = { score: 40, accepted: 20, wish: 15, mutual: 15, known: 10 } as const;
/** Below it, texts have too little in common to bring two people to one table. */
const LEAST_SCORE = 0.35;

const noBasis: MatchBasis = {
  segment: 'none',
  segmentName: null,
  offerSegmentName: null,
  words: [],
  buyerWish: 0,
  companyWish: 0,
};

interface Best {
  readonly needId: string;
  readonly needTitle: string;
  readonly offerId: string;
  readonly offerTitle: string;
  readonly score: number;
  readonly isAccepted: boolean;
  readonly basis: Omit<MatchBasis, 'buyerWish' | 'companyWish'>;
}

const isOver = ({ status }: Meeting): boolean => status === 'held' || status === 'missed';
const keyOf = (buyerId: string, companyId: string): string => `${buyerId} ${companyId}`;
const ACCEPTED: ReadonlySet<RecordOf<'match'>['status']> = new Set([
  'accepted',
  'met',
  'contracted',
]);

/** The best need and offer of each buyer and company; refused ones do not count. */
function bestMatches(db: ReadableDb, matcher: Matcher<NeedText, OfferText>): Map<string, Best> {
  const matches = listRecords(db, 'match');
  const decided = new Map(matches.map((match) => [keyOf(match.needId, match.offerId), match]));
  const best = new Map<string, Best>();
  const consider = (pair: ReturnType<typeof matcher.pair>): void => {
    if (pair === null || pair.need.organisationId === null) return;
    const match = decided.get(keyOf(pair.need.id, pair.offer.id));
    if (match?.status === 'refused') return;
    const key = keyOf(pair.need.organisationId, pair.offer.organisationId);
    const isAccepted = match !== undefined && ACCEPTED.has(match.status);
    const score = Math.min(1, Math.max(0, match?.score ?? pair.score));
    const known = best.get(key);
    const rank = (one: { isAccepted: boolean; score: number }): number =>
      one.score + (one.isAccepted ? 1 : 0);
    if (known !== undefined && rank(known) >= rank({ isAccepted, score })) return;
    best.set(key, {
      needId: pair.need.id,
      needTitle: pair.need.title,
      offerId: pair.offer.id,
      offerTitle: pair.offer.title,
      score,
      isAccepted,
      basis: pair.basis,
    });
  };
  for (const pair of matcher.pairs(LEAST_SCORE)) consider(pair);
  for (const { needId, offerId, status } of matches) {
    if (ACCEPTED.has(status)) consider(matcher.pair(needId, offerId));
  }
  return best;
}

/** Who could meet whom: by matches, wishes, and meetings that were planned or asked for already. */
export function candidatesOf(db: ReadableDb, data: TimetableData): Candidate[] {
  const { participants, byOrganisation, slots, meetings, wishes } = data;
  const present = participants.filter(({ record }) => !record.isWithdrawn);
  const sides = {
    buyer: present.filter(({ side }) => side === 'buyer'),
    company: present.filter(({ side }) => side === 'company'),
  };
  const { matcher, needs, offers } = matcherOf(db, { surveyId: null, eventId: null });
  const best = bestMatches(db, matcher);
  const needTitles = new Map(needs.map(({ id, title }) => [id, title]));
  const offerTitles = new Map(offers.map(({ id, title }) => [id, title]));
  const wishOf = new Map<string, RecordOf<'meetingWish'>>();
  for (const wish of wishes) {
    const key = keyOf(wish.fromOrganisationId, wish.toOrganisationId);
    if ((wishOf.get(key)?.strength ?? 0) < wish.strength) wishOf.set(key, wish);
  }
  const meetingOf = new Map<string, Meeting>();
  const cancelled = new Set<string>();
  for (const meeting of meetings) {
    const key = keyOf(meeting.buyerId, meeting.companyId);
    const known = meetingOf.get(key);
    if (meeting.status === 'cancelled') cancelled.add(key);
    else if (known === undefined || (isInForce(meeting) && !isFixed(known)))
      meetingOf.set(key, meeting);
  }
  const isThere = (id: string, side: 'buyer' | 'company'): boolean => {
    const one = byOrganisation.get(id);
    return one !== undefined && one.side === side && !one.record.isWithdrawn;
  };
  return sides.buyer.flatMap(({ organisationId: buyerId }) =>
    sides.company.flatMap(({ organisationId: companyId }): Candidate[] => {
      const key = keyOf(buyerId, companyId);
      const found = best.get(key);
      const fromBuyer = wishOf.get(key);
      const fromCompany = wishOf.get(keyOf(companyId, buyerId));
      const meeting = meetingOf.get(key) ?? null;
      const isKnown = found ?? fromBuyer ?? fromCompany ?? meeting;
      if (isKnown === null || isKnown === undefined) return [];
      if (meeting === null && cancelled.has(key)) return [];
      // It took place, at a time that nobody wrote down.
      if (meeting !== null && isOver(meeting) && meeting.startsAt === null) return [];
      if (!isThere(buyerId, 'buyer') || !isThere(companyId, 'company')) return [];
      const buyerWish = fromBuyer?.strength ?? 0;
      const companyWish = fromCompany?.strength ?? 0;
      const weight =
        Math.round(WEIGHTS.score * (found?.score ?? 0)) +
        (found?.isAccepted === true ? WEIGHTS.accepted : 0) +
        WEIGHTS.wish * (buyerWish + companyWish) +
        (buyerWish > 0 && companyWish > 0 ? WEIGHTS.mutual : 0) +
        (meeting === null ? 0 : WEIGHTS.known);
      const needId =
        found?.needId ?? meeting?.needId ?? fromBuyer?.needId ?? fromCompany?.needId ?? null;
      const offerId =
        found?.offerId ?? meeting?.offerId ?? fromBuyer?.offerId ?? fromCompany?.offerId ?? null;
      const slot = meeting !== null && isInForce(meeting) ? slotOf(slots, meeting) : null;
      const isHeld = meeting !== null && isFixed(meeting);
      // Fixed at a time between slots: it stays there, and takes no slot.
      if (isHeld && slot === null) return [];
      return [
        {
          buyerId,
          companyId,
          needId,
          needTitle: needId === null ? null : (needTitles.get(needId) ?? null),
          offerId,
          offerTitle: offerId === null ? null : (offerTitles.get(offerId) ?? null),
          basis: { ...(found?.basis ?? noBasis), buyerWish, companyWish },
          weight: Math.max(1, weight),
          meeting,
          locked: isHeld ? slot : null,
          planned: slot,
        },
      ];
    }),
  );
}
