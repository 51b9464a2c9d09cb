import type { RoadmapItemView, RoadmapView } from '#contract/deliverable.channels.ts';
import { periodContains } from '#domain/dates.ts';
import { deadlineOf, stateOfDeliverable } from '#domain/deliverable-state.ts';
import type { RecordOf } from '#domain/registry.ts';
import { deliverablesOfSubGroup } from '#repositories/deliverables.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** The work plan of a sub-group: its milestones and what it owes, over time. */
export function roadmapOf(
  db: ReadableDb,
  { id: subGroupId, today }: { readonly id: string; readonly today: string },
): RoadmapView {
  const milestones = listRecords(db, 'milestone', { subGroupId }, ['dueOn', 'title']);
  /** Its own milestones are at hand; one of another body is looked up. */
  const known = new Map<string, RecordOf<'milestone'>>(milestones.map((one) => [one.id, one]));
  const before = (id: string | null): RoadmapItemView['dependsOn'] => {
    const one = id === null ? null : (known.get(id) ?? getRecord(db, 'milestone', id));
    return one === null ? null : { id: one.id, title: one.title, day: one.dueOn };
  };
  const steps = milestones.map((milestone): RoadmapItemView => {
    const { id, title, dueOn, doneOn, period, status, dependsOnId } = milestone;
    const dependsOn = before(dependsOnId);
    const earliest = dependsOn?.day ?? null;
    const isDone = status === 'done' || (doneOn !== null && periodContains(doneOn, null, today));
    const isLate = dueOn !== null && dueOn < today;
    const open = isLate ? 'late' : 'upcoming';
    return {
      table: 'milestone',
      id,
      title,
      day: dueOn,
      isDerived: false,
      period,
      state: status === 'abandoned' ? 'abandoned' : isDone ? 'done' : open,
      dependsOn,
      isTooEarly: earliest !== null && dueOn !== null && dueOn < earliest,
    };
  });
  const owed = deliverablesOfSubGroup(db, subGroupId).map((row): RoadmapItemView => {
    const state = stateOfDeliverable(row, today);
    return {
      table: 'deliverable',
      id: row.id,
      title: row.title,
      day: deadlineOf(row),
      isDerived: row.dueOn === null,
      period: row.quarter,
      state:
        state === 'expected'
          ? 'upcoming'
          : state === 'received' || state === 'published'
            ? 'done'
            : state,
      dependsOn: null,
      isTooEarly: false,
    };
  });
  const last = '9999';
  return {
    roadmaps: listRecords(db, 'roadmap', { subGroupId }, ['fromOn', 'title']).map(
      ({ id, title, fromOn, toOn }) => ({ id, title, fromOn, toOn }),
    ),
    items: [...steps, ...owed].toSorted((a, b) => {
      const [left, right] = [a.day ?? last, b.day ?? last];
      return left < right ? -1 : left > right ? 1 : 0;
    }),
  };
}
