import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import type { TriageQueue } from '#contract/selection.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';

import type { Outcome } from './use-moves.ts';

/** One thing that can be decided of the response on the desk, and its key. */
export interface TriageAct {
  readonly key: string;
  readonly label: string;
  readonly outcome: NonNullable<Outcome>;
  readonly exclusionReasonId: string | null;
  readonly isKeeping: boolean;
  /** Whether it takes a reason in words. */
  readonly needsReason: boolean;
}

const LETTERS = { pitch: 'P', stand: 'S', reserve: 'L', notRetained: 'N' } as const;

/** What can be decided: keep, one line per reason to exclude, and the other outcomes of the phase. */
function useActs(queue: TriageQueue | undefined): readonly TriageAct[] {
  const { t } = useTranslation('selection');
  if (queue === undefined) return [];
  const { phase, exclusionReasons } = queue;
  return phase.outcomes.flatMap((outcome): TriageAct[] => {
    if (outcome === 'excluded') {
      return phase.kind === 'triage'
        ? exclusionReasons.slice(0, 9).map(({ id, title }, index) => ({
            key: String(index + 1),
            label: title,
            outcome,
            exclusionReasonId: id,
            isKeeping: false,
            needsReason: false,
          }))
        : [];
    }
    const isKeeping = outcome === phase.keptOutcome;
    return [
      {
        key: outcome === 'nextPhase' ? 'R' : LETTERS[outcome],
        label: t(`triage.act.${outcome}`),
        outcome,
        exclusionReasonId: null,
        isKeeping,
        needsReason: outcome === 'notRetained',
      },
    ];
  });
}

/** The desk of the triage: what lies on it, what was there before, and what is done to it. */
export function useTriage(phaseId: string) {
  const [place, setPlace] = useState<{ readonly afterId?: string; readonly at?: string }>({});
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<TriageAct | null>(null);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  const request = {
    phaseId,
    ...(place.afterId === undefined ? {} : { afterId: place.afterId }),
    ...(place.at === undefined ? {} : { applicationId: place.at }),
  } as ChannelInput<'selection:triage'>;
  const { data: queue, error } = useQuery('selection:triage', request, { keepPrevious: true });
  const acts = useActs(queue);
  const application = queue?.application ?? null;

  function goOn(): void {
    if (application === null) return;
    setSeen((known) => [...known.filter((id) => id !== application.id), application.id]);
    setAsked(null);
    setRefusal(null);
    setPlace({ afterId: application.id });
  }

  async function decide(act: TriageAct, reason: string | null): Promise<void> {
    if (isUnderWay.current || application === null) return;
    isUnderWay.current = true;
    setRefusal(null);
    try {
      await operations.perform('selection:decide', {
        phaseId,
        applicationId: application.id,
        outcome: act.outcome,
        exclusionReasonId: act.exclusionReasonId,
        reason,
      });
      goOn();
    } catch (thrown) {
      setRefusal(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return {
    queue,
    error,
    acts,
    asked,
    refusal,
    canGoBack: seen.length > 0,
    act: (act: TriageAct) => {
      if (act.needsReason) setAsked(act);
      else void decide(act, null);
    },
    say: (reason: string) => {
      if (asked !== null) void decide(asked, reason);
    },
    leave: () => setAsked(null),
    skip: () => {
      if ((queue?.nextIds.length ?? 0) > 0) goOn();
    },
    /** Back to the response seen before; one that was decided is pending again only once undone. */
    back: () => {
      const last = seen.at(-1);
      if (last === undefined) return;
      setSeen((known) => known.slice(0, -1));
      setAsked(null);
      setPlace({ at: last });
    },
  };
}
