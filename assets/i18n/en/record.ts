import type { record as french } from '#i18n/fr/record.ts';
import type { Translated } from '#i18n/translated.ts';

/** A record that has no screen of its own. */
export const record: Translated<typeof french> = {
  removed: 'This record was removed. It can be brought back from the journal.',
  missing: {
    title: 'Record not found',
    heading: 'This record is no longer there',
    description: 'It may have been removed. The journal can bring it back.',
  },
  fields: 'Content of the record',
  about: 'About:',
};
