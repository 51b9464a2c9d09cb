import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { chainFormats } from '#contract/chain.channels.ts';
import { exampleId } from '#example/builder.ts';
import { translatorOf } from '#ipc/failures.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { buildChainPaper, exportChain } from '#services/chain/export.ts';
import { exampleStore, groupStore, temporaryFolder } from '#test/stores.ts';

import { readParts } from '../../documents/read.ts';

const request = {
  groupId: exampleId('workingGroup', 'gt'),
  year: 2017,
  side: 'all' as const,
  withSubGroups: false,
  today: '2017-12-31',
  language: 'fr' as const,
  translate: translatorOf('fr').t,
};

describe('the chain as a file', () => {
  it.each(chainFormats)('is written as %s, with its orphans named', async (format) => {
    const { session } = exampleStore();
    const path = join(temporaryFolder(), `chaine.${format}`);
    // The browser's part of a PDF: what it would print is what is read here.
    const printPdf = (html: string) => Promise.resolve(new TextEncoder().encode(html));
    const { bytes } = await exportChain(session, path, { ...request, format, printPdf });
    const file = readFileSync(path);
    expect(file).toHaveLength(bytes);
    const isPlain = format === 'html' || format === 'pdf';
    const text = isPlain ? file.toString('utf8') : [...readParts(file).values()].join('\n');
    expect(text).toContain('Craintes juridiques');
    expect(text).toContain('aucun levier');
  });

  it('says which years it joins, one side after the other, and what is missing', () => {
    const { session } = exampleStore();
    const { model, tables } = buildChainPaper(session.reader, request);
    const text = JSON.stringify(model.sections);
    expect(text).toContain('pour 2017 et pour 2018');
    expect(text.indexOf('Côté acheteurs')).toBeLessThan(text.indexOf('Côté entreprises'));
    expect(text).toContain('Aucune solution n’y mène');
    expect(tables.map(({ key }) => key)).toEqual(['paths', 'cards', 'links']);
    for (const { columns, rows } of tables) {
      expect(rows.length).toBeGreaterThan(20);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('is a short document while there is nothing in it', () => {
    const { session } = groupStore('Groupe neuf');
    const [group] = listRecords(session.reader, 'workingGroup');
    const paper = buildChainPaper(session.reader, { ...request, groupId: group?.id ?? '' });
    expect(paper.tables.every(({ rows }) => rows.length === 0)).toBe(true);
    const blocks = paper.model.sections.flatMap((one) => one.blocks.map(({ type }) => type));
    expect(new Set(blocks)).toEqual(new Set(['paragraph']));
  });
});
