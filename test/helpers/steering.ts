import type { EntityName, NewRecord } from '#domain/registry.ts';
import type { Id } from '#domain/ids.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { createRecord } from '#services/records.ts';
import { exampleStore, groupStore } from '#test/stores.ts';

export const by = { author: 'Essai' };

/** A store of one group without any records, and what is needed to fill it. */
export function steeredStore() {
  const { session } = groupStore('Groupe');
  const [group] = listRecords(session.reader, 'workingGroup');
  if (group === undefined) throw new Error('made with the store');
  const make = <N extends EntityName>(table: N, values: NewRecord<N>): Id<N> =>
    createRecord(session, by, table, values).value;
  const objective = (
    title: string,
    values: Partial<NewRecord<'objective'>> = {},
  ): Id<'objective'> =>
    make('objective', { workingGroupId: group.id, year: 2017, position: 1, title, ...values });
  return { session, groupId: group.id, make, objective };
}

/** The example with its group. */
export function steeredExample() {
  const { session } = exampleStore();
  const [group] = listRecords(session.reader, 'workingGroup');
  if (group === undefined) throw new Error('the example has its group');
  return { session, groupId: group.id };
}
