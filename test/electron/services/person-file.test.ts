import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { Id } from '#domain/ids.ts';
import { exampleId } from '#example/builder.ts';
import { normaliseForFacts } from '#example/facts.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { gatherPersonData } from '#services/person-file-data.ts';
import { personDocument, personFile } from '#services/person-file.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { exampleStore } from '#test/stores.ts';

import { readParts } from '../documents/read.ts';

const by = { author: 'Camille Secrétaire' };
const group = exampleId('workingGroup', 'gt');
const words = createTranslator('fr');
const around = { words, store: 'groupe.rapporteur', generatedAt: '2026-02-03T10:00:00.000Z' };

/** A person with something of every kind, beside somebody else of whom nothing may show. */
function filledStore() {
  const { session } = exampleStore();
  const make = <N extends Parameters<typeof createRecord>[2]>(
    table: N,
    values: Parameters<typeof createRecord<N>>[3],
  ): Id<N> => createRecord(session, by, table, values).value;
  const other = make('person', {
    familyName: 'Tiers',
    givenName: 'Alix',
    email: 'alix.tiers@example.org',
    phone: '01 99 00 00 02',
    notes: 'Secret de tiers',
  });
  const person = make('person', {
    civility: 'madam',
    givenName: 'Noé',
    familyName: 'Essai',
    email: 'ancienne@example.org',
    phone: '01 99 00 00 01',
    notes: 'Préfère le matin',
    tags: ['Presse', 'Numérique'],
    publication: { email: true, phone: false },
  });
  updateRecord(session, by, 'person', person, { email: 'noe.essai@example.org' });
  const organisation = make('organisation', {
    name: 'Maison Exemple',
    kind: 'company',
    email: 'maison@example.org',
  });
  make('affiliation', {
    personId: person,
    organisationId: organisation,
    title: 'Responsable achats',
    fromOn: '2017-01-01',
    note: 'Mi-temps',
  });
  const gone = make('affiliation', {
    personId: person,
    organisationId: organisation,
    title: 'Stagiaire',
  });
  removeRecords(session, by, 'affiliation', [gone]);
  const mandate = make('mandate', {
    personId: person,
    workingGroupId: group,
    role: 'member',
    fromOn: '2017-02-01',
  });
  const [meeting] = listRecords(session.reader, 'meeting');
  const [application] = listRecords(session.reader, 'application');
  const [criterion] = listRecords(session.reader, 'criterion');
  const [event] = listRecords(session.reader, 'event');
  const [source] = listRecords(session.reader, 'sourceDocument');
  if (!meeting || !application || !event || !source) throw new Error('the example has them all');
  make('attendance', { meetingId: meeting.id, personId: person, status: 'present' });
  make('attendance', {
    meetingId: meeting.id,
    guestName: 'Invité Discret',
    status: 'represented',
    representedById: person,
  });
  make('actionItem', {
    workingGroupId: group,
    title: 'Relancer les acheteurs',
    responsiblePersonId: person,
    dueOn: '2017-09-15',
  });
  make('minutes', {
    meetingId: meeting.id,
    number: 'CR-2017-99',
    body: 'Récit confidentiel sur autrui',
    validatedById: person,
  });
  const phase = criterion?.phaseId ?? listRecords(session.reader, 'phase')[0]?.id;
  if (phase === undefined) throw new Error('the example has phases');
  const scale =
    criterion?.id ??
    make('criterion', {
      phaseId: phase,
      position: 1,
      name: 'Maturité',
      weight: 1,
      scaleMin: 0,
      scaleMax: 5,
    });
  const score = { applicationId: application.id, criterionId: scale };
  make('score', { ...score, evaluatorId: person, value: 4, comment: 'Convaincant' });
  make('score', { ...score, evaluatorId: other, value: 1, comment: 'Avis de tiers' });
  const conflict = make('conflictOfInterest', {
    personId: person,
    applicationId: application.id,
    description: 'Ancien employeur',
  });
  make('recusal', {
    personId: person,
    applicationId: application.id,
    conflictId: conflict,
    recordedOn: '2017-06-01',
    note: 'Sortie de salle',
  });
  make('registration', { eventId: event.id, personId: person, headcount: 3 });
  make('consent', { personId: person, field: 'email', givenOn: '2017-03-01' });
  make('alias', { recordTable: 'person', recordId: person, name: 'N. Essay' });
  make('citation', {
    recordTable: 'person',
    recordId: person,
    sourceId: source.id,
    locator: 'page 12',
  });
  make('attachment', {
    recordTable: 'person',
    recordId: person,
    sha256: 'a'.repeat(64),
    fileName: 'portrait.png',
    byteSize: 1234,
  });
  make('savedView', {
    screen: 'distribution',
    name: 'Mes contacts',
    definition: { added: [person, other] },
  });
  const item = make('agendaItem', {
    meetingId: meeting.id,
    position: 900,
    title: 'Point cédé',
    presenterId: person,
  });
  updateRecord(session, by, 'agendaItem', item, { presenterId: other });
  return { session, person, other, mandate, gone, item, source };
}

const foreign = [
  'alix.tiers@example.org',
  '01 99 00 00 02',
  'Secret de tiers',
  'Avis de tiers',
  'Récit confidentiel',
  'Invité Discret',
  'maison@example.org',
];

/** What the readable file must say of the person of the filled store. */
const said = [
  'Noé', 'Essai', 'Madame', 'noe.essai@example.org', 'ancienne@example.org', '01 99 00 00 01',
  'Préfère le matin', 'Presse, Numérique', 'Adresse électronique : Oui', 'Responsable achats',
  'Maison Exemple', 'Mi-temps', 'Stagiaire', 'Membre', '1er février 2017', 'Présent',
  'Relancer les acheteurs', '15 septembre 2017', 'Convaincant', 'Ancien employeur',
  'Sortie de salle', 'N. Essay', 'page 12', 'portrait.png', 'CR-2017-99', 'Mes contacts',
  'Liste de diffusion', 'Point cédé', 'Camille Secrétaire', 'groupe.rapporteur', '3 février 2026',
  'supprimée le',
]; // prettier-ignore

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

async function bytesOf(
  session: StoreSession,
  id: string,
  format: 'html' | 'odt' | 'docx' | 'json',
): Promise<Uint8Array> {
  return personFile(session.reader, { ...around, id, format });
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The words of a page or of a package’s text, as a person reads them. */
function textOfMarkup(markup: string): string {
  return normaliseForFacts(
    markup
      .replaceAll(/<style[\s\S]*?<\/style>/gu, ' ')
      .replaceAll(/<[^>]+>/gu, ' ')
      .replaceAll('&#39;', '’')
      .replaceAll('&amp;', '&'),
  ).replaceAll(/\s+/gu, ' ');
}

const person = z.object({
  document: z.object({
    kind: z.literal('rapporteur.person-data'),
    formatVersion: z.literal(1),
    schemaVersion: z.number().int().positive(),
    generatedAt: z.literal(around.generatedAt),
    store: z.literal('groupe.rapporteur'),
  }),
  person: z.object({ id: z.string(), values: z.record(z.string(), z.unknown()) }),
  records: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      tie: z.enum(['own', 'mention', 'former']),
      fields: z.array(z.string()).min(1),
      deletedAt: z.string().nullable(),
      values: z.record(z.string(), z.unknown()),
      references: z.record(z.string(), z.object({ label: z.string() })),
    }),
  ),
  history: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      field: z.string().nullable(),
      before: z.unknown(),
      after: z.unknown(),
      author: z.string(),
      at: z.string(),
    }),
  ),
  glossary: z.record(z.string(), z.object({ fields: z.record(z.string(), z.string()) })),
});

describe('the file of a person', () => {
  it('as JSON holds everything that is or was tied to them, with its history', async () => {
    const { session, person: id, gone, item } = filledStore();
    const file = person.parse(JSON.parse(decode(await bytesOf(session, id, 'json'))));
    expect(file.person).toMatchObject({ id, values: { email: 'noe.essai@example.org' } });
    const ties = Object.groupBy(file.records, ({ tie }) => tie);
    expect(new Set(ties.own?.map(({ table }) => table))).toEqual(
      new Set([
        'affiliation', 'alias', 'consent', 'mandate', 'attendance', 'actionItem', 'attachment',
        'score', 'conflictOfInterest', 'recusal', 'registration', 'citation',
      ]), // prettier-ignore
    );
    expect(new Set(ties.mention?.map(({ table }) => table))).toEqual(
      new Set(['attendance', 'minutes', 'savedView']),
    );
    expect(ties.former).toMatchObject([{ table: 'agendaItem', id: item, fields: ['presenterId'] }]);
    const removed = file.records.find((each) => each.id === gone);
    expect(removed?.deletedAt).not.toBeNull();
    expect(removed?.values).toMatchObject({ title: 'Stagiaire' });
    const emails = file.history.filter(({ field }) => field === 'email');
    expect(emails).toMatchObject([
      { table: 'person', before: 'ancienne@example.org', after: 'noe.essai@example.org' },
    ]);
    expect(file.history.filter(({ field }) => field === null).length).toBeGreaterThan(10);
    expect(file.glossary['person']?.fields['email']).toBe('Adresse électronique');
    const text = JSON.stringify(file);
    for (const secret of foreign) expect(text).not.toContain(secret);
  });

  it('as a page says it all in words, without an identifier or anybody else’s data', async () => {
    const { session, person: id } = filledStore();
    const html = decode(await bytesOf(session, id, 'html'));
    const text = textOfMarkup(html);
    for (const value of said) expect(text).toContain(textOfMarkup(value));
    for (const secret of foreign) expect(text).not.toContain(textOfMarkup(secret));
    expect(html).not.toMatch(UUID);
    expect(text).not.toMatch(/vocabulary:|contacts:|undefined|\[object|\{\{/);
  });

  it.for(['odt', 'docx'] as const)('as %s says the same', async (format) => {
    const { session, person: id } = filledStore();
    const parts = readParts(await bytesOf(session, id, format));
    const body = parts.get(format === 'odt' ? 'content.xml' : 'word/document.xml') ?? '';
    const text = textOfMarkup(body);
    for (const value of said) expect(text).toContain(textOfMarkup(value));
    for (const secret of foreign) expect(text).not.toContain(textOfMarkup(secret));
    expect(body).not.toMatch(UUID);
  });

  it('holds every value of every person of the example', () => {
    const { session } = exampleStore();
    const people = listRecords(session.reader, 'person');
    expect(people.length).toBeGreaterThan(10);
    for (const each of people) {
      const model = JSON.stringify(personDocument(session.reader, { ...around, id: each.id }));
      for (const value of [each.givenName, each.familyName, each.email, each.notes]) {
        if (value !== null) expect(model).toContain(JSON.stringify(value).slice(1, -1));
      }
      expect(model).not.toMatch(UUID);
    }
  });

  it('is still given of somebody whose record was put aside', async () => {
    const { session, person: id } = filledStore();
    removeRecords(session, by, 'person', [id]);
    const data = gatherPersonData(session.reader, id);
    expect(data.deletedAt).not.toBeNull();
    expect(data.records.filter(({ table }) => table === 'mandate')).toHaveLength(1);
    const text = textOfMarkup(decode(await bytesOf(session, id, 'html')));
    expect(text).toContain(textOfMarkup('noe.essai@example.org'));
  });

  it('is refused for nobody, and as PDF without a browser', async () => {
    const { session, person: id, mandate } = filledStore();
    const ask = (given: string, format: 'pdf' | 'html') =>
      personFile(session.reader, { ...around, id: given, format });
    await expect(ask(mandate, 'html')).rejects.toThrow('record.notFound');
    await expect(ask(id, 'pdf')).rejects.toThrow('export.noEngine');
    const printed = await personFile(session.reader, {
      ...around,
      id,
      format: 'pdf',
      printPdf: (html) => Promise.resolve(Buffer.from(html)),
    });
    expect(decode(printed)).toContain('noe.essai@example.org');
  });
});
