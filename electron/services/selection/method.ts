import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { PhaseStep } from '#domain/pipeline.ts';
import type { NewRecord } from '#domain/registry.ts';
import { orderOfLinks } from '#domain/selection-method.ts';
import { removeWithDependents } from '#journal/dependents.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import type { Phase } from '#repositories/selection.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';

import { assertMethod, courseOf, mustGet } from './course.ts';
import { templateCriteria, templateLetters, templatePhases, templateReasons } from './template.ts';
import type { Speaker } from './withdrawal.ts';

/** Makes a call with the method « AMI innovation », as one operation. */
export function createCall(
  session: StoreSession,
  { author, translate: t }: Speaker,
  request: ChannelRequest<'selection:createCall'>,
): OperationResult<Id<'callForInterest'>> {
  const { partnerIds, segmentIds, ...values } = request;
  const { workingGroupId, title } = values;
  mustGet(session.reader, 'workingGroup', workingGroupId);
  const reason = { key: 'createSelection', params: { title } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const callId = op.insert('callForInterest', values);
    const name = t('selectionTexts:committee', { title });
    const committeeId = op.insert('committee', { workingGroupId, callId, name });
    op.insertMany(
      'callPartner',
      [...new Set(partnerIds)].map((organisationId) => ({ values: { callId, organisationId } })),
    );
    op.insertMany(
      'callSegment',
      [...new Set(segmentIds)].map((segmentId) => ({ values: { callId, segmentId } })),
    );
    op.insertMany(
      'exclusionReason',
      templateReasons(t).map((one) => ({ values: { ...one, callId } })),
    );
    op.insertMany(
      'letterTemplate',
      templateLetters(t).map((one) => ({ values: { ...one, callId } })),
    );
    for (const { isOfCommittee, ...phase } of templatePhases(t)) {
      const scored = isOfCommittee ? committeeId : null;
      const phaseId = op.insert('phase', { ...phase, callId, committeeId: scored });
      if (phase.kind !== 'committee') continue;
      op.insertMany(
        'criterion',
        templateCriteria(t).map((one) => ({ values: { ...one, phaseId } })),
      );
    }
    return callId;
  });
}

type MethodRequest = ChannelRequest<'selection:saveMethod'>;
type PhaseRequest = MethodRequest['phases'][number];

/** The phases in the order that they say. @throws AppError `selection.methodCircular` */
function ordered(phases: MethodRequest['phases']): PhaseRequest[] {
  const byKey = new Map(phases.map((phase) => [phase.key, phase]));
  const found = orderOfLinks(phases);
  if ('astray' in found || byKey.size < phases.length) {
    const astray = 'astray' in found ? found.astray : phases.map(({ key }) => key);
    throw new AppError('selection.methodCircular', {
      phases: astray.map((key) => byKey.get(key)?.name ?? key).join(', '),
    });
  }
  return found.order.flatMap((key) => byKey.get(key) ?? []);
}

/** Refuses to remove, move or redirect a phase that has released decisions. */
function assertReleasedStay(
  known: readonly Phase[],
  released: ReadonlySet<string>,
  asked: readonly PhaseRequest[],
): void {
  const before = known.filter(({ id }) => released.has(id));
  const stay = asked.filter(({ id }) => id !== null && released.has(id));
  for (const [index, phase] of before.entries()) {
    const next = stay[index];
    const isKept =
      next?.id === phase.id &&
      next.kind === phase.kind &&
      next.keptOutcome === phase.keptOutcome &&
      next.otherOutcome === phase.otherOutcome;
    if (!isKept) throw new AppError('selection.methodReleased', { phase: phase.name });
  }
  const last = before.at(-1);
  const beyond = asked.findIndex(({ id }) => id === last?.id);
  const inserted = asked.slice(0, beyond + 1).find(({ id }) => id === null || !released.has(id));
  if (last !== undefined && inserted !== undefined) {
    throw new AppError('selection.methodReleased', { phase: last.name });
  }
}

/**
 * Writes the phases of a call: those named, in the order that they say; others are put aside.
 * @throws AppError `selection.methodCircular` and the other `selection.method…`; DataError
 *   `record.notFound` for a phase of another call, `record.invalid`
 */
export function saveMethod(
  session: StoreSession,
  { author }: Author,
  { callId, phases: asked }: MethodRequest,
): OperationResult<void> {
  const course = courseOf(session.reader, callId);
  const known = new Map<string, Phase>(course.phases.map((phase) => [phase.id, phase]));
  const foreign = asked.find(({ id }) => id !== null && !known.has(id));
  if (foreign !== undefined)
    throw new DataError('record.notFound', { table: 'phase', id: foreign.id ?? '' });
  const inOrder = ordered(asked);
  const steps = inOrder.map((phase, index): PhaseStep => ({
    ...phase,
    id: phase.id ?? phase.key,
    position: index + 1,
  }));
  assertMethod(steps);
  const released = new Set(
    course.standings.flatMap(({ decisions }) =>
      decisions.filter(({ isReleased }) => isReleased).map(({ phaseId }) => phaseId),
    ),
  );
  assertReleasedStay(course.phases, released, inOrder);
  const named = new Set<string>(inOrder.flatMap(({ id }) => id ?? []));
  const gone = course.phases.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  return runOperation(session.writer(), { author, reason: { key: 'saveMethod' } }, (op) => {
    if (gone.length > 0) removeWithDependents(op, 'phase', gone, new Date().toISOString());
    for (const [index, { key: _key, afterKey: _afterKey, id, ...rest }] of inOrder.entries()) {
      const values: NewRecord<'phase'> = { ...rest, callId, position: index + 1 };
      if (id === null) op.insert('phase', values);
      else op.update('phase', id, values);
    }
  });
}
