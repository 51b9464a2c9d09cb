import type { EditionKind } from '#contract/edition.views.ts';
import { editionFormats } from '#contract/edition.views.ts';

/** Reports on a year that are gathered and written at once, without an edition of them being kept. */
export const editionExports = ['activity-report', 'directory'] as const;
export type EditionExport = (typeof editionExports)[number];

/** The kind that each word stands for. */
export const editionKinds: Readonly<Record<EditionExport, EditionKind>> = {
  'activity-report': 'activityReport',
  directory: 'directory',
};

/** The formats of each, for checks and the help; spreadsheets hold the facts. */
export const editionExportFormats: readonly string[] = editionFormats;
