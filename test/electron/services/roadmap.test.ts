import { describe, expect, it } from 'vitest';

import { listRecords } from '#repositories/records.repo.ts';
import { undo } from '#services/journal.ts';
import { updateRecord } from '#services/records.ts';
import { roadmapOf } from '#services/roadmap.ts';
import { by, meetingStore } from '#test/meetings.ts';

const today = '2017-05-01';

function store() {
  const { session, db, make, group } = meetingStore();
  const subGroupId = make('subGroup', { workingGroupId: group, name: 'Sourcer', position: 1 });
  const milestone = (title: string, dueOn: string | null, more = {}) =>
    make('milestone', { workingGroupId: group, subGroupId, title, dueOn, ...more });
  const depend = (id: ReturnType<typeof milestone>, on: ReturnType<typeof milestone> | null) =>
    updateRecord(session, by, 'milestone', id, { dependsOnId: on });
  const items = () => roadmapOf(db, { id: subGroupId, today }).items;
  return { session, db, make, group, milestone, depend, items };
}

/** The refusal of a circle, as forms show it. */
const circle = {
  code: 'record.invalid',
  details: { refusals: [{ field: 'dependsOnId', rule: 'dependsOnItself' }] },
};

function refusalOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return null;
}

describe('dependencies of milestones', () => {
  it('are told with the milestone waited for, of whatever body, and warn of what comes too early', () => {
    const { make, group, milestone, depend, items } = store();
    const first = milestone('Étude', '2017-06-01');
    const second = milestone('Salon', '2017-05-20');
    const elsewhere = make('milestone', {
      workingGroupId: group,
      title: 'Accord du groupe',
      dueOn: '2017-07-01',
    });
    depend(second, first);
    depend(first, elsewhere);
    const told = new Map(items().map((item) => [item.title, item]));
    expect(told.get('Salon')).toMatchObject({
      dependsOn: { id: first, title: 'Étude', day: '2017-06-01' },
      isTooEarly: true,
    });
    expect(told.get('Étude')).toMatchObject({
      dependsOn: { title: 'Accord du groupe' },
      isTooEarly: true,
    });
    depend(second, null);
    expect(items().find(({ title }) => title === 'Salon')).toMatchObject({
      dependsOn: null,
      isTooEarly: false,
    });
  });

  it('never lead back to where they began', () => {
    const { session, db, milestone, depend } = store();
    const ids = ['Un', 'Deux', 'Trois'].map((title) => milestone(title, null));
    const [one, two, three] = ids;
    if (one === undefined || two === undefined || three === undefined) throw new Error('made');
    depend(two, one);
    depend(three, two);
    expect(refusalOf(() => depend(one, three))).toMatchObject(circle);
    expect(refusalOf(() => depend(one, one))).toMatchObject(circle);
    expect(listRecords(db, 'milestone').find(({ id }) => id === one)?.dependsOnId).toBeNull();
    depend(three, null);
    depend(one, three);
    undo(session, by, { canUndoFounding: false });
    expect(listRecords(db, 'milestone').find(({ id }) => id === one)?.dependsOnId).toBeNull();
  });
});
