import type { journal as french } from '#i18n/fr/journal.ts';
import type { Translated } from '#i18n/translated.ts';

/** The journal of operations. */
export const journal: Translated<typeof french> = {
  title: 'Journal of operations',
  description:
    'Everything that was done, by whom and when. Each operation can be undone, even an old one.',
  more: 'Show more',
  undo: 'Undo',
  undoOne: 'Undo – {{what}}',
  undone: 'Undone',
  blocked: 'This operation cannot be undone',
  changes_one: '{{n}} value',
  changes_many: '{{n}} values',
  changes_other: '{{n}} values',
  empty: {
    title: 'Nothing yet',
    description:
      'Each addition, change or removal will be written here, with the means to undo it.',
  },
};
