import { phaseOutcomes } from './selection.ts';

export type PhaseOutcome = (typeof phaseOutcomes)[number];

/** What the course of an application needs to know of a phase. */
export interface PhaseStep {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly kind: 'triage' | 'committee' | 'finalSelection' | 'placement';
  readonly quotaMin: number | null;
  readonly quotaMax: number | null;
  readonly keptOutcome: PhaseOutcome;
  readonly otherOutcome: PhaseOutcome;
}

/** What one phase said of one application. */
export interface StepDecision {
  readonly id: string;
  readonly phaseId: string;
  readonly outcome: PhaseOutcome;
  readonly rank: number | null;
  readonly isReleased: boolean;
}

/** Where an application is: in exactly one of these. */
export type Place =
  | { readonly kind: 'pending'; readonly phaseId: string | null }
  | {
      /** `decided` is provisional until its phase is released; `final` is where its course ends. */
      readonly kind: 'decided' | 'final';
      readonly phaseId: string;
      readonly outcome: PhaseOutcome;
      readonly rank: number | null;
    }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'duplicate' };

export interface CourseFacts {
  readonly decisions: readonly StepDecision[];
  readonly isWithdrawn: boolean;
  readonly isDuplicate: boolean;
}

/** The phases of a call in their order; two at the same place are told apart by their identifier. */
export function inOrder<P extends Pick<PhaseStep, 'id' | 'position'>>(phases: readonly P[]): P[] {
  return phases.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/**
 * The phase that an outcome leads to; null where the course ends. Placements take those who have a
 * stand, the other phases those whom the phase before sent on.
 * @param ordered phases as `inOrder` gives them
 */
export function phaseAfter<P extends PhaseStep>(
  ordered: readonly P[],
  phaseId: string,
  outcome: PhaseOutcome,
): P | null {
  if (outcome !== 'nextPhase' && outcome !== 'stand') return null;
  const later = ordered.slice(ordered.findIndex(({ id }) => id === phaseId) + 1);
  const wantsPlacement = outcome === 'stand';
  return later.find(({ kind }) => (kind === 'placement') === wantsPlacement) ?? null;
}

/** The phase in which every application begins. */
export function firstPhase<P extends PhaseStep>(ordered: readonly P[]): P | null {
  return ordered.find(({ kind }) => kind !== 'placement') ?? null;
}

/**
 * The decision that says where an application stands: that of the furthest phase, and of two in the
 * same phase (which the merge of two copies may leave) the later one.
 */
export function standingDecision<D extends Pick<StepDecision, 'id' | 'phaseId'>>(
  ordered: readonly Pick<PhaseStep, 'id'>[],
  decisions: readonly D[],
): D | null {
  let found: D | null = null;
  let foundAt = -1;
  for (const decision of decisions) {
    const at = ordered.findIndex(({ id }) => id === decision.phaseId);
    if (at > foundAt || (at === foundAt && found !== null && decision.id > found.id)) {
      found = decision;
      foundAt = at;
    }
  }
  return found;
}

/**
 * Where an application is. What a phase decided stays in that phase until it is released; then it
 * goes on to the phase that its outcome leads to, or ends there.
 */
export function placeOf(ordered: readonly PhaseStep[], facts: CourseFacts): Place {
  if (facts.isDuplicate) return { kind: 'duplicate' };
  if (facts.isWithdrawn) return { kind: 'withdrawn' };
  const last = standingDecision(ordered, facts.decisions);
  if (last === null) return { kind: 'pending', phaseId: firstPhase(ordered)?.id ?? null };
  const { phaseId, outcome, rank, isReleased } = last;
  if (!isReleased) return { kind: 'decided', phaseId, outcome, rank };
  const next = phaseAfter(ordered, phaseId, outcome);
  if (next !== null) return { kind: 'pending', phaseId: next.id };
  return { kind: outcome === 'nextPhase' ? 'decided' : 'final', phaseId, outcome, rank };
}

/** Outcomes that a phase may give, the kept one first. */
export function outcomesOf(ordered: readonly PhaseStep[], phase: PhaseStep): PhaseOutcome[] {
  const further: readonly PhaseOutcome[] =
    phase.kind === 'placement' ? ['notRetained'] : ['reserve', 'notRetained', 'excluded'];
  const all = [phase.keptOutcome, phase.otherOutcome, ...further];
  return phaseOutcomes
    .filter((outcome) => all.includes(outcome))
    .filter((outcome) => outcome !== 'nextPhase' || phaseAfter(ordered, phase.id, outcome) !== null)
    .filter(
      (outcome) =>
        outcome !== 'reserve' || phase.kind !== 'triage' || phase.otherOutcome === outcome,
    )
    .toSorted((a, b) => Number(b === phase.keptOutcome) - Number(a === phase.keptOutcome));
}

/** Whether an outcome turns an application down, so that it must be given a reason. */
export const isRefusal = (outcome: PhaseOutcome): boolean =>
  outcome === 'excluded' || outcome === 'notRetained';

export type QuotaState = 'none' | 'under' | 'within' | 'over';

/** How the number kept compares with what the phase is to keep. */
export function quotaState(
  { quotaMin, quotaMax }: Pick<PhaseStep, 'quotaMin' | 'quotaMax'>,
  kept: number,
): QuotaState {
  if (quotaMin === null && quotaMax === null) return 'none';
  if (quotaMin !== null && kept < quotaMin) return 'under';
  return quotaMax !== null && kept > quotaMax ? 'over' : 'within';
}

/** An application on its course: what was decided of it, and where that leaves it. */
export interface Standing extends CourseFacts {
  readonly id: string;
  readonly number: number;
  readonly place: Place;
}

/** What a phase has decided of an application; of two decisions the later one. */
export function decisionAt<D extends Pick<StepDecision, 'id' | 'phaseId'>>(
  decisions: readonly D[],
  phaseId: string,
): D | null {
  let found: D | null = null;
  for (const one of decisions) {
    if (one.phaseId === phaseId && (found === null || one.id > found.id)) found = one;
  }
  return found;
}

/** Whether an application takes part: neither withdrawn nor the duplicate of another. */
export const takesPart = ({ isWithdrawn, isDuplicate }: CourseFacts): boolean =>
  !isWithdrawn && !isDuplicate;

export interface PhaseGauge {
  readonly quotaMin: number | null;
  readonly quotaMax: number | null;
  /** Always the sum of those pending and of those with each outcome. */
  readonly candidates: number;
  readonly pending: number;
  readonly kept: number;
  readonly provisional: number;
  readonly byOutcome: { outcome: PhaseOutcome; count: number; released: number }[];
  readonly state: QuotaState;
}

/** Counts those who take part in a phase, by what became of them there. */
export function gaugeOf(phase: PhaseStep, standings: readonly Standing[]): PhaseGauge {
  const counts = new Map<PhaseOutcome, { count: number; released: number }>();
  let pending = 0;
  let provisional = 0;
  for (const standing of standings) {
    if (!takesPart(standing)) continue;
    const decision = decisionAt(standing.decisions, phase.id);
    if (decision === null) {
      const { place } = standing;
      if (place.kind === 'pending' && place.phaseId === phase.id) pending += 1;
      continue;
    }
    const count = counts.get(decision.outcome) ?? { count: 0, released: 0 };
    count.count += 1;
    if (decision.isReleased) count.released += 1;
    else provisional += 1;
    counts.set(decision.outcome, count);
  }
  const byOutcome = phaseOutcomes.flatMap((outcome) => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [{ outcome, ...count }];
  });
  const kept = counts.get(phase.keptOutcome)?.count ?? 0;
  return {
    quotaMin: phase.quotaMin,
    quotaMax: phase.quotaMax,
    candidates: byOutcome.reduce((sum, { count }) => sum + count, pending),
    pending,
    kept,
    provisional,
    byOutcome,
    state: quotaState(phase, kept),
  };
}

export type MoveRefusal = 'withdrawn' | 'duplicate' | 'released' | 'notCandidate';

/** Why a phase cannot decide on an application now; null when it can. */
export function refusalOf(standing: Standing, phaseId: string): MoveRefusal | null {
  const { place } = standing;
  if (place.kind === 'duplicate' || place.kind === 'withdrawn') return place.kind;
  if (decisionAt(standing.decisions, phaseId)?.isReleased === true) return 'released';
  return place.phaseId === phaseId ? null : 'notCandidate';
}

/** The same application after a phase has said something else of it; null takes that back. */
export function withDecision(
  ordered: readonly PhaseStep[],
  standing: Standing,
  phaseId: string,
  decision: StepDecision | null,
): Standing {
  const others = standing.decisions.filter((one) => one.phaseId !== phaseId);
  const facts = { ...standing, decisions: decision === null ? others : [...others, decision] };
  return { ...facts, place: placeOf(ordered, facts) };
}
