import { useState } from 'react';

import type { ChannelInput } from '#contract/channels.ts';
import type { Candidates } from '#contract/steering.views.ts';

type Request = ChannelInput<'steering:openNextYear'>;
type Target = Pick<Request['indicators'][number], 'targetValue' | 'targetOn'>;

export interface CarryChoice {
  readonly isChosen: (id: string) => boolean;
  readonly choose: (id: string, isChosen: boolean) => void;
  readonly targetOf: (id: string) => Target;
  readonly setTarget: (id: string, target: Target) => void;
  readonly request: Request;
}

/** What the person chose to carry over: what is proposed, until they say otherwise. */
export function useCarryChoice(groupId: string, candidates: Candidates): CarryChoice {
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [targets, setTargets] = useState<ReadonlyMap<string, Target>>(new Map());
  const { objectives, indicators, remedies } = candidates;
  const proposed = new Set(
    [...objectives, ...indicators, ...remedies]
      .filter(({ isSuggested }) => isSuggested)
      .map(({ id }) => id),
  );
  const carried = new Set(
    [...objectives, ...indicators, ...remedies]
      .filter((one) => one.carried !== null)
      .map(({ id }) => id),
  );
  const isChosen = (id: string): boolean => !carried.has(id) && (said.get(id) ?? proposed.has(id));
  const targetOf = (id: string): Target => {
    const indicator = indicators.find((one) => one.id === id);
    return (
      targets.get(id) ?? {
        targetValue: indicator?.targetValue ?? null,
        targetOn: indicator?.nextTargetOn ?? null,
      }
    );
  };
  const chosenOf = (some: readonly { readonly id: string }[]): string[] =>
    some.map(({ id }) => id).filter(isChosen);
  return {
    isChosen,
    choose: (id, value) => setSaid((known) => new Map(known).set(id, value)),
    targetOf,
    setTarget: (id, target) => setTargets((known) => new Map(known).set(id, target)),
    request: {
      groupId,
      year: candidates.year.year,
      objectives: chosenOf(objectives),
      indicators: chosenOf(indicators).map((id) => ({ id, ...targetOf(id) })),
      remedies: chosenOf(remedies),
    },
  };
}
