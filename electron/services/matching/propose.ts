import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { MatchProposal } from '#contract/event.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { NeedText, OfferText } from '#repositories/event-planning.repo.ts';
import { needTexts, offerTexts } from '#repositories/event-planning.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { ScoredPair } from './score.ts';
import { Matcher } from './score.ts';

type Match = RecordOf<'match'>;
type Pair = ScoredPair<NeedText, OfferText>;

/** Needs and offers of a store, ready to be held against one another. */
export function matcherOf(
  db: ReadableDb,
  where: { readonly surveyId: string | null; readonly eventId: string | null },
) {
  const needs = needTexts(db, where.surveyId);
  const offers = offerTexts(db, where.eventId);
  const segments = listRecords(db, 'purchaseSegment');
  return { matcher: new Matcher(needs, offers, segments), needs, offers };
}

const keyOf = (one: string, other: string): string => `${one} ${other}`;

/** How strongly one organisation wishes to meet another one at an event; 0 where it does not. */
export type WishStrength = (fromId: string | null, toId: string) => number;

/** The wishes of an event by who wishes to meet whom. */
export function wishStrengths(db: ReadableDb, eventId: string | null): WishStrength {
  const wishes = eventId === null ? [] : listRecords(db, 'meetingWish', { eventId });
  const strengths = new Map<string, number>();
  for (const { fromOrganisationId, toOrganisationId, strength } of wishes) {
    const key = keyOf(fromOrganisationId, toOrganisationId);
    strengths.set(key, Math.max(strength, strengths.get(key) ?? 0));
  }
  return (fromId, toId) => (fromId === null ? 0 : (strengths.get(keyOf(fromId, toId)) ?? 0));
}

function proposalOf(pair: Pair, match: Match | null, wishOf: WishStrength): MatchProposal {
  const { need, offer, score, basis } = pair;
  return {
    needId: need.id,
    needTitle: need.title,
    buyerId: need.organisationId,
    buyerName: need.organisationName,
    offerId: offer.id,
    offerTitle: offer.title,
    companyId: offer.organisationId,
    companyName: offer.organisationName,
    score: match?.score ?? score,
    basis: {
      ...basis,
      buyerWish: wishOf(need.organisationId, offer.organisationId),
      companyWish:
        need.organisationId === null ? 0 : wishOf(offer.organisationId, need.organisationId),
    },
    match: match && {
      id: match.id,
      status: match.status,
      reason: match.reason,
      followedUpOn: match.followedUpOn,
      outcome: match.outcome,
    },
  };
}

/** Matches by need and offer; of two for the same pair, the one that says more. */
function matchesByPair(db: ReadableDb): Map<string, Match> {
  const byPair = new Map<string, Match>();
  for (const match of listRecords(db, 'match')) {
    const key = keyOf(match.needId, match.offerId);
    const known = byPair.get(key);
    if (known === undefined || known.status === 'proposed') byPair.set(key, match);
  }
  return byPair;
}

const isDecided = ({ match }: MatchProposal): boolean =>
  match !== null && match.status !== 'proposed';

/** Needs and offers that answer one another, best first, with the reason of each. */
export function proposeMatches(
  db: ReadableDb,
  request: ChannelRequest<'matching:propose'>,
): ChannelOutput<'matching:propose'> {
  const { needId, offerId, minScore, decided, offset, limit } = request;
  const { matcher, needs, offers } = matcherOf(db, request);
  const wishOf = wishStrengths(db, request.eventId);
  const matches = matchesByPair(db);
  const isAsked = ({ need, offer }: Pair): boolean =>
    (needId === null || need.id === needId) && (offerId === null || offer.id === offerId);
  const found = new Map<string, MatchProposal>();
  for (const pair of matcher.pairs(minScore)) {
    if (!isAsked(pair)) continue;
    const key = keyOf(pair.need.id, pair.offer.id);
    found.set(key, proposalOf(pair, matches.get(key) ?? null, wishOf));
  }
  for (const [key, match] of matches) {
    if (found.has(key)) continue;
    const pair = matcher.pair(match.needId, match.offerId);
    if (pair !== null && isAsked(pair)) found.set(key, proposalOf(pair, match, wishOf));
  }
  const rows = [...found.values()]
    .filter((row) => decided === 'all' || isDecided(row) === (decided === 'decided'))
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        a.needTitle.localeCompare(b.needTitle, 'fr') ||
        a.offerTitle.localeCompare(b.offerTitle, 'fr') ||
        a.offerId.localeCompare(b.offerId),
    );
  return {
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    needs: needs.length,
    offers: offers.length,
  };
}
