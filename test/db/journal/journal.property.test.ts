import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { removeWithDependents } from '#journal/dependents.ts';
import { rebuildInto } from '#journal/exchange.ts';
import { runOperation } from '#journal/operation.ts';
import { redoLast, undoLast, undoState } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { WritableDb } from '#sql/sql.ts';
import { allRows, emptyStore, liveRows, searchDocs } from '#test/stores.ts';

type Step =
  | {
      readonly kind: 'organisation' | 'person' | 'removeOrganisation' | 'removePerson';
      readonly pick: number;
      readonly text: string;
    }
  | {
      readonly kind: 'rename' | 'affiliate' | 'batch';
      readonly pick: number;
      readonly text: string;
    }
  | { readonly kind: 'undo' | 'redo' };

const word = fc.stringMatching(/^[a-zA-Zéèœç'’ -]{1,12}[a-z]$/);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'organisation', 'person', 'rename', 'affiliate', 'batch', 'removeOrganisation', 'removePerson',
    ), // prettier-ignore
    pick: fc.nat(50),
    text: word,
  }),
  fc.record({ kind: fc.constantFrom('undo', 'redo') }),
);

const by = { author: 'Essai' };
const pickFrom = <T>(items: readonly T[], pick: number): T | null =>
  items.length === 0 ? null : (items[pick % items.length] ?? null);

/** Applies one step; returns how deep the stack of undoable operations then is, by what it did. */
function apply(db: WritableDb, action: Step): void {
  const organisations = listRecords(db, 'organisation');
  const people = listRecords(db, 'person');
  const context = { ...by, reason: { key: action.kind } };
  switch (action.kind) {
    case 'organisation':
      runOperation(db, context, (op) =>
        op.insert('organisation', { name: action.text, kind: 'company' }),
      );
      return;
    case 'person':
      runOperation(db, context, (op) => op.insert('person', { familyName: action.text }));
      return;
    case 'rename': {
      const target = pickFrom(organisations, action.pick);
      if (target === null) return;
      runOperation(db, context, (op) =>
        op.update('organisation', target.id, { name: action.text, notes: action.text }),
      );
      return;
    }
    case 'affiliate': {
      const person = pickFrom(people, action.pick);
      const organisation = pickFrom(organisations, action.pick + 1);
      if (person === null || organisation === null) return;
      runOperation(db, context, (op) =>
        op.insert('affiliation', {
          personId: person.id,
          organisationId: organisation.id,
          title: action.text,
        }),
      );
      return;
    }
    case 'batch':
      runOperation(db, context, (op) => {
        const ids = op.insertMany('organisation', [
          { values: { name: action.text, kind: 'buyer' } },
          { values: { name: `${action.text} bis`, kind: 'platform' } },
        ]);
        const first = ids[0];
        if (first !== undefined) op.update('organisation', first, { acronym: 'AB' });
      });
      return;
    case 'removeOrganisation':
    case 'removePerson': {
      const table = action.kind === 'removePerson' ? 'person' : 'organisation';
      const target =
        table === 'person' ? pickFrom(people, action.pick) : pickFrom(organisations, action.pick);
      if (target === null) return;
      runOperation(db, context, (op) =>
        removeWithDependents(op, table, [target.id], '2017-06-30T08:00:00.000Z'),
      );
      return;
    }
    case 'undo':
      ignoringEmpty(() => undoLast(db, by));
      return;
    case 'redo':
      ignoringEmpty(() => redoLast(db, by));
      return;
    default:
      throw new TypeError('unknown step');
  }
}

function ignoringEmpty(body: () => unknown): void {
  try {
    body();
  } catch (error) {
    const isEmpty = error instanceof DataError && error.code.startsWith('journal.nothingTo');
    if (!isEmpty) throw error;
  }
}

function emptyTables() {
  const { session } = emptyStore();
  const rows = liveRows(session.reader);
  session.close();
  return rows;
}

describe('journal', () => {
  it('rebuilds every table and the search from its entries alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { session } = emptyStore();
        const { session: fresh } = emptyStore();
        for (const action of steps) apply(session.writer(), action);
        rebuildInto(fresh.writer(), session.reader);
        expect(allRows(fresh.reader)).toEqual(allRows(session.reader));
        expect(searchDocs(fresh.reader)).toEqual(searchDocs(session.reader));
        session.close();
        fresh.close();
      }),
      { numRuns: 40 },
    );
  });

  it('undoes back to an empty store and does everything again', () => {
    const nothing = emptyTables();
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const { session } = emptyStore();
        const db = session.writer();
        for (const action of steps) apply(db, action);
        const before = liveRows(db);
        const docs = searchDocs(db);
        let undone = 0;
        while (undoState(db).undo !== null) {
          undoLast(db, by);
          undone += 1;
        }
        expect(liveRows(db)).toEqual(nothing);
        expect(searchDocs(db)).toEqual([]);
        for (let i = 0; i < undone; i += 1) redoLast(db, by);
        expect(liveRows(db)).toEqual(before);
        expect(searchDocs(db)).toEqual(docs);
        expect(db.raw.pragma('foreign_key_check')).toEqual([]);
        session.close();
      }),
      { numRuns: 40 },
    );
  });
});
