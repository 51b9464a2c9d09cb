import type { SelectionFilters } from '#contract/selection.channels.ts';

/** No filter: every response is shown. */
export const noFilters: SelectionFilters = {
  text: '',
  segmentIds: [],
  departementCodes: [],
  maturities: [],
  states: [],
};
