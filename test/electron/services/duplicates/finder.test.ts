import { describe, expect, it } from 'vitest';

import { runOperation } from '#journal/operation.ts';
import type { DuplicateFinder } from '#services/duplicates/finder.ts';
import { createDuplicateFinder, emptyFinder } from '#services/duplicates/finder.ts';
import { exampleStore } from '#test/stores.ts';

async function pairsOf(finder: DuplicateFinder): Promise<string[]> {
  const found: string[] = [];
  for await (const { firstId, secondId } of finder.pairs()) found.push(`${firstId} ${secondId}`);
  return found;
}

function organisations(...rows: readonly Readonly<Record<string, unknown>>[]): DuplicateFinder {
  const finder = emptyFinder('organisation');
  for (const [at, row] of rows.entries()) finder.add(`o${at}`, { kind: 'company', ...row });
  return finder;
}

function people(...rows: readonly Readonly<Record<string, unknown>>[]): DuplicateFinder {
  const finder = emptyFinder('person');
  for (const [at, row] of rows.entries()) finder.add(`p${at}`, row);
  return finder;
}

const ADEME = 'Agence de l’environnement et de la maîtrise de l’énergie';

describe('organisations that may be one', () => {
  it.each([
    ['Lille is French Tech', 'LilleisFrenchTech', 'sameNameFolded'],
    ['Évaluer', 'EVALUER', 'sameNameFolded'],
    ['UGAP', 'ugap', 'sameName'],
    ['U.G.A.P.', 'UGAP', 'sameNameFolded'],
    ['Durand & Fils SAS', 'Durand et Fils', 'sameNameFolded'],
    ['Société Dunoise d’éclairage', 'SociétéDunoised’éclairage', 'sameNameFolded'],
    ['SARL Les Ateliers', 'Les Ateliers', 'sameNameFolded'],
    ['Ville de Lille', 'Mairie de Lille', 'sameNameFolded'],
    ['Commune de Roubaix', 'Roubaix', 'sameNameFolded'],
    ['Conseil départemental du Nord', 'Département du Nord', 'sameNameFolded'],
    ['CHU de Lille', 'Centre hospitalier universitaire de Lille', 'sameNameFolded'],
    ['Saint-Omer Habitat', 'St Omer habitat', 'sameNameFolded'],
    ['Euratechnololgies', 'Euratechnologies', 'closeName'],
    ['Agence de développement économique', 'Agence de dévelopement économique', 'closeName'],
    ['Pôle Images Nord', 'Pôle Image Nord', 'closeName'],
    ['Habitat Nord', 'Nord Habitat', 'sameWords'],
    ['ADEME', ADEME, 'acronym'],
    [
      'DIRECCTE',
      'Direction régionale des entreprises, de la concurrence, de la consommation, du travail et de l’emploi',
      'acronym',
    ],
    ['INSEE', 'Institut national de la statistique et des études économiques', 'acronym'],
  ])('%s – %s', async (first, second, reason) => {
    const finder = organisations({ name: first }, { name: second });
    const [found] = finder.candidatesOf('o0');
    expect(found?.id).toBe('o1');
    expect(found?.reasons).toContain(reason);
    expect(await pairsOf(finder)).toEqual(['o0 o1']);
    // What is found for one is found for the other, and with the same certainty.
    expect(finder.candidatesOf('o1')[0]?.score).toBe(found?.score);
  });

  it.each([
    ['Lille', 'Lens'],
    ['Atelier A', 'Atelier B'],
    ['Lycée 12', 'Lycée 13'],
    ['Syndicat mixte Nord 2016', 'Syndicat mixte Nord 2017'],
    ['Ville de Lille', 'Métropole européenne de Lille'],
    ['CHU de Lille', 'CH de Roubaix'],
    ['Habitat du Nord', 'Habitat du Sud'],
    ['ABC', 'Association des buralistes de Cassel'],
    ['Région Bretagne', 'Région Normandie'],
  ])('not %s – %s', async (first, second) => {
    expect(await pairsOf(organisations({ name: first }, { name: second }))).toEqual([]);
  });

  it('are found by an acronym that one declares and the other goes by', () => {
    const finder = organisations(
      { name: 'UGAP' },
      { name: 'Centrale d’achat', acronym: 'U.G.A.P.' },
    );
    expect(finder.candidatesOf('o0')[0]?.reasons).toEqual(['acronym']);
  });

  it('are found by another spelling', () => {
    const finder = organisations({ name: 'Agence de la transition' });
    finder.add(
      'known',
      { name: 'ADEME' },
      { aliases: ['Agence de la Transition'], organisationIds: [] },
    );
    expect(finder.candidatesOf('o0')[0]).toMatchObject({ id: 'known', reasons: ['alias'] });
  });

  it('are found by number, address, telephone and site under other names', () => {
    const contacts = { email: 'contact@alpha.example', phone: '03 20 00 00 00' };
    const finder = organisations(
      { name: 'Alpha conseil', siren: '130005481' },
      { name: 'Groupe Omega', siren: '130005481' },
      { name: 'Bêta', ...contacts, website: 'https://www.alpha.example/' },
      { name: 'Gamma', ...contacts, phone: '+33 3 20 00 00 00', website: 'alpha.example' },
    );
    expect(finder.candidatesOf('o0')).toMatchObject([{ id: 'o1', reasons: ['sameSiren'] }]);
    expect(finder.candidatesOf('o2')).toMatchObject([
      { id: 'o3', reasons: ['sameEmail', 'samePhone', 'sameWebsite'] },
    ]);
  });

  it('of one SIREN are weak when they are units of one body or have other SIRETs', () => {
    const siren = '130005481';
    const units = organisations(
      { name: 'Alpha conseil', siren },
      { name: 'Groupe Omega', siren, parentId: 'o0' },
      { name: 'Entrepôt', siret: `${siren}00010` },
      { name: 'Boutique', siret: `${siren}00028` },
    );
    expect(units.candidatesOf('o1').map(({ id }) => id)).not.toContain('o0');
    expect(units.candidatesOf('o3').map(({ id }) => id)).not.toContain('o2');
  });

  it('of one name but other numbers or places are doubted', () => {
    const name = 'Mission locale';
    const apart = organisations({ name, siren: '130005481' }, { name, siren: '552100554' });
    expect(apart.candidatesOf('o0')).toEqual([]);
    const alone = organisations({ name }, { name }).candidatesOf('o0')[0]?.score ?? 0;
    const placed = organisations(
      { name, communeName: 'Lille' },
      { name, communeName: 'Roubaix' },
    ).candidatesOf('o0');
    expect(placed[0]?.score).toBeLessThan(alone);
  });

  it('that share a name with many others are not proposed for it alone', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({
      name: 'École primaire',
      email: at < 2 ? 'ecole@lille.example' : null,
    }));
    expect(await pairsOf(organisations(...rows))).toEqual(['o0 o1']);
  });

  it('are known once added, known anew under other values, and forgotten', () => {
    const finder = organisations({ name: 'Alpha conseil' });
    expect(finder.candidates({ name: 'ALPHA CONSEIL' })).toHaveLength(1);
    finder.add('o0', { name: 'Bêta énergie' });
    expect(finder.candidates({ name: 'Alpha conseil' })).toEqual([]);
    expect(finder.candidates({ name: 'beta energie' })).toHaveLength(1);
    expect(finder.candidates({ name: 'beta energie' }, { exclude: 'o0' })).toEqual([]);
    finder.remove('o0');
    expect(finder.candidates({ name: 'beta energie' })).toEqual([]);
    expect(finder.size).toBe(0);
  });

  it('are never proposed for values that say nothing', () => {
    const finder = organisations({ name: '—' }, { name: '…' }, { name: 'Alpha' });
    expect(finder.candidates({})).toEqual([]);
    expect(finder.candidates({ name: '—', email: 'nobody', phone: '12', website: 'x' })).toEqual(
      [],
    );
  });
});

describe('people who may be one', () => {
  it.each([
    [
      { givenName: 'Mikaël', familyName: 'Petit' },
      { givenName: 'Mikael', familyName: 'PETIT' },
      'sameNameFolded',
    ],
    [
      { givenName: 'Jean-Luc', familyName: 'Petit' },
      { givenName: 'Jean Luc', familyName: 'Petit' },
      'sameNameFolded',
    ],
    [
      { givenName: 'Petit', familyName: 'Michel' },
      { givenName: 'Michel', familyName: 'Petit' },
      'sameWords',
    ],
    [
      { givenName: 'Stéphanie', familyName: 'Petit' },
      { givenName: 'Stépanie', familyName: 'Petit' },
      'closeName',
    ],
    [
      { givenName: 'Luc', familyName: 'Vanderbeke' },
      { givenName: 'Luc', familyName: 'Vanderbecke' },
      'closeName',
    ],
    [
      { givenName: 'J.', familyName: 'Vanderbeke' },
      { givenName: 'Jeanne', familyName: 'Vanderbeke' },
      'givenInitial',
    ],
    [
      { givenName: null, familyName: 'Jean Petit' },
      { givenName: 'Jean', familyName: 'Petit' },
      'sameNameFolded',
    ],
    [
      { givenName: 'Anne', familyName: 'Petit', email: 'a@x.example' },
      { givenName: 'Anne', familyName: 'Legrand', email: 'A@X.example', phone: '0320000000' },
      null,
    ],
  ])('%o – %o', async (first, second, reason) => {
    const finder = people(first, second);
    const found = finder.candidatesOf('p0');
    expect(found.map(({ id }) => id)).toEqual(reason === null ? [] : ['p1']);
    if (reason !== null) expect(found[0]?.reasons).toContain(reason);
    expect(await pairsOf(finder)).toEqual(reason === null ? [] : ['p0 p1']);
  });

  it('are not found by one letter in a short name, nor by family name alone', async () => {
    const finder = people(
      { givenName: 'Luc', familyName: 'Petit' },
      { givenName: 'Lua', familyName: 'Petit' },
      { givenName: 'Marie', familyName: 'Petit' },
      { givenName: 'Jean', familyName: 'Martin' },
      { givenName: 'Jean', familyName: 'Marchand' },
    );
    expect(await pairsOf(finder)).toEqual([]);
  });

  it('are surer when they work in one place, and less sure when civility differs', () => {
    const beside = (...organisationIds: string[]) => ({ aliases: [], organisationIds });
    const score = (one: string[], other: string[], civility = 'madam'): number => {
      const finder = emptyFinder('person');
      const name = { givenName: 'Dominique', familyName: 'Petit' };
      finder.add('a', { ...name, civility: 'madam' }, beside(...one));
      finder.add('b', { ...name, civility }, beside(...other));
      return finder.candidatesOf('a')[0]?.score ?? 0;
    };
    expect(score(['x'], ['y', 'x'])).toBeGreaterThan(score([], []));
    expect(score(['x'], ['y'])).toBeLessThan(score([], []));
    expect(score([], [], 'sir')).toBeLessThan(score([], []));
  });
});

/** One of many names made of the same words, each with a place and a number of its own. */
function likeName(at: number): string {
  const pick = (items: readonly string[], from: number): string => items[from % items.length] ?? '';
  const sort = pick(['Atelier', 'Groupement', 'Agence', 'Syndicat mixte', 'Laboratoire'], at);
  const trade = pick(['de la propreté', 'd’éclairage', 'du numérique', 'des mobilités'], at >> 2);
  const place = ['Bé', 'Cau', 'Dun', 'Flan', 'Quiè', 'Rou', 'Wam'].map((_, letter, all) =>
    pick(all, Math.floor(at / 3 ** letter) + letter),
  );
  return `${sort} ${trade} ${place.slice(0, 3).join('').toLowerCase()}mont ${at}`;
}

describe('the finder over a store', () => {
  it('knows the example, finds what its documents misspell, and nothing false', async () => {
    const { session } = exampleStore();
    for (const table of ['organisation', 'person'] as const) {
      const finder = await createDuplicateFinder(session.reader, table);
      expect(finder.size).toBeGreaterThan(10);
      expect(await pairsOf(finder)).toEqual([]);
    }
    const finder = await createDuplicateFinder(session.reader, 'organisation');
    const nameOf = (name: string) => finder.candidates({ name })[0]?.reasons;
    expect(nameOf('LilleisFrenchTech')).toEqual(['sameNameFolded']);
    expect(nameOf('Euratechnololgies')).toBeDefined();
  });

  it('finds slips among thousands of like names, and no pair among the names themselves', async () => {
    const finder = emptyFinder('organisation');
    const names = Array.from({ length: 6000 }, (_, at) => likeName(at));
    for (const [at, name] of names.entries()) finder.add(`o${at}`, { name });
    expect(await pairsOf(finder)).toEqual([]);
    const slips: readonly ((name: string, place: number) => string)[] = [
      (name, place) => name.slice(0, place) + name.slice(place + 1),
      (name, place) => `${name.slice(0, place)}x${name.slice(place + 1)}`,
      (name, place) => name.slice(0, place) + name.charAt(place) + name.slice(place),
      (name) => name.toUpperCase(),
      (name) => name.normalize('NFD').replaceAll(/\p{M}/gu, ''),
      (name) => name.replaceAll(' ', ''),
    ];
    let found = 0;
    let tried = 0;
    for (let at = 0; at < names.length; at += 40) {
      const name = names[at] ?? '';
      for (const slip of slips) {
        // Somewhere in the words, never in the number at the end.
        const place = 2 + (at % (name.lastIndexOf(' ') - 3));
        tried += 1;
        if (finder.candidates({ name: slip(name, place) })[0]?.id === `o${at}`) found += 1;
      }
    }
    expect(found / tried).toBeGreaterThan(0.9);
  });

  it('gives way while it works, and stops when told', async () => {
    const { session } = exampleStore();
    const rows = Array.from({ length: 4000 }, (_, at) => ({
      values: { name: `Atelier ${at} de la propreté durable`, kind: 'company' as const },
    }));
    runOperation(session.writer(), { author: 'Essai', reason: { key: 'create' } }, (op) =>
      op.insertMany('organisation', rows),
    );
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 1);
    const finder = await createDuplicateFinder(session.reader, 'organisation');
    expect(await pairsOf(finder)).toEqual([]);
    clearInterval(beat);
    expect(turns).toBeGreaterThan(5);
    const stop = new AbortController();
    const stopped = createDuplicateFinder(session.reader, 'organisation', { signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toThrow('aborted');
  });
});
