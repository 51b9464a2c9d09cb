import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { buyerKinds } from '#domain/actor.ts';
import type { Id } from '#domain/ids.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { buyersToAsk, surveyCounts, surveysOf } from '#services/needs/counts.ts';
import { exampleStore, groupStore } from '#test/stores.ts';

const by = { author: 'Essai' };

describe('a census, counted', () => {
  it('shows what the source does not break down: 27 = 17 + 4 + 6', () => {
    const { session } = exampleStore();
    const [group] = listRecords(session.reader, 'workingGroup');
    const [survey] = surveysOf(session.reader, group?.id ?? '');
    expect(survey).toMatchObject({ buyers: 27, needs: 27 });
    const counts = surveyCounts(session.reader, survey?.id ?? '');
    expect(counts?.byKind.map(({ kind, buyers }) => [kind, buyers])).toEqual([
      ['state', 17],
      ['localAuthority', 4],
      ['hospital', 0],
      ['other', 0],
      [null, 6],
    ]);
    const found = buyersToAsk(session.reader, {
      surveyId: survey?.id as Id<'needsSurvey'>, // the store's own
      text: 'ARCHIVES du',
      limit: 10,
    });
    expect(found).toMatchObject({ total: 1, rows: [{ hasAnswered: true, askedOn: null }] });
  });

  it('adds up in every breakdown, whoever answers what', () => {
    const { session } = groupStore('Groupe');
    const [group] = listRecords(session.reader, 'workingGroup');
    const workingGroupId = group?.id as Id<'workingGroup'>; // made with the store
    const made = runOperation(session.writer(), { ...by, reason: { key: 'create' } }, (op) => ({
      segments: ['Santé', 'Numérique'].map((name, position) =>
        op.insert('purchaseSegment', { workingGroupId, name, position }),
      ),
      buyers: ['59', '62', null].map((departementCode, at) =>
        op.insert('organisation', { name: `Acheteur ${at}`, kind: 'buyer', departementCode }),
      ),
    })).value;
    const answer = fc.record({
      buyer: fc.constantFrom(null, ...made.buyers),
      kind: fc.constantFrom(null, ...buyerKinds),
      segment: fc.constantFrom(null, ...made.segments),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        const { value: surveyId } = runOperation(
          session.writer(),
          { ...by, reason: { key: 'create' } },
          (op) => {
            const id = op.insert('needsSurvey', { workingGroupId, title: 'Recensement' });
            for (const { buyer, kind, segment } of answers) {
              op.insert('need', {
                surveyId: id,
                organisationId: buyer,
                buyerKind: kind,
                segmentId: segment,
                title: 'Besoin',
              });
            }
            return id;
          },
        );
        const counts = surveyCounts(session.reader, surveyId);
        if (counts === null) throw new Error('just made');
        const sum = (lines: readonly { needs: number }[]) =>
          lines.reduce((total, { needs }) => total + needs, 0);
        expect(counts.survey.needs).toBe(answers.length);
        for (const lines of [counts.byKind, counts.bySegment, counts.byDepartement]) {
          expect(sum(lines)).toBe(answers.length);
        }
        const named = answers.flatMap(({ buyer }) => (buyer === null ? [] : [buyer]));
        const buyers = new Set(named).size + answers.length - named.length;
        expect(counts.survey.buyers).toBe(buyers);
        expect(counts.byKind.reduce((total, line) => total + line.buyers, 0)).toBe(buyers);
      }),
      { numRuns: 40 },
    );
  });

  it('is nothing once it is gone', () => {
    const { session } = groupStore('Groupe');
    expect(surveyCounts(session.reader, 'nowhere')).toBeNull();
  });
});
