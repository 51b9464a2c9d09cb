import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { runOperation } from '#journal/operation.ts';
import type { RegisterFilter } from '#repositories/registers/filters.ts';
import { registers } from '#repositories/registers/index.ts';
import type { CellValue, RegisterQuery, RegisterRow } from '#repositories/registers/list.ts';
import { listGroups, listRegister, registerIds } from '#repositories/registers/list.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { emptyStore } from '#test/stores.ts';

const everything: RegisterQuery = { text: '', filters: [], sort: [], at: null };
const page = { offset: 0, limit: 500 };
const context = { author: 'Essai', reason: { key: 'create' } };

const towns = ['Lille', 'lille', 'Lillers', 'Béthune', 'bethune', 'L’Haÿ', '100 %_', null];
const days = ['2016-12-31', '2017-01-01', '2017-05-09', '2018-02-28', null];
const kinds = ['buyer', 'company', 'platform', 'institution'] as const;

const organisation = fc.record({
  name: fc.constantFrom('Alpha', 'Bêta', 'Gamma', 'Été', 'étage'),
  kind: fc.constantFrom(...kinds),
  communeName: fc.constantFrom(...towns),
  departementCode: fc.constantFrom('59', '62', '2A', null),
  isFictitious: fc.boolean(),
});

const meeting = fc.record({
  heldOn: fc.constantFrom(...days),
  title: fc.constantFrom('Plénière', 'Atelier'),
});

type Organisation = typeof organisation extends fc.Arbitrary<infer T> ? T : never;

function organisationsOf(rows: readonly Organisation[]): ReadableDb {
  const { session } = emptyStore();
  runOperation(session.writer(), context, (op) =>
    op.insertMany(
      'organisation',
      rows.map((values) => ({ values })),
    ),
  );
  return session.reader;
}

/** What a filter means, said without SQL. */
function holds({ operator, value, negated }: RegisterFilter, cell: CellValue): boolean {
  const text = foldText(String(cell ?? ''));
  const isThere = cell !== null;
  const given = Array.isArray(value) ? null : value;
  const list = Array.isArray(value) ? value : [];
  const [from, to] = list;
  const met = {
    contains: () =>
      isThere &&
      foldText(String(given))
        .split(' ')
        .every((word) => text.includes(word)),
    startsWith: () => isThere && text.startsWith(foldText(String(given))),
    is: () => cell === given,
    isNot: () => cell !== given,
    among: () => isThere && list.some((one) => foldText(String(one)) === text),
    empty: () => cell === null || cell === '',
    notEmpty: () => cell !== null && cell !== '',
    before: () => isThere && String(cell) < String(given),
    after: () => isThere && String(cell) > String(given),
    atMost: () => isThere && String(cell) <= String(given),
    atLeast: () => isThere && String(cell) >= String(given),
    between: () => isThere && String(cell) >= String(from) && String(cell) <= String(to),
  }[operator]();
  return negated === true ? !met : met;
}

const word = fc.constantFrom('Lille', 'LILLE', 'li', 'beth', 'l haÿ', '100 %_', '%', '_', 'zz');
const day = fc.constantFrom('2017-01-01', '2017-05-09', '2018-01-01');
const townFilter = fc.oneof(
  fc.record({
    operator: fc.constantFrom('contains', 'startsWith', 'is', 'isNot'),
    value: word,
    negated: fc.boolean(),
  }),
  fc.record({
    operator: fc.constant('among'),
    value: fc.array(word, { maxLength: 3 }),
    negated: fc.boolean(),
  }),
  fc.record({
    operator: fc.constantFrom('empty', 'notEmpty'),
    value: fc.constant(null),
    negated: fc.boolean(),
  }),
) as fc.Arbitrary<Omit<RegisterFilter, 'column'>>; // the operators are those of the type
const dayFilter = fc.oneof(
  fc.record({
    operator: fc.constantFrom('before', 'after', 'atMost', 'atLeast'),
    value: day,
    negated: fc.boolean(),
  }),
  fc.record({
    operator: fc.constant('between'),
    value: fc.tuple(day, day),
    negated: fc.boolean(),
  }),
) as fc.Arbitrary<Omit<RegisterFilter, 'column'>>; // as above

describe('filters of a register', () => {
  it('keep exactly the rows that they say, whatever the case, accents and special signs', () => {
    fc.assert(
      fc.property(
        fc.array(organisation, { minLength: 1, maxLength: 25 }),
        townFilter,
        (rows, asked) => {
          const db = organisationsOf(rows);
          const filter: RegisterFilter = { ...asked, column: 'communeName' };
          const whole = listRegister(db, registers.organisations, { ...everything, ...page }).rows;
          const kept = listRegister(db, registers.organisations, {
            ...everything,
            ...page,
            filters: [filter],
          }).rows;
          const wanted = whole.filter(({ cells }) => holds(filter, cells['communeName'] ?? null));
          expect(kept).toEqual(wanted);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('compare days, both ends of a period belonging to it', () => {
    fc.assert(
      fc.property(fc.array(meeting, { minLength: 1, maxLength: 15 }), dayFilter, (rows, asked) => {
        const { session } = emptyStore();
        runOperation(session.writer(), context, (op) => {
          const workingGroupId = op.insert('workingGroup', { name: 'Groupe' });
          op.insertMany(
            'meeting',
            rows.map((values) => ({ values: { ...values, workingGroupId } })),
          );
        });
        const filter: RegisterFilter = { ...asked, column: 'heldOn' };
        const list = (filters: RegisterFilter[]): readonly RegisterRow[] =>
          listRegister(session.reader, registers.meetings, { ...everything, ...page, filters })
            .rows;
        expect(list([filter])).toEqual(
          list([]).filter(({ cells }) => holds(filter, cells['heldOn'] ?? null)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('take several choices, and all but some', () => {
    const db = organisationsOf(kinds.map((kind) => ({ name: kind, kind })) as never);
    const names = (negated: boolean) =>
      listRegister(db, registers.organisations, {
        ...everything,
        ...page,
        filters: [
          { column: 'organisationKind', operator: 'among', value: ['buyer', 'platform'], negated },
        ],
      }).rows.map(({ cells }) => cells['name']);
    expect(names(false)).toEqual(['buyer', 'platform']);
    expect(names(true)).toEqual(['company', 'institution']);
  });

  it('find a number by how it begins, however its digits are spaced', () => {
    const { session } = emptyStore();
    runOperation(session.writer(), context, (op) =>
      op.insertMany('organisation', [
        { values: { name: 'Un', kind: 'company', siren: '732829320' } },
        { values: { name: 'Deux', kind: 'company' } },
      ]),
    );
    const { rows } = listRegister(session.reader, registers.organisations, {
      ...everything,
      ...page,
      filters: [{ column: 'siren', operator: 'startsWith', value: '732 829' }],
    });
    expect(rows.map(({ cells }) => cells['name'])).toEqual(['Un']);
  });

  it('refuse a list where one value is asked for, and the other way round', () => {
    const { session } = emptyStore();
    for (const filter of [
      { operator: 'contains', value: ['a'] },
      { operator: 'among', value: 'a' },
      { operator: 'between', value: ['a'] },
      { operator: 'between', value: ['a', 'b', 'c'] },
    ] as const) {
      expect(() =>
        listRegister(session.reader, registers.organisations, {
          ...everything,
          ...page,
          filters: [{ ...filter, column: 'name' }],
        }),
      ).toThrow('record.invalid');
    }
  });
});

describe('groups of a register', () => {
  const direction = fc.constantFrom('asc' as const, 'desc' as const);
  const column = fc.constantFrom(
    'communeName',
    'organisationKind',
    'departementCode',
    'isFictitious',
    'name',
  );
  const wantedSort = fc.option(
    fc.record({ column: fc.constantFrom('name', 'communeName'), direction }),
    { nil: null },
  );

  it('count every row once, tell where each begins, and hold only rows of their own', () => {
    fc.assert(
      fc.property(
        fc.array(organisation, { minLength: 1, maxLength: 30 }),
        fc.record({ column, direction }),
        wantedSort,
        fc.boolean(),
        (rows, groupBy, sort, isFiltered) => {
          const db = organisationsOf(rows);
          const query: RegisterQuery = {
            ...everything,
            sort: sort === null ? [] : [sort],
            filters: isFiltered
              ? [{ column: 'organisationKind', operator: 'isNot', value: 'buyer' }]
              : [],
          };
          const list = listRegister(db, registers.organisations, { ...query, ...page, groupBy });
          const groups = listGroups(db, registers.organisations, query, groupBy);
          expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(list.total);
          expect(new Set(groups.map(({ value }) => value)).size).toBe(groups.length);
          let first = 0;
          for (const group of groups) {
            expect(group.first).toBe(first);
            first += group.count;
            const inside = list.rows.slice(group.first, first);
            expect(inside.every(({ cells }) => cells[groupBy.column] === group.value)).toBe(true);
          }
          // Within a group the rows keep the order that the list has without groups.
          const plain = listRegister(db, registers.organisations, { ...query, ...page });
          for (const { first: start, count } of groups) {
            const ids = list.rows.slice(start, start + count).map(({ id }) => id);
            const isInside = new Set(ids);
            expect(ids).toEqual(plain.rows.map(({ id }) => id).filter((id) => isInside.has(id)));
          }
          expect(registerIds(db, registers.organisations, { ...query, groupBy })).toEqual(
            list.rows.map(({ id }) => id),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stand in the order of the language, choices as they are declared, the empty one last', () => {
    const names = ['Zoé', 'école', 'Eau', 'Étude', null];
    const { session } = emptyStore();
    runOperation(session.writer(), context, (op) =>
      op.insertMany(
        'organisation',
        names.map((communeName, at) => ({
          values: {
            name: `Structure ${at}`,
            kind: ['institution', 'buyer', 'platform', 'company', 'buyer'][at] as 'buyer',
            communeName,
          },
        })),
      ),
    );
    const values = (column: string, way: 'asc' | 'desc') =>
      listGroups(session.reader, registers.organisations, everything, {
        column,
        direction: way,
      }).map(({ value }) => value);
    expect(values('communeName', 'asc')).toEqual(['Eau', 'école', 'Étude', 'Zoé', null]);
    expect(values('communeName', 'desc')).toEqual(['Zoé', 'Étude', 'école', 'Eau', null]);
    expect(values('organisationKind', 'asc')).toEqual([
      'buyer',
      'company',
      'platform',
      'institution',
    ]);
  });

  it('gather days by their year', () => {
    const { session } = emptyStore();
    runOperation(session.writer(), context, (op) => {
      const workingGroupId = op.insert('workingGroup', { name: 'Groupe' });
      op.insertMany(
        'meeting',
        days.map((heldOn) => ({ values: { title: 'Plénière', heldOn, workingGroupId } })),
      );
    });
    expect(
      listGroups(session.reader, registers.meetings, everything, {
        column: 'heldOn',
        direction: 'desc',
      }),
    ).toEqual([
      { value: '2018', count: 1, first: 0 },
      { value: '2017', count: 2, first: 1 },
      { value: '2016', count: 1, first: 3 },
      { value: null, count: 1, first: 4 },
    ]);
  });

  it('follow what is written in between', () => {
    const { session } = emptyStore();
    const groups = () =>
      listGroups(session.reader, registers.organisations, everything, {
        column: 'organisationKind',
        direction: 'asc',
      });
    expect(groups()).toEqual([]);
    runOperation(session.writer(), context, (op) =>
      op.insert('organisation', { name: 'Un', kind: 'company' }),
    );
    expect(groups()).toEqual([{ value: 'company', count: 1, first: 0 }]);
  });
});
