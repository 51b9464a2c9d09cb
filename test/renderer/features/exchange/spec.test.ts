import { expect, test } from 'vitest';

import type { ImportColumn, ImportSpec } from '#contract/import.channels.ts';

import { columnLetters } from '#features/exchange/column-letters.ts';
import { decisionForKey, likelihood, likeliest } from '#features/exchange/decisions.ts';
import {
  confidenceOf,
  isComplete,
  keyAt,
  missing,
  needed,
  unmapped,
  withColumn,
  withFixed,
} from '#features/exchange/spec.ts';
import { available, columns, inventedRows } from './invented-sheet.ts';

const spec: ImportSpec = {
  register: 'organisations',
  sheet: 0,
  header: { firstRow: 3, lastRow: 3 },
  mapping: [
    { column: 0, key: 'name' },
    { column: 1, key: 'siret' },
  ],
  fixed: {},
  createsMissing: true,
  clearsEmpty: false,
};

test('a column of the register is filled once: by the column that took it last', () => {
  const moved = withColumn(spec, 2, 'name');
  expect(moved.mapping).toEqual([
    { column: 1, key: 'siret' },
    { column: 2, key: 'name' },
  ]);
  expect(keyAt(moved, 0)).toBeNull();
  expect(withColumn(moved, 2, null).mapping).toEqual([{ column: 1, key: 'siret' }]);
});

test('a column that is mapped needs no value for all rows any more', () => {
  const fixed = withFixed(spec, 'organisationKind', 'Entreprise');
  expect(withColumn(fixed, 4, 'organisationKind').fixed).toEqual({});
  expect(withFixed(fixed, 'organisationKind', null).fixed).toEqual({});
});

test('what is missing is asked for until a value is given, and stays asked for then', () => {
  const keys = (list: readonly ImportColumn[]) => list.map(({ key }) => key);
  expect(keys(missing(spec, available))).toEqual(['organisationKind']);
  expect(isComplete(spec, available)).toBe(false);
  const fixed = withFixed(spec, 'organisationKind', 'Entreprise');
  expect(keys(needed(fixed, available))).toEqual(['organisationKind']);
  expect(isComplete(fixed, available)).toBe(true);
  expect(isComplete(withFixed(spec, 'organisationKind', '  '), available)).toBe(false);
  expect(isComplete({ ...fixed, mapping: [] }, available)).toBe(false);
  expect(keys(unmapped(spec, available))).not.toContain('siret');
});

test('a column with an initial value, or filled through another one, is not missing', () => {
  const [name] = available;
  if (name === undefined) throw new Error('no column');
  const people = [
    { ...name, key: 'familyName' },
    { ...name, key: 'fullName', isRequired: false },
    { ...name, key: 'status', initial: 'Actif' },
  ];
  const full = { ...spec, mapping: [{ column: 0, key: 'fullName' }] };
  expect(missing(full, people)).toEqual([]);
  expect(missing({ ...full, mapping: [{ column: 0, key: 'status' }] }, people)).toHaveLength(1);
  const fixed = withFixed({ ...spec, mapping: [] }, 'fullName', 'Zoé Île');
  expect(missing(fixed, people)).toEqual([]);
});

test('a match is as sure as it was guessed, unless the person chose otherwise', () => {
  const [first, , , fourth] = columns;
  if (first === undefined || fourth === undefined) throw new Error('no column');
  expect(confidenceOf(spec, first)).toBe('synonym');
  expect(confidenceOf(spec, fourth)).toBeNull();
  expect(confidenceOf(withColumn(spec, 3, 'notes'), fourth)).toBe('chosen');
});

test('columns are lettered as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

test('keys decide on possible duplicates alone', () => {
  const rows = inventedRows();
  const like = rows.find(({ row }) => row === 5);
  const repeated = rows.find(({ row }) => row === 7);
  const fresh = rows.find(({ row }) => row === 4);
  if (like === undefined || repeated === undefined || fresh === undefined) throw new Error('row');
  const [best, second] = like.candidates;
  expect(decisionForKey('m', like)).toEqual({ kind: 'update', id: best?.id });
  expect(decisionForKey('M', like)).toEqual({ kind: 'update', id: best?.id });
  expect(decisionForKey('c', like)).toEqual({ kind: 'create' });
  expect(decisionForKey('l', like)).toEqual({ kind: 'skip' });
  expect(decisionForKey('Backspace', like)).toBeUndefined();
  expect(decisionForKey('m', repeated)).toBeUndefined();
  expect(decisionForKey('Backspace', repeated)).toBeNull();
  expect(decisionForKey('m', fresh)).toBeUndefined();
  const chosen = { ...like, decision: { kind: 'update' as const, id: second?.id ?? '' } };
  expect(likeliest(chosen)).toBe(second?.id);
});

test('a score is told in words', () => {
  expect([1, 0.9, 0.89, 0.75, 0.7].map(likelihood)).toEqual([
    'high',
    'high',
    'medium',
    'medium',
    'low',
  ]);
});
