import type { ChannelOutput } from '#contract/channels.ts';
import type {
  DistributionDefinition,
  ListMember,
  ListSuggestion,
  MembershipReason,
} from '#contract/contact.channels.ts';
import {
  distributionDefinition,
  distributionScreen,
  SHOWN_MEMBERS,
} from '#contract/contact.channels.ts';
import type { AddressSeparator } from '#interop/mail-address.ts';
import { addressLine, usableAddress } from '#interop/mail-address.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { BodyRow, MemberRow } from '#repositories/distribution.repo.ts';
import {
  countMembers,
  heldFunctions,
  heldMandates,
  listBodies,
  listMembers,
  listPeople,
  listTags,
} from '#repositories/distribution.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Author } from './records.ts';
import type { StoreSession } from './session.ts';

/** The day that a list is about: its own, or today. */
export const dayOf = ({ onDay }: DistributionDefinition, today: string): string => onDay ?? today;

const definitionOf = (given: Partial<DistributionDefinition>): DistributionDefinition =>
  distributionDefinition.parse(given);

export interface SavedList {
  readonly id: string;
  readonly name: string;
  readonly definition: DistributionDefinition;
}

/** The lists kept in the store, by name. One that this version cannot read is left alone, unseen. */
export function savedLists(db: ReadableDb): SavedList[] {
  return listRecords(db, 'savedView', { screen: distributionScreen })
    .flatMap(({ id, name, definition }) => {
      const read = distributionDefinition.safeParse(definition);
      return read.success ? [{ id, name, definition: read.data }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}

type Suggested = Omit<ListSuggestion, 'people'>;

/** Lists that every working group can use before anybody made one: by role, and by sub-group. */
export function suggestedLists(db: ReadableDb, today: string): Suggested[] {
  const bodies = listBodies(db);
  const groups = bodies.filter(({ table }) => table === 'workingGroup');
  const isRunning = ({ endedOn }: BodyRow): boolean => endedOn === null || endedOn >= today;
  return groups.flatMap((group) => {
    const told = groups.length > 1 ? group.groupLabel : null;
    const whole = { bodies: [{ table: group.table, id: group.id }] };
    const parts = bodies.filter(
      (body) => body.groupId === group.id && body.table === 'subGroup' && isRunning(body),
    );
    return [
      {
        key: `rapporteurs-${group.id}`,
        kind: 'rapporteurs' as const,
        body: null,
        group: told,
        definition: definitionOf({ ...whole, roles: ['rapporteur'] }),
      },
      {
        key: `secretariat-${group.id}`,
        kind: 'secretariat' as const,
        body: null,
        group: told,
        definition: definitionOf({ ...whole, roles: ['secretariat'] }),
      },
      {
        key: `members-${group.id}`,
        kind: 'members' as const,
        body: null,
        group: told,
        definition: definitionOf(whole),
      },
      ...parts.map(({ table, id, label }) => ({
        key: `body-${id}`,
        kind: 'body' as const,
        body: label,
        group: told,
        definition: definitionOf({ bodies: [{ table, id }] }),
      })),
    ];
  });
}

/** Saved and suggested lists, each with how many people it takes on its day. */
export function allLists(db: ReadableDb, today: string): ChannelOutput<'contacts:lists'> {
  const counted = <L extends { readonly definition: DistributionDefinition }>(list: L) => ({
    ...list,
    people: countMembers(db, list.definition, dayOf(list.definition, today)),
  });
  return {
    saved: savedLists(db).map(counted),
    suggestions: suggestedLists(db, today).map(counted),
  };
}

export function listChoices(db: ReadableDb): ChannelOutput<'contacts:choices'> {
  const bodies = listBodies(db).map(({ table, id, label, groupLabel }) => ({
    table,
    id,
    label,
    group: groupLabel,
  }));
  return { bodies, tags: listTags(db) };
}

function groupedBy<R extends { readonly personId: string }>(
  rows: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row]);
  return groups;
}

function tagsOfPeople(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, string[]> {
  return new Map(ids.map((id) => [id, getRecord(db, 'person', id)?.tags ?? []]));
}

/** Says of each row why the list takes them, and where they are on the day. */
export function describeMembers(
  db: ReadableDb,
  rows: readonly MemberRow[],
  definition: DistributionDefinition,
  day: string,
): ListMember[] {
  const ids = rows.map(({ id }) => id);
  const mandates = groupedBy(heldMandates(db, ids, day, definition));
  const functions = groupedBy(heldFunctions(db, ids, day));
  const asksForMandates = definition.roles.length > 0 || definition.bodies.length > 0;
  const wantedTags = new Set(definition.tags);
  const personTags = wantedTags.size > 0 ? tagsOfPeople(db, ids) : new Map<string, string[]>();
  return rows.map(({ id, name, email }) => {
    const held = mandates.get(id) ?? [];
    const matching = asksForMandates ? held.filter((each) => each.isMatching === 1) : [];
    const jobs = functions.get(id) ?? [];
    const kinds: readonly string[] = definition.organisationKinds;
    const wantedJobs = jobs.filter(({ kind }) => kinds.includes(kind));
    const tags = [
      ...(personTags.get(id) ?? []),
      ...(wantedTags.size === 0 ? [] : jobs.flatMap((job) => JSON.parse(job.tags) as string[])), // a list of labels
    ].filter((tag) => wantedTags.has(tag));
    const reasons: MembershipReason[] = [
      ...matching.map(({ role, bodyLabel }) => ({
        kind: 'mandate' as const,
        role: role as DistributionDefinition['roles'][number], // checked when it was written
        body: bodyLabel,
      })),
      ...wantedJobs.map(({ title, organisation }) => ({
        kind: 'function' as const,
        title,
        organisation,
      })),
      ...[...new Set(tags)].map((tag) => ({ kind: 'tag' as const, tag })),
    ];
    // What a mandate is held for comes first: that is whom the person speaks for in this list.
    const spokenFor = matching.find(({ organisation }) => organisation !== null);
    const place = spokenFor ?? wantedJobs[0] ?? jobs[0] ?? held.find((each) => each.organisation);
    return {
      id,
      name,
      email,
      organisation: place?.organisation ?? null,
      acronym: place?.acronym ?? null,
      organisationId: place?.organisationId ?? null,
      reasons:
        definition.added.includes(id) && reasons.length === 0 ? [{ kind: 'added' }] : reasons,
    };
  });
}

/** Who is in a list on its day: those who can be written to, and the others apart. */
export function listMembership(
  db: ReadableDb,
  definition: DistributionDefinition,
  today: string,
): ChannelOutput<'contacts:members'> {
  const onDay = dayOf(definition, today);
  const rows = listMembers(db, definition, onDay);
  const reached = rows.filter(({ email }) => usableAddress(email) !== null);
  const unreached = rows.filter(({ email }) => usableAddress(email) === null);
  const shown = (some: readonly MemberRow[]): ListMember[] =>
    describeMembers(db, some.slice(0, SHOWN_MEMBERS), definition, onDay);
  return {
    onDay,
    people: rows.length,
    addresses: addressLine(reached, { separator: ';', withNames: false }).count,
    reached: shown(reached),
    unreached: shown(unreached),
    unreachedPeople: unreached.length,
    removed: listPeople(db, definition.removed).map(({ id, name }) => ({ id, name })),
  };
}

export interface AddressForm {
  readonly separator: AddressSeparator;
  /** `Prénom Nom <adresse>`, or the address alone. */
  readonly withNames: boolean;
}

/** A list's addresses as mail programs take them, and whom they do not reach. */
export function listAddresses(
  db: ReadableDb,
  definition: DistributionDefinition,
  today: string,
  form: AddressForm,
): { readonly text: string; readonly count: number; readonly unreached: readonly MemberRow[] } {
  const rows = listMembers(db, definition, dayOf(definition, today));
  const unreached = rows.filter(({ email }) => usableAddress(email) === null);
  return { ...addressLine(rows, form), unreached };
}

/** Keeps a list under its name. @throws DataError `record.notFound` when `id` is no list */
export function saveList(
  session: StoreSession,
  { author }: Author,
  list: {
    readonly id: string | null;
    readonly name: string;
    readonly definition: DistributionDefinition;
  },
): OperationResult<string> {
  const db = session.writer();
  const { id, name } = list;
  const definition = { ...list.definition };
  if (id !== null) assertList(db, id);
  const reason = { key: 'saveDistribution', params: { name } };
  return runOperation(db, { author, reason }, (operation) => {
    if (id === null) {
      return operation.insert('savedView', { screen: distributionScreen, name, definition });
    }
    operation.update('savedView', id, { name, definition });
    return id;
  });
}

/** Puts a list aside. @throws DataError `record.notFound` when there is none */
export function removeList(
  session: StoreSession,
  { author }: Author,
  id: string,
): OperationResult<void> {
  const db = session.writer();
  const { name } = assertList(db, id);
  const reason = { key: 'removeDistribution', params: { name } };
  return runOperation(db, { author, reason }, (operation) =>
    operation.setDeleted('savedView', id, new Date().toISOString()),
  );
}

function assertList(db: ReadableDb, id: string): { readonly name: string } {
  const view = getRecord(db, 'savedView', id);
  if (view === null || view.screen !== distributionScreen) {
    throw new DataError('record.notFound', { table: 'savedView', id });
  }
  return view;
}
