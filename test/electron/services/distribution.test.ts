import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';

import type { DistributionDefinition } from '#contract/contact.channels.ts';
import { distributionDefinition } from '#contract/contact.channels.ts';
import type { Id } from '#domain/ids.ts';
import { exampleId } from '#example/builder.ts';
import { undoLast } from '#journal/undo.ts';
import { createTranslator } from '#platform/translate.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import {
  allLists,
  listAddresses,
  listChoices,
  listMembership,
  removeList,
  savedLists,
  saveList,
  suggestedLists,
} from '#services/distribution.ts';
import { exportListTable } from '#services/distribution-table.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { exportVcards } from '#services/vcards.ts';
import { exampleStore, groupStore, liveRows, temporaryFolder } from '#test/stores.ts';

import { readAll } from '../interop/import/read-all.ts';

const by = { author: 'Essai' };
const day = '2017-05-09';
const group = exampleId('workingGroup', 'gt');
const { t: translate } = createTranslator('fr');
const define = (given: Partial<DistributionDefinition>): DistributionDefinition =>
  distributionDefinition.parse(given);

const rapporteurs = define({
  roles: ['rapporteur'],
  bodies: [{ table: 'workingGroup', id: group }],
});

function personIds(session: StoreSession, definition: DistributionDefinition, today = day) {
  const { reached, unreached } = listMembership(session.reader, definition, today);
  return [...reached, ...unreached].map(({ id }) => id).toSorted();
}

function setEmail(session: StoreSession, id: string, email: string | null): void {
  updateRecord(session, by, 'person', id as Id<'person'>, { email }); // an identifier read from that table
}

function holders(session: StoreSession, role: string, at: string): string[] {
  const ids = listMandates(session.reader, { role, at }).map(({ personId }) => personId);
  return [...new Set(ids)].toSorted();
}

describe('who is in a distribution list', () => {
  it('follows the mandates: rapporteurs in office on the day', () => {
    const { session } = exampleStore();
    const then = personIds(session, rapporteurs, '2017-05-09');
    const later = personIds(session, rapporteurs, '2017-12-31');
    expect(then).toEqual(holders(session, 'rapporteur', '2017-05-09'));
    expect(later).toEqual(holders(session, 'rapporteur', '2017-12-31'));
    expect(then.length).toBeGreaterThan(3);
    expect(then).not.toEqual(later);
    expect(personIds(session, { ...rapporteurs, onDay: '2017-05-09' }, '2026-01-01')).toEqual(then);
  });

  it('says why each person is in it, and where they are', () => {
    const { session } = exampleStore();
    const { unreached, onDay } = listMembership(session.reader, rapporteurs, day);
    expect(onDay).toBe(day);
    for (const { reasons, name } of unreached) {
      expect(reasons.length, name).toBeGreaterThan(0);
      for (const reason of reasons) {
        expect(reason).toMatchObject({ kind: 'mandate', role: 'rapporteur' });
      }
    }
    const [first] = listMandates(session.reader, { role: 'rapporteur', at: day });
    const member = unreached.find(({ id }) => id === first?.personId);
    expect(member?.reasons).toContainEqual({
      kind: 'mandate',
      role: 'rapporteur',
      body: first?.bodyLabel,
    });
    expect(unreached.filter(({ organisation }) => organisation !== null).length).toBeGreaterThan(0);
  });

  it('takes a group with or without its sub-groups and committees', () => {
    const { session } = exampleStore();
    const bodies = [{ table: 'workingGroup' as const, id: group }];
    const whole = personIds(session, define({ bodies }));
    const alone = personIds(session, define({ bodies, includesParts: false }));
    const direct = listMandates(session.reader, { workingGroupId: group, at: day });
    expect(alone).toEqual([...new Set(direct.map(({ personId }) => personId))].toSorted());
    expect(whole.length).toBeGreaterThan(alone.length);
    expect(alone.every((id) => whole.includes(id))).toBe(true);
  });

  it('narrows by kind of organisation and by labels, of the person or of where they are', () => {
    const { session } = exampleStore();
    const company = createRecord(session, by, 'organisation', {
      name: 'Société Exemple',
      kind: 'company',
      tags: ['Numérique'],
    }).value;
    const [inside, outside] = ['Dedans', 'Dehors'].map(
      (familyName) => createRecord(session, by, 'person', { familyName }).value,
    );
    if (inside === undefined || outside === undefined) throw new Error('both were made');
    updateRecord(session, by, 'person', outside, { tags: ['Numérique'] });
    createRecord(session, by, 'affiliation', {
      personId: inside,
      organisationId: company,
      title: 'Directrice',
      fromOn: '2017-01-01',
      toOn: '2017-06-30',
    });
    const tagged = define({ tags: ['Numérique'] });
    expect(personIds(session, tagged)).toEqual([inside, outside].toSorted());
    expect(personIds(session, tagged, '2018-01-01')).toEqual([outside]);
    const both = define({ tags: ['Numérique'], organisationKinds: ['company'] });
    const { unreached } = listMembership(session.reader, both, day);
    expect(unreached).toEqual([
      {
        id: inside,
        name: 'Dedans',
        email: null,
        organisation: 'Société Exemple',
        acronym: null,
        organisationId: company,
        reasons: [
          { kind: 'function', title: 'Directrice', organisation: 'Société Exemple' },
          { kind: 'tag', tag: 'Numérique' },
        ],
      },
    ]);
    expect(listChoices(session.reader).tags).toContain('Numérique');
    removeRecords(session, by, 'organisation', [company]);
    expect(personIds(session, both)).toEqual([]);
  });

  it('takes nobody without a criterion, but those added by hand', () => {
    const { session } = exampleStore();
    const [someone] = listRecords(session.reader, 'person');
    if (someone === undefined) throw new Error('the example has people');
    expect(personIds(session, define({}))).toEqual([]);
    const { unreached } = listMembership(session.reader, define({ added: [someone.id] }), day);
    expect(unreached).toMatchObject([{ id: someone.id, reasons: [{ kind: 'added' }] }]);
  });

  it('leaves out those taken out by hand, even when added, and names them', () => {
    const { session } = exampleStore();
    const [first = ''] = personIds(session, rapporteurs);
    const without = { ...rapporteurs, removed: [first], added: [first] };
    expect(personIds(session, without)).not.toContain(first);
    expect(listMembership(session.reader, without, day).removed).toMatchObject([{ id: first }]);
    removeRecords(session, by, 'person', [first]);
    expect(listMembership(session.reader, without, day).removed).toEqual([]);
    expect(personIds(session, rapporteurs)).not.toContain(first);
  });

  it('tells apart whom no mail program could reach', () => {
    const { session } = exampleStore();
    const [one = '', two = '', three = ''] = personIds(session, rapporteurs);
    setEmail(session, one, 'une@example.org');
    setEmail(session, two, 'UNE@example.org');
    setEmail(session, three, 'une@example.org; deux@example.org');
    const found = listMembership(session.reader, rapporteurs, day);
    expect(found.reached.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
    expect(found.addresses).toBe(1);
    expect(found.unreachedPeople).toBe(found.people - 2);
    expect(found.unreached.find(({ id }) => id === three)?.email).toContain('deux@');
    const form = { separator: ';', withNames: false } as const;
    const line = listAddresses(session.reader, rapporteurs, day, form);
    expect(line.text).toMatch(/^une@example\.org$/i);
    expect(line.count).toBe(1);
    expect(line.unreached).toHaveLength(found.unreachedPeople);
  });
});

describe('lists', () => {
  it('are suggested for every group: rapporteurs, secretariat, members, each sub-group', () => {
    const { session } = exampleStore();
    const { suggestions, saved } = allLists(session.reader, day);
    expect(saved).toEqual([]);
    const subGroups = listRecords(session.reader, 'subGroup');
    expect(suggestions.map(({ kind }) => kind)).toEqual([
      'rapporteurs',
      'secretariat',
      'members',
      ...subGroups.map(() => 'body'),
    ]);
    for (const { people, definition } of suggestions) {
      expect(people).toBe(personIds(session, definition).length);
    }
    expect(suggestions[0]?.people).toBeGreaterThan(3);
    expect(suggestions.every((each) => each.group === null)).toBe(true);
    const { session: fresh } = groupStore('Groupe neuf');
    expect(suggestedLists(fresh.reader, day).map(({ kind }) => kind)).toEqual([
      'rapporteurs',
      'secretariat',
      'members',
    ]);
  });

  it('name their group where there are several, and leave out sub-groups that have ended', () => {
    const { session } = groupStore('Premier groupe');
    const second = createRecord(session, by, 'workingGroup', { name: 'Second groupe' }).value;
    createRecord(session, by, 'subGroup', {
      workingGroupId: second,
      name: 'Clos',
      position: 1,
      endedOn: '2017-01-31',
    });
    const suggestions = suggestedLists(session.reader, day);
    expect(suggestions.map((each) => each.group)).toEqual([
      ...Array.from({ length: 3 }, () => 'Premier groupe'),
      ...Array.from({ length: 3 }, () => 'Second groupe'),
    ]);
    expect(suggestedLists(session.reader, '2017-01-31')).toHaveLength(7);
  });

  it('are saved, changed and removed, each undone as one', () => {
    const { session } = exampleStore();
    const before = liveRows(session.reader);
    const id = saveList(session, by, {
      id: null,
      name: 'Les miens',
      definition: rapporteurs,
    }).value;
    expect(savedLists(session.reader)).toEqual([
      { id, name: 'Les miens', definition: rapporteurs },
    ]);
    const wider = { ...rapporteurs, roles: [], onDay: day };
    saveList(session, by, { id, name: 'Tous', definition: wider });
    expect(savedLists(session.reader)).toEqual([{ id, name: 'Tous', definition: wider }]);
    expect(allLists(session.reader, '2026-01-01').saved[0]?.people).toBe(
      personIds(session, wider).length,
    );
    removeList(session, by, id);
    expect(savedLists(session.reader)).toEqual([]);
    undoLast(session.writer(), by);
    undoLast(session.writer(), by);
    expect(savedLists(session.reader)[0]?.name).toBe('Les miens');
    undoLast(session.writer(), by);
    expect(liveRows(session.reader)).toEqual(before);
  });

  it('are only the saved views of their own screen, in a form that is understood', () => {
    const { session } = exampleStore();
    const view = createRecord(session, by, 'savedView', { screen: 'people', name: 'Vue' }).value;
    createRecord(session, by, 'savedView', {
      screen: 'distribution',
      name: 'Illisible',
      definition: { roles: 'tous' },
    });
    expect(savedLists(session.reader)).toEqual([]);
    const list = { id: view, name: 'Vue', definition: rapporteurs };
    expect(() => saveList(session, by, list)).toThrow('record.notFound');
    expect(() => removeList(session, by, view)).toThrow('record.notFound');
  });
});

describe('files of a list', () => {
  it('are contact cards as of the list’s day, read back by the import', async () => {
    const { session } = exampleStore();
    const [someone = ''] = personIds(session, rapporteurs);
    setEmail(session, someone, 'rapporteur@example.org');
    const path = join(temporaryFolder(), 'rapporteurs.vcf');
    const cards = await exportVcards(session, path, {
      people: { definition: { ...rapporteurs, onDay: day } },
      today: '2026-01-01',
      translate,
    });
    const ids = personIds(session, rapporteurs);
    expect(cards).toBe(ids.length);
    const { rows, workbook } = await readAll(readFileSync(path), { name: 'rapporteurs.vcf' });
    const labels = workbook.sheets[0]?.header?.labels ?? [];
    const read = rows
      .filter(({ role }) => role === 'data')
      .map(({ cells }) => Object.fromEntries(labels.map((label, at) => [label, cells[at] ?? ''])));
    expect(read.map((card) => card['uid']).toSorted()).toEqual(ids.map((id) => `urn:uuid:${id}`));
    expect(read.every((card) => String(card['role']).includes('Rapporteur'))).toBe(true);
    expect(read.find((card) => card['uid'] === `urn:uuid:${someone}`)).toMatchObject({
      email: 'rapporteur@example.org',
    });
    const everyone = { people: { everyone: true as const }, today: day, translate };
    const all = await exportVcards(session, path, everyone);
    expect(all).toBe(listRecords(session.reader, 'person').length);
  });

  it('never hold notes, nor people put aside', async () => {
    const { session } = exampleStore();
    const made = createRecord(session, by, 'person', {
      familyName: 'Essai',
      notes: 'Ne pas diffuser',
      tags: ['Presse'],
    }).value;
    const gone = createRecord(session, by, 'person', { familyName: 'Parti' }).value;
    removeRecords(session, by, 'person', [gone]);
    const path = join(temporaryFolder(), 'deux.vcf');
    const request = { people: { ids: [made, gone, made] }, today: day, translate };
    expect(await exportVcards(session, path, request)).toBe(1);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('CATEGORIES:Presse');
    expect(text).toMatch(/\r\nREV:\d{4}-\d{2}-\d{2}T/);
    expect(text).not.toContain('diffuser');
  });

  it('are spreadsheets with everybody and why', async () => {
    const { session } = exampleStore();
    const path = join(temporaryFolder(), 'liste.xlsx');
    const { rows } = await exportListTable(session, path, {
      definition: rapporteurs,
      name: 'Rapporteurs : les nôtres',
      today: day,
      format: 'xlsx',
      language: 'fr',
      author: 'Essai',
      translate,
    });
    const book = XLSX.read(readFileSync(path));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (sheet === undefined) throw new Error('the file has a sheet');
    const read: Record<string, string>[] = XLSX.utils.sheet_to_json(sheet);
    expect(read).toHaveLength(rows);
    expect(rows).toBe(personIds(session, rapporteurs).length);
    for (const row of read) expect(row['À quel titre']).toContain('Rapporteur, ');
    expect(read.every((row) => (row['Nom'] ?? '') !== '')).toBe(true);
  });
});
