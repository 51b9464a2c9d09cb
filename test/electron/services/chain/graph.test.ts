import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ChainTable } from '#domain/chain.ts';
import { chainColumns, chainMarks, isChainColumn, linkObstacle, reachable } from '#domain/chain.ts';
import { exampleId } from '#example/builder.ts';
import { chainGraph } from '#services/chain/graph.ts';
import { orphansOf } from '#services/chain/orphans.ts';
import { pathsOf } from '#services/chain/paths.ts';
import { exampleStore } from '#test/stores.ts';

const groupId = exampleId('workingGroup', 'gt');
const example = () => {
  const { session } = exampleStore();
  return (year = 2017, side: 'all' | 'buyer' | 'company' = 'all', withSubGroups = false) =>
    chainGraph(session.reader, { groupId, year, side, withSubGroups });
};

/** A chain made at random, from links that the rules let through. */
const randomChain = fc
  .array(fc.constantFrom<ChainTable>(...chainColumns, ...chainMarks), {
    minLength: 1,
    maxLength: 25,
  })
  .chain((tables) => {
    const nodes = tables.map((table, at) => ({ id: `n${at}`, table }));
    const end = fc.nat(nodes.length - 1);
    return fc.record({
      nodes: fc.constant(nodes),
      wanted: fc.array(fc.tuple(end, end), { maxLength: 60 }),
    });
  })
  .map(({ nodes, wanted }) => {
    const links: { fromTable: ChainTable; fromId: string; toTable: ChainTable; toId: string }[] =
      [];
    for (const [a, b] of wanted) {
      const [from, to] = [nodes[a], nodes[b]];
      if (from === undefined || to === undefined || from === to) continue;
      if (linkObstacle(from.table, to.table) !== null) continue;
      if (reachable(links, [to.id], 'downstream').has(from.id)) continue;
      links.push({ fromTable: from.table, fromId: from.id, toTable: to.table, toId: to.id });
    }
    const cards = nodes.flatMap(({ id, table }) =>
      isChainColumn(table) ? [{ id, table, parentId: null, isAhead: false }] : [],
    );
    return { cards, links };
  });

describe('links of the chain', () => {
  it('never go round, whichever are drawn', () => {
    fc.assert(
      fc.property(randomChain, ({ links }) => {
        for (const { fromId } of links) {
          const onward = reachable(
            links,
            links.filter((l) => l.fromId === fromId).map((l) => l.toId),
            'downstream',
          );
          expect(onward.has(fromId)).toBe(false);
        }
      }),
    );
  });

  it('lead onward only: a card is reached from its own column by activities alone', () => {
    for (const from of chainColumns) {
      for (const to of chainColumns) {
        const isOnward = chainColumns.indexOf(from) < chainColumns.indexOf(to);
        const mayFollow = isOnward || (from === 'activity' && to === 'activity');
        expect(linkObstacle(from, to) === null, `${from} → ${to}`).toBe(mayFollow);
      }
      for (const mark of chainMarks) {
        expect(linkObstacle(from, mark)).toBeNull();
        expect(linkObstacle(mark, from)).toBe('fromMark');
      }
    }
    expect(linkObstacle('goodPractice', 'measurement')).toBeNull();
    expect(linkObstacle('measurement', 'goodPractice')).toBe('fromMark');
  });
});

describe('orphans', () => {
  it('are those that a naive look at each card finds', () => {
    fc.assert(
      fc.property(randomChain, ({ cards, links }) => {
        const found = orphansOf(cards, links);
        for (const { id, table } of cards) {
          const before = links.filter((l) => l.toId === id);
          const after = links.filter(
            (l) =>
              l.fromId === id &&
              (isChainColumn(l.toTable) || table === 'objective' || table === 'activity'),
          );
          expect(found.get(id)).toEqual({
            upstream: table !== 'barrier' && before.length === 0,
            downstream: table !== 'result' && after.length === 0,
          });
        }
      }),
    );
  });

  it('count what leads to the whole, and what comes out of the parts', () => {
    const objective = (id: string, parentId: string | null) => ({
      id,
      table: 'objective' as const,
      parentId,
      isAhead: false,
    });
    const cards = [
      objective('whole', null),
      objective('part', 'whole'),
      objective('other', 'whole'),
    ];
    const links = [
      { fromTable: 'remedy', fromId: 'r', toTable: 'objective', toId: 'whole' },
      { fromTable: 'objective', fromId: 'part', toTable: 'result', toId: 'x' },
    ] as const;
    expect(Object.fromEntries(orphansOf(cards, links))).toEqual({
      whole: { upstream: false, downstream: false },
      part: { upstream: false, downstream: false },
      other: { upstream: false, downstream: true },
    });
  });
});

describe('paths', () => {
  it('pass through every card and every link between cards, each path once', () => {
    fc.assert(
      fc.property(randomChain, ({ cards, links }) => {
        const steps = links.filter((l) => isChainColumn(l.fromTable) && isChainColumn(l.toTable));
        const orphans = orphansOf(cards, links);
        const drawn = cards.map((card) => ({
          ...card,
          isOrphanUpstream: orphans.get(card.id)?.upstream ?? false,
          isOrphanDownstream: orphans.get(card.id)?.downstream ?? false,
        }));
        const { paths, isCut } = pathsOf(drawn, steps);
        fc.pre(!isCut);
        const seen = new Set(paths.flatMap(({ cells }) => cells.flatMap(({ ids }) => ids)));
        expect([...seen].toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
        const walked = new Set(
          paths.flatMap(({ key }) => {
            const ids = key.split('>');
            return ids.slice(1).map((id, at) => `${ids[at]}>${id}`);
          }),
        );
        expect([...walked].toSorted()).toEqual(
          [...new Set(steps.map((l) => `${l.fromId}>${l.toId}`))].toSorted(),
        );
        expect(new Set(paths.map(({ key }) => key)).size).toBe(paths.length);
      }),
    );
  });
});

describe('the chain of the example', () => {
  it('joins the findings of a year with what the group adopts for the next', () => {
    const graph = example()();
    const titles = (table: string, year: number | null = null) =>
      graph.nodes
        .filter((one) => one.table === table && (year === null || one.year === year))
        .map(({ title }) => title);
    expect(titles('barrier')).toHaveLength(16);
    expect(titles('lever')).toHaveLength(5);
    expect(titles('remedy', 2018)).toHaveLength(10);
    expect(titles('objective', 2018)).toHaveLength(5);
    expect(titles('activity')).toHaveLength(5);
    expect(titles('result')).toHaveLength(3);
    // The mid-year wordings that the year's end restates are not shown beside it.
    expect(titles('objective', 2017)).not.toContain(
      'Faire un état des lieux sur le territoire des pratiques d’achats innovants',
    );
    expect(graph.leftOut).toBe(12);
    expect(example()(2017, 'all', true).leftOut).toBe(0);
  });

  it('flags what hangs in the air at either end', () => {
    const { nodes } = example()();
    const of = (title: string) => nodes.find((one) => one.title === title);
    expect(of('Freins financiers')).toMatchObject({ isOrphanDownstream: true });
    expect(of('Craintes juridiques')).toMatchObject({ isOrphanDownstream: false });
    expect(of('Maintien de la dynamique impulsée par INNOVEMBER')).toMatchObject({
      isOrphanUpstream: true,
      isOrphanDownstream: true,
    });
    // Next year's objectives owe nothing yet.
    expect(of('Mettre en place des outils communs')).toMatchObject({
      isAhead: true,
      isOrphanUpstream: false,
      isOrphanDownstream: false,
    });
    expect(of('Élargir la convention Innovation État-UGAP à d’autres partenaires')).toMatchObject({
      isOrphanUpstream: true,
    });
    expect(of('Changement de mentalité à opérer')).toMatchObject({ unstatedOn: '2017-12-31' });
  });

  it('carries the adopted objectives into their year, with what was found before', () => {
    const graph = example()(2018);
    const objective = graph.nodes.find(
      ({ title }) => title === 'Mettre en place des outils communs',
    );
    expect(objective).toMatchObject({ isAhead: false, isOrphanDownstream: true });
    // Activities without a day belong to the year of what they are linked to.
    expect(graph.nodes.filter(({ table }) => table === 'activity')).toEqual([]);
    expect(graph.nodes.filter(({ table }) => table === 'barrier')).toHaveLength(16);
  });

  it('shows one side with what it leads to, and what belongs to neither', () => {
    const { nodes, links } = example()(2017, 'company');
    const of = (table: string) => nodes.filter((one) => one.table === table);
    expect(of('barrier').every(({ side }) => side === 'company')).toBe(true);
    expect(of('remedy').every(({ side }) => side !== 'buyer')).toBe(true);
    expect(of('result')).toHaveLength(3);
    const shown = new Set(nodes.map(({ id }) => id));
    const steps = links.filter((l) => isChainColumn(l.fromTable) && isChainColumn(l.toTable));
    expect(steps.every(({ fromId, toId }) => shown.has(fromId) && shown.has(toId))).toBe(true);
  });
});
