import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { utils, write } from 'xlsx';
import type { CellObject, WorkSheet } from 'xlsx';
import { expect, test } from 'vitest';

import { runOperation } from '#journal/operation.ts';
import { undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { exampleStore, groupStore, liveRows, temporaryFolder } from '#test/stores.ts';

import { csvFile, importing, planned } from './importing.ts';

const by = { author: 'Essai' };

/** A sheet as secretariats keep them: titles, merged header, gaps, totals, formats of all kinds. */
function messySheet(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['Suivi des entreprises – ne pas diffuser'],
    [],
    ['Entreprise', null, 'Contact', null, 'Suivi'],
    ['Raison sociale', 'SIRET', 'Courriel', 'CP', 'Mots-clés', 'Fictif ?'],
    [
      'Atelier des Dunes',
      '732 829 320 00074',
      'contact@dunes.example',
      1000,
      'énergie\nnumérique',
      'x',
    ],
    [],
    ['Société Deux', 73282932000074, 'a@b', '59 000', '', 'non'],
    ['Société Trois', 80200000000000, '', '', '', ''],
    ['Total', null, null, null, 3, null],
  ]);
  sheet['!merges'] = [
    { s: { r: 2, c: 0 }, e: { r: 2, c: 1 } },
    { s: { r: 2, c: 2 }, e: { r: 2, c: 3 } },
    { s: { r: 2, c: 4 }, e: { r: 2, c: 5 } },
  ];
  const code: CellObject = { t: 'n', v: 1000, z: '00000' };
  sheet['D5'] = code;
  const total: CellObject = { t: 'n', v: 3, f: 'COUNTA(A5:A8)' };
  sheet['E9'] = total;
  return sheet;
}

function workbookFile(bookType: 'xlsx' | 'ods' | 'biff8'): { path: string } {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['brouillon']]), 'Ancien');
  utils.book_append_sheet(book, messySheet(), 'Entreprises');
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  const path = join(temporaryFolder(), `suivi.${bookType === 'biff8' ? 'xls' : bookType}`);
  writeFileSync(path, write(book, { type: 'buffer', bookType }));
  return { path };
}

test.for(['xlsx', 'ods', 'biff8'] as const)(
  'a messy %s is read as it was meant',
  async (bookType) => {
    const { session } = groupStore('Essai');
    const before = liveRows(session.reader);
    const one = await planned(session, workbookFile(bookType), 'organisations', {
      fixed: { organisationKind: 'Entreprise innovante' },
    });
    if (bookType !== 'ods') {
      expect(one.file.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
        ['Ancien', true],
        ['Entreprises', false],
      ]);
      expect(one.file.warnings.map(({ code }) => code)).toContain('hiddenSheet');
    }
    expect(one.file.suggestion).toEqual({ sheet: 1, register: 'organisations' });
    expect(one.guessed.columns.map(({ key }) => key)).toEqual([
      'name',
      'siret',
      'email',
      'postalCode',
      'tags',
      'isFictitious',
    ]);
    expect(one.result.counts).toMatchObject({ new: 1, error: 2, ignored: 1 });
    expect(one.rows('error').map(({ problems }) => problems.map(({ cell }) => cell))).toEqual([
      ['C7'],
      ['B8'],
    ]);
    const { operationId } = await one.run('valid');
    expect(listRecords(session.reader, 'organisation')).toMatchObject([
      {
        name: 'Atelier des Dunes',
        kind: 'company',
        siret: '73282932000074',
        postalCode: '01000',
        tags: ['énergie', 'numérique'],
        isFictitious: true,
      },
    ]);
    undoOperation(session.writer(), operationId ?? '', by);
    expect(liveRows(session.reader)).toEqual(before);
  },
);

test('functions, mandates and dates as they are typed', async () => {
  const { session } = exampleStore();
  const [subGroup] = listRecords(session.reader, 'subGroup', {}, ['position']);
  const name = subGroup?.name ?? '';
  const file = csvFile([
    'Personne;Structure;Rôle;Instance;Du;Au',
    `Camille Essai;Structure d’essai;Rapporteur;${name};1er mars 2018;`,
    `Camille Essai;Structure d’essai;Membre;${name};09/05/17;28 févr. 2018`,
    `Camille Essai;Structure d’essai;Membre;Instance inconnue;2018-01-01;`,
    `Camille Essai;Structure d’essai;Membre;${name};31/02/2018;`,
    `Camille Essai;Structure d’essai;Membre;${name};01/02/2019;01/01/2019`,
  ]);
  const one = await planned(session, file, 'mandates');
  expect(one.guessed.spec.mapping.map(({ key }) => key)).toEqual([
    'person',
    'organisation',
    'role',
    'body',
    'fromOn',
    'toOn',
  ]);
  expect(one.result.counts).toMatchObject({ new: 2, error: 3 });
  expect(one.rows('error').map(({ problems }) => problems[0]?.cell)).toEqual(['D4', 'E5', 'F6']);
  expect(one.rows('error')[0]?.problems[0]?.message).toContain('Instance inconnue');
  await one.run('valid');
  const [person] = listRecords(session.reader, 'person', { familyName: 'Essai' });
  expect(
    listRecords(session.reader, 'mandate', { personId: person?.id ?? '' }, ['fromOn']),
  ).toMatchObject([
    { role: 'member', fromOn: '2017-05-09', toOn: '2018-02-28' },
    { role: 'rapporteur', fromOn: '2018-03-01', toOn: null },
  ]);
  const again = await planned(session, file, 'mandates');
  expect(again.result.counts).toMatchObject({ unchanged: 2, error: 3, new: 0, update: 0 });
});

test('a vCard and a pasted table become people', async () => {
  const { session } = groupStore('Essai');
  const path = join(temporaryFolder(), 'contacts.vcf');
  writeFileSync(
    path,
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Durand;Élise;;Mme;',
      'FN:Élise Durand',
      'ORG:Région d’essai',
      'TITLE:Acheteuse',
      'EMAIL:elise.durand@exemple.fr',
      'END:VCARD',
      '',
    ].join('\r\n'),
  );
  const card = await planned(session, { path }, 'people');
  expect(card.file.suggestion?.register).toBe('people');
  expect(card.result.counts).toMatchObject({ new: 1, error: 0 });
  await card.run();
  expect(listRecords(session.reader, 'person')).toMatchObject([
    { familyName: 'Durand', givenName: 'Élise', email: 'elise.durand@exemple.fr' },
  ]);
  expect(listRecords(session.reader, 'affiliation')).toMatchObject([{ title: 'Acheteuse' }]);

  const pasted = await planned(
    session,
    {
      text: 'Prénom\tNom\tMail\nÉlise\tDurand\telise.durand@exemple.fr\nPaul\tPetit\tpaul@exemple.fr\n',
    },
    'people',
  );
  expect(pasted.result.counts).toMatchObject({ new: 1, unchanged: 1 });
});

test('namesakes are never taken for one another without being asked', async () => {
  const { session } = groupStore('Essai');
  runOperation(session.writer(), { ...by, reason: { key: 'create' } }, (operation) => {
    operation.insert('person', { givenName: 'Jean', familyName: 'Martin', email: 'un@exemple.fr' });
    operation.insert('person', {
      givenName: 'Jean',
      familyName: 'Martin',
      email: 'deux@exemple.fr',
    });
  });
  const file = csvFile([
    'Prénom;Nom;Courriel;Téléphone',
    'Jean;Martin;deux@exemple.fr;01 99 00 00 01',
    'Jean;Martin;;',
  ]);
  const one = await planned(session, file, 'people');
  expect(one.rows().map(({ fate }) => fate)).toEqual(['update', 'unchanged']);
  const other = await planned(
    session,
    csvFile(['Prénom;Nom;Notes', 'Jean;Martin;à rappeler']),
    'people',
  );
  expect(other.result).toMatchObject({ counts: { duplicate: 1 }, undecided: 1 });
  expect(other.rows('duplicate')[0]?.candidates).toHaveLength(2);
});

test('a file that is no table is refused with a reason, and nothing is left of it', async () => {
  const { session } = groupStore('Essai');
  const path = join(temporaryFolder(), 'photo.xlsx');
  writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
  await expect(importing(session, { path })).rejects.toMatchObject({
    code: expect.stringMatching(/^import\./),
  });
  await expect(importing(session, { path: `${path}.absent` })).rejects.toMatchObject({
    code: 'import.fileNotFound',
  });
});
