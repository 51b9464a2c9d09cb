import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EditionKind } from '#contract/edition.views.ts';
import { writeHtmlText } from '#documents/html.writer.ts';
import { richTextOfLines } from '#domain/rich-text.ts';
import { exampleId } from '#example/builder.ts';
import { runOperation } from '#journal/operation.ts';
import { undoLast, undoOperation } from '#journal/undo.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { compareFacts } from '#services/editions/compare.ts';
import { composeEdition, editionFacts } from '#services/editions/compose.ts';
import {
  arrangeEdition,
  createEdition,
  freezeEdition,
  publishEdition,
  refreshEdition,
  renameEdition,
  reopenEdition,
  setEditionText,
} from '#services/editions/editions.ts';
import { editionView, listEditions, refreshComparison } from '#services/editions/views.ts';
import { mustGet } from '#services/meetings/find.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { exampleStore } from '#test/stores.ts';

const groupId = exampleId('workingGroup', 'gt');
const by = { author: 'Essai' };
const words = { language: 'fr', translate: createTranslator('fr').t } as const;

async function edition(session: StoreSession, kind: EditionKind = 'synthesis', year = 2017) {
  const request = { kind, groupId, year, asOfOn: null, subject: null, title: `Édition ${kind}` };
  const { value } = await createEdition(session, by, request, words);
  return value;
}

const html = ({ reader }: StoreSession, id: string): string =>
  writeHtmlText(composeEdition(reader, mustGet(reader, 'reportEdition', id), words, true));
const facts = ({ reader }: StoreSession, id: string) =>
  editionFacts(reader, mustGet(reader, 'reportEdition', id), words);
const text = (line: string): string => JSON.stringify(richTextOfLines([line]));

function firstOf<T>(some: readonly T[]): T {
  const [first] = some;
  if (first === undefined) throw new TypeError('there is none');
  return first;
}

/** Changes something that every report of 2017 tells. */
function editMeasurement(session: StoreSession): void {
  updateRecord(session, by, 'measurement', exampleId('measurement', 'applications-mid'), {
    value: 81,
  });
}

describe('the data of an edition', () => {
  it('stay what they were, byte by byte, whatever happens to the registers', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    const before = html(session, id);
    editMeasurement(session);
    updateRecord(session, by, 'subGroup', firstOf(listRecords(session.reader, 'subGroup')).id, {
      name: 'Un autre nom',
    });
    const people = listRecords(session.reader, 'person').slice(0, 5);
    removeRecords(
      session,
      by,
      'person',
      people.map((person) => person.id),
    );
    expect(html(session, id)).toBe(before);
    const { drift } = await editionView(session.reader, id, words);
    expect(drift?.changed).toBeGreaterThan(0);
  });

  it('are compared with those of the registers before a refresh, and then replaced', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    editMeasurement(session);
    const draft = mustGet(session.reader, 'reportEdition', id);
    const preview = await refreshComparison(session.reader, draft, words, null);
    const [change] = preview.changes.filter(({ kind }) => kind === 'figure');
    expect(change).toMatchObject({ change: 'changed', difference: 2, aspects: ['value'] });
    expect(change?.before?.value).toBe(79);
    const { value, operationId } = await refreshEdition(session, by, { id, asOfOn: null }, words);
    expect(value).toEqual(preview);
    expect(html(session, id)).toContain('>81');
    const { snapshots, drift } = await editionView(session.reader, id, words);
    expect(snapshots).toHaveLength(2);
    expect(drift).toMatchObject({ appeared: 0, changed: 0, vanished: 0 });
    undoOperation(session.writer(), operationId ?? '', by);
    expect(html(session, id)).not.toContain('>81');
  });

  it('are taken as of another day when asked', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    await refreshEdition(session, by, { id, asOfOn: '2017-12-31' }, words);
    const found = facts(session, id).find(({ value }) => value === 90);
    expect(found).toMatchObject({ asOfOn: '2017-12-31', kind: 'figure' });
    expect(listEditions(session.reader, groupId)[0]?.asOfOn).toBe('2017-12-31');
  });

  it('say so when they are not what was kept', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    const snapshot = firstOf(listRecords(session.reader, 'snapshot', { editionId: id }));
    const reason = { key: 'update', params: { table: 'snapshot' } };
    runOperation(session.writer(), { ...by, reason }, (operation) => {
      operation.update('snapshot', snapshot.id, { data: `${snapshot.data} ` });
    });
    expect(() => html(session, id)).toThrow(expect.objectContaining({ code: 'edition.noData' }));
    await refreshEdition(session, by, { id, asOfOn: null }, words);
    expect(html(session, id)).toContain('Périmètre');
  });

  it('may be large', async () => {
    const { session } = exampleStore();
    for (let count = 0; count < 300; count += 1) {
      createRecord(session, by, 'organisation', {
        name: `Structure ${count} ${'x'.repeat(250)}`,
        kind: 'company',
        departementCode: '59',
      });
    }
    const id = await edition(session, 'directory');
    const snapshot = firstOf(listRecords(session.reader, 'snapshot', { editionId: id }));
    expect(snapshot.data.length).toBeGreaterThan(200_000);
    expect(html(session, id)).toContain('Structure 299');
  });
});

describe('a settled edition', () => {
  it('is refused every change, also below the services', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    const { operationId } = freezeEdition(session, by, id);
    const locked = expect.objectContaining({ code: 'edition.locked' });
    const snapshot = firstOf(listRecords(session.reader, 'snapshot', { editionId: id }));
    expect(() => renameEdition(session, by, { id, title: 'Autre' })).toThrow(locked);
    expect(() =>
      setEditionText(session, by, { id, sectionKey: 'aims', place: 'after', richText: text('a') }),
    ).toThrow(locked);
    expect(() => arrangeEdition(session, by, { id, sections: [] })).toThrow(locked);
    await expect(refreshEdition(session, by, { id, asOfOn: null }, words)).rejects.toThrow(locked);
    expect(() => updateRecord(session, by, 'reportEdition', id, { texts: { a: 'b' } })).toThrow(
      locked,
    );
    expect(() => updateRecord(session, by, 'reportEdition', id, { status: 'draft' })).toThrow(
      locked,
    );
    expect(() => removeRecords(session, by, 'reportEdition', [id])).toThrow(locked);
    expect(() => updateRecord(session, by, 'snapshot', snapshot.id, { sha256: 'a' })).toThrow(
      locked,
    );
    expect(() => removeRecords(session, by, 'snapshot', [snapshot.id])).toThrow(locked);
    expect(() =>
      createRecord(session, by, 'snapshot', {
        editionId: id,
        frozenAt: '2030-01-01T00:00:00.000Z',
        sha256: 'a',
        data: '{}',
      }),
    ).toThrow(locked);
    undoOperation(session.writer(), operationId ?? '', by);
    expect(mustGet(session.reader, 'reportEdition', id).status).toBe('draft');
    renameEdition(session, by, { id, title: 'Autre' });
    expect(mustGet(session.reader, 'reportEdition', id).title).toBe('Autre');
  });

  it('does not let what came before it be taken back', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    const { operationId } = renameEdition(session, by, { id, title: 'Autre' });
    freezeEdition(session, by, id);
    expect(() => undoOperation(session.writer(), operationId ?? '', by)).toThrow(
      expect.objectContaining({ code: 'edition.locked' }),
    );
  });

  it('is published once, and taken up again as a new draft', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    setEditionText(session, by, {
      id,
      sectionKey: 'aims',
      place: 'before',
      richText: text('Un mot.'),
    });
    expect(() => reopenEdition(session, by, id)).toThrow(
      expect.objectContaining({ code: 'edition.notLocked' }),
    );
    freezeEdition(session, by, id);
    publishEdition(session, by, id);
    expect(() => publishEdition(session, by, id)).toThrow(
      expect.objectContaining({ code: 'edition.locked' }),
    );
    const published = html(session, id);
    const { value: draft } = reopenEdition(session, by, id);
    expect(html(session, draft)).toBe(published);
    editMeasurement(session);
    await refreshEdition(session, by, { id: draft, asOfOn: null }, words);
    expect(html(session, draft)).toContain('Un mot.');
    expect(html(session, id)).toBe(published);
    const summaries = listEditions(session.reader, null);
    expect(summaries.find((one) => one.id === draft)).toMatchObject({
      basedOnId: id,
      status: 'draft',
    });
    expect(compareFacts(facts(session, id), facts(session, draft)).changed).toBeGreaterThan(0);
  });

  it('opens again when its publication and its freezing are undone', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    freezeEdition(session, by, id);
    publishEdition(session, by, id);
    undoLast(session.writer(), by);
    expect(mustGet(session.reader, 'reportEdition', id)).toMatchObject({
      status: 'frozen',
      publishedAt: null,
    });
    undoLast(session.writer(), by);
    expect(mustGet(session.reader, 'reportEdition', id)).toMatchObject({ status: 'draft' });
  });
});

describe('texts and arrangement', () => {
  it('survive a refresh, and a text without its section is shown as stranded', async () => {
    const { session } = exampleStore();
    const id = await edition(session, 'restitution');
    const resultId = exampleId('result', 'report');
    const sectionKey = `result.${resultId}`;
    setEditionText(session, by, { id, sectionKey, place: 'after', richText: text('Mon avis.') });
    setEditionText(session, by, {
      id,
      sectionKey: 'aims',
      place: 'before',
      richText: text('Ici.'),
    });
    expect(html(session, id)).toContain('Mon avis.');
    removeRecords(session, by, 'result', [resultId]);
    await refreshEdition(session, by, { id, asOfOn: null }, words);
    expect(html(session, id)).not.toContain('Mon avis.');
    expect(html(session, id)).toContain('Ici.');
    const { texts } = await editionView(session.reader, id, words);
    expect(texts.map(({ sectionKey: key, isStranded }) => [key, isStranded])).toEqual([
      [sectionKey, true],
      ['aims', false],
    ]);
  });

  it('hide, reorder and repeat sections', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    arrangeEdition(session, by, {
      id,
      sections: [
        { key: 'prospects', isHidden: false, isRepeated: false },
        { key: 'aims', isHidden: false, isRepeated: false },
        { key: 'aims.scope', isHidden: true, isRepeated: false },
        { key: 'structure.organisation', isHidden: false, isRepeated: true },
      ],
    });
    const { sections } = await editionView(session.reader, id, words);
    const roots = sections.filter(({ depth }) => depth === 1).map(({ key }) => key);
    expect(roots.slice(0, 2)).toEqual(['prospects', 'contacts']);
    expect(sections.find(({ key }) => key === 'aims.scope')?.isHidden).toBe(true);
    const parts = sections.filter(({ parentKey }) => parentKey === 'structure.organisation');
    expect(parts.map(({ title }) => title)).toContain('Convention État-UGAP');
    expect(html(session, id)).not.toContain('Périmètre');
    expect(html(session, id)).toContain('Actions');
  });

  it('are taken back one by one, what was typed together as one', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    const own = { id, sectionKey: 'aims', place: 'before' } as const;
    setEditionText(session, by, { ...own, richText: text('U') });
    setEditionText(session, by, { ...own, richText: text('Un') });
    undoLast(session.writer(), by);
    expect(mustGet(session.reader, 'reportEdition', id).texts).toEqual({});
  });
});

describe('what random edits of the registers change', () => {
  it('is exactly what is told of the records that were touched', { timeout: 120_000 }, async () => {
    const { session } = exampleStore();
    const id = await edition(session, 'restitution');
    const draft = mustGet(session.reader, 'reportEdition', id);
    const editable = {
      result: listRecords(session.reader, 'result', { year: 2017 }),
      remedy: listRecords(session.reader, 'remedy', { year: 2018 }),
      subGroup: listRecords(session.reader, 'subGroup'),
    };
    const touched = fc.record({
      result: fc.subarray(editable.result.map((one) => one.id)),
      remedy: fc.subarray(editable.remedy.map((one) => one.id)),
      subGroup: fc.subarray(editable.subGroup.map((one) => one.id)),
    });
    await fc.assert(
      fc.asyncProperty(touched, async (ids) => {
        const done: (string | null)[] = [];
        for (const one of ids.result) {
          done.push(updateRecord(session, by, 'result', one, { title: `R ${one}` }).operationId);
        }
        for (const one of ids.remedy) {
          done.push(updateRecord(session, by, 'remedy', one, { title: `S ${one}` }).operationId);
        }
        for (const one of ids.subGroup) {
          done.push(updateRecord(session, by, 'subGroup', one, { name: `G ${one}` }).operationId);
        }
        const { changes, appeared, vanished } = await refreshComparison(
          session.reader,
          draft,
          words,
          null,
        );
        const ofValue = changes.filter(({ aspects }) => aspects.includes('value'));
        expect(ofValue.map(({ key }) => key).toSorted()).toEqual(
          [
            ...ids.result.map((one) => `result.${one}`),
            ...ids.remedy.map((one) => `remedy.${one}`),
            ...ids.subGroup.map((one) => `subGroup.${one}`),
          ].toSorted(),
        );
        expect({ appeared, vanished }).toEqual({ appeared: 0, vanished: 0 });
        // The other facts that changed are those whose label names a sub-group that was renamed.
        for (const { key } of changes) {
          if (!ofValue.some((one) => one.key === key)) {
            expect(ids.subGroup.some((one) => key.startsWith(`subGroup.${one}.`))).toBe(true);
          }
        }
        for (const operationId of done.toReversed()) {
          undoOperation(session.writer(), operationId ?? '', by);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('what editions state', () => {
  it('is told from June to December, figure by figure, across kinds', async () => {
    const { session } = exampleStore();
    const [mid, end] = [await edition(session), await edition(session, 'restitution')];
    const { changes } = compareFacts(facts(session, mid), facts(session, end));
    const seen = (label: string) => changes.find((one) => one.label.startsWith(label));
    expect(seen('Appel à manifestation')).toMatchObject({
      change: 'changed',
      difference: 11,
      before: { value: 79, asOfOn: '2017-06-30' },
      after: { value: 90, asOfOn: '2017-12-31' },
    });
    expect(seen('Rapporteur(s) de')).toMatchObject({
      change: 'changed',
      before: { value: 'Alexandre SILLE (DIRECCTE)' },
      after: { value: 'Lucile BRIONNE (DIRECCTE)' },
    });
    expect(changes.find(({ after }) => after?.value === 'Absence de données')?.before?.value).toBe(
      'Absence de données statistiques à l’échelle régionale',
    );
    expect(changes.filter(({ change }) => change === 'appeared').length).toBeGreaterThan(20);
    const rest = facts(session, end).find(({ label }) => label.endsWith('reste non ventilé'));
    expect(rest?.value).toBe(6);
    for (const fact of facts(session, end)) {
      if (fact.kind === 'figure') expect(fact.records.length, fact.label).toBeGreaterThan(0);
    }
  });
});
