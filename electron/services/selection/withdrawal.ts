import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { WithdrawalPreview } from '#contract/selection.channels.ts';
import type { Id } from '#domain/ids.ts';
import { decisionAt, isRefusal } from '#domain/pipeline.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Translator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { Phase } from '#repositories/selection.repo.ts';
import { cardRows } from '#repositories/selection.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Course } from './course.ts';
import { courseOf, mustGet, standingIn } from './course.ts';
import type { Reserved } from './move.ts';
import { reserveOf } from './move.ts';

interface Promotion {
  readonly phase: Phase;
  readonly reserved: Reserved;
}

/**
 * Who is called up when an application leaves: the first of the reserve list of the latest phase that
 * kept it. Nobody when it held no place, or when no such list is left.
 */
function promotionAfter(course: Course, applicationId: string): Promotion | null {
  const leaving = standingIn(course, applicationId);
  if (leaving.place.kind === 'withdrawn' || leaving.place.kind === 'duplicate') return null;
  for (const phase of course.phases.toReversed()) {
    const decision = decisionAt(leaving.decisions, phase.id);
    if (decision === null) continue;
    if (isRefusal(decision.outcome) || decision.outcome === 'reserve') return null;
    const [reserved] = reserveOf(course, phase.id);
    if (reserved !== undefined) return { phase, reserved };
  }
  return null;
}

function promotedView(db: ReadableDb, promotion: Promotion | null): WithdrawalPreview['promoted'] {
  if (promotion === null) return null;
  const { phase, reserved } = promotion;
  const row = cardRows(db, [reserved.id]).get(reserved.id);
  return {
    id: reserved.id,
    number: reserved.number,
    title: row?.title ?? '',
    organisationName: row?.organisationName ?? '',
    phaseId: phase.id,
    phaseName: phase.name,
    rank: reserved.decision.rank,
    outcome: phase.keptOutcome,
  };
}

/** Who would be called up if an application were withdrawn. @throws DataError `record.notFound` */
export function previewWithdrawal(
  db: ReadableDb,
  { applicationId }: ChannelRequest<'selection:previewWithdrawal'>,
): WithdrawalPreview {
  const { callId } = mustGet(db, 'application', applicationId);
  const promotion = promotionAfter(courseOf(db, callId), applicationId);
  return { applicationId, promoted: promotedView(db, promotion) };
}

/** Who acts, and the language in which the reason of a call-up is written. */
export interface Speaker extends Author {
  readonly translate: Translator['t'];
}

/**
 * Records that a company withdraws, and calls up the next of the reserve list in the same operation.
 * @throws AppError `selection.withdrawn` when it already has; DataError `record.notFound`
 */
export function withdraw(
  session: StoreSession,
  { author, translate }: Speaker,
  request: ChannelRequest<'selection:withdraw'>,
): OperationResult<{ id: Id<'withdrawal'>; promoted: WithdrawalPreview['promoted'] }> {
  const { applicationId, withdrawnOn, reason: why, promoteNext } = request;
  const { reader } = session;
  const { callId, number } = mustGet(reader, 'application', applicationId);
  if (listRecords(reader, 'withdrawal', { applicationId }).length > 0) {
    throw new AppError('selection.withdrawn');
  }
  const promotion = promoteNext ? promotionAfter(courseOf(reader, callId), applicationId) : null;
  const promoted = promotedView(reader, promotion);
  const reason =
    promotion === null
      ? { key: 'withdrawApplication', params: { number } }
      : { key: 'withdrawAndPromote', params: { number, promoted: promotion.reserved.number } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const id = op.insert('withdrawal', { applicationId, withdrawnOn, reason: why });
    if (promotion !== null) {
      op.update('phaseDecision', promotion.reserved.decision.id, {
        outcome: promotion.phase.keptOutcome,
        reason: translate('selectionTexts:calledUp', { number }),
        decidedOn: withdrawnOn,
      });
    }
    return { id, promoted };
  });
}

/**
 * Says that an application repeats another one of its call; null takes that back.
 * @throws AppError `selection.duplicateLoop`, `selection.otherCall`
 */
export function markDuplicate(
  session: StoreSession,
  { author }: Author,
  { applicationId, duplicateOfId }: ChannelRequest<'selection:markDuplicate'>,
): OperationResult<void> {
  const { reader } = session;
  const { number, callId } = mustGet(reader, 'application', applicationId);
  if (duplicateOfId !== null) {
    const original = mustGet(reader, 'application', duplicateOfId);
    if (original.callId !== callId) throw new AppError('selection.otherCall');
    const hasOwn = listRecords(reader, 'application', { duplicateOfId: applicationId }).length > 0;
    if (duplicateOfId === applicationId || original.duplicateOfId !== null || hasOwn) {
      throw new AppError('selection.duplicateLoop');
    }
  }
  const key = duplicateOfId === null ? 'unmarkDuplicate' : 'markDuplicate';
  return runOperation(session.writer(), { author, reason: { key, params: { number } } }, (op) =>
    op.update('application', applicationId, { duplicateOfId }),
  );
}
