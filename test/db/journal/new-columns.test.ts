import { describe, expect, it } from 'vitest';

import { materialise } from '#journal/materialise.ts';
import { runOperation } from '#journal/operation.ts';
import { undoLast, undoOperation } from '#journal/undo.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { updateRecord } from '#services/records.ts';
import { transaction } from '#sql/sql.ts';
import { by, meetingStore } from '#test/meetings.ts';

/** A meeting whose journal entry is as a store of an earlier version wrote it. */
function oldMeeting() {
  const { session, meeting } = meetingStore();
  const db = session.writer();
  const id = meeting('2017-05-09');
  db.raw.exec('DROP TRIGGER change_is_never_altered');
  const { changes } = db.raw
    .prepare(
      `UPDATE change SET value = json_remove(value, '$.sequence', '$.quorumUnit') WHERE row = ?`,
    )
    .run(id);
  expect(changes).toBe(1);
  return { session, db, id };
}

describe('a record made before its table had all its columns', () => {
  it('gives a new column back its initial value when a change of it is undone', () => {
    const { session, db, id } = oldMeeting();
    updateRecord(session, by, 'meeting', id, { sequence: 2, quorumUnit: 'percent' });
    undoLast(db, by);
    expect(getRecord(db, 'meeting', id)).toMatchObject({ sequence: 0, quorumUnit: 'people' });
  });

  it('can itself be undone once its new columns hold again what they began with', () => {
    const { session, db, id } = oldMeeting();
    const made = db.raw.prepare('SELECT operation_id FROM change WHERE row = ?').pluck().get(id);
    updateRecord(session, by, 'meeting', id, { sequence: 1 });
    updateRecord(session, by, 'meeting', id, { sequence: 0 });
    undoOperation(db, String(made), by);
    expect(getRecord(db, 'meeting', id)).toBeNull();
  });

  it('is written anew from the journal with the initial values', () => {
    const { db, id } = oldMeeting();
    transaction(db, () => materialise(db, [{ tbl: 'meeting', row: id }]));
    expect(getRecord(db, 'meeting', id)).toMatchObject({ sequence: 0, quorumUnit: 'people' });
    runOperation(db, { author: 'Essai', reason: { key: 'update' } }, (op) =>
      op.update('meeting', id, { title: 'Autre' }),
    );
    expect(getRecord(db, 'meeting', id)).toMatchObject({ title: 'Autre', sequence: 0 });
  });
});
