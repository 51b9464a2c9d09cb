import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { redoLast, undoLast, undoOperation } from '#journal/undo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { agendaOf, reorderAgenda, runAgendaItem } from '#services/meetings/agenda.ts';
import {
  nextNumber,
  openMinutes,
  saveMinutesItem,
  validateMinutes,
} from '#services/meetings/minutes.ts';
import { decide } from '#services/meetings/outcomes.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import { all, sql } from '#sql/sql.ts';
import { DataError } from '#sql/errors.ts';
import { by, meetingStore, recordsOf, richText } from '#test/meetings.ts';

const noVotes = {
  minutesId: null,
  detail: null,
  votesFor: null,
  votesAgainst: null,
  abstentions: null,
} as const;

describe('numbers of minutes', () => {
  it('follow each other within a year and never come twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('2016', '2017', '2018'), { maxLength: 40 }), (years) => {
        const given: string[] = [];
        for (const year of years) given.push(nextNumber(given, year));
        expect(new Set(given).size).toBe(given.length);
        for (const year of years) {
          const ranks = given
            .filter((number) => number.startsWith(`CR-${year}`))
            .map((number) => Number(number.slice(8)));
          expect(ranks).toEqual(ranks.map((_, index) => index + 1));
        }
      }),
    );
  });

  it('are never given again, whatever is validated, taken back and put aside', () => {
    const { session, db, meeting, person } = meetingStore();
    const signatory = person('Trigaut');
    const step = fc.record({
      day: fc.constantFrom('2016-11-04', '2017-03-10', '2017-06-20', '2018-01-15'),
      isTakenBack: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        for (const { day, isTakenBack } of steps) {
          const { value: minutesId } = openMinutes(session, by, { meetingId: meeting(day) });
          const signed = { minutesId, validatedById: signatory, on: day };
          const { value } = validateMinutes(session, by, signed);
          expect(value).toMatch(new RegExp(`^CR-${day.slice(0, 4)}-\\d{2,}$`));
          if (isTakenBack) undoLast(session.writer(), by);
        }
        const numbers = listRecords(db, 'minutes').flatMap(({ number }) => number ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 15 },
    );
  });
});

describe('validated minutes', () => {
  it('never change, whatever is tried', () => {
    const { session, db, meeting, item, person } = meetingStore();
    const id = meeting('2017-06-20');
    const items = [item(id, 1, 'Bilan'), item(id, 2, 'Suites')] as const;
    const [first, second] = items;
    const { value: minutesId } = openMinutes(session, by, { meetingId: id });
    const write = (text: string) =>
      saveMinutesItem(session, by, { minutesId, agendaItemId: first, body: richText(text) });
    write('Premier jet.');
    write('Second jet.');
    const { value: decisionId } = decide(session, by, {
      ...noVotes,
      id,
      agendaItemId: first,
      title: 'Publier',
      status: 'adopted',
    });
    const [minutesItem] = listRecords(db, 'minutesItem', { minutesId });
    if (minutesItem === undefined) throw new Error('written');
    const earlier = all<{ id: string }>(db, sql`SELECT id FROM operation WHERE kind = 'edit'`).map(
      (row) => row.id,
    );
    validateMinutes(session, by, { minutesId, validatedById: person('Trigaut'), on: '2017-06-21' });
    updateRecord(session, by, 'decision', decisionId, { status: 'superseded' });
    const locked = () => ({
      records: recordsOf(session, 'minutes', 'minutesItem', 'agendaItem'),
      decision: { ...getRecord(db, 'decision', decisionId), status: null },
      meeting: { ...getRecord(db, 'meeting', id), place: null },
    });
    const before = locked();

    const text = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => value.trim() !== '');
    const attempt = fc.oneof(
      text.map((value) => () => write(value)),
      text.map(
        (body) => () => saveMinutesItem(session, by, { minutesId, agendaItemId: null, body }),
      ),
      text.map((body) => () => updateRecord(session, by, 'minutes', minutesId, { body })),
      fc
        .constantFrom('draft', 'toValidate')
        .map((status) => () => updateRecord(session, by, 'minutes', minutesId, { status })),
      text.map((number) => () => updateRecord(session, by, 'minutes', minutesId, { number })),
      text.map((body) => () => updateRecord(session, by, 'minutesItem', minutesItem.id, { body })),
      text.map((title) => () => updateRecord(session, by, 'decision', decisionId, { title })),
      fc
        .nat(20)
        .map((votesFor) => () => updateRecord(session, by, 'decision', decisionId, { votesFor })),
      text.map((title) => () => updateRecord(session, by, 'agendaItem', first, { title })),
      fc.constant(() => updateRecord(session, by, 'meeting', id, { status: 'draft' })),
      fc.constant(() => updateRecord(session, by, 'meeting', id, { heldOn: '2018-01-01' })),
      fc.constant(() => reorderAgenda(session, by, { id, itemIds: [second, first] })),
      fc.constant(() => runAgendaItem(session, by, { itemId: second, status: 'postponed' })),
      fc.constant(() => createRecord(session, by, 'minutesItem', { minutesId, position: 9 })),
      text.map(
        (title) => () =>
          createRecord(session, by, 'agendaItem', { meetingId: id, position: 9, title }),
      ),
      fc
        .constantFrom(
          ['minutes', minutesId] as const,
          ['minutesItem', minutesItem.id] as const,
          ['decision', decisionId] as const,
          ['agendaItem', first] as const,
          ['meeting', id] as const,
        )
        .map(
          ([table, row]) =>
            () =>
              removeRecords(session, by, table, [row]),
        ),
      fc
        .constantFrom(...earlier)
        .map((operation) => () => undoOperation(session.writer(), operation, by)),
    );
    const harmless = fc.oneof(
      text.map((place) => () => updateRecord(session, by, 'meeting', id, { place })),
      fc.constant(() => redoLast(session.writer(), by)),
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: attempt }, harmless), (run) => {
        try {
          run();
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
        }
        expect(locked()).toEqual(before);
        expect(agendaOf(db, id)).toHaveLength(2);
      }),
      { numRuns: 300 },
    );
  });
});
