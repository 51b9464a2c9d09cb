import type { search as french } from '#i18n/fr/search.ts';
import type { Translated } from '#i18n/translated.ts';

/** The search over everything. */
export const search: Translated<typeof french> = {
  name: 'Search for a record or a command',
  placeholder: 'A person, an organisation, a command…',
  results: 'Results',
  commands: 'On this screen',
  nothing: 'Nothing matches “{{text}}”.',
  keys: '↑ ↓ to choose · Enter to open · Esc to close',
  count_one: '{{n}} result',
  count_many: '{{n}} results',
  count_other: '{{n}} results',
};
