import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sumOf } from '#domain/decimals.ts';
import { undoLast, undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { frameOf } from '#services/indicators/frame.ts';
import { indicatorsOn } from '#services/indicators/list.ts';
import { createIndicator, orderSteering, saveMeasurement } from '#services/indicators/write.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import { exampleStore, liveRows } from '#test/stores.ts';

const by = { author: 'Essai' };

function open() {
  const { session } = exampleStore();
  const [group] = listRecords(session.reader, 'workingGroup');
  if (group === undefined) throw new Error('there is no group');
  const view = (asOfOn = '2017-12-31', year = 2017) =>
    indicatorsOn(session.reader, { groupId: group.id, year, asOfOn });
  const indicator = (name: RegExp, asOfOn?: string) => {
    const found = view(asOfOn).indicators.find((one) => name.test(one.name));
    if (found === undefined) throw new Error('there is no such indicator');
    return found;
  };
  return { session, groupId: group.id, view, indicator };
}

const idOf = (session: StoreSession, code: string) => {
  const [found] = listRecords(session.reader, 'indicator', { code });
  if (found === undefined) throw new Error(code);
  return found.id;
};

const blank = {
  measurementId: null,
  isMinimum: false,
  source: null,
  method: null,
  note: null,
  parts: [],
} satisfies Partial<Parameters<typeof saveMeasurement>[2]>;

describe('dated values', () => {
  it('keep what their breakdown leaves out: 27 = 17 + 4 + 6', () => {
    const { indicator } = open();
    const stated = indicator(/^Recensement des besoins/).stated;
    expect(stated?.value).toBe(27);
    expect(stated?.parts.map(({ value }) => value)).toEqual([17, 4]);
    expect(stated?.rest).toBe(6);
    expect(stated?.source?.label).not.toBe('');
  });

  it('stay true at their date: 79 on 30 June and 90 on 31 December', () => {
    const { indicator } = open();
    const name = /^Appel à manifestation/;
    expect(indicator(name, '2017-06-30')).toMatchObject({ counted: 79, stated: { value: 79 } });
    expect(indicator(name, '2017-12-31')).toMatchObject({ counted: 90, stated: { value: 90 } });
    expect(indicator(name, '2016-12-31')).toMatchObject({ counted: 0, stated: null });
    expect(indicator(name).measurements.map(({ value, counted }) => [value, counted])).toEqual([
      [79, 79],
      [90, 90],
    ]);
  });

  it('are made, changed and taken back as one operation each, source and breakdown included', () => {
    const { session, indicator } = open();
    const indicatorId = idOf(session, 'event-attendance');
    const before = liveRows(session.reader);
    const made = saveMeasurement(session, by, {
      ...blank,
      indicatorId,
      asOfOn: '2017-12-31',
      value: 12.3,
      source: { kind: 'new', title: 'Bilan de l’événement', datedOn: '2017-12-15' },
      parts: [
        { id: null, title: 'Acheteurs', value: 10.1, buyerKind: null, detail: null },
        { id: null, title: 'Entreprises', value: 2.3, buyerKind: null, detail: 'de la région' },
      ],
    });
    const stated = indicator(/^Personnes présentes/).stated;
    expect(stated).toMatchObject({
      value: 12.3,
      rest: -0.1,
      source: { label: 'Bilan de l’événement' },
    });

    const [first, second] = stated?.parts ?? [];
    const after = liveRows(session.reader);
    const changed = saveMeasurement(session, by, {
      ...blank,
      indicatorId,
      measurementId: made.value,
      asOfOn: '2017-12-31',
      value: 13,
      parts: [
        { id: null, title: 'Presse', value: 1, buyerKind: null, detail: null },
        {
          id: first?.id ?? null,
          title: 'Acheteurs publics',
          value: 12,
          buyerKind: 'state',
          detail: null,
        },
      ],
    });
    const edited = indicator(/^Personnes présentes/).stated;
    expect(edited?.parts.map(({ title, value }) => [title, value])).toEqual([
      ['Presse', 1],
      ['Acheteurs publics', 12],
    ]);
    expect(edited?.parts.map(({ id }) => id)).not.toContain(second?.id);
    expect(edited?.rest).toBe(0);
    expect(changed.operationId).not.toBeNull();
    undoLast(session.writer(), by);
    expect(liveRows(session.reader)).toEqual(after);
    undoLast(session.writer(), by);
    expect(liveRows(session.reader)).toEqual(before);
  });

  it('beside a count need the document they are read in', () => {
    const { session } = open();
    const indicatorId = idOf(session, 'applications');
    const write = () =>
      saveMeasurement(session, by, { ...blank, indicatorId, asOfOn: '2017-09-30', value: 85 });
    expect(write).toThrow(DataError);
    try {
      write();
    } catch (error) {
      expect(error).toMatchObject({
        details: { refusals: [{ field: 'sourceId', rule: 'countedNeedsASource' }] },
      });
    }
    const [source] = listRecords(session.reader, 'sourceDocument');
    saveMeasurement(session, by, {
      ...blank,
      indicatorId,
      asOfOn: '2017-09-30',
      value: 85,
      source: source === undefined ? null : { kind: 'known', id: source.id },
    });
  });

  it('refuse a part of another value, and keep nothing then', () => {
    const { session, indicator } = open();
    const [foreign] = indicator(/^Recensement des besoins/).stated?.parts ?? [];
    const before = liveRows(session.reader);
    expect(() =>
      saveMeasurement(session, by, {
        ...blank,
        indicatorId: idOf(session, 'event-attendance'),
        asOfOn: '2017-12-31',
        value: 1,
        parts: [
          { id: foreign?.id ?? null, title: 'État', value: 1, buyerKind: null, detail: null },
        ],
      }),
    ).toThrow(DataError);
    expect(liveRows(session.reader)).toEqual(before);
  });

  it('leave exactly what the typed parts leave, for any decimals', () => {
    const { session, indicator } = open();
    const indicatorId = idOf(session, 'event-attendance');
    const typed = fc.integer({ min: -99_999, max: 99_999 }).map((cents) => Number(`${cents}e-2`));
    fc.assert(
      fc.property(typed, fc.array(typed, { minLength: 1, maxLength: 6 }), (value, parts) => {
        const { operationId } = saveMeasurement(session, by, {
          ...blank,
          indicatorId,
          asOfOn: '2017-12-31',
          value,
          parts: parts.map((part) => ({
            id: null,
            title: 'Part',
            value: part,
            buyerKind: null,
            detail: null,
          })),
        });
        const stated = indicator(/^Personnes présentes/).stated;
        expect(sumOf([...parts, stated?.rest ?? Number.NaN])).toBe(value + 0);
        undoOperation(session.writer(), operationId ?? '', by);
      }),
      { numRuns: 30 },
    );
  });
});

describe('indicators and results of a year', () => {
  it('give each new indicator a code of its own, at the end', () => {
    const { session, groupId, view } = open();
    const values = {
      groupId,
      name: 'Sous-groupes',
      unit: null,
      targetValue: null,
      targetOn: null,
      method: null,
      countedFrom: null,
      objectiveId: null,
    } as const;
    createIndicator(session, by, values);
    createIndicator(session, by, values);
    createIndicator(session, by, { ...values, name: '???' });
    const codes = listRecords(session.reader, 'indicator', {}, ['position']).map(
      ({ code }) => code,
    );
    expect(codes.slice(-3)).toEqual(['sous-groupes', 'sous-groupes-2', 'indicateur']);
    expect(view().indicators.at(-1)?.name).toBe('???');
  });

  it('name the event, the deliverable, the figures and the objectives of a result', () => {
    const { view } = open();
    const { results, objectives } = view();
    expect(results).toHaveLength(3);
    const event = results.find(({ title }) => title.startsWith('Événement INNOV’EMBER'));
    expect(event?.event?.label).toMatch(/INNOV/);
    expect(event?.figures.map(({ value }) => value)).toEqual(expect.arrayContaining([350, 70]));
    expect(event?.objectives.map(({ label, via }) => [label, via !== null])).toContainEqual([
      'Faire rencontrer l’offre et la demande pour l’organisation d’événements',
      true,
    ]);
    const report = results.find(({ deliverable }) => deliverable !== null);
    expect(report?.objectives.every(({ via }) => via === null)).toBe(true);
    expect(report?.objectives.length).toBeGreaterThan(0);
    expect(objectives.length).toBeGreaterThan(0);
    expect(view('2018-12-31', 2018).results).toEqual([]);
  });

  it('order segments and axes, and come back', () => {
    const { session, groupId } = open();
    const before = liveRows(session.reader);
    const frame = frameOf(session.reader, groupId);
    const ids = frame?.segments.map(({ record }) => String(record['id'])) ?? [];
    expect(ids.length).toBe(5);
    const { operationId } = orderSteering(session, by, {
      groupId,
      table: 'purchaseSegment',
      ids: [ids.at(-1) ?? ''],
    });
    const moved = frameOf(session.reader, groupId)?.segments.map(({ record }) => record['id']);
    expect(moved).toEqual([ids.at(-1), ...ids.slice(0, -1)]);
    undoOperation(session.writer(), operationId ?? '', by);
    expect(liveRows(session.reader)).toEqual(before);
    expect(() =>
      orderSteering(session, by, { groupId, table: 'strategicAxis', ids: [ids[0] ?? ''] }),
    ).toThrow(DataError);
  });
});
