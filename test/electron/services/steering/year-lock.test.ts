import { describe, expect, it } from 'vitest';

import { redoLast, undoLast, undoOperation } from '#journal/undo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { removeRecords, updateRecord } from '#services/records.ts';
import { closeYear, reopenYear } from '#services/steering/year-end.ts';
import { workingYear } from '#services/steering/years.ts';
import { by, steeredStore } from '#test/steering.ts';

const closing = { closedOn: '2018-01-15', note: 'Bilan présenté en plénière.' };
const refused = expect.objectContaining({
  code: 'steering.yearClosed',
  details: { year: 2017 },
});

/** One record of each kind that belongs to 2017, and what 2018 and no year at all hold. */
function yearOfWork() {
  const store = steeredStore();
  const { groupId, make, objective } = store;
  const workingGroupId = groupId;
  const inventory = objective('Faire un état des lieux');
  const later = objective('Élargir la convention', { year: 2018 });
  const result = make('result', { workingGroupId, year: 2017, position: 1, title: 'Un rapport' });
  const remedy = make('remedy', { workingGroupId, year: 2017, position: 1, title: 'Sensibiliser' });
  const barrier = make('barrier', {
    workingGroupId,
    side: 'buyer',
    title: 'Craintes juridiques',
    position: 1,
  });
  const statement = make('barrierStatement', {
    barrierId: barrier,
    statedOn: '2017-06-30',
    position: 1,
    wording: 'Craintes',
  });
  const indicator = make('indicator', {
    workingGroupId,
    objectiveId: inventory,
    code: 'needs',
    name: 'Réponses',
    position: 1,
  });
  const measurement = make('measurement', {
    indicatorId: indicator,
    asOfOn: '2017-12-31',
    value: 27,
  });
  const part = make('measurementPart', {
    measurementId: measurement,
    position: 1,
    title: 'État',
    value: 17,
  });
  const activity = make('activity', {
    workingGroupId,
    position: 1,
    title: 'Jeudi du numérique',
    startsOn: '2017-06-22',
  });
  const link = make('chainLink', {
    fromTable: 'objective',
    fromId: inventory,
    toTable: 'result',
    toId: result,
  });
  closeYear(store.session, by, { groupId, year: 2017, ...closing });
  return {
    ...store,
    ids: {
      inventory,
      later,
      result,
      remedy,
      barrier,
      statement,
      indicator,
      measurement,
      part,
      activity,
      link,
    },
  };
}

describe('a closed year', () => {
  it('refuses to change any record that belongs to it, and names itself', () => {
    const { session, ids } = yearOfWork();
    const update = updateRecord.bind(null, session, by);
    const changes = [
      () => update('objective', ids.inventory, { title: 'Autre chose' }),
      () => update('objective', ids.inventory, { judgement: 'reached' }),
      () => update('objective', ids.inventory, { year: 2018 }),
      () => update('result', ids.result, { description: 'Ajout' }),
      () => update('remedy', ids.remedy, { status: 'done' }),
      () => update('barrierStatement', ids.statement, { wording: 'Autrement' }),
      () => update('indicator', ids.indicator, { targetValue: 30 }),
      () => update('measurement', ids.measurement, { value: 28 }),
      () => update('measurement', ids.measurement, { asOfOn: '2018-01-01' }),
      () => update('measurementPart', ids.part, { value: 18 }),
      () => update('activity', ids.activity, { place: 'Lille' }),
      () => update('chainLink', ids.link, { note: 'Par déduction' }),
    ];
    for (const change of changes) expect(change).toThrow(refused);
    expect(getRecord(session.reader, 'measurement', ids.measurement)).toMatchObject({ value: 27 });
  });

  it('refuses to lose a record, also with what it hangs on', () => {
    const { session, ids } = yearOfWork();
    const remove = removeRecords.bind(null, session, by);
    expect(() => remove('objective', [ids.inventory])).toThrow(refused);
    expect(() => remove('measurementPart', [ids.part])).toThrow(refused);
    expect(() => remove('barrier', [ids.barrier])).toThrow(refused);
    expect(getRecord(session.reader, 'barrier', ids.barrier)).not.toBeNull();
  });

  it('refuses to get a record, made for it or moved into it', () => {
    const { session, ids, make, objective, groupId } = yearOfWork();
    expect(() => objective('Un objectif de plus')).toThrow(refused);
    expect(() =>
      make('measurement', { indicatorId: ids.indicator, asOfOn: '2017-01-01', value: 1 }),
    ).toThrow(refused);
    expect(() =>
      make('chainLink', {
        fromTable: 'activity',
        fromId: ids.activity,
        toTable: 'result',
        toId: ids.result,
      }),
    ).toThrow(refused);
    expect(() => updateRecord(session, by, 'objective', ids.later, { year: 2017 })).toThrow(
      refused,
    );
    expect(() =>
      make('groupYear', { workingGroupId: groupId, year: 2017, status: 'closed' }),
    ).toThrow(refused);
    expect(getRecord(session.reader, 'objective', ids.later)).toMatchObject({ year: 2018 });
  });

  it('lets the other years go on, also from what it found', () => {
    const { session, ids, make, objective } = yearOfWork();
    updateRecord(session, by, 'objective', ids.later, { carriedFromId: ids.inventory });
    objective('Mettre en place des outils', { year: 2018 });
    updateRecord(session, by, 'barrier', ids.barrier, { description: 'Toujours d’actualité' });
    const link = make('chainLink', {
      fromTable: 'remedy',
      fromId: ids.remedy,
      toTable: 'objective',
      toId: ids.later,
    });
    removeRecords(session, by, 'chainLink', [link]);
    make('measurement', { indicatorId: ids.indicator, asOfOn: '2018-03-01', value: 40 });
    expect(getRecord(session.reader, 'objective', ids.later)).toMatchObject({
      carriedFromId: ids.inventory,
    });
  });

  it('cannot be opened by changing its record, only by reopening it', () => {
    const { session, groupId, ids } = yearOfWork();
    const [row] = session.reader.raw
      .prepare<[], { id: typeof ids.inventory }>('SELECT id FROM group_year')
      .all();
    if (row === undefined) throw new Error('closed above');
    // The identifier of a year, read from its table.
    const yearId = row.id as unknown as Parameters<typeof updateRecord<'groupYear'>>[3];
    expect(() => updateRecord(session, by, 'groupYear', yearId, { status: 'open' })).toThrow(
      refused,
    );
    reopenYear(session, by, { groupId, year: 2017 });
    updateRecord(session, by, 'objective', ids.inventory, { title: 'Autre chose' });
    expect(workingYear(session.reader, groupId, 2017)).toEqual({
      year: 2017,
      status: 'open',
      closedOn: null,
      note: closing.note,
    });
  });

  it('is closed and opened again by undoing and redoing', () => {
    const { session, groupId, ids } = yearOfWork();
    const change = () => updateRecord(session, by, 'objective', ids.inventory, { title: 'Autre' });
    const status = () => workingYear(session.reader, groupId, 2017).status;
    undoLast(session.writer(), by);
    expect(status()).toBe('open');
    redoLast(session.writer(), by);
    expect(status()).toBe('closed');
    expect(change).toThrow(refused);
    reopenYear(session, by, { groupId, year: 2017 });
    undoLast(session.writer(), by);
    expect(status()).toBe('closed');
    expect(change).toThrow(refused);
  });

  it('keeps what was done before from being undone behind its back', () => {
    const { session, groupId, objective } = steeredStore();
    objective('Faire un état des lieux');
    closeYear(session, by, { groupId, year: 2017, ...closing });
    const made = session.reader.raw
      .prepare<[], { id: string }>(
        "SELECT operation_id AS id FROM change WHERE tbl = 'objective' AND op = 'insert'",
      )
      .get();
    expect(() => undoOperation(session.writer(), made?.id ?? '', by)).toThrow(refused);
    undoLast(session.writer(), by);
    undoLast(session.writer(), by);
    expect(session.reader.raw.prepare('SELECT deleted_at FROM objective').pluck().get()).not.toBe(
      null,
    );
  });

  it('is closed once, and reopened only when closed', () => {
    const { session, groupId } = yearOfWork();
    expect(() => closeYear(session, by, { groupId, year: 2017, ...closing })).toThrow(
      expect.objectContaining({ code: 'steering.alreadyClosed' }),
    );
    expect(() => reopenYear(session, by, { groupId, year: 2018 })).toThrow(
      expect.objectContaining({ code: 'steering.yearOpen' }),
    );
  });
});
