import fc from 'fast-check';
import { expect, it } from 'vitest';

import { redoLast, undoLast } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { updateRecord } from '#services/records.ts';
import { carryOver, closeYear, openNextYear, reopenYear } from '#services/steering/year-end.ts';
import { workingYear } from '#services/steering/years.ts';
import { DataError } from '#sql/errors.ts';
import { AppError } from '#contract/errors.ts';
import { by, steeredStore } from '#test/steering.ts';

const deeds = ['close', 'reopen', 'undo', 'redo', 'edit', 'carry', 'open'] as const;

/** A refusal that a person is told; anything else is a fault. */
function told(error: unknown): string {
  if (error instanceof DataError || error instanceof AppError) return error.code;
  throw error;
}

it('whatever is closed, reopened, undone and redone, the year is writable exactly while it is open', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 25 }), (plan) => {
      const { session, groupId, objective } = steeredStore();
      const id = objective('Faire un état des lieux');
      const year = 2017;
      const carried = { groupId, year, objectives: [id], indicators: [], remedies: [] };
      let edits = 0;
      const act: Record<(typeof deeds)[number], () => unknown> = {
        close: () => closeYear(session, by, { groupId, year, closedOn: '2018-01-10', note: null }),
        reopen: () => reopenYear(session, by, { groupId, year }),
        undo: () => undoLast(session.writer(), by),
        redo: () => redoLast(session.writer(), by),
        edit: () =>
          updateRecord(session, by, 'objective', id, { description: `Version ${(edits += 1)}` }),
        carry: () => carryOver(session, by, carried),
        open: () => openNextYear(session, by, carried),
      };
      for (const deed of plan) {
        const wasClosed = workingYear(session.reader, groupId, year).status === 'closed';
        const before = getRecord(session.reader, 'objective', id);
        let refusal: string | null = null;
        try {
          act[deed]();
        } catch (error) {
          refusal = told(error);
        }
        const isClosed = workingYear(session.reader, groupId, year).status === 'closed';
        const after = getRecord(session.reader, 'objective', id);
        if (wasClosed && isClosed) expect(after).toEqual(before);
        if (deed === 'close') expect(refusal).toBe(wasClosed ? 'steering.alreadyClosed' : null);
        if (deed === 'reopen') expect(refusal).toBe(wasClosed ? null : 'steering.yearOpen');
        // Once the making of the objective is undone there is nothing to edit or to carry over.
        if (deed === 'edit' && before !== null) {
          expect(refusal).toBe(wasClosed ? 'steering.yearClosed' : null);
        }
        expect(
          listRecords(session.reader, 'objective', { carriedFromId: id }).length,
        ).toBeLessThanOrEqual(1);
        expect(listRecords(session.reader, 'groupYear', { year, status: 'closed' }).length).toBe(
          isClosed ? 1 : 0,
        );
      }
    }),
    { numRuns: 60, seed: 20_171_231 },
  );
}, 120_000);
