import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type {
  SelectionPaperFormat,
  SelectionPaperName,
} from '#contract/selection-papers.channels.ts';
import { selectionPapers } from '#contract/selection-papers.channels.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { recuse } from '#services/committee/recusals.ts';
import { buildSelectionPaper, exportSelectionPaper } from '#services/selection-papers/papers.ts';
import { except } from '#services/selection/release.ts';
import { committeeStore, wording } from '#test/committee.ts';
import { announce, decide, selectionStore, speaker, upToCommittee } from '#test/selection.ts';
import { exampleStore, temporaryFolder } from '#test/stores.ts';
import type { StoreSession } from '#services/session.ts';

import { hasOffice, officePdf, readParts, textOf } from '../../documents/read.ts';

const { translate } = speaker;
const today = '2017-09-20';

async function written(
  session: StoreSession,
  callId: string,
  paper: SelectionPaperName,
  format: SelectionPaperFormat,
): Promise<Uint8Array> {
  const path = join(temporaryFolder(), `document.${format}`);
  const request = { callId, paper, format, today, language: 'fr' as const, translate };
  const { bytes } = await exportSelectionPaper(session, path, request);
  const file = new Uint8Array(readFileSync(path));
  expect(bytes).toBe(file.length);
  return file;
}

const docxText = (bytes: Uint8Array): string =>
  textOf(readParts(bytes).get('word/document.xml') ?? '', 'document.xml', 'w:t');

/** A committee of three whose scores tie two applications, with a recusal. */
function judged() {
  const store = committeeStore();
  const { score, session, phaseId, personIds, applicationIds, at, make, organisationIds } = store;
  [0, 1, 2].forEach((member) => {
    score(member, 0, [5, 4]);
    score(member, 1, [3, 3]);
    score(member, 2, [3, 3]);
    if (member !== 2) score(member, 3, member === 0 ? [5, 5] : [0, 0]);
  });
  make('affiliation', {
    personId: at(personIds, 2),
    organisationId: at(organisationIds, 3),
    title: 'Associé',
  });
  recuse(
    session,
    { author: 'Essai' },
    {
      phaseId,
      recusals: [{ personId: at(personIds, 2), applicationId: at(applicationIds, 3) }],
      recordedOn: today,
      note: null,
    },
    wording,
  );
  return store;
}

it('counts in the report lead to the applications behind them', async () => {
  const { session } = exampleStore();
  const [call] = listRecords(session.reader, 'callForInterest');
  const { model } = await buildSelectionPaper(session.reader, {
    callId: call?.id ?? '',
    paper: 'report',
    today,
    language: 'fr',
    translate,
  });
  const traces = [
    ...JSON.stringify(model).matchAll(/"type":"trace","value":(\d+),"records":(\[[^\]]*\])/gu),
  ].map(([, value, records]) => [Number(value), JSON.parse(records ?? '[]') as unknown[]] as const);
  expect(traces.length).toBeGreaterThan(4);
  for (const [value, records] of traces) expect(records).toHaveLength(value);
  expect(traces.map(([value]) => value)).toContain(90);
});

describe('the minutes of a committee', () => {
  it('name members, recusals, method, ranking, ties and what to discuss', async () => {
    const { session, callId } = judged();
    const text = docxText(await written(session, callId, 'committeeMinutes', 'docx'));
    expect(text).toContain('Alix');
    expect(text).toContain('Travaille pour le candidat, Entreprise 4');
    expect(text).toContain('Déport');
    expect(text).toContain('Innovation (poids 75\u00a0%');
    expect(text).toContain('Réponses n°\u00a02 et n°\u00a03');
    expect(text).toContain('rien ne les départage');
    expect(text).toContain('Réponses à discuter');
    expect(text).toContain('Aucune décision n’a été modifiée après son annonce.');
  });

  it('put the ranked table into a spreadsheet with its numbers', async () => {
    const { session, callId } = judged();
    const bytes = await written(session, callId, 'committeeMinutes', 'xlsx');
    const { read } = await import('xlsx');
    const book = read(bytes);
    expect(book.SheetNames).toEqual(
      expect.arrayContaining(['Membres', 'Liens et déports', 'Critères', 'Classement']),
    );
    const sheet = book.Sheets['Classement'] ?? {};
    const cells = Object.entries(sheet).filter(([place]) => /^E\d+$/.test(place));
    expect(cells.map(([, cell]) => (cell as { v?: unknown }).v)).toContain(4.75);
  });

  it('tell of exceptions and reasons after the release', async () => {
    const store = selectionStore();
    const { session, callId, committee } = store;
    const ids = upToCommittee(store);
    announce(store, committee.id);
    const [applicationId] = ids.slice(60);
    if (applicationId === undefined) throw new Error('90 of them');
    except(session, speaker, {
      applicationId,
      phaseId: committee.id,
      outcome: 'reserve',
      exclusionReasonId: null,
      reason: 'Erreur de saisie.',
      statedById: null,
    });
    const text = docxText(await written(session, callId, 'committeeMinutes', 'docx'));
    expect(text).toContain('Erreur de saisie.');
    expect(text).toContain('Besoin trop peu exprimé.');
    expect(text).toContain('Aucune note ne permet de classer les réponses.');
  });
});

describe('lists and figures', () => {
  it('list pitches in the order of the event, stands by number, the reserve by rank', async () => {
    const store = selectionStore();
    const { session, make, group, callId, committee, final, db } = store;
    const eventId = make('event', { workingGroupId: group.id, name: 'Journée' });
    session.writer();
    const { updateRecord } = await import('#services/records.ts');
    updateRecord(session, speaker, 'callForInterest', callId, { eventId });
    const ids = upToCommittee(store);
    announce(store, committee.id);
    decide(store, final.id, ids.slice(24, 33), 'pitch');
    decide(store, final.id, ids.slice(33, 54), 'stand');
    announce(store, final.id);
    const [first, second] = ids.slice(24);
    const [stray] = ids.slice(60);
    const [standing] = ids.slice(33);
    if (!first || !second || !stray || !standing) throw new Error('90 of them');
    make('pitchSlot', { eventId, applicationId: second, position: 1, startsAt: '14:05' });
    make('pitchSlot', { eventId, applicationId: first, position: 2 });
    make('pitchSlot', { eventId, applicationId: stray, position: 3 });
    const organisationId = listRecords(db, 'application').find(
      ({ id }) => id === standing,
    )?.organisationId;
    if (organisationId === undefined) throw new Error('of the application');
    make('stand', { eventId, organisationId, applicationId: standing, number: 'B7' });
    const { tables } = await buildSelectionPaper(db, {
      callId,
      paper: 'eventList',
      today,
      language: 'fr',
      translate,
    });
    expect(tables.map(({ key, rows }) => [key, rows.length])).toEqual([
      ['pitches', 9],
      ['stands', 21],
      ['reserve', 6],
    ]);
    expect(tables[0]?.rows.slice(0, 3).map((row) => row.slice(0, 3))).toEqual([
      [1, '14\u00a0h\u00a005', 26],
      [2, '', 25],
      [null, '', 27],
    ]);
    expect(tables[1]?.rows[0]?.slice(0, 2)).toEqual(['B7', 34]);
    expect(tables[2]?.rows.map(([rank]) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    const html = new TextDecoder().decode(await written(session, callId, 'eventList', 'html'));
    expect(html).toContain('Entreprise 61');
  });

  it('count the funnel by segment, territory and kind, with a chart and in a spreadsheet', async () => {
    const store = selectionStore();
    const { session, callId, committee } = store;
    upToCommittee(store);
    announce(store, committee.id);
    const bytes = await written(session, callId, 'statistics', 'docx');
    expect(docxText(bytes)).toContain('Pas-de-Calais (62)');
    expect([...readParts(bytes).keys()].some((path) => path.includes('chart'))).toBe(true);
    const sheet = await written(session, callId, 'statistics', 'ods');
    const content = readParts(sheet).get('content.xml') ?? '';
    expect(content).toContain('Par département');
    expect(content).toContain('office:value="66"');
  });

  it('are all written in every format, also for a call with nothing in it, and open', async () => {
    const { session, callId } = selectionStore();
    for (const paper of selectionPapers) {
      for (const format of ['docx', 'odt', 'html', 'xlsx', 'ods'] as const) {
        const bytes = await written(session, callId, paper, format);
        if (format !== 'html') expect(Object.keys(unzipSync(bytes)).length).toBeGreaterThan(3);
      }
    }
    const english = createTranslator('en').t;
    const options = { callId, today, language: 'en' as const, translate: english };
    const { model } = await buildSelectionPaper(session.reader, { ...options, paper: 'report' });
    expect(model.meta.title).toBe('Report on the selection');
  });

  it.runIf(hasOffice)(
    'open in LibreOffice with all that they say',
    async () => {
      const { session, callId } = judged();
      for (const [paper, format] of [
        ['report', 'odt'],
        ['committeeMinutes', 'docx'],
      ] as const) {
        const bytes = await written(session, callId, paper, format);
        const { text, pages } = officePdf(bytes, format);
        expect(pages).toBeGreaterThan(1);
        expect(text).toContain('Innovation');
        const kept = process.env['RAPPORTEUR_KEEP'];
        if (kept !== undefined) writeFileSync(join(kept, `${paper}.${format}`), bytes);
      }
    },
    120_000,
  );
});
