import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { LetterFormat } from '#contract/selection-papers.channels.ts';
import type { Id } from '#domain/ids.ts';
import { undoLast } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { updateRecord } from '#services/records.ts';
import type { MakeLettersRequest } from '#services/selection-papers/make-letters.ts';
import { makeLetters } from '#services/selection-papers/make-letters.ts';
import { mergeFields, merge } from '#services/selection-papers/merge.ts';
import { lettersView, previewLetter } from '#services/selection-papers/views.ts';
import { withdraw } from '#services/selection/withdrawal.ts';
import { announce, decide, selectionStore, speaker, upToCommittee } from '#test/selection.ts';
import { temporaryFolder } from '#test/stores.ts';

import { hasOffice, officePdf, readParts, textOf } from '../../documents/read.ts';

const { translate } = speaker;

/** 90 responses decided up to 9 pitches and 21 stands, with an event and people to write to. */
function decided() {
  const store = selectionStore();
  const { session, make, group, callId, committee, final } = store;
  const eventId = make('event', {
    workingGroupId: group.id,
    name: 'la Journée de l’innovation',
    startsOn: '2017-11-23',
    place: 'Lille',
  });
  updateRecord(session, speaker, 'callForInterest', callId, { eventId });
  const ids = upToCommittee(store);
  announce(store, committee.id);
  decide(store, final.id, ids.slice(24, 33), 'pitch');
  decide(store, final.id, ids.slice(33, 54), 'stand');
  const folder = temporaryFolder();
  const request = (format: LetterFormat, more: Partial<MakeLettersRequest> = {}) => ({
    callId,
    includesProvisional: false,
    outcomes: null,
    applicationIds: null,
    format,
    isOneFileEach: false,
    skipsProblems: false,
    onlyNew: false,
    today: '2017-09-20',
    ...more,
  });
  const make1 = (name: string, format: LetterFormat, more: Partial<MakeLettersRequest> = {}) => {
    const path = join(folder, name);
    const work = { language: 'fr' as const, translate };
    return makeLetters(session, path, speaker, request(format, more), work).then(({ value }) => ({
      ...value,
      bytes: new Uint8Array(readFileSync(path)),
    }));
  };
  const view = (more: object = {}) =>
    lettersView(
      session.reader,
      { callId, includesProvisional: false, outcome: null, offset: 0, limit: 200, ...more },
      { language: 'fr', translate },
    );
  const contact = (applicationId: Id<'application'>, email: string | null) => {
    const contactPersonId = make('person', {
      givenName: 'Odile',
      familyName: 'Brancourtel',
      email,
    });
    updateRecord(session, speaker, 'application', applicationId, { contactPersonId });
  };
  return { ...store, ids, folder, write: make1, view, contact };
}

describe('merge fields', () => {
  const values = {
    ...Object.fromEntries(mergeFields.map((field) => [field, null])),
    numero: '12',
    structure: 'Entreprise {motif}',
  } as Parameters<typeof merge>[1];

  it('are filled in once, whatever their case and accents', () => {
    expect(merge('n° {Numéro} – {structure}', values)).toEqual({
      text: 'n° 12 – Entreprise {motif}',
      problems: [],
    });
  });

  it('stay in sight where they cannot be filled in', () => {
    expect(merge('{motif} {montant} {motif} {numero', values)).toEqual({
      text: '{motif} {montant} {motif} {numero',
      problems: [
        { kind: 'missingValue', field: 'motif' },
        { kind: 'unknownField', field: 'montant' },
      ],
    });
  });
});

describe('letters about outcomes', () => {
  it('tell of released decisions alone, unless the provisional ones are asked for', () => {
    const { view } = decided();
    const counts = (shown: ReturnType<typeof view>) =>
      shown.outcomes.map(({ outcome, count }) => [outcome, count]);
    expect(counts(view())).toEqual([
      ['nextPhase', 30],
      ['reserve', 6],
      ['notRetained', 30],
      ['excluded', 24],
    ]);
    expect(counts(view({ includesProvisional: true }))).toEqual([
      ['pitch', 9],
      ['stand', 21],
      ['reserve', 6],
      ['notRetained', 30],
      ['excluded', 24],
    ]);
    expect(view()).toMatchObject({ provisional: 30, undecided: 0 });
  });

  it('are one document with a letter a page, and each is recorded in one operation', async () => {
    const store = decided();
    const { write, db, session, final, view } = store;
    announce(store, final.id);
    const { bytes, made } = await write('lettres.docx', 'docx', {
      outcomes: ['excluded', 'reserve', 'pitch'],
    });
    expect(made).toBe(24 + 6 + 9);
    const text = textOf(readParts(bytes).get('word/document.xml') ?? '', 'document.xml', 'w:t');
    expect(text).toContain('Hors région');
    expect(text).toContain('au rang 1. Nous vous écrirons');
    expect(text).toContain('la Journée de l’innovation');
    expect(text).not.toMatch(/\{\w+\}/);
    expect(listRecords(db, 'outcomeLetter')).toHaveLength(39);
    expect(view().makings).toMatchObject([{ medium: 'letter', count: 39 }]);
    expect(view().outcomes.find(({ outcome }) => outcome === 'pitch')?.made).toBe(9);
    undoLast(session.writer(), speaker);
    expect(listRecords(db, 'outcomeLetter')).toEqual([]);
    if (!hasOffice) return;
    const { pages } = officePdf(bytes, 'docx');
    expect(pages).toBe(39);
    const odt = await write('lettres.odt', 'odt', { outcomes: ['reserve'] });
    const printed = officePdf(odt.bytes, 'odt');
    expect(printed.pages).toBe(6);
    expect(printed.text).toContain('Objet');
    expect(printed.text).not.toMatch(/Page\s1\ssur/);
  }, 120_000);

  it('are one file each in an archive, for some applications and only where none was made', async () => {
    const { write, ids } = decided();
    const [first, second] = ids;
    if (first === undefined || second === undefined) throw new Error('90 of them');
    await write('une.docx', 'docx', { applicationIds: [first] });
    const { bytes, made } = await write('lettres.zip', 'docx', {
      applicationIds: [first, second],
      isOneFileEach: true,
      onlyNew: true,
    });
    expect(made).toBe(1);
    expect(Object.keys(unzipSync(bytes))).toEqual(['002 – Entreprise 2.docx']);
  });

  it('become drafts for the mail program; those without an address are said', async () => {
    const { write, ids, contact } = decided();
    const [first, second, third] = ids;
    if (first === undefined || second === undefined || third === undefined) throw new Error('90');
    contact(first, 'odile@example.org');
    contact(second, 'pas une adresse');
    const { bytes, withoutAddress } = await write('messages.zip', 'eml', {
      applicationIds: [first, second, third],
    });
    expect(withoutAddress).toEqual([2, 3]);
    const files = readParts(bytes);
    expect([...files.keys()]).toEqual([
      '001 – Entreprise 1.eml',
      '002 – Entreprise 2.eml',
      '003 – Entreprise 3.eml',
    ]);
    expect(files.get('001 – Entreprise 1.eml')).toMatch(/^To: .*<odile@example\.org>/m);
    expect(files.get('001 – Entreprise 1.eml')).toContain('X-Unsent: 1');
    expect(files.get('002 – Entreprise 2.eml')).not.toMatch(/^To:/m);
  });

  it('are refused, naming the application, where a field cannot be filled in', async () => {
    const { write, session, db, folder, view } = decided();
    const [template] = listRecords(db, 'letterTemplate', { outcome: 'reserve' });
    if (template === undefined) throw new Error('made with the call');
    updateRecord(session, speaker, 'letterTemplate', template.id, {
      body: 'Rang {rang}, montant {montant}',
    });
    const refused = write('lettres.docx', 'docx', { outcomes: ['reserve', 'excluded'] });
    await expect(refused).rejects.toMatchObject({
      code: 'letters.incomplete',
      details: {
        count: 6,
        applications: expect.stringContaining('n°\u00a055 (champ inconnu «\u00a0montant'),
      },
    });
    expect(existsSync(join(folder, 'lettres.docx'))).toBe(false);
    expect(view({ outcome: 'reserve' }).recipients[0]?.problems).toEqual([
      { kind: 'unknownField', field: 'montant' },
    ]);
    const { made, leftOut } = await write('lettres.docx', 'docx', {
      outcomes: ['reserve', 'excluded'],
      skipsProblems: true,
    });
    expect([made, leftOut]).toEqual([24, [55, 56, 57, 58, 59, 60]]);
  });

  it('leave out those who withdrew, and need something decided', async () => {
    const { write, session, ids, view, apply } = decided();
    const [first] = ids;
    if (first === undefined) throw new Error('90 of them');
    withdraw(session, speaker, {
      applicationId: first,
      withdrawnOn: '2017-09-10',
      reason: null,
      promoteNext: false,
    });
    expect(view({ outcome: 'excluded' }).total).toBe(23);
    const [late] = apply(1);
    if (late === undefined) throw new Error('one more');
    expect(view().undecided).toBe(1);
    await expect(write('rien.docx', 'docx', { applicationIds: [late] })).rejects.toMatchObject({
      code: 'letters.nothingToMake',
    });
  });

  it('are shown for one application by a text that is still typed', () => {
    const { db, ids } = decided();
    const [first] = ids;
    if (first === undefined) throw new Error('90 of them');
    const request = { applicationId: first, subject: 'n° {numero}', body: '{motif} {rang}' };
    expect(previewLetter(db, request, { language: 'fr', translate })).toMatchObject({
      subject: 'n° 1',
      body: expect.stringMatching(/^Solution non commercialisable \{rang\}$/) as string,
      problems: [{ kind: 'missingValue', field: 'rang' }],
    });
  });
});
