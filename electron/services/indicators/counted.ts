import type { EntityName, RecordOf } from '#domain/registry.ts';
import {
  applicationsReceivedBy,
  needsReceivedBy,
  subGroupsAtWorkOn,
} from '#repositories/counted.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { Gathering } from '#services/reports/context.ts';
import { isOfReport, momentOf } from '#services/reports/context.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** A register that an indicator is counted from. */
export type CountedRegister = NonNullable<RecordOf<'indicator'>['countedFrom']>;

/** What a count holds: records of one kind, in the order of their register. */
export interface Counted {
  readonly table: EntityName;
  readonly ids: readonly string[];
}

/** Still to be held, whatever the calendar says. */
export const AHEAD: ReadonlySet<RecordOf<'meeting'>['status']> = new Set(['draft', 'convened']);

/** Plenary meetings held in a year by a day; those without a day of their own come last. */
export function plenariesHeld(
  g: Pick<Gathering, 'db' | 'groupId' | 'fromOn' | 'asOfOn'>,
): RecordOf<'meeting'>[] {
  const { groupId: workingGroupId } = g;
  const held = listRecords(g.db, 'meeting', { workingGroupId }, ['heldOn', 'title']).filter(
    ({ id, kind, status, heldOn, period }) =>
      kind === 'plenary' &&
      status !== 'cancelled' &&
      !AHEAD.has(status) &&
      isOfReport(g, momentOf({ startsOn: heldOn, endsOn: heldOn, period }), id),
  );
  return [
    ...held.filter(({ heldOn }) => heldOn !== null),
    ...held.filter(({ heldOn }) => heldOn === null),
  ];
}

/**
 * What a register holds on a day: the one count that screens and reports show, as the records
 * themselves. Responses and needs add up over the years, meetings are those of the day's year,
 * sub-groups those at work that day.
 */
export function countedOn(
  db: ReadableDb,
  register: CountedRegister,
  { groupId, asOfOn }: { readonly groupId: string; readonly asOfOn: string },
): Counted {
  switch (register) {
    case 'applications':
      return { table: 'application', ids: applicationsReceivedBy(db, groupId, asOfOn) };
    case 'needs':
      return { table: 'need', ids: needsReceivedBy(db, groupId, asOfOn) };
    case 'subGroups':
      return { table: 'subGroup', ids: subGroupsAtWorkOn(db, groupId, asOfOn) };
    case 'meetings': {
      const fromOn = `${asOfOn.slice(0, 4)}-01-01`;
      const held = plenariesHeld({ db, groupId, fromOn, asOfOn });
      return { table: 'meeting', ids: held.map(({ id }) => id) };
    }
  }
}
