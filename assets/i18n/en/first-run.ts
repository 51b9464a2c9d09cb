import type { firstRun as french } from '#i18n/fr/first-run.ts';
import type { Translated } from '#i18n/translated.ts';

/** The screen shown when no file is open. */
export const firstRun: Translated<typeof french> = {
  tagline: 'Your working group’s secretariat, on your own computer.',
  choices: 'Get started',
  promise: 'A single file, on this computer. No connection, nothing is sent.',
  example: {
    title: 'Explore the example group',
    description:
      'A complete group: actors, sub-groups, responses, figures and documents. Everything can be tried without risk.',
  },
  create: {
    title: 'Create a working group',
    description: 'Give it a name, choose where to keep it, and you can begin.',
    name: 'Name of the group',
    nameHelp: 'You will then choose where to save its file.',
    placeholder: 'Innovation and public procurement',
    missing: 'Give the group a name.',
    submit: 'Create',
    giveUp: 'Back',
  },
  open: {
    title: 'Open a file',
    description: 'A group already begun, or the copy that you were given.',
  },
  recent: 'Recent files',
  gone: 'Not found: {{path}}',
  refusal: 'This file could not be opened',
  ways: {
    backup: 'Open the latest backup',
    readOnly: 'Open read only',
    another: 'Choose another file',
  },
  language: 'Language',
  french: 'Français',
  english: 'English',
};
