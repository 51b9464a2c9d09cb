import { useRef, useState } from 'react';

import type { ChannelInput } from '#contract/channels.ts';
import type { CallSheet, PhaseView } from '#contract/selection.channels.ts';
import type { MethodProblem } from '#domain/selection-method.ts';
import { checkMethod } from '#domain/selection-method.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';

type Sent = ChannelInput<'selection:saveMethod'>['phases'][number];

/** A phase as it is being edited: `id` names it here, `storedId` in the store. */
export interface DraftPhase extends Omit<Sent, 'key' | 'afterKey' | 'id' | 'keptOutcome'> {
  readonly id: string;
  readonly storedId: string | null;
  readonly keptOutcome: Sent['keptOutcome'];
  readonly quotaMin: number | null;
  readonly quotaMax: number | null;
  readonly deadlineOn: string | null;
  readonly committeeId: string | null;
  readonly isReleased: boolean;
}

const kept = ['nextPhase', 'pitch', 'stand'] as const;
const others = ['notRetained', 'stand', 'reserve'] as const;
export { kept as keptOutcomes, others as otherOutcomes };

function draftOf(phase: PhaseView): DraftPhase {
  const { id, name, description, kind, deadlineOn, quotaMin, quotaMax, committeeId } = phase;
  return {
    id,
    storedId: id,
    name,
    description,
    kind,
    deadlineOn,
    quotaMin,
    quotaMax,
    committeeId,
    keptOutcome: kept.find((one) => one === phase.keptOutcome) ?? 'nextPhase',
    otherOutcome: others.find((one) => one === phase.otherOutcome) ?? 'notRetained',
    aggregation: phase.aggregation,
    normalisesSeverity: phase.normalisesSeverity,
    isReleased: phase.gauge.byOutcome.some(({ released }) => released > 0),
  };
}

const sent = (phases: readonly DraftPhase[]): Sent[] =>
  phases.map(({ id, storedId, isReleased: _isReleased, ...phase }, at) => ({
    ...phase,
    key: id,
    afterKey: phases[at - 1]?.id ?? null,
    id: storedId,
  }));

/** What is wrong with phases while they are edited; those that are stored are judged by the store. */
function problemsOf(call: CallSheet, draft: readonly DraftPhase[]): MethodProblem[] {
  const [first] = call.phases;
  const candidates = first?.gauge.candidates ?? 0;
  return checkMethod(
    draft.map((phase, at) => ({ ...phase, position: at + 1 })),
    candidates,
  );
}

/**
 * The phases of a call under revision. Each change is saved at once; what the store refuses stays as
 * typed, with the reason, until it is right or given up.
 */
export function useMethod(call: CallSheet) {
  const [draft, setDraft] = useState<readonly DraftPhase[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [turn, setTurn] = useState(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(0);
  const phases = draft ?? call.phases.map(draftOf);

  async function write(wanted: readonly DraftPhase[], turnOfSave: number): Promise<void> {
    const isLatest = (): boolean => turnOfSave === latest.current;
    try {
      await operations.perform('selection:saveMethod', { callId: call.id, phases: sent(wanted) });
      if (!isLatest()) return;
      setDraft(null);
      setError(null);
    } catch (thrown) {
      if (isLatest()) setError(toApiError(thrown));
    }
  }

  function save(wanted: readonly DraftPhase[]): void {
    setDraft(wanted);
    latest.current += 1;
    const mine = latest.current;
    queue.current = queue.current.then(() => write(wanted, mine));
  }

  return {
    phases,
    error,
    isUnsaved: error !== null,
    /** Grows when fields must forget what was typed in them. */
    turn,
    problems: draft === null ? call.problems : problemsOf(call, draft),
    change: (id: string, patch: Partial<DraftPhase>) =>
      save(phases.map((phase) => (phase.id === id ? { ...phase, ...patch } : phase))),
    order: (ids: readonly string[]) =>
      save(ids.flatMap((id) => phases.find((phase) => phase.id === id) ?? [])),
    remove: (id: string) => save(phases.filter((phase) => phase.id !== id)),
    add: (name: string) => {
      const last = phases.at(-1);
      const before = phases.map((phase) =>
        phase === last && !phase.isReleased
          ? { ...phase, keptOutcome: 'nextPhase' as const }
          : phase,
      );
      save([
        ...before,
        {
          id: crypto.randomUUID(),
          storedId: null,
          name,
          description: null,
          kind: 'finalSelection',
          deadlineOn: null,
          quotaMin: null,
          quotaMax: null,
          committeeId: null,
          keptOutcome: last?.keptOutcome === 'stand' ? 'stand' : 'pitch',
          otherOutcome: 'notRetained',
          aggregation: 'mean',
          normalisesSeverity: false,
          isReleased: false,
        },
      ]);
    },
    giveUp: () => {
      latest.current += 1;
      setDraft(null);
      setError(null);
      setTurn((known) => known + 1);
    },
  };
}
