import type {
  CommitteeConflict,
  CommitteeData,
  CommitteeMember,
  CommitteePhase,
  CommitteeTie,
  TakenDecision,
} from '#documents/reports/selection/data.ts';
import type { SelectionHead } from '#documents/reports/selection/making.ts';
import { periodContains } from '#domain/dates.ts';
import type { PhaseOutcome, StepDecision } from '#domain/pipeline.ts';
import { decisionAt, outcomesOf, takesPart } from '#domain/pipeline.ts';
import { phaseOutcomes } from '#domain/selection.ts';
import { labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { Phase } from '#repositories/selection.repo.ts';
import type { AddresseeRow, DecisionGroundRow } from '#repositories/selection-letters.repo.ts';
import {
  addressees,
  decisionGrounds,
  exceptionsOfCall,
} from '#repositories/selection-letters.repo.ts';
import { conflictsOf } from '#services/committee/conflicts.ts';
import { discussionList } from '#services/committee/discussion.ts';
import type { EvaluatorProgress } from '#services/committee/evaluators.ts';
import { evaluatorsOf } from '#services/committee/evaluators.ts';
import { methodOf } from '#services/committee/method.ts';
import { criteriaOf, membersOf } from '#services/committee/phase.ts';
import type { PhaseRanking, RankedApplication } from '#services/committee/ranking.ts';
import { rankPhase } from '#services/committee/ranking.ts';
import type { Wording } from '#services/committee/wording.ts';
import { reasonInWords } from '#services/committee/wording.ts';
import type { Course } from '#services/selection/course.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** What the papers of one selection are gathered with. */
export interface PaperContext {
  readonly db: ReadableDb;
  readonly course: Course;
  readonly head: SelectionHead;
  readonly wording: Wording;
}

interface Lookups {
  readonly names: ReadonlyMap<string, AddresseeRow>;
  readonly grounds: ReadonlyMap<string, DecisionGroundRow>;
}

const nameOf = ({ names }: Lookups, id: string) => {
  const row = names.get(id);
  return {
    number: row?.number ?? 0,
    organisationName: row?.organisationName ?? '',
    title: row?.title ?? '',
  };
};

function membersIn(
  { db, head }: PaperContext,
  phase: Phase,
  progress: readonly EvaluatorProgress[],
): CommitteeMember[] {
  const { day } = head;
  const members = membersOf(db, phase, day);
  const mandates =
    phase.committeeId === null
      ? []
      : listRecords(db, 'mandate', { committeeId: phase.committeeId }).filter(({ fromOn, toOn }) =>
          periodContains(fromOn, toOn, day),
        );
  const organisations = labelsOf(
    db,
    'organisation',
    members.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return members.map(({ personId, name, organisationId, isMember }) => {
    const own = progress.find((one) => one.personId === personId);
    const mandate = mandates.find((one) => one.personId === personId);
    return {
      name,
      organisationName: organisations.get(organisationId ?? '') ?? null,
      role: isMember ? (mandate?.role ?? null) : null,
      expected: own?.expected ?? 0,
      scored: own?.scored ?? 0,
      abstained: own?.abstained ?? 0,
      missing: own?.missing ?? 0,
      recusals: own?.recusals ?? 0,
      severity: own?.severity ?? null,
    };
  });
}

function conflictsIn({ db, head, wording }: PaperContext, phase: Phase): CommitteeConflict[] {
  return conflictsOf(db, phase, head.day).map((one) => ({
    personName: one.personName,
    number: one.number,
    organisationName: one.organisationName,
    reasons:
      one.stated === null
        ? one.reasons.map((reason) => reasonInWords(reason, wording))
        : one.stated.split('\n').filter((line) => line.trim() !== ''),
    isRecused: one.recusalId !== null,
  }));
}

/** Groups of applications with one score, each once, best first. */
function tiesIn(
  rows: readonly RankedApplication[],
  criteria: ReadonlyMap<string, string>,
  lookups: Lookups,
): CommitteeTie[] {
  const told = new Set<string>();
  return rows.flatMap(({ applicationId, number, tie }) => {
    if (tie === null || told.has(applicationId)) return [];
    for (const id of [applicationId, ...tie.equal]) told.add(id);
    const numbers = [number, ...tie.equal.map((id) => nameOf(lookups, id).number)];
    return [
      {
        numbers,
        rule: tie.rule,
        criterionName: criteria.get(tie.criterionId ?? '') ?? null,
      },
    ];
  });
}

const orderOf = (phases: readonly Phase[], phase: Phase): readonly PhaseOutcome[] => {
  const given = outcomesOf(phases, phase);
  return [...given, ...phaseOutcomes.filter((outcome) => !given.includes(outcome))];
};

function decisionsIn(
  { course }: PaperContext,
  phase: Phase,
  ranking: PhaseRanking | null,
  lookups: Lookups,
): TakenDecision[] {
  const order = orderOf(course.phases, phase);
  const placeOf = new Map(ranking?.rows.map(({ applicationId }, at) => [applicationId, at]));
  const taken = course.standings.filter(takesPart).flatMap(({ id, decisions }) => {
    const decision = decisionAt(decisions, phase.id);
    return decision === null ? [] : [{ id, decision }];
  });
  const byPlace = (a: (typeof taken)[number], b: (typeof taken)[number]): number =>
    order.indexOf(a.decision.outcome) - order.indexOf(b.decision.outcome) ||
    (a.decision.rank ?? 0) - (b.decision.rank ?? 0) ||
    (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0);
  return taken.toSorted(byPlace).map(({ id, decision }) => {
    const ground = lookups.grounds.get(decision.id);
    const reasons = [ground?.exclusionTitle ?? null, ground?.reason ?? null].filter(
      (one) => one !== null,
    );
    return {
      ...nameOf(lookups, id),
      outcome: decision.outcome,
      rank: decision.rank,
      reason: reasons.length === 0 ? null : reasons.join(' – '),
      decidedOn: ground?.decidedOn ?? null,
      decidedByName: ground?.decidedByName ?? null,
      isReleased: decision.isReleased,
    };
  });
}

function releasesIn(db: ReadableDb, phaseId: string): CommitteePhase['releases'] {
  const releases = listRecords(db, 'phaseRelease', { phaseId }, ['releasedAt']);
  const people = labelsOf(
    db,
    'person',
    releases.flatMap(({ releasedById }) => releasedById ?? []),
  );
  return releases.map(({ releasedAt, releasedById, note }) => ({
    releasedAt,
    byName: people.get(releasedById ?? '') ?? null,
    note,
  }));
}

async function phaseIn(
  context: PaperContext,
  phase: Phase,
  lookups: Lookups,
): Promise<CommitteePhase> {
  const { db, course, head, wording } = context;
  const criteria = criteriaOf(db, phase.id);
  const { sentences, obstacles, ...method } = await methodOf(db, phase.id, head.day, {}, wording);
  const canRank = sentences.length > 0;
  const ranking = canRank ? await rankPhase(db, phase.id) : null;
  const isRanked = ranking?.rows.some(({ score }) => score !== null) === true;
  const rows = isRanked ? ranking.rows : [];
  const progress = canRank ? await evaluatorsOf(db, phase.id, head.day) : [];
  const decisions = new Map<string, StepDecision | null>(
    course.standings.map((one) => [one.id, decisionAt(one.decisions, phase.id)]),
  );
  const committees = labelsOf(
    db,
    'committee',
    phase.committeeId === null ? [] : [phase.committeeId],
  );
  const names = new Map<string, string>(criteria.map(({ id, name }) => [id, name]));
  const taken = decisionsIn(context, phase, ranking, lookups);
  return {
    name: phase.name,
    committeeName: committees.get(phase.committeeId ?? '') ?? null,
    deadlineOn: phase.deadlineOn,
    quotaMin: phase.quotaMin,
    quotaMax: phase.quotaMax,
    kept: taken.filter(({ outcome }) => outcome === phase.keptOutcome).length,
    members: membersIn(context, phase, progress),
    conflicts: conflictsIn(context, phase),
    criteria: method.criteria,
    sentences,
    // A phase that decides without scores lacks nothing.
    obstacles: criteria.length === 0 ? [] : obstacles,
    ranking: rows.map((row) => ({
      ...nameOf(lookups, row.applicationId),
      rank: row.rank,
      score: row.score,
      mean: row.mean,
      median: row.median,
      dispersion: row.dispersion,
      evaluators: row.evaluators,
      abstentions: row.abstentions,
      missing: row.missing,
      recused: row.recused,
      outcome: decisions.get(row.applicationId)?.outcome ?? null,
    })),
    ties: tiesIn(rows, names, lookups),
    discussion: discussionList(rows, phase.quotaMax ?? phase.quotaMin).map((row) => ({
      ...nameOf(lookups, row.applicationId),
      score: row.score,
      dispersion: row.dispersion,
      margin: row.margin,
      isDecisive: row.isDecisive,
    })),
    decisions: taken,
    releases: releasesIn(db, phase.id),
    exceptions: exceptionsOfCall(db, course.call.id).filter(({ phaseId }) => phaseId === phase.id),
  };
}

/** Phases that a committee judges: with criteria, or with a committee that has decided something. */
function judgedPhases({ db, course }: PaperContext): Phase[] {
  return course.phases.filter(
    (phase) =>
      criteriaOf(db, phase.id).length > 0 ||
      (phase.committeeId !== null &&
        course.standings.some(({ decisions }) => decisionAt(decisions, phase.id) !== null)),
  );
}

/** What the minutes of a call's committees say. */
export async function committeeData(context: PaperContext): Promise<CommitteeData> {
  const { db, course, head } = context;
  const lookups = {
    names: addressees(db, course.call.id),
    grounds: decisionGrounds(db, course.call.id),
  };
  const phases: CommitteePhase[] = [];
  for (const phase of judgedPhases(context)) phases.push(await phaseIn(context, phase, lookups));
  return { head, phases };
}
