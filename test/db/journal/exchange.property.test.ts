import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import type { Package } from '#journal/exchange.ts';
import { merge, pack, versionVector } from '#journal/exchange.ts';
import { conflictsOf } from '#journal/history.ts';
import { runOperation } from '#journal/operation.ts';
import { undoLast, undoState } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { WritableDb } from '#sql/sql.ts';
import { allRows, emptyStore, searchDocs } from '#test/stores.ts';

interface Act {
  readonly replica: number;
  readonly kind: 'create' | 'rename' | 'remove' | 'link' | 'undo' | 'send';
  readonly pick: number;
  readonly text: string;
  /** Hours this laptop's clock is off. */
  readonly skew: number;
}

const act = (replicas: number): fc.Arbitrary<Act> =>
  fc.record({
    replica: fc.nat(replicas - 1),
    kind: fc.constantFrom('create', 'rename', 'remove', 'link', 'undo', 'send'),
    pick: fc.nat(40),
    text: fc.stringMatching(/^[A-Za-zé]{1,8}$/),
    skew: fc.integer({ min: -48, max: 48 }),
  });

const HOUR = 3_600_000;

function perform(db: WritableDb, { kind, pick, text, skew }: Act): void {
  const now = () => Date.UTC(2017, 5, 30) + skew * HOUR;
  const context = { author: `Copie ${text}`, reason: { key: kind }, now };
  const organisations = listRecords(db, 'organisation');
  const target = organisations[pick % Math.max(1, organisations.length)];
  if (kind === 'create') {
    runOperation(db, context, (op) => op.insert('organisation', { name: text, kind: 'company' }));
  } else if (kind === 'undo') {
    if (undoState(db).undo !== null) undoLastIfFree(db, now);
  } else if (target !== undefined && kind === 'rename') {
    runOperation(db, context, (op) => op.update('organisation', target.id, { name: text }));
  } else if (target !== undefined && kind === 'remove') {
    runOperation(db, context, (op) =>
      op.setDeleted('organisation', target.id, '2017-07-01T00:00:00.000Z'),
    );
  } else if (target !== undefined && kind === 'link') {
    runOperation(db, context, (op) => {
      const personId = op.insert('person', { familyName: text });
      op.insert('affiliation', { personId, organisationId: target.id });
    });
  }
}

function undoLastIfFree(db: WritableDb, now: () => number): void {
  try {
    undoLast(db, { author: 'Essai', now });
  } catch (error) {
    if (!(error instanceof Error && error.message === 'journal.undoBlocked')) throw error;
  }
}

describe('exchange between copies', () => {
  it('converges whatever the order, delay and repetition of packages and the clocks', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 4 })
          .chain((count) =>
            fc.tuple(
              fc.constant(count),
              fc.array(act(count), { maxLength: 40 }),
              fc.infiniteStream(fc.nat(1000)),
            ),
          ),
        ([count, acts, dice]) => {
          const copies = Array.from({ length: count }, () => emptyStore().session);
          const underWay: { to: number; parcel: Package }[] = [];
          const roll = (limit: number): number => Number(dice.next().value) % limit;
          for (const action of acts) {
            const copy = copies[action.replica];
            if (copy === undefined) continue;
            if (action.kind === 'send') {
              const to = (action.replica + 1 + roll(count - 1)) % count;
              underWay.push({ to, parcel: pack(copy.reader, {}) });
            } else {
              perform(copy.writer(), action);
            }
            if (underWay.length > 0 && roll(2) === 0) {
              // Any package may arrive now, and may arrive again later.
              const parcel = underWay[roll(underWay.length)];
              if (parcel !== undefined)
                merge(copies[parcel.to]?.writer() ?? copy.writer(), parcel.parcel);
            }
          }
          for (let round = 0; round < 2; round += 1) {
            for (const from of copies) {
              for (const to of copies) {
                if (from !== to) merge(to.writer(), pack(from.reader, versionVector(to.reader)));
              }
            }
          }
          const [first, ...others] = copies.map((copy) => [
            allRows(copy.reader),
            searchDocs(copy.reader),
          ]);
          for (const other of others) expect(other).toEqual(first);
          for (const copy of copies) {
            expect(copy.writer().raw.pragma('foreign_key_check')).toEqual([]);
            copy.close();
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('shows both values when two people changed the same field without seeing each other', () => {
    const here = emptyStore().session;
    const there = emptyStore().session;
    const context = { author: 'Ici', reason: { key: 'update' } };
    const { value: id } = runOperation(here.writer(), context, (op) =>
      op.insert('organisation', { name: 'UGAP', kind: 'buyer' }),
    );
    merge(there.writer(), pack(here.reader, versionVector(there.reader)));
    rename(here.writer(), id, 'UGAP – Nord', 'Ici');
    rename(there.writer(), id, 'UGAP Hauts-de-France', 'Là-bas');
    merge(here.writer(), pack(there.reader, versionVector(here.reader)));

    const [conflict] = conflictsOf(here.reader, id);
    expect(conflict?.col).toBe('name');
    expect(conflict?.values.map(({ value, author }) => [value, author]).toSorted()).toEqual([
      ['UGAP Hauts-de-France', 'Là-bas'],
      ['UGAP – Nord', 'Ici'],
    ]);

    rename(here.writer(), id, 'UGAP', 'Ici');
    expect(conflictsOf(here.reader, id)).toEqual([]);
    merge(there.writer(), pack(here.reader, versionVector(there.reader)));
    expect(getRecord(there.reader, 'organisation', id)?.name).toBe('UGAP');
    expect(conflictsOf(there.reader, id)).toEqual([]);
  });

  it('keeps scores in their evaluator’s own scope', () => {
    const { session } = emptyStore();
    const scopes = runOperation(
      session.writer(),
      { author: 'Essai', reason: { key: 'create' } },
      (op) => {
        const workingGroupId = op.insert('workingGroup', { name: 'GT' });
        const callId = op.insert('callForInterest', { workingGroupId, title: 'AMI' });
        const organisationId = op.insert('organisation', { name: 'A', kind: 'company' });
        const applicationId = op.insert('application', {
        callId, organisationId, number: 1, title: 'Réponse', receivedOn: '2017-06-01',
      }); // prettier-ignore
        const phaseId = op.insert('phase', {
          callId,
          position: 1,
          name: 'Comité',
          kind: 'committee',
        });
        const criterionId = op.insert('criterion', {
        phaseId, position: 1, name: 'Usage', weight: 1, scaleMin: 0, scaleMax: 5,
      }); // prettier-ignore
        const evaluatorId = op.insert('person', { familyName: 'Évaluatrice' });
        op.insert('score', { evaluatorId, applicationId, criterionId, value: 4 });
        return { core: 'core', own: `evaluator/${evaluatorId}` };
      },
    ).value;
    const shared = pack(session.reader, {}, [scopes.core]);
    expect(shared.changes.some((change) => change.tbl === 'score')).toBe(false);
    const own = pack(session.reader, {}, [scopes.own]);
    expect(own.changes.map((change) => change.tbl)).toEqual(['score']);

    const other = emptyStore().session;
    merge(other.writer(), own);
    expect(listRecords(other.reader, 'score')).toEqual([]);
    merge(other.writer(), shared);
    expect(listRecords(other.reader, 'score')).toHaveLength(1);
  });

  it('refuses entries whose content is not what their hash says, and keeps nothing of the package', () => {
    const here = emptyStore().session;
    const there = emptyStore().session;
    runOperation(here.writer(), { author: 'Ici', reason: { key: 'create' } }, (op) => {
      op.insert('person', { familyName: 'Dupont' });
      op.insert('person', { familyName: 'Durand' });
    });
    const parcel = pack(here.reader, {});
    const altered = {
      ...parcel,
      changes: parcel.changes.map((change, index) =>
        index === 1 ? { ...change, value: change.value.replace('Durand', 'Martin') } : change,
      ),
    };
    expect(() => merge(there.writer(), altered)).toThrow('journal.damagedEntry');
    expect(listRecords(there.reader, 'person')).toEqual([]);
  });
});

function rename(db: WritableDb, id: Id<'organisation'>, name: string, author: string): void {
  runOperation(db, { author, reason: { key: 'update' } }, (op) =>
    op.update('organisation', id, { name }),
  );
}
