import { bestPairs } from '#interop/convert/assignment.ts';
import { editDistance } from '#interop/convert/fold.ts';
import { guessMapping } from '#interop/convert/guess-mapping.ts';
import { guessRegister } from '#interop/convert/guess-register.ts';
import { headerKey, headerSlots } from '#interop/convert/header-key.ts';
import type { Cell } from '#interop/import/sheet.ts';
import { mappingCandidates } from '#services/import/targets.ts';
import type { ImportRegisterName } from '#contract/import.channels.ts';
import { importRegisterNames } from '#contract/import.channels.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { french } from './reading.ts';

/** Headers with their values below, as `header: [values]`. */
type Sheet = Readonly<Record<string, readonly Cell[]>>;

function guess(register: ImportRegisterName, sheet: Sheet | readonly string[]): string[] {
  const isBare = Array.isArray(sheet);
  const headers: readonly string[] = isBare ? sheet : Object.keys(sheet);
  const samples = isBare ? [] : Object.values(sheet);
  const guesses = guessMapping(headers, samples, mappingCandidates(register), french);
  return guesses.map(({ key, confidence }) => (key === null ? '' : `${key} ${confidence ?? ''}`));
}

function keys(register: ImportRegisterName, headers: readonly string[]): string[] {
  return guess(register, headers).map((text) => text.split(' ')[0] ?? '');
}

const SIRETS = ['73282932000074', '35600000000048', '552 100 554 00013'];
const MAILS = ['a@b.fr', 'c@d.fr', 'e@f.fr'];

describe('the mapping of headers', () => {
  it('is found for organisations as people head them', () => {
    expect(
      keys('organisations', [
        'Raison sociale',
        'N° SIRET',
        'Adresse',
        'CP',
        'Ville',
        'Tél. portable',
        'Adresse mail',
        'Site internet',
        'Type de structure',
        'Remarques',
      ]),
    ).toEqual([
      'name',
      'siret',
      'address',
      'postalCode',
      'communeName',
      'phone',
      'email',
      'website',
      'organisationKind',
      'notes',
    ]);
    expect(keys('organisations', ['Nom de la structure', 'Sigle', 'SIREN', 'Département'])).toEqual(
      ['name', 'acronym', 'siren', 'departementCode'],
    );
    expect(keys('organisations', ['Company name', 'Zip code', 'City', 'Phone', 'E-mail'])).toEqual([
      'name',
      'postalCode',
      'communeName',
      'phone',
      'email',
    ]);
  });

  it('is found for people', () => {
    expect(
      keys('people', ['Civilité', 'NOM', 'Prénom', 'Structure', 'Fonction', 'Courriel', 'Tel']),
    ).toEqual(['civility', 'familyName', 'givenName', 'employer', 'function', 'email', 'phone']);
    expect(keys('people', ['Nom et prénom', 'Mail', 'Téléphone fixe'])).toEqual([
      'fullName',
      'email',
      'phone',
    ]);
    expect(keys('people', ['Last name', 'First name', 'Job title', 'Organization'])).toEqual([
      'familyName',
      'givenName',
      'function',
      'employer',
    ]);
  });

  it('is found for what groups keep beside actors', () => {
    expect(keys('action-items', ['Action', 'Pilote', 'Échéance', 'État', 'Commentaires'])).toEqual([
      'actionItem',
      'responsiblePerson',
      'dueOn',
      'workStatus',
      'detail',
    ]);
    expect(
      keys('meetings', ['Réunion', 'Date', 'Heure de début', 'Lieu', 'Ordre du jour']),
    ).toEqual(['meeting', 'heldOn', 'startsAt', 'place', 'purpose']);
    expect(
      keys('mandates', ['Nom du membre', 'Rôle', 'Sous-groupe', 'Depuis le', 'Jusqu’au']),
    ).toEqual(['person', 'role', 'body', 'fromOn', 'toOn']);
    expect(keys('measurements', ['Indicateur', 'Date de la mesure', 'Valeur', 'Source'])).toEqual([
      'indicator',
      'asOfOn',
      'value',
      'source',
    ]);
    expect(keys('needs', ['Intitulé du besoin', 'Acheteur', 'Budget estimé', 'Reçu le'])).toEqual([
      'need',
      'organisation',
      'budgetEuros',
      'receivedOn',
    ]);
    expect(
      keys('applications', ['N°', 'Entreprise', 'Titre du projet', 'Déposé le', 'TRL']),
    ).toEqual(['number', 'organisation', 'application', 'receivedOn', 'maturity']);
  });

  it('says how sure it is', () => {
    expect(
      guess('organisations', ['SIRET', 'Raison sociale', 'Sirett', 'Couleur préférée']),
    ).toEqual(['siret exact', 'name synonym', '', '']);
    expect(guess('organisations', ['Nom', 'Sirett'])).toEqual(['name exact', 'siret similar']);
    expect(guess('organisations', ['Téléphonne', 'SIRET du siège social en France'])).toEqual([
      'phone similar',
      'siret similar',
    ]);
  });

  it('sees through brackets, stars, capitals and headers of two lines', () => {
    expect(keys('people', ['NOM *', 'PRÉNOM (obligatoire)', 'Contact / E-mail', 'Tél.'])).toEqual([
      'familyName',
      'givenName',
      'email',
      'phone',
    ]);
  });

  it('understands the columns of address books, with their values', () => {
    const cards = {
      fullName: ['Anne Martin', 'Jean Dupont', 'Zoé Le Goff'],
      familyName: ['Martin', 'Dupont', 'Le Goff'],
      givenName: ['Anne', 'Jean', 'Zoé'],
      organisation: ['Mairie', 'CHU', 'Région'],
      title: ['Directrice', 'Acheteur', 'Juriste'],
      email: MAILS,
      note: [null, 'à rappeler', null],
    };
    expect(guess('people', cards)).toEqual([
      'fullName exact',
      'familyName exact',
      'givenName exact',
      'employer exact',
      'function synonym',
      'email synonym',
      'notes exact',
    ]);
  });

  it('takes no header for its opposite or for a word within another name', () => {
    expect(keys('organisations', ['Fonction', 'N', 'Contact'])).toEqual(['', '', '']);
    expect(keys('organisations', ['SIRENE'])).not.toEqual(['siret']);
  });

  it('gives each key once', () => {
    const found = keys('organisations', ['Courriel', 'E-mail', 'Courriel', 'Nom', 'Nom']);
    expect(found.filter((key) => key === 'email')).toHaveLength(1);
    expect(found).toEqual(['', 'email', '', 'name', '']);
  });

  it('finds every label of every register again, in both languages', () => {
    for (const register of importRegisterNames) {
      const candidates = mappingCandidates(register);
      for (const language of [0, 1]) {
        const headers = candidates.map(({ labels }) => labels[language] ?? '');
        const repeated = new Set(headers.filter((label, at) => headers.indexOf(label) !== at));
        const found = keys(register, headers);
        for (const [at, { key }] of candidates.entries()) {
          if (!repeated.has(headers[at] ?? ''))
            expect([register, found[at]]).toEqual([register, key]);
        }
      }
    }
  });
});

describe('the mapping by values', () => {
  it('finds columns whose header says nothing', () => {
    const sheet = {
      Dénomination: ['A', 'B', 'C'],
      'Réf. interne A': SIRETS,
      Contact: MAILS,
      'Autre info': ['https://a.fr', 'https://b.fr', 'https://c.fr'],
      Ligne: ['03 20 00 00 00', '03 20 00 00 01', '0320000002'],
    };
    const found = guess('organisations', sheet);
    expect(found.slice(0, 4)).toEqual([
      'name synonym',
      'siret values',
      'email values',
      'website values',
    ]);
    expect(found[4]).toMatch(/^phone /);
  });

  it('finds columns of a sheet without headers', () => {
    const guesses = guessMapping(
      ['', ''],
      [SIRETS, MAILS, ['59000', '62000', '1000'], ['Acheteur public', 'Entreprise', 'Institution']],
      mappingCandidates('organisations'),
      french,
    );
    expect(guesses.map(({ key, confidence }) => `${key} ${confidence}`)).toEqual([
      'siret values',
      'email values',
      'postalCode values',
      'organisationKind values',
    ]);
  });

  it('is less sure of a header that its values contradict', () => {
    expect(guess('meetings', { Réunion: ['A', 'B', 'C'], Date: ['x', 'y', 'z'] })).toEqual([
      'meeting exact',
      'heldOn similar',
    ]);
    expect(guess('organisations', { Nom: ['A', 'B', 'C'], Adresse: MAILS })).toEqual([
      'name exact',
      'email values',
    ]);
  });

  it('keeps a column whose numbers the spreadsheet has mangled', () => {
    expect(guess('organisations', { SIRET: ['8,02E+13', '8,02E+13', '8,02E+13'] })).toEqual([
      'siret exact',
    ]);
  });

  it('takes « Nom » for the full name when it holds both names', () => {
    const names = ['Jean DUPONT', 'Anne MARTIN', 'Zoé LE GOFF'];
    expect(guess('people', { Nom: names, Mail: MAILS })[0]).toBe('fullName values');
    expect(guess('people', { Nom: names, Prénom: ['Jean', 'Anne', 'Zoé'] })[0]).toBe(
      'familyName exact',
    );
  });
});

describe('the register of a sheet', () => {
  const registers = importRegisterNames.map((register) => ({
    register,
    candidates: mappingCandidates(register),
  }));
  const best = (headers: readonly string[]): string | undefined =>
    guessRegister(headers, [], registers, french)[0]?.register;

  it.each<[ImportRegisterName, readonly string[]]>([
    ['organisations', ['Raison sociale', 'SIRET', 'Adresse', 'CP', 'Ville', 'Téléphone', 'Mail']],
    ['organisations', ['Structure', 'Sigle', 'Type', 'Commune', 'Site web']],
    ['people', ['Civilité', 'Nom', 'Prénom', 'Structure', 'Fonction', 'Mail', 'Téléphone']],
    ['people', ['Nom et prénom', 'Courriel', 'Portable']],
    ['affiliations', ['Personne', 'Structure', 'Fonction', 'Du', 'Au']],
    ['mandates', ['Personne', 'Rôle', 'Sous-groupe', 'Depuis le', 'Jusqu’au']],
    ['meetings', ['Réunion', 'Date', 'Heure de début', 'Heure de fin', 'Lieu', 'Ordre du jour']],
    ['action-items', ['Action à mener', 'Responsable', 'Échéance', 'Statut', 'Réunion']],
    ['deliverables', ['Livrable', 'Nature', 'Auteur', 'Trimestre', 'Échéance', 'Publié le']],
    ['applications', ['N°', 'Entreprise', 'Titre du projet', 'Maturité', 'Reçue le', 'Résumé']],
    ['needs', ['Besoin', 'Acheteur', 'Segment d’achat', 'Budget estimé', 'Horizon']],
    ['measurements', ['Indicateur', 'Au', 'Valeur', 'Source', 'Méthode']],
  ])('is %s for %j', (register, headers) => {
    expect(best(headers)).toBe(register);
  });

  it('is told with a score that says when nothing fits', () => {
    const [found] = guessRegister(['Couleur', 'Pointure'], [], registers, french);
    expect(found?.score).toBeLessThan(0.1);
  });
});

describe('what a mapping is remembered by', () => {
  it('is the same whatever the order, case and punctuation of the headers', () => {
    expect(headerKey(['Nom', 'N° SIRET *', ''])).toBe(headerKey(['n siret', 'NOM']));
    expect(headerKey(['Nom', 'SIRET'])).not.toBe(headerKey(['Nom', 'SIREN']));
    expect(headerKey(['Nom', 'Nom'])).not.toBe(headerKey(['Nom']));
    expect(headerSlots(['Nom', 'nom ', '', 'É-mail'])).toEqual(['nom', 'nom#2', '#3', 'e mail']);
  });
});

describe('the best pairs', () => {
  it('are those of a search through all of them', () => {
    const weight = fc.integer({ min: 0, max: 9 });
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    const most = (rows: readonly (readonly number[])[], used: readonly number[] = []): number => {
      const [row, ...rest] = rows;
      if (row === undefined) return 0;
      const without = most(rest, used);
      return Math.max(
        without,
        ...row.map((value, at) => (used.includes(at) ? 0 : value + most(rest, [...used, at]))),
      );
    };
    fc.assert(
      fc.property(matrix, (weights) => {
        const pairs = bestPairs(weights);
        const used = pairs.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        const sum = pairs.reduce<number>(
          (total, column, row) => total + (column === null ? 0 : (weights[row]?.[column] ?? 0)),
          0,
        );
        expect(sum).toBe(most(weights));
      }),
      { numRuns: 500 },
    );
    expect(bestPairs([])).toEqual([]);
  });
});

describe('the distance of two words', () => {
  it.each([
    ['sirett', 'siret', 1],
    ['emial', 'email', 1],
    ['telefone', 'telephone', 2],
    ['abc', 'xyz', 3],
    ['', 'ab', 2],
    ['a', 'abcdef', 4],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });
});
