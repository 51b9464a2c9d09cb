import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import { departementNames, regionCodes, regionNames } from '#domain/territory.ts';
import { communes, findCommunes, getCommune } from '#services/communes.ts';
import type { CommuneLine } from '#services/commune-index.ts';
import { CommuneIndex } from '#services/commune-index.ts';

const { resolve } = createRequire(import.meta.url);
const official = (file: string): unknown =>
  JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${file}.json`), 'utf8'));

const names = async (text: string, limit = 5): Promise<string[]> =>
  (await findCommunes(text, limit)).map(
    ({ name, departementCode }) => `${name} ${departementCode}`,
  );

describe('the directory of communes', () => {
  it('finds by the beginning of a name, whole names and large communes first', async () => {
    expect((await names('lille'))[0]).toBe('Lille 59');
    expect((await names('vill'))[0]).toBe('Villeurbanne 69');
    expect((await names('saint denis')).slice(0, 2)).toEqual(['Saint-Denis 974', 'Saint-Denis 93']);
    expect(await names('zzzz')).toEqual([]);
    expect(await names('  ')).toEqual([]);
  });

  it('knows case, accents, hyphens, apostrophes, articles and « St » for the same', async () => {
    expect((await names('VILLENEUVE D’ASCQ'))[0]).toBe("Villeneuve-d'Ascq 59");
    expect((await names("villeneuve-d'ascq"))[0]).toBe("Villeneuve-d'Ascq 59");
    expect((await names('henin beaumont'))[0]).toBe('Hénin-Beaumont 62');
    expect((await names('havre'))[0]).toBe('Le Havre 76');
    expect((await names('St-Omer'))[0]).toBe('Saint-Omer 62');
  });

  it('finds by postal code, whole or begun, and by both together', async () => {
    expect(await names('59000')).toEqual(['Lille 59']);
    expect(await names('59000 Lille')).toEqual(['Lille 59']);
    expect((await names('Saint-Denis 93'))[0]).toBe('Saint-Denis 93');
    expect((await names('974', 3))[0]).toBe('Saint-Denis 974');
    expect((await names('59033 LILLE CEDEX'))[0]).toBe('Lille 59');
  });

  it('does not let a number that fits nothing hide the name', async () => {
    expect(await names('62000 Lille')).toContain('Lille 59');
    expect((await names('Paris 12'))[0]).toBe('Paris 75');
    expect(await names('99999')).toEqual([]);
  });

  it('leads former communes and districts to the present one, and says by what name', async () => {
    const [lomme] = await findCommunes('Lomme', 1);
    expect(lomme).toMatchObject({ name: 'Lille', code: '59350', through: 'Lomme' });
    const [bellegarde] = await findCommunes('Bellegarde-sur-Valserine', 1);
    expect(bellegarde).toMatchObject({ name: 'Valserhône' });
    const [district] = await findCommunes('Paris 8e', 1);
    expect(district).toMatchObject({ name: 'Paris', through: 'Paris 8e Arrondissement' });
    expect(district?.postalCodes).toEqual(['75008']);
    expect((await getCommune('59355'))?.name).toBe('Lille');
    expect((await getCommune('75108'))?.name).toBe('Paris');
    expect((await getCommune('2a004'))?.name).toBe('Ajaccio');
    expect(await getCommune('00000')).toBeNull();
  });

  it('gives département, région and population', async () => {
    expect(await getCommune('59350')).toMatchObject({
      departementCode: '59',
      departementName: 'Nord',
      regionCode: '32',
      regionName: 'Hauts-de-France',
    });
    expect((await getCommune('59350'))?.population).toBeGreaterThan(200_000);
  });

  it('settles what a spreadsheet says only where there is no doubt', async () => {
    const directory = await communes();
    const code = (name: string, postalCode: string | null) =>
      directory.resolve(name, postalCode)?.code ?? null;
    expect(code('LILLE', '59000')).toBe('59350');
    expect(code('Lille Cedex 9', '59 033')).toBe('59350');
    expect(code('Lomme', '59160')).toBe('59350');
    expect(code('Arras', null)).toBe('62041');
    expect(code('Saint-Denis', null)).toBeNull();
    expect(code('Saint-Denis', '93200')).toBe('93066');
    expect(code('Lille', '13000')).toBeNull();
    expect(code('Bruxelles', null)).toBeNull();
    expect(code('', '59000')).toBeNull();
  });

  it('holds every present-day commune of the package', async () => {
    const lines = official('communes') as CommuneLine[];
    const directory = await communes();
    const current = lines.filter(({ type }) => type === 'commune-actuelle');
    expect(current.length).toBeGreaterThan(34_000);
    expect(current.filter(({ code, nom }) => directory.get(code)?.name !== nom)).toEqual([]);
    const former = lines.filter(({ type }) => type !== 'commune-actuelle');
    expect(former.filter(({ code }) => directory.get(code) === null)).toEqual([]);
  });

  it('gives other work its turn while it is built', async () => {
    const lines = official('communes') as CommuneLine[];
    let pauses = 0;
    await CommuneIndex.build(lines, () => {
      pauses += 1;
      return Promise.resolve();
    });
    expect(pauses).toBeGreaterThan(20);
  });
});

describe('names of régions and départements', () => {
  const plain = (text: string): string => text.replaceAll('’', "'");

  it('are the official ones', () => {
    const regions = official('regions') as { code: string; nom: string }[];
    expect(Object.entries(regionNames).map(([code, name]) => [code, plain(name)])).toEqual(
      Object.entries(Object.fromEntries(regions.map(({ code, nom }) => [code, nom]))),
    );
    const departements = official('departements') as { code: string; nom: string }[];
    expect(
      Object.fromEntries(Object.entries(departementNames).map(([code, n]) => [code, plain(n)])),
    ).toEqual(Object.fromEntries(departements.map(({ code, nom }) => [code, nom])));
  });

  it('come in the order of their names', () => {
    const inOrder = regionCodes.map((code) => regionNames[code]);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a.localeCompare(b, 'fr')));
    expect(new Set(regionCodes).size).toBe(Object.keys(regionNames).length);
  });
});
