import type { EditionMaking, EditionOptions } from '#documents/reports/edition-making.ts';
import { editionMaking } from '#documents/reports/edition-making.ts';
import type { Making } from '#documents/reports/parts.ts';
import { making } from '#documents/reports/parts.ts';

import type { ActivityReportData } from './data.ts';

/** What the parts of an activity report are made with. */
export interface ActivityMaking extends Omit<EditionMaking, 'words'> {
  readonly data: ActivityReportData;
  /** For parts shared with the other reports on a year. */
  readonly base: Making;
  readonly words: Making['words'];
}

export function activityMaking(data: ActivityReportData, options: EditionOptions): ActivityMaking {
  const base = making(data, options);
  return { ...editionMaking(options), data, base, words: base.words };
}
