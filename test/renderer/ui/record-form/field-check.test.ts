import { describe, expect, test } from 'vitest';

import { entityNames, entityOf } from '#domain/registry.ts';
import { bareIdentifier, brokenRule, personFromName } from '#ui/record-form/field-check.ts';
import { groupHistory, isBlank } from '#ui/record-form/history-groups.ts';
import { formLayout } from '#ui/record-form/layout.ts';

const organisation = { name: 'X', kind: 'company', buyerKind: null, siren: null, siret: null };

describe('a field checked as it is typed', () => {
  test.each([
    ['name', '', 'required'],
    ['name', 'Atelier', null],
    ['siren', '732829320', null],
    ['siren', '732829321', 'invalidSiren'],
    ['siren', '7328293200', 'tooLong'],
    ['siren', null, null],
    ['kind', 'other', 'invalidChoice'],
    ['buyerKind', 'state', 'onlyBuyersHaveAKind'],
    ['nothing', 'x', 'unknownField'],
  ])('%s = %s → %s', (field, value, rule) => {
    expect(brokenRule('organisation', organisation, field, value)).toBe(rule);
  });

  test('a rule across fields is said under the field that it names', () => {
    const record = { fromOn: '2017-05-01', toOn: null, title: null };
    expect(brokenRule('affiliation', record, 'toOn', '2017-04-30')).toBe('endsBeforeItBegins');
    expect(brokenRule('affiliation', record, 'toOn', '2017-05-01')).toBeNull();
  });

  test('identifiers lose what only helps reading', () => {
    expect(bareIdentifier(' 732\u00A0829 320.00074 ')).toBe('73282932000074');
  });

  test.each([
    ['Marie Dupont', { givenName: 'Marie', familyName: 'Dupont' }],
    ['DUPONT Marie', { givenName: 'Marie', familyName: 'DUPONT' }],
    ['Marie de la Tour', { givenName: 'Marie', familyName: 'de la Tour' }],
    ['Dupont', { givenName: null, familyName: 'Dupont' }],
    ['LE GOFF Yann', { givenName: 'Yann', familyName: 'LE GOFF' }],
  ])('%s is a person', (typed, person) => {
    expect(personFromName(typed)).toEqual(person);
  });
});

describe('the form of a record', () => {
  test('every field that a person may set is in the form of its kind, once', () => {
    for (const table of entityNames) {
      const { fields } = entityOf(table);
      const { main, more } = formLayout(table, { kind: 'buyer' });
      const shown = [...main, ...more];
      expect(new Set(shown).size, table).toBe(shown.length);
      for (const [field, { kind, initial }] of Object.entries(fields)) {
        const isSet = kind !== 'dateTime' && (kind !== 'json' || Array.isArray(initial));
        if (isSet) expect(shown, `${table}.${field}`).toContain(field);
      }
    }
  });

  test('the kind of buyer is asked of buyers only, or while one is left to empty', () => {
    const asked = (record: Record<string, unknown>) =>
      formLayout('organisation', { buyerKind: null, ...record }).main.includes('buyerKind');
    expect(asked({ kind: 'buyer' })).toBe(true);
    expect(asked({ kind: 'company' })).toBe(false);
    expect(asked({ kind: 'company', buyerKind: 'state' })).toBe(true);
  });

  test('notes come forward once they say something, but not while they are typed', () => {
    const silent = { notes: null };
    const said = { notes: 'Rappeler lundi' };
    expect(formLayout('person', said).main).toContain('notes');
    expect(formLayout('person', said, silent).more).toContain('notes');
  });
});

describe('the history of a record', () => {
  const line = (operationId: string, field: string) => ({
    operationId,
    at: '2017-09-15T08:00:00Z',
    author: 'A',
    kind: 'edit' as const,
    reason: { key: 'update' },
    field,
    isOfMerged: false,
    before: null,
    after: 'x',
  });

  test('is told operation by operation, in the order given', () => {
    const groups = groupHistory([line('2', 'name'), line('2', 'siren'), line('1', 'name')]);
    expect(groups.map(({ operationId, lines }) => [operationId, lines.length])).toEqual([
      ['2', 2],
      ['1', 1],
    ]);
  });

  test('knows what says nothing', () => {
    expect([null, undefined, '', [], {}].every(isBlank)).toBe(true);
    expect([0, false, 'x', ['x'], { x: true }].some(isBlank)).toBe(false);
  });
});
