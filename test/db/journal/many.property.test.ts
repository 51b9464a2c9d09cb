import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import type { RecordPatch } from '#domain/registry.ts';
import { removeWithDependents } from '#journal/dependents.ts';
import type { Patched } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { undoLast } from '#journal/undo.ts';
import type { WritableDb } from '#sql/sql.ts';
import { dumpOf, journalOf } from '#test/store-dump.ts';
import { allRows, emptyStore, liveRows, searchDocs } from '#test/stores.ts';

const by = { author: 'Essai', reason: { key: 'update' } };
const COUNT = 8;
const DAY = '2017-06-30T08:00:00.000Z';

const uuidAt = (index: number): string =>
  `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
const idAt = (index: number): Id<'organisation'> => uuidAt(index);

function filledStore() {
  const { session } = emptyStore();
  const db = session.writer();
  runOperation(db, by, (operation) => {
    operation.insertMany(
      'organisation',
      Array.from({ length: COUNT }, (_, index) => ({
        id: idAt(index),
        values: {
          name: `Structure ${index}`,
          kind: index % 2 === 0 ? ('buyer' as const) : ('company' as const),
          notes: index % 3 === 0 ? 'note' : null,
          parentId: index % 4 === 3 ? idAt(index - 1) : null,
        },
      })),
    );
    for (let index = 0; index < COUNT; index += 1) {
      const person: Id<'person'> = uuidAt(100 + index);
      operation.insert('person', { familyName: `Nom ${index}` }, person);
      operation.insert(
        'affiliation',
        { personId: person, organisationId: idAt(index % 5) },
        uuidAt(200 + index),
      );
    }
  });
  return { session, db };
}

const patch: fc.Arbitrary<RecordPatch<'organisation'>> = fc.record(
  {
    name: fc.constantFrom('Structure 1', 'Autre', 'Évreux'),
    notes: fc.constantFrom(null, 'note', 'autre'),
    tags: fc.subarray(['a', 'b']),
    acronym: fc.constantFrom(null, 'AB'),
  },
  { requiredKeys: [] },
);

const places = fc.array(fc.nat(COUNT - 1), { maxLength: 12 });

function outcomeOf(db: WritableDb) {
  return {
    rows: allRows(db),
    docs: searchDocs(db),
    journal: journalOf(db),
    broken: db.raw.pragma('foreign_key_check'),
  };
}

describe('many records changed together', () => {
  it('end up as when they are changed one by one, with the same journal', () => {
    fc.assert(
      fc.property(places, patch, (at, wanted) => {
        const one = filledStore();
        const many = filledStore();
        const ids = at.map(idAt);
        runOperation(one.db, by, (operation) => {
          for (const id of ids) operation.update('organisation', id, wanted);
        });
        runOperation(many.db, by, (operation) => operation.updateMany('organisation', ids, wanted));
        expect(outcomeOf(many.db)).toEqual(outcomeOf(one.db));
        one.session.close();
        many.session.close();
      }),
      { numRuns: 15 },
    );
  });

  it('end up so when each is changed otherwise, even twice', () => {
    const changes = fc.array(fc.record({ at: fc.nat(COUNT - 1), patch }), { maxLength: 12 });
    fc.assert(
      fc.property(changes, (wanted) => {
        const one = filledStore();
        const many = filledStore();
        const rows: Patched<'organisation'>[] = wanted.map(({ at, patch }) => ({
          id: idAt(at),
          patch,
        }));
        runOperation(one.db, by, (operation) => {
          for (const row of rows) operation.update('organisation', row.id, row.patch);
        });
        runOperation(many.db, by, (operation) => operation.updateEach('organisation', rows));
        expect(outcomeOf(many.db)).toEqual(outcomeOf(one.db));
        one.session.close();
        many.session.close();
      }),
      { numRuns: 15 },
    );
  });

  it('are all left alone when one refuses', () => {
    const { db } = filledStore();
    const before = dumpOf(db);
    const ids = Array.from({ length: COUNT }, (_, index) => idAt(index));
    const setting = (wanted: Parameters<typeof runOperation>[2]) => () =>
      runOperation(db, by, wanted);
    expect(
      setting((operation) => operation.updateMany('organisation', ids, { buyerKind: 'hospital' })),
    ).toThrow(expect.objectContaining({ code: 'record.invalid' }));
    expect(
      setting((operation) =>
        operation.updateMany('organisation', [...ids, idAt(999)], { notes: 'n' }),
      ),
    ).toThrow(expect.objectContaining({ code: 'record.notFound' }));
    expect(dumpOf(db)).toEqual(before);
  });
});

describe('many records put aside together', () => {
  it('go with the same others as one by one, leave nothing pointing to them, and come back as one', () => {
    fc.assert(
      fc.property(places, (at) => {
        const one = filledStore();
        const many = filledStore();
        const before = liveRows(many.db);
        const ids = [...new Set(at.map(idAt))];
        runOperation(one.db, by, (operation) => {
          for (const id of ids) removeWithDependents(operation, 'organisation', [id], DAY);
        });
        const { value: removed } = runOperation(many.db, by, (operation) =>
          removeWithDependents(operation, 'organisation', ids, DAY),
        );
        expect(liveRows(many.db)).toEqual(liveRows(one.db));
        expect(searchDocs(many.db)).toEqual(searchDocs(one.db));
        const gone = (name: string): number =>
          (before[name]?.length ?? 0) - (liveRows(many.db)[name]?.length ?? 0);
        expect(removed.get('organisation') ?? 0).toBe(gone('organisation'));
        expect(removed.get('affiliation') ?? 0).toBe(gone('affiliation'));
        if (ids.length > 0) undoLast(many.db, by);
        expect(liveRows(many.db)).toEqual(before);
        one.session.close();
        many.session.close();
      }),
      { numRuns: 15 },
    );
  });
});
