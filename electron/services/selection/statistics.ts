import type { ChannelRequest } from '#contract/channels.ts';
import type { SelectionStatistics } from '#contract/selection.channels.ts';
import { balanceDimensions } from '#contract/selection.channels.ts';
import type { Standing } from '#domain/pipeline.ts';
import { decisionAt } from '#domain/pipeline.ts';
import { phaseOutcomes } from '#domain/selection.ts';
import { exclusionCounts, stateIds } from '#repositories/selection.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { groupsBy } from './balance.ts';
import { courseOf } from './course.ts';
import { exclusionReasonsOf } from './views.ts';

type Course = ReturnType<typeof courseOf>;
type Stage = SelectionStatistics['stages'][number] & { readonly ids: ReadonlySet<string> };

const idsOf = (standings: readonly Standing[]): Set<string> =>
  new Set(standings.map(({ id }) => id));

const outcomeOf = ({ place }: Standing): string =>
  'outcome' in place ? place.outcome : place.kind;

function outcomesOf(standings: readonly Standing[]): SelectionStatistics['outcomes'] {
  const counts = new Map<string, number>();
  for (const standing of standings) {
    const key = outcomeOf(standing);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (['pending', ...phaseOutcomes] as const).flatMap((outcome) => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [{ outcome, count }];
  });
}

/** A placement shares out those already kept: it is no stage of the funnel. */
function stagesOf({ phases, standings }: Course): Stage[] {
  const received = idsOf(standings);
  return [
    { phaseId: null, name: null, count: received.size, ids: received },
    ...phases
      .filter(({ kind }) => kind !== 'placement')
      .map((phase): Stage => {
        const ids = idsOf(
          standings.filter(
            ({ decisions }) => decisionAt(decisions, phase.id)?.outcome === phase.keptOutcome,
          ),
        );
        return { phaseId: phase.id, name: phase.name, count: ids.size, ids };
      }),
  ];
}

/** Identifiers of the applications counted: by stage of the funnel, in its order, and by outcome. */
function applicationsIn(course: Course) {
  return {
    stages: stagesOf(course).map(({ ids }) => [...ids]),
    outcomes: Object.fromEntries(
      outcomesOf(course.standings).map(({ outcome }) => [
        outcome,
        course.standings.filter((one) => outcomeOf(one) === outcome).map(({ id }) => id),
      ]),
    ),
  };
}

/**
 * The funnel of a call: received, kept by each phase, and what became of all, by segment, département,
 * kind and maturity. An application with offers in several segments counts in each of them.
 * @param request `asOfOn`: what was received, decided and withdrawn by that day
 */
export function statistics(
  db: ReadableDb,
  request: ChannelRequest<'selection:statistics'>,
): SelectionStatistics {
  return statisticsOf(db, request, courseOf(db, request.callId, request));
}

/** The same with the applications behind the counts, for documents whose figures can be traced. */
export function tracedStatistics(db: ReadableDb, request: ChannelRequest<'selection:statistics'>) {
  const course = courseOf(db, request.callId, request);
  return { ...statisticsOf(db, request, course), counted: applicationsIn(course) };
}

function statisticsOf(
  db: ReadableDb,
  { callId, asOfOn }: ChannelRequest<'selection:statistics'>,
  course: Course,
): SelectionStatistics {
  const { standings } = course;
  const received = idsOf(standings);
  const stages = stagesOf(course);
  const states = stateIds(db, callId);
  const counted = (ids: ReadonlySet<string>): number =>
    [...ids].filter((id) => received.has(id)).length;
  const exclusions = exclusionCounts(db, callId, asOfOn);
  return {
    callId,
    asOfOn,
    received: received.size,
    late: counted(states.late),
    incomplete: counted(states.incomplete),
    duplicates: standings.filter(({ isDuplicate }) => isDuplicate).length,
    withdrawn: standings.filter(({ isWithdrawn }) => isWithdrawn).length,
    stages: stages.map(({ phaseId, name, count }) => ({ phaseId, name, count })),
    outcomes: outcomesOf(standings),
    exclusions: exclusionReasonsOf(db, callId).map(({ id, title }) => ({
      id,
      title,
      count: exclusions.get(id) ?? 0,
    })),
    breakdowns: balanceDimensions.map((dimension) => ({
      dimension,
      lines: groupsBy(db, callId, dimension)
        .map(({ id, name, members }) => ({
          id,
          name,
          counts: stages.map(({ ids }) => [...ids].filter((one) => members.has(one)).length),
        }))
        .filter(({ counts }) => (counts[0] ?? 0) > 0),
    })),
    isFictitious: counted(states.fictitious) > 0,
  };
}
