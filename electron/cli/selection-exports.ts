import type { SelectionPaperName } from '#contract/selection-papers.channels.ts';
import { letterFormats, selectionPaperFormats } from '#contract/selection-papers.channels.ts';

import type { OptionName } from './options.ts';

/** What `export` writes of a call's selection, beside reports, registers, meetings and people. */
export const selectionExports = [
  'selection-letters',
  'selection-report',
  'committee-minutes',
  'event-list',
  'selection-statistics',
] as const;
export type SelectionExport = (typeof selectionExports)[number];

/** The document that each word stands for; letters are made, not only written. */
export const selectionDocuments: Readonly<
  Record<Exclude<SelectionExport, 'selection-letters'>, SelectionPaperName>
> = {
  'selection-report': 'report',
  'committee-minutes': 'committeeMinutes',
  'event-list': 'eventList',
  'selection-statistics': 'statistics',
};

/** Options of `export` that only these take. */
export const selectionOptions = [
  'call',
  'outcome',
  'provisional',
  'skip-incomplete',
] as const satisfies readonly OptionName[];

/** The formats of each, for checks and the help. */
export function selectionFormats(name: SelectionExport): readonly string[] {
  return name === 'selection-letters' ? letterFormats : selectionPaperFormats;
}
