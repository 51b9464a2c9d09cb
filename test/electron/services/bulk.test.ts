import { describe, expect, it } from 'vitest';

import type { BulkChange, BulkTarget } from '#contract/bulk.channels.ts';
import { wholeList } from '#contract/schemas.ts';
import { runOperation } from '#journal/operation.ts';
import { undoOperation } from '#journal/undo.ts';
import type { LongBy } from '#services/bulk.ts';
import { changeMany, previewMany, removeMany } from '#services/bulk.ts';
import type { StoreSession } from '#services/session.ts';
import { all, sql } from '#sql/sql.ts';
import { allRows, emptyStore, liveRows } from '#test/stores.ts';

const author = 'Essai';

function by(signal = new AbortController().signal): LongBy & { steps: number[] } {
  const steps: number[] = [];
  return { author, signal, steps, progress: (_step, done) => void steps.push(done) };
}

function storeOf(count: number): { session: StoreSession; ids: string[] } {
  const { session } = emptyStore();
  const { value: ids } = runOperation(
    session.writer(),
    { author, reason: { key: 'create' } },
    (op) =>
      op.insertMany(
        'organisation',
        Array.from({ length: count }, (_, at) => ({
          values: {
            name: `Structure ${String(at).padStart(5, '0')}`,
            kind: at % 3 === 0 ? ('buyer' as const) : ('company' as const),
            tags: at % 2 === 0 ? ['Santé'] : [],
          },
        })),
      ),
  );
  return { session, ids };
}

const organisation = 'organisation' as const;
const whole = (except: string[] = [], filters: unknown[] = []): BulkTarget => ({
  query: wholeList.parse({ register: 'organisations', filters }),
  except,
});
const set = (field: string, value: string | null): BulkChange => ({ kind: 'set', field, value });
const part = { fate: 'changed', offset: 0, limit: 50 } as const;

describe('a change to many records', () => {
  it('says beforehand what it then does: changed, already so, refused and why', async () => {
    const { session, ids } = storeOf(9);
    const edit = { table: organisation, target: whole(), changes: [set('buyerKind', 'hospital')] };
    const before = allRows(session.reader);
    const preview = await previewMany(session, { ...edit, ...part }, by());
    expect(preview).toMatchObject({ total: 9, changed: 3, unchanged: 0, refused: 6 });
    expect(preview.refusals).toEqual([
      { field: 'buyerKind', rule: 'onlyBuyersHaveAKind', count: 6 },
    ]);
    expect(preview.rows).toEqual(
      [0, 3, 6].map((at) => ({
        id: ids[at],
        label: `Structure ${String(at).padStart(5, '0')}`,
        cells: [{ field: 'buyerKind', before: null, after: 'hospital' }],
        refusal: null,
      })),
    );
    const refused = await previewMany(session, { ...edit, ...part, fate: 'refused' }, by());
    expect(refused.rows).toHaveLength(6);
    expect(refused.rows[0]?.refusal).toEqual({ field: 'buyerKind', rule: 'onlyBuyersHaveAKind' });
    expect(allRows(session.reader)).toEqual(before);

    const done = await changeMany(session, { ...edit, skipsRefused: true }, by());
    expect(done).toMatchObject({ changed: 3, unchanged: 0, refused: 6 });
    const again = await previewMany(session, { ...edit, ...part }, by());
    expect(again).toMatchObject({ changed: 0, unchanged: 3, refused: 6, rows: [] });
    undoOperation(session.writer(), done.operationId ?? '', { author });
    expect(liveRows(session.reader)).toEqual(
      Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, rows])),
    );
  });

  it('is refused for all when one refuses and none is to be left out', async () => {
    const { session } = storeOf(4);
    const before = allRows(session.reader);
    await expect(
      changeMany(
        session,
        {
          table: organisation,
          target: whole(),
          changes: [set('buyerKind', 'state')],
          skipsRefused: false,
        },
        by(),
      ),
    ).rejects.toMatchObject({ code: 'record.invalid' });
    expect(allRows(session.reader)).toEqual(before);
  });

  it('adds and takes labels away, whatever their case and accents, and keeps the others', async () => {
    const { session, ids } = storeOf(4);
    const change = (kind: 'addLabel' | 'removeLabel', label: string) =>
      changeMany(
        session,
        {
          table: organisation,
          target: { ids },
          changes: [{ kind, field: 'tags', label }],
          skipsRefused: true,
        },
        by(),
      );
    const tags = () =>
      all<{ tags: string }>(session.reader, sql`SELECT tags FROM organisation ORDER BY name`).map(
        (row): unknown => JSON.parse(row.tags),
      );
    expect(await change('addLabel', 'sante')).toMatchObject({ changed: 2, unchanged: 2 });
    expect(tags()).toEqual([['Santé'], ['sante'], ['Santé'], ['sante']]);
    expect(await change('addLabel', 'PME')).toMatchObject({ changed: 4, unchanged: 0 });
    expect(await change('removeLabel', 'SANTÉ')).toMatchObject({ changed: 4 });
    expect(tags()).toEqual([['PME'], ['PME'], ['PME'], ['PME']]);
  });

  it('reaches all that a list shows but a few, without naming them', async () => {
    const { session, ids } = storeOf(1200);
    const companies = [{ column: 'organisationKind', operator: 'is', value: 'company' }];
    const target = whole([ids[1] ?? '', ids[2] ?? ''], companies);
    const progress = by();
    const done = await changeMany(
      session,
      { table: organisation, target, changes: [set('communeName', 'Arras')], skipsRefused: true },
      progress,
    );
    expect(done).toMatchObject({ changed: 798, refused: 0 });
    expect(progress.steps.length).toBeGreaterThan(3);
    const rows = all<{ id: string; kind: string }>(
      session.reader,
      sql`SELECT id, kind FROM organisation WHERE commune_name = 'Arras'`,
    );
    expect(rows).toHaveLength(798);
    expect(rows.every(({ kind }) => kind === 'company')).toBe(true);
    expect(rows.map(({ id }) => id)).not.toContain(ids[1]);
  });

  it('leaves the store untouched when it is stopped', async () => {
    const { session } = storeOf(1500);
    const before = allRows(session.reader);
    const abort = new AbortController();
    const work = changeMany(
      session,
      {
        table: organisation,
        target: whole(),
        changes: [set('communeName', 'Arras')],
        skipsRefused: true,
      },
      {
        author,
        signal: abort.signal,
        progress: (step, done) => {
          if (step === 'write' && done >= 500) abort.abort();
        },
      },
    );
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(allRows(session.reader)).toEqual(before);
  });

  it('is refused for a field that is none, or holds no labels, and for a list of other records', async () => {
    const { session } = storeOf(1);
    const preview = (changes: BulkChange[], target = whole()) =>
      previewMany(session, { table: organisation, target, changes, ...part }, by());
    await expect(preview([set('nothing', 'x')])).rejects.toMatchObject({ code: 'record.invalid' });
    await expect(preview([{ kind: 'addLabel', field: 'name', label: 'x' }])).rejects.toMatchObject({
      code: 'record.invalid',
    });
    const people: BulkTarget = { query: wholeList.parse({ register: 'people' }), except: [] };
    await expect(preview([set('name', 'x')], people)).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('the removal of many records', () => {
  it('takes what hangs on them along, and comes back as one', async () => {
    const { session, ids } = storeOf(600);
    runOperation(session.writer(), { author, reason: { key: 'create' } }, (op) => {
      const personId = op.insert('person', { familyName: 'Sille' });
      for (const organisationId of ids.slice(0, 3)) {
        op.insert('affiliation', { personId, organisationId });
      }
    });
    const before = liveRows(session.reader);
    const { operationId, removed } = await removeMany(
      session,
      { table: organisation, target: whole([ids[599] ?? '']) },
      by(),
    );
    expect(Object.fromEntries(removed)).toEqual({ organisation: 599, affiliation: 3 });
    expect(liveRows(session.reader)['organisation']).toHaveLength(1);
    undoOperation(session.writer(), operationId ?? '', { author });
    expect(liveRows(session.reader)).toEqual(before);
  });
});
