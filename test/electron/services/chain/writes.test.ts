import { describe, expect, it } from 'vitest';

import type { ChainColumn } from '#domain/chain.ts';
import { exampleId } from '#example/builder.ts';
import { undoOperation } from '#journal/undo.ts';
import { translatorOf } from '#ipc/failures.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { addCard, orderCards } from '#services/chain/cards.ts';
import { barrierWordings } from '#services/chain/evolution.ts';
import { chainGraph } from '#services/chain/graph.ts';
import { linkCards, unlinkCards } from '#services/chain/links.ts';
import { createRecord, removeRecords } from '#services/records.ts';
import { exampleStore } from '#test/stores.ts';

const groupId = exampleId('workingGroup', 'gt');
const by = { author: 'Essai' };
const end = <T extends 'barrier' | 'lever' | 'remedy' | 'activity' | 'result' | 'goodPractice'>(
  table: T,
  key: string,
) => ({ table, id: exampleId(table, key) });

function example() {
  const { session } = exampleStore();
  const graph = (year = 2017) =>
    chainGraph(session.reader, { groupId, year, side: 'all', withSubGroups: false });
  const card = (id: string) => graph().nodes.find((one) => one.id === id);
  const undo = (id: string | null): void => {
    undoOperation(session.writer(), id ?? '', by);
  };
  return { session, graph, card, undo };
}

/** The sentence in which a refusal is told. */
function refusal(write: () => unknown): string {
  try {
    write();
  } catch (error) {
    return translatorOf('fr').failure(error).message;
  }
  return 'accepté';
}

describe('links', () => {
  it('end what hung in the air, and an undo brings it back', () => {
    const { session, card, undo } = example();
    const from = end('barrier', 'buyer-money');
    expect(card(from.id)?.isOrphanDownstream).toBe(true);
    const { operationId, value } = linkCards(session, by, { from, to: end('lever', 'hierarchy') });
    expect(card(from.id)?.isOrphanDownstream).toBe(false);
    expect(getRecord(session.reader, 'chainLink', value)).toMatchObject({ fromTable: 'barrier' });
    undo(operationId);
    expect(card(from.id)?.isOrphanDownstream).toBe(true);
  });

  it('may pass over columns, and attach what measures or shows', () => {
    const { session } = example();
    const from = end('barrier', 'buyer-money');
    linkCards(session, by, { from, to: end('result', 'report') });
    linkCards(session, by, { from, to: end('goodPractice', 'pia') });
    expect(listRecords(session.reader, 'chainLink', { fromId: from.id })).toHaveLength(2);
  });

  it('are refused backward, twice, to itself, within a column, in a circle and from a mark', () => {
    const { session } = example();
    const link = (from: Parameters<typeof linkCards>[2]['from'], to: typeof from) =>
      refusal(() => linkCards(session, by, { from, to }));
    const [barrier, lever] = [end('barrier', 'buyer-fear'), end('lever', 'professional')];
    expect(link(lever, barrier)).toBe(
      'Un lien va toujours vers la suite de la chaîne\u00a0: de «\u00a0Levier\u00a0» vers «\u00a0Frein\u00a0», il reviendrait en arrière. Tirez-le dans l’autre sens.',
    );
    expect(link(barrier, lever)).toContain('déjà reliées');
    expect(link(barrier, barrier)).toContain('à elle-même');
    expect(link(barrier, end('barrier', 'buyer-money'))).toContain('même colonne (Freins)');
    const [first, last] = [end('activity', 'agreement'), end('activity', 'innovember')];
    expect(link(last, first)).toContain('tourner la chaîne en rond');
    expect(link(end('goodPractice', 'pia'), barrier)).toContain('Rien ne part d’une mesure');
  });

  it('are refused across groups, and to what is not there', () => {
    const { session } = example();
    const other = createRecord(session, by, 'workingGroup', { name: 'Autre groupe' }).value;
    const lever = createRecord(session, by, 'lever', {
      workingGroupId: other,
      side: 'buyer',
      title: 'Levier d’ailleurs',
      position: 1,
    }).value;
    const from = end('barrier', 'buyer-money');
    const link = (id: string) =>
      refusal(() => linkCards(session, by, { from, to: { table: 'lever', id } }));
    expect(link(lever)).toContain('même groupe de travail');
    expect(link(exampleId('lever', 'nothing'))).toContain('n’existe pas');
  });

  it('are taken away together, and come back together', () => {
    const { session, graph, undo } = example();
    const before = graph().links.length;
    const ids = graph()
      .links.slice(0, 3)
      .map(({ id }) => id);
    const { operationId } = unlinkCards(session, by, { ids });
    expect(graph().links).toHaveLength(before - 3);
    expect(refusal(() => unlinkCards(session, by, { ids }))).toContain('n’existe pas');
    undo(operationId);
    expect(graph().links).toHaveLength(before);
  });
});

describe('a card that is deleted', () => {
  it('takes its links along, at both ends, and an undo brings them back', () => {
    const { session, graph, undo } = example();
    const lever = exampleId('lever', 'professional');
    const touching = () =>
      listRecords(session.reader, 'chainLink').filter(
        ({ fromId, toId }) => fromId === lever || toId === lever,
      );
    const before = touching();
    expect(before).toHaveLength(5);
    const { operationId, value } = removeRecords(session, by, 'lever', [lever]);
    expect(value.get('chainLink')).toBe(5);
    expect(touching()).toEqual([]);
    expect(graph().nodes.some(({ id }) => id === lever)).toBe(false);
    undo(operationId);
    expect(touching()).toEqual(before);
  });
});

describe('cards', () => {
  it('are added where the picture shows them, a barrier with its wording in the latest findings', () => {
    const { session, graph } = example();
    const add = (table: ChainColumn, forYear = 2018) =>
      addCard(session, by, {
        groupId,
        year: 2017,
        forYear,
        table,
        title: `Essai ${table}`,
        side: 'company',
        today: '2026-11-22',
      }).value;
    const ids = (['barrier', 'lever', 'remedy', 'objective', 'activity', 'result'] as const).map(
      (table) => add(table),
    );
    const shown = graph().nodes;
    for (const id of ids) expect(shown.map((one) => one.id)).toContain(id);
    // None of the others is said to be left out by findings of one barrier.
    expect(shown.filter(({ unstatedOn }) => unstatedOn !== null)).toHaveLength(3);
    expect(barrierWordings(session.reader, { barrierId: ids[0] ?? '' })).toMatchObject([
      { statedOn: '2017-12-31', wording: 'Essai barrier' },
    ]);
    expect(
      shown.filter(({ table, side }) => table === 'barrier' && side === 'company').at(-1)?.id,
    ).toBe(ids[0]);
  });

  it('are put in another order among themselves, and back by undo', () => {
    const { session, graph, undo } = example();
    const buyers = () =>
      graph()
        .nodes.filter(({ table, side }) => table === 'barrier' && side === 'buyer')
        .map(({ id }) => id);
    const before = buyers();
    const { operationId } = orderCards(session, by, { table: 'barrier', ids: before.toReversed() });
    expect(buyers()).toEqual(before.toReversed());
    undo(operationId);
    expect(buyers()).toEqual(before);
    const [first = ''] = before;
    expect(
      refusal(() => orderCards(session, by, { table: 'barrier', ids: [first, first] })),
    ).toContain('a changé entre-temps');
  });
});
