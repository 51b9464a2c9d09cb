import { describe, expect, it } from 'vitest';

import { runOperation } from '#journal/operation.ts';
import type { RegisterKey } from '#repositories/registers/index.ts';
import { registers } from '#repositories/registers/index.ts';
import type { RegisterQuery } from '#repositories/registers/list.ts';
import { eachRegisterRow, listRegister } from '#repositories/registers/list.ts';
import type { Register } from '#repositories/registers/register.ts';
import { findRecords } from '#services/search.ts';
import { emptyStore, exampleStore } from '#test/stores.ts';

const everything: RegisterQuery = { text: '', filters: [], sort: [], at: null };
const page = { offset: 0, limit: 500 };
const keys = Object.keys(registers) as RegisterKey[]; // keys of a const object

describe('registers', () => {
  it('list, sort by any column both ways, and give the same rows to exports', () => {
    const { session } = exampleStore();
    for (const key of keys) {
      const register: Register = registers[key];
      const { rows, total } = listRegister(session.reader, register, { ...everything, ...page });
      expect(total, key).toBeGreaterThan(0);
      expect(rows).toHaveLength(total);
      expect([...eachRegisterRow(session.reader, register, everything)]).toEqual(rows);
      for (const { key: column } of register.columns) {
        for (const direction of ['asc', 'desc'] as const) {
          const sorted = listRegister(session.reader, register, {
            ...everything,
            ...page,
            sort: [{ column, direction }],
          });
          expect(sorted.rows.map((row) => row.id).toSorted(), `${key}.${column}`).toEqual(
            rows.map((row) => row.id).toSorted(),
          );
        }
      }
    }
  });

  it('answer who was rapporteur on a day', () => {
    const { session } = exampleStore();
    const rapporteurOn = (at: string) =>
      listRegister(session.reader, registers['sub-groups'], {
        ...everything,
        ...page,
        at,
        text: 'evaluer',
      }).rows[0]?.cells['rapporteurs'];
    expect(rapporteurOn('2017-05-09')).toBe('Alexandre Sille (DIRECCTE)');
    expect(rapporteurOn('2017-12-31')).toBe('Lucile Brionne (DIRECCTE)');
  });

  it('keep a value true at its date', () => {
    const { session } = exampleStore();
    const answersOn = (at: string) =>
      listRegister(session.reader, registers.indicators, { ...everything, ...page, at })
        .rows.map((row) => row.cells)
        .find((cells) => cells['code'] === 'applications')?.['latestValue'];
    expect(answersOn('2017-06-30')).toBe(79);
    expect(answersOn('2017-12-31')).toBe(90);
  });

  it('show what a breakdown leaves out', () => {
    const { session } = exampleStore();
    const rows = listRegister(session.reader, registers.measurements, {
      ...everything,
      ...page,
    }).rows;
    const needs = rows.filter(
      (row) => row.cells['value'] === 27 && row.cells['breakdown'] !== null,
    );
    expect(needs.length).toBeGreaterThan(0);
    for (const row of needs) expect(row.cells['notBrokenDown']).toBe(6);
  });

  it('sort as French does, whatever the case and accents', () => {
    const { session } = emptyStore();
    const names = ['Zénith', 'école', 'Eau', 'Étude', 'étang', 'Œuvre', 'oubli', 'ouvrage'];
    runOperation(session.writer(), { author: 'Essai', reason: { key: 'create' } }, (op) =>
      op.insertMany(
        'organisation',
        names.map((name) => ({ values: { name, kind: 'company' } })),
      ),
    );
    const { rows } = listRegister(session.reader, registers.organisations, {
      ...everything,
      ...page,
    });
    expect(rows.map((row) => row.cells['name'])).toEqual([
      'Eau',
      'école',
      'étang',
      'Étude',
      'Œuvre',
      'oubli',
      'ouvrage',
      'Zénith',
    ]);
  });

  it('filter by text without accents, by choice, by emptiness and by date', () => {
    const { session } = exampleStore();
    const list = (register: Register, query: Partial<RegisterQuery>) =>
      listRegister(session.reader, register, { ...everything, ...page, ...query }).rows;
    expect(
      list(registers.organisations, { text: 'METROPOLE europeenne' }).map(
        (row) => row.cells['acronym'],
      ),
    ).toEqual(['MEL']);
    const buyers = list(registers.organisations, {
      filters: [{ column: 'organisationKind', operator: 'is', value: 'buyer' }],
    });
    expect(buyers.length).toBeGreaterThan(3);
    expect(buyers.every((row) => row.cells['organisationKind'] === 'buyer')).toBe(true);
    const undated = list(registers.meetings, {
      filters: [{ column: 'heldOn', operator: 'empty', value: null }],
    });
    expect(undated.every((row) => row.cells['heldOn'] === null)).toBe(true);
    const late = list(registers.applications, {
      filters: [{ column: 'receivedOn', operator: 'after', value: '2017-06-30' }],
    });
    expect(late).toHaveLength(11);
    expect(list(registers.organisations, { text: '100 %_\\' })).toEqual([]);
  });

  it('refuse an unknown column', () => {
    const { session } = exampleStore();
    const query = {
      ...everything,
      ...page,
      sort: [{ column: 'name"; DROP TABLE person', direction: 'asc' as const }],
    };
    expect(() => listRegister(session.reader, registers.people, query)).toThrow('record.invalid');
  });
});

describe('search', () => {
  it('finds people by another spelling, once, under their own name', () => {
    const { session } = exampleStore();
    const found = findRecords(session.reader, 'mikael trig', 10).filter(
      (hit) => hit.table === 'person',
    );
    expect(found.map((hit) => hit.label)).toEqual(['Mikaël Trigaut']);
    expect(findRecords(session.reader, 'LilleisFrenchTech', 5)[0]?.label).toBe(
      'Lille is French Tech',
    );
  });

  it('follows changes, removals and what is brought back', () => {
    const { session } = emptyStore();
    const context = { author: 'Essai', reason: { key: 'create' } };
    const { value: id } = runOperation(session.writer(), context, (op) =>
      op.insert('organisation', { name: 'Cœur de Flandre', kind: 'company' }),
    );
    const labels = (text: string) => findRecords(session.reader, text, 10).map((hit) => hit.label);
    expect(labels('coeur')).toEqual(['Cœur de Flandre']);
    runOperation(session.writer(), context, (op) =>
      op.update('organisation', id, { name: 'Artois' }),
    );
    expect(labels('coeur')).toEqual([]);
    expect(labels('art')).toEqual(['Artois']);
    runOperation(session.writer(), context, (op) =>
      op.setDeleted('organisation', id, '2017-01-01T00:00:00.000Z'),
    );
    expect(labels('art')).toEqual([]);
    runOperation(session.writer(), context, (op) => op.setDeleted('organisation', id, null));
    expect(labels('art')).toEqual(['Artois']);
  });

  it('takes any text as words, never as a query language', () => {
    const { session } = exampleStore();
    for (const text of [
      '',
      '"',
      '*',
      'NEAR(',
      'a AND',
      'title:x',
      '^',
      '-',
      "l'",
      'é',
      '🙂',
      '\u0000',
    ]) {
      expect(Array.isArray(findRecords(session.reader, text, 5)), text).toBe(true);
    }
  });
});
