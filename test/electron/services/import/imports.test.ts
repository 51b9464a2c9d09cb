import { expect, test } from 'vitest';

import { undoOperation } from '#journal/undo.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { allRows, groupStore, liveRows } from '#test/stores.ts';

import { csvFile, importContext, importing, planned } from './importing.ts';

const by = { author: 'Essai' };

const ORGANISATIONS = csvFile.bind(null, [
  'Raison sociale;Nature;N° SIRET;Ville;Courriel;Mots-clés',
  'Atelier des Dunes;Entreprise innovante;732 829 320 00074;Dunkerque;Contact@Dunes.example;numérique, énergie',
  'Hôpital de la Côte;Acheteur public;;Calais;;',
]);

test('a spreadsheet becomes records, once', async () => {
  const { session } = groupStore('Essai');
  const first = await planned(session, ORGANISATIONS(), 'organisations');
  expect(first.file.suggestion).toEqual({ sheet: 0, register: 'organisations' });
  expect(first.guessed.columns.map(({ key }) => key)).toEqual([
    'name',
    'organisationKind',
    'siret',
    'communeName',
    'email',
    'tags',
  ]);
  expect(first.result).toMatchObject({ rows: 2, counts: { new: 2, error: 0 }, obstacles: [] });

  const outcome = await first.run('all');
  expect(outcome).toMatchObject({ created: 2, updated: 0, left: 0 });
  expect(listRecords(session.reader, 'organisation', {}, ['name'])).toMatchObject([
    {
      name: 'Atelier des Dunes',
      kind: 'company',
      siret: '73282932000074',
      siren: '732829320',
      communeName: 'Dunkerque',
      email: 'Contact@dunes.example',
      tags: ['numérique', 'énergie'],
    },
    { name: 'Hôpital de la Côte', kind: 'buyer', siret: null },
  ]);

  const again = await planned(session, ORGANISATIONS(), 'organisations');
  expect(again.result.counts).toMatchObject({ new: 0, update: 0, unchanged: 2, duplicate: 0 });
  await expect(again.run()).rejects.toMatchObject({ code: 'import.nothingToDo' });
});

test('an import is one operation and is undone as one', async () => {
  const { session } = groupStore('Essai');
  const before = liveRows(session.reader);
  const { run } = await planned(session, ORGANISATIONS(), 'organisations');
  const { operationId } = await run();
  expect(listRecords(session.reader, 'organisation')).toHaveLength(2);
  undoOperation(session.writer(), operationId ?? '', by);
  expect(liveRows(session.reader)).toEqual(before);
});

test('an import on which later work depends is not undone, and it says what stands in the way', async () => {
  const { session } = groupStore('Essai');
  const { run } = await planned(session, ORGANISATIONS(), 'organisations');
  const { operationId } = await run();
  const [organisation] = listRecords(session.reader, 'organisation');
  const later = runOperation(
    session.writer(),
    { ...by, reason: { key: 'create' } },
    (operation) => {
      const personId = operation.insert('person', { familyName: 'Martin' });
      operation.insert('affiliation', { personId, organisationId: organisation?.id ?? '' });
    },
  );
  expect(() => undoOperation(session.writer(), operationId ?? '', by)).toThrow(
    expect.objectContaining({
      code: 'journal.undoBlocked',
      details: expect.objectContaining({ operations: [later.operationId] }),
    }),
  );
});

test('rows that are refused are told by cell and reason, and given back', async () => {
  const { session } = groupStore('Essai');
  const file = csvFile([
    'Nom;Nature;SIRET;Site web',
    'Société Une;Entreprise innovante;8,02E+13;www.une.example',
    'Société Deux;Entreprise innovante;73282932000075;',
    ';Entreprise innovante;;www.trois.example',
    'Société Quatre;Entreprise innovante;;',
    'Société Cinq;Licorne;;',
  ]);
  const one = await planned(session, file, 'organisations');
  expect(one.result.counts).toMatchObject({ new: 1, error: 4 });
  const errors = one.rows('error');
  expect(
    errors.map(({ row, problems }) => [row, problems.map(({ cell, key }) => [cell, key])]),
  ).toEqual([
    [2, [['C2', 'siret']]],
    [3, [['C3', 'siret']]],
    [4, [['A4', 'name']]],
    [6, [['B6', 'organisationKind']]],
  ]);
  expect(errors[0]?.problems[0]?.message).toContain('perdu des chiffres');

  const before = allRows(session.reader);
  await expect(one.run('all')).rejects.toMatchObject({
    code: 'import.rowsRefused',
    details: { count: 4 },
  });
  expect(allRows(session.reader)).toEqual(before);

  expect(await one.run('valid')).toMatchObject({ created: 1, left: 4 });
  const { path } = csvFile([], 'refusées.csv');
  const { importId } = one.file;
  await one.imports.rejected(session, { importId, format: 'csv', path }, one.context);
  const back = await importing(session, { path });
  expect(
    back.file.sheets[0]?.preview.map(({ cells }) => cells.slice(0, 1).concat(cells.slice(4))),
  ).toEqual([
    ['Nom', 'Ligne', 'Motif'],
    ['Société Une', '2', expect.stringContaining('SIRET')],
    ['Société Deux', '3', expect.stringContaining('SIRET')],
    ['', '4', expect.stringContaining('obligatoire')],
    ['Société Cinq', '6', expect.stringContaining('Licorne')],
  ]);
});

test('rows change records field by field, and empty cells change nothing', async () => {
  const { session } = groupStore('Essai');
  await (await planned(session, ORGANISATIONS(), 'organisations')).run();
  const file = csvFile([
    'Nom;Nature;Commune;Courriel;Adresse',
    'ATELIER DES DUNES;Entreprise innovante;;contact@dunes.example;3 rue du Port',
  ]);
  const one = await planned(session, file, 'organisations');
  expect(one.rows('update')).toMatchObject([
    {
      target: { label: 'Atelier des Dunes' },
      changes: [
        { key: 'email', before: 'Contact@dunes.example', after: 'contact@dunes.example' },
        { key: 'address', before: '', after: '3 rue du Port' },
      ],
    },
  ]);
  await one.run();
  const changed = listRecords(session.reader, 'organisation', { name: 'Atelier des Dunes' });
  expect(changed).toMatchObject([{ communeName: 'Dunkerque', address: '3 rue du Port' }]);
});

test('actors that rows name are made once, functions follow', async () => {
  const { session } = groupStore('Essai');
  const file = csvFile([
    'Nom et prénom;Structure;Fonction;Mél',
    'DUPONT Anne;Région Test;Directrice;anne.dupont@exemple.fr',
    'M. Jean-Pierre MARTIN;Région test;Acheteur;jp.martin@exemple.fr',
  ]);
  const one = await planned(session, file, 'people');
  expect(one.guessed.spec.mapping.map(({ key }) => key)).toEqual([
    'fullName',
    'employer',
    'function',
    'email',
  ]);
  expect(one.result.creates).toEqual(
    expect.arrayContaining([
      { table: 'affiliation', count: 2 },
      { table: 'organisation', count: 1 },
    ]),
  );
  await one.run();
  expect(listRecords(session.reader, 'person', {}, ['familyName'])).toMatchObject([
    { givenName: 'Anne', familyName: 'DUPONT' },
    { givenName: 'Jean-Pierre', familyName: 'MARTIN', civility: 'sir' },
  ]);
  expect(listRecords(session.reader, 'organisation')).toMatchObject([{ name: 'Région Test' }]);
  expect(listRecords(session.reader, 'affiliation')).toHaveLength(2);
  const again = await planned(session, file, 'people');
  expect(again.result.counts).toMatchObject({ new: 0, update: 0, unchanged: 2, duplicate: 0 });
});

test('a name spelled otherwise waits for a decision, which is remembered', async () => {
  const { session } = groupStore('Essai');
  runOperation(session.writer(), { ...by, reason: { key: 'create' } }, (operation) =>
    operation.insert('organisation', { name: 'Euratechnologies', kind: 'platform' }),
  );
  const file = csvFile([
    'Nom;Nature;Site web',
    'Euratechnololgies;Plateforme régionale;www.eura.example',
  ]);
  const one = await planned(session, file, 'organisations');
  expect(one.result).toMatchObject({ counts: { duplicate: 1, new: 0 }, undecided: 1 });
  const [row] = one.rows('duplicate');
  expect(row?.candidates).toMatchObject([{ label: 'Euratechnologies' }]);
  const { importId } = one.file;
  const id = row?.candidates[0]?.id ?? '';
  one.imports.decide(
    { importId, rows: [row?.row ?? 0], decision: { kind: 'update', id } },
    one.context,
  );
  await one.run('all');
  expect(listRecords(session.reader, 'organisation')).toMatchObject([
    { name: 'Euratechnologies', website: expect.stringContaining('www.eura.example') },
  ]);
  expect(listRecords(session.reader, 'alias')).toMatchObject([{ name: 'Euratechnololgies' }]);
  const again = await planned(session, file, 'organisations');
  expect(again.result.counts).toMatchObject({ unchanged: 1, duplicate: 0, new: 0, update: 0 });
});

test('a row that repeats another one of the file is left aside', async () => {
  const { session } = groupStore('Essai');
  const file = csvFile([
    'Nom;Nature',
    'Société Une;Entreprise innovante',
    'société une;Entreprise innovante',
  ]);
  const one = await planned(session, file, 'organisations');
  expect(one.result).toMatchObject({ counts: { new: 1, duplicate: 1 }, undecided: 0 });
  expect(one.rows('duplicate')).toMatchObject([
    { row: 3, sameAsRow: 2, decision: { kind: 'skip' } },
  ]);
  expect(await one.run('all')).toMatchObject({ created: 1 });
});

test('what is missing is told before anything is read', async () => {
  const { session } = groupStore('Essai');
  const file = csvFile(['Nom;Ville', 'Société Une;Lille']);
  const one = await planned(session, file, 'organisations');
  expect(one.result.obstacles).toHaveLength(1);
  expect(one.result.obstacles[0]).toContain('Nature');
  const fixed = { organisationKind: 'Entreprise innovante' };
  const result = await one.plan({ ...one.guessed.spec, fixed });
  expect(result).toMatchObject({ obstacles: [], counts: { new: 1 } });
  await one.run();
  expect(listRecords(session.reader, 'organisation')).toMatchObject([{ kind: 'company' }]);
});

test('a store changed since the preview is not written to', async () => {
  const { session } = groupStore('Essai');
  const one = await planned(session, ORGANISATIONS(), 'organisations');
  runOperation(session.writer(), { ...by, reason: { key: 'create' } }, (operation) =>
    operation.insert('organisation', { name: 'Hôpital de la Côte', kind: 'buyer' }),
  );
  const before = allRows(session.reader);
  await expect(one.run()).rejects.toMatchObject({ code: 'import.stale' });
  expect(allRows(session.reader)).toEqual(before);
});

test('cancelling leaves the store as it was', async () => {
  const { session } = groupStore('Essai');
  const lines = Array.from({ length: 3000 }, (_, at) => `Société ${at};Entreprise innovante`);
  const abort = new AbortController();
  const context = importContext({
    signal: abort.signal,
    progress: (_step, done) => {
      if (isRunning && done > 500) abort.abort(new Error('stop'));
    },
  });
  let isRunning = false;
  const one = await planned(
    session,
    csvFile(['Nom;Nature', ...lines]),
    'organisations',
    {},
    context,
  );
  expect(one.result.counts.new).toBe(3000);
  const before = allRows(session.reader);
  isRunning = true;
  await expect(one.run()).rejects.toThrow('stop');
  expect(allRows(session.reader)).toEqual(before);
});

test('the mapping is remembered for the same headers, in any order, and can be kept in a file', async () => {
  const { session } = groupStore('Essai');
  const context = importContext();
  const one = await importing(
    session,
    csvFile(['X;Y;Z', 'Société Une;Entreprise innovante;Lille']),
    context,
  );
  const guessed = one.guess('organisations');
  const mapping = [
    { column: 0, key: 'name' },
    { column: 1, key: 'organisationKind' },
    { column: 2, key: 'communeName' },
  ];
  const spec = { ...guessed.spec, mapping };
  await one.plan(spec);
  await one.run();
  const other = await importing(
    session,
    csvFile(['Z;X;Y', 'Arras;Société Deux;Entreprise innovante']),
    context,
  );
  expect(other.file.suggestion?.register).toBe('organisations');
  const remembered = other.guess('organisations');
  expect(remembered.isRemembered).toBe(true);
  expect(remembered.spec.mapping).toEqual([
    { column: 0, key: 'communeName' },
    { column: 1, key: 'name' },
    { column: 2, key: 'organisationKind' },
  ]);
  const { path } = csvFile([], 'correspondance.json');
  one.imports.saveMapping({ importId: one.file.importId, spec, path }, context);
  const loaded = other.imports.loadMapping({ importId: other.file.importId, path }, context);
  expect(loaded.spec.mapping).toEqual(remembered.spec.mapping);
  const bad = csvFile(['rien'], 'rien.json');
  expect(() =>
    other.imports.loadMapping({ importId: other.file.importId, path: bad.path }, context),
  ).toThrow(expect.objectContaining({ code: 'import.badMapping' }));
});

test('an import belongs to the window that opened it', async () => {
  const { session } = groupStore('Essai');
  const one = await planned(session, ORGANISATIONS(), 'organisations');
  expect(() =>
    one.imports.rows(
      session,
      { importId: one.file.importId, fate: null, offset: 0, limit: 10 },
      { ...one.context, owner: 2 },
    ),
  ).toThrow(expect.objectContaining({ code: 'import.notOpen' }));
});

test('the identifier of an exported row finds its record whatever else has changed', async () => {
  const { session } = groupStore('Essai');
  const { value: id } = runOperation(
    session.writer(),
    { ...by, reason: { key: 'create' } },
    (operation) => operation.insert('organisation', { name: 'Ancien nom', kind: 'company' }),
  );
  const one = await planned(
    session,
    csvFile(['Nom;Identifiant', `Nouveau nom;${id}`]),
    'organisations',
  );
  expect(one.result.counts).toMatchObject({ update: 1, new: 0 });
  await one.run();
  expect(getRecord(session.reader, 'organisation', id)).toMatchObject({ name: 'Nouveau nom' });
});
