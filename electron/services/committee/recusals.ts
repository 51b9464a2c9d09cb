import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { DataError } from '#sql/errors.ts';

import type { Author } from '../records.ts';
import type { StoreSession } from '../session.ts';
import { conflictsOf } from './conflicts.ts';
import { phaseOf } from './phase.ts';
import type { Wording } from './wording.ts';
import { reasonInWords } from './wording.ts';

export interface DeclareRequest {
  readonly personId: Id<'person'>;
  readonly applicationId: Id<'application'>;
  readonly description: string;
  readonly statedOn: string;
}

/** Records a conflict of interest that a member, or somebody else, states. */
export function declareConflict(
  session: StoreSession,
  { author }: Author,
  { personId, applicationId, description, statedOn }: DeclareRequest,
): OperationResult<Id<'conflictOfInterest'>> {
  const application = getRecord(session.reader, 'application', applicationId);
  if (application === null) {
    throw new DataError('record.notFound', { table: 'application', id: applicationId });
  }
  const reason = { key: 'declareConflict', params: { number: application.number } };
  return runOperation(session.writer(), { author, reason }, (operation) =>
    operation.insert('conflictOfInterest', {
      personId,
      applicationId,
      origin: 'declared',
      description,
      statedOn,
    }),
  );
}

export interface RecuseRequest {
  readonly phaseId: Id<'phase'>;
  readonly recusals: readonly {
    readonly personId: Id<'person'>;
    readonly applicationId: Id<'application'>;
  }[];
  readonly recordedOn: string;
  readonly note: string | null;
}

/**
 * Records that members do not take part in applications: as one operation, each with the conflict it
 * follows from. A conflict that was only detected is written down with its reasons in words.
 * @throws AppError `committee.alreadyRecused` when all of them are recused already
 */
export function recuse(
  session: StoreSession,
  { author }: Author,
  { phaseId, recusals, recordedOn, note }: RecuseRequest,
  wording: Wording,
): OperationResult<Id<'recusal'>[]> {
  const { reader } = session;
  const found = conflictsOf(reader, phaseOf(reader, phaseId), recordedOn);
  const open = recusals.filter(
    ({ personId, applicationId }, at) =>
      listRecords(reader, 'recusal', { personId, applicationId }).length === 0 &&
      recusals.findIndex(
        (one) => one.personId === personId && one.applicationId === applicationId,
      ) === at,
  );
  if (open.length === 0) throw new AppError('committee.alreadyRecused');
  const reason = { key: 'recuse', params: { count: open.length } };
  return runOperation(session.writer(), { author, reason }, (operation) =>
    open.map(({ personId, applicationId }) => {
      const conflict = found.find(
        (one) => one.personId === personId && one.applicationId === applicationId,
      );
      const conflictId =
        conflict?.statedId ??
        (conflict === undefined || conflict.reasons.length === 0
          ? null
          : operation.insert('conflictOfInterest', {
              personId,
              applicationId,
              origin: 'detected',
              description: conflict.reasons.map((one) => reasonInWords(one, wording)).join('\n'),
              statedOn: recordedOn,
            }));
      return operation.insert('recusal', {
        personId,
        applicationId,
        conflictId,
        recordedOn,
        note,
      });
    }),
  );
}
