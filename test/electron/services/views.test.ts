import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ViewDefinition } from '#contract/view.channels.ts';
import { viewDefinition } from '#contract/view.channels.ts';
import { runOperation } from '#journal/operation.ts';
import { undoOperation } from '#journal/undo.ts';
import { registers } from '#repositories/registers/index.ts';
import { listViews, readDefinition, saveView } from '#services/views.ts';
import { emptyStore } from '#test/stores.ts';

const by = { author: 'Essai' };
const definition: ViewDefinition = {
  text: 'lille',
  at: null,
  filters: { organisationKind: { operator: 'among', values: ['buyer'], isNegated: true } },
  order: ['name', 'organisationKind'],
  hidden: ['siret'],
  widths: { name: 240 },
  sort: [{ column: 'name', direction: 'desc' }],
  groupBy: { column: 'communeName', direction: 'asc' },
};
const view = { id: null, register: 'organisations', name: 'Nord', definition } as const;

describe('saved views', () => {
  it('are read back as they were saved, by name, each for its own register', () => {
    const { session } = emptyStore();
    const { value: id } = saveView(session, by, view);
    saveView(session, by, { ...view, name: 'École' });
    saveView(session, by, { ...view, register: 'people' });
    expect(listViews(session.reader, 'organisations')).toEqual([
      { id: expect.any(String), name: 'École', definition },
      { id, name: 'Nord', definition },
    ]);
    expect(listViews(session.reader, 'people')[0]?.definition).toEqual({
      ...definition,
      filters: {},
      order: [],
      hidden: [],
      widths: {},
      sort: [],
      groupBy: null,
    });
  });

  it('are saved anew, and an earlier one comes back by undoing', () => {
    const { session } = emptyStore();
    const { value: id } = saveView(session, by, view);
    const { operationId } = saveView(session, by, {
      ...view,
      id,
      name: 'Sud',
      definition: { ...definition, text: '' },
    });
    expect(listViews(session.reader, 'organisations')).toMatchObject([
      { id, name: 'Sud', definition: { text: '' } },
    ]);
    undoOperation(session.writer(), operationId ?? '', by);
    expect(listViews(session.reader, 'organisations')).toMatchObject([
      { id, name: 'Nord', definition: { text: 'lille' } },
    ]);
  });

  it('do not overwrite what is no view', () => {
    const { session } = emptyStore();
    const { value: id } = runOperation(
      session.writer(),
      { ...by, reason: { key: 'create' } },
      (op) => op.insert('organisation', { name: 'Un', kind: 'company' }),
    );
    expect(() => saveView(session, by, { ...view, id })).toThrow('record.notFound');
  });

  it('can be used whatever was kept of them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (kept) => {
        const read = readDefinition(kept, registers.organisations);
        expect(viewDefinition.safeParse(read).success).toBe(true);
      }),
    );
    const parts = fc.record(
      Object.fromEntries(Object.keys(definition).map((key) => [key, fc.jsonValue()])),
    );
    fc.assert(
      fc.property(parts, (kept) => {
        const read = readDefinition(kept, registers.organisations);
        expect(viewDefinition.safeParse(read).success).toBe(true);
      }),
    );
  });
});
