import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { exampleId } from '#example/builder.ts';
import { createTranslator } from '#platform/translate.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { editionFacts } from '#services/editions/compose.ts';
import { createEdition, renameEdition } from '#services/editions/editions.ts';
import { exportEdition } from '#services/editions/export.ts';
import { tracedRecords } from '#services/editions/records.ts';
import { sha256 } from '#services/editions/snapshots.ts';
import { editionView } from '#services/editions/views.ts';
import { mustGet } from '#services/meetings/find.ts';
import { removeRecords } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { openSession } from '#services/session.ts';
import { exampleStore, temporaryFolder } from '#test/stores.ts';

import { readParts } from '../../documents/read.ts';

const groupId = exampleId('workingGroup', 'gt');
const by = { author: 'Essai' };
const words = { language: 'fr', translate: createTranslator('fr').t } as const;

async function edition(session: StoreSession) {
  const kind = 'synthesis' as const;
  const request = { kind, groupId, year: 2017, asOfOn: null, subject: null, title: 'Synthèse' };
  const { value } = await createEdition(session, by, request, words);
  return value;
}

describe('files of an edition', () => {
  it('hold the annex of sources only when asked, and are recorded', async () => {
    const { session } = exampleStore();
    const folder = temporaryFolder();
    const id = await edition(session);
    const write = (name: string, withSources: boolean) =>
      exportEdition(session, by, join(folder, name), {
        ...words,
        id,
        format: 'docx',
        withSources,
      });
    const plain = await write('sans.docx', false);
    await write('avec.docx', true);
    const text = (name: string) =>
      readParts(readFileSync(join(folder, name))).get('word/document.xml') ?? '';
    expect(text('sans.docx')).not.toContain('Sources des chiffres');
    expect(text('avec.docx')).toContain('Sources des chiffres');
    const bytes = readFileSync(join(folder, 'sans.docx'));
    expect(plain.bytes).toBe(bytes.length);
    renameEdition(session, by, { id, title: 'Synthèse de juin' });
    const { files } = await editionView(session.reader, id, words);
    expect(files.find(({ fileName }) => fileName === 'sans.docx')).toMatchObject({
      format: 'docx',
      sha256: sha256(bytes),
      bytes: bytes.length,
      withSources: false,
      isOutdated: true,
    });
    expect(files).toHaveLength(2);
  });

  it('are written from a store that is only read too, without a trace in it', async () => {
    const { session, options } = exampleStore();
    const id = await edition(session);
    session.close();
    const readOnly = openSession({ ...options, readOnly: true });
    const path = join(temporaryFolder(), 'lecture.html');
    const request = { ...words, id, format: 'html', withSources: false } as const;
    const { operationId, bytes } = await exportEdition(readOnly, by, path, request);
    expect(operationId).toBeNull();
    expect(bytes).toBeGreaterThan(10_000);
    expect(listRecords(readOnly.reader, 'editionFile')).toEqual([]);
    readOnly.close();
  });

  it('tell the facts as a spreadsheet, a row each', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    const facts = editionFacts(session.reader, mustGet(session.reader, 'reportEdition', id), words);
    for (const format of ['xlsx', 'ods'] as const) {
      const path = join(temporaryFolder(), `faits.${format}`);
      await exportEdition(session, by, path, { ...words, id, format, withSources: false });
      const parts = readParts(readFileSync(path));
      const all = [...parts.values()].join('\n');
      expect(all).toContain('Recensement des besoins auprès des acheteurs régionaux');
      expect(all).toContain('réponses d’entreprises');
      for (const { key } of facts) expect(all).toContain(key);
    }
  });

  it('are refused for a PDF without a browser', async () => {
    const { session } = exampleStore();
    const id = await edition(session);
    const path = join(temporaryFolder(), 'a.pdf');
    await expect(
      exportEdition(session, by, path, { ...words, id, format: 'pdf', withSources: false }),
    ).rejects.toThrow(expect.objectContaining({ code: 'export.noEngine' }));
    expect(listRecords(session.reader, 'editionFile')).toEqual([]);
  });
});

describe('the records behind a figure', () => {
  it('are named, with the record whose sheet shows them, and told when they are gone', () => {
    const { session } = exampleStore();
    const id = exampleId('measurement', 'applications-mid');
    const refs = [
      { table: 'measurement', id },
      { table: 'person', id: 'nobody' },
      { table: 'nowhere', id },
    ];
    const [measurement, person, ...others] = tracedRecords(session.reader, refs, words);
    const indicatorId = getRecord(session.reader, 'measurement', id)?.indicatorId;
    expect(measurement).toMatchObject({
      entityLabel: 'Valeur constatée',
      isGone: false,
      opens: { table: 'indicator', id: indicatorId },
    });
    expect(measurement?.label).not.toBe('');
    expect(person).toMatchObject({ isGone: true, entityLabel: 'Personne', opens: null });
    expect(others).toEqual([]);
    removeRecords(session, by, 'measurement', [id]);
    expect(tracedRecords(session.reader, refs.slice(0, 1), words)[0]?.isGone).toBe(true);
  });
});
