import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import type { Phase } from './phase.ts';
import { applicationsOfPhase, membersOf, recusalsOf } from './phase.ts';

/** Why a member may not be impartial towards an applicant. */
export type ConflictKind =
  /** Speaks for the application. */
  | 'contact'
  /** Works, or worked, for the applicant. */
  | 'affiliation'
  /** Works, or worked, for its parent, its branch or a branch of the same parent. */
  | 'linkedAffiliation'
  /** Holds, or held, a mandate in its name, or in the name of an organisation linked to it. */
  | 'mandate'
  | 'linkedMandate'
  /** Sits for an organisation to which the applicant belongs and which has a seat on the committee. */
  | 'seat'
  /** Belongs to an organisation that carries the call, as the applicant does or its parent. */
  | 'partner';

export interface ConflictReason {
  readonly kind: ConflictKind;
  /** The organisation that the member is bound to. */
  readonly organisationName: string | null;
  /** Function or role in it. */
  readonly title: string | null;
  readonly bodyName: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  /** True for what had ended by the day asked for. */
  readonly isPast: boolean;
}

export interface FoundConflict {
  readonly personId: string;
  readonly personName: string;
  readonly applicationId: string;
  readonly number: number;
  readonly title: string;
  readonly organisationName: string;
  readonly reasons: readonly ConflictReason[];
  /** The conflict that was stated, if any, and what it says. */
  readonly statedId: string | null;
  readonly stated: string | null;
  readonly origin: 'declared' | 'detected' | null;
  readonly recusalId: string | null;
}

interface Tie {
  readonly personId: string;
  readonly organisationId: string;
  readonly title: string | null;
  readonly bodyName: string | null;
  readonly bodyId: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

interface Facts {
  readonly affiliations: ReadonlyMap<string, readonly Tie[]>;
  readonly mandates: ReadonlyMap<string, readonly Tie[]>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Who speaks for each application. */
  readonly contacts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly seats: ReadonlySet<string>;
  readonly partners: ReadonlySet<string>;
  readonly linksOf: (id: string) => ReadonlySet<string>;
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function factsOf(db: ReadableDb, phase: Phase, people: readonly string[]): Facts {
  const who = sql`IN (SELECT value FROM json_each(${JSON.stringify(people)}))`;
  const affiliations = all<Tie>(
    db,
    sql`SELECT person_id AS personId, organisation_id AS organisationId, title,
               NULL AS bodyName, NULL AS bodyId, from_on AS fromOn, to_on AS toOn
        FROM affiliation WHERE deleted_at IS NULL AND person_id ${who} ORDER BY from_on, id`,
  );
  const mandates = all<Tie>(
    db,
    sql`SELECT m.person_id AS personId, m.organisation_id AS organisationId, m.role AS title,
               coalesce(c.name, s.name, g.name) AS bodyName,
               coalesce(m.committee_id, m.sub_group_id, m.working_group_id) AS bodyId,
               m.from_on AS fromOn, m.to_on AS toOn
        FROM mandate m LEFT JOIN committee c ON c.id = m.committee_id
          LEFT JOIN sub_group s ON s.id = m.sub_group_id
          LEFT JOIN working_group g ON g.id = m.working_group_id
        WHERE m.deleted_at IS NULL AND m.organisation_id IS NOT NULL AND m.person_id ${who}
        ORDER BY m.from_on, m.id`,
  );
  const contacts = all<{ applicationId: string; personId: string }>(
    db,
    sql`SELECT id AS applicationId, contact_person_id AS personId FROM application
        WHERE call_id = ${phase.callId} AND deleted_at IS NULL AND contact_person_id IS NOT NULL
        UNION SELECT c.application_id, c.person_id FROM application_contact c
        JOIN application a ON a.id = c.application_id
        WHERE a.call_id = ${phase.callId} AND c.deleted_at IS NULL`,
  );
  const organisations = all<Organisation>(
    db,
    sql`SELECT id, name, parent_id AS parentId FROM organisation WHERE deleted_at IS NULL`,
  );
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const idsOf = (rows: readonly { id: string }[]): Set<string> => new Set(rows.map(({ id }) => id));
  return {
    affiliations: grouped(affiliations, ({ personId }) => personId),
    mandates: grouped(mandates, ({ personId }) => personId),
    organisations: byId,
    linksOf: linksOf(byId),
    contacts: new Map(
      [...grouped(contacts, ({ applicationId }) => applicationId)].map(([id, rows]) => [
        id,
        new Set(rows.map(({ personId }) => personId)),
      ]),
    ),
    seats: idsOf(
      all<{ id: string }>(
        db,
        sql`SELECT organisation_id AS id FROM committee_seat WHERE deleted_at IS NULL
            AND organisation_id IS NOT NULL AND committee_id = ${phase.committeeId ?? ''}`,
      ),
    ),
    partners: idsOf(
      all<{ id: string }>(
        db,
        sql`SELECT organisation_id AS id FROM call_partner
            WHERE deleted_at IS NULL AND call_id = ${phase.callId}`,
      ),
    ),
  };
}

/** The organisations at one remove from each: parent, branches, branches of the same parent. */
function linksOf(organisations: ReadonlyMap<string, Organisation>) {
  const branches = grouped(
    [...organisations.values()].filter(({ parentId }) => parentId !== null),
    ({ parentId }) => parentId ?? '',
  );
  return (id: string): Set<string> => {
    const parentId = organisations.get(id)?.parentId ?? null;
    const near = [...(branches.get(id) ?? []), ...(branches.get(parentId ?? '') ?? [])];
    const linked = new Set(near.map((one) => one.id));
    if (parentId !== null) linked.add(parentId);
    linked.delete(id);
    return linked;
  };
}

/** What binds one member: own organisations and those linked to them, with what binds them there. */
interface Bonds {
  readonly own: ReadonlyMap<string, readonly [ConflictKind, Tie][]>;
  readonly linked: ReadonlyMap<string, readonly [ConflictKind, Tie][]>;
}

function bondsOf(personId: string, facts: Facts): Bonds {
  const own = new Map<string, [ConflictKind, Tie][]>();
  const linked = new Map<string, [ConflictKind, Tie][]>();
  const add = (map: typeof own, id: string, kind: ConflictKind, tie: Tie): void => {
    map.set(id, [...(map.get(id) ?? []), [kind, tie]]);
  };
  for (const tie of facts.affiliations.get(personId) ?? []) {
    add(own, tie.organisationId, 'affiliation', tie);
    for (const id of facts.linksOf(tie.organisationId)) add(linked, id, 'linkedAffiliation', tie);
  }
  for (const tie of facts.mandates.get(personId) ?? []) {
    add(own, tie.organisationId, 'mandate', tie);
    for (const id of facts.linksOf(tie.organisationId)) add(linked, id, 'linkedMandate', tie);
  }
  return { own, linked };
}

function reasonsFor(
  personId: string,
  application: { readonly id: string; readonly organisationId: string },
  { own, linked }: Bonds,
  facts: Facts,
  day: string,
): readonly ConflictReason[] {
  const isContact = facts.contacts.get(application.id)?.has(personId) === true;
  const direct = own.get(application.organisationId);
  const indirect = linked.get(application.organisationId);
  if (!isContact && direct === undefined && indirect === undefined) return NONE;
  const reasons: ConflictReason[] = [];
  if (isContact) reasons.push({ kind: 'contact', ...NOTHING });
  const add = (kind: ConflictKind, tie: Tie): void => {
    const { title, bodyName, fromOn, toOn } = tie;
    const organisationName = facts.organisations.get(tie.organisationId)?.name ?? null;
    const isPast = toOn !== null && toOn < day;
    reasons.push({ kind, organisationName, title, bodyName, fromOn, toOn, isPast });
  };
  const found = [...(direct ?? []), ...(indirect ?? [])];
  for (const [kind, tie] of found) add(kind, tie);
  const tieWith = (ids: ReadonlySet<string>): Tie | undefined =>
    found.find(([, tie]) => ids.has(tie.organisationId))?.[1];
  const [seat, partner] = [tieWith(facts.seats), tieWith(facts.partners)];
  if (seat !== undefined) add('seat', seat);
  if (partner !== undefined) add('partner', partner);
  return reasons;
}

const NONE: readonly ConflictReason[] = [];

const NOTHING = {
  organisationName: null,
  title: null,
  bodyName: null,
  fromOn: null,
  toOn: null,
  isPast: false,
} as const;

interface Stated {
  readonly id: string;
  readonly personId: string;
  readonly applicationId: string;
  readonly origin: 'declared' | 'detected';
  readonly description: string | null;
}

/**
 * The conflicts of interest of a phase's members: found in affiliations, mandates, links between
 * organisations and contacts, or stated by hand; with the recusals that followed.
 */
export function conflictsOf(db: ReadableDb, phase: Phase, day: string): FoundConflict[] {
  const members = membersOf(db, phase, day);
  const applications = applicationsOfPhase(db, phase);
  const facts = factsOf(
    db,
    phase,
    members.map(({ personId }) => personId),
  );
  const stated = byPair(
    all<Stated>(
      db,
      sql`SELECT c.id, c.person_id AS personId, c.application_id AS applicationId, c.origin, c.description
          FROM conflict_of_interest c JOIN application a ON a.id = c.application_id
          WHERE a.call_id = ${phase.callId} AND c.deleted_at IS NULL ORDER BY c.id`,
    ),
  );
  const recusals = byPair(recusalsOf(db, phase.callId));
  return members.flatMap(({ personId, name }) => {
    const bonds = bondsOf(personId, facts);
    const [ownStated, ownRecusals] = [stated.get(personId), recusals.get(personId)];
    const found: FoundConflict[] = [];
    for (const application of applications) {
      const reasons = reasonsFor(personId, application, bonds, facts, day);
      const own = ownStated?.get(application.id);
      const recusalId = ownRecusals?.get(application.id)?.id ?? null;
      if (reasons.length === 0 && own === undefined && recusalId === null) continue;
      found.push({
        personId,
        personName: name,
        applicationId: application.id,
        number: application.number,
        title: application.title,
        organisationName: application.organisationName,
        reasons,
        statedId: own?.id ?? null,
        stated: own?.description ?? null,
        origin: own?.origin ?? null,
        recusalId,
      });
    }
    return found;
  });
}

/** By person, then by application; of two the later. */
function byPair<T extends { readonly personId: string; readonly applicationId: string }>(
  rows: readonly T[],
): Map<string, Map<string, T>> {
  return new Map(
    [...grouped(rows, ({ personId }) => personId)].map(([personId, some]) => [
      personId,
      new Map(some.map((row) => [row.applicationId, row])),
    ]),
  );
}
