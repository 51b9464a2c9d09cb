import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { registerNames } from '#contract/schemas.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { openMinutes, saveMinutesItem } from '#services/meetings/minutes.ts';
import { createRecord } from '#services/records.ts';
import { by, richText } from '#test/meetings.ts';
import { groupStore } from '#test/stores.ts';

import { cli, cliHere, plain, sha256 } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

const listing = z.object({
  register: z.string(),
  at: z.string().nullable(),
  total: z.number(),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  rows: z.array(z.looseObject({ id: z.string() })),
});

const found = z.object({
  results: z.array(z.looseObject({ table: z.string(), id: z.string(), label: z.string() })),
});

function json<T>(schema: z.ZodType<T>, text: string): T {
  return schema.parse(JSON.parse(text));
}

describe('list', () => {
  it.for(registerNames)(
    'gives the register %s whole, and leaves the store as it was',
    async (register) => {
      const { home, store } = example.copy();
      const before = sha256(store);
      const asJson = await cliHere(['list', register, '--store', store, '--json'], home);
      const { total, rows, columns } = json(listing, asJson.stdout);
      expect(asJson).toMatchObject({ code: 0, stderr: '' });
      expect(rows).toHaveLength(total);
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(['id', ...columns.map(({ key }) => key)]);
      }
      expect(sha256(store)).toBe(before);
    },
  );

  it('tells who held a mandate on a day', async () => {
    const { home, store } = example.copy();
    const of = async (at: string) => {
      const { stdout } = await cli(['list', 'mandates', '--store', store, '--at', at, '--json'], {
        home,
      });
      const { rows } = json(listing, stdout);
      return rows
        .filter(({ body }) => String(body).startsWith('Évaluer'))
        .map(({ person }) => person);
    };
    const [may, december] = [await of('2017-05-09'), await of('2017-12-20')];
    expect(may).toHaveLength(1);
    expect(december).toHaveLength(1);
    expect(may).not.toEqual(december);
  });

  it('aligns its columns and writes French days', async () => {
    const { home, store } = example.copy();
    const { stdout } = await cli(['list', 'mandates', '--store', store, '--at', '2017-05-09'], {
      home,
    });
    const [title, , headings = '', rule = '', ...rows] = stdout.trimEnd().split('\n');
    expect(plain(title ?? '')).toBe(`Mandats au 09/05/2017 : ${rows.length}`);
    const starts = [...rule.matchAll(/─+/g)].map((match) => match.index);
    expect(starts.length).toBeGreaterThan(3);
    for (const start of starts) {
      expect(headings.charAt(start)).not.toBe(' ');
      for (const row of rows) expect(start === 0 ? '  ' : row.slice(start - 2, start)).toBe('  ');
    }
  });

  it('speaks English when asked', async () => {
    const { home, store } = example.copy();
    const { stdout } = await cli(['list', 'barriers', '--store', store, '--lang', 'en'], { home });
    expect(stdout).toMatch(/^Barriers: \d+\n/);
    expect(stdout).toContain('Buyer side');
  });
});

describe('search', () => {
  it('finds whatever the accents and case', async () => {
    const { home, store } = example.copy();
    const { code, stdout } = await cli(['search', 'MIKAEL trigaut', '--store', store, '--json'], {
      home,
    });
    expect(code).toBe(0);
    expect(json(found, stdout).results).toContainEqual(
      expect.objectContaining({ table: 'person', label: 'Mikaël Trigaut' }),
    );
  });

  it('shows what it found, and says when there is nothing', async () => {
    const { home, store } = example.copy();
    const some = await cli(['search', 'euratechnologies', '--store', store], { home });
    expect(some.stdout).toContain('Structure');
    expect(some.code).toBe(0);
    const none = await cli(['search', 'xyzzy', '--store', store], { home });
    expect(plain(none.stdout)).toBe('Aucun résultat pour « xyzzy ».\n');
    expect(none.code).toBe(0);
  });
});

describe('history', () => {
  it('tells the life of a record, called by its kind or its register', async () => {
    const { home, store } = example.copy();
    const { stdout } = await cli(['search', 'Mikaël Trigaut', '--store', store, '--json'], {
      home,
    });
    const id = json(found, stdout).results.find(({ table }) => table === 'person')?.id ?? '';
    const asText = await cli(['history', 'person', id, '--store', store], { home });
    expect(asText.code).toBe(0);
    expect(asText.stdout).toContain('Mikaël Trigaut');
    expect(asText.stdout).toContain('Chargement du groupe d’exemple');
    const asJson = await cli(['history', 'people', id, '--store', store, '--json'], { home });
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      table: 'person',
      id,
      entries: [{ reason: { key: 'example' }, field: null, after: { familyName: 'Trigaut' } }],
    });
  });

  it('tells laid-out texts by their words', async () => {
    const { session, options } = groupStore('Groupe');
    const { path: store } = options;
    const [group] = listRecords(session.reader, 'workingGroup');
    if (group === undefined) throw new Error('made with the store');
    const meetingId = createRecord(session, by, 'meeting', {
      workingGroupId: group.id,
      title: 'Plénière',
    }).value;
    const { value: minutesId } = openMinutes(session, by, { meetingId });
    for (const words of ['Première version', 'Seconde version']) {
      saveMinutesItem(session, by, { minutesId, agendaItemId: null, body: richText(words) });
    }
    session.close();
    const { code, stdout } = await cli(['history', 'minutes', minutesId, '--store', store], {
      home: dirname(store),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Première version\s+Seconde version/);
    expect(stdout).not.toContain('"type"');
  });

  it('refuses a record that does not exist', async () => {
    const { home, store } = example.copy();
    const id = '0190a0f2-0000-7000-8000-000000000000';
    const { code, stderr, stdout } = await cli(
      ['history', 'person', id, '--store', store, '--json'],
      { home },
    );
    expect(stderr).toContain(`Cette fiche n’existe pas ou plus (Personne, ${id})`);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'record.notFound' } });
    expect(code).toBe(1);
  });
});

describe('check', () => {
  it('finds the example sound, and leaves it as it was', async () => {
    const { home, store } = example.copy();
    const before = sha256(store);
    const { code, stdout } = await cli(['check', '--store', store], { home });
    expect(plain(stdout)).toContain('Reconstruction depuis le journal : conforme');
    expect(plain(stdout)).toContain(`La base est saine : ${store}`);
    expect(code).toBe(0);
    expect(sha256(store)).toBe(before);
    expect(existsSync(join(home, 'copy.rapporteur'))).toBe(false);
  });
});
