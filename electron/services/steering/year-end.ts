import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { CarryOverRequest } from '#contract/steering.channels.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { CLOSING, REOPENING } from '#journal/year-lock.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import { planCarryOver } from './carry-plan.ts';

/**
 * Closes a year: from then on what belongs to it is only read, until the year is opened again or the
 * closing is undone. @throws AppError `steering.alreadyClosed`
 */
export function closeYear(
  session: StoreSession,
  { author }: Author,
  { groupId, year, closedOn, note }: ChannelRequest<'steering:closeYear'>,
): OperationResult<void> {
  const reason = { key: CLOSING, params: { year } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    mustGet(op.db, 'workingGroup', groupId);
    const stated = listRecords(op.db, 'groupYear', { workingGroupId: groupId, year });
    if (stated.some(({ status }) => status === 'closed')) {
      throw new AppError('steering.alreadyClosed', { year });
    }
    const closing = { status: 'closed', closedOn, note: note === '' ? null : note } as const;
    const [known] = stated;
    if (known === undefined) op.insert('groupYear', { workingGroupId: groupId, year, ...closing });
    else op.update('groupYear', known.id, closing);
  });
}

/** Opens a closed year again; the note of its closing stays. @throws AppError `steering.yearOpen` */
export function reopenYear(
  session: StoreSession,
  { author }: Author,
  { groupId, year }: ChannelRequest<'steering:reopenYear'>,
): OperationResult<void> {
  const reason = { key: REOPENING, params: { year } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const closed = listRecords(op.db, 'groupYear', {
      workingGroupId: groupId,
      year,
      status: 'closed',
    });
    if (closed.length === 0) throw new AppError('steering.yearOpen', { year });
    op.updateMany(
      'groupYear',
      closed.map(({ id }) => id),
      { status: 'open', closedOn: null },
    );
  });
}

function write(op: Operation, request: CarryOverRequest): number {
  mustGet(op.db, 'workingGroup', request.groupId);
  const { objectives, indicators, links } = planCarryOver(op.db, request);
  op.insertMany(
    'objective',
    objectives.map(({ id, values }) => ({ id, values })),
  );
  op.insertMany(
    'indicator',
    indicators.map(({ id, values }) => ({ id, values })),
  );
  op.insertMany(
    'chainLink',
    links.map((values) => ({ values })),
  );
  return objectives.length + indicators.length;
}

/**
 * Carries objectives, indicators and remedies over to the year after; what already goes on there is
 * not made twice. Returns how many records it made. @throws DataError `steering.yearClosed`
 */
export function carryOver(
  session: StoreSession,
  { author }: Author,
  request: CarryOverRequest,
): OperationResult<number> {
  const reason = { key: 'carryOver', params: { year: request.year + 1 } };
  return runOperation(session.writer(), { author, reason }, (op) => write(op, request));
}

/** Begins the year after with what is carried over to it. @throws DataError `steering.yearClosed` */
export function openNextYear(
  session: StoreSession,
  { author }: Author,
  request: CarryOverRequest,
): OperationResult<number> {
  const { groupId: workingGroupId } = request;
  const year = request.year + 1;
  const reason = { key: 'openYear', params: { year } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    if (listRecords(op.db, 'groupYear', { workingGroupId, year }).length === 0) {
      op.insert('groupYear', { workingGroupId, year });
    }
    return write(op, request);
  });
}
