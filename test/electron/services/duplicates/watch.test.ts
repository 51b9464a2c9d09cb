import { describe, expect, it } from 'vitest';

import { undoLast } from '#journal/undo.ts';
import { listPairs } from '#services/duplicates/pairs.ts';
import { mergeRecords, tellApart } from '#services/duplicates/merge.ts';
import { duplicatesOf, watchDuplicates } from '#services/duplicates/watch.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { exampleStore, reopen } from '#test/stores.ts';

const by = { author: 'Essai' };
const page = { offset: 0, limit: 10 };

function addOrganisation(session: StoreSession, name: string) {
  return createRecord(session, by, 'organisation', { name, kind: 'platform' }).value;
}

function labels(session: StoreSession): string[][] {
  return listPairs(session, 'organisation', page).pairs.map(({ first, second }) =>
    [first.label, second.label].toSorted(),
  );
}

const PAIR = [['Lille is French Tech', 'LilleisFrenchTech']];

describe('the search for duplicates in an open store', () => {
  it('finds what was added, and finds it again after the undo of what settled it', async () => {
    const { session } = exampleStore();
    const watch = duplicatesOf(session);
    await watch.settled();
    expect(labels(session)).toEqual([]);
    expect(watch.progress().isCurrent).toBe(true);

    const added = addOrganisation(session, 'LilleisFrenchTech');
    expect(watch.progress().isCurrent).toBe(false);
    await watch.settled();
    expect(labels(session)).toEqual(PAIR);
    const [pair] = listPairs(session, 'organisation', page).pairs;
    if (pair === undefined) throw new Error('seen above');
    const other = pair.first.id === added ? pair.second.id : pair.first.id;

    // What is settled goes from the list at once, before anything is looked at again.
    const merge = { table: 'organisation', keepId: other, loseId: added, fields: {} } as const;
    mergeRecords(session, by, merge);
    expect(labels(session)).toEqual([]);
    await watch.settled();
    undoLast(session.writer(), by);
    await watch.settled();
    expect(labels(session)).toEqual(PAIR);

    tellApart(session, by, { table: 'organisation', firstId: other, secondId: added });
    expect(labels(session)).toEqual([]);
    await watch.settled();
    expect(labels(session)).toEqual([]);
    undoLast(session.writer(), by);
    await watch.settled();
    expect(labels(session)).toEqual(PAIR);

    updateRecord(session, by, 'organisation', added, { name: 'Tout autre chose' });
    await watch.settled();
    expect(labels(session)).toEqual([]);
    updateRecord(session, by, 'organisation', added, { name: 'Lille is french tech' });
    await watch.settled();
    expect(labels(session)).toHaveLength(1);
    removeRecords(session, by, 'organisation', [added]);
    expect(labels(session)).toEqual([]);
    await watch.stop();
  });

  it('does not look again at organisations when only people changed', async () => {
    const { session } = exampleStore();
    const watch = duplicatesOf(session);
    addOrganisation(session, 'LilleisFrenchTech');
    await watch.settled();
    const { pairs } = watch.found('organisation');
    createRecord(session, by, 'person', { familyName: 'Petit' });
    await watch.settled();
    expect(watch.found('organisation').pairs).toBe(pairs);
    await watch.stop();
  });

  it('looks at a store that may only be read, and never touches one that was closed', async () => {
    const { session, options } = exampleStore();
    addOrganisation(session, 'LilleisFrenchTech');
    session.close();
    const readOnly = reopen({ ...options, readOnly: true });
    const failures: unknown[] = [];
    const watch = watchDuplicates(readOnly, (error) => failures.push(error));
    await watch.settled();
    expect(labels(readOnly)).toEqual(PAIR);

    const again = watchDuplicates(readOnly, (error) => failures.push(error));
    const settling = again.settled();
    await again.stop();
    readOnly.close();
    await settling;
    expect(failures).toEqual([]);
  });
});
