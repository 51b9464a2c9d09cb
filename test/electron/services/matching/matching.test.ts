import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { undoLast, undoOperation } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { decideMatches, followMatch } from '#services/matching/decide.ts';
import { basisInWords } from '#contract/basis-words.ts';
import { proposeMatches } from '#services/matching/propose.ts';
import { Matcher, segmentLink } from '#services/matching/score.ts';
import { stemOf, wordsOf } from '#services/matching/words.ts';
import { byTest, exampleEvent } from '#test/events.ts';
import { exampleStore, liveRows } from '#test/stores.ts';

const ask = {
  eventId: null,
  surveyId: null,
  needId: null,
  offerId: null,
  minScore: 0.35,
  decided: 'all',
  offset: 0,
  limit: 500,
} as const;

const noBasis = {
  segment: 'none',
  segmentName: null,
  offerSegmentName: null,
  words: [],
  buyerWish: 0,
  companyWish: 0,
} as const;

describe('the words of a text', () => {
  it.each([
    ['former', 'formation'],
    ['numeriser', 'numerisation'],
    ['desinfecter', 'desinfection'],
    ['consommation', 'consommations'],
    ['evaluer', 'evaluation'],
    ['accompagner', 'accompagnement'],
    ['journal', 'journaux'],
    ['salle', 'salles'],
    ['mesure', 'mesurer'],
  ])('take %s and %s for one', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it('keep apart what is not one', () => {
    const words = ['achat', 'accueil', 'eau', 'air', 'soin', 'sante', 'registre', 'numerique'];
    expect(new Set(words.map(stemOf)).size).toBe(words.length);
  });

  it('leave out what says nothing, and stay as they are written', () => {
    expect([...wordsOf('Suivi de l’énergie des EHPAD, pour 2017').values()]).toEqual([
      'suivi',
      'énergie',
      'EHPAD',
    ]);
  });

  it('are words of the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const word of wordsOf(text).values()) {
          expect(text.toLowerCase()).toContain(word.toLowerCase());
        }
      }),
    );
  });
});

describe('segments', () => {
  const segments = new Map(
    [
      { id: 'top', name: 'Bâtiment', parentId: null },
      { id: 'a', name: 'Énergie', parentId: 'top' },
      { id: 'b', name: 'Accès', parentId: 'top' },
      { id: 'loop', name: 'Boucle', parentId: 'loop' },
    ].map((one) => [one.id, one]),
  );

  it.each([
    ['a', 'a', 'same'],
    ['top', 'a', 'offerNarrower'],
    ['a', 'top', 'offerBroader'],
    ['a', 'b', 'sibling'],
    ['a', 'loop', 'none'],
    ['a', null, 'none'],
  ] as const)('of %s and %s are %s', (need, offer, link) => {
    expect(segmentLink(segments, need, offer)).toBe(link);
  });
});

describe('scores', () => {
  const text = fc.record({
    title: fc.array(fc.constantFrom('parapheur', 'énergie', 'bâtiments', 'repas', 'salle', 'air'), {
      maxLength: 4,
    }),
    segmentId: fc.constantFrom(null, 's', 't'),
  });
  const texts = (prefix: string) =>
    fc.array(text, { minLength: 1, maxLength: 8 }).map((some) =>
      some.map(({ title, segmentId }, index) => ({
        id: `${prefix}${index}`,
        title: title.join(' '),
        description: null,
        segmentId,
      })),
    );

  it('lie between 0 and 1, and pairs above a score are those of all pairs that reach it', () => {
    fc.assert(
      fc.property(
        texts('n'),
        texts('o'),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (needs, offers, least) => {
          const matcher = new Matcher(needs, offers, []);
          const found = new Map(
            [...matcher.pairs(least)].map((pair) => [
              `${pair.need.id} ${pair.offer.id}`,
              pair.score,
            ]),
          );
          for (const need of needs) {
            for (const offer of offers) {
              const score = matcher.pair(need.id, offer.id)?.score ?? -1;
              expect(score).toBeGreaterThanOrEqual(0);
              expect(score).toBeLessThanOrEqual(1);
              expect(found.get(`${need.id} ${offer.id}`)).toBe(score >= least ? score : undefined);
            }
          }
        },
      ),
    );
  });
});

describe('proposed matches', () => {
  it('find what the example’s own hand found, with the words that both use', () => {
    const { session } = exampleStore();
    const { rows, total, needs, offers } = proposeMatches(session.reader, ask);
    expect([needs, offers]).toEqual([27, 90]);
    expect(total).toBe(rows.length);
    const undecided = proposeMatches(session.reader, { ...ask, decided: 'undecided' });
    const decided = proposeMatches(session.reader, { ...ask, decided: 'decided' });
    expect(undecided.total + decided.total).toBe(total);
    // Only where both use a word can it be found again by its words.
    const found = rows.filter(({ match, basis }) => match !== null && basis.words.length > 0);
    expect(found.length).toBeGreaterThan(15);
    const maintenance = rows.find(
      ({ match, needTitle }) => match === null && needTitle.startsWith('Dématérialiser'),
    );
    expect(maintenance).toMatchObject({
      offerTitle: 'Planification des interventions de maintenance',
      basis: { segment: 'same', words: ['interventions', 'maintenance'] },
    });
    expect(basisInWords(byTest.translate, maintenance?.basis ?? { ...noBasis, words: [] })).toBe(
      `Même segment\u00a0: ${maintenance?.basis.segmentName}\u202f; mots communs\u00a0: interventions, maintenance.`,
    );
  });

  it('are those of one event, with the wishes of both sides', () => {
    const { session } = exampleStore();
    const { rows, offers } = proposeMatches(session.reader, { ...ask, eventId: exampleEvent });
    expect(offers).toBeLessThan(40);
    expect(rows.some(({ basis }) => basis.buyerWish > 0 && basis.companyWish > 0)).toBe(true);
  });

  it('are kept with their reason, refused, followed up, and undone', () => {
    const { session } = exampleStore();
    const [first] = proposeMatches(session.reader, { ...ask, decided: 'undecided' }).rows.filter(
      ({ match }) => match === null,
    );
    const need = listRecords(session.reader, 'need').find(({ id }) => id === first?.needId);
    const offer = listRecords(session.reader, 'offer').find(({ id }) => id === first?.offerId);
    if (need === undefined || offer === undefined) throw new Error('nothing is proposed');
    const before = liveRows(session.reader);
    const pairs = [{ needId: need.id, offerId: offer.id }];
    const { value, operationId } = decideMatches(session, byTest, { pairs, status: 'accepted' });
    const [matchId] = value;
    if (matchId === undefined) throw new Error('nothing was kept');
    expect(getRecord(session.reader, 'match', matchId)).toMatchObject({
      status: 'accepted',
      score: first?.score,
      reason: expect.stringContaining('mots communs'),
    });
    expect(decideMatches(session, byTest, { pairs, status: 'refused' }).value).toEqual([matchId]);
    followMatch(session, byTest, {
      matchId,
      status: 'met',
      followedUpOn: '2017-12-15',
      outcome: 'Rencontre utile.',
    });
    expect(getRecord(session.reader, 'match', matchId)).toMatchObject({
      status: 'met',
      outcome: 'Rencontre utile.',
    });
    undoLast(session.writer(), { author: 'Essai' });
    undoLast(session.writer(), { author: 'Essai' });
    undoOperation(session.writer(), operationId ?? '', { author: 'Essai' });
    expect(liveRows(session.reader)['match']).toEqual(before['match']);
  });
});
