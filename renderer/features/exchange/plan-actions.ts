import type { Fate, JointDecision, ImportSpec } from '#contract/import.channels.ts';
import { localError } from '#api/api-error.ts';

import type { Workshop } from './import-call.ts';
import { asStoppableTask, doWork } from './import-call.ts';
import { idle, noPlan } from './import-state.ts';
import { isComplete } from './spec.ts';

export interface PlanActions {
  /** Changes the mapping; the rows are worked out anew soon after. */
  editSpec(change: (spec: ImportSpec) => ImportSpec): void;
  /** Works the rows out after a while, unless something else changes meanwhile. */
  planSoon(delayMs?: number): void;
  planNow(): Promise<void>;
  stopPlan(): void;
  showFate(fate: Fate | null): void;
  decide(rows: readonly number[] | 'undecided', decision: JointDecision | null): Promise<void>;
  /** Takes every undecided row that resembles a record for the record it resembles most. */
  decideBest(): Promise<void>;
}

export function planActions(workshop: Workshop): PlanActions {
  const { call, get, set } = workshop;

  async function planNow(): Promise<void> {
    const { file, spec, guess } = get();
    if (file === null || spec === null || guess === null) return;
    if (!isComplete(spec, guess.available)) {
      set({ ...noPlan });
      return;
    }
    const signal = workshop.planning.begin();
    set({ done: null, undoing: idle, running: noPlan.running });
    const plan = await doWork(workshop, 'planning', signal, (options) =>
      asStoppableTask('exchange:task.plan', options, (own) =>
        call('imports:plan', { importId: file.importId, spec }, own),
      ),
    );
    if (plan === undefined) return;
    const { fate, revision } = get();
    const isShown = fate !== null && plan.counts[fate] > 0;
    set({ plan, isPlanFresh: true, revision: revision + 1, fate: isShown ? fate : null });
  }

  function planSoon(delayMs: number = workshop.planDelayMs): void {
    workshop.planning.later(delayMs, () => void planNow());
    set({ isPlanFresh: false, planning: idle });
  }

  async function decide(
    rows: readonly number[] | 'undecided',
    decision: JointDecision | null,
  ): Promise<void> {
    const { file } = get();
    if (file === null) return;
    const input = { importId: file.importId, rows: rows === 'undecided' ? rows : [...rows] };
    const { signal } = new AbortController();
    const plan = await doWork(workshop, 'deciding', signal, (options) =>
      call('imports:decide', { ...input, decision }, options),
    );
    if (plan !== undefined && get().file === file) set({ plan, revision: get().revision + 1 });
  }

  return {
    planNow,
    planSoon,
    decide,

    editSpec(change) {
      const { spec } = get();
      if (spec === null) return;
      set({ spec: change(spec), done: null });
      planSoon();
    },

    stopPlan() {
      workshop.planning.stop();
      set({ planning: { ...idle, error: localError('request.cancelled') } });
    },

    showFate(fate) {
      set({ fate });
    },

    decideBest: () => decide('undecided', { kind: 'best' }),
  };
}
