import type { ChannelRequest } from '#contract/channels.ts';
import type { TriageQueue } from '#contract/selection.channels.ts';
import { decisionAt, takesPart } from '#domain/pipeline.ts';
import type { OperationResult } from '#journal/operation.ts';
import { filteredIds } from '#repositories/selection.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { courseOfPhase } from './course.ts';
import { move } from './move.ts';
import { applicationSheet } from './sheet.ts';
import { exclusionReasonsOf, phaseViews } from './views.ts';

/** How many of the applications to come are named beforehand. */
const AHEAD = 20;

/** The next application to judge in a phase, and how many are left. @throws DataError `record.notFound` */
export function triageQueue(
  db: ReadableDb,
  request: ChannelRequest<'selection:triage'>,
): TriageQueue {
  const { phaseId, filters, afterId, applicationId } = request;
  const course = courseOfPhase(db, phaseId);
  const kept = filteredIds(db, course.call.id, filters);
  const asked = course.standings.filter(
    (standing) => takesPart(standing) && (kept === null || kept.has(standing.id)),
  );
  const pending = asked.filter(
    ({ place }) => place.kind === 'pending' && place.phaseId === phaseId,
  );
  const done = asked.filter(({ decisions }) => decisionAt(decisions, phaseId) !== null).length;
  const after = course.standings.find(({ id }) => id === afterId)?.number ?? 0;
  const following = pending.filter(({ number, id }) => number >= after && id !== afterId);
  const queue = [...following, ...pending.filter((one) => !following.includes(one))];
  const shown = queue.find(({ id }) => id === applicationId) ?? queue[0];
  const [view] = phaseViews(db, { ...course, phases: course.phases }).filter(
    ({ id }) => id === phaseId,
  );
  if (view === undefined) throw new TypeError('a phase is one of its call');
  const { releases: _releases, ...phase } = view;
  return {
    phase,
    exclusionReasons: exclusionReasonsOf(db, course.call.id),
    done,
    left: pending.length,
    application: shown === undefined ? null : applicationSheet(db, { id: shown.id }, course),
    nextIds: queue
      .filter((one) => one !== shown)
      .slice(0, AHEAD)
      .map(({ id }) => id),
  };
}

/** One decision, answered with the next application to judge. @throws as `move` does */
export function decideOne(
  session: StoreSession,
  by: Author,
  request: ChannelRequest<'selection:decide'>,
): OperationResult<TriageQueue> {
  const { applicationId, filters, ...rest } = request;
  const made = move(session, by, { ...rest, applicationIds: [applicationId], skipsRefused: false });
  const { phaseId } = request;
  const next = triageQueue(session.reader, {
    phaseId,
    filters,
    afterId: applicationId,
    applicationId: null,
  });
  return { ...made, value: next };
}
