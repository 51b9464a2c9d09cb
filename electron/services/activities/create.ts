import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { nextActivityPosition } from '#repositories/activities.repo.ts';
import { mustGet } from '#services/events/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/**
 * Makes an activity with its partners, as one operation.
 * @throws DataError `record.invalid`, `record.notFound`, `record.missingReference`
 */
export function createActivity(
  session: StoreSession,
  { author }: Author,
  { groupId, description, place, partners, ...rest }: ChannelRequest<'activities:create'>,
): OperationResult<Id<'activity'>> {
  mustGet(session.reader, 'workingGroup', groupId);
  const reason = { key: 'create', params: { table: 'activity' } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const activityId = op.insert('activity', {
      ...rest,
      workingGroupId: groupId,
      position: nextActivityPosition(op.db, groupId),
      description: orNull(description),
      place: orNull(place),
    });
    for (const { organisationId, role } of partners) {
      op.insert('activityPartner', { activityId, organisationId, role: orNull(role) });
    }
    return activityId;
  });
}

/** Makes an agreement with its parties, as one operation. @throws as `createActivity` */
export function createAgreement(
  session: StoreSession,
  { author }: Author,
  { groupId, purpose, parties, ...rest }: ChannelRequest<'activities:createAgreement'>,
): OperationResult<Id<'agreement'>> {
  mustGet(session.reader, 'workingGroup', groupId);
  const reason = { key: 'create', params: { table: 'agreement' } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const agreementId = op.insert('agreement', {
      ...rest,
      workingGroupId: groupId,
      purpose: orNull(purpose),
    });
    for (const { organisationId, role, isSignatory } of parties) {
      op.insert('agreementParty', {
        agreementId,
        organisationId,
        role: orNull(role),
        isSignatory,
      });
    }
    return agreementId;
  });
}

/** Adds a dated value of an indicator to an activity. @throws as `createActivity` */
export function addFigure(
  session: StoreSession,
  { author }: Author,
  { activityId, note, ...value }: ChannelRequest<'activities:addFigure'>,
): OperationResult<Id<'measurement'>> {
  mustGet(session.reader, 'activity', activityId);
  const { name } = mustGet(session.reader, 'indicator', value.indicatorId);
  const reason = { key: 'addFigure', params: { indicator: name } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const measurementId = op.insert('measurement', { ...value, note: orNull(note) });
    op.insert('chainLink', {
      fromTable: 'activity',
      fromId: activityId,
      toTable: 'measurement',
      toId: measurementId,
    });
    return measurementId;
  });
}
