import type { PhaseStep } from './pipeline.ts';
import { firstPhase, inOrder, phaseAfter } from './pipeline.ts';

export const methodProblems = [
  'empty',
  'samePosition',
  'deadEnd',
  'unreachable',
  'quotaGrows',
  'quotaAboveCandidates',
] as const;

/** Something wrong with the phases of a call; errors stand in the way of decisions, warnings do not. */
export interface MethodProblem {
  readonly kind: (typeof methodProblems)[number];
  readonly severity: 'error' | 'warning';
  /** The phase it shows at; null for the whole. */
  readonly phaseId: string | null;
}

/**
 * What is wrong with the method of a call.
 * @param candidates how many applications take part; nothing is said of it while there are none
 */
export function checkMethod(phases: readonly PhaseStep[], candidates = 0): MethodProblem[] {
  const ordered = inOrder(phases);
  const first = firstPhase(ordered);
  if (first === null) return [{ kind: 'empty', severity: 'error', phaseId: null }];
  const reached = new Set([first.id]);
  const problems: MethodProblem[] = [];
  for (const [index, phase] of ordered.entries()) {
    const at = (kind: MethodProblem['kind'], severity: MethodProblem['severity']) =>
      problems.push({ kind, severity, phaseId: phase.id });
    if (ordered[index - 1]?.position === phase.position) at('samePosition', 'error');
    if (reached.has(phase.id)) {
      for (const outcome of [phase.keptOutcome, phase.otherOutcome]) {
        const next = phaseAfter(ordered, phase.id, outcome);
        if (next !== null) reached.add(next.id);
      }
    } else at('unreachable', 'error');
    const leadsNowhere =
      phase.keptOutcome === 'nextPhase' && phaseAfter(ordered, phase.id, 'nextPhase') === null;
    if (leadsNowhere) at('deadEnd', 'error');
    const { quotaMin } = phase;
    if (quotaMin === null) continue;
    const before = ordered.slice(0, index).filter(({ keptOutcome }) => keptOutcome === 'nextPhase');
    if (phase.kind !== 'placement' && before.some((one) => quotaMin > (one.quotaMax ?? quotaMin))) {
      at('quotaGrows', 'warning');
    }
    if (candidates > 0 && quotaMin > candidates) at('quotaAboveCandidates', 'warning');
  }
  return problems;
}

/** A phase of a method under revision, and the one it comes after. */
export interface PhaseLink {
  readonly key: string;
  readonly afterKey: string | null;
}

/**
 * Puts phases into the order that their links say.
 * @returns the keys in order, or those that no beginning leads to: they follow one another in a circle,
 *   two of them follow the same one, or one follows nothing that is there
 */
export function orderOfLinks(
  links: readonly PhaseLink[],
): { readonly order: readonly string[] } | { readonly astray: readonly string[] } {
  const order: string[] = [];
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const next: readonly PhaseLink[] = links.filter(
      ({ key, afterKey }) => afterKey === from && !order.includes(key),
    );
    const [only] = next;
    if (only === undefined || next.length > 1) break;
    order.push(only.key);
    after = only.key;
  }
  const astray = links.map(({ key }) => key).filter((key) => !order.includes(key));
  return astray.length === 0 ? { order } : { astray };
}
