import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Translate } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/events/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import { basisInWords } from '#contract/basis-words.ts';
import { matcherOf } from './propose.ts';

interface Words {
  readonly translate: Translate;
}

/** Keeps or refuses pairs of a need and an offer: those without a record get one, with the reason. */
export function decideMatches(
  session: StoreSession,
  { author, translate }: Author & Words,
  { pairs, status }: ChannelRequest<'matching:decide'>,
): OperationResult<Id<'match'>[]> {
  const reason = { key: 'decideMatches', params: { count: pairs.length } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const { matcher } = matcherOf(op.db, { surveyId: null, eventId: null });
    const ids = new Set<Id<'match'>>();
    for (const { needId, offerId } of pairs) {
      mustGet(op.db, 'need', needId);
      mustGet(op.db, 'offer', offerId);
      const known = listRecords(op.db, 'match', { needId, offerId });
      for (const { id } of known) {
        op.update('match', id, { status });
        ids.add(id);
      }
      if (known.length > 0) continue;
      const pair = matcher.pair(needId, offerId);
      const basis = pair && { ...pair.basis, buyerWish: 0, companyWish: 0 };
      const words = basis === null ? '' : basisInWords(translate, basis);
      ids.add(
        op.insert('match', {
          needId,
          offerId,
          score: pair?.score ?? 0,
          reason: words === '' ? null : words,
          status,
        }),
      );
    }
    return [...ids];
  });
}

/** What became of a match. */
export function followMatch(
  session: StoreSession,
  { author }: Author,
  { matchId, status, followedUpOn, outcome }: ChannelRequest<'matching:followUp'>,
): OperationResult<void> {
  return runOperation(session.writer(), { author, reason: { key: 'followMatch' } }, (op) => {
    mustGet(op.db, 'match', matchId);
    op.update('match', matchId, {
      ...(status === undefined ? {} : { status }),
      ...(followedUpOn === undefined ? {} : { followedUpOn }),
      ...(outcome === undefined ? {} : { outcome: outcome === '' ? null : outcome }),
    });
  });
}
