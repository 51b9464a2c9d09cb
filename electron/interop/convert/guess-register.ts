import type { Cell } from '#interop/import/sheet.ts';
import { guessMapping } from './guess-mapping.ts';
import type { MappingCandidate, MappingConfidence } from './guess-mapping.ts';
import type { ConvertOptions } from './targets.ts';

export interface RegisterCandidates {
  readonly register: string;
  readonly candidates: readonly MappingCandidate[];
}

export interface RegisterGuess {
  readonly register: string;
  /** From 0 to 1: how much of the sheet the register can hold, by how surely. */
  readonly score: number;
  /** Columns of the sheet that have their place. */
  readonly mapped: number;
}

const WORTH: Readonly<Record<MappingConfidence, number>> = {
  exact: 1,
  synonym: 0.9,
  similar: 0.5,
  values: 0.4,
};
const REQUIRED = 0.6;
const FULL_NAME = 'fullName';
const FAMILY_NAME = 'familyName';

/** More than half of a score comes from what the register cannot do without. */
function completeness(
  candidates: readonly MappingCandidate[],
  mapped: ReadonlySet<string | null>,
): number {
  const required = candidates.filter(({ isRequired }) => isRequired === true);
  if (required.length === 0) return 1;
  const found = required.filter(
    ({ key }) => mapped.has(key) || (key === FAMILY_NAME && mapped.has(FULL_NAME)),
  );
  return 1 - REQUIRED + (REQUIRED * found.length) / required.length;
}

/**
 * The registers that a sheet could be of, best first. Columns that many registers have (notes,
 * status) tell less than those of a few.
 */
export function guessRegister(
  headers: readonly string[],
  samples: readonly (readonly Cell[])[],
  registers: readonly RegisterCandidates[],
  options: ConvertOptions,
): RegisterGuess[] {
  const mappings = registers.map(({ candidates }) =>
    guessMapping(headers, samples, candidates, options),
  );
  const count = Math.max(headers.length, samples.length);
  const weights = Array.from({ length: count }, (_, column) => {
    const isEmpty =
      (headers[column] ?? '').trim() === '' &&
      (samples[column] ?? []).every((cell) => cell === null);
    if (isEmpty) return 0;
    const sure = mappings.filter((guesses) => {
      const confidence = guesses[column]?.confidence;
      return confidence === 'exact' || confidence === 'synonym';
    });
    return 1 / Math.sqrt(Math.max(1, sure.length));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return registers
    .map(({ register, candidates }, at) => {
      const guesses = (mappings[at] ?? []).filter(({ key }) => key !== null);
      const worth = guesses.reduce(
        (sum, { column, confidence }) =>
          sum + (weights[column] ?? 0) * (confidence === null ? 0 : WORTH[confidence]),
        0,
      );
      const share = total === 0 ? 0 : worth / total;
      const keys = new Set(guesses.map(({ key }) => key));
      return { register, score: share * completeness(candidates, keys), mapped: guesses.length };
    })
    .toSorted((a, b) => b.score - a.score || b.mapped - a.mapped);
}
