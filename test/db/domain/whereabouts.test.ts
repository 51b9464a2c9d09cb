import { describe, expect, it } from 'vitest';

import { communePatch, freeCommunePatch } from '#domain/commune.ts';
import { withSiren } from '#domain/siren.ts';

const lille = {
  code: '59350',
  name: 'Lille',
  postalCodes: ['59000', '59160', '59800'],
  departementCode: '59',
  regionCode: '32',
};
const arras = {
  code: '62041',
  name: 'Arras',
  postalCodes: ['62000'],
  departementCode: '62',
  regionCode: '32',
};

describe('choosing a commune', () => {
  it('fills the codes with the name, and the postal code where there is but one', () => {
    expect(communePatch(arras, { postalCode: null, typed: 'arr' })).toEqual({
      communeCode: '62041',
      communeName: 'Arras',
      postalCode: '62000',
      departementCode: '62',
      regionCode: '32',
    });
  });

  it('keeps a postal code that fits, takes the one typed, and makes none up', () => {
    const code = (postalCode: string | null, typed: string) =>
      communePatch(lille, { postalCode, typed }).postalCode;
    expect(code('59800', 'lille')).toBe('59800');
    expect(code('59800', '59160')).toBe('59160');
    expect(code('59800', '59160 Lomme')).toBe('59160');
    expect(code('62000', 'lille')).toBeNull();
    expect(code(null, 'lille')).toBeNull();
    expect(communePatch(arras, { postalCode: '59800', typed: 'arras' }).postalCode).toBe('62000');
  });

  it('leaves no code behind for a name outside the directory', () => {
    expect(freeCommunePatch('Tournai')).toEqual({
      communeCode: null,
      communeName: 'Tournai',
      departementCode: null,
      regionCode: null,
    });
    expect(freeCommunePatch('').communeName).toBeNull();
  });
});

describe('a SIRET', () => {
  it('gives its SIREN along where none is known', () => {
    const siret = '73282932000074';
    expect(withSiren({ siret }, null)).toEqual({ siret, siren: '732829320' });
    expect(withSiren({ siret }, '732829320')).toEqual({ siret });
    expect(withSiren({ siret, siren: null }, null)).toEqual({ siret, siren: null });
    expect(withSiren({ siret: '73282932000075' }, null)).toEqual({ siret: '73282932000075' });
    expect(withSiren({ name: 'Atelier' }, null)).toEqual({ name: 'Atelier' });
  });
});
