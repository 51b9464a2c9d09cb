import type { ImportDecision, ImportRow } from '#contract/import.channels.ts';

type Decided = Pick<ImportRow, 'fate' | 'candidates' | 'decision'>;

/** Keys that decide on a possible duplicate, as in the words of the screen (`duplicate.keys`). */
const keys: Readonly<Record<string, 'same' | 'create' | 'skip' | 'undo'>> = {
  m: 'same',
  c: 'create',
  l: 'skip',
  Backspace: 'undo',
};

/** The record that the row is taken for: the one decided upon, else the one it resembles most. */
export function likeliest({ candidates, decision }: Decided): string | null {
  if (decision?.kind === 'update') return decision.id;
  return candidates[0]?.id ?? null;
}

/** What a key decides for a row; undefined when it decides nothing, null to decide no more. */
export function decisionForKey(key: string, row: Decided): ImportDecision | null | undefined {
  if (row.fate !== 'duplicate') return undefined;
  const kind = keys[key.length === 1 ? key.toLowerCase() : key];
  switch (kind) {
    case 'same': {
      const id = likeliest(row);
      return id === null ? undefined : { kind: 'update', id };
    }
    case 'create':
    case 'skip':
      return { kind };
    case 'undo':
      return row.decision === null ? undefined : null;
    default:
      return undefined;
  }
}

const VERY_LIKELY = 0.9;
const LIKELY = 0.75;

/** How likely it is that two records are the same, for words rather than figures. */
export function likelihood(score: number): 'high' | 'medium' | 'low' {
  if (score >= VERY_LIKELY) return 'high';
  return score >= LIKELY ? 'medium' : 'low';
}
