import type { PersonData, ReportData, SubGroupData } from '#documents/reports/data.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { MandateView } from '#repositories/mandates.repo.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';

import type { Gathering } from './context.ts';
import { organisationName, personData } from './context.ts';
import { subGroupsOn } from './figures.ts';

/** Begins the label of those whom readers may turn to (« contact du GT », "contact"). */
const CONTACT_TAG = /^contacts?\b/iu;
const LEADING: ReadonlySet<string> = new Set(['chair', 'lead', 'secretariat']);

const holders = (g: Gathering, mandates: readonly MandateView[]): PersonData[] =>
  mandates.flatMap(
    ({ personId, organisationLabel }) => personData(g.db, personId, organisationLabel) ?? [],
  );

/** The sub-groups with those who were their rapporteurs on the report's date. */
export function subGroups(g: Gathering): SubGroupData[] {
  return subGroupsOn(g).map(({ id, name }) => ({
    id,
    name,
    rapporteurs: holders(
      g,
      listMandates(g.db, { subGroupId: id, role: 'rapporteur', at: g.asOfOn }),
    ),
  }));
}

export function groupData(g: Gathering, group: RecordOf<'workingGroup'>): ReportData['group'] {
  const { id, name, scopeDefinition, scopeReference, mission, strategy, strategyOrigin } = group;
  const observatory =
    group.observatoryId === null ? null : getRecord(g.db, 'organisation', group.observatoryId);
  const mandates = listMandates(g.db, { workingGroupId: id, at: g.asOfOn });
  return {
    id,
    name,
    observatory: observatory?.name ?? null,
    scopeDefinition,
    scopeReference,
    mission,
    strategy,
    strategyOrigin,
    leaders: holders(
      g,
      mandates.filter(({ role }) => LEADING.has(role)),
    ),
  };
}

export function segments(g: Gathering): ReportData['segments'] {
  return listRecords(g.db, 'purchaseSegment', { workingGroupId: g.groupId }, ['position'])
    .filter(({ stage }) => stage !== 'dropped')
    .map(({ name, description, stage }) => ({ name, description, isLater: stage === 'later' }));
}

export function axes(g: Gathering): string[] {
  return listRecords(g.db, 'strategicAxis', { workingGroupId: g.groupId }, ['position']).map(
    ({ name }) => name,
  );
}

/** Agreements in force on the report's date. */
export function agreements(g: Gathering): ReportData['agreements'] {
  const { db, asOfOn } = g;
  return listRecords(db, 'agreement', { workingGroupId: g.groupId }, ['name'])
    .filter(
      ({ fromOn, signedOn, toOn, status }) =>
        status !== 'planned' &&
        (fromOn ?? signedOn ?? asOfOn) <= asOfOn &&
        (toOn === null ? status === 'inForce' : toOn >= asOfOn),
    )
    .map(({ id, name, purpose }) => ({
      id,
      name,
      purpose,
      parties: listRecords(db, 'agreementParty', { agreementId: id }).flatMap(
        ({ organisationId }) => organisationName(db, organisationId) ?? [],
      ),
    }));
}

/**
 * Those whom readers may turn to: people marked as contacts who hold a mandate in the group or in
 * one of its sub-groups on the report's date; where none is marked, those who run the group.
 */
export function contacts(g: Gathering, leaders: readonly PersonData[]): PersonData[] {
  const mandates = [
    ...listMandates(g.db, { workingGroupId: g.groupId, at: g.asOfOn }),
    ...subGroupsOn(g).flatMap(({ id }) => listMandates(g.db, { subGroupId: id, at: g.asOfOn })),
  ];
  const marked = mandates.filter(({ personId }) =>
    getRecord(g.db, 'person', personId)?.tags.some((tag) => CONTACT_TAG.test(tag)),
  );
  const people = holders(g, marked);
  const unique = people.filter(
    ({ id }, index) => people.findIndex((other) => other.id === id) === index,
  );
  return unique.length > 0 ? unique : [...leaders];
}
