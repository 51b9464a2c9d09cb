import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { groupStore } from '#test/stores.ts';

export const by = { author: 'Essai' };
export const today = '2017-06-15';

/** A store with one group, and ways to make what meetings need. */
export function meetingStore() {
  const { session } = groupStore('Groupe');
  const make = <N extends EntityName>(table: N, values: NewRecord<N>): Id<N> =>
    createRecord(session, by, table, values).value;
  const group = listRecords(session.reader, 'workingGroup')[0]?.id;
  if (group === undefined) throw new Error('made with the store');
  const meeting = (heldOn: string | null, values: Partial<NewRecord<'meeting'>> = {}) =>
    make('meeting', {
      workingGroupId: group,
      title: `Réunion ${heldOn ?? ''}`.trim(),
      heldOn,
      ...values,
    });
  const item = (
    meetingId: Id<'meeting'>,
    position: number,
    title: string,
    values: Partial<NewRecord<'agendaItem'>> = {},
  ) => make('agendaItem', { meetingId, position, title, ...values });
  const person = (familyName: string) => make('person', { familyName });
  return { session, db: session.reader, make, group, meeting, item, person };
}

/** Every column of every live record of some kinds, to hold two states against each other. */
export function recordsOf(session: StoreSession, ...tables: readonly EntityName[]) {
  return tables.map((table) => listRecords(session.reader, table));
}

/** A rich text of one paragraph, as the editor sends it. */
export function richText(text: string): string {
  return JSON.stringify({
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { textAlign: null }, content: [{ type: 'text', text }] }],
  });
}

/** The code of the error that an action ends with; null when it ends well. */
export function codeOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}
