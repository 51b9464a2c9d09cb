import type { TFunction } from 'i18next';

import type { LetterProblem } from '#contract/selection-papers.channels.ts';

/** What stands in the way of a letter, in words. */
export function problemWords(problems: readonly LetterProblem[], t: TFunction): string {
  return problems
    .map(({ kind, field }) => t(`selectionPapers:problem.${kind}`, { field }))
    .join(', ');
}
