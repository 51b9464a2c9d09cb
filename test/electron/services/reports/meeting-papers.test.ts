import { describe, expect, it } from 'vitest';

import type { PaperChoice } from '#contract/convocation.channels.ts';
import { paperFormatsOf } from '#contract/convocation.channels.ts';
import { plainText, prepareDocument } from '#documents/prepare.ts';
import type { PreparedSection } from '#documents/prepare.ts';
import { translatorOf } from '#ipc/failures.ts';
import { buildPaper, paperFile } from '#services/meeting-documents.ts';
import { updateRecord } from '#services/records.ts';
import { by, meetingStore } from '#test/meetings.ts';

import { readParts, textOf } from '../../documents/read.ts';

const today = '2017-09-20';
const options = { today, language: 'fr', translate: translatorOf('fr').t } as const;

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const cell = (type: string, text: string, attrs = { colspan: 1, rowspan: 1 }) => ({
  type,
  attrs,
  content: [paragraph(text)],
});

/** Two meetings of a group: one held, with minutes, and the next, being prepared. */
function twoMeetings() {
  const store = meetingStore();
  const { session, make, group, meeting, item, person } = store;
  const [odile, remi, sabine] = ['Brancourtel', 'Valencelle', 'Hauteplaine'].map(person);
  if (odile === undefined || remi === undefined || sabine === undefined) throw new Error('made');
  const held = meeting('2017-06-08', {
    title: 'Plénière de juin',
    startsAt: '14:00',
    status: 'toValidate',
    quorum: 2,
    quorumUnit: 'people',
  });
  const budget = item(held, 1, 'Budget', {
    durationMinutes: 30,
    status: 'discussed',
    presenterId: remi,
  });
  item(held, 2, 'Annuaire', { status: 'postponed' });
  make('attendance', { meetingId: held, personId: odile, status: 'present' });
  make('attendance', {
    meetingId: held,
    personId: remi,
    status: 'represented',
    representedById: odile,
  });
  make('attendance', { meetingId: held, personId: sabine, status: 'excused' });
  const minutesId = make('minutes', { meetingId: held, number: 'CR-2017-01' });
  const place = { workingGroupId: group, meetingId: held, agendaItemId: budget };
  const placed = make('decision', {
    ...place,
    title: 'Adopter le budget',
    votesFor: 6,
    votesAgainst: 1,
  });
  make('decision', { ...place, title: 'Décision hors du texte' });
  make('actionItem', {
    ...place,
    title: 'Rédiger la note',
    responsiblePersonId: odile,
    dueOn: '2017-07-01',
  });
  const body = {
    type: 'doc',
    content: [
      paragraph('Avant le titre.'),
      { type: 'decisionRef', attrs: { id: placed } },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Chiffres' }] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [cell('tableHeader', 'Poste'), cell('tableHeader', 'Montant')],
          },
          { type: 'tableRow', content: [cell('tableCell', 'Total', { colspan: 2, rowspan: 1 })] },
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph('Un tiret & <b>')] }],
      },
    ],
  };
  make('minutesItem', { minutesId, agendaItemId: budget, position: 1, body: JSON.stringify(body) });
  const next = meeting('2017-10-12', { title: 'Plénière d’octobre', startsAt: '09:30' });
  item(next, 1, 'Ouverture', { durationMinutes: 15 });
  item(next, 2, 'Suites', { durationMinutes: 75 });
  const subGroupId = make('subGroup', { workingGroupId: group, name: 'Sourcer', position: 1 });
  make('mandate', { personId: remi, subGroupId, role: 'rapporteur', toOn: '2017-06-30' });
  make('mandate', { personId: sabine, subGroupId, role: 'rapporteur', fromOn: '2017-07-01' });
  make('milestone', { workingGroupId: group, subGroupId, title: 'Étude', dueOn: '2017-09-01' });
  const owed = { workingGroupId: group, subGroupId, version: 1 };
  make('deliverable', {
    ...owed,
    title: 'Note',
    kind: 'writtenContribution',
    quarter: '2017-T2',
    receivedOn: '2017-06-20',
  });
  make('deliverable', { ...owed, title: 'Plan', kind: 'roadmap', quarter: '2017-T2' });
  make('deliverable', { ...owed, title: 'Exposé', kind: 'presentation', quarter: '2017-T4' });
  return { ...store, session, held, next, minutesId, subGroupId };
}

/** With the spaces that typography makes unbreakable as plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

type Flat = Readonly<Record<string, readonly string[]>>;

/** Each section's own words, by its title. */
function sectionsOf(store: ReturnType<typeof twoMeetings>, paper: PaperChoice): Flat {
  const document = prepareDocument(buildPaper(store.db, { ...options, paper }), 'text');
  const all: Record<string, string[]> = {};
  const words = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(words);
    if (typeof value !== 'object' || value === null) return [];
    if ('type' in value && value.type === 'text' && 'text' in value)
      return [plain(String(value.text))];
    if ('value' in value) return [String(value.value), ...Object.values(value).flatMap(words)];
    return Object.values(value).flatMap((each) => (typeof each === 'string' ? [] : words(each)));
  };
  const visit = (section: PreparedSection): void => {
    all[plainText(section.title, document)] = words(section.blocks);
    section.sections.forEach(visit);
  };
  document.sections.forEach(visit);
  return all;
}

describe('minutes', () => {
  it('tell who came, what was said and decided, and leave out nothing', () => {
    const store = twoMeetings();
    const sections = sectionsOf(store, { document: 'minutes', meetingId: store.held });
    expect(Object.keys(sections)).toEqual([
      'Participants',
      'Budget',
      'Chiffres',
      'Décisions et actions',
      'Annuaire',
      'Relevé des décisions',
      'Relevé des actions à mener',
    ]);
    const people = sections['Participants']?.join('|');
    expect(people).toContain('Valencelle, représenté par Brancourtel');
    expect(people).toContain('Quorum atteint');
    expect(sections['Budget']).toEqual(
      expect.arrayContaining(['Avant le titre.', 'Adopter le budget']),
    );
    expect(sections['Budget']?.join('|')).toContain('pour : 6');
    expect(sections['Chiffres']).toEqual(['Poste', 'Montant', 'Total', 'Un tiret & <b>']);
    expect(sections['Décisions et actions']?.join('|')).toContain('Décision hors du texte');
    expect(sections['Décisions et actions']?.join('|')).not.toContain('Adopter le budget');
    expect(sections['Annuaire']).toEqual(['Point reporté à une réunion suivante.']);
    expect(sections['Relevé des actions à mener']?.join('|')).toContain('1er juillet 2017');
  });

  it('say whether they are validated', () => {
    const store = twoMeetings();
    const facts = () =>
      buildPaper(store.db, {
        ...options,
        paper: { document: 'minutes', meetingId: store.held },
      }).titlePage.facts.map(({ value }) => plain(value));
    expect(facts()).toEqual(['CR-2017-01', 'Projet, non validé']);
    updateRecord(store.session, by, 'minutes', store.minutesId, {
      status: 'validated',
      validatedAt: '2017-06-12T10:00:00.000Z',
    });
    expect(facts()).toEqual(['CR-2017-01', 'Validé le 12 juin 2017']);
  });
});

describe('the file of a meeting', () => {
  it('tells what became of earlier decisions, and where each sub-group stands', () => {
    const store = twoMeetings();
    const sections = sectionsOf(store, { document: 'pack', meetingId: store.next });
    expect(sections['Ordre du jour']).toEqual(
      expect.arrayContaining([
        '9 h 30',
        '9 h 45',
        'Suites',
        'Durée prévue : 1 h 30, soit jusqu’à 11 h.',
      ]),
    );
    const followed = sections['Décisions et suites données']?.join('|') ?? '';
    expect(followed).toContain('Adopter le budget');
    expect(followed).toContain('Rédiger la note – Brancourtel – À venir');
    expect(sections['Suivi des actions']?.join('|')).toContain('(en retard)');
    const progress = sections['Sourcer']?.join('|') ?? '';
    expect(progress).toContain('Rapporteur : Hauteplaine.');
    expect(progress).toContain('1 échéance en retard.');
    const matrix = sections['Livrables par sous-groupe et par trimestre']?.join('|') ?? '';
    expect(matrix).toContain('reçu le 20 juin 2017|rapporteur : Valencelle');
    expect(matrix).toMatch(/Feuille de route\| – en retard/);
    expect(matrix).toMatch(/Présentation\| – attendu\|rapporteur : Hauteplaine/);
  });
});

describe('papers as files', () => {
  it('hold their facts in each format, slides only where they are meant to be shown', async () => {
    const store = twoMeetings();
    const paper = { document: 'minutes', meetingId: store.held } as const;
    const docx = await paperFile(store.db, { ...options, paper, format: 'docx' });
    const word = textOf(readParts(docx).get('word/document.xml') ?? '', 'document.xml', 'w:t');
    const odt = await paperFile(store.db, { ...options, paper, format: 'odt' });
    const open = textOf(readParts(odt).get('content.xml') ?? '', 'content.xml', 'office:text');
    const html = Buffer.from(
      await paperFile(store.db, { ...options, paper, format: 'html' }),
    ).toString();
    for (const fact of ['CR-2017-01', 'Adopter le budget', 'Rédiger la note', 'Chiffres']) {
      expect([word.includes(fact), open.includes(fact), html.includes(fact)]).toEqual([
        true,
        true,
        true,
      ]);
    }
    expect(html).toContain('Un tiret &amp; &lt;b&gt;');
    expect(paperFormatsOf('minutes')).not.toContain('pptx');
    await expect(paperFile(store.db, { ...options, paper, format: 'pptx' })).rejects.toMatchObject({
      code: 'export.unknownFormat',
    });
    const pack = { document: 'pack', meetingId: store.next } as const;
    const slides = readParts(
      await paperFile(store.db, { ...options, paper: pack, format: 'pptx' }),
    );
    const shown = [...slides].filter(([path]) => /slides\/slide\d+\.xml$/.test(path));
    expect(
      shown.some(([path, xml]) => textOf(xml, path, 'a:t').includes('Adopter le budget')),
    ).toBe(true);
  });

  it('make the roadmap of a sub-group and the sheet to sign', () => {
    const store = twoMeetings();
    const roadmap = sectionsOf(store, { document: 'roadmap', subGroupId: store.subGroupId });
    expect(Object.keys(roadmap)).toEqual(['Composition', 'Jalons', 'Livrables']);
    expect(roadmap['Composition']).toContain('Hauteplaine');
    expect(roadmap['Composition']).not.toContain('Valencelle');
    const sheet = sectionsOf(store, { document: 'attendanceSheet', meetingId: store.held });
    expect(sheet['Participants']).toEqual(
      expect.arrayContaining(['Brancourtel', 'Représenté par Brancourtel', 'Excusé']),
    );
  });
});
