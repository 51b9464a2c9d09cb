import type { richText as french } from '#i18n/fr/rich-text.ts';
import type { Translated } from '#i18n/translated.ts';

/** The buttons that lay out a text being written. */
export const richText: Translated<typeof french> = {
  name: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  h1: 'Heading 1',
  h2: 'Heading 2',
  h3: 'Heading 3',
  bulletList: 'Bullet list',
  orderedList: 'Numbered list',
  link: 'Link',
  unlink: 'Remove the link',
  linkAddress: 'Address of the link',
  linkPlaceholder: 'https://example.org',
  linkNewTab: 'Opens in the browser',
  linkSave: 'Apply',
  table: 'Table',
  tableSize: 'Table of {{columns}} columns and {{rows}} rows',
  columnAfter: 'Add a column',
  rowAfter: 'Add a row',
  columnDelete: 'Delete the column',
  rowDelete: 'Delete the row',
  tableDelete: 'Delete the table',
  undo: 'Undo typing',
  redo: 'Redo typing',
};
