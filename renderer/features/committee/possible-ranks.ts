import type { RankStabilityView } from '#contract/committee.channels.ts';

/** Beyond so many applications, fewer trials say as much and take less time. */
const MANY = 1000;

/** One question for the table and for what is open beside it, so that it is worked out once. */
export const stabilityOf = (phaseId: string, total: number, cut: number) => ({
  phaseId,
  draws: total > MANY ? 40 : 200,
  ...(cut > 0 ? { cut } : {}),
});

/** Best and worst rank over all that was tried; null where nothing was. */
export function possibleRanks({
  withoutOne,
  drawn,
}: Pick<RankStabilityView, 'withoutOne' | 'drawn'>): {
  readonly best: number;
  readonly worst: number;
} | null {
  const tried = [withoutOne, drawn].filter((one) => one !== null);
  if (tried.length === 0) return null;
  return {
    best: Math.min(...tried.map(({ best }) => best)),
    worst: Math.max(...tried.map(({ worst }) => worst)),
  };
}
