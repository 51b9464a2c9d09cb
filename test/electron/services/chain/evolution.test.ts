import { describe, expect, it } from 'vitest';

import type { EvolvingTable } from '#contract/chain.views.ts';
import { exampleId } from '#example/builder.ts';
import { chainEvolution } from '#services/chain/evolution.ts';
import type { Stated } from '#services/chain/match.ts';
import { compareStated } from '#services/chain/match.ts';
import { exampleStore } from '#test/stores.ts';

const groupId = exampleId('workingGroup', 'gt');
function evolution(
  table: EvolvingTable,
  { before = null, after = null }: { before?: string | null; after?: string | null } = {},
) {
  const { session } = exampleStore();
  return chainEvolution(session.reader, { groupId, table, before, after });
}

const stated = (id: string, wording: string, more: Partial<Stated> = {}): Stated => ({
  id,
  recordKey: null,
  carriedFrom: [],
  side: null,
  wording,
  quote: null,
  position: 1,
  ...more,
});

describe('what is stated from one time to another', () => {
  it('tells the barriers of June from those of December, wording by wording', () => {
    const { before, after, rows } = evolution('barrier');
    expect([before?.key, after?.key]).toEqual(['2017-06-30', '2017-12-31']);
    const row = (key: string) => rows.find((one) => one.key.includes(exampleId('barrier', key)));
    expect(row('buyer-fear')).toMatchObject({
      state: 'reworded',
      after: { wording: 'Craintes juridiques' },
      basis: 'record',
    });
    const { differences = [], before: former } = row('buyer-fear') ?? {};
    const without = (kind: string) =>
      differences.flatMap((part) => (part.kind === kind ? [] : part.text)).join('');
    expect(without('added')).toBe(former?.wording);
    expect(without('removed')).toBe('Craintes juridiques');
    expect(row('company-means')).toMatchObject({
      state: 'reworded',
      before: { wording: 'Manque de structure et de temps homme (TPE/PME)' },
      after: { wording: 'Manque de moyens pour répondre' },
    });
    expect(row('buyer-time')?.state).toBe('added');
    expect(row('buyer-mindset')?.state).toBe('gone');
    expect(row('company-payment')?.state).toBe('same');
    expect(rows).toHaveLength(16);
  });

  it('goes back from December to June when asked', () => {
    const { rows } = evolution('barrier', { before: '2017-12-31', after: '2017-06-30' });
    const time = rows.find(({ key }) => key.includes(exampleId('barrier', 'buyer-time')));
    expect(time?.state).toBe('gone');
  });

  it('follows objectives by what they were carried from', () => {
    const { moments, rows } = evolution('objective', {
      before: '2017/2017-06-30',
      after: '2017/2017-12-31',
    });
    expect(moments.map(({ key }) => key)).toEqual([
      '2017/2017-06-30',
      '2017/2017-12-31',
      '2018/2017-12-31',
    ]);
    const carried = rows.filter(({ basis }) => basis === 'carried');
    expect(carried.map(({ state }) => state)).toEqual(['reworded', 'reworded']);
    expect(rows.filter(({ state }) => state === 'gone')).toHaveLength(1);
  });

  it('has nothing to compare levers and remedies with while they were stated once', () => {
    for (const table of ['lever', 'remedy'] as const) {
      const { before, moments, rows } = evolution(table);
      expect(before).toBeNull();
      expect(moments).toHaveLength(1);
      expect(rows.every(({ state }) => state === 'added')).toBe(true);
    }
  });

  it('brings together by their words what is recorded anew', () => {
    const rows = compareStated(
      [stated('a', 'Soutien hiérarchique'), stated('b', 'Communication'), stated('c', 'Formation')],
      [
        stated('d', 'Communication'),
        stated('e', 'Soutien hiérarchique des acheteurs'),
        stated('f', 'Tout autre chose'),
      ],
    );
    expect(rows.map(({ key, state, basis }) => [key, state, basis])).toEqual([
      ['d', 'same', 'title'],
      ['e', 'reworded', 'words'],
      ['f', 'added', null],
      ['gone:c', 'gone', null],
    ]);
  });
});
