import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toColumn } from '#domain/entity.ts';
import type { DuplicateTable } from '#domain/duplicate.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import { entityNames, entityOf } from '#domain/registry.ts';
import { rebuildInto } from '#journal/exchange.ts';
import { runOperation } from '#journal/operation.ts';
import { redoLast, undoLast } from '#journal/undo.ts';
import { countRecords, getRecord, listRecords } from '#repositories/records.repo.ts';
import { mergeRecords } from '#services/duplicates/merge.ts';
import type { StoreSession } from '#services/session.ts';
import { tableOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';
import { allRows, emptyStore, groupStore, liveRows, searchDocs } from '#test/stores.ts';

const by = { author: 'Essai' };
const RUNS = 60;

const day = fc.constantFrom(null, '2015-01-01', '2016-01-01', '2016-06-30', '2018-12-31');
const pick = fc.nat(9);
const title = fc.constantFrom(null, 'Directrice', 'directrice', 'Acheteur');
const period = fc
  .tuple(day, day)
  .map(([a, b]) =>
    a !== null && b !== null && b < a ? { fromOn: b, toOn: a } : { fromOn: a, toOn: b },
  );

interface World {
  readonly organisations: readonly (string | null)[];
  readonly parents: readonly number[];
  readonly people: readonly string[];
  readonly affiliations: readonly (readonly [number, number, string | null, Period])[];
  readonly mandates: readonly (readonly [number, number | null, string, Period])[];
  readonly attendances: readonly (readonly [number, number, string, number])[];
  readonly segments: readonly (readonly [number, number])[];
  readonly besides: readonly (readonly [
    'alias' | 'citation' | 'attachment' | 'consent',
    boolean,
    number,
  ])[];
}
type Period = { readonly fromOn: string | null; readonly toOn: string | null };

const world: fc.Arbitrary<World> = fc.record({
  organisations: fc.array(fc.constantFrom('Alpha', 'Alfa', 'Bêta', null), {
    minLength: 2,
    maxLength: 5,
  }),
  parents: fc.array(pick, { maxLength: 4 }),
  people: fc.array(fc.constantFrom('Petit', 'PETIT', 'Legrand'), { minLength: 2, maxLength: 4 }),
  affiliations: fc.array(fc.tuple(pick, pick, title, period), { maxLength: 10 }),
  mandates: fc.array(
    fc.tuple(pick, fc.option(pick, { nil: null }), fc.constantFrom('member', 'chair'), period),
    { maxLength: 8 },
  ),
  attendances: fc.array(
    fc.tuple(pick, pick, fc.constantFrom('present', 'absent', 'represented'), pick),
    { maxLength: 6 },
  ),
  segments: fc.array(fc.tuple(pick, pick), { maxLength: 6 }),
  besides: fc.array(
    fc.tuple(fc.constantFrom('alias', 'citation', 'attachment', 'consent'), fc.boolean(), pick),
    { maxLength: 8 },
  ),
});

/** Fills a store; everything points to whatever the numbers pick. */
function fill(session: StoreSession, made: World): void {
  runOperation(session.writer(), { ...by, reason: { key: 'create' } }, (op) => {
    const group = listRecords(op.db, 'workingGroup')[0]?.id;
    if (group === undefined) throw new Error('made with the store');
    const at = <T>(items: readonly T[], place: number): T => {
      const item = items[place % items.length];
      if (item === undefined) throw new Error('never empty');
      return item;
    };
    const organisations = op.insertMany(
      'organisation',
      made.organisations.map((name, place) => ({
        values: { name: name ?? `Structure ${place}`, kind: 'company', notes: name },
      })),
    );
    for (const [child, parent] of made.parents.entries()) {
      const [from, to] = [at(organisations, child), at(organisations, parent)];
      if (from !== to) op.update('organisation', from, { parentId: to });
    }
    const people = op.insertMany(
      'person',
      made.people.map((familyName) => ({ values: { familyName } })),
    );
    for (const [person, organisation, held, when] of made.affiliations) {
      op.insert('affiliation', {
        personId: at(people, person),
        organisationId: at(organisations, organisation),
        title: held,
        ...when,
      });
    }
    for (const [person, organisation, role, when] of made.mandates) {
      op.insert('mandate', {
        personId: at(people, person),
        organisationId: organisation === null ? null : at(organisations, organisation),
        workingGroupId: group,
        role: role as NonNullable<NewRecord<'mandate'>['role']>, // one of the two above
        ...when,
      });
    }
    const meetings = [0, 1].map((place) =>
      op.insert('meeting', { workingGroupId: group, title: `Réunion ${place}` }),
    );
    for (const [meeting, person, status, other] of made.attendances) {
      op.insert('attendance', {
        meetingId: at(meetings, meeting),
        personId: at(people, person),
        status: status as NonNullable<NewRecord<'attendance'>['status']>, // one of the three above
        representedById: at(people, other) === at(people, person) ? null : at(people, other),
      });
    }
    const segments = [1, 2].map((position) =>
      op.insert('purchaseSegment', {
        workingGroupId: group,
        name: `Segment ${position}`,
        position,
      }),
    );
    for (const [organisation, segment] of made.segments) {
      op.insert('organisationSegment', {
        organisationId: at(organisations, organisation),
        purchaseSegmentId: at(segments, segment),
      });
    }
    const source = op.insert('sourceDocument', { title: 'Synthèse' });
    for (const [kind, isPerson, place] of made.besides) {
      const recordTable = isPerson ? 'person' : 'organisation';
      const recordId = isPerson ? at(people, place) : at(organisations, place);
      if (kind === 'alias') op.insert(kind, { recordTable, recordId, name: 'Autre' });
      else if (kind === 'citation') op.insert(kind, { recordTable, recordId, sourceId: source });
      else if (kind === 'attachment') {
        const file = { sha256: 'a'.repeat(64), fileName: 'a.pdf', byteSize: 1 };
        op.insert(kind, { recordTable, recordId, ...file });
      } else {
        op.insert(kind, {
          personId: isPerson ? (recordId as Id<'person'>) : null, // picked above
          organisationId: isPerson ? null : (recordId as Id<'organisation'>),
          field: 'email',
          givenOn: '2017-01-01',
        });
      }
    }
  });
}

/** Live rows anywhere that still name the record, save those that say what became of it. */
function mentions(db: ReadableDb, id: string): string[] {
  return entityNames
    .filter((name) => name !== 'mergedRecord')
    .flatMap((name) => {
      const fields = Object.entries(entityOf(name).fields)
        .filter(([field, { kind }]) => kind === 'reference' || field.endsWith('Id'))
        .map(([field]) => field);
      return fields.filter(
        (field) =>
          all(
            db,
            sql`SELECT 1 FROM ${identifier(tableOf(name))}
                WHERE ${identifier(toColumn(field))} = ${id} AND deleted_at IS NULL`,
          ).length > 0,
      );
    });
}

/** Rules that live rows break. */
function breaches(db: ReadableDb): unknown[] {
  return entityNames.flatMap((name) =>
    listRecords(db, name).flatMap((record) => entityOf(name).rules(record)),
  );
}

const turns = fc.array(
  fc.record({
    table: fc.constantFrom<DuplicateTable>('organisation', 'person'),
    keep: pick,
    lose: pick,
  }),
  { minLength: 1, maxLength: 3 },
);

describe('merges, whatever the store holds', () => {
  it('leave nothing behind, lose no link, and are undone and done again as one', () => {
    fc.assert(
      fc.property(world, turns, (made, merges) => {
        const { session } = groupStore('Groupe');
        const { session: copy } = emptyStore();
        const db = session.writer();
        fill(session, made);
        const states = [{ live: liveRows(db), docs: searchDocs(db) }];
        for (const { table, keep, lose } of merges) {
          const ids = listRecords(db, table).map(({ id }) => id);
          const [keepId, loseId] = [ids[keep % ids.length], ids[lose % ids.length]];
          if (keepId === undefined || loseId === undefined || keepId === loseId) continue;
          const before = entityNames.map((name) => [name, countRecords(db, name)] as const);
          const { value } = mergeRecords(session, by, { table, keepId, loseId, fields: {} });
          expect(mentions(db, loseId)).toEqual([]);
          expect(getRecord(db, table, keepId)).not.toBeNull();
          // Each row either stays or is folded into one that says the same.
          for (const [name, count] of before) {
            const gone = (value.folded.get(name) ?? 0) + (name === table ? 1 : 0);
            if (name !== 'alias' && name !== 'mergedRecord') {
              expect([name, countRecords(db, name)]).toEqual([name, count - gone]);
            }
          }
          expect(listRecords(db, 'organisation').some((o) => o.parentId === o.id)).toBe(false);
          expect(breaches(db)).toEqual([]);
          states.push({ live: liveRows(db), docs: searchDocs(db) });
        }
        rebuildInto(copy.writer(), db);
        expect(allRows(copy.reader)).toEqual(allRows(db));
        for (const state of states.slice(0, -1).toReversed()) {
          undoLast(db, by);
          expect(liveRows(db)).toEqual(state.live);
          expect(searchDocs(db)).toEqual(state.docs);
        }
        for (const state of states.slice(1)) {
          redoLast(db, by);
          expect(liveRows(db)).toEqual(state.live);
          expect(searchDocs(db)).toEqual(state.docs);
        }
        expect(db.raw.pragma('foreign_key_check')).toEqual([]);
        session.close();
        copy.close();
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
