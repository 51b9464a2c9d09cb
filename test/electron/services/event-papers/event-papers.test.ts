import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { EventPaperName } from '#contract/event-papers.channels.ts';
import { eventPaperFormatsOf, eventPapers } from '#contract/event-papers.channels.ts';
import { undoOperation } from '#journal/undo.ts';
import { translatorOf } from '#ipc/failures.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { eventPapersOverview } from '#services/event-papers/overview.ts';
import { exportEventPaper } from '#services/event-papers/papers.ts';
import { registrationsOf } from '#services/events/registrations.ts';
import { createExampleStore } from '#services/example.ts';
import type { StoreSession } from '#services/session.ts';
import { cancelMeetings } from '#services/timetable/changes.ts';
import { schedulesOf } from '#services/timetable/schedules.ts';
import { updateRecord } from '#services/records.ts';
import { byTest, exampleEvent, plan } from '#test/events.ts';
import type { CalendarPart } from '#test/read-calendar.ts';
import { readCalendar, unescaped, valuesOf } from '#test/read-calendar.ts';
import { memoryTokens } from '#test/stores.ts';

import { readParts, textOf } from '../../documents/read.ts';
import { parseCsv, readRows } from '../../interop/read-back.ts';

let session: StoreSession;
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-event-papers-'));
const ofEvent = { eventId: exampleEvent };

beforeAll(async () => {
  session = createExampleStore({
    path: join(folder, 'groupe.rapporteur'),
    home: join(folder, 'home'),
    tokens: memoryTokens(),
    author: 'Essai',
  });
  await plan(session);
}, 120_000);
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
async function written(
  paper: EventPaperName,
  format: string,
  subject: string | null = null,
): Promise<Buffer> {
  files += 1;
  const path = join(folder, `${files}.${format}`);
  const { bytes } = await exportEventPaper(session, path, {
    ...ofEvent,
    paper,
    subject,
    format,
    today: '2017-11-02',
    language: 'fr',
    translate: translatorOf('fr').t,
  });
  const file = readFileSync(path);
  expect(file.length).toBe(bytes);
  return file;
}

const wordText = (file: Buffer): string =>
  textOf(readParts(file).get('word/document.xml') ?? '', 'document.xml', 'w:t');
const entriesOf = (file: Uint8Array): CalendarPart[] =>
  readCalendar(Buffer.from(file).toString('utf8')).parts.filter(({ kind }) => kind === 'VEVENT');
const uids = (entries: readonly CalendarPart[]): string[] =>
  entries.flatMap((entry) => valuesOf(entry, 'UID'));
const one = (entries: readonly CalendarPart[], uid: string): CalendarPart => {
  const found = entries.find((entry) => valuesOf(entry, 'UID')[0] === uid);
  if (found === undefined) throw new Error(`no entry ${uid}`);
  return found;
};
const participants = () =>
  schedulesOf(session.reader, { id: exampleEvent, by: 'participants', subject: null });
const meets = () => {
  const found = participants().find(({ entries }) => entries.some((e) => e.kind === 'meeting'));
  if (found === undefined) throw new Error('nobody meets');
  return found;
};

describe('schedules as documents', () => {
  it('gives every participant a page, with whom it meets and when', async () => {
    const file = await written('participantSchedules', 'docx');
    const text = wordText(file);
    const all = participants();
    expect(all.length).toBeGreaterThan(5);
    for (const { subject } of all) expect(text).toContain(subject.name);
    const breaks =
      readParts(file)
        .get('word/document.xml')
        ?.match(/w:pageBreakBefore/g) ?? [];
    expect(breaks).toHaveLength(all.length - 1);
    const { entries } = meets();
    const met = entries.find(({ kind }) => kind === 'meeting');
    expect(text).toContain(met?.withName ?? 'nobody');
    expect(text).toContain(met?.needTitle ?? '');
  });

  it('writes one participant alone, and nobody else’s day', async () => {
    const { subject, entries } = meets();
    const html = (await written('participantSchedules', 'html', subject.id)).toString('utf8');
    expect(html).toContain(subject.name);
    expect(html).toContain('Emploi du temps');
    const mine = new Set(entries.map(({ withName }) => withName));
    const stranger = participants().find(
      (other) => other.subject.id !== subject.id && !mine.has(other.subject.name),
    );
    if (stranger === undefined) throw new Error('everybody meets everybody');
    expect(html).not.toContain(stranger.subject.name);
  });

  it('lists one meeting a row by place, whatever the format of the values', async () => {
    const places = schedulesOf(session.reader, {
      id: exampleEvent,
      by: 'places',
      subject: null,
    });
    const lines = places.flatMap(({ entries }) => entries);
    const planned = listRecords(session.reader, 'b2bMeeting', ofEvent).filter(
      ({ status, startsAt }) => startsAt !== null && status !== 'cancelled' && status !== 'wished',
    );
    expect(lines.filter(({ kind }) => kind === 'meeting')).toHaveLength(planned.length);
    const [head = [], ...rows] = parseCsv(
      (await written('placeSchedules', 'csv')).toString('utf8').replace(/^\uFEFF/u, ''),
    ).filter((row) => row.length > 1);
    expect(head.slice(0, 4)).toEqual(['Lieu', 'Jour', 'Début', 'Fin']);
    expect(rows).toHaveLength(lines.length);
    const book = readRows(await written('placeSchedules', 'ods'));
    const xlsx = readRows(await written('placeSchedules', 'xlsx'));
    const buyer = lines.find(({ kind }) => kind === 'meeting')?.buyerName ?? '';
    for (const sheet of [book, xlsx]) expect(sheet.flat()).toContain(buyer);
    expect(rows.flat()).toContain(buyer);
  });

  it('refuses formats that a document has not, and participants that there are not', async () => {
    await expect(written('programme', 'zip')).rejects.toMatchObject({
      code: 'export.unknownFormat',
    });
    await expect(written('participantSchedules', 'docx', 'nobody')).rejects.toMatchObject({
      code: 'record.notFound',
    });
  });
});

describe('calendars', () => {
  it('holds a file for each participant, whose entries are those of its page', async () => {
    const archive = unzipSync(await written('participantSchedules', 'zip'));
    const all = participants();
    expect(Object.keys(archive)).toHaveLength(all.length);
    const { subject, entries } = meets();
    const alone = await written('participantSchedules', 'ics', subject.id);
    expect(uids(entriesOf(alone)).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
    const same = Object.values(archive).filter(
      (file) => uids(entriesOf(file)).join() === uids(entriesOf(alone)).join(),
    );
    expect(same).toHaveLength(1);
  });

  it('names no address and no attendee', async () => {
    const { subject } = meets();
    const [person] = listRecords(session.reader, 'person');
    const participant = listRecords(session.reader, 'meetingParticipant', ofEvent).find(
      ({ organisationId }) => organisationId === subject.id,
    );
    if (person === undefined || participant === undefined) throw new Error('nobody to meet');
    const email = 'personne.essai@example.test';
    updateRecord(session, byTest, 'person', person.id, { email });
    updateRecord(session, byTest, 'meetingParticipant', participant.id, { personId: person.id });
    expect(wordText(await written('participantSchedules', 'docx', subject.id))).toContain(
      person.familyName,
    );
    const archive = unzipSync(await written('participantSchedules', 'zip'));
    const texts = [
      ...Object.values(archive).map((file) => Buffer.from(file).toString('utf8')),
      (await written('calendar', 'ics')).toString('utf8'),
    ].map((text) => text.replaceAll('\r\n ', ''));
    for (const text of texts) {
      expect(text).not.toMatch(/mailto:|ATTENDEE|ORGANIZER/u);
      expect(text).not.toContain(email);
    }
  });

  it('shows everything of the event once', async () => {
    const entries = entriesOf(await written('calendar', 'ics'));
    const ids = uids(entries);
    expect(new Set(ids).size).toBe(ids.length);
    const expected = participants().flatMap(({ entries: own }) => own.map(({ id }) => id));
    expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
    const { entries: own } = meets();
    const met = own.find(({ kind }) => kind === 'meeting');
    const [title] = valuesOf(one(entries, met?.id ?? ''), 'SUMMARY').map(unescaped);
    expect(title).toBe(`Rendez-vous\u00a0: ${met?.buyerName} – ${met?.companyName}`);
  });

  it('keeps the identity of a meeting, counts its changes, and says when it is cancelled', async () => {
    const { subject, entries } = meets();
    const met = entries.find(({ kind }) => kind === 'meeting');
    const id = listRecords(session.reader, 'b2bMeeting', ofEvent).find(
      (meeting) => meeting.id === met?.id,
    )?.id;
    if (id === undefined) throw new Error('no meeting');
    const now = async () => {
      const entry = one(entriesOf(await written('participantSchedules', 'ics', subject.id)), id);
      const values = (name: string): string => valuesOf(entry, name)[0] ?? '';
      return {
        sequence: Number(values('SEQUENCE')),
        status: values('STATUS'),
        place: unescaped(values('LOCATION')),
      };
    };
    const before = await now();
    const moved = updateRecord(session, byTest, 'b2bMeeting', id, {
      place: 'Salle\nB; au fond, à gauche \\',
    });
    const after = await now();
    expect(after.place).toContain('Salle\nB; au fond, à gauche \\');
    expect(after.sequence).toBe(before.sequence + 1);
    const cancelled = cancelMeetings(session, byTest, { meetingIds: [id] });
    expect(await now()).toMatchObject({ status: 'CANCELLED', sequence: before.sequence + 2 });
    for (const { operationId } of [cancelled, moved]) {
      undoOperation(session.writer(), operationId ?? '', { author: 'Essai' });
    }
    expect(await now()).toEqual({ ...before, sequence: before.sequence + 4 });
  });
});

describe('lists', () => {
  it('has whoever is expected sign, and leaves out who declined', async () => {
    const all = registrationsOf(session.reader, { id: exampleEvent });
    const [first, second] = all;
    if (first === undefined || second === undefined) throw new Error('nobody is registered');
    const declined = updateRecord(session, byTest, 'registration', first.id, {
      status: 'declined',
    });
    const text = wordText(await written('registrations', 'docx'));
    expect(text).toContain('Signature');
    expect(text).toContain(second.name);
    expect(text.split('\n')).not.toContain(first.name);
    expect(readRows(await written('registrations', 'xlsx')).flat()).toContain(first.name);
    undoOperation(session.writer(), declined.operationId ?? '', { author: 'Essai' });
    expect(wordText(await written('registrations', 'docx')).split('\n')).toContain(first.name);
  });

  it('names the programme, the pitches in their order, and the stands', async () => {
    const { programme, pitches, stands } = eventPapersOverview(session.reader, ofEvent);
    expect(Math.min(programme, pitches, stands)).toBeGreaterThan(0);
    const parts = readParts(await written('programme', 'odt'));
    const content = parts.get('content.xml') ?? '';
    for (const { title } of listRecords(session.reader, 'programmeItem', ofEvent)) {
      expect(content).toContain(title.replaceAll('&', '&amp;'));
    }
    expect(content).toContain('Ordre des pitchs');
    const sheet = readRows(await written('stands', 'xlsx')).flat();
    for (const { number } of listRecords(session.reader, 'stand', ofEvent)) {
      expect(sheet).toContain(number);
    }
  });

  it('can write each document in each of its formats but the one that needs a browser', async () => {
    for (const paper of eventPapers) {
      for (const format of eventPaperFormatsOf(paper, false)) {
        if (format === 'pdf') {
          await expect(written(paper, format)).rejects.toMatchObject({ code: 'export.noEngine' });
        } else {
          expect((await written(paper, format)).length).toBeGreaterThan(100);
        }
      }
    }
  });
});
