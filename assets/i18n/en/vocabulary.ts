import type { vocabulary as french } from '#i18n/fr/vocabulary.ts';
import type { Translated } from '#i18n/translated.ts';

import { choices } from './vocabulary.choices.ts';
import { entityNames } from './vocabulary.entities.ts';
import { actorFields } from './vocabulary.fields-actors.ts';
import { steeringFields } from './vocabulary.fields-steering.ts';
import { workFields } from './vocabulary.fields-work.ts';

/** The words of the domain: kinds of records, their columns, values, rules and reasons of change. */
export const vocabulary: Translated<typeof french> = {
  entity: entityNames,
  field: { ...actorFields, ...workFields, ...steeringFields },
  choice: choices,
  rule: {
    required: 'This field is required: enter a value.',
    tooLong: 'This text is too long: shorten it.',
    tooSmall: 'This number is too small: enter a larger one.',
    tooLarge: 'This number is too large: enter a smaller one.',
    invalidNumber: 'This is not a number: enter one, such as 12 or 12.5.',
    invalidDate: 'This date does not exist: enter a day of the calendar, such as 09/05/2017.',
    invalidDateTime: 'This date and time do not exist: enter for instance 09/05/2017 14:30.',
    invalidTime: 'This time does not exist: enter a time between 00:00 and 23:59.',
    invalidChoice: 'This value is not in the list: choose one of those offered.',
    invalidId: 'This record is not recognised: choose it in the list.',
    invalidSiren: 'This SIREN is wrong: enter its 9 digits and check them.',
    invalidSiret: 'This SIRET is wrong: enter its 14 digits and check them.',
    siretOfAnotherSiren:
      'This SIRET does not belong to this SIREN: its first 9 digits must be the SIREN.',
    onlyBuyersHaveAKind:
      'Only a public buyer has a type of buyer: clear this field or choose the kind “Public buyer”.',
    endsBeforeItBegins: 'The end comes before the beginning: enter an end on or after it.',
    exactlyOneBody:
      'A mandate is held in one body: choose either the working group, a sub-group or a committee.',
    quotaReversed: 'The maximum is below the minimum: enter a maximum at least equal to it.',
    refusalNeedsAReason:
      'An application excluded or not retained needs a reason: choose one or write one.',
    negativeWeight: 'The weight of a criterion cannot be negative: enter zero or more.',
    scaleReversed: 'The top of the scale must exceed the bottom: enter a larger maximum.',
    scoreOrAbstention: 'Enter a score or an abstention, and only one of them.',
    linkToItself: 'A record cannot be linked to itself: choose another one.',
    unknownField: 'This field does not exist for this kind of record: remove it.',
    unknownColumn: 'This column does not exist in this register: choose another one.',
    invalid: 'This value is not accepted: correct it.',
  },
  reason: {
    create: 'Added: $t(vocabulary:entity.{{table}}.one)',
    update: 'Changed: $t(vocabulary:entity.{{table}}.one)',
    updateMany: 'Changed together: $t(vocabulary:entity.{{table}}.other) ({{count}})',
    remove: 'Removed: $t(vocabulary:entity.{{table}}.other) ({{count}})',
    undo: 'Undone ($t(vocabulary:deed.{{of}}))',
    redo: 'Done again ($t(vocabulary:deed.{{of}}))',
    example: 'Example group loaded',
    handOver: 'Handed over: $t(vocabulary:entity.{{table}}.one)',
    import: 'File imported',
    merge: 'Records merged',
  },
  deed: {
    create: 'addition',
    update: 'change',
    updateMany: 'change of several records',
    remove: 'removal',
    undo: 'undoing',
    redo: 'redoing',
    example: 'loading of the example group',
    handOver: 'handing over',
    import: 'import',
    merge: 'merge',
  },
};
