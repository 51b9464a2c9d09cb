import { AppError } from '#contract/errors.ts';
import type {
  DirectoryBody,
  DirectoryData,
  DirectoryOrganisation,
  DirectoryPerson,
} from '#documents/reports/directory/data.ts';
import { organisationKinds } from '#domain/actor.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { MandateView } from '#repositories/mandates.repo.ts';
import { listAffiliations, listMandates } from '#repositories/mandates.repo.ts';
import { countRecords, getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** More than this make no document that anybody opens: the rest is counted, not listed. */
const LISTED_AT_MOST = 5000;

type Consents = ReadonlyMap<string, ReadonlySet<string>>;

interface Agreements {
  /** Columns that each actor agrees to publish. */
  readonly agreed: Consents;
  /** Columns that each actor agreed to publish once, and no longer does. */
  readonly withdrawn: Consents;
}

function agreementsOn(db: ReadableDb, day: string): Agreements {
  const agreed = new Map<string, Set<string>>();
  const withdrawn = new Map<string, Set<string>>();
  for (const consent of listRecords(db, 'consent', { purpose: 'publication' })) {
    const { personId, organisationId, field, givenOn, withdrawnOn } = consent;
    const owner = personId ?? organisationId;
    if (owner === null || givenOn > day) continue;
    const into = withdrawnOn === null || withdrawnOn > day ? agreed : withdrawn;
    into.set(owner, (into.get(owner) ?? new Set()).add(field));
  }
  return { agreed, withdrawn };
}

/** Whether somebody who held to their name being published no longer does. */
const keepsName = ({ agreed, withdrawn }: Agreements, id: string): boolean =>
  agreed.get(id)?.has('name') === true || withdrawn.get(id)?.has('name') !== true;

/** The bodies of the group with those in office on the day. */
function bodiesOf(
  db: ReadableDb,
  { id: groupId, name }: { readonly id: string; readonly name: string },
  at: string,
  agreements: Agreements,
): DirectoryBody[] {
  const bodies = [
    { id: groupId, name, mandates: listMandates(db, { workingGroupId: groupId, at }) },
    ...listRecords(db, 'subGroup', { workingGroupId: groupId }, ['position'])
      .filter(
        ({ startedOn, endedOn }) =>
          (startedOn === null || startedOn <= at) && (endedOn === null || endedOn >= at),
      )
      .map(({ id, name: title }) => ({
        id: id as string,
        name: title,
        mandates: listMandates(db, { subGroupId: id, at }),
      })),
  ];
  return bodies.flatMap(({ id, name: title, mandates }) =>
    mandates.length === 0
      ? []
      : [
          {
            id,
            name: title,
            members: mandates
              .filter(({ personId }) => keepsName(agreements, personId))
              .map(({ id: mandateId, personLabel, organisationLabel, role }) => ({
                id: mandateId,
                name: personLabel,
                organisation: organisationLabel,
                role,
              })),
          },
        ],
  );
}

interface People {
  readonly records: ReadonlyMap<string, RecordOf<'person'>>;
  readonly mandates: ReadonlyMap<string, readonly MandateView[]>;
  readonly agreements: Agreements;
}

const nameOf = ({ givenName, familyName }: RecordOf<'person'>): string =>
  [givenName, familyName.toLocaleUpperCase('fr')].filter((part) => part !== null).join(' ');

/**
 * Those who agreed to have their name published, and those in office in the group, whom its papers
 * name, unless they took that agreement back; of each of them nothing but what they agreed to.
 */
function listed(
  { records, mandates, agreements }: People,
  personId: string,
  functionTitle: string | null,
): DirectoryPerson[] {
  const person = records.get(personId);
  const own = mandates.get(personId) ?? [];
  const agreed = agreements.agreed.get(personId);
  const isNamed = agreed?.has('name') === true || own.length > 0;
  if (person === undefined || !isNamed || !keepsName(agreements, personId)) return [];
  return [
    {
      id: personId,
      name: nameOf(person),
      sortName: [person.familyName.toLocaleUpperCase('fr'), person.givenName]
        .filter((part) => part !== null)
        .join(' '),
      functionTitle: agreed?.has('functions') === true ? functionTitle : null,
      mandates: own.map(({ id, role, bodyLabel }) => ({ id, role, body: bodyLabel })),
      email: agreed?.has('email') === true ? person.email : null,
      phone: agreed?.has('phone') === true ? person.phone : null,
    },
  ];
}

function organisationsOf(db: ReadableDb, people: People, day: string): DirectoryOrganisation[] {
  const affiliations = Map.groupBy(
    listAffiliations(db, { at: day }),
    ({ organisationId }) => organisationId,
  );
  const speaking = Map.groupBy(
    [...people.mandates.values()].flat(),
    ({ organisationId }) => organisationId,
  );
  const links = Map.groupBy(
    listRecords(db, 'organisationSegment'),
    ({ organisationId }) => organisationId as string,
  );
  const names = labelsOf(
    db,
    'purchaseSegment',
    [...links.values()].flat().map(({ purchaseSegmentId }) => purchaseSegmentId),
  );
  const { compare } = new Intl.Collator('fr');
  const all = listRecords(db, 'organisation').toSorted((a, b) => compare(a.name, b.name));
  return all.slice(0, LISTED_AT_MOST).map((organisation) => {
    const { id } = organisation;
    const agreed = people.agreements.agreed.get(id);
    const titles = new Map<string, string | null>();
    for (const { personId } of speaking.get(id) ?? []) titles.set(personId, null);
    for (const { personId, title } of affiliations.get(id) ?? []) {
      titles.set(personId, titles.get(personId) ?? title);
    }
    const ifAgreed = (field: 'website' | 'address' | 'description' | 'email' | 'phone') =>
      agreed?.has(field) === true ? organisation[field] : null;
    return {
      id,
      name: organisation.name,
      acronym: organisation.acronym,
      kind: organisation.kind,
      buyerKind: organisation.buyerKind,
      departement: organisation.departementCode,
      communeName: organisation.communeName,
      website: ifAgreed('website'),
      address: ifAgreed('address'),
      description: ifAgreed('description'),
      email: ifAgreed('email'),
      phone: ifAgreed('phone'),
      segments: (links.get(id) ?? []).flatMap(
        ({ purchaseSegmentId }) => names.get(purchaseSegmentId) ?? [],
      ),
      people: [...titles]
        .flatMap(([personId, title]) => listed(people, personId, title))
        .toSorted((a, b) => a.sortName.localeCompare(b.sortName, 'fr')),
      isFictitious: organisation.isFictitious,
    };
  });
}

const rank = ({ kind }: DirectoryOrganisation): number =>
  organisationKinds.findIndex((known) => known === kind);

/**
 * The directory of actors as it stood on a day.
 * @throws AppError `export.noGroup`
 */
export function gatherDirectory(db: ReadableDb, groupId: string, day: string): DirectoryData {
  const group = getRecord(db, 'workingGroup', groupId);
  if (group === null) {
    const known = listRecords(db, 'workingGroup', {}, ['name']).map(({ name }) => name);
    throw new AppError('export.noGroup', { group: groupId, known });
  }
  const { observatoryId, name } = group;
  const observatory = observatoryId === null ? null : getRecord(db, 'organisation', observatoryId);
  const subGroups = new Set<string>(
    listRecords(db, 'subGroup', { workingGroupId: groupId }).map(({ id }) => id),
  );
  const mandates = listMandates(db, { at: day }).filter(
    ({ bodyId }) => bodyId === groupId || subGroups.has(bodyId),
  );
  const people: People = {
    records: new Map(listRecords(db, 'person').map((person) => [person.id, person])),
    mandates: Map.groupBy(mandates, ({ personId }) => personId),
    agreements: agreementsOn(db, day),
  };
  const organisations = organisationsOf(db, people, day);
  const shown = new Set(organisations.flatMap((one) => one.people.map(({ id }) => id)));
  return {
    group: { id: group.id, name, observatory: observatory?.name ?? null },
    asOfOn: day,
    organisations: organisations.toSorted((a, b) => rank(a) - rank(b)),
    total: countRecords(db, 'organisation'),
    others: [...people.mandates.keys()]
      .filter((id) => !shown.has(id))
      .flatMap((id) => listed(people, id, null))
      .toSorted((a, b) => a.sortName.localeCompare(b.sortName, 'fr')),
    bodies: bodiesOf(db, group, day, people.agreements),
  };
}
