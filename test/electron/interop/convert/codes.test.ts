import { isValidSiren, isValidSiret } from '#domain/siren.ts';
import type { Cell } from '#interop/import/sheet.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { read, told } from './reading.ts';

/** Digits completed by the one that makes their Luhn key right. */
function keyed(head: string, isValid: (value: string) => boolean): string {
  const found = Array.from('0123456789', (digit) => `${head}${digit}`).find(isValid);
  if (found === undefined) throw new Error(`no key for ${head}`);
  return found;
}

const siren = fc.stringMatching(/^\d{8}$/).map((head) => keyed(head, isValidSiren));
const siret = fc
  .tuple(siren, fc.stringMatching(/^[1-9]\d{3}$/))
  .map(([head, nic]) => keyed(`${head}${nic}`, isValidSiret));
const blank = fc.constantFrom(' ', '.', '\u00a0', '\u202f', '-', '');

describe('a SIREN', () => {
  it('comes back however its digits are grouped, and from a number that lost its first zero', () => {
    fc.assert(
      fc.property(siren, blank, (value, mark) => {
        const grouped = [value.slice(0, 3), value.slice(3, 6), value.slice(6)].join(mark);
        expect(told(grouped, 'siren')).toBe(value);
        fc.pre(!value.startsWith('000'));
        expect(read(Number(value), 'siren')).toMatchObject({ ok: true, value });
      }),
      { numRuns: 500 },
    );
  });

  it('is taken out of a SIRET', () => {
    fc.assert(
      fc.property(siret, (value) => {
        expect(told(value, 'siren')).toBe(`${value.slice(0, 9)} ~sirenFromSiret`);
      }),
    );
  });

  it.each<[Cell, unknown]>([
    ['FR44732829320', '732829320 ~sirenFromVat'],
    ['FR 44 732 829 320', '732829320 ~sirenFromVat'],
    ['FR00732829320', '!badVatNumber'],
    ['RCS Lille 732 829 320', '732829320 ~textDropped'],
    ['123456789', '!badSiren'],
    ['12345', '!sirenLength'],
    ['en cours', '!sirenLength'],
    ['8,02E+08', '!mangledNumber'],
    ['NC', 'null ~readAsBlank'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'siren')).toBe(expected);
  });
});

describe('a SIRET', () => {
  it('comes back as text and as a number', () => {
    fc.assert(
      fc.property(siret, (value) => {
        expect(told(value, 'siret')).toBe(value);
        expect(told(`${value.slice(0, 9)} ${value.slice(9)}`, 'siret')).toBe(value);
        fc.pre(!value.startsWith('000'));
        expect(read(Number(value), 'siret')).toMatchObject({ ok: true, value });
      }),
      { numRuns: 500 },
    );
  });

  it.each<[Cell, unknown]>([
    [80_200_000_000_000, '!mangledNumber'],
    ['8,02E+13', '!mangledNumber'],
    [{ kind: 'number', value: 80_200_000_000_000, text: '80200000000000' }, '!mangledNumber'],
    ['732829320', '!sirenInsteadOfSiret'],
    ['73282932000075', '!badSiret'],
    ['SIRET : 732 829 320 00074', '73282932000074 ~textDropped'],
    [1234, '!siretLength'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'siret')).toBe(expected);
  });
});

describe('a postal code', () => {
  it.each<[Cell, unknown]>([
    ['59000', '59000'],
    [59_000, '59000'],
    [1000, '01000 ~zeroRestored'],
    ['1000', '01000 ~zeroRestored'],
    [{ kind: 'number', value: 1000, text: '01000' }, '01000'],
    ['59 000', '59000'],
    ['F-59000', '59000'],
    ['59020 LILLE CEDEX', '59020 ~textDropped'],
    ['B-1000', 'B-1000'],
    ['sw1a 1aa', 'SW1A 1AA'],
    ['nc', 'null ~readAsBlank'],
    ['123', '!invalidPostalCode'],
    [590_000, '!invalidPostalCode'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'postalCode')).toBe(expected);
  });
});

describe('an identifier', () => {
  it.each<[Cell, unknown]>([
    ['01000', '01000'],
    [{ kind: 'number', value: 7, text: '0007' }, '0007'],
    [1000, '1000'],
    ['8,02E+13', '!mangledNumber'],
    [1e25, '!mangledNumber'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'identifier')).toBe(expected);
  });

  it('gets its zeros back up to the digits it has at least', () => {
    const departement = { kind: 'identifier', min: 2, max: 3 } as const;
    expect(told(1, departement)).toBe('01 ~zeroRestored');
    expect(told('2A', departement)).toBe('2A');
    expect(told('971', departement)).toBe('971');
    expect(told('9710', departement)).toBe('!tooLong');
  });
});

describe('an e-mail address', () => {
  it.each<[Cell, unknown]>([
    ['a@b.fr', 'a@b.fr'],
    [' Jean.Dupont@EXAMPLE.FR\u00a0', 'Jean.Dupont@example.fr'],
    ['mailto:a@b.fr', 'a@b.fr'],
    ['Dupont, Jean <a@b.fr>', 'a@b.fr'],
    ['a@b.fr.', 'a@b.fr'],
    ['A@b.fr a@b.fr', 'A@b.fr'],
    ['a@b.fr; c@d.fr', 'a@b.fr ~severalValues'],
    ['a@b.fr\nc@d.fr', 'a@b.fr ~severalValues'],
    ['a@b.fr/c@d.fr', 'a@b.fr ~severalValues'],
    ['jean a@b.fr', 'a@b.fr ~textDropped'],
    ['a@b', '!invalidEmail'],
    ['a@b,fr', '!invalidEmail'],
    ['a@@b.fr', '!invalidEmail'],
    ['a..b@c.fr', '!invalidEmail'],
    ['a@b.fr; c@', '!invalidEmail'],
    ['jean(at)b.fr', '!invalidEmail'],
    [`${'a'.repeat(250)}@b.fr`, '!invalidEmail'],
    ['aucune', 'null ~readAsBlank'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'email')).toBe(expected);
  });
});

describe('a telephone number', () => {
  const national = fc
    .stringMatching(/^0[1-57]\d{8}$/)
    .filter((n) => !/^0(?:26[23]|59[046])/.test(n));
  const marks = fc.constantFrom('', ' ', '.', '-', '\u00a0');

  it('becomes the same whatever way it is written', () => {
    fc.assert(
      fc.property(national, marks, (number, mark) => {
        const rest = number.slice(2).match(/\d\d/g) ?? [];
        const value = ['+33', number[1], ...rest].join(' ');
        expect(told([number.slice(0, 2), ...rest].join(mark), 'phone')).toBe(value);
        expect(told(`+33${mark}(0)${number.slice(1)}`, 'phone')).toBe(value);
        expect(told(`0033${number.slice(1)}`, 'phone')).toBe(value);
        expect(told(value, 'phone')).toBe(value);
        expect(told(Number(number), 'phone')).toBe(`${value} ~zeroRestored`);
      }),
    );
  });

  it.each<[Cell, unknown]>([
    ['0262 12 34 56', '+262 262 12 34 56'],
    ['+262 262 12 34 56', '+262 262 12 34 56'],
    ['Tél. : 03 20 00 00 00', '+33 3 20 00 00 00'],
    ['+32 2 123 45 67', '+32 2 123 45 67'],
    ['03 20 00 00 00 / 06 39 98 00 78', '+33 3 20 00 00 00 ~severalValues'],
    ['03.20.00.00.00 ou 06.39.98.00.78', '+33 3 20 00 00 00 ~severalValues'],
    ['03 20 00 00 00 poste 12', '03 20 00 00 00 poste 12 ~phoneKept'],
    ['3020', '3020 ~phoneKept'],
    ['03 20 00 00 0', '!invalidPhone'],
    ['standard', '!invalidPhone'],
    ['3,20E+08', '!mangledNumber'],
    ['a@b.fr', '!invalidPhone'],
    ['néant', 'null ~readAsBlank'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'phone')).toBe(expected);
  });
});

describe('a web address', () => {
  it.each<[Cell, unknown]>([
    ['https://exemple.fr/a?b=1', 'https://exemple.fr/a?b=1'],
    ['www.exemple.fr', 'https://www.exemple.fr ~schemeAdded'],
    ['HTTP://exemple.fr', 'http://exemple.fr'],
    ['<https://exemple.fr>', 'https://exemple.fr'],
    ['exemple.fr; exemple.com', 'https://exemple.fr ~severalValues'],
    ['javascript:alert(1)', '!invalidUrl'],
    ['file:///etc/passwd', '!invalidUrl'],
    ['a@b.fr', '!invalidUrl'],
    ['en construction', '!invalidUrl'],
    ['-', null],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'url')).toBe(expected);
  });
});
