import { useRef, useState } from 'react';

import type { ChannelInput } from '#contract/channels.ts';
import type { MovePreview, SelectionColumn } from '#contract/selection.channels.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';

export type Outcome = SelectionColumn['outcome'];

/** A move that still waits for something to be said or confirmed. */
export interface PendingMove {
  readonly phaseId: string;
  readonly ids: readonly string[];
  readonly outcome: Outcome;
  readonly preview: MovePreview;
}

type Move = ChannelInput<'selection:move'>;

/**
 * Moves of responses between the places of a phase. One response that needs no reason moves at once;
 * anything else is shown first: who changes, who cannot, and what it does to the numbers.
 */
export function useMoves(onMoved: () => void) {
  const [pending, setPending] = useState<PendingMove | null>(null);
  const isUnderWay = useRef(false);

  async function begin(
    phaseId: string,
    ids: readonly string[],
    outcome: Outcome,
    isShownFirst = false,
  ): Promise<void> {
    if (isUnderWay.current || ids.length === 0) return;
    isUnderWay.current = true;
    try {
      const request = { phaseId, applicationIds: [...ids], outcome } as Move;
      const preview = await call('selection:previewMove', request);
      const isSimple =
        ids.length === 1 && preview.missing.length === 0 && preview.refused.length === 0;
      if (isSimple && preview.changed.length === 0) return;
      if (isSimple && !isShownFirst) {
        await operations.perform('selection:move', request);
        onMoved();
      } else {
        setPending({ phaseId, ids, outcome, preview });
      }
    } catch (thrown) {
      reportError(thrown);
    } finally {
      isUnderWay.current = false;
    }
  }

  return {
    pending,
    begin,
    leave: () => setPending(null),
    done: () => {
      setPending(null);
      onMoved();
    },
  };
}
