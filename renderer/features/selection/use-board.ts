import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { create } from 'zustand';

import type { PhaseView, SelectionColumn, SelectionFilters } from '#contract/selection.channels.ts';
import { useQuery } from '#stores/use-query.ts';

import { noFilters } from './filters.ts';

interface BoardPlace {
  /** The phase looked at, by call. */
  readonly phases: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, SelectionFilters>>;
}

const useBoardPlace = create<BoardPlace>()(() => ({ phases: {}, filters: {} }));

/** The first phase with somebody to judge, otherwise the last. */
function phaseToJudge(phases: readonly PhaseView[]): PhaseView | undefined {
  return phases.find(({ gauge }) => gauge.pending > 0) ?? phases.at(-1);
}

const empty = (key: string, phaseId: string, outcome: SelectionColumn['outcome']) =>
  ({
    key,
    kind: outcome === null ? 'pending' : 'decided',
    phaseId,
    outcome,
    count: 0,
    total: 0,
    released: 0,
    cards: [],
  }) satisfies SelectionColumn;

/** Outcomes shown though nobody has them yet: where the phase is there to put people. */
function isAlwaysShown(phase: PhaseView, outcome: SelectionColumn['outcome']): boolean {
  if (outcome === null || outcome === phase.keptOutcome) return true;
  if (phase.kind === 'triage') return outcome === 'excluded';
  return outcome === phase.otherOutcome || (phase.kind === 'committee' && outcome === 'reserve');
}

/**
 * What one phase's board shows: to be judged, one column per outcome, those who went on, those who
 * left. An outcome that is usual elsewhere, and that nobody has here, is left to the menu of moves.
 */
export function columnsOf(
  phase: PhaseView,
  columns: readonly SelectionColumn[],
): readonly SelectionColumn[] {
  const outcomes = [null, ...phase.outcomes];
  const own = outcomes.map((outcome) => {
    const key = `${outcome ?? 'pending'}:${phase.id}`;
    return columns.find((column) => column.key === key) ?? empty(key, phase.id, outcome);
  });
  const passed = columns.filter(
    ({ kind, phaseId, total }) => kind === 'passed' && phaseId === phase.id && total > 0,
  );
  const left = columns.filter(({ phaseId, total }) => phaseId === null && total > 0);
  const placed = own.flatMap((column) => {
    const { outcome, total } = column;
    const wentOn = outcome === null ? [] : passed.filter((one) => one.outcome === outcome);
    const isShown = total > 0 || (isAlwaysShown(phase, outcome) && wentOn.length === 0);
    return [...(isShown ? [column] : []), ...wentOn];
  });
  return [...placed, ...left];
}

/** The board of a call: what is asked for is kept while the person goes to other screens. */
export function useBoard(callId: string) {
  const filters = useBoardPlace((state) => state.filters[callId] ?? noFilters);
  const chosen = useBoardPlace((state) => state.phases[callId]);
  const [asked] = useDebouncedValue(filters, 120);
  const [withScores, setWithScores] = useState(false);
  const { data: board, error } = useQuery(
    'selection:board',
    { callId, filters: asked, withScores },
    { keepPrevious: true },
  );
  const phase =
    board?.phases.find(({ id }) => id === chosen) ?? phaseToJudge(board?.phases ?? []) ?? null;
  return {
    board,
    error,
    phase,
    filters,
    withScores,
    setWithScores,
    setFilters: (next: SelectionFilters) =>
      useBoardPlace.setState((state) => ({ filters: { ...state.filters, [callId]: next } })),
    choosePhase: (id: string) =>
      useBoardPlace.setState((state) => ({ phases: { ...state.phases, [callId]: id } })),
  };
}
