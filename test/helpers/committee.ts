import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord } from '#domain/registry.ts';
import { runOperation } from '#journal/operation.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { nodeReaders } from '#services/readers.ts';
import { createRecord } from '#services/records.ts';
import { groupStore } from '#test/stores.ts';

export const by = { author: 'Essai' };
export const today = '2017-09-01';
export const wording = { language: 'fr', translate: createTranslator('fr').t } as const;

export interface CommitteeShape {
  readonly applications?: number;
  readonly members?: readonly string[];
  readonly criteria?: readonly Partial<NewRecord<'criterion'>>[];
}

/** A store with a call in one phase that a committee scores. */
export function committeeStore({
  applications = 4,
  members = ['Alix', 'Brune', 'Côme'],
  criteria = [
    { name: 'Innovation', weight: 3 },
    { name: 'Maturité', weight: 1 },
  ],
}: CommitteeShape = {}) {
  const { session } = groupStore('Groupe');
  const make = <N extends EntityName>(table: N, values: NewRecord<N>): Id<N> =>
    createRecord(session, by, table, values).value;
  const workingGroupId = listRecords(session.reader, 'workingGroup')[0]?.id;
  if (workingGroupId === undefined) throw new Error('made with the store');
  const callId = make('callForInterest', { workingGroupId, title: 'AMI d’essai' });
  const committeeId = make('committee', { workingGroupId, callId, name: 'Comité' });
  const phaseId = make('phase', {
    callId,
    position: 1,
    name: 'Notation',
    kind: 'committee',
    quotaMin: 1,
    quotaMax: 2,
    committeeId,
  });
  const criterionIds = criteria.map((one, at) =>
    make('criterion', {
      phaseId,
      position: at,
      name: `Critère ${at + 1}`,
      weight: 1,
      scaleMin: 0,
      scaleMax: 5,
      ...one,
    }),
  );
  const personIds = members.map((familyName) => {
    const personId = make('person', {
      familyName,
      email: `${familyName.toLowerCase()}@exemple.invalid`,
    });
    make('mandate', { personId, committeeId, role: 'member' });
    return personId;
  });
  const organisationIds: Id<'organisation'>[] = [];
  const applicationIds: Id<'application'>[] = [];
  runOperation(session.writer(), { ...by, reason: { key: 'create' } }, (operation) => {
    for (let number = 1; number <= applications; number += 1) {
      const organisationId = operation.insert('organisation', {
        name: `Entreprise ${number}`,
        kind: 'company',
      });
      organisationIds.push(organisationId);
      applicationIds.push(
        operation.insert('application', {
          callId,
          organisationId,
          number,
          title: `Solution ${number}`,
          summary: `Ce que fait la solution ${number}`,
          receivedOn: '2017-06-01',
        }),
      );
    }
  });
  const at = <T>(list: readonly T[], place: number): T => {
    const found = list[place];
    if (found === undefined) throw new Error(`nothing at ${place}`);
    return found;
  };
  /** Writes scores as they would stand in the store, whoever gave them. */
  const score = (
    member: number,
    application: number,
    values: readonly (number | null)[],
    comment: string | null = null,
  ): void => {
    values.forEach((value, criterion) => {
      make('score', {
        evaluatorId: at(personIds, member),
        applicationId: at(applicationIds, application),
        criterionId: at(criterionIds, criterion),
        value,
        isAbstention: value === null,
        comment: criterion === 0 ? comment : null,
      });
    });
  };
  const context = () => ({
    author: 'Essai',
    owner: 1,
    signal: new AbortController().signal,
    spawnReader: nodeReaders(),
  });
  return {
    session,
    db: session.reader,
    make,
    score,
    at,
    context,
    workingGroupId,
    callId,
    committeeId,
    phaseId,
    criterionIds,
    personIds,
    organisationIds,
    applicationIds,
  };
}
