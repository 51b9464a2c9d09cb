import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord } from '#domain/registry.ts';
import { historyOf } from '#journal/history.ts';
import { keptIdOf, lostIdsOf } from '#journal/merged-records.ts';
import { redoLast, undoLast } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { mergeRecords, tellApart } from '#services/duplicates/merge.ts';
import type { MergeRequest } from '#services/duplicates/merge.ts';
import { keptIn, pairView } from '#services/duplicates/pairs.ts';
import { createRecord, updateRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { checkStore } from '#services/check.ts';
import { groupStore, liveRows } from '#test/stores.ts';

const by = { author: 'Essai' };

function store() {
  const { session } = groupStore('Groupe');
  const make = <N extends EntityName>(table: N, values: NewRecord<N>): Id<N> =>
    createRecord(session, by, table, values).value;
  const group = listRecords(session.reader, 'workingGroup')[0]?.id;
  if (group === undefined) throw new Error('made with the store');
  return { session, make, group, db: session.reader };
}

function merge(
  session: StoreSession,
  table: MergeRequest['table'],
  keepId: string,
  loseId: string,
  fields: MergeRequest['fields'] = {},
) {
  return mergeRecords(session, by, { table, keepId, loseId, fields });
}

describe('merging two organisations', () => {
  it('keeps the chosen values, column by column', () => {
    const { session, make, db } = store();
    const keep = make('organisation', {
      name: 'LilleisFrenchTech',
      kind: 'company',
      email: 'un@lille.example',
      tags: ['numérique'],
      notes: 'Rencontrée en mai.',
    });
    const lose = make('organisation', {
      name: 'Lille is French Tech',
      kind: 'platform',
      siren: '130005481',
      email: 'deux@lille.example',
      tags: ['réseau', 'numérique'],
      notes: 'Rencontrée en juin.',
    });
    const { value } = merge(session, 'organisation', keep, lose, {
      kind: 'kept',
      email: 'kept',
    });
    expect(getRecord(db, 'organisation', keep)).toMatchObject({
      name: 'Lille is French Tech', // the fuller name is suggested
      kind: 'company',
      siren: '130005481',
      email: 'un@lille.example',
      tags: ['numérique', 'réseau'],
      notes: 'Rencontrée en mai.\n\nRencontrée en juin.',
    });
    expect(getRecord(db, 'organisation', lose)).toBeNull();
    expect(value.moved.size + value.folded.size).toBe(0);
    // The name that is no longer borne is still found.
    expect(listRecords(db, 'alias', { recordId: keep }).map(({ name }) => name)).toEqual([
      'LilleisFrenchTech',
    ]);
    expect(keptIdOf(db, lose)).toBe(keep);
    expect(keptIn(session, keep)).toBe(keep);
  });

  it('takes along everything that points to the lost one, and folds what says the same', () => {
    const { session, make, db, group } = store();
    const keep = make('organisation', { name: 'Alpha', kind: 'buyer' });
    const lose = make('organisation', { name: 'Alfa', kind: 'buyer', parentId: keep });
    const child = make('organisation', { name: 'Unité', kind: 'buyer', parentId: lose });
    const anne = make('person', { familyName: 'Petit', givenName: 'Anne' });
    const title = 'Directrice';
    const first = make('affiliation', {
      personId: anne, organisationId: keep, title, fromOn: '2015-01-01', toOn: '2016-06-30',
    }); // prettier-ignore
    make('affiliation', {
      personId: anne, organisationId: lose, title: 'directrice', fromOn: '2016-01-01', toOn: '2017-12-31', note: 'Par intérim',
    }); // prettier-ignore
    const later = make('affiliation', {
      personId: anne, organisationId: lose, title, fromOn: '2020-01-01', toOn: '2020-12-31',
    }); // prettier-ignore
    const segment = make('purchaseSegment', {
      workingGroupId: group,
      name: 'Numérique',
      position: 1,
    });
    make('organisationSegment', { organisationId: keep, purchaseSegmentId: segment });
    make('organisationSegment', { organisationId: lose, purchaseSegmentId: segment });
    const source = make('sourceDocument', { title: 'Synthèse' });
    make('citation', { recordTable: 'organisation', recordId: lose, sourceId: source });
    make('alias', { recordTable: 'organisation', recordId: lose, name: 'Alpha SA' });
    const before = liveRows(db);

    const { value } = merge(session, 'organisation', keep, lose, {
      name: 'kept',
      parentId: 'kept',
    });

    expect(Object.fromEntries(value.moved)).toEqual({
      organisation: 1, affiliation: 1, citation: 1, alias: 1,
    }); // prettier-ignore
    expect(Object.fromEntries(value.folded)).toEqual({ affiliation: 1, organisationSegment: 1 });
    expect(getRecord(db, 'organisation', child)?.parentId).toBe(keep);
    expect(getRecord(db, 'organisation', keep)?.parentId).toBeNull();
    expect(getRecord(db, 'affiliation', first)).toMatchObject({
      title, fromOn: '2015-01-01', toOn: '2017-12-31', note: 'Par intérim',
    }); // prettier-ignore
    expect(getRecord(db, 'affiliation', later)?.organisationId).toBe(keep);
    expect(listRecords(db, 'organisationSegment')).toHaveLength(1);
    const names = listRecords(db, 'alias', { recordId: keep }).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['Alfa', 'Alpha SA']);

    const after = liveRows(db);
    undoLast(session.writer(), by);
    expect(liveRows(db)).toEqual(before);
    redoLast(session.writer(), by);
    expect(liveRows(db)).toEqual(after);
  });

  it('never makes an organisation belong to itself', () => {
    const { session, make, db } = store();
    const top = make('organisation', { name: 'Région', kind: 'institution' });
    const lose = make('organisation', { name: 'Agence', kind: 'institution', parentId: top });
    const keep = make('organisation', { name: 'L’Agence', kind: 'institution', parentId: lose });
    merge(session, 'organisation', keep, lose, { parentId: 'kept' });
    expect(getRecord(db, 'organisation', keep)?.parentId).toBe(top);
  });

  it('lets the stricter answer on publication win, and an answer hold for its own value only', () => {
    const { session, make, db } = store();
    const keep = make('organisation', {
      name: 'Alpha', kind: 'company', email: 'a@x.example', phone: '0320000000',
      publication: { phone: true, website: false },
    }); // prettier-ignore
    const lose = make('organisation', {
      name: 'Alpha', kind: 'company', email: 'b@x.example', website: 'x.example',
      publication: { phone: false, email: true, website: true },
    }); // prettier-ignore
    merge(session, 'organisation', keep, lose, { email: 'kept' });
    expect(getRecord(db, 'organisation', keep)?.publication).toEqual({
      phone: false,
      website: false,
    });
    undoLast(session.writer(), by);
    merge(session, 'organisation', keep, lose, { email: 'lost' });
    expect(getRecord(db, 'organisation', keep)?.publication).toMatchObject({ email: true });
  });

  it('refuses values that break a rule together, unknown columns and records that are gone', () => {
    const { session, make, db } = store();
    const keep = make('organisation', { name: 'Alpha', kind: 'company', siren: '130005481' });
    const lose = make('organisation', { name: 'Alfa', kind: 'company', siret: '55210055400013' });
    const before = liveRows(db);
    const attempt = (fields: MergeRequest['fields']) => () =>
      merge(session, 'organisation', keep, lose, fields);
    expect(attempt({ siren: 'kept', siret: 'lost' })).toThrow('record.invalid');
    expect(attempt({ colour: 'lost' })).toThrow('record.invalid');
    expect(attempt({ kind: 'both' })).toThrow('record.invalid');
    expect(() => merge(session, 'organisation', keep, keep)).toThrow('record.invalid');
    expect(() => merge(session, 'person', keep, lose)).toThrow('record.notFound');
    expect(liveRows(db)).toEqual(before);
    merge(session, 'organisation', keep, lose, { siret: 'kept' });
    expect(attempt({})).toThrow('record.notFound');
  });

  it('takes the codes of a commune with its name, and no SIRET of another SIREN', () => {
    const { session, make, db } = store();
    const keep = make('organisation', {
      name: 'Alpha', kind: 'company', siren: '130005481', communeName: 'Lille', communeCode: '59350',
      departementCode: '59',
    }); // prettier-ignore
    const lose = make('organisation', {
      name: 'Alpha', kind: 'buyer', buyerKind: 'state', siret: '55210055400013', communeName: 'Arras',
      communeCode: '62041', departementCode: '62', regionCode: '32',
    }); // prettier-ignore
    merge(session, 'organisation', keep, lose, { communeName: 'lost' });
    expect(getRecord(db, 'organisation', keep)).toMatchObject({
      communeName: 'Arras', communeCode: '62041', departementCode: '62', regionCode: '32',
      siren: '130005481', siret: null, kind: 'company', buyerKind: null,
    }); // prettier-ignore
    undoLast(session.writer(), by);
    merge(session, 'organisation', keep, lose, {
      communeName: 'kept', siren: 'lost', siret: 'lost', kind: 'lost',
    }); // prettier-ignore
    expect(getRecord(db, 'organisation', keep)).toMatchObject({
      communeName: 'Lille', communeCode: '59350', departementCode: '59', regionCode: null,
      siren: null, siret: '55210055400013', kind: 'buyer', buyerKind: 'state',
    }); // prettier-ignore
  });

  it('tells the history of both from then on, and follows merges of merges', async () => {
    const { session, make, db } = store();
    const [a, b, c] = ['Alpha', 'Bêta', 'Gamma'].map((name) =>
      make('organisation', { name, kind: 'company' }),
    );
    if (a === undefined || b === undefined || c === undefined) throw new Error('made above');
    updateRecord(session, by, 'organisation', c, { notes: 'Note sur Gamma' });
    merge(session, 'organisation', b, c);
    merge(session, 'organisation', a, b);
    expect(lostIdsOf(db, a).toSorted()).toEqual([b, c].toSorted());
    expect(keptIdOf(db, c)).toBe(a);
    const told = historyOf(db, a);
    expect(told.filter(({ isOfMerged }) => isOfMerged).map(({ after }) => after)).toContain(
      'Note sur Gamma',
    );
    undoLast(session.writer(), by);
    expect(keptIdOf(db, c)).toBe(b);
    expect(historyOf(db, a).every(({ isOfMerged }) => !isOfMerged)).toBe(true);
    const checks = await checkStore(db);
    expect(checks.filter(({ isOk }) => !isOk)).toEqual([]);
  });
});

describe('merging two people', () => {
  it('folds attendances and mandates, and keeps what contradicts itself apart', () => {
    const { session, make, db, group } = store();
    const keep = make('person', { givenName: 'Mikaël', familyName: 'Petit' });
    const lose = make('person', { givenName: 'Mikael', familyName: 'Petit' });
    const meeting = make('meeting', { workingGroupId: group, title: 'Plénière' });
    make('attendance', { meetingId: meeting, personId: keep, status: 'expected' });
    make('attendance', { meetingId: meeting, personId: lose, status: 'present' });
    const other = make('meeting', { workingGroupId: group, title: 'Réunion' });
    make('attendance', {
      meetingId: other, personId: keep, status: 'represented', representedById: lose,
    }); // prettier-ignore
    make('mandate', { personId: keep, workingGroupId: group, role: 'member' });
    make('mandate', {
      personId: lose,
      workingGroupId: group,
      role: 'member',
      fromOn: '2016-01-01',
    });
    make('mandate', { personId: lose, workingGroupId: group, role: 'chair', fromOn: '2017-01-01' });
    make('mandate', { personId: keep, workingGroupId: group, role: 'chair', toOn: '2017-06-30' });
    merge(session, 'person', keep, lose);
    expect(listRecords(db, 'attendance', {}, ['status'])).toMatchObject([
      { personId: keep, status: 'present' },
      { personId: keep, status: 'represented', representedById: null },
    ]);
    const mandates = listRecords(db, 'mandate', { personId: keep }, ['role', 'fromOn']);
    expect(mandates.map(({ role, fromOn, toOn }) => [role, fromOn, toOn])).toEqual([
      ['chair', null, '2017-06-30'],
      ['chair', '2017-01-01', null],
      ['member', '2016-01-01', null],
    ]);
    expect(listRecords(db, 'alias')).toEqual([]); // the two names are one without accents
  });

  it('joins consents so that the stricter holds', () => {
    const { session, make, db } = store();
    const keep = make('person', { familyName: 'Petit' });
    const lose = make('person', { familyName: 'Petit' });
    make('consent', { personId: keep, field: 'email', givenOn: '2018-01-01' });
    make('consent', {
      personId: lose, field: 'email', givenOn: '2016-01-01', withdrawnOn: '2019-01-01',
    }); // prettier-ignore
    make('consent', {
      personId: lose, field: 'email', givenOn: '2010-01-01', withdrawnOn: '2011-01-01',
    }); // prettier-ignore
    merge(session, 'person', keep, lose);
    const consents = listRecords(db, 'consent', { personId: keep }, ['givenOn']);
    expect(consents.map(({ givenOn, withdrawnOn }) => [givenOn, withdrawnOn])).toEqual([
      ['2010-01-01', '2011-01-01'],
      ['2018-01-01', '2019-01-01'],
    ]);
  });
});

describe('pairs judged to be two', () => {
  it('follow the record that stands for one of them, until the two are merged after all', () => {
    const { session, make, db } = store();
    const [a, b, c] = ['Alpha', 'Alfa', 'Alpa'].map((name) =>
      make('organisation', { name, kind: 'company' }),
    );
    if (a === undefined || b === undefined || c === undefined) throw new Error('made above');
    tellApart(session, by, { table: 'organisation', firstId: b, secondId: c });
    expect(() =>
      tellApart(session, by, { table: 'organisation', firstId: a, secondId: a }),
    ).toThrow('record.invalid');
    merge(session, 'organisation', a, b);
    expect(listRecords(db, 'distinctPair')).toMatchObject([{ firstId: a, secondId: c }]);
    merge(session, 'organisation', a, c);
    expect(listRecords(db, 'distinctPair')).toEqual([]);
    undoLast(session.writer(), by);
    expect(listRecords(db, 'distinctPair')).toMatchObject([{ firstId: a, secondId: c }]);
  });
});

describe('what a merge would do', () => {
  it.each([
    ['Euratechnologies', 'Euratechnololgies', 'kept'],
    ['Euratechnololgies', 'Euratechnologies', 'kept'],
    ['LilleisFrenchTech', 'Lille is French Tech', 'lost'],
    ['EURASANTE', 'Eurasanté', 'lost'],
    ['Évaluer', 'Evaluer', 'kept'],
    ['ADEME', 'Agence de l’environnement', 'lost'],
  ])('suggests the better written of %s and %s', (kept, lost, suggested) => {
    const { session, make } = store();
    const [keepId, secondId] = [kept, lost].map((name) =>
      make('organisation', { name, kind: 'company' }),
    );
    if (keepId === undefined || secondId === undefined) throw new Error('made above');
    const request = { table: 'organisation', firstId: keepId, secondId, keepId } as const;
    const name = pairView(session, request).fields.find(({ field }) => field === 'name');
    expect(name?.suggested).toBe(suggested);
  });

  it('is told beforehand, and is then what it does', () => {
    const { session, make, group } = store();
    const bare = make('person', { givenName: 'Mikael', familyName: 'Petit' });
    const full = make('person', { givenName: 'Mikaël', familyName: 'Petit', email: 'm@x.example' });
    make('mandate', { personId: full, workingGroupId: group, role: 'member' });
    make('mandate', { personId: bare, workingGroupId: group, role: 'chair' });
    const view = pairView(session, {
      table: 'person', firstId: bare, secondId: full, keepId: null,
    }); // prettier-ignore
    expect(view).toMatchObject({
      kept: { id: full, label: 'Mikaël Petit', links: [{ table: 'mandate', count: 1 }] },
      lost: { id: bare },
      reasons: ['sameNameFolded'],
      moved: [{ table: 'mandate', count: 1 }],
      folded: [],
    });
    expect(view.score).toBeGreaterThan(0.75);
    const suggested = Object.fromEntries(
      view.fields.map((field) => [field.field, field.suggested]),
    );
    expect(suggested).toMatchObject({ givenName: 'kept', email: 'kept' });
    const turned = pairView(session, {
      table: 'person', firstId: bare, secondId: full, keepId: bare,
    }); // prettier-ignore
    expect(turned.kept.id).toBe(bare);
    expect(turned.fields.find(({ field }) => field === 'givenName')?.suggested).toBe('lost');
    expect(turned.fields.find(({ field }) => field === 'email')?.suggested).toBe('lost');
    const { value } = merge(session, 'person', full, bare);
    expect([...value.moved]).toEqual([['mandate', 1]]);
  });
});
