import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isCalendarDate, periodContains, quarterOf } from '#domain/dates.ts';
import { entityNames, entityOf, isEntityName } from '#domain/registry.ts';
import { formatSiren, isValidSiren, isValidSiret } from '#domain/siren.ts';
import { checkedValues } from '#sql/codec.ts';
import type { Refusal } from '#sql/errors.ts';
import { DataError } from '#sql/errors.ts';

function refusals(check: () => unknown): readonly Refusal[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof DataError) return error.details['refusals'] as readonly Refusal[]; // set by checkedValues
    throw error;
  }
}

describe('SIREN and SIRET', () => {
  it('accept known numbers and refuse one changed digit', () => {
    for (const siren of ['776056467', '130005481', '356000000']) {
      expect(isValidSiren(siren)).toBe(true);
      for (let position = 0; position < 9; position += 1) {
        const digit = (Number(siren.charAt(position)) + 1) % 10;
        expect(isValidSiren(siren.slice(0, position) + digit + siren.slice(position + 1))).toBe(
          false,
        );
      }
    }
  });

  it('know the rule of La Poste’s establishments', () => {
    expect(isValidSiret('35600000000048')).toBe(true);
    expect(isValidSiret('35600000049837')).toBe(true);
    expect(isValidSiret('35600000049838')).toBe(false);
  });

  it('refuse letters, spaces and other lengths', () => {
    for (const wrong of ['', '77605646', '7760564670', '776 056 467', '77605646A']) {
      expect(isValidSiren(wrong)).toBe(false);
    }
  });

  it('are shown in groups', () => {
    expect(formatSiren('776056467')).toBe('776\u00A0056\u00A0467');
    expect(formatSiren('77605646700012')).toBe('776\u00A0056\u00A0467\u00A000012');
  });
});

describe('dates', () => {
  it('are days of the calendar', () => {
    expect(isCalendarDate('2016-02-29')).toBe(true);
    for (const wrong of [
      '2017-02-29',
      '2017-13-01',
      '2017-00-10',
      '2017-6-1',
      '01/06/2017',
      '0999-01-01',
    ]) {
      expect(isCalendarDate(wrong)).toBe(false);
    }
  });

  it('are in a period that is open where a bound is missing', () => {
    expect(periodContains(null, null, '2017-05-09')).toBe(true);
    expect(periodContains('2017-05-09', '2017-05-09', '2017-05-09')).toBe(true);
    expect(periodContains('2017-05-10', null, '2017-05-09')).toBe(false);
    expect(periodContains(null, '2017-05-08', '2017-05-09')).toBe(false);
  });

  it('belong to a quarter', () => {
    expect(['2017-01-31', '2017-04-01', '2017-09-30', '2017-12-31'].map(quarterOf)).toEqual([
      '2017-T1', '2017-T2', '2017-T3', '2017-T4',
    ]); // prettier-ignore
  });
});

describe('declarations', () => {
  it('name columns that exist, in labels, searches and indexes', () => {
    for (const name of entityNames) {
      const entity = entityOf(name);
      for (const field of [...entity.label, ...entity.searched, ...entity.indexed]) {
        expect(entity.fieldNames, `${name}.${field}`).toContain(field);
      }
      for (const { kind, target } of Object.values(entity.fields)) {
        if (kind === 'reference')
          expect(isEntityName(target ?? ''), `${name} → ${target}`).toBe(true);
      }
    }
  });
});

describe('rules across columns', () => {
  it('refuse a mandate that ends before it begins, or in two bodies, or in none', () => {
    const id = '01890000-0000-7000-8000-000000000000';
    const base = { personId: id, role: 'rapporteur' };
    const backwards = { ...base, subGroupId: id, fromOn: '2017-09-01', toOn: '2017-08-31' };
    expect(refusals(() => checkedValues('mandate', backwards))).toEqual([
      { field: 'toOn', rule: 'endsBeforeItBegins' },
    ]);
    expect(refusals(() => checkedValues('mandate', base))).toMatchObject([
      { rule: 'exactlyOneBody' },
    ]);
    expect(
      refusals(() => checkedValues('mandate', { ...base, subGroupId: id, committeeId: id })),
    ).toMatchObject([{ rule: 'exactlyOneBody' }]);
    expect(refusals(() => checkedValues('mandate', { ...base, subGroupId: id }))).toEqual([]);
  });

  it('refuse to turn an application away without a reason', () => {
    const id = '01890000-0000-7000-8000-000000000000';
    const decision = { applicationId: id, phaseId: id, outcome: 'excluded' };
    expect(refusals(() => checkedValues('phaseDecision', decision))).toMatchObject([
      { rule: 'refusalNeedsAReason' },
    ]);
    expect(
      refusals(() => checkedValues('phaseDecision', { ...decision, exclusionReasonId: id })),
    ).toEqual([]);
  });

  it('refuse a SIRET of another SIREN, unknown columns, and say every refusal at once', () => {
    const wrong = {
      name: '',
      kind: 'company',
      siren: '776056467',
      siret: '13000548100010',
      colour: 'red',
    };
    expect(refusals(() => checkedValues('organisation', wrong)).map(({ field }) => field)).toEqual([
      'colour',
      'name',
    ]);
    const found = refusals(() =>
      checkedValues('organisation', { ...wrong, name: 'A', colour: undefined }),
    );
    expect(found.map(({ field }) => field)).toContain('siret');
  });
});

describe('any values', () => {
  it('are refused with a code or taken whole: never an unforeseen error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entityNames),
        fc.dictionary(fc.string(), fc.anything()),
        (name, values) => {
          for (const refusal of refusals(() => checkedValues(name, values))) {
            expect(typeof refusal.rule).toBe('string');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
