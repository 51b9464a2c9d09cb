import { expect, test } from 'vitest';

import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { groupStore } from '#test/stores.ts';

import { csvFile, planned } from './importing.ts';

const ORGANISATIONS = csvFile.bind(null, [
  'Nom;Nature;Ville',
  'Atelier des Dunes;Entreprise innovante;Dunkerque',
  'Hôpital de la Côte;Acheteur public;Calais',
]);

test('what follows from a row is filled in: SIREN, codes of a commune', async () => {
  const { session } = groupStore('Essai');
  const file = csvFile([
    'Nom;Nature;Ville;CP',
    'Mairie d’essai;Acheteur public;Lille;59000',
    'Autre mairie;Acheteur public;Saint-Denis;',
  ]);
  await (await planned(session, file, 'organisations')).run('all');
  const [other, town] = listRecords(session.reader, 'organisation', {}, ['name']);
  expect(town).toMatchObject({ communeCode: '59350', departementCode: '59', regionCode: '32' });
  expect(other).toMatchObject({ communeName: 'Saint-Denis', communeCode: null });
  const moved = csvFile(['Nom;Ville', 'Mairie d’essai;Arras']);
  const one = await planned(session, moved, 'organisations', {
    fixed: { organisationKind: 'Acheteur public' },
  });
  expect(one.result.counts).toMatchObject({ duplicate: 1 });
  one.imports.decide(
    { importId: one.file.importId, rows: 'undecided', decision: { kind: 'best' } },
    one.context,
  );
  await one.run('all');
  expect(getRecord(session.reader, 'organisation', town?.id ?? '')).toMatchObject({
    communeName: 'Arras',
    name: 'Mairie d’essai',
  });
});

test('a poorer spelling never replaces a good one, a better one does', async () => {
  const { session } = groupStore('Essai');
  await (
    await planned(
      session,
      csvFile([
        'Nom;Nature',
        'Conseil départemental;Acheteur public',
        'REGION ESSAI;Acheteur public',
      ]),
      'organisations',
    )
  ).run();
  const file = csvFile([
    'Nom;Nature',
    'conseil departemental;Acheteur public',
    'Région Essai;Acheteur public',
  ]);
  const one = await planned(session, file, 'organisations');
  expect(one.rows().map(({ fate, changes }) => [fate, changes.map(({ after }) => after)])).toEqual([
    ['unchanged', []],
    ['update', ['Région Essai']],
  ]);
});

test('a value given for all rows never replaces what a record says', async () => {
  const { session } = groupStore('Essai');
  await (await planned(session, ORGANISATIONS(), 'organisations')).run();
  const one = await planned(
    session,
    csvFile(['Nom;Adresse', 'Hôpital de la Côte;2 quai', 'Société Neuve;3 quai']),
    'organisations',
    { fixed: { organisationKind: 'Entreprise innovante', communeName: 'Boulogne' } },
  );
  await one.run('all');
  expect(listRecords(session.reader, 'organisation', { address: '2 quai' })).toMatchObject([
    { kind: 'buyer', communeName: 'Calais' },
  ]);
  expect(listRecords(session.reader, 'organisation', { address: '3 quai' })).toMatchObject([
    { kind: 'company', communeName: 'Boulogne' },
  ]);
});
