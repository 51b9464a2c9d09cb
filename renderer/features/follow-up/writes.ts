import type { FollowUpKind, FollowUpRow } from '#contract/follow-up.channels.ts';
import type { RecordPatch } from '#domain/registry.ts';
import { decisionStatuses, workStatuses } from '#domain/meeting.ts';
import type { Id } from '#domain/ids.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

const ignored = (): undefined => undefined;

/** Gives some actions or decisions a status, as one operation; a refusal is shown as a notice. */
export function setStatus(
  kind: FollowUpKind,
  ids: readonly string[],
  wanted: string,
): Promise<void> {
  const work = workStatuses.find((status) => status === wanted);
  const decision = decisionStatuses.find((status) => status === wanted);
  if (kind === 'actions' && work !== undefined) {
    return operations
      .perform('followUp:setStatus', { ids: [...ids], status: work, on: localToday() })
      .then(ignored, recordPort.report);
  }
  if (kind === 'decisions' && decision !== undefined) {
    return operations
      .perform('followUp:setDecisionStatus', { ids: [...ids], status: decision })
      .then(ignored, recordPort.report);
  }
  return Promise.resolve();
}

/** Changes who has to do an action, or by when. */
export function changeAction(
  { id }: Pick<FollowUpRow, 'id'>,
  patch: RecordPatch<'actionItem'>,
): Promise<void> {
  return operations
    .update('actionItem', id as Id<'actionItem'>, patch) // a row of the list of actions
    .then(ignored, recordPort.report);
}
