import { describe, expect, it } from 'vitest';

import type { NewRecord } from '#domain/registry.ts';
import { runOperation } from '#journal/operation.ts';
import { registers } from '#repositories/registers/index.ts';
import type { RegisterQuery } from '#repositories/registers/list.ts';
import { listRegister } from '#repositories/registers/list.ts';
import type { StoreSession } from '#services/session.ts';
import { emptyStore } from '#test/stores.ts';

const everything: RegisterQuery = { text: '', filters: [], sort: [], at: null };
const page = { offset: 0, limit: 500 };

/** One organisation, and people whose functions and mandates came and went. */
function overTime(): StoreSession {
  const { session } = emptyStore();
  runOperation(session.writer(), { author: 'Essai', reason: { key: 'create' } }, (op) => {
    const organisationId = op.insert('organisation', {
      name: 'Région',
      kind: 'buyer',
      departementCode: '59',
      regionCode: '32',
      tags: ['réseau', 'adhérent'],
    });
    const workingGroupId = op.insert('workingGroup', { name: 'Groupe' });
    for (const [name, position] of [
      ['Santé', 2],
      ['Numérique', 1],
    ] as const) {
      op.insert('organisationSegment', {
        organisationId,
        purchaseSegmentId: op.insert('purchaseSegment', { workingGroupId, name, position }),
      });
    }
    const person = (familyName: string) => op.insert('person', { familyName });
    const affiliation = (familyName: string, more: Partial<NewRecord<'affiliation'>>) =>
      op.insert('affiliation', { personId: person(familyName), organisationId, ...more });
    affiliation('Ancienne', { title: 'Chargée', fromOn: '2016-01-01', toOn: '2016-12-31' });
    affiliation('Nouvelle', { title: 'Cheffe', fromOn: '2017-01-01' });
    affiliation('Sans-date', {});
    person('Seule');
    op.insert('mandate', {
      personId: person('Mandatée'),
      workingGroupId,
      fromOn: '2017-06-01',
      toOn: '2017-06-30',
    });
  });
  return session;
}

const peopleOn = (session: StoreSession, at: string | null) =>
  listRegister(session.reader, registers.people, { ...everything, ...page, at }).rows.map(
    ({ cells }) => cells,
  );

const organisationOn = (session: StoreSession, at: string | null) =>
  listRegister(session.reader, registers.organisations, { ...everything, ...page, at }).rows[0]
    ?.cells;

describe('the register of actors on a day', () => {
  it('keeps the people who had a function or a mandate then, or have none at all', () => {
    const session = overTime();
    const namesOn = (at: string | null) => peopleOn(session, at).map((cells) => cells['fullName']);
    expect(namesOn(null)).toEqual(['Ancienne', 'Mandatée', 'Nouvelle', 'Sans-date', 'Seule']);
    expect(namesOn('2016-12-31')).toEqual(['Ancienne', 'Sans-date', 'Seule']);
    expect(namesOn('2017-01-01')).toEqual(['Nouvelle', 'Sans-date', 'Seule']);
    expect(namesOn('2017-06-30')).toEqual(['Mandatée', 'Nouvelle', 'Sans-date', 'Seule']);
  });

  it('shows the functions, bodies and counts of that day', () => {
    const session = overTime();
    const on = (at: string, name: string) =>
      peopleOn(session, at).find((cells) => cells['fullName'] === name);
    expect(on('2016-05-01', 'Ancienne')).toMatchObject({ functions: 'Chargée (Région)' });
    expect(on('2017-06-15', 'Mandatée')).toMatchObject({ bodies: 'Groupe', mandates: 1 });
    expect(on('2017-06-15', 'Nouvelle')).toMatchObject({ bodies: null, mandates: 0 });
    const today = peopleOn(session, null).find((cells) => cells['fullName'] === 'Ancienne');
    expect(today?.['functions']).toBeNull();
  });

  it('counts the people of an organisation on that day', () => {
    const session = overTime();
    expect(organisationOn(session, '2015-06-01')?.['people']).toBe(1);
    expect(organisationOn(session, '2016-06-01')?.['people']).toBe(2);
    expect(organisationOn(session, '2017-06-01')?.['people']).toBe(2);
  });

  it('names département, région, segments and tags, and filters by them', () => {
    const session = overTime();
    expect(organisationOn(session, null)).toMatchObject({
      departement: 'Nord',
      region: '32',
      segments: 'Numérique, Santé',
      tags: 'réseau, adhérent',
    });
    const found = (column: string, value: string) =>
      listRegister(session.reader, registers.organisations, {
        ...everything,
        ...page,
        filters: [{ column, operator: 'contains', value }],
      }).total;
    expect(found('tags', 'RESEAU')).toBe(1);
    expect(found('tags', 'autre')).toBe(0);
    expect(found('segments', 'sante')).toBe(1);
    expect(found('departement', 'nord')).toBe(1);
  });
});
