import type { ChannelInput } from '#contract/channels.ts';
import type { PhaseView } from '#contract/selection.channels.ts';
import { call } from '#api/client.ts';

import type { RankedMove } from './CommitteeTab.tsx';

const PAGE = 500;

/** Applications of a phase by their place in the ranking, best first; those without a rank come last. */
async function placed(phaseId: string, from: number, to: number): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = from; offset < to; offset += PAGE) {
    const limit = Math.min(PAGE, to - offset);
    const { rows } = await call('committee:results', { phaseId, offset, limit });
    ids.push(...rows.map(({ applicationId }) => applicationId));
    if (rows.length < limit) break;
  }
  return ids;
}

async function prepared(
  phaseId: string,
  ids: readonly string[],
  outcome: RankedMove['outcome'],
): Promise<RankedMove> {
  // The rows of the ranking are applications.
  const applicationIds = ids as ChannelInput<'selection:previewMove'>['applicationIds'];
  const preview = await call('selection:previewMove', { phaseId, applicationIds, outcome });
  return { phaseId, ids, outcome, preview };
}

/** Keeps the first of the ranking. @throws ApiError */
export async function keepFirst(phase: PhaseView, count: number): Promise<RankedMove> {
  return prepared(phase.id, await placed(phase.id, 0, count), phase.keptOutcome);
}

/**
 * What is to become of those that come after the kept ones and still wait; null when none does.
 * @throws ApiError
 */
export async function decideRest(
  phase: PhaseView,
  kept: number,
  total: number,
): Promise<RankedMove | null> {
  const after = await placed(phase.id, kept, total);
  if (after.length === 0) return null;
  const { preview } = await prepared(phase.id, after, phase.otherOutcome);
  const waiting = preview.changed.filter(({ from }) => from.kind === 'pending').map(({ id }) => id);
  return waiting.length === 0 ? null : prepared(phase.id, waiting, phase.otherOutcome);
}
